// Which budget of a fund block the rate divides by: the one that its header names, else the one that all rates agree with.
import { Decimal, ONE, decimal, halfUnit, near } from '../model/decimal';
import type { Quantity } from '../model/quantity';
import type { Entry, FundColumn } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import { BUDGET_OF_YEAR, fundColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';
import { compact } from './text';

export type Columns = Partial<Record<FundColumn, ColumnSpan>>;

/** 预算安排（A） | 到位资金（B） | 支出资金（C） | 支出率（C/B）: of two budgets the rate divides by the one that its header names, else by the one that all rates agree with. */
export function withDivisor(lattice: Lattice, header: number, bottom: number, columns: Columns): Columns {
  const { finalBudget, originalBudget, ...others } = columns;
  const { actualSpending, executionRate } = others;
  if (!actualSpending) return withUnnamedSpending(lattice, header, bottom, columns);
  if (!executionRate) return withScoredBudget(lattice, header, bottom, columns);
  // 执行率（C/(A+B)）: no column holds what it divides by.
  if (/[/÷]\(?[A-Z](?:\+[A-Z])+/.test(lettersOf(executionRate.header))) return others;
  if (!finalBudget) return originalBudget ? withUnnamedBudget(lattice, header, bottom, columns) : withBudgetOfYear(lattice, header, bottom, columns);
  const before = besides(lattice, header, finalBudget, executionRate);
  const named = budgetsAmong(lattice, before);
  const agrees = (budget: ColumnSpan): boolean => ratesAgree(lattice, header, bottom, [budget, actualSpending, executionRate]);
  // 全年预算数（A） | 统筹整合资金数（B） | 扣除后预算金额（C） | 全年执行资金（E） | 预算执行率（E/C）: by its letter alone.
  const unnamed = before.filter((entry) => fundColumn(entry.raw) === null && entry.text.includes('预算')).map((entry) => spanOf(lattice, entry));
  const letter = divisorLetter(executionRate.header, actualSpending.header);
  const lettered = letter === undefined ? undefined : [finalBudget, ...named, ...unnamed].find((column) => lettersOf(column.header).endsWith(`(${letter})`));
  // 预算调整数（A） before 全年预算数, by which all rates divide: a letter out of place.
  const doubtful = lettered && (unnamed.includes(lettered) || /调整(?!后)/.test(lettered.header.text)) && !agrees(lettered);
  const divisor = doubtful ? [finalBudget, ...named].find(agrees) ?? lettered : lettered;
  if (divisor) return { ...columns, finalBudget: divisor };
  if (named.length === 0) return columns;
  const agreeing = agrees(finalBudget) ? undefined : named.find(agrees) ?? agreedByMost(finalBudget, named, (budget) => linesAgreeing(lattice, header, bottom, [budget, actualSpending, executionRate]));
  return agreeing ? { ...columns, finalBudget: agreeing } : columns;
}

/** The other budget that more lines divide by, all but one of them: the one that does not holds a slip. */
function agreedByMost(budget: ColumnSpan, others: readonly ColumnSpan[], count: (budget: ColumnSpan) => Agreement): ColumnSpan | undefined {
  const own = count(budget).held;
  return others.find((other) => {
    const { held, lines } = count(other);
    return held > own && held > 1 && lines - held === 1;
  });
}

/** The headers before `end` beside that of the budget. */
const besides = (lattice: Lattice, header: number, budget: ColumnSpan, end: ColumnSpan): readonly Entry[] =>
  lattice.starting(header).filter((entry) => entry.cell !== budget.header.cell && entry.column < end.left && entry.row === budget.header.row);

const budgetsAmong = (lattice: Lattice, headers: readonly Entry[]): readonly ColumnSpan[] => headers.filter((entry) => fundColumn(entry.raw) === 'finalBudget').map((entry) => spanOf(lattice, entry));

/** In capitals, without spaces. */
const lettersOf = (header: Entry): string => compact(header.text).toUpperCase();

/** 预算执行率（E/C）: C. Where the spending has another letter than E, both are another form's. */
export function divisorLetter(rate: Entry, spending: Entry | undefined): string | undefined {
  const [, over, under] = /([A-Z①-⑳])[/÷]([A-Z①-⑳])/.exec(lettersOf(rate)) ?? [];
  const [, letter, number] = (spending && /\(([A-Z])\)$|([①-⑳])/.exec(lettersOf(spending))) ?? [];
  return (letter ?? number ?? over) === over ? under : undefined;
}

/** 调整预算数（A） beside 执行率（B/A）: what the rate divides by is what the budget came to. */
export function isDivisor(header: Entry, { executionRate, actualSpending }: Columns): boolean {
  const letter = executionRate && divisorLetter(executionRate.header, actualSpending?.header);
  return letter !== undefined && lettersOf(header).endsWith(`(${letter})`);
}

/** 年初预算数 | 全年可用资金 | 全年执行数 | 执行率: whatever the column is called, all rates divide by it and not by the budget of January. */
function withUnnamedBudget(lattice: Lattice, header: number, bottom: number, columns: Columns): Columns {
  const { originalBudget, actualSpending, executionRate } = columns;
  if (!originalBudget || !actualSpending || !executionRate) return columns;
  return withBudgetBetween(lattice, header, columns, (budget) => ratesAgree(lattice, header, bottom, [budget, actualSpending, executionRate]), NAMES_BUDGET);
}

/** The same in a form without a column of rates: the points of the first line that has any are a share of the budget that is meant. */
function withScoredBudget(lattice: Lattice, header: number, bottom: number, columns: Columns): Columns {
  const { finalBudget, actualSpending, weight, score } = columns;
  // 得分（20分*执行率） has the points in its header.
  const declared = score && !weight ? declaredPoints(score.header.raw.replace(/[*×].*$/, ')')) : null;
  if (!actualSpending || !score || !weight && !declared) return columns;
  const agrees = (budget: ColumnSpan): boolean => scoreAgrees(lattice, [header + 1, bottom], [budget, actualSpending, score], (row) => declared ?? (weight && lattice.at(row, weight.left).quantity?.value));
  if (!finalBudget) return withBudgetBetween(lattice, header, columns, agrees);
  const others = budgetsAmong(lattice, besides(lattice, header, finalBudget, score));
  const agreeing = others.length === 0 || agrees(finalBudget) ? undefined : others.find(agrees);
  return agreeing ? { ...columns, finalBudget: agreeing } : columns;
}

/** The column of no known name between the budget of January and the spending that alone agrees with what was made of the budget, or is called one of `words` where none does. */
function withBudgetBetween(lattice: Lattice, header: number, columns: Columns, agrees: (budget: ColumnSpan) => boolean, words?: RegExp): Columns {
  const { originalBudget, actualSpending } = columns;
  if (!originalBudget || !actualSpending) return columns;
  const between = lattice.starting(header).filter((entry) => entry.column > originalBudget.right && entry.column < actualSpending.left && entry.quantity === null && fundColumn(entry.raw) === null);
  if (between.length === 0 || agrees(originalBudget)) return columns;
  const budget = between.map((entry) => spanOf(lattice, entry)).find(agrees) ?? (words && onlyOne(lattice, between, words));
  return budget ? { ...columns, finalBudget: budget } : columns;
}

/** 可用指标, 资金总额, 年中调整数: where the rate agrees with no budget, one of the figures is the slip, and the word tells. */
const NAMES_BUDGET = /^(?!.*(?:收入|[追增减剂率]|收回|变动|结[转余]|拨款|自筹|单位|其[他它中]|补助|上级|中央|投资))(?=.*(?:预算|指标|计划|批复|下达|可[用支执]|资金(?:数|额|总额)?$|^(?:年中)?调整))/;
const NAMES_SPENDING = /执行|支出|支付|[实拨]付|实拨|列支|完成|使用|报账|发放/;

/** The one header of these words over a figure. */
function onlyOne(lattice: Lattice, headers: readonly Entry[], words: RegExp): ColumnSpan | undefined {
  const [found, ...more] = headers.filter((entry) => words.test(labelText(entry.raw)) && !/[+±]/.test(entry.text));
  return found && more.length === 0 && lattice.at(lattice.areaOf(found).bottom + 1, found.column).quantity ? spanOf(lattice, found) : undefined;
}

/** 全年预算数 | 实际完成投资 | 执行率: what stands between the budget and the rate and makes it, or else is called so. */
function withUnnamedSpending(lattice: Lattice, header: number, bottom: number, columns: Columns): Columns {
  const { finalBudget, originalBudget, executionRate } = columns;
  const budget = finalBudget ?? originalBudget;
  if (!budget || !executionRate) return columns;
  const between = lattice.starting(header).filter((entry) => entry.column > budget.right && entry.column < executionRate.left && entry.quantity === null && fundColumn(entry.raw) === null);
  const spending = between.map((entry) => spanOf(lattice, entry)).find((span) => ratesAgree(lattice, header, bottom, [budget, span, executionRate])) ?? onlyOne(lattice, between, NAMES_SPENDING);
  return spending ? withDivisor(lattice, header, bottom, { ...columns, actualSpending: spending }) : columns;
}

/** 上年结转 | 本年预算 | 本年支出 | 执行率: what was carried over may count as well, unless all rates divide by the year's alone. */
function withBudgetOfYear(lattice: Lattice, header: number, bottom: number, columns: Columns): Columns {
  const { actualSpending, executionRate } = columns;
  const own = lattice.starting(header).find((entry) => BUDGET_OF_YEAR.test(labelText(entry.raw)));
  if (!own || !actualSpending || !executionRate) return columns;
  const budget = spanOf(lattice, own);
  return ratesAgree(lattice, header, bottom, [budget, actualSpending, executionRate]) ? { ...columns, finalBudget: budget } : columns;
}

/** The rate of each line that has one is its spending by its budget, in the rows below `header` down to `bottom`. */
export function ratesAgree(lattice: Lattice, header: number, bottom: number, columns: readonly [ColumnSpan, ColumnSpan, ColumnSpan]): boolean {
  const { held, lines } = linesAgreeing(lattice, header, bottom, columns);
  return lines > 0 && held === lines;
}

/** Of the lines that have a rate, those whose spending by their budget it is. */
interface Agreement {
  readonly held: number;
  readonly lines: number;
}

function linesAgreeing(lattice: Lattice, header: number, bottom: number, columns: readonly [ColumnSpan, ColumnSpan, ColumnSpan]): Agreement {
  let [held, lines] = [0, 0];
  for (let row = header + 1; row <= bottom; row++) {
    const [below, above, rate] = columns.map((column) => lattice.at(row, column.left).quantity);
    if (!below?.value.gt(0) || !above || !rate) continue;
    lines++;
    if (isRateOf(rate, above.value.div(below.value))) held++;
  }
  return { held, lines };
}

/** A rate as forms write it (95%, 95, 0.95) is that of a share: within half a unit of its digits, a thousandth at least. */
export function isRateOf({ value, unit, decimals }: Quantity, share: Decimal): boolean {
  const within = (written: Decimal, digits: number): boolean => near(written, share, digits < 2 ? THOUSANDTH : Decimal.max(THOUSANDTH, halfUnit(digits)));
  return within(value.div(100), decimals + 2) || unit !== '%' && within(value, decimals);
}

const THOUSANDTH = decimal('0.001');

/** The score of the first line that has one is its points by how much of the budget was spent. Full marks tell nothing: they are given for many a share. */
function scoreAgrees(lattice: Lattice, [from, bottom]: readonly [number, number], columns: readonly [ColumnSpan, ColumnSpan, ColumnSpan], pointsIn: (row: number) => Decimal | undefined): boolean {
  for (let row = from; row <= bottom; row++) {
    const [below, above, score] = columns.map((column) => lattice.at(row, column.left).quantity);
    const points = pointsIn(row);
    if (!below?.value.gt(0) || !above || !points || !score) continue;
    return score.value.lt(points) && near(score.value, points.times(Decimal.min(ONE, above.value.div(below.value))), halfUnit(Math.max(score.decimals, 1)));
  }
  return false;
}
