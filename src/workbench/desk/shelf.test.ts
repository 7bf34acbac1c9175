import { unzipSync } from 'fflate';
import { compareYears } from '../../batch/last-year';
import { findCopies } from '../../batch/copies';
import { PLAIN_JUDGES } from '../../batch/judges';
import { readTemplate, TEMPLATE_TEXT } from '../../batch/letter-template';
import { lineOf, type FileRecord } from '../../batch/record';
import { redactComparisons, redactRecord } from '../../batch/redact';
import { summarise } from '../../batch/summary';
import { SUMMARY_FORMATS, summaryFiles } from '../../batch/summary-file';
import { VERSION } from '../../cli/version';
import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import { failedLine, reviewTask } from './review-task';
import { Shelf } from './shelf';

const lines: string[] = [];
beforeAll(async () => {
  for (const table of corpusTables().slice(0, 8)) {
    const file = new Blob([toWorkbook([table]) as Uint8Array<ArrayBuffer>]);
    for (const copy of ['a', 'b']) lines.push((await reviewTask({ file: `${copy}/${table.id}.xlsx`, whereabouts: { kind: 'file', file }, known: null }, PLAIN_JUDGES))?.line ?? '');
  }
  lines.push(failedLine('坏.xlsx', '这不是 Excel 工作簿。', VERSION).line);
});

const recordsOf = (texts: readonly string[]): readonly FileRecord[] => texts.map((line) => JSON.parse(line) as FileRecord);
const sorted = (): readonly string[] => [...lines].sort((a, b) => (recordsOf([a])[0]?.file ?? '') < (recordsOf([b])[0]?.file ?? '') ? -1 : 1);
const HEAD = { title: '汇总', date: '2024-03-15', version: VERSION };

function filled(): Shelf {
  const shelf = new Shelf();
  for (const line of [...lines].reverse()) shelf.add(line);
  return shelf;
}

test('the lines come back by path, as the command line writes them, and as they were', async () => {
  expect(await filled().results(false).text()).toBe(`${sorted().join('\n')}\n`);
});

