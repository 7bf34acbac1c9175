// Grid → tables: finds each table of a sheet and reads its parts; what is not understood is said, never guessed.
import { formatRange } from '../model/address';
import type { Grid } from '../model/grid';
import { present } from '../model/present';
import type { BaseData, Entry, Field, FundBlock, NearMiss, Table, TableKind, TablesRead, TotalRow } from '../model/table';
import { readBaseData } from './base-data';
import { readClosing, remarksOf } from './closing';
import { columnBands } from './column-bands';
import { withoutDividedPoints } from './divided-lines';
import { executionLine, withExecutionLine } from './execution-line';
import { readFund, type FundRead } from './fund';
import { readLabelledFund, readPairedFund } from './fund-pairs';
import { readTransposedFund } from './fund-transposed';
import { readGoals } from './goals';
import { headTotal, readAmountUnit, readFields, readProvince, readYear, yearBeside } from './head';
import { headersOf, readIndicatorHeader } from './indicator-columns';
import { readIndicators, type IndicatorsRead } from './indicators';
import { indicatorColumn, isTitle, isTotalLabel } from './labels';
import { Lattice } from './lattice';
import { isMarkedApart } from './marked-apart';
import { notUnderstood } from './not-understood';
import { listHeaders, numberedList, type ListHeaders, type NumberedList } from './other-lists';
import { declaredPoints } from './quantity';
import { cellsBetween, findSegments, type Segment } from './segments';
import { statedByLetters, statedRules } from './stated';
import { readScores, readSummary, scoreSegment, withoutScores } from './summary';
import { compact } from './text';
import { withoutUnusedPoints } from './unused-lines';

/** All tables of one sheet, in order, and what the sheet came closest to when it holds none. */
export function readTables(grid: Grid): TablesRead {
  const tables: Table[] = [];
  const nearMisses: NearMiss[] = [];
  for (const band of columnBands(grid)) for (const segment of findSegments(band)) {
    const table = readTable(band.grid, segment);
    const before = tables.at(-1);
    // The second form of a sheet seldom repeats year and place.
    if (table) tables.push({ ...table, year: table.year ?? before?.year ?? null, province: table.province ?? before?.province ?? null });
    else nearMisses.push({ sheet: grid.sheet, reason: `${formatRange(segment.range)} 有预算执行栏，但没有找到指标表头（一级指标、三级指标、指标值……），没有当作自评表核查。` });
  }
  if (tables.length > 0 || nearMisses.length > 0) return { tables, nearMisses };
  const scores = scoreSegment(grid);
  const summary = scores && readTable(grid, scores);
  return summary ? { tables: [summary], nearMisses } : { tables, nearMisses: [{ sheet: grid.sheet, reason: nearMiss(grid) }] };
}

function nearMiss(grid: Grid): string {
  if (grid.cells.length === 0) return '空白工作表。';
  const title = grid.cells.find((cell) => typeof cell.value === 'string' && isTitle(cell.text));
  return title
    ? `有标题“${compact(title.text).slice(0, 30)}”，但没有找到表头行（一级指标、三级指标、指标值、分值、得分，或 年初预算数、全年预算数、全年执行数）。`
    : '没有找到绩效自评表的标题和表头（一级指标、三级指标、指标值、实际完成值、分值、得分……）。';
}

