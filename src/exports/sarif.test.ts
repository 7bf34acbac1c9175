// The log against the parts of the SARIF 2.1.0 schema that it uses, restated: what is required, which words are allowed, and that there is nothing else.
import Ajv, { type SchemaObject } from 'ajv';
import { corpusTables, toSnapshot } from '../../test/corpus/workbooks';
import { reviewWorkbook } from '../review/review-workbook';
import { fileJson } from './json';
import { fileUri, toSarif, type SarifFile } from './sarif';

const closed = (required: readonly string[], properties: Readonly<Record<string, unknown>>): SchemaObject => ({ type: 'object', additionalProperties: false, required, properties: { ...properties, properties: { type: 'object' } } });
const listOf = (items: unknown, uniqueItems = false): SchemaObject => ({ type: 'array', items, uniqueItems });
const text = { type: 'string' };
const message = closed(['text'], { text, markdown: text, id: text });
const level = { enum: ['none', 'note', 'warning', 'error'] };
const place = { type: 'integer', minimum: -1 };
// RFC 3986: no other letter may stand in a reference.
const uri = { type: 'string', pattern: "^(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-F]{2})+$" };
const artifactLocation = closed([], { uri, uriBaseId: text, index: place });
const location = closed([], {
  id: { type: 'integer' }, physicalLocation: closed(['artifactLocation'], { artifactLocation }), message,
  logicalLocations: listOf(closed([], { name: text, fullyQualifiedName: text, decoratedName: text, kind: text, index: place, parentIndex: place }), true),
});
const descriptor = closed(['id'], { id: text, name: text, shortDescription: message, fullDescription: message, defaultConfiguration: closed([], { level, enabled: { type: 'boolean' } }) });
const result = closed(['message'], {
  ruleId: text, ruleIndex: place, level, message, locations: listOf(location), relatedLocations: listOf(location, true),
  suppressions: listOf(closed(['kind'], { kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted', 'underReview', 'rejected'] }, justification: text }), true),
});
const run = closed(['tool'], {
  tool: closed(['driver'], { driver: closed(['name'], { name: text, version: text, language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' }, rules: listOf(descriptor, true) }) }),
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  artifacts: listOf(closed([], { location: artifactLocation, hashes: { type: 'object', additionalProperties: text } }), true),
  invocations: listOf(closed(['executionSuccessful'], { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: listOf(closed(['message'], { message, level, locations: listOf(location, true) })) })),
  results: listOf(result),
});
const log = closed(['version', 'runs'], { $schema: text, version: { enum: ['2.1.0'] }, runs: listOf(run) });
const valid = new Ajv({ strict: false }).compile(log);

const files: readonly SarifFile[] = [
  ...corpusTables().map((table): SarifFile => ({ ...fileJson({ file: `下属 单位/#1 ${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(toSnapshot([table]), {}) }), sha256: 'ab'.repeat(32) })),
  { ...fileJson({ file: '坏\n名.xlsx', status: 'unreadable', reason: '文件已损坏。', review: null }), sha256: null },
];

interface Log { readonly runs: readonly [{ readonly results: readonly { readonly ruleIndex: number; readonly ruleId: string; readonly suppressions?: readonly { readonly status: string }[] }[]; readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly invocations: readonly [{ readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] }] }] }

test('the log of a whole corpus keeps to the schema, and every finding is in it', () => {
  const made = JSON.parse(JSON.stringify(toSarif(files, '1.0.0'))) as Log;
  valid(made);
  expect(valid.errors).toBeNull();
  const [{ results, tool, invocations: [invocation] }] = made.runs;
  expect(results).toHaveLength(files.flatMap(({ tables, findings }) => [...tables.flatMap((table) => table.findings), ...findings]).length);
  for (const { ruleIndex, ruleId } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(invocation).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: '坏\n名.xlsx：文件已损坏。' } }] });
});

test('the check itself refuses what the schema refuses', () => {
  const [first] = files;
  if (!first) throw new Error('no file');
  expect(valid(toSarif([first, first], '1.0.0'))).toBe(false);
  expect(valid({ version: '2.1.0', runs: [{}] })).toBe(false);
  expect(valid({ version: '2.0.0', runs: [] })).toBe(false);
});

test('a finding without a cell, with a cell twice, and with an explanation keep to it as well', () => {
  const table = files.flatMap(({ tables }) => tables).find(({ findings }) => findings.length > 0);
  const [finding] = table?.findings ?? [];
  if (!table || !finding) throw new Error('no finding');
  const waived = { reason: '上级追加', date: '2026-01-01', role: '填报人', stale: false };
  const odd: SarifFile = { ...fileJson({ file: 'a.xlsx', status: 'checked', reason: null, review: null }), tables: [{ ...table, findings: [{ ...finding, cells: [] }, { ...finding, cells: ['A1', 'B1', 'B1'], waived }, { ...finding, waived: { ...waived, stale: true } }] }] };
  const made = JSON.parse(JSON.stringify(toSarif([odd], '1.0.0'))) as Log;
  valid(made);
  expect(valid.errors).toBeNull();
  expect(made.runs[0].results.map(({ suppressions }) => suppressions?.[0]?.status)).toEqual([undefined, 'accepted', 'underReview']);
});

test('paths become URIs, absolute ones with their scheme, letters cut in half included', () => {
  expect(['市局/a b#.xlsx', 'C:\\报送\\a.xlsx', '/data/a.xlsx', '\\\\server\\share\\a.xlsx', 'a:b.xlsx', '\ud800.xlsx'].map(fileUri)).toEqual([
    '%E5%B8%82%E5%B1%80/a%20b%23.xlsx', 'file:///C:/%E6%8A%A5%E9%80%81/a.xlsx', 'file:///data/a.xlsx', 'file://server/share/a.xlsx', 'a%3Ab.xlsx', '%EF%BF%BD.xlsx',
  ]);
});
