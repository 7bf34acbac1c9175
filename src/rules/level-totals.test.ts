import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { levelTotals } from './level-totals';

const told = (points: number, score: number, first = 40): readonly unknown[] => [...levelTotals(oneTable(makeGrid([
  ['项目支出绩效评价评分表'], ['一级指标', '分值', '得分', '二级指标', '三级指标', '分值', '评分标准', '得分'],
  ['产出', first, 38, '数量', '甲', 40, '完成得满分', 38], ['效益', 60, 60, '社会效益', '乙', 60, '完成得满分', 60], ['合计', points, score, null, null, 100, null, 98],
])))].map(({ cells, expected }) => [cells, expected]);

test('合计 of the points and scores of a level is what its groups make', () => {
  expect([told(100, 98), told(300, 98), told(100, 89)]).toEqual([[], [[['B5', 'B3', 'B4'], '100']], [[['C5', 'C3', 'C4'], '98']]]);
});

test('a group whose own points are wrong is told by itself', () => {
  expect(told(100, 98, 30)).toEqual([]);
});
