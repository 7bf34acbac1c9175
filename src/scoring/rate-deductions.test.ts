import { decimal } from '../model/decimal';
import { executionStandard } from './own-standard';
import { pointsLeft } from './rate-deductions';

const left = (text: string, rate: number, weight = 10): readonly string[] | null => {
  const found = pointsLeft([text], [decimal(rate)], decimal(weight));
  return found && [found.low.toString(), found.high.toString()];
};

test.each<[string, number, string, string]>([
  ['预算执行率每低1%扣0.1分', 95, '9.5', '9.5'],
  ['执行率未达到100%的，每低1个百分点，扣减0.1分，扣完为止', 95.6, '9.5', '9.6'],
  ['注：1.执行率95%（含）以上得满分，每降低一个百分点扣0.5分', 93, '9', '9'],
  ['执行率95%以上得满分，每低1%扣0.5分', 97, '10', '10'],
  ['预算执行率=实际支出/预算数×100%，达到100%得10分；每少1个百分点扣1分；低于60%不得分', 80, '0', '0'],
  ['执行率100%得10分，每低5个百分点扣1分', 88, '7', '8'],
])('%s leaves of 10 points at %d %% %s to %s', (text, rate, low, high) => {
  expect([executionStandard([text]) !== null, left(text, rate)]).toEqual([true, [low, high]]);
});

test.each<[string, number]>([
  ['执行率≥95%得10分，90%-95%得8分，每低1%扣1分', 80], ['执行率100%得8分，每低1%扣1分', 95], ['执行率低于80%的，每低1%扣0.5分', 90], ['执行率每低1%扣0.1分，低于60%不得分', 50], ['得分=执行率×10，每低1%扣0.1分', 95],
  ['预算执行率10分。产出指标每低1%扣0.5分', 95], ['执行率每低1%扣该项分值的1%', 95],
])('%s does not tell for certain what is left at %d %%', (text, rate) => {
  expect(left(text, rate)).toBeNull();
});
