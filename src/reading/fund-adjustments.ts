// 年初预算 | 预算调整 | 支出: a column that says by how much the budget moved, in a form without one for what it came to.
import { Decimal, ONE, ZERO, decimal, halfUnit, near, sum as sumOf } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundColumn, FundRow } from '../model/table';
import type { ColumnSpan } from './column-span';
import { isDivisor, isRateOf, type Columns } from './fund-divisor';
import { labelText } from './labels';
import type { Lattice } from './lattice';

const ADJUSTMENT = /^(?:年中|(?:预算)?执行中|全年|年度|本年|财政)?(?:预算)?(?:调整|追加|增减|调剂|调增|调减|追减|压减|核减|收回|变动)(?:[/、]?(?:追减|调减|调增|减少|变动))?(?:预算)?(?:数|金额|额|资金)?$/;
/** Such a header leaves it open whether the figure is the difference or the sum. */
const EITHER = /^(?:年中|(?:预算)?执行中|全年|年度|本年)?(?:预算)?调整(?:预算)?(?:数|金额|额|资金)?$/;

const DOWN = /(?:调减|核减|压减|追减|减少|收回)(?:预算)?(?:数|金额|额|资金)?$/;

/** 调整数, 年中追加, 追加（减）. */
export const isAdjustment = (raw: string): boolean => ADJUSTMENT.test(labelText(raw));
/** 调减数 | 12 is a cut of 12. */
export const movesDown = (raw: string): boolean => DOWN.test(labelText(raw)) && !/追加|增/.test(raw);

export interface Adjustment {
  readonly base: 'originalBudget' | 'finalBudget';
  /** 年中追加 and 年中调减 may stand side by side. */
  readonly columns: readonly ColumnSpan[];
}

/** The columns of the difference between the budget of January and what was spent; null as a rule, and where the budget of the year has a column. `paired`: the figure stands beside its label. */
export function adjustmentIn(lattice: Lattice, header: number, columns: Columns, paired: boolean): Adjustment | null {
  const { originalBudget, finalBudget, actualSpending } = columns;
  const base = originalBudget ?? finalBudget;
  if (!base || !actualSpending) return null;
  const heads = lattice.starting(header);
  const found = heads.filter((one) => one.column > base.right && one.column < actualSpending.left && one.quantity === null && ADJUSTMENT.test(labelText(one.raw)));
  if (found.length === 0 || found.some((one) => isDivisor(one, columns)) || originalBudget && finalBudget && !found.some((one) => one.cell === finalBudget.header.cell)) return null;
  const moved = present(found, (entry) => {
    const figure = paired ? heads.find((one) => one.column > entry.column) : entry;
    return !figure || paired && figure.quantity === null ? null : { header: entry, left: figure.column, right: lattice.areaOf(figure).right };
  });
  return moved.length === found.length ? { base: originalBudget ? 'originalBudget' : 'finalBudget', columns: moved } : null;
}

/** The total with what its budget came to, which is not known where it was left blank above its parts; null where the column holds that already. */
export function movedTotal(lattice: Lattice, total: FundRow, parts: readonly FundRow[], { base, columns }: Adjustment): FundRow | null {
  const original = total[base];
  const [from, spent] = [original?.quantity?.value, total.actualSpending?.quantity?.value];
  const [first] = columns;
  if (!original || !first) return null;
  const leftBlank = ({ left }: ColumnSpan): boolean => lattice.at(total.label.row, left).quantity === null && !sumOf(present(parts, ({ level, label }) => (level === 1 ? lattice.at(label.row, left).quantity?.value : null))).isZero();
  if (!from && !spent || columns.some(leftBlank)) return { ...total, originalBudget: original, finalBudget: { ...lattice.at(total.label.row, first.left), quantity: null } };
  if (!from || !spent) return null;
  const moves = movesIn(lattice, total.label.row, columns);
  if (!moves) return null;
  const last = columns.at(-1);
  // 年初预算数 | 预算调整数 | 调整预算数: the last is what the others make, or the same as the first where nothing moved.
  if (columns.length > 1 && last && mayHoldTheSum(last.header) && moves.at(-1)?.eq(from.plus(sumOf(moves.slice(0, -1))))) return { ...total, originalBudget: original, finalBudget: lattice.at(total.label.row, last.left) };
  const by = sumOf(moves);
  const sum = from.plus(by);
  if (columns.length === 1 && mayHoldTheSum(first.header) && lattice.at(total.label.row, first.left).quantity && !isDifference({ by, sum, spent }, total.executionRate)) return null;
  // What is taken back at the end of the year was not spent, and was budget all the same.
  if (columns.some(({ header }) => header.text.includes('收回')) && isBudgetOf(from, spent, total) && !isBudgetOf(sum, spent, total)) return null;
  return { ...total, originalBudget: original, finalBudget: putTogether(lattice.at(total.label.row, first.left), original, moves) };
}

/** 80+20: what stands in no cell of its own. */
function putTogether(cell: Entry, from: Entry, moves: readonly Decimal[]): Entry {
  const { value, unit, scale } = from.quantity ?? { value: ZERO, unit: '', scale: 1 };
  const written = [value, ...moves].map((move, i) => (i > 0 && move.gte(0) ? `+${move.toString()}` : move.toString())).join('');
  const sum = value.plus(sumOf(moves));
  return { ...cell, raw: written, text: written, value: written, formula: null, filled: true, notApplicable: false, quantity: { value: sum, unit, scale, operator: null, decimals: sum.decimalPlaces() } };
}

