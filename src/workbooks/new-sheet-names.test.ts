import type { PlanCell, PlanStyle, SheetPlan } from '../model/sheet-plan';
import { freeSheetName, withFreeNames } from './new-sheet-names';

const STYLE: PlanStyle = {
  font: { name: '宋体', size: 11, bold: false, colour: null }, fill: null, horizontal: 'general', vertical: 'center', wrap: false,
  lines: { top: 'none', right: 'none', bottom: 'none', left: 'none' }, numberFormat: 'General', locked: true,
};

function plan(name: string, ...formulas: readonly string[]): SheetPlan {
  const cells = formulas.map((formula, at): PlanCell => ({ row: at + 1, column: 1, value: null, formula, style: STYLE }));
  const area = { top: 1, left: 2, bottom: 1, right: 2 };
  return {
    name, cells, merges: [], columnWidths: [], rowHeights: {}, protection: null, print: null, frozenRows: 0, gridLines: true,
    validations: [{ areas: [area], condition: { kind: 'custom', formula: `${name}!A1>0` }, strictness: 'stop', refusal: null, hint: null }],
    highlights: [{ areas: [area], formula: `${name}!A1=0`, fill: null, colour: null }],
  };
}

const NONE: ReadonlySet<string> = new Set();

test('what a tab cannot be called is taken out, and nothing left gives a plain name', () => {
  expect(freeSheetName("'a/b\\c?d*e[f]:g\u0007'", NONE)).toBe('a b c d e f  g');
  expect(freeSheetName(' /: ', NONE)).toBe('新工作表');
  expect(freeSheetName('', NONE, '核查结果')).toBe('核查结果');
  expect(freeSheetName('History', NONE)).toBe('History (2)');
});

test('31 characters are enough for the number too, and no character is cut in two', () => {
  const long = '甲'.repeat(40);
  expect(freeSheetName(long, NONE)).toBe('甲'.repeat(31));
  expect(freeSheetName(long, new Set(['甲'.repeat(31)]))).toBe(`${'甲'.repeat(27)} (2)`);
  expect(freeSheetName(`${'甲'.repeat(30)}𠀀`, NONE)).toBe('甲'.repeat(30));
});

test('a name in another case is taken as well', () => {
  expect(freeSheetName('Table', new Set(['table', 'table (2)']))).toBe('Table (3)');
});

test('formulas follow the new name of their sheet, in cells, validations and highlights', () => {
  const [one] = withFreeNames([plan('表1', "'表1'!A1+表1!B2+SUM(表1!A1:表1!A3)", '"表1!A1"&A1', "[书]表1!A1+别的!A1+'表12'!A1", "'表''1'!A1")], ['表1']);
  expect(one?.name).toBe('表1 (2)');
  expect(one?.cells.map(({ formula }) => formula)).toEqual(["'表1 (2)'!A1+'表1 (2)'!B2+SUM('表1 (2)'!A1:'表1 (2)'!A3)", '"表1!A1"&A1', "[书]表1!A1+别的!A1+'表12'!A1", "'表''1'!A1"]);
  expect(one?.validations[0]?.condition).toEqual({ kind: 'custom', formula: "'表1 (2)'!A1>0" });
  expect(one?.highlights[0]?.formula).toBe("'表1 (2)'!A1=0");
});

test('two plans of one name part, and a third finds the first of them', () => {
  const [first, second, third] = withFreeNames([plan('甲', '甲!A1'), plan('甲', '甲!A1'), plan('乙', '甲!A1', '乙!A2')], []);
  expect([first?.name, second?.name, third?.name]).toEqual(['甲', '甲 (2)', '乙']);
  expect(second?.cells[0]?.formula).toBe("'甲 (2)'!A1");
  expect(third?.cells.map(({ formula }) => formula)).toEqual(["'甲'!A1", "'乙'!A2"]);
});

test('nothing renamed leaves the plans as they are', () => {
  const plans = [plan('甲', '甲!A1')];
  expect(withFreeNames(plans, ['乙'])[0]).toBe(plans[0]);
});
