// What is gathered from records, and the four shapes it is written in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { summaryCsv } from './csv';
import { summaryHtml } from './html-report';
import { recordOf, type FileRecord } from './record';
import { summarise } from './summary';
import { summaryXlsx } from './xlsx-report';

function recordsOf(): FileRecord[] {
  return corpusTables().map((table) => {
    const reading = readPackage(toWorkbook([table], { numbers: 'typed' }));
    if (!reading.ok) throw new Error(reading.reason);
    return recordOf({ file: `下属/${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) }, null, 'test');
  });
}
const unreadable: FileRecord = recordOf({ file: '=cmd.xlsx', status: 'unreadable', reason: '文件已损坏；请重新取得原文件。', review: null }, null, 'test');
const records = [...recordsOf(), unreadable];
const summary = summarise(records);

test('every table has its line, every finding that stands its rule, every unreadable file its reason', () => {
  expect(summary.tables).toHaveLength(records.flatMap(({ tables }) => tables).length);
  const standing = records.flatMap(({ tables, findings }) => [...tables.flatMap((table) => table.findings), ...findings]).filter(({ waived, because }) => waived === null && because === null);
  expect(standing.length).toBeGreaterThan(100);
  expect(summary.rules.reduce((sum, { findings }) => sum + findings, 0)).toBe(standing.length);
  expect(summary.notReviewed).toEqual([{ file: '=cmd.xlsx', reason: '文件已损坏；请重新取得原文件。' }]);
  expect(Object.values(summary.verdicts).reduce((a, b) => a + b)).toBe(summary.tables.length);
});

test('units stand with the gravest first, and two tables of one unit are one line', () => {
  const order = ['errors', 'to-verify', 'not-checked', 'clean'];
  const places = summary.units.map(({ verdict }) => order.indexOf(verdict));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const first = records.find(({ tables }) => tables.length > 0 && tables.every(({ facts }) => facts.unit !== null));
  if (!first) throw new Error('no record');
  const twice = summarise([first, { ...first, file: '又一份.xlsx' }]);
  expect(twice.units.map(({ files, tables }) => [files, tables])).toEqual([[2, first.tables.length * 2]]);
});

test('each score is in one band', () => {
  const claimed = summary.tables.filter((line) => line.claimed !== null).length;
  const computed = summary.tables.filter((line) => line.computed !== null).length;
  expect(summary.bands.reduce((sum, band) => sum + band.claimed, 0)).toBe(claimed);
  expect(summary.bands.reduce((sum, band) => sum + band.computed, 0)).toBe(computed);
  expect(computed).toBeGreaterThan(5);
});

test('the CSV guards what would compute, and quotes what would break it', () => {
  const lines = summaryCsv(summary).split('\r\n');
  expect(lines).toHaveLength(summary.tables.length + 3);
  expect(lines[0]?.startsWith('\ufeff单位,')).toBe(true);
  expect(lines.at(-2)).toContain("'=cmd.xlsx");
});

test('the page escapes what a workbook holds and asks for nothing outside itself', () => {
  const [line] = summary.tables;
  if (!line) throw new Error('no table');
  const html = summaryHtml({ ...summary, tables: [{ ...line, project: '<script>alert("1")</script>' }] }, { title: '汇总 & 审核', at: '2024-03-01' });
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(html).toContain('<title>汇总 &amp; 审核</title>');
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
});

test('the workbook is read back as it was meant, texts as texts', () => {
  const bytes = summaryXlsx(summary);
  expect(summaryXlsx(summary)).toEqual(bytes);
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.snapshot.grids.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual([
    ['单位', summary.units.length + 1], ['各表', summary.tables.length + 1], ['规则', summary.rules.length + 1], ['分布', summary.bands.length + summary.grades.length + 1], ['未核查', 2],
  ]);
  const cells = reading.snapshot.grids.flatMap((grid) => grid.cells);
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  expect(cells.find(({ value }) => value === '=cmd.xlsx')).toBeDefined();
});

const openpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
(openpyxl ? test : test.skip)('an independent reader finds frozen heads, filters, colours, links and the chart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-summary-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), summaryXlsx(summary));
    const script = 'import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); print([(s.title, s.freeze_panes, s.auto_filter.ref, len(s.conditional_formatting), len(s._charts), s.print_title_rows) for s in b.worksheets], b.worksheets[0]["A2"].hyperlink.location)';
    const { stdout } = spawnSync('/usr/bin/python3', ['-c', script, join(folder, 'a.xlsx')], { encoding: 'utf8' });
    expect(stdout).toContain(`('单位', 'A2', 'A1:G${summary.units.length + 1}', 1, 0, '$1:$1')`);
    expect(stdout).toMatch(/'分布', 'A2', 'A1:C\d+', 0, 1/);
    expect(stdout).toMatch(/'各表'!A\d+/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
