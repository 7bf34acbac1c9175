// What of a table was not understood: which rows, and what was left unchecked for it.
import { contains } from '../model/address';
import { HUNDRED, show } from '../model/decimal';
import type { Entry, FundBlock, Indicator, NotUnderstood, SummaryLine, TotalRow } from '../model/table';
import { isExecutionUnread } from './fund';
import type { IndicatorsRead } from './indicators';
import { indicatorColumn } from './labels';
import type { Lattice } from './lattice';
import { shareInTotal } from './marked-apart';
import type { ListHeaders, NumberedList } from './other-lists';
import type { Segment } from './segments';

/** What was read of a table. */
export interface PartsRead {
  readonly fund: FundBlock | null;
  readonly list: IndicatorsRead | null;
  readonly total: TotalRow | null;
  readonly summary: readonly SummaryLine[] | null;
  /** The header row of another list of points above the indicators, and the rows of one below them. */
  readonly above: number | null;
  readonly below: ListHeaders['below'];
  readonly numbered: NumberedList | null;
}

/** Sentences with the rows that they are about; empty for nearly all tables. */
export function notUnderstood(lattice: Lattice, parts: PartsRead, segment: Segment): readonly NotUnderstood[] {
  const { range, baseData } = segment;
  const { list, summary } = parts;
  const found = [
    ...ofFund(parts, segment),
    ...(list ? [...ofOtherLists(parts, list, segment), ...ofColumns(lattice, parts, list, segment)] : []),
    ...(!list && !baseData && !summary ? [{ range, reason: '没有找到指标表头（一级指标、三级指标、指标值……），指标部分没有核查。' }] : []),
  ];
  return found.filter((item) => contains(range, item.range.top, item.range.left));
}

const rowOf = ({ range: { left, right } }: Segment, row: number): NotUnderstood['range'] => ({ top: row, left, bottom: row, right });

function ofFund({ fund, list, total }: PartsRead, segment: Segment): readonly NotUnderstood[] {
  const { fundHeader } = segment;
  const found: NotUnderstood[] = [];
  const range = rowOf(segment, fundHeader ?? segment.range.top);
  if (fund && fundHeader !== null && !fund.headers.actualSpending) found.push({ range, reason: '资金表头里没有认出“全年执行数”一栏，执行率没有核查。' });
  if (fund && fundHeader !== null && !fund.headers.originalBudget && !fund.headers.finalBudget) found.push({ range, reason: '资金表头里没有认出预算数一栏，执行率没有核查。' });
  if (list && isExecutionUnread(fund, list.indicators) && total?.score?.quantity?.value.gt(0)) found.push({ range, reason: '资金部分没有认出合计一行（年度资金总额……），执行率和预算执行得分没有核查，总分没有复核。', scored: true });
  const share = fund && list ? shareInTotal(fund, list, total) : null;
  if (share) found.push({ range, reason: `预算执行和各指标各按100分评分，总分由两部分按${show(share.times(100))}%、${show(HUNDRED.minus(share.times(100)))}%折算，没有复核。`, scored: true });
  return found;
}

/** Lists of points above, below and beside the one that was read. */
function ofOtherLists({ above, below, numbered }: PartsRead, { header }: IndicatorsRead, segment: Segment): readonly NotUnderstood[] {
  const rows = (top: number, bottom: number): NotUnderstood => ({ range: { ...segment.range, top, bottom }, reason: `第${top}至${bottom}行另有一组评分项（分值、得分），没有核查，总分没有复核。`, scored: true });
  return [
    ...(above === null ? [] : [rows(above, header.top - 1)]),
    ...(below ? [rows(below.top, below.bottom)] : []),
    ...(numbered ? [{ range: { ...segment.range, top: numbered.top, bottom: numbered.bottom }, reason: `第${numbered.top}至${numbered.bottom}行是另一张清单（${numbered.labels[0]?.text.replace(/\s+/g, '').slice(0, 12) ?? ''}……），没有核查。` }] : []),
    ...(header.beside ? [{ range: rowOf(segment, header.top), reason: `右侧还有一组指标（${header.beside.cell} 起），没有核查；请把两组指标分到两张表里再核查。` }] : []),
  ];
}

