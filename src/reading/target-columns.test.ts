// Headers of targets over the country's and the region's, and over grades.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';

const merges = ['A2:A3', 'B2:B3', 'G2:G3', 'H2:H3', 'I2:I3'];

test('全国目标 | 区域目标 under 指标值: the region answers for its own, and for the country\'s where it has none', () => {
  const lines: readonly Line[] = [
    ['中央对地方转移支付区域绩效自评表'], ['一级指标', '三级指标', '指标值', null, null, null, '实际完成值', '分值', '得分'], [null, null, '全国目标', null, '区域目标'],
    ['产出', '健康管理率', '≥85%', null, '≥80%', null, '82.4%', 50, 50], ['效益', '接种率', '≥90%', null, null, null, '97.3%', 50, 50],
  ];
  const table = oneTable(makeGrid(lines, [...merges, 'C2:F2', 'C3:D3', 'E3:F3', 'C4:D4', 'E4:F4', 'C5:D5', 'E5:F5']));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.text, actualEntry?.text])).toEqual([['健康管理率', '≥80%', '82.4%'], ['接种率', '≥90%', '97.3%']]);
});

test('优 | 良 | 中 | 差 under 绩效标准: the best is the target, and points go by grades', () => {
  const lines: readonly Line[] = [
    ['财政支出项目绩效自评表'], ['一级指标', '三级指标', '绩效标准', null, null, null, '实际完成值', '分值', '得分'], [null, null, '优', '良', '中', '差'],
    ['产出', '拨付及时率', '≥98%', '95%-98%', '90%-95%', '<90%', '96%', 50, 40], ['效益', '参保率', '≥95%', '90%-95%', '85%-90%', '<85%', '96.73%', 50, 50],
  ];
  const table = oneTable(makeGrid(lines, [...merges, 'C2:F2']));
  expect(table.indicators.map(({ name, targetEntry, method }) => [name.text, targetEntry?.text, method?.text])).toEqual([['拨付及时率', '≥98%', '良：95%-98%'], ['参保率', '≥95%', '良：90%-95%']]);
});