const CARRIED = /^(?:上年|以前年度|往年|年初)?(?:结转|结余)(?:结转|结余)?(?:资金|预算)?(?:数|金额|额)?$/;

/** 上年结转, 以前年度结余资金. */
export const isCarriedOver = (raw: string): boolean => CARRIED.test(labelText(raw));

/** 上年结转 20 | 年初预算数 80 | 全年执行数 95 | 95%: the total with both together as its budget; null as a rule. */
export function withCarriedOver(lattice: Lattice, header: number, { finalBudget, originalBudget, actualSpending }: Columns, total: FundRow): FundRow | null {
  const budget = total.finalBudget ?? total.originalBudget;
  const [from, spent] = [budget?.quantity?.value, total.actualSpending?.quantity?.value];
  const [carried, ...more] = lattice.starting(header).filter((one) => actualSpending !== undefined && one.column < actualSpending.left && isCarriedOver(one.raw));
  const by = carried && lattice.at(total.label.row, carried.column).quantity?.value;
  if (!(finalBudget ?? originalBudget) || !budget || !from || !spent || !by?.gt(0) || more.length > 0) return null;
  // 上年结转 20 | 年初预算数 80 | 全年预算数 100 has it in already.
  if (finalBudget && total.originalBudget?.quantity?.value.plus(by).eq(from)) return null;
  const both = from.plus(by);
  const [together, beyond] = [isBudgetOf(both, spent, total), spent.gt(from) && spent.lte(both)];
  // A rate of more than the one may be cut off at 100%.
  const alone = isBudgetOf(from, spent, total) || beyond && isBudgetOf(spent, spent, total);
  // Where rate and points are of neither, one of them is wrong: more than the one was spent, and not more than both.
  if (alone ? !together || !beyond : !together && !beyond) return null;
  return { ...total, originalBudget: null, finalBudget: putTogether(budget, budget, [by]) };
}

/** Rate or points are those of so much spent of this budget. */
export function isBudgetOf(budget: Decimal, spent: Decimal, { executionRate, weight, score }: Pick<FundRow, 'executionRate' | 'weight' | 'score'>, most = weight?.quantity?.value): boolean {
  if (!budget.gt(0)) return false;
  const share = spent.div(budget);
  if (executionRate?.quantity) return isRateOf(executionRate.quantity, share);
  const got = score?.quantity;
  return most !== undefined && got !== null && got !== undefined && near(got.value, most.times(Decimal.min(ONE, share)), halfUnit(Math.max(got.decimals, 1)));
}

/** The block's lines beside such a total: what each of them had together stands nowhere. */
export function withoutBudgets(parts: readonly FundRow[]): readonly FundRow[] {
  return parts.map((part) => ({ ...part, originalBudget: null, finalBudget: null }));
}

/** By how much each column moves the budget; null where one of them holds words. */
function movesIn(lattice: Lattice, row: number, columns: readonly ColumnSpan[]): readonly Decimal[] | null {
  const moves: Decimal[] = [];
  for (const { header, left } of columns) {
    const { quantity, text, filled, notApplicable } = lattice.at(row, left);
    const by = quantity?.value ?? bracketedCut(text) ?? (filled && !notApplicable ? null : ZERO);
    if (!by) return null;
    moves.push(movesDown(header.raw) && by.gt(0) ? by.negated() : by);
  }
  return moves;
}

/** 预算调整数 says neither whether it is the difference nor what the budget came to; 调整数（±） does. */
const mayHoldTheSum = ({ raw }: Entry): boolean => EITHER.test(labelText(raw)) && !/[+＋±]/.test(raw);

/** (2.6) is how accountants write −2.6. */
function bracketedCut(text: string): Decimal | null {
  const figure = /^\((\d[\d,]*(?:\.\d+)?)\)$/.exec(text)?.[1];
  return figure === undefined ? null : decimal(figure.replaceAll(',', '')).negated();
}

const NEAR = decimal('0.8');

interface Figures {
  readonly by: Decimal;
  readonly sum: Decimal;
  readonly spent: Decimal;
}

/** Less than nothing, or less than was spent where both together are enough, unless the rate divides by it. Where the rate divides by neither, one of the figures is wrong: what comes near to the spending is the sum. */
function isDifference({ by, sum, spent }: Figures, rate: Entry | null): boolean {
  if (by.lt(0)) return true;
  const written = rate?.quantity ?? null;
  const divides = (budget: Decimal): boolean => written !== null && budget.gt(0) && isRateOf(written, spent.div(budget));
  if (divides(by)) return false;
  return divides(sum) || by.lt(spent) && spent.lte(sum) && (written === null || by.lt(spent.times(NEAR)));
}

/** The block's lines where its total's budget moved: what the others came to stands nowhere. */
export function withoutFinal(parts: readonly FundRow[], { base }: Adjustment): readonly FundRow[] {
  return parts.map((part) => ({ ...part, originalBudget: part[base], finalBudget: null }));
}

export function movedHeaders(headers: Readonly<Partial<Record<FundColumn, Entry>>>, { base, columns: [column] }: Adjustment): Partial<Record<FundColumn, Entry>> {
  return { ...headers, originalBudget: headers[base], ...(column ? { finalBudget: column.header } : {}) };
}
