// Sources that need not be all of what the total has: blanks beside the filled ones, and lists that name some of them only.
import { decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { FundBlock, FundRow } from '../model/table';
import { compact } from '../reading/text';
import { makesTotal, roundingOf } from './adding-up';
import { AMOUNT_COLUMNS, amountIn, type AmountColumn } from './fund-figures';

/** 其他资金 closes the list of sources: what stands in none of its lines has no source, unless a line is told to lack its budget. */
export function leavesRestOpen(division: readonly FundRow[], column: AmountColumn): boolean {
  return isClosed(division) && !division.some((part) => lacksBudget(part, column));
}

const isClosed = (division: readonly FundRow[]): boolean => division.length > 1 && division.some(({ name }) => /^(?:当年|本年度?)?其[他它](?:资金|来源|收入|支出)?$/.test(name));

/**
 * 其中：中央补助 | 300 below 500, with nothing that closes the list: one source, or several, of more than the form names. Where a column is made by them they are all of it, and where they
 * fall short in one column alone of several, that is a slip. Null for a list that has to make the total.
 */
export function namesSome(fund: FundBlock, row: FundRow, division: readonly FundRow[]): 'one' | 'several' | null {
  const [first] = division;
  if (!first || !compact(first.label.text).startsWith('其中') || isClosed(division)) return null;
  const columns = present(AMOUNT_COLUMNS, (column) => {
    const whole = amountIn(fund, row[column]);
    const amounts = present(division, (part) => amountIn(fund, part[column]));
    return whole?.gt(0) && amounts.length === division.length ? { whole, made: sum(amounts) } : null;
  });
  if (columns.length === 0 || columns.some(({ whole, made }) => made.gte(whole) || near(made, whole, decimal('0.01')))) return null;
  return division.length === 1 ? 'one' : columns.length > 1 ? 'several' : null;
}

/** The lines filled here made the total of another column, and the others are blank throughout: they hold nothing. */
export function unusedElsewhere(fund: FundBlock, row: FundRow, division: readonly FundRow[], column: AmountColumn): boolean {
  const used = division.filter((part) => part[column]?.filled && !part[column].notApplicable);
  const idle = division.filter((part) => !used.includes(part)).every((part) => AMOUNT_COLUMNS.every((other) => !part[other]?.filled || part[other].notApplicable || part[other].quantity?.value.isZero() === true));
  return idle && AMOUNT_COLUMNS.some((other) => {
    const whole = other === column ? null : amountIn(fund, row[other]);
    const amounts = present(used, (part) => amountIn(fund, part[other]));
    return whole?.gt(0) === true && amounts.length === used.length && makesTotal(amounts, whole, roundingOf(present(used, (part) => part[other]), fund));
  });
}

/** Spent without a budget: told by missing-field, with the same total. */
function lacksBudget(part: FundRow, column: AmountColumn): boolean {
  return column !== 'actualSpending' && part[column]?.filled === false && part.actualSpending?.filled === true && !part.originalBudget?.filled && !part.finalBudget?.filled;
}
