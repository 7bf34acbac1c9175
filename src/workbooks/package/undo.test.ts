// Undo in a file that lived on: edited by people, saved anew by Excel, corrected twice.
import { apply, cellAt, contents, edit, part, partNames, takeBack } from '../../../test/package/edits';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import { unzipSync } from 'fflate';
import { clearMarks } from './clear-marks';
import { readPackage } from './read';
import { readState } from './state';
import { undo } from './undo';
import { writeUserEdits } from './user-edits';

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

test('nor after undo of two runs, the older one first', () => {
  const plain = makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2]] }] });
  const once = apply(plain, [edit('s!A1', { value: 2, note: '原值 1' })]).bytes;
  const twice = apply(once, [edit('s!B1', { value: 3, note: '原值 2' })], { run: 'run-2' }).bytes;
  const { bytes } = takeBack(takeBack(twice, { run: 'run-1' }).bytes);
  expect(partNames(bytes).sort()).toEqual(partNames(plain).sort());
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toBe(part(plain, 'xl/worksheets/sheet1.xml'));
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

test('marks that were cleared do not come back when runs are taken back afterwards', () => {
  const twice = apply(corrected, [edit('s!B1', { value: 8, mark: 'verify', note: '原值 6' }), edit('s!C1', { value: 10, formula: '=B1*2', mark: 'hint' })], { run: 'run-2' }).bytes;
  const cleared = clearMarks(apply(twice, [edit('s!C1', { formula: '=B1*3' })], { run: 'run-3' }).bytes);
  if (!cleared.ok) throw new Error(cleared.reason);
  const two = takeBack(cleared.bytes).bytes;
  expect(cellAt(two, 's!C1')).toMatchObject({ formula: 'B1*2', style: { fill: null } });
  const one = takeBack(two).bytes;
  expect(cellAt(one, 's!B1')).toMatchObject({ value: 6, note: null, style: { fill: 'FFFF00' } });
  expect(contents(takeBack(one).bytes)).toEqual(contents(book));
});

describe('what somebody painted over our marks stays when these are cleared and the run is taken back afterwards', () => {
  const painted = (bytes: Uint8Array): Uint8Array => {
    const written = writeUserEdits(bytes, [{ sheet: 's', row: 1, column: 2, fill: '92D050' }], []);
    if (!written.ok) throw new Error(written.reason);
    return written.bytes;
  };
  const clearedFrom = (bytes: Uint8Array): Uint8Array => {
    const cleared = clearMarks(bytes);
    if (!cleared.ok) throw new Error(cleared.reason);
    return cleared.bytes;
  };
  const again = (bytes: Uint8Array): Uint8Array => apply(bytes, [edit('s!B1', { value: 8, mark: 'verify', note: '原值 6' })], { run: 'run-2' }).bytes;

  test.each([['over one', painted(corrected)], ['over the second of two', painted(again(corrected))], ['between two', again(painted(corrected))]])('%s', (_, bytes) => {
    expect(cellAt(takeBack(clearedFrom(bytes), { all: true }).bytes, 's!B1')).toMatchObject({ value: 5, note: null, style: { fill: '92D050' } });
  });
});

test('a sheet that was renamed is reported and its entries are kept', () => {
  const renamed = bent(corrected, 'xl/workbook.xml', 'name="s"', 'name="t"');
  const { bytes, words } = takeBack(renamed);
  expect(words).toEqual(['failed', 'failed']);
  expect(readState(bytes).journal).toHaveLength(2);
});

test('without a journal there is nothing to take back, in words', () => {
  expect(undo(book)).toEqual({ ok: false, nothing: true, reason: expect.stringMatching(/没有可撤销/) as string });
  expect(undo(corrected, { run: '别的' })).toMatchObject({ ok: false });
  expect(undo(new Uint8Array(3))).toMatchObject({ ok: false });
});

