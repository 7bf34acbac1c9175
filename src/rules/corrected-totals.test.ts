// What corrections write: the formula of a total counts the scores that it totals, whatever stands between them; that of the execution’s score rests on what makes it; a second total follows.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { exampleGrid } from './example';
import { executionScore } from './execution-score';
import { groupWeight } from './group-weight';
import { missingTotal } from './missing-total';
import { scoreTotal } from './score-total';
import { subtotal } from './subtotal';

const HEAD: readonly Line[] = [['2023年度部门整体绩效自评表'], ['指标名称', '计算符号', '指标值', '实际完成值', '计量单位', '权重', '实际得分']];

function formulaOf(...lines: readonly Line[]): readonly unknown[] {
  const table = oneTable(makeGrid([...HEAD, ...lines]));
  const { rubric } = chooseRubric(table);
  return [...scoreTotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].flatMap(({ correction }) => correction?.edits.map(({ value, formula }) => [value, formula]) ?? []);
}

test('points of groups among the lines are left out', () => {
  expect(formulaOf(
    ['产出指标', null, null, null, null, 60, 58], ['  数量指标', null, null, null, null, 60, 58], ['    抽检批次', '≥', 5000, 4500, '批次', 20, 18], ['    抽检品种', '≥', 20, 20, '种', 40, 40],
    ['效益指标', null, null, null, null, 30, 30], ['  社会效益指标', null, null, null, null, 30, 30], ['    食品安全事故', '＝', 0, 0, '起', 30, 30],
    ['满意度指标', null, null, null, null, 10, 10], ['  服务对象满意度指标', null, null, null, null, 10, 10], ['    群众满意度', '≥', 85, 86, '%', 10, 10],
    ['合计', null, null, null, null, 100, 100],
  )).toEqual([[98, '=SUM(G5:G6,G9,G12)']]);
});

test('one range where nothing stands between them', () => {
  const list: readonly Line[] = [['产出指标', null, null, null, null, null, null], ['  数量指标', null, null, null, null, null, null], ['    抽检批次', '≥', 5000, 4500, '批次', 60, 54], ['    抽检品种', '≥', 20, 20, '种', 30, 30],
    ['满意度指标', null, null, null, null, null, null], ['  服务对象满意度指标', null, null, null, null, null, null], ['    群众满意度', '≥', 85, 86, '%', 10, 10], ['合计', null, null, null, null, 100, 96]];
  expect(formulaOf(...list)).toEqual([[94, '=SUM(G5:G9)']]);
  // "54" is no number to a formula.
  expect(formulaOf(...list.map((line) => line.map((content) => (content === 54 ? '54' : content))))).toEqual([[94, null]]);
});

test('the rate as it was rounded makes the score only where it makes the same', () => {
  const written = (rate: string | { value: number; format: string; formula?: string }, spent: number, note: string | null = null): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells: { G6: spent, G7: spent - 20, I6: rate, A21: note } }));
    const { rubric } = chooseRubric(table);
    return [...executionScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.edits.map(({ value, formula }) => [value, formula]));
  };
  const amounts = '=ROUND(H6*MIN(1,G6/F6),2)';
  expect(written({ value: 0.8, format: '0.00%' }, 64)).toEqual([[[8, '=ROUND(H6*MIN(1,I6),2)']]]);
  expect(written({ value: 0.8045, format: '0.00%' }, 64.356)).toEqual([[[8.04, amounts]]]);
  expect(written({ value: 0.80445, format: '0.00%', formula: 'G6/F6' }, 64.356)).toEqual([[[8.04, '=ROUND(H6*MIN(1,I6),2)']]]);
  expect(written('80.45%', 64.356)).toEqual([[[8.04, amounts]]]);
  // In a form of whole points.
  expect(written({ value: 0.8045, format: '0.00%' }, 64.356, '注：各项得分四舍五入保留整数。')).toEqual([[[8, '=ROUND(H6*MIN(1,I6),0)']]]);
});

test('no formula where weight and rate do not make the score', () => {
  const written = (cells: Readonly<Record<string, number | string>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells }));
    const { rubric } = chooseRubric(table);
    return [...executionScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.edits.map(({ value, formula }) => [value, formula]));
  };
  // 10 × 78 ÷ 80 is 9.75.
  expect(written({ G6: 78, I6: '97.5%', K6: 10, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5 })).toEqual([[[9.5, null]]]);
  expect(written({ G6: 74, G7: 54, I6: '92.5%', K6: 10, A21: '注：执行率≥95%得10分；90%（含）-95%得8分；低于90%不得分。' })).toEqual([[[8, null]]]);
});

test('a blank total that the one above the table contradicts, and one of the list alone that may have been added up before a score was mistyped, are left to a person', () => {
  const kinds = (cells: Readonly<Record<string, number | string | null>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells }));
    const { rubric } = chooseRubric(table);
    return [executionScore, missingTotal, scoreTotal].flatMap((rule) => [...rule.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.kind));
  };
  expect(kinds({ A4: '自评得分', C4: 100, I20: null })).toEqual(['safe']);
  expect(kinds({ A4: '自评得分', C4: 99, I20: null })).toEqual(['review']);
  expect(kinds({ H20: 90, I15: 9, I20: 90 })).toEqual(['review']);
  expect(kinds({ H20: 90, I15: 9, I20: 91 })).toEqual(['safe']);
  // Noughts where points are to stand.
  expect(kinds({ G6: 72, G7: 52, I6: '90%', K6: 9, H6: 0, H20: 90, I20: 90 })).toEqual(['review']);
  expect(kinds({ G6: 72, G7: 52, I6: '90%', K6: 9, H20: 0, I20: 90 })).toEqual(['review']);
});

