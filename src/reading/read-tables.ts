// Grid → tables: finds each table of a sheet and reads its parts; what is not understood is said, never guessed.
import { contains, formatRange } from '../model/address';
import type { Grid } from '../model/grid';
import type { BaseData, Entry, Field, FundBlock, NearMiss, NotUnderstood, SummaryLine, Table, TableKind, TablesRead, TotalRow } from '../model/table';
import { readBaseData } from './base-data';
import { columnBands } from './column-bands';
import { isExecutionUnread, readFund } from './fund';
import { executionLine, readLabelledFund, readPairedFund, withExecutionLine } from './fund-pairs';
import { readTransposedFund } from './fund-transposed';
import { readGoals } from './goals';
import { headTotal, readAmountUnit, readFields, readProvince, readYear, yearBeside } from './head';
import { headersOf } from './indicator-columns';
import { readIndicators, type IndicatorsRead } from './indicators';
import { indicatorColumn, isTitle, isTotalLabel, labelText } from './labels';
import { Lattice } from './lattice';
import { listHeaders, type ListHeaders } from './other-lists';
import { declaredPoints } from './quantity';
import { cellsBetween, findSegments, type Segment } from './segments';
import { statedByLetters, statedRules } from './stated';
import { readSummary, withoutScores } from './summary';
import { compact } from './text';

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
  if (tables.length === 0 && nearMisses.length === 0) nearMisses.push({ sheet: grid.sheet, reason: nearMiss(grid) });
  return { tables, nearMisses };
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
  const { headers: [indicatorRow, ...breaks], below } = listHeaders(lattice, segment.indicatorHeaders);
  // 预算执行率 | 年初预算 | 全年预算 | 全年支出 below the indicators: the block interrupts the list.
  const inList = indicatorRow !== undefined && segment.fundHeader !== null && segment.fundHeader > indicatorRow && !segment.baseData ? readFund(lattice, segment.fundHeader, beforeTotal(lattice, segment.fundHeader)) : null;
  const list = indicatorRow === undefined ? null : readIndicators(lattice, indicatorRow, breaks, [...(inList?.fund.total ? span(segment.fundHeader ?? 0, inList.bottom) : []), ...(below ? span(below.top, below.bottom) : [])]);
  if (!list && !segment.baseData && segment.fundHeader === null) return null;
  const entries = lattice.filled();
  const title = titleOf(entries, list?.header.top ?? segment.fundHeader ?? range.bottom);
  const headBottom = (list?.header.top ?? range.bottom + 1) - 1;
  const headTexts = entries.filter((entry) => entry.row <= Math.min(headBottom, range.top + 12)).map((entry) => entry.text);
  const told = readYear([title?.text ?? '', ...headTexts.slice(0, 6), ...headTexts.filter((text) => text.length < 20), grid.sheet]) ?? readYear(headTexts) ?? yearBeside(entries.filter((entry) => entry.row <= headBottom));
  const baseData = segment.baseData ? readBaseData(lattice, told) : null;
  const year = yearOfColumns(baseData, title) ?? told;
  if (!list && !baseData) return fundOnly(segment, title) ? build() : null;
  return build();

  function build(): Table {
    const { goals, rows: goalRows } = segment.baseData ? { goals: [], rows: new Set<number>() } : readGoals(lattice, range.top, headBottom, new Set(segment.fundHeader === null ? [] : [segment.fundHeader]));
    const fundBottom = segment.fundHeader === null ? 0 : Math.min(headBottom, ...[...goalRows].filter((row) => row > (segment.fundHeader ?? 0)).map((row) => row - 1));
    const labelled = segment.fundHeader === null && !segment.baseData ? fundWithoutHeader(lattice, range.top, headBottom) : null;
    const read = segment.fundHeader === null || segment.baseData ? null : inList?.fund.total ? inList : readFund(lattice, segment.fundHeader, fundBottom);
    const block = read?.fund ?? labelled?.fund ?? null;
    const fundRows = segment.fundHeader === null ? [...(labelled?.rows ?? [])] : span(segment.fundHeader, Math.max(read?.bottom ?? 0, segment.fundHeader));
    const second = list ? secondList(lattice, range.top, headBottom, new Set(fundRows)) : null;
    const given = second === null || block?.total?.score?.quantity ? null : executionLine(lattice, second, block);
    // 执行率 | 95% | 分值 | 10 | 得分 | 9.5: a line of the amounts that was read with them.
    const ofFund = second !== null && block?.total?.score?.row === second;
    const extra = given || ofFund ? null : second;
    const fund = given ? withExecutionLine(block, given) : block;
    const free = span(range.top, headBottom).filter((row) => !goalRows.has(row) && !fundRows.includes(row) && !(extra !== null && row >= extra));
    const fields = readFields(lattice, segment.baseData ? baseDataHead(lattice) : free);
    const total = totalOf(list, fields, baseData !== null);
    const stated = [...statedRules(entries), ...statedByLetters(fund?.headers ?? {})];
    const tail = list ? readClosing(lattice, list.end) : { closing: [], footnotes: [] };
    const summary = list || baseData || segment.fundHeader === null ? null : readSummary(lattice, segment.fundHeader, fund, title);
    const unit = fund?.unit ?? readAmountUnit([...headTexts, ...fields.map(({ name, entry }) => (/^(?:金额|货币|计量)?单位$/.test(name) ? `单位:${entry.text}` : ''))]);
    return {
      kind: kindOf(title, grid.sheet, list, segment.baseData, lattice),
      sheet: grid.sheet, range, title, year,
      province: readProvince([...headTexts.filter((text) => text.length <= 60), grid.sheet]),
      fields,
      amountUnit: unit,
      fund: fund ? { ...(summary ? withoutScores(fund) : fund), unit } : null,
      goals,
      indicatorHeaders: list ? headersOf(list.header.columns) : {},
      indicatorsDeclaredWeight: list ? sideWeight(lattice, list) : null,
      groups: list?.groups ?? [],
      indicators: list?.indicators ?? [],
      total,
      baseData,
      ...(summary ? { summary } : {}),
      stated,
      closing: [...(read?.remarks ?? []), ...(list?.closing.filter((field) => !isNote(field.label)) ?? []), ...tail.closing],
      footnotes: [...(list?.closing.filter((field) => isNote(field.label)).map((field) => ({ entry: field.label, text: field.label.text })) ?? []), ...tail.footnotes],
      notUnderstood: notUnderstood(lattice, { fund, list, total, summary }, segment, extra, below),
      entries,
    };
  }
}

