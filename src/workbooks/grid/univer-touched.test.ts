import { mayRun, offeredMenus } from './univer-guard';
import { locksOf } from './univer-locks';
import type { SheetPicture, StylePicture } from './picture';
import { cellsOf, dropCells, dropForeignStyle } from './univer-touched';

const VALUES = 'sheet.mutation.set-range-values';

describe('a mutation of the grid', () => {
  it('touches the cells that it names, by value, by range or by note', () => {
    expect(cellsOf(VALUES, { subUnitId: 's', cellValue: { 0: { 1: { v: 1 }, 2: null } } })).toEqual([{ sheet: 's', row: 0, column: 1 }, { sheet: 's', row: 0, column: 2 }]);
    expect(cellsOf('sheet.mutation.set.numfmt', { subUnitId: 's', values: { a: { ranges: [{ startRow: 1, endRow: 2, startColumn: 3, endColumn: 3 }] } } })).toEqual([{ sheet: 's', row: 1, column: 3 }, { sheet: 's', row: 2, column: 3 }]);
    expect(cellsOf('sheet.mutation.update-note', { sheetId: 's', row: 4, col: 5 })).toEqual([{ sheet: 's', row: 4, column: 5 }]);
    expect(cellsOf('sheet.mutation.set-worksheet-col-width', { subUnitId: 's' })).toEqual([]);
  });

  it('brings of a new style only fill and number format', () => {
    const params = { subUnitId: 's', cellValue: { 0: { 0: { v: 1, s: { bl: 1, bg: { rgb: '#FF0000' }, n: { pattern: '0%' } } }, 1: { s: { ff: '黑体' } }, 2: null, 3: { v: 2, s: 'named' } } } };
    dropForeignStyle(VALUES, params);
    expect(params.cellValue[0]).toEqual({ 0: { v: 1, s: { bg: { rgb: '#FF0000' }, n: { pattern: '0%' } } }, 1: {}, 2: null, 3: { v: 2, s: 'named' } });
  });

  it('brings words without a look of their own', () => {
    const rich = (dataStream: string): object => ({ p: { id: 'd', documentStyle: {}, body: { dataStream } }, v: null });
    const params = { subUnitId: 's', cellValue: { 0: { 0: rich('上\r下\r\n'), 1: rich('\r\n'), 2: { v: 12, t: 2 } } } };
    dropForeignStyle(VALUES, params);
    expect(params.cellValue[0]).toEqual({ 0: { v: '上\n下', t: 1, p: null }, 1: { v: '', t: 1, p: null }, 2: { v: 12, t: 2 } });
  });

  it('loses single cells before it is carried out', () => {
    const params = { subUnitId: 's', cellValue: { 0: { 0: { v: '#NAME?' }, 1: { v: 1 } } } };
    dropCells(VALUES, params, ({ sheet }, cell) => sheet === 's' && cell?.v === '#NAME?');
    expect(params.cellValue).toEqual({ 0: { 1: { v: 1 } } });
  });
});

describe('what may run', () => {
  it.each([
    ['sheet.command.set-range-values', 0, true], ['univer.command.undo', 0, true], ['doc.command.insert-text', 0, true], ['sheet.command.scroll-view', 0, true],
    ['sheet.command.insert-row-before', 0, false], ['sheet.command.set-worksheet-name', 0, false], ['doc.command.set-inline-format-bold', 0, false], ['some.command.of-tomorrow', 0, false],
    ['sheet.operation.set-selections', 1, true], ['sheet.operation.rename-sheet', 1, false],
    [VALUES, 2, true], ['formula.mutation.set-formula-data', 2, true], ['sheet.mutation.insert-row', 2, false], ['sheet.mutation.add-worksheet-merge', 2, false],
  ])('%s: %s', (id, type, expected) => {
    expect(mayRun(id, type)).toBe(expected);
  });

  it('is offered, all else is hidden, also what nobody has thought of', () => {
    const menus = offeredMenus();
    expect('univer.command.undo' in menus).toBe(false);
    expect('some.command.of-tomorrow' in menus && menus['some.command.of-tomorrow']).toEqual({ hidden: true });
  });
});

describe('locks', () => {
  const style = (locked?: boolean): StylePicture => ({
    numberFormat: 'General', fill: null, ...(locked === undefined ? {} : { locked }), font: { name: '', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
    horizontal: 'general', vertical: 'top', wrap: false, rotation: 0, borders: { left: null, right: null, top: null, bottom: null },
  });
  const sheet = (isProtected: boolean): SheetPicture => ({
    name: '表', visibility: 'visible', merges: [], columns: [], rows: [], defaultColumnWidth: 72, defaultRowHeight: 19, frozen: { rows: 0, columns: 0 }, gridlines: true, kept: [], cutAt: null,
    protected: isProtected, cells: [{ row: 1, column: 1, value: 1, formula: null, style: 1, note: null }],
  });

  it('hold on protected sheets, for all but the cells that are open', () => {
    const locks = locksOf(sheet(true), [style(true), style(false)]);
    expect([locks(0, 0), locks(0, 1), locks(9, 9)]).toEqual([false, true, true]);
  });

  it('hold nowhere on other sheets, nor where the picture knows nothing of them', () => {
    expect(locksOf(sheet(false), [style(true), style(true)])(0, 0)).toBe(false);
    expect(locksOf(sheet(true), [style(), style()])(9, 9)).toBe(false);
  });
});
