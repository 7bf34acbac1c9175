// What a folder gives to the check: every table, no matter who wrote it, and nothing of the rest.
import { findCopies } from './copies';
import { summarise } from './summary';
import { summaryFiles } from './summary-file';
import { isLeftAside, isWorkbookName } from './workbook-names';

test('a table of another program is on the list as one that can be read is', () => {
  const tables = ['自评表.xlsx', '自评表.XLSM', '自评表.xls', '自评表.et', '自评表.xltx', '自评表.xltm', '自评表.xlt', '自评表.ett', '自评表.xlsb', '自评表.ods', '自评表.fods', '自评表.ots', '自评表.uos', '自评表.numbers', '自评表.CSV', '自评表.tsv'];
  expect(tables.filter((name) => !isWorkbookName(name))).toEqual([]);
});

test('scans, pictures, papers and archives beside the tables are not', () => {
  expect(['自评表.pdf', '盖章.jpg', '通知.doc', '报告.docx', '报告.wps', '说明.txt', '材料.zip', 'results.jsonl', '汇总.html', '自评表ods', 'ods'].filter(isWorkbookName)).toEqual([]);
});

test('the lists that a summary leaves in a folder are not read again', () => {
  const files = summaryFiles('csv', { records: [], summary: summarise([]), comparisons: { copies: findCopies([]) } }, { title: '', date: '2025-01-01', version: '0' });
  expect(files.length).toBeGreaterThan(1);
  expect(files.map(({ name }) => name).filter(isWorkbookName)).toEqual([]);
});

test('what a program leaves beside an open workbook is left aside', () => {
  expect(['~$自评表.xlsx', '.~lock.自评表.ods#', '.自评表.csv', '自评表.ods'].map(isLeftAside)).toEqual([true, true, true, false]);
});
