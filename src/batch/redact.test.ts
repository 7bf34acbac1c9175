// What units wrote in their own words reaches no output; what a reviewer needs to find the place and the figures does.
import { strFromU8, unzipSync } from 'fflate';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { reviewWorkbook } from '../review/review-workbook';
import { readPackage } from '../workbooks/package/read';
import type { Comparisons } from './comparisons';
import { findCopies } from './copies';
import { compareYears } from './last-year';
import { letterBytes } from './letter';
import { readTemplate, TEMPLATE_TEXT } from './letter-template';
import { lineOf, readRecord, recordOf, type FileRecord } from './record';
import { redactComparisons, redactRecord } from './redact';
import { summarise } from './summary';
import { SUMMARY_FORMATS, summaryFiles } from './summary-file';

const tables = corpusTables();
function recordsOf(year: (text: string) => string = (text) => text, unit: (text: string) => string = (text) => text, name = ''): readonly FileRecord[] {
  return tables.map((table) => {
    const read = readPackage(toWorkbook([{ ...table, rows: table.rows.map((row) => row.map((text) => year(unit(text)))) }], { numbers: 'typed' }));
    if (!read.ok) throw new Error(read.reason);
    return recordOf({ file: `${name}${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(read.snapshot, {}) }, null, 'test');
  });
}
const full = recordsOf();
/** The same tables under other units' names, so that everything is a copy of something. */
const copied = recordsOf((text) => text, (text) => text.replace(/(?=局|中心|学校|委员会|协会|镇|街道)/, '东'), '又');
const records = [...full, ...copied];
const redacted = records.map(redactRecord);
const before = recordsOf((text) => text.replaceAll('2022', '2021').replaceAll('100', '97'));

/** Own words: long cells of goals, indicators, reasons; without what is a name of a unit or project or the form's title. */
const own = [...new Set(records.flatMap(({ tables: read }) => read.flatMap(({ facts }) => [
  ...facts.goals.flatMap(({ expected, actual }) => [expected, actual]), ...facts.indicators.flatMap(({ name, actual, reason, target }) => [name, actual, reason, target]),
])).filter((text) => text !== null).map((text) => text.replace(/\s+/g, '')).filter((text) => (text.match(/\p{L}/gu)?.length ?? 0) > 9))];
const names = records.flatMap(({ tables: read }) => read.flatMap(({ title, facts: { unit, project, department } }) => [title, unit, project, department])).filter((text) => text !== null).map((text) => text.replace(/\s+/g, '')).join('\n');
const runs = new Set(own.flatMap((text) => Array.from({ length: Math.max(0, text.length - 9) }, (_, at) => text.slice(at, at + 10))).filter((run) => !names.includes(run) && /\p{L}{6}/u.test(run)));

function leaked(text: string): readonly string[] {
  const solid = text.replace(/\s+|\\n/g, '');
  const found = new Set<string>();
  for (let at = 0; at + 10 <= solid.length; at++) if (runs.has(solid.slice(at, at + 10))) found.add(solid.slice(at, at + 10));
  return [...found];
}

const comparisons: Comparisons = { copies: findCopies(records), lastYear: compareYears(full, before) };
const head = { title: '汇总', date: '2026-03-01', version: '1' };
const textIn = (bytes: Uint8Array): string => (bytes[0] === 0x50 ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n').replace(/<[^>]*>/g, '') : strFromU8(bytes).replace(/<[^>]*>/g, ''));

test('the sample has own words to leak, and full results do hold them', () => {
  expect(own.length).toBeGreaterThan(80);
  expect(leaked(full.map(lineOf).join('\n')).length).toBeGreaterThan(500);
  expect(comparisons.copies?.groups.length).toBeGreaterThan(5);
  expect(comparisons.lastYear?.lines.length).toBeGreaterThan(20);
});

test('redacted results hold none of them, are read again and redacted once only', () => {
  expect(leaked(redacted.map(lineOf).join('\n'))).toEqual([]);
  for (const record of redacted) {
    expect(readRecord(lineOf(record))).toEqual(JSON.parse(lineOf(record)));
    expect(redactRecord(record)).toBe(record);
  }
});

test.each(SUMMARY_FORMATS)('no summary as %s holds any, comparisons included', (format) => {
  const files = summaryFiles(format, { records: redacted, summary: summarise(redacted), comparisons: redactComparisons(comparisons) }, head);
  for (const { name, bytes } of files) expect([name, leaked(textIn(bytes))]).toEqual([name, []]);
  const open = summaryFiles(format, { records, summary: summarise(records), comparisons }, head);
  expect(open.flatMap(({ bytes }) => leaked(textIn(bytes))).length).toBeGreaterThan(20);
});

test('no letter holds any', async () => {
  const reading = readTemplate(TEMPLATE_TEXT);
  if (!reading.ok) throw new Error(reading.reason);
  for (const unit of summarise(redacted).units) {
    const text = textIn(await letterBytes(unit, redacted, { template: reading.template, date: '2026-03-01', from: null, due: null }));
    expect([unit.unit, leaked(text)]).toEqual([unit.unit, []]);
  }
});

test('verdicts, scores, counts, cells and figures are those of the full results', () => {
  const [one, other] = [summarise(records), summarise(redacted)];
  expect(other.verdicts).toEqual(one.verdicts);
  expect(other.tables.map(({ gravest: _, ...line }) => line)).toEqual(one.tables.map(({ gravest: _, ...line }) => line));
  expect(other.problems.map(({ cell, rule }) => [cell, rule])).toEqual(one.problems.map(({ cell, rule }) => [cell, rule]));
  const figures = (line: { readonly message: string }): string => line.message;
  const funds = one.problems.map((line, at) => [figures(line), figures(other.problems[at] ?? line)] as const).filter(([message]) => /^(?:执行率|预算执行得分|总分)应为/.test(message));
  expect(funds.length).toBeGreaterThan(10);
  for (const [message, kept] of funds) expect(kept).toBe(message);
});
