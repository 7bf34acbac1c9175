// 资金到位率 beside the amounts of a block of funds is what arrived ÷ what was planned.
import { HUNDRED, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { fundColumn, labelText } from '../reading/labels';
import { rateHolds } from './rates';
import type { RuleReport } from './rule';
import { percent, words } from './wording';

const RATE = /^(?:预算|项目)?(?:资金)?到位率$/;

/** Rates that none of the budgets in their line makes; the form may divide by that of January or that of the year. */
export function* arrivalRates(table: Table): Iterable<RuleReport<'rate'>> {
  const { fund, entries } = table;
  const row = fund?.headers.actualSpending?.row;
  if (!fund || row === undefined) return;
  const heads = headsIn(entries, row);
  const rate = heads.find((entry) => entry.text.includes('到位') && RATE.test(labelText(entry.raw)));
  const arrived = heads.find((entry) => entry.text.includes('到位') && fundColumn(entry.raw) === 'finalBudget');
  if (!rate || !arrived) return;
  const planned = heads.filter((entry) => entry !== arrived && /^(?:original|final)Budget$/.test(fundColumn(entry.raw) ?? ''));
  for (const line of [...(fund.total ? [fund.total] : []), ...fund.parts]) {
    const at = ({ column }: Entry): Entry | null => entries.find((entry) => entry.row === line.label.row && entry.column === column && entry.quantity !== null) ?? null;
    const [claimed, got] = [at(rate), at(arrived)];
    const due = present(planned, at).filter((entry) => entry.quantity?.value.gt(0));
    const [first] = due;
    const amount = got?.quantity?.value;
    if (!claimed || !got || !amount || !first) continue;
    const share = (entry: Entry): Decimal => amount.div(entry.quantity?.value ?? HUNDRED).times(HUNDRED);
    if (due.some((entry) => rateHolds(claimed, share(entry)) !== false)) continue;
    const expected = percent(share(first));
    yield {
      message: 'rate', severity: 'verify',
      data: { name: '资金到位率', expected, numerator: words(got), denominator: words(first), received: words(claimed) },
      cells: [claimed.cell, got.cell, first.cell], expected, received: words(claimed),
    };
  }
}

/** The texts of a row; entries stand in reading order. */
function headsIn(entries: readonly Entry[], row: number): readonly Entry[] {
  const heads: Entry[] = [];
  for (const entry of entries) {
    if (entry.row > row) break;
    if (entry.row === row && entry.quantity === null) heads.push(entry);
  }
  return heads;
}
