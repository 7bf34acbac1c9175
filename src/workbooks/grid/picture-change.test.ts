// A change tells all that differs and nothing else: put onto the picture before, it gives the picture after.
import fc from 'fast-check';
import { makeWorkbook } from '../../../test/make-workbook';
import type { MadeCell, MadeValue } from '../../../test/make-workbook';
import { a1 } from '../../model/address';
import { readPicture } from '../package/picture';
import type { CellPicture, PictureChange, SheetPicture, WorkbookPicture } from './picture';
import { changeBetween } from './picture-change';

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeValue[])[];
  readonly merges?: readonly string[];
}

function pictureOf(...sheets: Sheet[]): WorkbookPicture {
  const reading = readPicture(makeWorkbook({ sheets }));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.picture;
}

/** What a page does with a change: sheets first, then cells; a blank cell of the default look is no cell. */
function put(before: WorkbookPicture, change: PictureChange): Map<string, Map<string, unknown>> {
  const sheets = new Map<string, SheetPicture>(before.sheets.filter(({ name }) => !change.removed.includes(name)).map((sheet) => [sheet.name, sheet]));
  for (const sheet of change.added) sheets.set(sheet.name, sheet);
  const shown = new Map([...sheets].map(([name, { cells }]) => [name, new Map(cells.map((cell) => [a1(cell.row, cell.column), cell]))]));
  for (const { sheet, cell } of change.cells) shown.get(sheet)?.set(a1(cell.row, cell.column), cell);
  return resolved(shown, change.styles);
}

function resolved(sheets: ReadonlyMap<string, ReadonlyMap<string, CellPicture>>, styles: WorkbookPicture['styles']): Map<string, Map<string, unknown>> {
  return new Map([...sheets].map(([name, cells]) => [name, new Map([...cells].filter(([, c]) => c.value !== null || c.formula !== null || c.note !== null || c.style !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, c]) => [ref, { ...c, style: styles[c.style] }]))]));
}

function whole(picture: WorkbookPicture): Map<string, Map<string, unknown>> {
  return resolved(new Map(picture.sheets.map(({ name, cells }) => [name, new Map(cells.map((cell) => [a1(cell.row, cell.column), cell]))])), picture.styles);
}

const cell: fc.Arbitrary<MadeCell> = fc.record({
  v: fc.constantFrom<string | number | boolean | null>(1, 2, 'x', true, null, '#N/A'), error: fc.boolean(), fill: fc.constantFrom('FF0000', '00FF00'), numberFormat: fc.constantFrom('0.00', 'General'), note: fc.constantFrom('甲', '乙'), f: fc.constantFrom('B1', 'C1'),
}, { requiredKeys: ['v'] }).map(({ error, v, ...rest }) => (v === '#N/A' && error === true ? { v, error, ...rest } : { v, ...rest }));
const sheet: fc.Arbitrary<Sheet> = fc.record({ name: fc.constantFrom('甲', '乙', '丙'), rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }), merges: fc.constantFrom<readonly string[]>([], ['E1:E2']) });
const book = fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name });

test('put onto the picture before, a change gives the picture after; old styles keep their places', () => {
  fc.assert(fc.property(book, book, (a, b) => {
    const before = pictureOf(...a);
    const after = pictureOf(...b);
    const { change, picture } = changeBetween(before, after);
    expect(put(before, change)).toEqual(whole(after));
    expect(whole(picture)).toEqual(whole(after));
    expect(change.styles.slice(0, before.styles.length)).toEqual(before.styles);
    expect(change.styles).toEqual(picture.styles);
  }), { numRuns: 150 });
});

test('pictures that show the same have no change between them', () => {
  fc.assert(fc.property(book, (a) => {
    const { change } = changeBetween(pictureOf(...a), pictureOf(...a));
    expect(change).toMatchObject({ cells: [], added: [], removed: [] });
  }), { numRuns: 30 });
});

test('only cells that differ are told; one that is gone comes as blank', () => {
  const before = pictureOf({ name: '表', rows: [[1, 2, { v: 3, fill: 'FF0000' }], ['留']] });
  const after = pictureOf({ name: '表', rows: [[1, null, { v: null, fill: 'FF0000' }], ['留', { v: '新', fill: '00FF00' }]] });
  const { change } = changeBetween(before, after);
  expect(change.cells.map(({ sheet: name, cell: { row, column, value, style } }) => [name, a1(row, column), value, change.styles[style]?.fill])).toEqual([['表', 'B1', null, null], ['表', 'C1', null, 'FF0000'], ['表', 'B2', '新', '00FF00']]);
});

test('a sheet whose merges changed comes anew', () => {
  const { change } = changeBetween(pictureOf({ name: '表', rows: [[1]] }, { name: '同', rows: [[1]] }), pictureOf({ name: '表', merges: ['A1:B1'], rows: [[1]] }, { name: '同', rows: [[1]] }));
  expect([change.removed, change.added.map(({ name }) => name), change.cells]).toEqual([['表'], ['表'], []]);
});