function ofColumns(lattice: Lattice, { total }: PartsRead, { header, indicators }: IndicatorsRead, segment: Segment): readonly NotUnderstood[] {
  const { columns } = header;
  const found: NotUnderstood[] = [];
  const range = rowOf(segment, header.top);
  // Forms that judge by a 评分标准 column have no targets by design.
  if (!columns.target && columns.actual) found.push({ range, reason: '指标表头里没有认出“年度指标值”一栏，指标得分没有核查。' });
  const unread = unreadColumn(lattice, header, indicators);
  if (unread) found.push({ range, reason: `指标表头里“${unread.label.text.replace(/\s+/g, '').slice(0, 20)}”一栏没有认出，也没有找到“${unread.missing}”一栏，指标得分没有核查。` });
  const above = scoresBelow(lattice, header, indicators);
  if (above) found.push({ range, reason: `“${above.text.replace(/\s+/g, '')}”标在指标表头之上（${above.cell}），下面各项得分没有读出，得分和总分没有核查。`, scored: true });
  if (header.parted.length > 0) found.push({ range, reason: '指标值或实际完成值分期填写（季度、半年、年度），没有得分所对应的一栏，指标得分没有核查。' });
  if (total?.score?.filled && !columns.score && !columns.weight && indicators.every(({ weight, score }) => !weight?.quantity && !score?.quantity)) found.push({ range, reason: '指标表头里没有认出“分值”“得分”栏，指标得分和总分没有核查。' });
  if (indicators.length === 0 && linesOfFigures(lattice, header.bottom + 1) > 2) found.push({ range, reason: '指标表头里没有认出指标名称一栏，指标部分没有核查。', scored: true });
  return found;
}

/** A column of figures under a header that is not known, in a form that asks for a result and points and seems to lack one of them. */
function unreadColumn(lattice: Lattice, { columns, top, bottom }: IndicatorsRead['header'], indicators: readonly Indicator[]): { readonly label: Entry; readonly missing: string } | null {
  const { target, actual, weight, score } = columns;
  const missing = !actual && target && score ? '实际完成值' : !actual ? null : weight && !score ? '得分' : score && !weight ? '分值' : null;
  if (missing === null) return null;
  const known = Object.values(columns);
  for (let column = (target ?? actual)?.right ?? 0; column <= lattice.range.right; column++) {
    const label = lattice.at(bottom, column);
    if (!label.filled || label.column !== column || label.row < top || indicatorColumn(label.raw) !== null || known.some(({ left, right }) => left <= column && column <= right)) continue;
    const answers = indicators.filter(({ row, target: { quantity } }) => {
      const entry = lattice.at(row, column);
      return entry.quantity && (missing === '实际完成值' ? quantity !== null : entry.quantity.unit === '' && entry.quantity.value.lte(100));
    });
    if (answers.length > 2 && answers.length * 2 > indicators.length) return { label, missing };
  }
  return null;
}

/** 自评得分 at the head of the form over all that is scored: figures beside the lines of a list that has neither 分值 nor 得分 among its headers. */
function scoresBelow(lattice: Lattice, { columns, top, bottom }: IndicatorsRead['header'], indicators: readonly Indicator[]): Entry | null {
  if (columns.weight || columns.score || indicators.length === 0) return null;
  const last = Math.max(...Object.values(columns).map(({ right }) => right));
  for (let row = lattice.range.top; row < top; row++) {
    const label = lattice.starting(row).find((entry) => entry.column > last && indicatorColumn(entry.raw) === 'score');
    const header = label && lattice.at(bottom, label.column);
    if (!label || !header || header.filled && header.quantity === null) continue;
    const scored = indicators.filter((indicator) => lattice.at(indicator.row, label.column).quantity?.value.lte(HUNDRED));
    if (scored.length > 1 && scored.length * 2 > indicators.length) return label;
  }
  return null;
}

/** Lines that hold two figures or more: they were filled in, whatever their headers are called. */
function linesOfFigures(lattice: Lattice, from: number): number {
  let lines = 0;
  for (let row = from; row <= lattice.range.bottom; row++) if (lattice.starting(row).filter((entry) => entry.quantity !== null).length > 1) lines++;
  return lines;
}
