// The record inside a workbook: kept through saving anew, silent when empty, tolerant of damage.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { apply, changedParts, contents, edit, part, partNames, takeBack } from '../../../test/package/edits';
import { makeWorkbook, zipParts } from '../../../test/make-workbook';
import { richWorkbook } from '../../../test/package/rich-parts';
import { EMPTY_STATE } from '../../model/plan';
import type { StoredState } from '../../model/plan';
import { readState, writeState } from './state';
import { stateFromXml, stateToXml } from './state-xml';

const STATE: StoredState = {
  waivers: [{ rule: 'overshoot-unexplained', sheet: '自评表', cell: 'G8', fingerprint: 'ab12', reason: '上级追加任务 <&"\u0001\ud800', date: '2024-03-01', role: '填报人' }],
  journal: [],
  rubric: 'mof-2020',
};
function written(bytes: Uint8Array, state: StoredState): Uint8Array {
  const result = writeState(bytes, state);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

test('a state is read as it was written, beside the custom XML of others', () => {
  const book = richWorkbook();
  const bytes = written(book, STATE);
  expect(readState(bytes)).toEqual({ ...STATE, problems: [] });
  expect(changedParts(book, bytes)).toEqual(['[Content_Types].xml', 'customXml/_rels/item2.xml.rels', 'customXml/item2.xml', 'customXml/itemProps2.xml', 'xl/_rels/workbook.xml.rels']);
});

test("a bureau's rules are read back as they were; what is no list of rules is told as damage", () => {
  const own = { rubrics: [{ id: 'bureau-2026' }], checks: [] };
  const bytes = written(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), { ...STATE, own });
  expect(readState(bytes)).toEqual({ ...STATE, own, problems: [] });
  const damaged = zipSync({ ...unzipSync(bytes), 'customXml/item1.xml': strToU8(part(bytes, 'customXml/item1.xml').replace('"checks":[]', '"checks":3')) });
  expect(readState(damaged)).toEqual({ ...STATE, problems: [expect.stringContaining('1 条已损坏')] });
});

test('the same state again changes no byte; an empty one leaves no part behind', () => {
  const book = makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] });
  const bytes = written(book, STATE);
  expect(written(bytes, STATE)).toBe(bytes);
  expect(partNames(written(bytes, EMPTY_STATE)).sort()).toEqual(partNames(book).sort());
  expect(written(book, EMPTY_STATE)).toBe(book);
});

test('it is found under another name and another prefix', () => {
  const bytes = written(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), STATE);
  const parts = unzipSync(bytes);
  const item = part(bytes, 'customXml/item1.xml').replace('xmlns=', 'xmlns:ns0=').replace(/<(\/?)(?=[a-z])/g, '<$1ns0:');
  const { 'customXml/item1.xml': _old, ...rest } = parts;
  const moved = zipParts({ ...rest, 'customXml/item9.xml': item, 'xl/_rels/workbook.xml.rels': part(bytes, 'xl/_rels/workbook.xml.rels').replace('item1.xml', 'item9.xml') });
  expect(readState(moved)).toEqual({ ...STATE, problems: [] });
});

test('a damaged item is reported and costs no other', () => {
  const bytes = written(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), { ...STATE, waivers: [...STATE.waivers, ...STATE.waivers] });
  const damaged = zipParts({ ...unzipSync(bytes), 'customXml/item1.xml': part(bytes, 'customXml/item1.xml').replace('"rule":', '"rulo":') });
  const reading = readState(damaged);
  expect(reading.waivers).toEqual(STATE.waivers);
  expect(reading.problems).toEqual([expect.stringContaining('1 条已损坏')]);
});

test('a damaged part is reported, never a crash', () => {
  const bytes = written(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), STATE);
  const cutOff = zipParts({ ...unzipSync(bytes), 'customXml/item1.xml': part(bytes, 'customXml/item1.xml').slice(0, 200) });
  expect(readState(cutOff)).toEqual({ ...EMPTY_STATE, problems: [expect.stringContaining('已损坏')] });
  expect(readState(new Uint8Array(9)).problems).toHaveLength(1);
});

