// 资金到位率 beside the amounts of a block of funds is what arrived ÷ what was planned.
import { HUNDRED, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { fundColumn, labelText } from '../reading/labels';
import { quotientSlack } from '../scoring/tolerance';
import { rateHolds } from './rates';
import { cellsIn } from './rows';
import type { RuleReport } from './rule';
import { percent, words } from './wording';

/** More amounts than any form has before the rate. */
const MOST_FIGURES = 16;
/** 计划数 | 到位数 | 到位率: too short to be a budget anywhere else. */
const PLANNED = /^计划(?:数|额|金额|总额)$/;
const RATE = /^(?:预算|项目)?(?:资金)?到位率$/;

/** Rates that no budget in their line makes, nor any other amount there: the form may divide by that of January, that of the year or 总投资, and what it divides may be all that has arrived so far (累计到位). */
export function* arrivalRates(table: Table): Iterable<RuleReport<'rate'>> {
  const { fund } = table;
  const row = fund?.headers.actualSpending?.row;
  if (!fund || row === undefined) return;
  const heads = cellsIn(table, row).filter(({ quantity }) => quantity === null);
  const rate = heads.find((entry) => entry.text.includes('到位') && RATE.test(labelText(entry.raw)));
  const arrivals = heads.filter((entry) => entry.text.includes('到位') && entry !== rate);
  const arrived = arrivals.find((entry) => fundColumn(entry.raw) === 'finalBudget');
  if (!rate || !arrived) return;
  const planned = heads.filter((entry) => entry !== arrived && (/^(?:original|final)Budget$/.test(fundColumn(entry.raw) ?? '') || PLANNED.test(labelText(entry.raw))));
  for (const line of [...(fund.total ? [fund.total] : []), ...fund.parts]) {
    const figures = cellsIn(table, line.label.row).filter((entry) => entry.column <= rate.column && entry.quantity?.value.gte(0)).slice(-MOST_FIGURES);
    const at = ({ column }: Entry): Entry | null => figures.find((entry) => entry.column === column) ?? null;
    const [claimed, got] = [at(rate), at(arrived)];
    const first = present(planned, at).find(isAmount);
    if (!claimed || !got || !first) continue;
    const wholes = figures.filter((entry) => entry !== claimed && isAmount(entry));
    const made = (part: Entry): boolean => wholes.some((whole) => whole !== part && rateHolds(claimed, share(part, whole), () => quotientSlack(part, whole, share(part, whole))) !== false);
    if (present(arrivals, at).some(made)) continue;
    const expected = percent(share(got, first));
    yield {
      message: 'rate', severity: 'verify',
      data: { name: '资金到位率', expected, numerator: words(got), denominator: words(first), received: words(claimed) },
      cells: [claimed.cell, got.cell, first.cell], expected, received: words(claimed),
    };
  }
}

const isAmount = ({ quantity }: Entry): boolean => quantity?.unit !== '%' && quantity?.value.gt(0) === true;

/** Of two amounts, in percent. */
function share({ quantity: part }: Entry, { quantity: whole }: Entry): Decimal {
  return part && whole ? part.value.div(whole.value).times(HUNDRED) : HUNDRED;
}
