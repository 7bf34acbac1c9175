// The fund block: budget, spending, rate and score, in every shape the forms give it.
import { sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Field, FundBlock, FundColumn, FundRow, Indicator } from '../model/table';
import { adjustmentIn, movedHeaders, movedTotal, withCarriedOver, withoutBudgets, withoutFinal } from './fund-adjustments';
import { pairedColumns, pastLabels, readColumns } from './fund-columns';
import { withDivisor, type Columns } from './fund-divisor';
import { withLevels } from './fund-levels';
import { readLines, type Body } from './fund-lines';
import { withRatedPart } from './fund-rated';
import { budgetAbove, pairsIn, rateIn, scoreBehind, scoreIn, spendingBelow, writtenUnit } from './fund-pairs';
import { readAmountUnit } from './head';
import { headersOf } from './indicator-columns';
import { fundColumn } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';
import { compact } from './text';

export interface FundRead {
  readonly fund: FundBlock;
  /** Lines of explanation inside the block. */
  readonly remarks: readonly Field[];
  /** Last row that belongs to it. */
  readonly bottom: number;
}

const NOTHING: FundBlock = { unit: null, headers: {}, declaredWeight: null, total: null, parts: [], splits: [] };

/** Reads the block under the header row `header`; `bottom` is the last row that can belong to it. */
export function readFund(lattice: Lattice, header: number, bottom: number): FundRead {
  const inline = pairsIn(lattice, header);
  const paired = inline.length >= 2;
  const columns: Columns = paired ? pairedColumns(lattice, header, bottom, inline) : pastLabels(lattice, withDivisor(lattice, header, bottom, readColumns(lattice, header)));
  if (Object.keys(columns).length === 0) return { fund: NOTHING, remarks: [], bottom: header };
  const first = Math.min(...Object.values(columns).map((column) => column.left));
  const side = sideLabel(lattice, header, first);
  // 预算数 | 80 | 执行数 | 80 as the first line: it bears the headers and the total at once.
  const body: Body = { header, bodyTop: paired ? header : belowHeaders(lattice, header, columns), bottom, columns, first, side, paired };
  const { rows, splits, remarks, alone, last } = readLines(lattice, body);
  const levelled = rolesOf(budgetKept(spendingLines(rows), columns), side);
  const found = levelled.find((row) => row.role === 'total') ?? null;
  const points = declaredAround(lattice, header, side);
  const amounts = paired && found ? amountsAround(lattice, body, last) : {};
  const whole = found && { ...found, ...valuesOf(amounts) };
  const rate = paired && !columns.executionRate && last < bottom ? rateIn(lattice, last + 1) : null;
  const score = alone ?? (paired && found && !found.score ? scoreBehind(lattice, header) ?? scoreBelow(lattice, header + 1, Math.min(last + 1, bottom), points, side ? lattice.areaOf(side).bottom : header) : null);
  const below: Labelled = { ...(rate ? { executionRate: rate } : {}), ...(score ? { score } : {}) };
  const fund: FundBlock = {
    unit: readAmountUnit([side?.raw ?? '', ...lattice.starting(header).map((entry) => entry.raw)]) ?? writtenUnit(rows.flatMap((row) => [row.originalBudget, row.finalBudget, row.actualSpending])),
    headers: { ...headersOf(columns), ...labelsOf(amounts), ...labelsOf(below) },
    declaredWeight: points ?? declaredIn(columns, score?.label ?? null),
    total: whole && { ...whole, ...valuesOf(below) },
    // 得分 behind a source stands where the rate stands in the line above.
    parts: levelled.filter((row) => row.role === 'part').map((row) => (score && row.executionRate?.cell === score.value.cell ? { ...row, executionRate: null } : row)),
    splits,
  };
  const adjustment = whole ? adjustmentIn(lattice, header, columns, paired) : null;
  // With rate and score that stand in a line of their own below.
  const moved = adjustment && fund.total ? movedTotal(lattice, fund.total, fund.parts, adjustment) : null;
  const adjusted: FundBlock = adjustment && moved ? { ...fund, headers: movedHeaders(fund.headers, adjustment), total: moved, parts: withoutFinal(fund.parts, adjustment) } : fund;
  const carried = adjusted.total && withCarriedOver(lattice, header, columns, adjusted.total);
  return { fund: withRatedPart(carried ? { ...adjusted, headers: headersOfOne(adjusted.headers), total: carried, parts: withoutBudgets(adjusted.parts) } : adjusted), remarks, bottom: last };
}

