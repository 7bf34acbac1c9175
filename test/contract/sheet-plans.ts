// Plans for the contract: a small form with all that a plan can hold, and what must be seen of it afterwards.
import type { PlanCell, PlanStyle, SheetPlan } from '../../src/model/sheet-plan';
import type { SheetShape } from '../sheet-shape';

const PLAIN: PlanStyle = {
  font: { name: '宋体', size: 11, bold: false, colour: null }, fill: null, horizontal: 'general', vertical: 'center', wrap: false,
  lines: { top: 'thin', right: 'thin', bottom: 'thin', left: 'thin' }, numberFormat: 'General', locked: true,
};
const TITLE: PlanStyle = { ...PLAIN, font: { name: '黑体', size: 16, bold: true, colour: '1F3864' }, fill: 'DDEBF7', horizontal: 'center', wrap: true, lines: { top: 'medium', right: 'none', bottom: 'medium', left: 'none' } };
const INPUT: PlanStyle = { ...PLAIN, fill: 'FFFDE7', horizontal: 'right', numberFormat: '#,##0.00', locked: false };
const RATE: PlanStyle = { ...PLAIN, numberFormat: '0.00%', horizontal: 'right' };
const TEXT: PlanStyle = { ...PLAIN, numberFormat: '@', wrap: true, vertical: 'top' };

function cell(row: number, column: number, style: PlanStyle, value: PlanCell['value'], formula: string | null = null): PlanCell {
  return { row, column, value, formula, style };
}

export const TEXTS: readonly string[] = ['=1+1', '+1', '-1', '@a', '12', '50%', '2023-12-31', 'TRUE', '#N/A', "'引号"];

export const FORM: SheetPlan = {
  name: '项目支出绩效自评表',
  cells: [
    cell(1, 1, TITLE, '项目支出绩效自评表'), cell(1, 2, TITLE, null), cell(1, 3, TITLE, null),
    cell(2, 1, PLAIN, '全年预算数'), cell(2, 2, PLAIN, '全年执行数'), cell(2, 3, PLAIN, '执行率'),
    cell(3, 1, INPUT, 127.1), cell(3, 2, INPUT, 124.88), cell(3, 3, RATE, null, "'项目支出绩效自评表'!B3/A3"),
    cell(4, 1, INPUT, null), cell(4, 2, INPUT, 0), cell(4, 3, RATE, null, 'IF(A4=0,"",B4/A4)'),
    ...TEXTS.map((text, at) => cell(5 + at, 1, at % 2 === 0 ? TEXT : PLAIN, text)),
    cell(16, 1, TEXT, 7), cell(16, 2, TEXT, null, 'A3+1'), cell(16, 3, PLAIN, true),
  ],
  merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
  columnWidths: [120, 60, 60], rowHeights: { 1: 36, 3: 22.5 },
  validations: [
    { areas: [{ top: 3, left: 1, bottom: 4, right: 2 }], condition: { kind: 'decimal', least: 0, most: null }, strictness: 'stop', refusal: { title: '金额', text: '请填不小于 0 的数。' }, hint: { title: '金额', text: '单位：万元' } },
    { areas: [{ top: 16, left: 3, bottom: 16, right: 3 }], condition: { kind: 'list', words: ['优', '良', '中', '差'] }, strictness: 'warning', refusal: { title: '等次', text: '请从列表中选。' }, hint: null },
    { areas: [{ top: 16, left: 1, bottom: 16, right: 1 }, { top: 18, left: 1, bottom: 18, right: 1 }], condition: { kind: 'custom', formula: 'A16<>B16' }, strictness: 'information', refusal: { title: '核对', text: '两数相同。' }, hint: null },
  ],
  highlights: [{ areas: [{ top: 3, left: 3, bottom: 4, right: 3 }], formula: 'C3>1', fill: 'FFC7CE', colour: '9C0006' }],
  protection: { columnWidths: true, rowHeights: true, insertRows: true, deleteRows: false },
  print: {
    paper: 'A4', orientation: 'landscape', pagesWide: 1, pagesTall: null, margins: { top: 54, right: 36, bottom: 54, left: 36, header: 18, footer: 18 }, centred: true,
    repeatedRows: { first: 1, last: 2 }, area: { top: 1, left: 1, bottom: 16, right: 3 }, footer: '&C第 &P 页',
  },
  frozenRows: 2, gridLines: false,
};

/** What must be seen of the form beyond its contents. */
export const FORM_SHAPE: Omit<SheetShape, 'looks'> = {
  widths: { 1: 120, 2: 60, 3: 60 }, heights: { 1: 36, 3: 22.5 }, frozenRows: 2, gridLines: false,
  validations: ['A16 custom', 'A18 custom', 'A3:B4 decimal', 'C16 list'], highlights: ['C3:C4 C3>1 FFC7CE'],
  print: { paper: 'A4', landscape: true, wide: 1, area: 'A1:C16', rows: '1:2', footer: '&C第 &P 页' },
  allows: ['formatColumns', 'formatRows', 'insertRows'],
};

/** A sheet of one formula that names another sheet. */
export function noteOn(name: string, other: string): SheetPlan {
  return {
    name, cells: [cell(1, 1, PLAIN, null, `'${other}'!A2*2`), cell(2, 1, PLAIN, '说明')], merges: [], columnWidths: [], rowHeights: {}, validations: [], highlights: [],
    protection: null, print: null, frozenRows: 0, gridLines: true,
  };
}
