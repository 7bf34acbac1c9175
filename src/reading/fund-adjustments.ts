// 年初预算 | 预算调整 | 支出: a column that says by how much the budget moved, in a form without one for what it came to.
import { ZERO, decimal, near, type Decimal } from '../model/decimal';
import type { Entry, FundColumn, FundRow } from '../model/table';
import type { Columns } from './fund-columns';
import type { Column } from './fund-pairs';
import { labelText } from './labels';
import type { Lattice } from './lattice';

const ADJUSTMENT = /^(?:年中|全年|年度|本年)?(?:预算)?(?:调整|追加|增减|调剂|调增|调减|追减)(?:[/、]?(?:追减|调减|调增|减少))?(?:预算)?(?:数|金额|额|资金)?$/;
/** Such a header leaves it open whether the figure is the difference or the sum. */
const EITHER = /^(?:年中|全年|年度|本年)?(?:预算)?调整(?:预算)?(?:数|金额|额|资金)?$/;

export interface Adjustment {
  readonly base: 'originalBudget' | 'finalBudget';
  readonly column: Column;
}

/** The column of the difference between the budget of January and what was spent; null as a rule, and where the budget of the year has a column. `paired`: the figure stands beside its label. */
export function adjustmentIn(lattice: Lattice, header: number, columns: Columns, paired: boolean): Adjustment | null {
  const { originalBudget, finalBudget, actualSpending } = columns;
  const base = originalBudget ?? finalBudget;
  if (!base || !actualSpending) return null;
  const entry = lattice.starting(header).find((one) => one.column > base.right && one.column < actualSpending.left && one.quantity === null && ADJUSTMENT.test(labelText(one.raw)));
  if (!entry || originalBudget && finalBudget && finalBudget.header.cell !== entry.cell) return null;
  const figure = paired ? lattice.starting(header).find((one) => one.column > entry.column) : entry;
  if (!figure || paired && figure.quantity === null) return null;
  return { base: originalBudget ? 'originalBudget' : 'finalBudget', column: { header: entry, left: figure.column, right: lattice.areaOf(figure).right } };
}

/** The total with what its budget came to; null where the column holds that already. */
export function movedTotal(lattice: Lattice, total: FundRow, { base, column }: Adjustment): FundRow | null {
  const original = total[base];
  const moved = lattice.at(total.label.row, column.left);
  const [from, spent] = [original?.quantity?.value, total.actualSpending?.quantity?.value];
  const by = moved.quantity?.value ?? (moved.filled && !moved.notApplicable ? null : ZERO);
  if (!original || !from || !by || !spent) return null;
  const sum = from.plus(by);
  if (EITHER.test(labelText(column.header.raw)) && !/[+＋±]/.test(column.header.raw) && !isDifference({ by, sum, spent }, total.executionRate)) return null;
  const written = by.lt(0) ? `${from.toString()}${by.toString()}` : `${from.toString()}+${by.toString()}`;
  const finalBudget: Entry = { ...moved, raw: written, text: written, value: written, formula: null, filled: true, notApplicable: false, quantity: { value: sum, unit: original.quantity?.unit ?? '', scale: original.quantity?.scale ?? 1, operator: null, decimals: sum.decimalPlaces() } };
  return { ...total, originalBudget: original, finalBudget };
}

interface Figures {
  readonly by: Decimal;
  readonly sum: Decimal;
  readonly spent: Decimal;
}

/** Less than nothing, or less than was spent where both together are enough, unless the rate divides by it. */
function isDifference({ by, sum, spent }: Figures, rate: Entry | null): boolean {
  if (by.lt(0)) return true;
  const written = rate?.quantity?.value;
  const divides = (budget: Decimal): boolean => written !== undefined && budget.gt(0) && [written, written.div(100)].some((one) => near(one, spent.div(budget), decimal('0.001')));
  return divides(sum) && !divides(by) || by.lt(spent) && spent.lte(sum) && !divides(by);
}

/** The block's lines where its total's budget moved: what the others came to stands nowhere. */
export function withoutFinal(parts: readonly FundRow[], { base }: Adjustment): readonly FundRow[] {
  return parts.map((part) => ({ ...part, originalBudget: part[base], finalBudget: null }));
}

export function movedHeaders(headers: Readonly<Partial<Record<FundColumn, Entry>>>, { base, column }: Adjustment): Partial<Record<FundColumn, Entry>> {
  return { ...headers, originalBudget: headers[base], finalBudget: column.header };
}
