// 应付 | 526.4 | 实付 | 500.08 | 支付率 | 95% above the list, in labels and figures by turns: a rate that no two amounts of its line make.
import { HUNDRED } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { quotientSlack } from '../scoring/tolerance';
import { inOneUnit } from './adding-up';
import { rateHolds } from './rates';
import { cellsIn } from './rows';
import type { RuleReport } from './rule';
import { excerpt, percent, words } from './wording';

const RATE = /^(?:资金|预算)?(?:支付|拨付|兑付|支出|使用)(?:率|进度)$/;

export function* pairedRates(table: Table): Iterable<RuleReport<'rate'>> {
  const { entries, fund, indicatorHeaders } = table;
  const end = (indicatorHeaders.name ?? indicatorHeaders.level1)?.row ?? 0;
  for (const label of entries) {
    if (label.row >= end) break;
    if (label.quantity !== null || label.text.length > 8 || !RATE.test(labelText(label.raw))) continue;
    const line = cellsIn(table, label.row);
    const at = line.indexOf(label);
    const claimed = line[at + 1];
    if (!claimed?.quantity || claimed.cell === fund?.total?.executionRate?.cell || fund?.parts.some(({ executionRate }) => executionRate?.cell === claimed.cell)) continue;
    const before = line.slice(0, at);
    const amounts = before.filter(({ quantity }) => quantity?.value.gt(0) && quantity.unit !== '%');
    // Each figure right behind its label.
    if (amounts.length < 2 || before.some(({ quantity }, i) => quantity !== null && (i === 0 || before[i - 1]?.quantity !== null)) || !inOneUnit(amounts)) continue;
    const pairs = amounts.flatMap((below) => present(amounts, (above) => (above === below ? null : { above, below, exact: shareOf(above, below) })));
    if (pairs.some(({ above, below, exact }) => rateHolds(claimed, exact, () => quotientSlack(above, below, exact)) !== false)) continue;
    const [below, above] = [amounts[0], amounts.at(-1)];
    if (!below || !above) continue;
    const expected = percent(shareOf(above, below));
    yield {
      message: 'rate', severity: 'verify',
      data: { name: `“${excerpt(line[0] ?? label)}”${excerpt(label)}`, expected, numerator: words(above), denominator: words(below), received: words(claimed) },
      cells: [claimed.cell, above.cell, below.cell], expected, received: words(claimed),
    };
  }
}

function shareOf({ quantity: above }: Entry, { quantity: below }: Entry): typeof HUNDRED {
  return above && below ? above.value.div(below.value).times(HUNDRED) : HUNDRED;
}