/** With one budget that is put together of the others. */
function headersOfOne({ originalBudget, finalBudget, ...others }: FundBlock['headers']): FundBlock['headers'] {
  const budget = finalBudget ?? originalBudget;
  return budget ? { ...others, finalBudget: budget } : others;
}

/** True where the form scores the execution in a block whose total line was not found, and in no line of its list: how many points that brings is then not known. */
export function isExecutionUnread(fund: FundBlock | null, indicators: readonly Indicator[]): boolean {
  return fund !== null && !fund.total && Boolean(fund.headers.weight ?? fund.headers.score ?? fund.declaredWeight) && !indicators.some(({ isExecution }) => isExecution);
}

/** The first row below the headers of the columns; 备注 merged down beside all lines is no header of two rows. */
function belowHeaders(lattice: Lattice, header: number, columns: Columns): number {
  let last = header;
  for (const [name, { header: label, left }] of Object.entries(columns)) {
    const { bottom, right } = lattice.areaOf(label);
    if (name === 'reason' || left > right) continue;
    // 合计 under 预算数.
    const divided = left > label.column && bottom < lattice.range.bottom && lattice.at(bottom + 1, left).filled && lattice.at(bottom + 1, left).quantity === null;
    last = Math.max(last, divided ? bottom + 1 : bottom);
  }
  return last + 1;
}

/** The lines with their roles. 小计 of some lines among those that 合计 adds up would count them twice, as would 省直部门小计 above 合计. */
function rolesOf(rows: readonly FundRow[], side: Entry | null): readonly FundRow[] {
  const whole = findTotal(rows, side);
  const repeats = ({ name, label }: FundRow): boolean => name === '小计' || name.endsWith('小计') && whole !== null && label.row < whole.label.row;
  return withLevels(whole?.name === '小计' ? rows : rows.filter((row) => !repeats(row)), whole);
}

/** Figures with their labels. */
type Labelled = Partial<Record<FundColumn, { readonly label: Entry; readonly value: Entry }>>;

const valuesOf = (given: Labelled): Partial<Record<FundColumn, Entry>> => Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]));
const labelsOf = (given: Labelled): Partial<Record<FundColumn, Entry>> => Object.fromEntries(Object.entries(given).map(([name, { label }]) => [name, label]));

/** Amounts of the total that belong to a block of labels and figures by turns, but stand in the rows above or below it. */
function amountsAround(lattice: Lattice, { header, bottom, columns }: Body, last: number): Labelled {
  const above = !columns.finalBudget && !columns.originalBudget ? budgetAbove(lattice, header) : null;
  const spent = !columns.actualSpending && last < bottom ? spendingBelow(lattice, last + 1) : null;
  return { ...(above ? { [above.name]: above } : {}), ...(spent ? { actualSpending: spent } : {}) };
}

/** Points in the block's side label, or in the one text right above it. */
function declaredAround(lattice: Lattice, header: number, side: Entry | null): Decimal | null {
  if (side) return declaredPoints(side.raw);
  const [heading, ...more] = header > lattice.range.top ? lattice.starting(header - 1) : [];
  return heading && more.length === 0 && /资金|预算|执行/.test(compact(heading.text)) ? declaredPoints(heading.raw) : null;
}

/** Points in the headers of weights or scores: 得分（20分*执行率）. */
function declaredIn({ weight, score }: Columns, scoreLabel: Entry | null): Decimal | null {
  const headers = [weight?.header.raw, score?.header.raw.replace(/[*×].*$/, ')'), scoreLabel?.raw];
  for (const raw of headers) {
    const points = raw === undefined ? null : declaredPoints(raw);
    if (points) return points;
  }
  return null;
}

/** 得分 | 9.8 behind a source or below all of them. */
function scoreBelow(lattice: Lattice, from: number, to: number, points: Decimal | null, sideBottom: number): ReturnType<typeof scoreIn> {
  for (let row = from; row <= to; row++) {
    const found = scoreIn(lattice, row, points, row <= sideBottom);
    if (found) return found;
  }
  return null;
}

/** 年初预算 50 | 调整预算 blank or — throughout: nothing was adjusted, and the budget of January is that of the year. */
function budgetKept(rows: readonly FundRow[], { finalBudget, originalBudget }: Columns): readonly FundRow[] {
  if (!finalBudget || !originalBudget || !/调整/.test(finalBudget.header.text)) return rows;
  const open = rows.every((row) => !row.finalBudget?.filled || row.finalBudget.notApplicable);
  return open && rows.some((row) => row.originalBudget?.quantity?.value.gt(0)) ? rows.map((row) => ({ ...row, finalBudget: row.originalBudget })) : rows;
}