function readTable(grid: Grid, segment: Segment): Table | null {
  const { range } = segment;
  const lattice = new Lattice(grid, range, cellsBetween(grid, range.top, range.bottom));
  const { list, inList, below, numbered } = readList(lattice, segment);
  if (!list && !segment.baseData && segment.fundHeader === null && segment.scores === undefined) return null;
  const entries = lattice.filled();
  const title = titleOf(entries, list?.header.top ?? segment.fundHeader ?? segment.scores ?? range.bottom);
  const headBottom = (list?.header.top ?? range.bottom + 1) - 1;
  const headTexts = entries.filter((entry) => entry.row <= Math.min(headBottom, range.top + 12)).map((entry) => entry.text);
  const told = readYear([title?.text ?? '', ...headTexts.slice(0, 6), ...headTexts.filter((text) => text.length < 20), grid.sheet]) ?? readYear(headTexts) ?? yearBeside(entries.filter((entry) => entry.row <= headBottom));
  const baseData = segment.baseData ? readBaseData(lattice, told) : null;
  const year = yearOfColumns(baseData, title) ?? told;
  if (!list && !baseData && segment.scores === undefined && !fundOnly(segment, title)) return null;
  const { goals, rows: goalRows } = segment.baseData ? { goals: [], rows: new Set<number>() } : readGoals(lattice, range.top, headBottom, new Set(segment.fundHeader === null ? [] : [segment.fundHeader]));
  const { fund, rows: fundRows, remarks, above } = fundPart(lattice, segment, { headBottom, goalRows, inList, list });
  const free = span(range.top, headBottom).filter((row) => !goalRows.has(row) && !fundRows.includes(row) && !(above !== null && row >= above));
  const fields = readFields(lattice, segment.baseData ? baseDataHead(lattice) : free);
  const total = totalOf(list, fields, baseData !== null);
  const between = remarksOf(list?.closing ?? []);
  const tail = list ? readClosing(lattice, list.end) : remarksOf([]);
  const summary = segment.scores === undefined ? list || baseData || segment.fundHeader === null ? null : readSummary(lattice, segment.fundHeader, fund, title) : readScores(lattice, segment.scores);
  const unit = fund?.unit ?? readAmountUnit([...headTexts, ...fields.map(({ name, entry }) => (/^(?:金额|货币|计量)?单位$/.test(name) ? `单位:${entry.text}` : ''))]);
  return {
    kind: kindOf(title, grid.sheet, list, segment.baseData, lattice),
    sheet: grid.sheet, range, title, year,
    province: readProvince([...headTexts.filter((text) => text.length <= 60), grid.sheet]),
    fields,
    amountUnit: unit,
    fund: fund ? { ...(summary || list && isMarkedApart(fund, list) ? withoutScores(fund) : fund), unit } : null,
    goals,
    ...indicatorPart(lattice, list, fund, total),
    total,
    baseData,
    ...(summary ? { summary } : {}),
    stated: [...statedRules(entries), ...statedByLetters(fund?.headers ?? {})],
    closing: [...remarks, ...between.closing, ...tail.closing],
    footnotes: [...between.footnotes, ...tail.footnotes],
    notUnderstood: notUnderstood(lattice, { fund, list, total, summary, above, below, numbered }, segment),
    entries,
  };
}

interface ListPart {
  readonly list: IndicatorsRead | null;
  /** A block of amounts that interrupts the list. */
  readonly inList: FundRead | null;
  /** Rows of another list of points below it, and of a list of something else. */
  readonly below: ListHeaders['below'];
  readonly numbered: NumberedList | null;
}

/** The indicators. 预算执行率 | 年初预算 | 全年预算 | 全年支出 may stand below them, within the list. */
function readList(lattice: Lattice, { fundHeader, indicatorHeaders, baseData }: Segment): ListPart {
  const { headers: [first, ...breaks], below } = listHeaders(lattice, indicatorHeaders);
  if (first === undefined) return { list: null, inList: null, below, numbered: null };
  const inList = fundHeader !== null && fundHeader > first && !baseData ? readFund(lattice, fundHeader, beforeTotal(lattice, fundHeader)) : null;
  const interrupts = inList?.fund.total && !isBesideList(lattice, inList.fund, first);
  const numbered = numberedList(lattice, first, indicatorHeaders);
  const skipped = [...(interrupts ? span(fundHeader ?? 0, inList.bottom) : []), ...[below, numbered].flatMap((rows) => (rows ? span(rows.top, rows.bottom) : []))];
  return { list: readIndicators(lattice, first, breaks, skipped), inList, below, numbered };
}

