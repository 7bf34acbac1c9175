// A form handed in as the template came is one fault, and what it lacks in detail follows from it.
import { makeGrid } from '../../test/make-grid';
import { reviewWorkbook } from './review-workbook';

test('a blank form has one finding, and the rest hangs under it', () => {
  const [table] = reviewWorkbook({
    format: 'xlsx', definedNames: [], remarks: [],
    grids: [makeGrid([
      ['项目支出绩效自评表'], ['（    年度）'], ['项目名称', null], ['主管部门', null, null, '实施单位', null],
      ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', null, null, null, 10, null, null],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '指标1：', null, null, null, null], [null, '质量指标', '指标1：', null, null, null, null], ['总分', null, null, null, null, 100, null],
    ], ['A10:E10'])],
  }).tables;
  const alone = table?.findings.filter(({ because }) => because === null).map(({ message }) => message);
  expect(alone).toEqual(['资金和绩效指标均未填写，表中没有可核查的内容。']);
  expect(table?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['placeholder-left', 'missing-total']));
});