/** What 收入 leaves once 支出 is taken off, and what there is together with that of other years. */
const BETWEEN = /^(?:本年|当年|当期|年末|年终|期末|累计|滚存|收支|资金)*(?:结转|结余|差额)(?:[和及、与]?结[转余])?(?:资金)?$/;

/** 收入合计, 其中：财政拨款, 支出合计, 其中：基本支出, 项目支出: what came in is held to nothing here. */
function spendingLines(rows: readonly FundRow[]): readonly FundRow[] {
  const at = (side: RegExp): number => rows.findIndex(({ name }) => side.test(name));
  const income = at(/^(?:本年|年度|全年)?(?:总收入|收入(?:合计|总计|总额)?|基金收入(?:合计)?)$/);
  const spending = at(/^(?:本年|年度|全年)?(?:总支出|支出(?:合计|总计|总额)?|基金支出(?:合计)?)$/);
  // Points for what came in count as those for what was spent.
  if (income < 0 || spending < 0 || rows[income]?.score?.quantity) return rows;
  const [whole, ...behind] = income < spending ? rows.slice(spending) : rows.slice(spending, income);
  const lines = behind.filter(({ name }) => !BETWEEN.test(name));
  // Why the budget moved may be told beside either.
  return whole ? [{ ...whole, reason: whole.reason?.filled ? whole.reason : (rows[income]?.reason ?? whole.reason) }, ...lines] : rows;
}

/** 项目资金（万元） at the left of the block, reaching down beside its lines. */
function sideLabel(lattice: Lattice, header: number, first: number): Entry | null {
  return lattice.touching(header).find((entry) => entry.column < first && /资金|预算|经费|支出|收支|整体/.test(compact(entry.text))) ?? null;
}

/** Who gives the money, or what part of it. */
const SOURCE = /财政|拨款|中央|上级|本级|[省市州县区乡镇]|自[筹有]|单位|专户|专项|其[他它]|结[转余]|公共|基金|社会/;

const PLAIN_SOURCE = /^(?:(?:当年|本年|年度|上年)?(?:财政(?:拨款|资金|补助)|一般公共预算|政府性基金|单位资金|事业收入|结转)|(?:中央|上级|本级|省级|市级|县级|区级|地方)(?:财政)?(?:资金|补助|拨款|配套|安排)?$)/;

/** 财政拨款 | 80 | … | 10 | 9.5 over 其他资金 | 20: a block without a total, with the points on its first line. The others do not make what that has, nor divide it. */
function isFirstOfSources([top, ...others]: readonly FundRow[]): boolean {
  if (!top || !PLAIN_SOURCE.test(top.name) || others.length === 0 || others.some(({ label }) => /^其中/.test(compact(label.text)))) return false;
  return (['originalBudget', 'finalBudget', 'actualSpending'] as const).every((column) => {
    const own = top[column]?.quantity?.value;
    const made = sum(present(others, (row) => row[column]?.quantity?.value));
    return !own?.gt(0) || made.gt(0) && !made.eq(own);
  });
}

function findTotal(rows: readonly FundRow[], side: Entry | null): FundRow | null {
  const labelled = rows.find((row) => /总额|总计|合计|资金总|总资金|总经费|总预算|总金额|^总|小计|^年度财政资金|^预算总/.test(row.name) && !/^其中/.test(compact(row.label.text)));
  // 小计 or 省直部门小计 under each department's lines, 合计 under all of them.
  if (labelled) return (labelled.name.endsWith('小计') ? rows.findLast((row) => /^(?:合计|总计)$/.test(row.name)) : undefined) ?? labelled;
  const [top] = rows;
  if (top && fundColumn(top.label.raw) !== null) return top;
  // The first line bears no label of its own, the others do: it is the block's.
  if (top && rows.filter((row) => row.label.cell === side?.cell).length === 1 && top.label.cell === side?.cell) return top;
  // The only line with points of its own, or the one that 其中 divides.
  if (top && (top.weight?.quantity ?? top.score?.quantity) && !isFirstOfSources(rows) && !/^其中/.test(compact(top.label.text)) && !rows.slice(1).some((row) => row.weight?.quantity ?? row.score?.quantity)) return top;
  // 项目经费, 其中：财政拨款, 其他资金: no source by its name, and divided.
  if (top && rows[1] && /^其中[:：]/.test(compact(rows[1].label.text)) && /(?:资金|经费|预算)$|^(?:本年|年度|全年)?支出$/.test(top.name) && !SOURCE.test(top.name)) return top;
  const [only] = rows;
  return rows.length === 1 && only && !/^其中/.test(compact(only.label.text)) ? only : null;
}
