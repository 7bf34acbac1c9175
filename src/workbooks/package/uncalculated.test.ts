// Formulas whose results are what a program put there instead of calculating.
import { makeWorkbook } from '../../../test/make-workbook';
import type { MadeValue } from '../../../test/make-workbook';
import { readPackage } from './read';

const CALCULATED_ON_LOAD = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

function read(rows: readonly (readonly MadeValue[])[], calcPr: string | null = null) {
  const book = { sheets: [{ name: '自评表', rows, merges: ['H1:I1'] }] };
  const sheets = '<sheets><sheet name="自评表" sheetId="1" r:id="rId1"/></sheets>';
  const main = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${sheets}${calcPr}</workbook>`;
  const reading = readPackage(makeWorkbook({ ...book, ...(calcPr === null ? {} : { parts: { 'xl/workbook.xml': main } }) }));
  if (!reading.ok) throw new Error(reading.reason);
  const { grids, remarks } = reading.snapshot;
  return { results: grids[0]?.cells.filter(({ formula }) => formula !== null).map(({ value, text }) => [value, text]), remarks };
}

const nothing = [null, ''];

test('where all results are zero and the numbers give others, nobody has calculated them', () => {
  // The second hangs on the first, the third is a text, the fourth nobody can calculate here, the fifth is right.
  const { results, remarks } = read([[10, 20, { f: 'A1+B1', v: 0 }], [{ f: 'C1*2', v: 0 }, { f: 'IF(A1>=5,"优","良")', v: 0 }, { f: 'LOG10(A1)', v: 0 }, { f: 'A1-10', v: 0 }]]);
  expect(results).toEqual([nothing, nothing, nothing, nothing, [0, '0']]);
  expect(remarks).toEqual([expect.stringMatching(/^有 4 个公式没有计算结果.*请/)]);
});

test('a workbook that asks to be calculated when it is opened shows nothing of the results that are wrong, nor of what hangs on them', () => {
  const rows = [[10, 20, { f: 'A1+B1', v: 30 }], [{ f: 'A1*2', v: 5 }, { f: 'A2+1', v: 6 }, { f: 'LOG10(A1)', v: 7 }]];
  expect(read(rows, CALCULATED_ON_LOAD)).toEqual({ results: [[30, '30'], nothing, nothing, [7, '7']], remarks: [expect.stringMatching(/^有 2 个公式没有计算结果/)] });
});