test('packed they take little room, and are the same again; what is too large, damaged or not there is known', async () => {
  const shelf = filled();
  const bytes = await shelf.packed(10 ** 6);
  if (typeof bytes === 'string') throw new Error(bytes);
  const plain = await shelf.results(false).text();
  expect(bytes.length).toBeLessThan(new TextEncoder().encode(plain).length / 5);
  const again = new Shelf();
  expect(await again.packed(10 ** 6)).toBe('empty');
  expect(await again.load(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toEqual({ files: lines.length, refused: 0 });
  expect(await again.results(false).text()).toBe(plain);
  expect(await again.load(new Blob([bytes.slice(0, 200)]))).toBeNull();
  expect(await again.packed(100)).toBe('too-large');
});

test('summaries are those of the command line over the same lines, comparisons included', async () => {
  const records = recordsOf(sorted());
  const shelf = filled();
  shelf.compareWith(lines.slice(0, 4));
  const comparisons = { copies: findCopies(records), lastYear: compareYears(records, recordsOf(lines.slice(0, 4)).toSorted((a, b) => (a.file < b.file ? -1 : 1))) };
  for (const format of SUMMARY_FORMATS) {
    const expected = summaryFiles(format, { records, summary: summarise(records), comparisons }, HEAD);
    const { name, blob } = shelf.summary(format, HEAD, false);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (expected.length === 1) expect([name, Buffer.compare(bytes, expected[0]?.bytes ?? new Uint8Array())]).toEqual([expected[0]?.name, 0]);
    else expect(Object.entries(unzipSync(bytes)).map(([inside, content]) => [inside, Buffer.from(content).toString('hex')])).toEqual(expected.map((file) => [file.name, Buffer.from(file.bytes).toString('hex')]));
  }
});

test('what is given out without free text is what the command line gives out with --redact', async () => {
  const records = recordsOf(sorted());
  const shelf = filled();
  expect(await shelf.results(true).text()).toBe(records.map((record) => `${lineOf(redactRecord(record))}\n`).join(''));
  const redacted = records.map(redactRecord);
  const [expected] = summaryFiles('json', { records: redacted, summary: summarise(redacted), comparisons: redactComparisons({ copies: findCopies(records) }) }, HEAD);
  expect(await shelf.summary('json', HEAD, true).blob.text()).toBe(new TextDecoder().decode(expected?.bytes));
  // The page itself goes on showing everything.
  expect(await shelf.results(false).text()).toBe(`${sorted().join('\n')}\n`);
});

test('the list has what the summary has, and a line for each file', () => {
  const summary = summarise(recordsOf(sorted()));
  const { units, tables, rules, files } = filled().list();
  expect([units, tables, rules]).toEqual([summary.units, summary.tables, summary.rules]);
  expect(files).toHaveLength(lines.length);
  expect(files.at(-1)).toMatchObject({ file: '坏.xlsx', status: 'unreadable', verdict: 'not-checked', reason: '这不是 Excel 工作簿。' });
});

test('behind a unit, a file and a rule stand their findings, hints where a rule is one', () => {
  const shelf = filled();
  const { units, files, rules } = shelf.list();
  const unit = shelf.detail({ kind: 'unit', key: units[0]?.unit ?? '' });
  expect(unit.problems.length).toBeGreaterThan(0);
  expect(unit.tables.every((table) => table.unit === units[0]?.unit)).toBe(true);
  expect(shelf.detail({ kind: 'file', key: files[0]?.file ?? '' }).tables.every(({ file }) => file === files[0]?.file)).toBe(true);
  for (const { rule, findings, follows } of rules) expect(shelf.detail({ kind: 'rule', key: rule }).problems).toHaveLength(findings + follows);
});

test('the words of a report stand behind its file once, whether it goes with a table or not', () => {
  const base = recordsOf(lines).find(({ tables: [table] }) => table?.findings.some(({ severity }) => severity === 'error'));
  const finding = base?.tables[0]?.findings.find(({ severity }) => severity === 'error');
  if (!base || !finding) throw new Error('no record');
  const text = [{ paragraph: 2, start: 0, end: 3, quote: '95%', under: null }];
  for (const against of [[], [base.file]]) {
    const shelf = filled();
    shelf.add(lineOf({ ...base, file: '报告.docx', tables: [], findings: [{ ...finding, because: null, cells: [], text, sheet: '' }], report: { figures: { all: 1, holds: 0, contradicts: 1, notChecked: 0 }, statements: 1, against } }));
    expect(shelf.detail({ kind: 'file', key: '报告.docx' }).problems.map(({ cell }) => cell)).toEqual(['第3段']);
    for (const { rule, findings, follows } of shelf.list().rules) expect(shelf.detail({ kind: 'rule', key: rule }).problems).toHaveLength(findings + follows);
  }
});

test('when a run begins a line counts again only once its file turns out to be the same', async () => {
  const shelf = filled();
  const known = new Map(shelf.begin(VERSION));
  expect(known.size).toBe(lines.length - 1);
  expect(shelf.list().files).toEqual([]);
  const [first = ''] = [...known.keys()];
  shelf.keep(first);
  expect(shelf.list().files.map(({ file }) => file)).toEqual([first]);
  expect(shelf.begin('another version')).toEqual([]);
  expect(await shelf.results(false).text()).toBe('');
});

test('a saved list comes back; what is cut off or altered is counted and left out; what is none changes nothing', async () => {
  const shelf = new Shelf();
  const [good = '', other = ''] = lines;
  const record = JSON.parse(other) as { tables: { sheet: unknown }[] };
  const altered = JSON.stringify({ ...record, tables: record.tables.map((table) => ({ ...table, sheet: { evil: true } })) });
  expect(await shelf.load(new Blob([`${good}\n${altered}\n${good.slice(0, 99)}\n\n"text"\nnull\n[]`]))).toEqual({ files: 1, refused: 5 });
  expect(shelf.list().files).toHaveLength(1);
  expect(await shelf.load(new Blob(['not a list']))).toBeNull();
  expect(shelf.list().files).toHaveLength(1);
});

test('a list of last year that is none leaves the comparison that is there', async () => {
  const shelf = filled();
  expect(await shelf.compareWithList(new Blob([lines.slice(0, 4).join('\n')]))).toBe(4);
  const before = shelf.comparisons().lastYear;
  expect(before).toBeDefined();
  expect(await shelf.compareWithList(new Blob(['{}\nnot a list']))).toBe(0);
  expect(shelf.comparisons().lastYear).toEqual(before);
});

test('letters are written some at a time into one zip', async () => {
  const shelf = filled();
  const reading = readTemplate(TEMPLATE_TEXT);
  if (!reading.ok) throw new Error(reading.reason);
  const total = shelf.beginLetters('findings', { template: reading.template, date: '2024-03-15', from: null, due: null }, false);
  expect(total).toBeGreaterThan(2);
  expect(await shelf.writeLetters(2)).toBe(2);
  for (let done = 2; done < total;) done = await shelf.writeLetters(5);
  const names = Object.keys(unzipSync(new Uint8Array(await shelf.letters().arrayBuffer())));
  expect(names).toHaveLength(total);
  expect(names.every((name) => name.endsWith('-绩效自评审核意见书.docx'))).toBe(true);
  expect(await shelf.writeLetters(1)).toBe(0);
});
