// Where on a sheet the tables are: anchors (titles, header rows, total rows) are found by their words, then grouped into areas.
import type { Range } from '../model/address';
import type { Cell, Grid } from '../model/grid';
import { present } from '../model/present';
import { anchorOf, type Anchor, type Label, type LabelRows } from './anchors';
import { isTitle, labelText } from './labels';
import { compact, normalise } from './text';

/** The rows of one table, and the anchors found in it. Header rows are absolute row numbers. */
export interface Segment {
  readonly range: Range;
  readonly fundHeader: number | null;
  /** The row of 一级指标/三级指标 labels; further ones are page breaks. */
  readonly indicatorHeaders: readonly number[];
  readonly baseData: boolean;
  /** The row of 项目名称 | 自评得分 | 自评等级 over lines without amounts. */
  readonly scores?: number;
}

interface Draft {
  top: number;
  fund: number | null;
  /** 分值 or 得分 stand in the row of `fund`. */
  scored: boolean;
  indicators: number[];
  base: boolean;
  total: number | null;
  title: string | null;
}

/** 2021年 | 2022年 over 预算数 | 决算数 | 预算数 | 决算数: no block of funds has the same column twice. */
function underYears(grid: Grid, row: number, labels: readonly Label[]): boolean {
  const columns = labels.filter(({ announced: { label } }) => /^(?:预算|决算)(?:数|额|金额)?$/.test(label)).map(({ cell }) => cell.column);
  // 预算数 | 支出数 by turns is how blocks of funds tell of several years.
  if (columns.length < 3 || row === 1 || labels.some(({ announced: { fund, label } }) => fund === 'actualSpending' && !label.includes('决算'))) return false;
  const years = cellsBetween(grid, row - 1, row - 1).filter(({ text }) => /^20\d{2}\s*年度?$/.test(text.trim()));
  return years.length > 1 && (years[0]?.column ?? 0) <= (columns[0] ?? 0);
}

/** Areas of a band that hold a table of ours, top to bottom. */
export function findSegments(band: Band): readonly Segment[] {
  const { grid } = band;
  const drafts = draftsOf(grid, anchorsIn(band));
  return drafts
    .map((draft, i) => ({ draft, bottom: (drafts[i + 1]?.top ?? grid.rowCount + 1) - 1 }))
    .filter(({ draft }) => hasBody(draft))
    .map(({ draft: { top, fund, indicators, base, total }, bottom }) => ({ range: trimmed(grid, top, bottom, Math.max(fund ?? 0, ...indicators, total ?? 0, top)), fundHeader: fund, indicatorHeaders: mergeNear(indicators), baseData: base && indicators.length === 0 }));
}

function anchorsIn({ grid, labels: rows }: Band): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const [row, labels] of rows) {
    const anchor = anchorOf(row, labels);
    if (anchor) anchors.push(anchor.kind === 'fund' && underYears(grid, row, labels) ? { row, kind: 'base' } : anchor);
  }
  return anchors.sort((a, b) => a.row - b.row);
}

const hasBody = ({ fund, indicators, base }: Draft): boolean => fund !== null || indicators.length > 0 || base;

