import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { pairedRates } from './paired-rates';

const told = (...lines: readonly Line[]): readonly unknown[] => [...pairedRates(oneTable(makeGrid([['政府付费PPP项目绩效自评表'], ...lines, HEADER, LINE])))].map(({ cells, expected }) => [cells, expected]);

test('支付率 behind 应付 and 实付 is what they make', () => {
  const paid = (paid: number, rate: string): readonly unknown[] => told(['可用性付费', '应付', 1862.5, '实付', 1862.5, '支付率', '100%'], ['运营付费', '应付', 526.4, '实付', paid, '支付率', rate]);
  expect([paid(500.08, '95%'), paid(500.08, '59%'), paid(500.8, '95.00%')]).toEqual([[], [[['G3', 'E3', 'C3'], '95.00%']], [[['G3', 'E3', 'C3'], '95.14%']]]);
  expect([told(['资金总额', 2388.9, '已支付', 2362.58, '支付进度', '98.9%']), told(['资金总额', 2388.9, '已支付', 2362.58, '支付进度', '89.9%'])]).toEqual([[], [[['F2', 'D2', 'B2'], '98.90%']]]);
});

test('any two amounts of the line may make it, and one alone tells nothing', () => {
  expect(told(['资金', '总投资', 5000, '已到位', 2500, '已支付', 2000, '支付率', '80%'], ['资金', '已支付', 2000, '支付率', '80%'])).toEqual([]);
});