test('applying a plan keeps the waivers that are there and stores those that come with it', () => {
  const bytes = written(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), STATE);
  const kept = apply(bytes, [edit('s!A1', { value: 2 })]).bytes;
  expect(readState(kept)).toMatchObject({ waivers: STATE.waivers, rubric: 'mof-2020', journal: [{ cell: 'A1', before: { value: 1 }, after: { value: 2 } }] });
  expect(readState(apply(kept, [], { state: { rubric: null } }).bytes)).toMatchObject({ waivers: STATE.waivers, rubric: null, journal: [{ cell: 'A1' }] });
});

test('a state that another program hung on the package itself is found, and goes back to the workbook', () => {
  const stored = writeState(makeWorkbook({ sheets: [{ name: '表', rows: [['甲']] }] }), { ...EMPTY_STATE, rubric: 'mof-2020' });
  if (!stored.ok) throw new Error(stored.reason);
  const parts = unzipSync(stored.bytes);
  const rels = 'xl/_rels/workbook.xml.rels';
  const text = strFromU8(parts[rels] ?? new Uint8Array());
  const moved = /<Relationship [^>]*customXml[^>]*\/>/.exec(text)?.[0] ?? '';
  expect(moved).not.toBe('');
  parts[rels] = strToU8(text.replace(moved, ''));
  parts['_rels/.rels'] = strToU8(strFromU8(parts['_rels/.rels'] ?? new Uint8Array()).replace('</Relationships>', `${moved.replace(/Id="[^"]*"/, 'Id="rIdX"')}</Relationships>`));
  const resaved = zipSync(parts);
  expect(readState(resaved).rubric).toBe('mof-2020');
  const again = writeState(resaved, { ...EMPTY_STATE, rubric: 'anhui-2021' });
  if (!again.ok) throw new Error(again.reason);
  expect(readState(again.bytes).rubric).toBe('anhui-2021');
  expect(strFromU8(unzipSync(again.bytes)[rels] ?? new Uint8Array())).toContain('customXml');
  expect(strFromU8(unzipSync(again.bytes)['_rels/.rels'] ?? new Uint8Array())).not.toContain('customXml');
});

test('a text with what is no character of XML is kept in well-formed XML', () => {
  const xml = stateToXml({ ...EMPTY_STATE, rubric: 'a\uffffb\ufffe<\u0001' });
  expect(xml).not.toMatch(/[\ufffe\uffff]/);
  expect(stateFromXml(xml)).toMatchObject({ rubric: 'a\uffffb\ufffe<\u0001', problems: [] });
});

test('two records, as two people who save at once in Excel leave them, are read, taken back and kept as one', () => {
  const book = makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2]] }] });
  const first = apply(book, [edit('s!A1', { value: 5, mark: 'error' })], { run: 'a', at: '2024-03-01T08:00:00Z', state: { waivers: STATE.waivers } }).bytes;
  const both = apply(first, [edit('s!B1', { value: 6, mark: 'error' })], { run: 'b', at: '2024-03-01T09:00:00Z' }).bytes;
  const other = part(both, 'customXml/item1.xml').replace(/<entry>\{"run":"a".*?<\/entry>/, '');
  const relation = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item7.xml"/></Relationships>';
  const twins = zipParts({ ...unzipSync(both), 'customXml/item1.xml': part(first, 'customXml/item1.xml'), 'customXml/item7.xml': other, 'xl/_rels/workbook.xml.rels': part(both, 'xl/_rels/workbook.xml.rels').replace('</Relationships>', relation) });
  expect(readState(twins)).toMatchObject({ waivers: STATE.waivers, journal: [{ run: 'a' }, { run: 'b' }], problems: [] });
  const { bytes, words } = takeBack(twins, { all: true });
  expect(words).toEqual(['applied', 'applied']);
  expect(contents(bytes)).toEqual(contents(book));
  expect(partNames(bytes).filter((name) => /^customXml\/item\d/.test(name))).toEqual(['customXml/item1.xml']);
  expect(readState(bytes)).toEqual({ waivers: STATE.waivers, journal: [], rubric: null, problems: [] });
});
