// Which figures can be compared, and as what.
import { readQuantity } from '../reading/quantity';
import { comparable } from './units';

const compared = (target: string, actual: string): string => {
  const [wanted, got] = [readQuantity(target), readQuantity(actual)];
  if (!wanted || !got) return 'unread';
  const found = comparable(wanted, got, '完成数量');
  return found.kind === 'different' ? 'different' : `${found.actual.toString()} of ${found.target.toString()}`;
};

test.each([
  ['1分钟内', '45秒', '0.75 of 1'], ['2小时内', '30分钟内响应', '0.5 of 2'], ['≤90秒', '2分钟', '120 of 90'],
  ['3个工作日内办结', '2天', 'different'], ['24小时内', '1天', 'different'], ['≤120日历天', '130天', '130 of 120'], ['100%', '98%整改到位', '98 of 100'],
])('%s answered with %s: seconds, minutes and hours, but no days', (target, actual, expected) => {
  expect(compared(target, actual)).toBe(expected);
});

test.each([
  ['≤350元/平方米', '372.7元/㎡', '372.7 of 350'], ['≤3千元/亩', '3200元/亩', '3.2 of 3'], ['≤550元/人·天', '580元/名/日', '580 of 550'], ['≤850元/批次', '832.5元/批', '832.5 of 850'],
  ['10场次', '8场', '8 of 10'], ['10000斤', '4.2吨', '8400 of 10000'], ['1200批次', '1136批', '1136 of 1200'], ['36名', '30人', '30 of 36'],
  ['≤8元/公斤', '9元/吨', 'different'], ['30家', '26家次', 'different'], ['200人', '180人次', 'different'],
])('%s answered with %s: units written in two ways, those behind a stroke as well', (target, actual, expected) => {
  expect(compared(target, actual)).toBe(expected);
});