test('the total above the table is corrected where the scores make the one below', () => {
  const written = (cells: Readonly<Record<string, number | string | null>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells }));
    const { rubric } = chooseRubric(table);
    return [...scoreTotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells: [first], correction }) => [first, correction?.edits.map(({ cell, value }) => [cell, value]) ?? null]);
  };
  const head = { A4: '自评总分', C4: 98 };
  expect(written(head)).toEqual([['C4', [['C4', 100]]]]);
  // Not before the one below is right itself.
  expect(written({ ...head, I20: 98 })).toEqual([['C4', null], ['I20', [['I20', 100]]]]);
  expect(written({ ...head, I19: null })).toEqual([['C4', null]]);
});

test('a figure of a base-data table that others contradict is not counted upon by itself', () => {
  const kinds = (cells: Readonly<Record<string, number | string>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'base-data', cells }));
    const { rubric } = chooseRubric(table);
    return [...subtotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells: [first], correction }) => [first, correction?.kind]);
  };
  expect(kinds({ B5: 60 })).toEqual([['B5', 'safe']]);
  // 0 and 4 below it make 4, and 4 makes the line above right.
  expect(kinds({ B6: 40 })).toEqual([['B5', 'review']]);
  expect(kinds({ F3: '95%' })).toEqual([['F3', 'safe']]);
  expect(kinds({ B3: 200 })).toEqual([['F3', 'review']]);
});

test('a total that holds with the score as it stands does not tell for another one', () => {
  const table = oneTable(makeGrid([['2023年度部门整体支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '原因分析'],
    ['预算执行', '预算执行率', '预算执行率', '100%', '97%', 10, 9.65, null], ['产出指标', '数量指标', '办件数', '≥300件', '320件', 80, 80, null], ['满意度', '满意度', '群众满意度', '≥90%', '95%', 10, 10, null], ['总分', null, null, null, null, 100, 99.65, null]]));
  const { rubric } = chooseRubric(table);
  expect([...executionScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.kind)).toEqual(['review']);
});

test('points of a first total are left to a person where a group says that two of the weights are wrong', () => {
  const kinds = (cells: Readonly<Record<string, number>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells: { A20: '小计', H20: 90, I20: 90, A21: '总分', H21: 100, I21: 100, ...cells } }));
    const { rubric } = chooseRubric(table);
    return [...groupWeight.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells: [cell], correction }) => [message, cell, correction?.kind ?? null]);
  };
  expect(kinds({ H20: 80 })).toEqual([['part', 'H20', 'safe']]);
  expect(kinds({ H20: 80, H17: 20, H19: 5 })).toEqual([['mismatch', 'B17', null], ['mismatch', 'B19', null], ['part', 'H20', 'review']]);
});

test('a total with the points that one line lacks is left to a person, unless the line says why it lacks them or its target was missed', () => {
  const kinds = (cells: Readonly<Record<string, number | string | null>>): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells }));
    const { rubric } = chooseRubric(table);
    return [...scoreTotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.kind);
  };
  // Met in a form without a column of reasons, and answered in other words than the target's.
  expect(kinds({ J12: null, I19: 9 })).toEqual(['review']);
  expect(kinds({ G18: '达成预期指标', I18: 14 })).toEqual(['review']);
  expect(kinds({ G18: '达成预期指标', I18: 14, I20: 98 })).toEqual(['safe']);
  expect(kinds({ G18: '基本健全', I18: 14, J18: '管护经费到位较晚，下一步加强调度' })).toEqual(['safe']);
  expect(kinds({ G13: '45公里', I13: 18, J13: '汛期停工' })).toEqual(['safe']);
  // Marked by a standard, without a target.
  expect(kinds({ F18: null, G18: null, I18: 14, J18: null })).toEqual(['safe']);
  // 14 of 15 with its last digit lost; none of 15 is a mark.
  expect(kinds({ F18: null, G18: null, I18: 1, J18: null, I20: 99 })).toEqual(['review']);
  expect(kinds({ F18: null, G18: null, I18: 0, J18: null, I20: 99 })).toEqual(['safe']);
  expect(kinds({ G18: '健全', I18: 1, J18: '台账不全，下一步完善', I20: 99 })).toEqual(['review']);
  expect(kinds({ G18: '部分健全', I18: 1, J18: '台账不全，下一步完善', I20: 99 })).toEqual(['safe']);
});

test('words beside a figure are not wiped out by another figure', () => {
  const edits = (total: string): readonly unknown[] => {
    const table = oneTable(exampleGrid({ base: 'project', cells: { I20: total } }));
    const { rubric } = chooseRubric(table);
    return [...scoreTotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ correction }) => correction?.edits.map(({ value }) => value) ?? null);
  };
  expect(['98分', '98 分', '98（分）'].map(edits)).toEqual([[[100]], [[100]], [[100]]]);
  expect(['98（优）', '98分，优', '98 优', '98/优'].map(edits)).toEqual([[null], [null], [null], [null]]);
});
