import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { readTables } from '../reading/read-tables';
import { exampleGrid } from './example';
import { executionScore } from './execution-score';

const NOTE = '注：各项得分四舍五入取整数。';

const told = (spent: number, rate: string, note: string): readonly unknown[] => {
  const [table] = readTables(exampleGrid({ base: 'project', cells: { F6: 43.2, G6: spent, I6: rate, K6: 9, A21: note } })).tables;
  if (!table) throw new Error('no table');
  const { rubric } = chooseRubric(table);
  return [...executionScore.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells, expected }) => [cells[0], expected]);
};

test('a note of the form that wants whole points is its standard', () => {
  expect(told(37.24, '86%', NOTE)).toEqual([]);
  expect(told(37.24, '86%', '注：预算执行率保留整数。')).toEqual([['K6', '8.62']]);
});

test('whole points that the note does not make are told, with those that it makes', () => {
  expect(told(36, '83.33%', NOTE)).toEqual([['K6', '8']]);
});

test('the whole is computed of the points that are put forward', () => {
  const computed = (note: string): string | undefined => {
    const [table] = readTables(exampleGrid({ base: 'project', cells: { F6: 43.2, G6: 36, I6: '83.33%', K6: 9, A21: note } })).tables;
    if (!table) throw new Error('no table');
    return scoreTable(table, chooseRubric(table).rubric).computed?.toString();
  };
  expect([computed(NOTE), computed('')]).toEqual(['98', '98.33']);
});