/** 项目名称 | 预算数 | 执行数 | 执行率 at the left of the levels, in the same rows: the lines of the list are not the block's. */
function isBesideList(lattice: Lattice, { headers }: FundBlock, first: number): boolean {
  const { level1, level2, name } = readIndicatorHeader(lattice, first).columns;
  const left = (level1 ?? level2 ?? name)?.left;
  return left !== undefined && Object.values(headers).every((header) => header.column < left);
}

interface FundPart {
  readonly fund: FundBlock | null;
  readonly rows: readonly number[];
  readonly remarks: readonly Field[];
  /** The header row of another list of points above the indicators. */
  readonly above: number | null;
}

interface Surroundings extends Omit<ListPart, 'below' | 'numbered'> {
  /** The last row above the indicators. */
  readonly headBottom: number;
  readonly goalRows: ReadonlySet<number>;
}

/** The amounts, under a header of their own or without one, and the line of the execution that may stand apart from them. */
function fundPart(lattice: Lattice, segment: Segment, { headBottom, goalRows, inList, list }: Surroundings): FundPart {
  const { range: { top, bottom }, fundHeader, baseData, scores } = segment;
  if (scores !== undefined) return { fund: null, rows: span(scores, bottom), remarks: [], above: null };
  const headed = fundHeader === null || baseData ? null : inList?.fund.total ? inList : readFund(lattice, fundHeader, Math.min(headBottom, ...[...goalRows].filter((row) => row > fundHeader).map((row) => row - 1)));
  const labelled = fundHeader === null && !baseData ? fundWithoutHeader(lattice, top, headBottom) : null;
  const block = headed?.fund ?? labelled?.fund ?? null;
  const rows = fundHeader === null ? (labelled?.rows ?? []) : span(fundHeader, Math.max(headed?.bottom ?? 0, fundHeader));
  const second = list ? secondList(lattice, top, headBottom, new Set(rows)) : null;
  const score = block?.total?.score;
  const given = second === null || score?.quantity ? null : executionLine(lattice, second, block);
  // 执行率 | 95% | 分值 | 10 | 得分 | 9.5: a line of the amounts that was read with them.
  const ofFund = second !== null && score?.row === second;
  return { fund: given ? withExecutionLine(block, given) : block, rows, remarks: headed?.remarks ?? [], above: given || ofFund ? null : second };
}

/** 2020年 | 2021年 | 2022年 over amounts under a title without a year: the form is about the last of them. */
function yearOfColumns(baseData: BaseData | null, title: Entry | null): number | null {
  const years = new Set(present(baseData?.columns ?? [], ({ year }) => year));
  return years.size > 2 && readYear([title?.text ?? '']) === null ? Math.max(...years) : null;
}

/** The last row before 合计 over several columns: that is the list's, a fund block's own has amounts beside it. */
function beforeTotal(lattice: Lattice, header: number): number {
  const { bottom } = lattice.range;
  const total = span(header + 2, bottom).find((row) => lattice.starting(row).some((entry, i) => i === 0 && isTotalLabel(entry.raw) && lattice.areaOf(entry).right > entry.column));
  return total === undefined ? bottom : total - 1;
}

/** Amounts that no header row announces: on their side, under 年度资金总额 of a form of targets, or one by one in the head. */
function fundWithoutHeader(lattice: Lattice, top: number, bottom: number): { readonly fund: FundBlock; readonly rows: readonly number[] } | null {
  const block = readTransposedFund(lattice, top, bottom) ?? readLabelledFund(lattice, top, bottom);
  if (block) return block;
  const fund = readPairedFund(lattice, top, bottom);
  return fund && { fund, rows: [] };
}

/** The lines over a base-data table's first header. */
function baseDataHead(lattice: Lattice): number[] {
  const { top, bottom } = lattice.range;
  const header = span(top, bottom).find((row) => lattice.starting(row).length >= 3) ?? top;
  return span(top, header - 1);
}

/** A title that promises one of our tables over a fund block alone: the form was cut short, and that is worth saying. */
function fundOnly(segment: Segment, title: Entry | null): boolean {
  return segment.fundHeader !== null && title !== null && /自评/.test(title.text);
}

