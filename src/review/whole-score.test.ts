// What a table came to as a whole, where its form adds up the list of indicators alone.
import { makeGrid } from '../../test/make-grid';
import { reviewWorkbook } from './review-workbook';

/** 合计 of 90 points below the list, the execution's score in its own block. */
const scores = (total: number, weight: number): readonly unknown[] => reviewWorkbook({
  format: 'xlsx', definedNames: [], remarks: [],
  grids: [makeGrid([
    ['项目支出绩效自评表'], ['（2023年度）'], ['项目名称', '农村公路养护', null, '预算单位', '青石县交通运输局'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['年度资金总额', 400, 400, 372.4, 10, '93.1%', 9.31],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '养护里程', '≥120公里', '120公里', 50, 50], ['效益指标', '社会效益指标', '受益人口', '≥10万人', '10万人', 30, 30], ['满意度指标', '服务对象满意度指标', '沿线群众满意度', '≥90%', '93%', 10, 10],
    ['合计', null, null, null, null, weight, total],
  ])],
}).tables.map(({ scorecard: { claimed, claimedSum, computed } }) => [claimed, claimedSum, computed].map((score) => score?.toNumber() ?? null))[0] ?? [];

test('90 of 90 beside 99.31 of 100 is no lower score, right or wrong; 99.31 in the same place is the whole', () => {
  expect(scores(90, 90)).toEqual([null, 99.31, 99.31]);
  expect(scores(89, 90)).toEqual([null, 99.31, 99.31]);
  expect(scores(99.31, 100)).toEqual([99.31, 99.31, 99.31]);
  expect(scores(99.31, 90)).toEqual([99.31, 99.31, 99.31]);
});