/** 2020年 | 2021年 | 2022年 over amounts under a title without a year: the form is about the last of them. */
function yearOfColumns(baseData: BaseData | null, title: Entry | null): number | null {
  const years = new Set(baseData?.columns.flatMap(({ year }) => year ?? []));
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

/** 绩效指标（90分） written beside the whole list. */
function sideWeight(lattice: Lattice, list: IndicatorsRead): Table['indicatorsDeclaredWeight'] {
  const leftmost = Math.min(...[list.header.columns.level1, list.header.columns.level2, list.header.columns.name].filter((column) => column !== undefined).map((column) => column.left));
  if (leftmost <= lattice.range.left) return null;
  const side = lattice.at(list.header.bottom, lattice.range.left);
  const weight = side.filled && side.column < leftmost && /指标|目标/.test(compact(side.text)) ? declaredPoints(side.raw) : null;
  return weight ? { weight, at: side } : null;
}

/** 注：… in one long text. */
function isNote(entry: Entry): boolean {
  return /^(?:注|附注|说明|备注|填表说明|填报说明|\d+[.、])/.test(compact(entry.text)) && entry.text.length > 12;
}

/** 未完成原因：部分活动取消 in one cell: the reason stands behind its own label. */
function behindColon(entry: Entry): Entry | null {
  const told = /^[^:]*(?:原因|偏差|问题|说明|措施)[^:]*:([^:]*[\p{L}\d][^:]*)$/u.exec(entry.text)?.[1]?.trim();
  return told === undefined ? null : { ...entry, raw: told, text: told, notApplicable: false, quantity: null };
}

/** What stands under the list: labelled texts such as 评价结论, signature lines, footnotes. */
function readClosing(lattice: Lattice, from: number): { readonly closing: readonly Field[]; readonly footnotes: Table['footnotes'] } {
  const closing: Field[] = [];
  const footnotes: { entry: Entry; text: string }[] = [];
  for (let row = from; row <= lattice.range.bottom; row++) {
    const entries = lattice.starting(row);
    const [first] = entries;
    if (!first) continue;
    if (isNote(first) || (entries.length === 1 && (first.text.length > 30 || labelText(first.raw).length > 20))) {
      footnotes.push({ entry: first, text: first.text });
      continue;
    }
    for (const entry of entries) {
      const right = lattice.areaOf(entry).right + 1;
      const label = labelText(entry.raw);
      if (label.length > 20 || closing.some((field) => field.entry.cell === entry.cell)) continue;
      const beside = right <= lattice.range.right ? lattice.at(row, right) : entry;
      const value = beside.filled && beside.cell !== entry.cell ? beside : (behindColon(entry) ?? beside);
      closing.push({ name: label.replace(/[:：].*$/, ''), label: entry, entry: value });
    }
  }
  return { closing, footnotes };
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

interface PartsRead {
  readonly fund: FundBlock | null;
  readonly list: IndicatorsRead | null;
  readonly total: TotalRow | null;
  readonly summary: readonly SummaryLine[] | null;
}

function notUnderstood(lattice: Lattice, { fund, list, total, summary }: PartsRead, segment: Segment, extra: number | null, below: ListHeaders['below']): readonly NotUnderstood[] {
  const found: NotUnderstood[] = [];
  const { range } = segment;
  const at = (row: number): NotUnderstood['range'] => ({ top: row, left: range.left, bottom: row, right: range.right });
  if (fund && segment.fundHeader !== null && !fund.headers.actualSpending) found.push({ range: at(segment.fundHeader ?? range.top), reason: '资金表头里没有认出“全年执行数”一栏，执行率没有核查。' });
  if (fund && segment.fundHeader !== null && !fund.headers.originalBudget && !fund.headers.finalBudget) found.push({ range: at(segment.fundHeader ?? range.top), reason: '资金表头里没有认出预算数一栏，执行率没有核查。' });
  if (list && isExecutionUnread(fund, list.indicators) && total?.score?.quantity?.value.gt(0)) found.push({ range: at(segment.fundHeader ?? range.top), reason: '资金部分没有认出合计一行（年度资金总额……），执行率和预算执行得分没有核查，总分没有复核。', scored: true });
  if (extra !== null && list) found.push({ range: { ...range, top: extra, bottom: list.header.top - 1 }, reason: `第${extra}至${list.header.top - 1}行另有一组评分项（分值、得分），没有核查，总分没有复核。`, scored: true });
  if (below && list) found.push({ range: { ...range, ...below }, reason: `第${below.top}至${below.bottom}行另有一组评分项（分值、得分），没有核查，总分没有复核。`, scored: true });
  if (list?.header.beside) found.push({ range: at(list.header.top), reason: `右侧还有一组指标（${list.header.beside.cell} 起），没有核查；请把两组指标分到两张表里再核查。` });
  // Forms that judge by a 评分标准 column have no targets by design.
  if (list && !list.header.columns.target && list.header.columns.actual) found.push({ range: at(list.header.top), reason: '指标表头里没有认出“年度指标值”一栏，指标得分没有核查。' });
  if (list && total?.score?.filled && !list.header.columns.score && !list.header.columns.weight && list.indicators.every(({ weight, score }) => !weight?.quantity && !score?.quantity)) found.push({ range: at(list.header.top), reason: '指标表头里没有认出“分值”“得分”栏，指标得分和总分没有核查。' });
  if (list && list.indicators.length === 0 && linesOfFigures(lattice, list.header.bottom + 1) > 2) found.push({ range: at(list.header.top), reason: '指标表头里没有认出指标名称一栏，指标部分没有核查。' });
  if (!list && !segment.baseData && !summary) found.push({ range, reason: '没有找到指标表头（一级指标、三级指标、指标值……），指标部分没有核查。' });
  return found.filter((item) => contains(range, item.range.top, item.range.left));
}

/** Lines that hold two figures or more: they were filled in, whatever their headers are called. */
function linesOfFigures(lattice: Lattice, from: number): number {
  let lines = 0;
  for (let row = from; row <= lattice.range.bottom; row++) if (lattice.starting(row).filter((entry) => entry.quantity !== null).length > 1) lines++;
  return lines;
}