function span(top: number, bottom: number): number[] {
  const rows: number[] = [];
  for (let row = top; row <= bottom; row++) rows.push(row);
  return rows;
}

function titleOf(entries: readonly Entry[], before: number): Entry | null {
  const head = entries.filter((entry) => entry.row < before && typeof entry.value === 'string');
  const title = head.find((entry) => isTitle(entry.raw));
  if (title) return title;
  // A title written over two lines: 部门整体绩效 / 自 评 表.
  for (const [i, entry] of head.slice(0, 4).entries()) {
    const next = head[i + 1];
    if (next && next.row === entry.row + 1 && isTitle(entry.text + next.text)) return { ...entry, raw: `${entry.raw}\n${next.raw}`, text: `${entry.text}\n${next.text}` };
  }
  return null;
}

function totalOf(list: IndicatorsRead | null, fields: readonly Field[], baseData: boolean): TotalRow | null {
  if (baseData) return null;
  return list?.total ?? headTotal(fields);
}

function kindOf(title: Entry | null, sheet: string, list: IndicatorsRead | null, baseData: boolean, lattice: Lattice): TableKind {
  const name = compact(title?.text ?? '') || compact(sheet);
  if (baseData) return 'base-data';
  if (/监控|绩效跟踪/.test(name)) return 'monitoring';
  const columns = list?.header.columns;
  const judged = columns?.actual !== undefined || columns?.score !== undefined;
  if (columns && !judged) return 'targets';
  // 绩效目标表 with a column for results that are still to come.
  if (list && /目标(?:申报|批复|设定)?表/.test(name) && list.indicators.every(({ actualEntry, score }) => !actualEntry?.filled && !score?.filled)) return 'targets';
  // 某某补助资金转移支付整体绩效自评表: the money's own, in all places.
  if (/整体/.test(name) && (/部门|单位|整体支出/.test(name) || !/转移支付/.test(name))) return 'department';
  const head = lattice.filled().slice(0, 12).map((entry) => compact(entry.text)).join('|');
  return /整体支出|(?:预算)?部门(?:\(单位\))?名称/.test(head) && !/项目名称/.test(head) ? 'department' : 'project';
}

function indicatorPart(lattice: Lattice, list: IndicatorsRead | null, fund: FundBlock | null, total: TotalRow | null): Pick<Table, 'indicatorHeaders' | 'indicatorsDeclaredWeight' | 'groups' | 'indicators'> {
  if (!list) return { indicatorHeaders: {}, indicatorsDeclaredWeight: null, groups: [], indicators: [] };
  return { indicatorHeaders: headersOf(list.header.columns), indicatorsDeclaredWeight: sideWeight(lattice, list), groups: list.groups, indicators: withoutUnusedPoints(withoutDividedPoints(list.indicators, fund, total), fund, total) };
}

/** 绩效指标（90分） written beside the whole list. */
function sideWeight(lattice: Lattice, list: IndicatorsRead): Table['indicatorsDeclaredWeight'] {
  const leftmost = Math.min(...[list.header.columns.level1, list.header.columns.level2, list.header.columns.name].filter((column) => column !== undefined).map((column) => column.left));
  if (leftmost <= lattice.range.left) return null;
  const side = lattice.at(list.header.bottom, lattice.range.left);
  const weight = side.filled && side.column < leftmost && /指标|目标/.test(compact(side.text)) ? declaredPoints(side.raw) : null;
  return weight ? { weight, at: side } : null;
}

/** The header row of another list of points above the indicators (评价内容 | 分值 | 自评分 | 评价标准); null as a rule. */
function secondList(lattice: Lattice, top: number, bottom: number, taken: ReadonlySet<number>): number | null {
  for (let row = top; row <= bottom; row++) {
    if (taken.has(row)) continue;
    const entries = lattice.starting(row);
    if (entries.length >= 3 && entries.some((entry) => indicatorColumn(entry.raw) === 'weight') && entries.some((entry) => indicatorColumn(entry.raw) === 'score')) return row;
  }
  return null;
}
