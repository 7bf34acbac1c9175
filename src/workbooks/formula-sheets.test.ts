// Names of sheets in typed formulas: in quotes where a file needs them, and told where there is no such sheet.
import { makeWorkbook } from '../../test/make-workbook';
import { sheetsNamed } from './formula-sheets';
import { writeUserEdits } from './package/user-edits';

const SHEETS = ['自评表', '1月', '2024年', '3月', '附件1-1', '表 1', '附 表(1)', 'A1', "O'Neil", '表（1）', 'Sheet1', 'Sheet3'];

test.each([
  ['1月!A1', "'1月'!A1"], ['SUM(2024年!A1:B2,自评表!C3)', "SUM('2024年'!A1:B2,自评表!C3)"], ['附件1-1!A1-附件1-1!A2', "'附件1-1'!A1-'附件1-1'!A2"], ['2*表 1!A1', "2*'表 1'!A1"], ['附 表(1)!A1&"1月!"', "'附 表(1)'!A1&\"1月!\""],
  ['A1!A1', "'A1'!A1"], ["O'Neil!A1", "'O''Neil'!A1"], ['SUM(1月:3月!A1)', "SUM('1月:3月'!A1)"], ['表（1）!B2', "'表（1）'!B2"],
])('%s is written as %s', (typed, quoted) => {
  expect(sheetsNamed(typed, SHEETS).quoted).toBe(quoted);
});

test.each([
  '自评表!A1', 'sheet1!A1', "'1月'!A1", "'附 表(1)'!A1", "'o''neil'!A1", 'Sheet1:Sheet3!A1', "'1月:3月'!A1", "SUM('表 1'!A1:'表 1'!B2)", 'B2:Sheet1!B2', '[1]别的!A1', "'[1]别的'!A1", "'C:\\[a.xlsx]表'!A1", 'a.xlsx!名称', '#REF!A1+#NULL!', 'Sheet1!#REF!',
  "表1[[#This Row],['[a']]]*Sheet1!A1", '"没有!"&A1', 'IF(A1>0,"!","a!b")', '-Sheet1!A1', '@Sheet1!A1',
])('%s stays as it is', (formula) => {
  expect(sheetsNamed(formula, SHEETS)).toEqual({ quoted: formula, unknown: null });
});

test.each([['表99!A1', '表99'], ["SUM('表 9'!A1)", '表 9'], ['12024年!A1', '12024年'], ['SUM(Sheet1:Sheet9!A1)', 'Sheet9'], ["'1月:9月'!A1", '1月:9月'], ['!A1', '']])('%s names no sheet', (formula, unknown) => {
  expect(sheetsNamed(formula, SHEETS).unknown).toBe(unknown);
});

test.each([['表99!A1', '表99'], ['1月!A1', "'1月'!A1"]])('=%s does not get into a file', (formula, named) => {
  const book = makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2]] }, { name: '1月', rows: [[1]] }] });
  const written = writeUserEdits(book, [{ sheet: 's', row: 1, column: 2, content: { formula, value: null } }], []);
  expect(written).toMatchObject({ ok: true, outcomes: [{ word: 'unsupported', reason: expect.stringContaining(named) as unknown }] });
  expect(written.ok && written.bytes).toBe(book);
  expect(writeUserEdits(book, [{ sheet: 's', row: 1, column: 2, content: { formula: "'1月'!A1", value: null } }], [])).toMatchObject({ outcomes: [{ word: 'applied' }] });
});
