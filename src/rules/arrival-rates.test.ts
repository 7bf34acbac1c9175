import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { arrivalRates } from './arrival-rates';

const told = (heads: Line, ...lines: readonly Line[]): readonly unknown[] => [...arrivalRates(oneTable(makeGrid([['项目支出绩效自评表'], heads, ...lines, HEADER, LINE])))].map(({ cells, expected }) => [cells, expected]);
const HEADS: Line = ['资金（万元）', '预算数（A）', '实际到位（B）', '实际支出（C）', '到位率（B/A）', '执行率（C/B）'];

test('资金到位率 is what arrived of what was planned, in the whole and in its parts', () => {
  expect(told(HEADS, ['总额', 1860, 1767, 1767, '95%', '100%'], ['其中：中央资金', 1200, 1107, 1107, '92.25%', '100%'])).toEqual([]);
  expect(told(HEADS, ['总额', 1860, 1767, 1767, '90%', '100%'], ['其中：中央资金', 1200, 1107, 1107, '92.25%', '100%'])).toEqual([[['E3', 'C3', 'B3'], '95.00%']]);
});

test('either budget may be the divisor, and a form without it tells nothing', () => {
  const both: Line = ['资金（万元）', '年初预算数', '全年预算数', '到位资金', '实际支出', '资金到位率', '执行率'];
  expect([told(both, ['总额', 100, 120, 120, 120, '100%', '100%']), told(both, ['总额', 100, 120, 120, 120, '120%', '100%'])]).toEqual([[], []]);
  expect(told(['资金（万元）', '全年预算数', '实际支出', '到位率', '执行率'], ['总额', 120, 120, '90%', '100%'])).toEqual([]);
  expect(told(HEADS, ['总额', 1860, null, 1767, '90%', '95%'])).toEqual([]);
});

test('amounts rounded before they were divided, 总投资 as the divisor and all that has arrived so far are right', () => {
  expect(told(HEADS, ['总额', 0.61, 0.53, 0.53, '86.5%', '100%'])).toEqual([]);
  expect(told(['资金（万元）', '总投资', '年度预算', '实际到位', '实际支出', '到位率', '执行率'], ['总额', 5000, 1200, 1200, 1200, '24%', '100%'])).toEqual([]);
  const sofar: Line = ['资金（万元）', '计划投资', '累计到位', '年度预算', '实际到位', '实际支出', '到位率', '执行率'];
  expect([told(sofar, ['总额', 5000, 2500, 1200, 1200, 1200, '50%', '100%']), told(sofar, ['总额', 5000, 2500, 1200, 1200, 1200, '60%', '100%'])]).toEqual([[], [[['G3', 'E3', 'B3'], '24.00%']]]);
});

test('计划数 beside 到位数 is what was planned', () => {
  const heads: Line = ['资金（万元）', '计划数', '到位数', '到位率', '支出数', '支出率', '分值', '得分'];
  const read = (rate: string): readonly unknown[] => told(heads, ['合计', 18000, 16500, rate, 15262.5, '92.5%', 10, 9.25], ['专项债券资金', 12000, 12000, '100%', 11100, '92.5%'], ['财政配套资金', 4000, 3000, '75%', 2662.5, '88.75%'], ['单位自筹', 2000, 1500, '75%', 1500, '100%']);
  expect([read('91.67%'), read('19.67%')]).toEqual([[], [[['D3', 'C3', 'B3'], '91.67%']]]);
});
