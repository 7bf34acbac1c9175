// What is said of a place in the grid.
import { sentenceOf, type Standing } from './univer-speech';

const CELL: Standing = { sheet: '自评表', cell: 'G5', text: '65.12%', hasFormula: false, isLocked: false, note: null, area: null };

it.each<[string, Partial<Standing>, string, string]>([
  ['a value as it is shown', {}, 'G5，65.12%', 'G5, 65.12%'],
  ['an empty cell', { text: ' \n' }, 'G5，空白', 'G5, blank'],
  ['a formula that may not be typed into', { hasFormula: true, isLocked: true }, 'G5，65.12%，公式，已锁定', 'G5, 65.12%, formula, locked'],
  ['a note', { note: '原值 100%' }, 'G5，65.12%，批注：原值 100%', 'G5, 65.12%, note: 原值 100%'],
])('says %s', (_what, changes, zh, en) => {
  const place = { ...CELL, ...changes };
  expect([sentenceOf(place, CELL, 'zh-CN'), sentenceOf(place, CELL, 'en-US')]).toEqual([zh, en]);
});

it('says of an area how far it goes, then the cells inside it, and the sheet when it is another', () => {
  const area: Standing = { ...CELL, cell: 'B3', text: '43', area: { from: 'B3', to: 'D5', cells: 9 } };
  expect(sentenceOf(area, null, 'zh-CN')).toBe('自评表，B3 到 D5，9 个单元格');
  expect(sentenceOf({ ...area, cell: 'C3', text: '28' }, area, 'zh-CN')).toBe('C3，28');
  expect(sentenceOf(area, { ...area, sheet: '封面' }, 'en-US')).toBe('自评表, B3 to D5, 9 cells');
});

it('does not read out a whole paragraph', () => {
  expect(sentenceOf({ ...CELL, text: '字'.repeat(5_000) }, CELL, 'zh-CN')).toBe(`G5，${'字'.repeat(200)}…`);
});
