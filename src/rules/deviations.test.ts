import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { deviations } from './deviations';

const told = (name: string, ...lines: readonly Line[]): readonly unknown[] => [...deviations(oneTable(makeGrid([
  ['2024年度项目支出绩效自评表'], ['一级指标', '三级指标', '指标值', '完成值', name, '分值', '得分'], ...lines.map((line) => ['产出', ...line, 30, 30]),
])))].map(({ cells, expected, received, severity }) => [cells, expected, received, severity]);
const RIGHT: readonly Line[] = [['甲', '≥500盏', '520盏', '4%'], ['乙', '≥90%', '93%', '3.33%']];

test.each(['偏差度', '偏离度（%）', '偏差率', '偏离程度'])('%s is by how much target and actual differ', (name) => {
  expect(told(name, ...RIGHT, ['丙', '≥40场', '30场', '-20%'])).toEqual([[['E5', 'D5', 'C5'], '-25.00%', '-20%', 'verify']]);
  expect(told(name, ...RIGHT, ['丙', '≥40场', '30场', '25%'], ['丁', '≤200元', '190元', '-5%'])).toEqual([]);
});

test('percentage points, fractions, cut-off digits and 0 for what is met stand as well', () => {
  expect(told('偏差度', ...RIGHT, ['丙', '≥95%', '97%', '2%'], ['丁', '≥40场', '43场', 0.075], ['戊', '≥30场', '40场', '33%'], ['己', '≥30场', '40场', '0%'], ['庚', '≥30场', '40场', '无偏离'])).toEqual([]);
});

test('where fewer than two lines have it so, or more than two do not, the form means something else', () => {
  expect(told('偏差度', ['甲', '≥500盏', '520盏', '4%'], ['丙', '≥40场', '30场', '-20%'])).toEqual([]);
  expect(told('偏差度', ...RIGHT, ...['丙', '丁', '戊'].map((one): Line => [one, '≥40场', '30场', '-20%']))).toEqual([]);
});
