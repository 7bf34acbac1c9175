import { decimal } from '../model/decimal';
import { stepPoints } from './rate-steps';

const NOTE = '注：预算执行率得分：执行率≥95%得10分；90%（含）-95%得8分；80%（含）-90%得6分；低于80%得0分。';
const of = (text: string, rate: number, weight = 10): readonly string[] | null => {
  const found = stepPoints([text], [decimal(rate)], decimal(weight));
  return found && [found.low.toString(), found.high.toString()];
};

test.each([[96, '10', '10'], [92, '8', '8'], [85, '6', '6'], [40, '0', '0'], [90, '8', '8'], [95, '10', '10']])('at %d %% the note gives %s to %s', (rate, low, high) => {
  expect(of(NOTE, rate)).toEqual([low, high]);
});

test.each([
  ['执行率100%得10分，90%以上得8分，80%以上得6分，80%以下不得分', 93, '8'],
  ['预算执行率=100%计10分；95%≤执行率<100%计8分；90%≤执行率<95%计6分；执行率<90%不计分', 97, '8'],
  ['执行率100%得10分\n90%（含）-100%得8分\n90%以下不得分。', 93, '8'],
  ['100%＞执行率≥90%得8分；执行率达到100%得满分；低于90%不得分', 92, '8'],
  ['预算完成率=100%计10分，95%（含）以上计8分，90%（含）以上计6分，90%以下不得分', 91, '6'],
])('%s gives %d %% %s points', (text, rate, points) => {
  expect(of(text, rate)).toEqual([points, points]);
});

test.each([
  ['执行率≥95%得满分，每低1%扣0.5分'], ['执行率95%以上得满分，低于95%的按比例计分'], ['执行率≥95%得满分'], ['执行率≥95%得5分；90%-95%得4分；低于90%不得分'], ['预算执行率10分，产出50分'], ['执行率低于90%的须说明原因。满意度≥95%得10分；80%以上得8分；低于80%不得分'],
])('%s is not told for certain', (text) => {
  expect(of(text, 80)).toBeNull();
});

test('a rate on the line between two steps may be on either, where the words do not say on which', () => {
  expect(of('执行率95%-100%得10分；90%-95%得8分；90%以下不得分', 95)).toEqual(['8', '10']);
  expect(of('执行率高于95%得10分；90%-95%（含）得8分；90%以下不得分', 95)).toEqual(['8', '8']);
});

test('what is not below a line is above it, and the other way round', () => {
  const notBelow = '执行率不低于100%得10分；不低于90%得8分；低于90%不得分';
  expect([100, 95, 80].map((rate) => of(notBelow, rate))).toEqual([['10', '10'], ['8', '8'], ['0', '0']]);
  const notAbove = '执行率超过95%得10分；超过80%得8分；不超过80%得5分';
  expect([96, 95, 90, 80, 70].map((rate) => of(notAbove, rate))).toEqual([['10', '10'], ['8', '8'], ['8', '8'], ['5', '5'], ['5', '5']]);
});

test('a rate between the steps gets none', () => {
  expect(of('执行率≥95%得10分；80%-90%得6分', 92)).toBeNull();
});
