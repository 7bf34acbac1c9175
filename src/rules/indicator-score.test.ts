// One score for several lines: what of them can contradict it.
import { makeGrid } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { indicatorScore } from './indicator-score';

const told = (target: string, actual: string, merges: readonly string[]): readonly unknown[] => {
  const [table] = readTables(makeGrid([
    ['2021年度项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '接种第一剂', target, actual, 60, 60],
    [null, null, '接种第二剂', '应接尽接', '3862人', null, null],
    ['效益指标', '社会效益', '群体免疫', '逐步形成', '逐步形成', 40, 40],
    ['总分', null, null, null, null, 100, 100],
  ], merges)).tables;
  if (!table) throw new Error('no table');
  const { rubric } = chooseRubric(table);
  return [...indicatorScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells[0]]);
};

test('a first line that met its target contradicts no score that is merged over others', () => {
  const shared = ['F3:F4', 'G3:G4'];
  expect([['≥1万人', '1.12万人'], ['2021年10月底前', '2021年9月20日'], ['5-8期', '6期']].flatMap(([target = '', actual = '']) => told(target, actual, shared))).toEqual([]);
  expect(told('健全', '不健全', shared)).toEqual([['words', 'G3']]);
});

test('no score alone is proposed where the form makes it of a figure beside it', () => {
  const proposed = (head: string, figures: readonly (string | number)[]): readonly unknown[] => {
    const [table] = readTables(makeGrid([
      ['2021年度项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', head],
      ['产出指标', '数量指标', '接种人数', '≥100人', '80人', 20, 20, figures[0] ?? null],
      [null, '质量指标', '接种率', '≥90%', '95%', 30, 30, figures[1] ?? null],
      ['效益指标', '社会效益', '群体免疫', '≥85%', '86%', 40, 40, figures[2] ?? null],
      ['满意度指标', '服务对象满意度', '满意度', '≥90%', '92%', 10, 10, figures[3] ?? null],
      ['总分', null, null, null, null, 100, 100, null],
    ])).tables;
    if (!table) throw new Error('no table');
    const { rubric } = chooseRubric(table);
    return [...indicatorScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, correction }) => [message, correction?.edits.map(({ value }) => value) ?? null]);
  };
  expect(proposed('备注', ['', '', '', ''])).toEqual([['unmet', [16]]]);
  expect(proposed('得分系数', ['100%', '100%', '100%', '100%'])).toEqual([['unmet', null]]);
  expect(proposed('扣分', [0, 0, 0, 0])).toEqual([['unmet', null]]);
});