describe('a file that another program has written anew', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const wellFormed = (bytes: Uint8Array) => readPackage(bytes).ok;

  test('keeps the results that it has calculated in cells that were only marked', () => {
    const marked = apply(book, [edit('s!C1', { value: 10, formula: '=B1*2', mark: 'error', note: '请核对' })]).bytes;
    const saved = bent(bent(marked, SHEET, '<v>5</v>', '<v>50</v>'), SHEET, '<f>B1*2</f><v>10</v>', '<f>B1*2</f><v>100</v>');
    const { bytes, words } = takeBack(saved);
    expect(words).toEqual(['applied']);
    expect(cellAt(bytes, 's!C1')).toMatchObject({ value: 100, formula: 'B1*2', note: null, style: { fill: null } });
  });

  test('keeps the numbers that it has given to shared formulas', () => {
    const rows = (si: number, rest: string) => `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="${si}">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="${si}"/><v>4</v></c></row>${rest}`;
    const sheet = (data: string) => `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
    const shared = makeWorkbook({ sheets: [{ name: 's', rows: [] }], parts: { [SHEET]: sheet(rows(0, '')) } });
    const marked = apply(shared, [edit('s!B1', { value: 2, formula: '=A1*2', mark: 'error' })]).bytes;
    const styled = / s="\d+"/.exec(part(marked, SHEET))?.[0] ?? '';
    const renumbered = rows(1, '<row r="3"><c r="B3"><f t="shared" ref="B3:B4" si="0">A1+9</f><v>10</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>11</v></c></row>').replace('<c r="B1">', `<c r="B1"${styled}>`);
    const { bytes } = takeBack(zipParts({ ...unzipSync(marked), [SHEET]: sheet(renumbered) }));
    expect(['B1', 'B2', 'B3', 'B4'].map((cell) => cellAt(bytes, `s!${cell}`)?.formula)).toEqual(['A1*2', 'A2*2', 'A1+9', 'A2+9']);
    expect(cellAt(bytes, 's!B1')?.style.fill).toBeNull();
  });

  test('without the prefix that the first one wrote gets no element with that prefix', () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=').replace('<x:?', '<?');
    const bare = (xml: string) => xml.replace(/(<\/?)x:/g, '$1').replace('xmlns:x=', 'xmlns=');
    const made = makeParts({ sheets: [{ name: 's', rows: [[{ v: '甲', note: '请核对' }, { v: 5, fill: 'FFFF00' }]] }] });
    const names = [SHEET, 'xl/comments1.xml'];
    const first = zipParts({ ...made, ...Object.fromEntries(names.map((name) => [name, prefixed(made[name] ?? '')])) });
    const done = apply(first, [edit('s!B1', { value: 6, mark: 'error' }), edit('s!A1', { value: '甲', mark: 'error', note: '应为乙' })]).bytes;
    const saved = zipParts({ ...unzipSync(done), ...Object.fromEntries(names.map((name) => [name, bare(part(done, name))])) });
    const { bytes, words } = takeBack(saved);
    expect(words).toEqual(['applied', 'applied']);
    for (const name of names) expect(part(bytes, name)).not.toContain('<x:');
    expect([wellFormed(bytes), cellAt(bytes, 's!A1')?.note, cellAt(bytes, 's!B1')?.value]).toEqual([true, '请核对', 5]);
  });

  test('without the names that a note was written with gets the note in its own words', () => {
    const made = makeParts({ sheets: [{ name: 's', rows: [[{ v: '甲', note: '请核对' }]] }] });
    const notes = made['xl/comments1.xml'] ?? '';
    const REVISION = ' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"';
    const withIds = notes.replace('<comments', `<comments${REVISION}`).replace('<comment ', '<comment xr:uid="{1}" ');
    const done = apply(zipParts({ ...made, 'xl/comments1.xml': withIds }), [edit('s!A1', { value: '甲', mark: 'error', note: '应为乙' })]).bytes;
    const saved = bent(bent(done, 'xl/comments1.xml', REVISION, ''), 'xl/comments1.xml', ' xr:uid="{1}"', '');
    const { bytes } = takeBack(saved);
    expect([wellFormed(bytes), part(bytes, 'xl/comments1.xml').includes('xr:'), cellAt(bytes, 's!A1')?.note]).toEqual([true, false, '请核对']);
  });

  test('and has cut our words below a note into runs loses them all the same', () => {
    const made = makeWorkbook({ sheets: [{ name: 's', rows: [[{ v: '甲', note: '请核对' }]] }] });
    const done = apply(made, [edit('s!A1', { value: '甲', mark: 'error', note: '应为 80（8 ÷ 10）' })]).bytes;
    const text = cellAt(done, 's!A1')?.note ?? '';
    // LibreOffice writes a run for each change between Chinese and other letters.
    const runs = (text.match(/[\u3000-\uffef]+|[^\u3000-\uffef]+/g) ?? []).map((run) => `<r><rPr><sz val="9"/></rPr><t xml:space="preserve">${run.replace('\n', '&#10;')}</t></r>`).join('');
    const saved = bent(bent(done, 'xl/comments1.xml', /<text>.*<\/text>/s, `<text>${runs}</text>`), 'xl/comments1.xml', /<author>[^<]*<\/author>/, '<author> </author>');
    expect(cellAt(saved, 's!A1')?.note).toBe(text);
    expect(cellAt(takeBack(saved).bytes, 's!A1')?.note).toBe('请核对');
  });
});

describe('a file in which rows were inserted or deleted', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const NOTES = 'xl/comments1.xml';
  const scores = makeWorkbook({ sheets: [{ name: 's', rows: [['甲', 10, 'A'], ['乙', 10, 'B'], ['丙', { v: 9.8, fill: 'FFFF00' }, { v: 'C', note: '请核对' }], ['丁', 10, { f: 'B3*2', v: 19.6 }]] }] });
  const edits = [edit('s!B3', { value: 10, mark: 'error', note: '原值 9.8' }), edit('s!C3', { value: 'D', mark: 'verify', note: '应为 D' })];

  /** Rows from `from` on moved by `by`, as Excel does: cells, notes and their boxes; deleted ones (by < 0) are gone. */
  function shifted(bytes: Uint8Array, from: number, by: number): Uint8Array {
    const gone = (row: number) => row >= from && row < from - by;
    const to = (row: number) => (row >= from ? row + by : row);
    const rows = part(bytes, SHEET).replace(/<row r="(\d+)".*?<\/row>/gs, (row: string, n: string) => (gone(Number(n)) ? '' : row));
    const moved = rows.replace(/(<row r="|<c r="[A-Z]+|<f>[A-Z]+)(\d+)/g, (_, head: string, n: string) => head + String(to(Number(n))));
    const kept = part(bytes, NOTES).replace(/<comment ref="[A-Z]+(\d+)".*?<\/comment>/gs, (one: string, n: string) => (gone(Number(n)) ? '' : one));
    const notes = kept.replace(/( ref="[A-Z]+)(\d+)/g, (_, head: string, n: string) => head + String(to(Number(n))));
    const vml = partNames(bytes).find((name) => name.endsWith('.vml')) ?? '';
    const boxes = part(bytes, vml).replace(/<x:Row>(\d+)</g, (_, n: string) => `<x:Row>${to(Number(n) + 1) - 1}<`);
    return zipParts({ ...unzipSync(bytes), [SHEET]: moved, [NOTES]: notes, [vml]: boxes });
  }

  test('gives back the cells where they are by now, and leaves a neighbour alone that came into their place', () => {
    const { bytes, outcomes } = takeBack(shifted(apply(scores, edits).bytes, 2, 1));
    expect(outcomes.map(({ cell, word }) => [cell, word])).toEqual([['B4', 'applied'], ['C4', 'applied']]);
    expect(contents(bytes)).toEqual(contents(shifted(scores, 2, 1)));
    expect(readState(bytes).journal).toEqual([]);
  });

  test('loses its marks where they are by now', () => {
    const cleared = clearMarks(shifted(apply(scores, edits).bytes, 2, 1));
    if (!cleared.ok) throw new Error(cleared.reason);
    expect(cleared.outcomes.map(({ cell, word }) => [cell, word])).toEqual([['B4', 'applied'], ['C4', 'applied']].reverse());
    expect(cellAt(cleared.bytes, 's!B4')).toMatchObject({ value: 10, note: null, style: { fill: 'FFFF00' } });
    expect(cellAt(cleared.bytes, 's!C4')).toMatchObject({ value: 'D', note: '请核对', style: { fill: null } });
    expect(contents(takeBack(cleared.bytes).bytes)).toEqual(contents(shifted(scores, 2, 1)));
  });

  test('is corrected and taken back again at the new place', () => {
    const twice = apply(shifted(apply(scores, edits).bytes, 2, 1), [edit('s!B4', { value: 8, mark: 'error', note: '原值 10' })], { run: 'run-2' }).bytes;
    expect(cellAt(twice, 's!B4')?.note).toBe('原值 10');
    const once = takeBack(twice).bytes;
    expect(cellAt(once, 's!B4')).toMatchObject({ value: 10, note: '原值 9.8', style: { fill: 'FFC7CE' } });
    expect(contents(takeBack(once).bytes)).toEqual(contents(shifted(scores, 2, 1)));
  });

  test('is said to hold a mark no longer where its note was taken away and it moved on', () => {
    const { bytes } = apply(scores, [edit('s!B3', { value: 10, mark: 'error', note: '原值 9.8' })]);
    const bare = writeUserEdits(bytes, [{ sheet: 's', row: 3, column: 2, note: null }], []);
    const moved = shifted(bare.ok ? bare.bytes : bytes, 2, 1);
    const cleared = clearMarks(moved);
    expect(cleared).toMatchObject({ ok: true, outcomes: [{ cell: 'B3', word: 'stale', reason: expect.stringContaining('别处如留有底色') as unknown }] });
    expect(cleared.ok && takeBack(cleared.bytes)).toMatchObject({ words: ['stale'] });
    expect(cleared.ok && cellAt(takeBack(cleared.bytes).bytes, 's!B3')?.value).toBe(10);
  });

  test('keeps what came into the place of a cell whose mark was cleared, though it holds the same', () => {
    const cleared = clearMarks(apply(scores, [edit('s!B3', { value: 10, mark: 'error', note: '原值 9.8' }), edit('s!A4', { value: '戊', mark: 'error', note: '原值 丁' })]).bytes);
    if (!cleared.ok) throw new Error(cleared.reason);
    const { bytes, outcomes } = takeBack(shifted(cleared.bytes, 2, 1));
    expect(outcomes.map(({ cell, word, reason }) => [cell, word, reason?.includes('插入或删除过行')])).toEqual([['B3', 'stale', true], ['A4', 'stale', true]]);
    expect(cellAt(bytes, 's!B3')).toMatchObject({ value: 10, style: { fill: null } });
    const renamed = writeUserEdits(cleared.bytes, [{ sheet: 's', row: 3, column: 1, content: { formula: null, value: '丙方' } }], []);
    expect(renamed.ok && takeBack(renamed.bytes).words).toEqual(['applied', 'applied']);
  });

  test('loses the marks of cells with the same words where one of these cells was deleted', () => {
    const marked = apply(scores, ['s!B1', 's!B4'].map((place) => edit(place, { value: 10, mark: 'error', note: '占位行未删除' }))).bytes;
    const cleared = clearMarks(shifted(marked, 1, -1));
    expect(cleared.ok && contents(cleared.bytes)).toEqual(contents(shifted(scores, 1, -1)));
    const scored = apply(scores, [8, 9].map((value, at) => edit(`s!B${2 + at * 2}`, { value, mark: 'error', note: '原值 10' }))).bytes;
    expect(contents(takeBack(shifted(scored, 2, -1)).bytes)).toEqual(contents(shifted(scores, 2, -1)));
  });

  test('keeps the cell that came into the place of a deleted one, though it holds the same', () => {
    const { bytes, outcomes } = takeBack(shifted(apply(scores, edits.slice(0, 1)).bytes, 3, -1));
    expect(outcomes).toEqual([{ sheet: 's', cell: 'B3', word: 'stale', reason: expect.stringContaining('插入或删除过行') as string }]);
    expect(cellAt(bytes, 's!B3')).toMatchObject({ value: 10, note: null, style: { fill: null } });
  });

  test.each([['fills', 'error'], ['nothing', null]] as const)('keeps it also where corrections were marked by %s, without notes', (_, mark) => {
    const twice = [edit('s!B3', { value: 10, mark }), edit('s!A4', { value: '戊', mark })];
    const done = apply(scores, twice).bytes;
    expect(contents(takeBack(done).bytes)).toEqual(contents(scores));
    const { bytes, outcomes } = takeBack(shifted(done, 3, -1));
    expect(outcomes[0]).toEqual({ sheet: 's', cell: 'B3', word: 'stale', reason: expect.stringContaining('插入或删除过行') as string });
    expect(cellAt(bytes, 's!B3')?.value).toBe(10);
  });

  test('keeps it also where the deleted one had a thread, below which we had written nothing', () => {
    const parts = makeParts({ sheets: [{ name: 's', rows: [['甲', 10], ['乙', { v: 9.8, note: '[会话批注]' }], ['丙', 10]] }] });
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
    const thread = '<Relationship Id="rIdTC" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>';
    const threads = (inner: string) => `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${inner}</ThreadedComments>`;
    const threaded = zipParts({ ...parts, [rels]: (parts[rels] ?? '').replace('</Relationships>', thread), 'xl/threadedComments/threadedComment1.xml': threads('<threadedComment ref="B2" id="{1}"><text>请核对</text></threadedComment>') });
    const done = apply(threaded, [edit('s!B2', { value: 10, mark: 'error', note: '原值 9.8' })]).bytes;
    expect([cellAt(done, 's!B2')?.style.fill, takeBack(done).words]).toEqual(['FFC7CE', ['applied']]);
    const deleted = shifted(done, 2, -1);
    const { bytes, outcomes } = takeBack(zipParts({ ...unzipSync(deleted), 'xl/threadedComments/threadedComment1.xml': threads('') }));
    expect(outcomes).toEqual([{ sheet: 's', cell: 'B2', word: 'stale', reason: expect.stringContaining('插入或删除过行') as string }]);
    expect(cellAt(bytes, 's!B2')?.value).toBe(10);
  });
});
