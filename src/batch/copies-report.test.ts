// Comparisons as people read them: side by side on the page, line by line in the workbook, and nothing of them where none was made.
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { findCopies } from './copies';
import { summaryHtml } from './html-report';
import { compareYears } from './last-year';
import { recordOf, type FileRecord } from './record';
import { summarise } from './summary';
import { summaryXlsx } from './xlsx-report';

const records: FileRecord[] = corpusTables().slice(0, 12).map((table) => {
  const reading = readPackage(toWorkbook([table], { numbers: 'typed' }));
  if (!reading.ok) throw new Error(reading.reason);
  return recordOf({ file: `${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) }, table.id, 'test');
});
const SCRIPT = '<script>alert("1")</script>中心';
const copies = records.slice(0, 3).map((record): FileRecord => ({ ...record, file: `=抄 ${record.file}`, sha256: null, tables: record.tables.map((table) => ({ ...table, facts: { ...table.facts, unit: SCRIPT } })) }));
const all = [...records, ...copies];
const comparisons = { copies: findCopies(all), lastYear: compareYears(all, records) };
const summary = summarise(all);
const at = { title: '汇总', at: '2024-03-01' };

function sheets(bytes: Uint8Array): ReadonlyMap<string, readonly string[][]> {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return new Map(reading.snapshot.grids.map((grid) => {
    const rows: string[][] = Array.from({ length: grid.rowCount }, () => Array<string>(grid.columnCount).fill(''));
    for (const { row, column, text, formula } of grid.cells) {
      expect(formula).toBeNull();
      const line = rows[row - 1];
      if (line) line[column - 1] = text;
    }
    return [grid.sheet, rows];
  }));
}

test('each shared passage is a line of the workbook, with both cells and both texts', () => {
  const pairs = comparisons.copies.groups.flatMap((group) => group.pairs);
  expect(pairs).toHaveLength(3);
  const book = sheets(summaryXlsx(summary, comparisons));
  const lines = (book.get('雷同') ?? []).slice(1);
  expect(lines).toHaveLength(pairs.reduce((sum, { passages }) => sum + passages.length, 0));
  for (const line of lines) {
    expect(line[7]).toMatch(/^[A-Z]+\d+$/);
    expect(line[9]).toMatch(/^[A-Z]+\d+$/);
    expect(line[8]).toBe(line[10]);
  }
  expect(lines.filter((line) => line[11]?.includes('请核实是否误交或照抄'))).toHaveLength(pairs.length);
  expect((book.get('与上年比较') ?? []).slice(1)).toHaveLength(comparisons.lastYear.lines.length);
  expect(comparisons.lastYear.lines.length).toBeGreaterThan(3);
});

test('the page shows both sides, says what the thresholds rest on, and escapes what a table holds', () => {
  const html = summaryHtml(summary, at, comparisons);
  expect(html).not.toContain('<script>alert');
  expect(html.match(/<article/g)).toHaveLength(3);
  expect(html).toContain('界限：推定');
  for (const link of html.matchAll(/href="#([\w-]+)"/g)) expect(html).toContain(`id="${link[1]}"`);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('without a comparison there is neither section nor sheet', () => {
  expect(summaryHtml(summary, at)).not.toMatch(/id="(?:copies|last-year)"/);
  expect([...sheets(summaryXlsx(summary)).keys()]).toEqual(['单位', '各表', '问题', '规则', '分布', '未核查']);
  expect([...sheets(summaryXlsx(summary, { copies: comparisons.copies })).keys()]).toContain('雷同');
});

test('nothing accuses: every sentence asks', () => {
  const sentences = [...comparisons.copies.groups.flatMap((group) => group.pairs.map(({ message }) => message)), ...comparisons.copies.duplicates.map(({ message }) => message), ...comparisons.lastYear.lines.map(({ message }) => message)];
  expect(sentences.filter((sentence) => !sentence.includes('请核实'))).toEqual([]);
  expect(sentences.filter((sentence) => /抄袭|造假|作弊|违规/.test(sentence))).toEqual([]);
});
