// 偏差度 beside target and actual in a list of indicators: by how much the one differs from the other, in the way that the other lines have it.
import { HUNDRED, halfUnit, near, type Decimal } from '../model/decimal';
import type { Entry, Indicator, Table } from '../model/table';
import { plainUnit } from '../reading/quantity';
import { comparable } from '../scoring/units';
import { columnHeader } from './completion-rates';
import { cellsOf, moreIsBetter } from './indicator-facts';
import { cellAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, percent, words } from './wording';

const COLUMN = /^(?:指标|目标)?偏[差离](?:度|率|程度|比例|比率)$/;

interface Line {
  readonly indicator: Indicator;
  readonly entry: Entry;
  readonly actual: Decimal;
  readonly target: Decimal;
  /** In percent of the target. */
  readonly share: Decimal;
  readonly fits: boolean;
}

/** Lines whose deviation is none of target and actual, where that of two others at least is. */
export function* deviations(table: Table): Iterable<RuleReport<'apart'>> {
  const header = columnHeader(table, '偏', COLUMN);
  if (!header) return;
  const lines: Line[] = [];
  for (const indicator of table.indicators) {
    const entry = cellAt(table, indicator.row, header.column);
    const line = entry && lineOf(table, indicator, entry);
    if (line) lines.push(line);
  }
  const unlike = lines.filter(({ fits }) => !fits);
  if (lines.length - unlike.length < 2 || unlike.length > 2) return;
  for (const { indicator, entry, actual, target, share } of unlike) {
    const expected = percent(share);
    yield {
      message: 'apart', severity: 'verify',
      data: { name: excerpt(indicator.name), expected, actual: amount(actual), target: amount(target), received: words(entry) },
      cells: cellsOf(entry, indicator.actualEntry, indicator.targetEntry), expected, received: words(entry),
    };
  }
}

function lineOf(table: Table, indicator: Indicator, entry: Entry): Line | null {
  const { target: { quantity: wanted }, actualQuantity: reached } = indicator;
  const { quantity } = entry;
  if (!wanted?.value.gt(0) || !reached || !quantity || (quantity.unit !== '%' && quantity.unit !== '')) return null;
  const both = comparable(wanted, reached, indicator.name.text);
  if (both.kind !== 'comparable' || !both.target.gt(0)) return null;
  const apart = both.actual.minus(both.target);
  const share = apart.div(both.target).times(HUNDRED);
  // Nothing to tell of what is met, whatever it is beyond.
  if (quantity.value.isZero() && (apart.isZero() || apart.gt(0) === moreIsBetter(table, indicator))) return null;
  // A share of the target, or percentage points; 0.05 without a sign is 5 %.
  const ways = [share, ...(quantity.unit === '' ? [apart, share.div(HUNDRED)] : plainUnit(wanted.unit) === '%' ? [apart] : [])];
  return { indicator, entry, actual: both.actual, target: both.target, share, fits: ways.some((way) => stands(quantity.value, way, quantity.decimals)) };
}

/** Without its sign, rounded or cut off. */
function stands(written: Decimal, exact: Decimal, decimals: number): boolean {
  const [told, real] = [written.abs(), exact.abs()];
  return near(told, real, halfUnit(decimals)) || told.lte(real) && real.minus(told).lt(halfUnit(decimals).times(2));
}
