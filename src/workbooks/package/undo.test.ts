// Undo in a file that lived on: edited by people, saved anew by Excel, corrected twice.
import { apply, cellAt, contents, edit, part, partNames, takeBack } from '../../../test/package/edits';
import { makeWorkbook, zipParts } from '../../../test/make-workbook';
import { unzipSync } from 'fflate';
import { readState } from './state';
import { undo } from './undo';

const book = makeWorkbook({ sheets: [{ name: 's', rows: [['甲', { v: 5, fill: 'FFFF00' }, { f: 'B1*2', v: 10 }], ['x', 'y', 'z']] }] });
const corrected = apply(book, [edit('s!B1', { value: 6, mark: 'error', note: '原值 5' }), edit('s!A1', { value: '乙', mark: 'hint' })]).bytes;

/** The file with one part changed, as by another program. */
function bent(bytes: Uint8Array, name: string, from: string | RegExp, to: string): Uint8Array {
  const text = part(bytes, name);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name}: nothing to replace`);
  return zipParts({ ...unzipSync(bytes), [name]: changed });
}

test('what somebody changed since stays, and only our mark and note go', () => {
  const changed = bent(corrected, 'xl/worksheets/sheet1.xml', '<v>6</v>', '<v>7</v>');
  const { bytes, words } = takeBack(changed);
  expect(words).toEqual(['stale', 'applied']);
  expect(cellAt(bytes, 's!B1')).toMatchObject({ value: 7, note: null, style: { fill: 'FFFF00' } });
  expect(cellAt(bytes, 's!A1')).toMatchObject({ value: '甲', style: { fill: null } });
  expect(readState(bytes).journal).toEqual([]);
});

test('nothing of ours is left in the package after undo', () => {
  const { bytes } = takeBack(corrected);
  expect(partNames(bytes).sort()).toEqual(partNames(book).sort());
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toBe(part(book, 'xl/worksheets/sheet1.xml'));
});

test('a file saved anew, where styles and strings have other numbers, is given back by meaning', () => {
  let saved = bent(corrected, 'xl/styles.xml', /(<cellXfs[^>]*>)/, '$1<xf numFmtId="9" fontId="0" fillId="1" borderId="0" xfId="0"/>');
  saved = bent(saved, 'xl/worksheets/sheet1.xml', / s="(\d+)"/g, '');
  const styled = part(corrected, 'xl/worksheets/sheet1.xml').replace(/ s="(\d+)"/g, (_, n: string) => ` s="${Number(n) + 1}"`);
  saved = zipParts({ ...unzipSync(saved), 'xl/worksheets/sheet1.xml': styled });
  saved = bent(saved, 'xl/sharedStrings.xml', '<si>', '<si><t>前面多出一条</t></si><si>');
  const renumbered = part(saved, 'xl/worksheets/sheet1.xml').replace(/t="s"><v>(\d+)</g, (_, n: string) => `t="s"><v>${Number(n) + 1}<`);
  saved = zipParts({ ...unzipSync(saved), 'xl/worksheets/sheet1.xml': renumbered });
  const { bytes, words } = takeBack(saved);
  expect(words).toEqual(['applied', 'applied']);
  expect(cellAt(bytes, 's!A1')).toMatchObject({ value: '甲', style: { fill: null } });
  expect(cellAt(bytes, 's!B1')).toMatchObject({ value: 5, note: null, style: { fill: 'FFFF00' } });
  expect(cellAt(bytes, 's!A2')?.value).toBe('x');
});

test('a note that somebody wrote on stays with his words', () => {
  const written = bent(corrected, 'xl/comments1.xml', '原值 5', '原值 5\n李四：知道了');
  const { bytes } = takeBack(written);
  expect(cellAt(bytes, 's!B1')).toMatchObject({ value: 5, note: '\n李四：知道了' });
});

test('runs are taken back newest first; an older one waits where a newer one stands on the same cell', () => {
  const twice = apply(corrected, [edit('s!B1', { value: 8, mark: 'verify', note: '原值 6' })], { run: 'run-2' }).bytes;
  expect(takeBack(twice, { run: 'run-1' }).words.sort()).toEqual(['applied', 'stale']);
  const one = takeBack(twice).bytes;
  expect(cellAt(one, 's!B1')).toMatchObject({ value: 6, note: '原值 5', style: { fill: 'FFC7CE' } });
  expect(contents(takeBack(one).bytes)).toEqual(contents(book));
  expect(contents(takeBack(twice, { all: true }).bytes)).toEqual(contents(book));
});

test('a sheet that was renamed is reported and its entries are kept', () => {
  const renamed = bent(corrected, 'xl/workbook.xml', 'name="s"', 'name="t"');
  const { bytes, words } = takeBack(renamed);
  expect(words).toEqual(['failed', 'failed']);
  expect(readState(bytes).journal).toHaveLength(2);
});

test('without a journal there is nothing to take back, in words', () => {
  expect(undo(book)).toEqual({ ok: false, reason: expect.stringMatching(/没有可撤销/) as string });
  expect(undo(corrected, { run: '别的' })).toMatchObject({ ok: false });
  expect(undo(new Uint8Array(3))).toMatchObject({ ok: false });
});
