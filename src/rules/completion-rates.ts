// 完成率 beside target and actual in a list of indicators is their quotient, where more is better.
import { HUNDRED, decimal } from '../model/decimal';
import type { Entry, Indicator, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { plainUnit } from '../reading/quantity';
import { comparable } from '../scoring/units';
import { cellsOf, moreIsBetter } from './indicator-facts';
import { inPoints, rateHolds, ratePercent } from './rates';
import { cellAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, percent, words } from './wording';

const COLUMN = /^(?:指标|目标|实际|单项)?完成(?:率|进度|比例|百分比)(?:\(%\))?$/;

/** Forms cap what is beyond the target at a multiple of so many per cent. */
const LIMITS = 5;

/** How far targets are said to be reached, where it is not what target and actual make. */
export function* completionRates(table: Table): Iterable<RuleReport<'reached'>> {
  const header = columnHeader(table, '完', COLUMN);
  if (!header) return;
  for (const indicator of table.indicators) {
    const rate = cellAt(table, indicator.row, header.column);
    const found = rate && unlike(table, indicator, rate);
    if (found) yield found;
  }
}

/** The head of a column beside target and actual that the reading has no name for. `mark`: a character that every such head has. */
export function columnHeader(table: Table, mark: string, column: RegExp): Entry | null {
  const { target, actual } = table.indicatorHeaders;
  return target && actual ? headUnder(table, Math.min(target.row, actual.row), mark, column) : null;
}

/** The same from row `top` to the first of the lines. */
export function headUnder({ entries, indicators }: Table, top: number, mark: string, column: RegExp): Entry | null {
  const first = indicators[0]?.row;
  if (first === undefined) return null;
  for (const entry of entries) {
    if (entry.row >= first) return null;
    if (entry.row >= top && entry.quantity === null && entry.text.includes(mark) && column.test(labelText(entry.raw))) return entry;
  }
  return null;
}

function unlike(table: Table, indicator: Indicator, rate: Entry): RuleReport<'reached'> | null {
  const { quantity } = indicator.target;
  const claimed = ratePercent(rate);
  if (!quantity?.value.gt(0) || !indicator.actualQuantity || !claimed || !moreIsBetter(table, indicator)) return null;
  const both = comparable(quantity, indicator.actualQuantity, indicator.name.text);
  if (both.kind !== 'comparable' || !both.target.gt(0)) return null;
  const expected = both.actual.div(both.target).times(HUNDRED);
  // What is above the target is written as 100 %, up to a limit of the form's (120 %, 125 %), or as what it is; a share may be repeated as it was reached.
  if (claimed.gte(HUNDRED) && claimed.lte(expected) && claimed.div(LIMITS).isInteger() || plainUnit(quantity.unit) === '%' && claimed.eq(both.actual)) return null;
  // 33% and 33.3% of a third; one unit of the last digit covers what was cut off instead of rounded.
  if (rateHolds(rate, expected, () => decimal(inPoints(rate) || rate.quantity?.unit === '%' ? '0.5' : '0.05')) !== false) return null;
  return {
    message: 'reached',
    severity: 'verify',
    data: { name: excerpt(indicator.name), expected: percent(expected), actual: amount(both.actual), target: amount(both.target), received: words(rate) },
    cells: cellsOf(rate, indicator.actualEntry, indicator.targetEntry),
    expected: percent(expected),
    received: words(rate),
  };
}
