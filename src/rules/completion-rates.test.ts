import { makeGrid, type Line } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { completionRates } from './completion-rates';

const told = (...lines: readonly Line[]): readonly unknown[] => {
  const [table] = readTables(makeGrid([
    ['项目支出绩效运行监控表（2024年度）'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '1-8月完成值', '完成率', '偏差原因'],
    ...lines,
  ])).tables;
  if (!table) throw new Error('no table');
  return [...completionRates(table)].map(({ data, cells }) => [data?.['name'], data?.['expected'], cells]);
};

test('how far a target is reached is what target and actual make', () => {
  expect(told(['产出指标', '数量指标', '改造泵站', '16座', '10座', '62.5%', null], ['产出指标', '数量指标', '清淤', '≥30公里', '20公里', '66%', null])).toEqual([]);
  expect(told(['产出指标', '数量指标', '改造泵站', '16座', '10座', '75%', null])).toEqual([['改造泵站', '62.50%', ['F3', 'E3', 'D3']]]);
});

test('what passes its target, shares, costs and blanks are left alone', () => {
  expect(told(
    ['产出指标', '数量指标', '巡查', '≥200次', '230次', '100%', null], ['产出指标', '质量指标', '完好率', '≥95%', '92%', '92%', null],
    ['产出指标', '成本指标', '总成本', '≤80万元', '60万元', '100%', null], ['满意度指标', '满意度', '群众满意度', '≥90%', null, null, null],
  )).toEqual([]);
});

test('a rate above 100 % is what target and actual make, 100 % or a limit of the form', () => {
  expect(told(['产出指标', '数量指标', '提升里程', '≥20公里', '20.4公里', '112%', null])).toEqual([['提升里程', '102.00%', ['F3', 'E3', 'D3']]]);
  expect(told(['产出指标', '数量指标', '巡查', '≥20次', '36次', '150%', null], ['产出指标', '数量指标', '检查', '≥20次', '36次', '180%', null], ['产出指标', '数量指标', '抽查', '≥20次', '36次', '125%', null])).toEqual([]);
});
