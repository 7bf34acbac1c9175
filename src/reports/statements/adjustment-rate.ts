// 预算调整率: what the budget was changed by, of the budget of January.
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { CountRate } from './count-rate';
import { exchangeExplains, slipExplains } from './slip';

const RATE = /^(?:调整|变动)(?:率|幅度)(?:为|是|达到?)?$|(?:预算)(?:支出)?(?:调整|变动|调增|追加)(?:率|幅度|比例|比率)(?:为|是|达到?)?$/;
const LINES_BACK = 2;

const amounts = (reading: Reading, rate: Fact, measure: Fact['measure']): readonly Fact[] => {
  const found = reading.index.around(rate.line, LINES_BACK).filter((fact) => fact.index < rate.index && fact.kind === 'amount' && fact.measure === measure && fact.scope === 'total' && fact.parent === null && isSolid(fact) && !fact.aside && fact.value.gt(0) && fact.source === '' && fact.year === rate.year);
  return [...new Map(found.map((fact) => [fact.value.toString(), fact])).values()];
};

/** Told where January's budget and the final one have one value each, and a slip of the rate explains it. */
export function* adjustmentRates(reading: Reading): Iterable<CountRate> {
  for (const rate of reading.facts) {
    if (rate.kind !== 'rate' || !RATE.test(rate.lead) || !isSolid(rate)) continue;
    const [original, ...others] = amounts(reading, rate, 'original-budget');
    const [final, ...more] = amounts(reading, rate, 'final-budget');
    if (!original || !final || others.length > 0 || more.length > 0) continue;
    const above: Fact = { ...final, value: final.value.minus(original.value).abs() };
    const percent = above.value.div(original.value).times(HUNDRED);
    const fits = (value: Fact['value']): boolean => near(percent, value.abs(), resultSlack(rate).times(2));
    if (fits(rate.value)) yield { rate, above, below: original, holds: true };
    else if (slipExplains([rate], ([stated]) => stated !== undefined && fits(stated)) || exchangeExplains(rate, fits)) yield { rate, above, below: original, holds: false };
  }
}
