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

test('a base-data form in which nothing is filled has not passed', () => {
  const form = (spent: number | null) => reviewWorkbook({
    format: 'xlsx', definedNames: [], remarks: [],
    grids: [makeGrid([
      ['2024年度部门整体支出绩效评价基础数据表'], ['财政供养人员情况（人）', '编制数', '2024年实际在职人数', '控制率'], [null, null, null, null],
      ['经费控制情况（万元）', '2023年决算数', '2024年预算数', '2024年决算数'], ['三公经费', null, null, null], ['1.公务用车购置和维护经费', null, null, null], ['其中：公车购置', null, null, null],
      ['公车运行维护', null, null, null], ['2.出国经费', null, null, null], ['3.公务接待', null, null, null], ['公用经费', null, null, spent],
    ])],
  }).tables.map(({ verdict, remarks }) => [verdict, remarks.length]);
  expect(form(null)).toEqual([['not-checked', 1]]);
  expect(form(12)[0]?.[0]).toBe('to-verify');
});
