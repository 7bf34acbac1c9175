import { makeGrid, type Line } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { claimedGradeOf } from './claimed-grade';

/** Cell and name of the grade claimed in a form whose head, total row and closing lines are these. */
function claimed(head: Line, grade: string | null, closing: Line = []): string | null {
  const [table] = readTables(makeGrid([
    ['项目支出绩效自评表'], head, ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 100, 100], ['总分', null, null, null, null, 100, 100, grade], closing,
  ])).tables;
  const found = table ? claimedGradeOf(table) : null;
  return found && `${found.entry.cell} ${found.name}`;
}

test.each<[string, Line, string | null, Line, string]>([
  ['in the total row', [], '优秀', [], 'H5 优'],
  ['in the total row with its label', [], '等级：良', [], 'H5 良'],
  ['above the list', ['自评等级', '良好'], null, [], 'B2 良'],
  ['below the list', [], null, ['评价等级', '中'], 'B6 中'],
  ['in the conclusion', [], null, ['自评结论', '优'], 'B6 优'],
  ['below the list in one cell', [], null, ['自评等次：差'], 'A6 差'],
])('a grade is found %s', (_, head, grade, closing, expected) => {
  expect(claimed(head, grade, closing)).toBe(expected);
});

test.each<[string, Line, string | null]>([['boxes to tick', [], '优□良□中□差□'], ['a grade of another kind', [], '合格'], ['a level of something else', ['项目等级', '良'], null], ['none', [], null]])('nothing is taken for a grade: %s', (_, head, grade) => {
  expect(claimed(head, grade)).toBeNull();
});
