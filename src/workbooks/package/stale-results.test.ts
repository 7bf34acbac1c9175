// Results that a file keeps although the numbers behind them were changed.
import { zipSync, unzipSync } from 'fflate';
import { makeWorkbook } from '../../../test/make-workbook';
import type { MadeValue } from '../../../test/make-workbook';
import { readPackage } from './read';

function remarksOf(bytes: Uint8Array): readonly string[] {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot.remarks;
}

function of(...rows: readonly (readonly MadeValue[])[]): readonly string[] {
  return remarksOf(makeWorkbook({ sheets: [{ name: '自评表', rows, merges: ['H1:I1'] }], definedNames: [{ name: '预算', refersTo: '自评表!$A$1' }] }));
}

test('a total that did not follow its parts is told with what it should be', () => {
  expect(of([229.81, 21.03], [{ f: 'A1+B1', v: 243.43 }, { f: 'A2*2', v: 486.86 }])).toEqual(['有 1 个公式的结果不是按现在的数算的（如工作表“自评表”A2 为 243.43，按公式应为 250.84），可能改数后没有重新计算；请用 Excel 或 WPS 打开并保存后再核查。']);
  expect(of([10, 5], [{ f: 'SUM(A1:B1)', v: 12 }, { f: 'ROUND(预算/B1,2)', v: 1 }])).toEqual([expect.stringMatching(/^有 2 个公式的结果不是按现在的数算的（如工作表“自评表”A2 为 12，按公式应为 15）/)]);
});

test('a list without merged cells is no form: nothing is told of it', () => {
  expect(remarksOf(makeWorkbook({ sheets: [{ name: '台账', rows: [[10, 5, { f: 'A1+B1', v: 12 }]] }] }))).toEqual([]);
});

test('results that agree but for noise, that a tie decides, or that nobody can calculate here are not told', () => {
  expect(of([0.1, 0.2], [{ f: 'A1+B1', v: 0.3 }, { f: 'A1+B1', v: 0.30000000000000004 }])).toEqual([]);
  // 65.115 × 100 lies below the tie in binary: programs round it either way.
  expect(of([65.115, 100], [{ f: 'ROUND(A1*B1,0)', v: 6511 }, { f: 'ROUND(A1*B1,0)', v: 6512 }])).toEqual([]);
  expect(of([99.9, 0.1], [{ f: 'IF(A1+B1=100,10,5)', v: 10 }, { f: 'IF(A1+B1>=100,10,5)', v: 5 }])).toEqual([]);
  expect(of([1, '甲'], [{ f: 'LOG10(A1)', v: 5 }, { f: 'COUNTA(A1:C1)', v: 3 }, { f: 'A1+B1', v: 3 }, { f: '其他!A1', v: 3 }, { f: 'A1*2', v: '旧' }])).toEqual([]);
});

test.each(['fullPrecision="0"', 'iterate="1"'])('a workbook that calculates with %s is taken at its word', (setting) => {
  const parts = unzipSync(makeWorkbook({ sheets: [{ name: 's', rows: [[1.26, 1.26, { f: 'A1+B1', v: 2.6 }]], merges: ['H1:I1'] }] }));
  const shown = new TextDecoder().decode(parts['xl/workbook.xml']).replace('<calcPr', `<calcPr ${setting}`);
  expect(remarksOf(zipSync({ ...parts, 'xl/workbook.xml': new TextEncoder().encode(shown) }))).toEqual([]);
});