/** The anchors grouped into forms. */
function draftsOf(grid: Grid, anchors: readonly Anchor[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft = { top: 1, fund: null, scored: false, indicators: [], base: false, total: null, title: null };
  const next = (top: number): void => {
    drafts.push(draft);
    draft = { top, fund: null, scored: false, indicators: [], base: false, total: null, title: null };
  };
  /** Neither a title nor a total parts the forms of several projects that follow each other: each names its own. */
  const beginOther = (row: number): void => {
    const last = draft.indicators.at(-1);
    if (last === undefined || row - last < 3) return;
    const top = otherProject(grid, draft.top, last, row);
    if (top !== null) next(top);
  };
  for (const [at, anchor] of anchors.entries()) {
    switch (anchor.kind) {
      case 'title':
        // 绩效目标表 among the evidence of a line is no title: titles have their row nearly to themselves.
        if (hasBody(draft) && cellsBetween(grid, anchor.row, anchor.row).filter((cell) => cell.text !== '').length > TITLE_ROW) break;
        if (hasBody(draft) && !continues(draft, anchor, anchors.slice(at + 1))) next(anchor.row);
        draft.title ??= anchor.text ?? null;
        break;
      case 'fund':
        // Without a title between them, a second fund block after indicators belongs to the next table.
        if (draft.indicators.length > 0 && draft.total !== null) next(headTop(grid, draft.total + 1, anchor.row));
        else beginOther(anchor.row);
        takeFund(draft, anchor);
        break;
      case 'indicator':
        if (draft.total !== null && draft.indicators.length > 0 && anchor.row > draft.total) next(headTop(grid, draft.total + 1, anchor.row));
        else beginOther(anchor.row);
        draft.indicators.push(anchor.row);
        break;
      case 'base':
        draft.base = true;
        break;
      case 'total':
        if (draft.indicators.length > 0) draft.total = anchor.row;
        break;
    }
  }
  drafts.push(draft);
  return drafts;
}

/** The first block of amounts, unless that of 年度主要任务 (预算数 | 执行数) stands before the one that brings points. */
function takeFund(draft: Draft, { row, scored = false }: Anchor): void {
  if (draft.fund !== null && !(scored && !draft.scored && draft.indicators.length === 0)) return;
  draft.fund = row;
  draft.scored = scored;
}

/** True for a title line inside a form: a page that repeats it (续), or a section heading (二、绩效目标完成情况表) before the list that the form still lacks. */
function continues(draft: Draft, title: Anchor, after: readonly Anchor[]): boolean {
  const following = after.find((anchor) => anchor.kind !== 'title' && anchor.kind !== 'total');
  if (following?.kind !== 'indicator') return false;
  const text = title.text ?? '';
  if (draft.indicators.length === 0) return draft.fund !== null && !draft.base;
  return draft.total === null && (/续|接上|第.{1,3}页/.test(text) || text === draft.title);
}

/** The row in which another form's head begins between a list's header and the next: a project that is not the first's; null on a page that goes on. */
function otherProject(grid: Grid, top: number, list: number, below: number): number | null {
  const named = (from: number, to: number): { row: number; name: string } | null => {
    const cells = cellsBetween(grid, from, to);
    const at = cells.findIndex((cell) => cell.text.length < 16 && labelText(cell.text) === '项目名称');
    const row = cells[at]?.row;
    // Whole, with what stands in brackets: 救助资金（一般公共预算） and 救助资金（福彩公益金） are two.
    return row === undefined ? null : { row, name: compact(normalise(cells.slice(at + 1).find((cell) => cell.row === row && cell.text !== '')?.text ?? '')) };
  };
  const other = named(list + 1, below - 1);
  const first = other && named(top, list - 1);
  if (!other || !first || other.name === '' || first.name.startsWith(other.name) || other.name.startsWith(first.name)) return null;
  // The same title stands over each.
  const title = cellsBetween(grid, list + 1, other.row - 1).findLast((cell) => isTitle(cell.text));
  if (title && rowsUsed(grid, title.row, other.row - 1) <= HEAD_ROWS) return title.row;
  // 某单位 | 单位：万元 stands above each.
  const above = cellsBetween(grid, other.row - 1, other.row - 1).filter((cell) => cell.text !== '');
  return above.length < 3 && above.some((cell) => /单位[:：]\s*(?:万?元|[^:：]{2,30}$)/.test(cell.text)) ? other.row - 1 : other.row;
}

/** From a form's title to its first labelled line: the title, the year, a line of the unit and the day. */
const HEAD_ROWS = 4;

function rowsUsed(grid: Grid, top: number, bottom: number): number {
  return new Set(present(cellsBetween(grid, top, bottom), (cell) => (cell.text === '' ? null : cell.row))).size;
}

/** A header of two rows gives two anchors; they are one. */
function mergeNear(rows: readonly number[]): readonly number[] {
  return rows.filter((row, i) => row - (rows[i - 1] ?? -9) > 1);
}

/** Where the head of an untitled table begins: after the notes that close the one before, that is, after the last wide note line. */
function headTop(grid: Grid, from: number, header: number): number {
  let top = from;
  for (const cell of cellsBetween(grid, from, header - 1)) {
    if (/^(?:注|备注|说明|填表|填报|评价结论|存在问题|改进措施)/.test(labelText(cell.text)) || /负责人[:(]/.test(cell.text)) top = cell.row + 1;
  }
  return Math.min(top, header);
}

/** Filled cells of a row that bears a title: the title, 附件, a date or unit, another form's beside it. */
const TITLE_ROW = 4;

// A stray cell far away (people press Ctrl+End and type) must not stretch a table over the whole sheet.
const ROW_GAP = 30;
const COLUMN_GAP = 15;

/** The cells of rows top..bottom: a slice, since a grid's cells are in row-major order. */
export function cellsBetween(grid: Grid, top: number, bottom: number): readonly Cell[] {
  const { cells } = grid;
  const firstFrom = (row: number): number => {
    let low = 0;
    let high = cells.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return cells.slice(firstFrom(top), firstFrom(bottom + 1));
}

/** The last number reached from the first of a rising list without a gap wider than `gap`; all numbers up to `anchor` count as reached. */
function reach(sorted: readonly number[], gap: number, anchor: number): { first: number; last: number } {
  const first = sorted[0] ?? anchor;
  let last = first;
  for (const n of sorted) {
    if (n > anchor && n - last > gap) break;
    last = n;
  }
  return { first, last };
}

/** Rows top..bottom without blank ones at either end and without far-off cells; columns likewise. `anchor` is the last header row. */
function trimmed(grid: Grid, top: number, bottom: number, anchor: number): Range {
  const cells = cellsBetween(grid, top, bottom);
  const used: number[] = [];
  for (const { row, text } of cells) if (text !== '' && used.at(-1) !== row) used.push(row);
  const rows = reach(used, ROW_GAP, anchor);
  const usedColumns = new Set<number>();
  let anchorColumn = 0;
  for (const { row, column, text } of cells) {
    if (text === '' || row > rows.last) continue;
    if (row === anchor && anchorColumn === 0) anchorColumn = column;
    usedColumns.add(column);
  }
  const columns = reach([...usedColumns].sort((a, b) => a - b), COLUMN_GAP, Math.max(anchorColumn, 1));
  let right = columns.last;
  for (const merge of grid.merges) {
    // Only merges that are part of the form: one over the whole sheet would stretch the area without end.
    if (merge.top >= rows.first && merge.bottom <= rows.last && merge.left >= columns.first && merge.left <= right && merge.right - merge.left < 60) right = Math.max(right, merge.right);
  }
  return { top: rows.first, left: columns.first, bottom: rows.last, right };
}

/** A sheet, or the columns of one that hold a form by themselves. */
export interface Band {
  readonly grid: Grid;
  readonly labels: LabelRows;
}
