import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { deductedScores, scoreRates } from './score-columns';

const table = (name: string, values: readonly (string | number | null)[], total: string | number | null = null): Table => {
  const scores = [10, 9.6, 8, 15, 50];
  const lines: readonly Line[] = [10, 10, 10, 20, 50].map((weight, i) => ['产出', `甲${i}`, '按标准评分', weight, scores[i] ?? null, values[i] ?? null]);
  return oneTable(makeGrid([['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', '分值', '得分', name], ...lines, ['合计', null, null, 100, 92.6, total]]));
};
const RATES = ['100%', '96%', '80%', '75%', '100%'];
const rates = (values: readonly (string | number | null)[], total: string | null = null): readonly unknown[] => [...scoreRates(table('得分率', values, total))].map(({ cells, expected }) => [cells, expected]);

test('得分率 is score ÷ weight, of the lines and of the whole', () => {
  expect(rates(RATES, '92.6%')).toEqual([]);
  expect(rates(['100%', '86%', '80%', '75%', '100%'])).toEqual([[['F4', 'E4', 'D4'], '96.00%']]);
  expect(rates(RATES, '97.6%')).toEqual([[['F8', 'E8', 'D8'], '92.60%']]);
});

test('a column that means something else, or was hardly filled in, is left alone', () => {
  expect(rates(['10%', '10%', '10%', '20%', '100%'])).toEqual([]);
  expect(rates([null, '86%', '80%', null, null])).toEqual([]);
});

const left = (values: readonly (number | null)[]): readonly unknown[] => [...deductedScores(table('扣分', values))].map(([row, { expected, entry }]) => [row, expected.toString(), entry.cell]);

test('扣分 is what lies between weight and score, below zero or above', () => {
  expect(left([0, 0.4, 2, 5, 0])).toEqual([]);
  expect(left([0, -0.4, -2, -5, 0])).toEqual([]);
  expect(left([0, 0.4, 1, 5, 0])).toEqual([[5, '9', 'F5']]);
  expect(left([0, 9.6, 8, 15, 0])).toEqual([]);
});
