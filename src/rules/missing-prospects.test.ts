// Targets in doubt half-way through the year, and why.
import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { missingInIndicators } from './missing-indicators';

function blanks(table: Table): readonly unknown[] {
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...missingInIndicators(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells, data }) => [message, cells, data['said']]);
}

const told = (prospect: string | null, why: string | null = null, advice: string | null = null, note = '注：如“完成目标可能性”出现“有可能”、“不可能”选项，请分别在“偏差或不能完成目标原因分析”与“相关建议或举措”栏填写。'): readonly unknown[] => blanks(oneTable(makeGrid([
  ['项目支出绩效监控表'], ['（2019年度）'],
  ['项目资金（万元）', null, '年初预算数', '1-6月执行数', '全年预计执行数', null, null], [null, '年度资金总额：', 220, 87.57, null, null, null],
  ['绩效指标', '一级指标', '指标名称', '指标值', '半年度指标执行情况', '完成目标可能性（确定能、有可能、不可能）', '备注'],
  [null, '产出指标', '成本', '年度预算220万元', '已使用约40%', '确定能', null], [null, '效益指标', '社会效益', '举办活动10场', '举办活动5场', prospect, null],
  ['偏差或不能完成目标原因分析', null, why, null, null, null, null], ['相关建议或举措', null, advice, null, null, null, null], [note],
], ['A3:A4', 'A5:A7', 'A8:B8', 'C8:G8', 'A9:B9', 'C9:G9'])));

test('why a target may not be reached is asked below the table', () => {
  expect([told('有可能'), told('不可能')]).toEqual([[['prospect', ['C8', 'F7'], '有可能']], [['prospect', ['C8', 'F7'], '不可能']]]);
});

test('nothing is asked where all will be reached, or where it is said', () => {
  expect([told('确定能'), told(null), told('有可能', '疫情期间活动延期'), told('有可能', null, '下半年集中举办，加快支付进度')]).toEqual([[], [], [], []]);
  expect([told('有可能', null, null, '注：分三级判断。'), told('不可能', null, null, '注：分三级判断。')].map(({ length }) => length)).toEqual([0, 1]);
});
