// Opens a workbook for the emulator: from the bytes of a file, or from the short description that tests write; and shows what became of it.
import { strFromU8, unzipSync } from 'fflate';
import type { Cell, Grid, WorkbookSnapshot } from '../../src/model/grid';
import { isError } from '../../src/model/grid';
import { readPackage } from '../../src/workbooks/package/read';
import type { MadeWorkbook } from '../make-workbook';
import { makeWorkbook } from '../make-workbook';
import { SheetModel } from './sheet-model';
import type { Visibility } from './sheet-model';
import { WorkbookModel } from './workbook-model';

const VISIBILITY: Readonly<Record<Grid['visibility'], Visibility>> = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' };

export function fillSheet(sheet: SheetModel, grid: Grid, author: string): void {
  sheet.visibility = VISIBILITY[grid.visibility];
  sheet.protected = grid.protected;
  sheet.merges = [...grid.merges];
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const from of grid.cells) {
    const cell = sheet.cell(from.row, from.column);
    cell.value = from.value;
    cell.formula = from.formula === null ? null : `=${from.formula}`;
    cell.numberFormat = from.style.numberFormat;
    cell.locked = from.style.locked;
    cell.fill = from.style.fill === null ? null : `#${from.style.fill.toUpperCase()}`;
    cell.pattern = cell.fill === null ? 'None' : 'Solid';
    cell.shown = from.text;
    if (from.note !== null) sheet.notes.set(SheetModel.key(from.row, from.column), { content: from.note, author, visible: false });
  }
}

/** Custom XML parts of the file, as customXmlParts gives them. */
function addXmlParts(model: WorkbookModel, bytes: Uint8Array): void {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^customXml\/item\d+\.xml$/i.test(name) });
  for (const part of Object.values(parts)) model.xmlParts.push({ id: model.freshId(), xml: strFromU8(part).replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, '') });
}

export function openWorkbook(bytes: Uint8Array, name = '自评表.xlsx'): WorkbookModel {
  const reading = readPackage(bytes, { name });
  if (!reading.ok) throw new Error(reading.reason);
  const model = new WorkbookModel();
  model.name = name;
  model.file = bytes;
  model.names = [...reading.snapshot.definedNames];
  for (const grid of reading.snapshot.grids) {
    const sheet = new SheetModel(model.freshId(), grid.sheet);
    fillSheet(sheet, grid, model.author);
    model.sheets.push(sheet);
  }
  addXmlParts(model, bytes);
  return model;
}

export function describeWorkbook(made: MadeWorkbook, name?: string): WorkbookModel {
  return openWorkbook(makeWorkbook(made), name);
}

function gridOf(sheet: SheetModel): Grid {
  const keys = new Set([...sheet.cells.keys(), ...sheet.notes.keys()]);
  const cells: Cell[] = [];
  for (const key of [...keys].sort((a, b) => a - b)) {
    const { row, column } = SheetModel.place(key);
    const cell = sheet.cells.get(key);
    const note = sheet.notes.get(key)?.content ?? null;
    const style = { numberFormat: cell?.numberFormat ?? 'General', locked: cell?.locked ?? true, fill: cell?.fill?.slice(1) ?? null };
    cells.push({ row, column, value: cell?.value ?? null, text: sheet.textAt(row, column), formula: cell?.formula?.slice(1) ?? null, style, note });
  }
  const visibility = sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'very-hidden';
  return {
    sheet: sheet.name, visibility, cells, merges: [...sheet.merges], rowCount: cells.at(-1)?.row ?? 0, columnCount: cells.reduce((last, { column }) => Math.max(last, column), 0),
    hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns), protected: sheet.protected,
  };
}

/** All that the workbook holds now: touched blank cells stay in it, since their formats may matter to a test. */
export function snapshotOf(model: WorkbookModel): WorkbookSnapshot {
  model.settle();
  return { format: 'live', grids: model.sheets.map(gridOf), definedNames: [...model.names], remarks: [] };
}

/** Everything that an add-in can leave behind, as text to compare: cells that hold nothing and look like nothing are left out. */
export function traceOf(model: WorkbookModel): string {
  const grids = snapshotOf(model).grids.map((grid) => ({
    ...grid, rowCount: 0, columnCount: 0, hiddenRows: [...grid.hiddenRows], hiddenColumns: [...grid.hiddenColumns],
    cells: grid.cells.filter(({ value, formula, style, note }) => (value !== null && value !== '') || isError(value) || formula !== null || style.fill !== null || style.numberFormat !== 'General' || !style.locked || note !== null),
  }));
  const comments = model.comments.map(({ sheet, row, column, content }) => ({ sheet: sheet.name, row, column, content }));
  return JSON.stringify({ grids, names: model.names, comments, xml: model.xmlParts.map(({ xml }) => xml), settings: [...model.settings] }, null, 1);
}
