// Range: addresses, contents and the ways from one range to another.
import type { Range } from '../../src/model/address';
import { contains, MAX_COLUMN, MAX_ROW } from '../../src/model/address';
import { highlightsObject, validationObject } from './rule-objects';
import { cellProperties, columnProperties, rowProperties, setCellProperties } from './cell-properties';
import { formatObject, isHidden, setHidden, uniform } from './format-objects';
import { HostError, invalidArgument, itemNotFound } from './host-error';
import { placeArgument, wholeArgument } from './host-object';
import type { HostObject } from './host-object';
import { around, cellsText, columnsIn, overlap, rowsIn, sheetPrefix, sizeOf } from './references';
import type { SheetModel } from './sheet-model';
import type { World } from './world';
import { eachOf } from './workbook-model';

/** Addresses longer than this are refused. */
const ADDRESS_LIMIT = 8192;

export function addressOf(sheet: SheetModel, range: Range): string {
  return `${sheetPrefix(sheet.name)}!${cellsText(range)}`;
}

function inside(range: Range): Range {
  if (range.top < 1 || range.left < 1 || range.bottom > MAX_ROW || range.right > MAX_COLUMN || range.top > range.bottom || range.left > range.right) throw invalidArgument();
  return range;
}

/** One answer for each cell, row by row; null or an error where Excel would not hand out so many. */
function block(world: World, range: Range, of: (row: number, column: number) => unknown): unknown {
  if (sizeOf(range) > world.options.cellLimit) {
    if (world.options.huge === 'null') return null;
    throw new HostError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.', 413);
  }
  const rows: unknown[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const values: unknown[] = [];
    for (let column = range.left; column <= range.right; column++) values.push(of(row, column));
    rows.push(values);
  }
  return rows;
}

function contents(world: World, sheet: SheetModel, range: Range): Record<string, () => unknown> {
  const settled = (of: (row: number, column: number) => unknown) => (): unknown => {
    world.model.settle();
    return block(world, range, of);
  };
  const formulas = settled((row, column) => sheet.at(row, column)?.formula ?? sheet.valueAt(row, column));
  const numberFormat = (): unknown => block(world, range, (row, column) => sheet.at(row, column)?.numberFormat ?? 'General');
  return {
    Values: settled((row, column) => sheet.valueAt(row, column)),
    Text: settled((row, column) => sheet.textAt(row, column)),
    ValueTypes: settled((row, column) => sheet.typeAt(row, column)),
    Formulas: formulas, FormulasLocal: formulas, NumberFormat: numberFormat, NumberFormatLocal: numberFormat,
  };
}

function facts(sheet: SheetModel, range: Range): Record<string, () => unknown> {
  return {
    Address: () => addressOf(sheet, range),
    AddressLocal: () => addressOf(sheet, range),
    RowIndex: () => range.top - 1,
    ColumnIndex: () => range.left - 1,
    RowCount: () => rowsIn(range),
    ColumnCount: () => columnsIn(range),
    CellCount: () => (sizeOf(range) > 2 ** 31 - 1 ? -1 : sizeOf(range)),
    IsEntireRow: () => range.left === 1 && range.right === MAX_COLUMN,
    IsEntireColumn: () => range.top === 1 && range.bottom === MAX_ROW,
    RowHidden: () => isHidden(sheet.hiddenRows, range.top, range.bottom),
    ColumnHidden: () => isHidden(sheet.hiddenColumns, range.left, range.right),
    Hidden: () => (isHidden(sheet.hiddenRows, range.top, range.bottom) === true || isHidden(sheet.hiddenColumns, range.left, range.right) === true),
    HasSpill: () => sheet.spills.some((spill) => contains(spill, range.top, range.left) && contains(spill, range.bottom, range.right)),
    Style: () => 'Normal',
    Hyperlink: () => uniform(sheet, range, (cell) => cell.hyperlink),
  };
}

function setters(world: World, sheet: SheetModel, range: Range): NonNullable<HostObject['set']> {
  const { model } = world;
  const write = (value: unknown): void => { model.write(sheet, range, value); };
  const format = (value: unknown): void => {
    model.guardFormat(sheet);
    eachOf(range, value, (row, column, code) => {
      if (typeof code !== 'string') throw invalidArgument();
      const cell = sheet.cell(row, column);
      cell.numberFormat = code;
      cell.shown = null;
    });
    model.formatted(sheet, range);
  };
  return {
    Values: write, Formulas: write, FormulasLocal: write, NumberFormat: format, NumberFormatLocal: format,
    RowHidden: (value) => { model.guardFormat(sheet); setHidden(sheet.hiddenRows, range.top, range.bottom, value); },
    ColumnHidden: (value) => { model.guardFormat(sheet); setHidden(sheet.hiddenColumns, range.left, range.right, value); },
    Hyperlink: (value) => { setHyperlink(world, sheet, range, value); },
  };
}

/** A link without text of its own shows where it leads, unless the cell already shows something. */
function setHyperlink(world: World, sheet: SheetModel, range: Range, value: unknown): void {
  world.model.guardWrite(sheet, range);
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  const link = value as Readonly<Record<string, unknown>>;
  sheet.walk(range, (row, column) => {
    sheet.cell(row, column).hyperlink = link;
    const shown = link['textToDisplay'] ?? (sheet.textAt(row, column) === '' ? link['documentReference'] ?? link['address'] : null);
    if (typeof shown === 'string') world.model.write(sheet, { top: row, left: column, bottom: row, right: column }, `'${shown}`);
  });
}

function clear(world: World, sheet: SheetModel, range: Range, what: unknown): void {
  const { model } = world;
  const kind = typeof what === 'string' ? what : 'All';
  model.guardWrite(sheet, range);
  if (kind !== 'Contents') model.guardFormat(sheet);
  sheet.walk(range, (row, column) => {
    const cell = sheet.at(row, column);
    if (!cell) return;
    if (kind === 'All' || kind === 'Contents') Object.assign(cell, { value: null, formula: null, shown: null });
    if (kind === 'All' || kind === 'Formats') Object.assign(cell, { numberFormat: 'General', fill: null, pattern: 'None', bold: false, fontColor: '#000000', fontName: '宋体', fontSize: 11, horizontal: 'General', vertical: 'Center', wrap: false, lines: {}, shown: null });
    if (kind !== 'Contents' && kind !== 'Formats') cell.hyperlink = null;
  });
  if (kind === 'All' || kind === 'Contents') model.changed(sheet, range, 'add-in');
}

function neighbours(world: World, sheet: SheetModel, range: Range): NonNullable<HostObject['methods']> {
  const to = (next: Range): HostObject => rangeObject(world, sheet, inside(next));
  const other = (value: unknown): Range => placeArgument(world.model, value, sheet).range;
  const used = (valuesOnly: unknown): Range | null => {
    const all = sheet.used(valuesOnly === true);
    return all && overlap(all, range);
  };
  return {
    GetCell: (row, column) => to({ top: range.top + wholeArgument(row), left: range.left + wholeArgument(column), bottom: range.top + wholeArgument(row), right: range.left + wholeArgument(column) }),
    GetRow: (row) => to({ ...range, top: range.top + wholeArgument(row), bottom: range.top + wholeArgument(row) }),
    GetColumn: (column) => to({ ...range, left: range.left + wholeArgument(column), right: range.left + wholeArgument(column) }),
    GetLastRow: () => to({ ...range, top: range.bottom }),
    GetLastColumn: () => to({ ...range, left: range.right }),
    GetLastCell: () => to({ ...range, top: range.bottom, left: range.right }),
    GetEntireRow: () => to({ ...range, left: 1, right: MAX_COLUMN }),
    GetEntireColumn: () => to({ ...range, top: 1, bottom: MAX_ROW }),
    GetOffsetRange: (rows, columns) => to({ top: range.top + wholeArgument(rows), bottom: range.bottom + wholeArgument(rows), left: range.left + wholeArgument(columns), right: range.right + wholeArgument(columns) }),
    GetResizedRange: (rows, columns) => to({ ...range, bottom: range.bottom + wholeArgument(rows), right: range.right + wholeArgument(columns) }),
    GetAbsoluteResizedRange: (rows, columns) => to({ ...range, bottom: range.top + wholeArgument(rows) - 1, right: range.left + wholeArgument(columns) - 1 }),
    GetBoundingRect: (value) => to(around(range, other(value))),
    GetIntersectionOrNullObject: (value) => {
      const common = overlap(range, other(value));
      return common && to(common);
    },
    GetIntersection: (value) => {
      const common = overlap(range, other(value));
      if (!common) throw itemNotFound();
      return to(common);
    },
    GetUsedRange: (valuesOnly) => to(used(valuesOnly) ?? { ...range, bottom: range.top, right: range.left }),
    GetUsedRangeOrNullObject: (valuesOnly) => {
      const found = used(valuesOnly);
      return found && to(found);
    },
  };
}

export function rangeObject(world: World, sheet: SheetModel, range: Range): HostObject {
  const { model } = world;
  const merged = (): HostObject | null => {
    const areas = sheet.mergesIn(range);
    return areas.length === 0 ? null : rangeAreasObject(world, sheet, areas);
  };
  const mark = (across: unknown, merge: boolean): void => {
    model.guardFormat(sheet);
    sheet.merges = sheet.merges.filter((one) => overlap(one, range) === null);
    if (merge && across !== true && sizeOf(range) > 1) sheet.merges.push(range);
  };
  return {
    kind: 'Range',
    place: { sheet, range },
    props: { ...contents(world, sheet, range), ...facts(sheet, range) },
    set: setters(world, sheet, range),
    nav: {
      Format: () => formatObject(world, [{ sheet, range }]), Worksheet: () => world.worksheet(sheet),
      DataValidation: () => validationObject(world, sheet, range), ConditionalFormats: () => highlightsObject(world, sheet, range),
    },
    methods: {
      ...neighbours(world, sheet, range),
      Select: () => { model.select(sheet, range); },
      Calculate: () => { model.settle(true); },
      Clear: (what) => { clear(world, sheet, range, what); },
      Merge: (across) => { mark(across, true); },
      Unmerge: () => { mark(false, false); },
      GetMergedAreasOrNullObject: merged,
      GetCellProperties: (options) => cellProperties(sheet, range, options),
      GetRowProperties: (options) => rowProperties(sheet, range, options),
      GetColumnProperties: (options) => columnProperties(sheet, range, options),
      SetCellProperties: (data) => { setCellProperties(world, sheet, range, data); },
      _ValidateArraySize: (rows, columns) => {
        if (rows !== rowsIn(range) || columns !== columnsIn(range)) throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      },
    },
  };
}

/** Several ranges of one sheet, as merged areas and getRanges give them. */
export function rangeAreasObject(world: World, sheet: SheetModel, areas: readonly Range[]): HostObject {
  const ranges = (): readonly HostObject[] => areas.map((range) => rangeObject(world, sheet, range));
  const collection = (): HostObject => ({
    kind: 'RangeCollection',
    items: ranges,
    methods: { GetCount: () => areas.length, GetItemAt: (index) => ranges()[wholeArgument(index)] ?? null },
  });
  return {
    kind: 'RangeAreas',
    props: {
      Address: () => areas.map((range) => addressOf(sheet, range)).join(','),
      AddressLocal: () => areas.map((range) => addressOf(sheet, range)).join(','),
      AreaCount: () => areas.length,
      CellCount: () => areas.reduce((sum, range) => sum + sizeOf(range), 0),
    },
    nav: { Areas: collection, Format: () => formatObject(world, areas.map((range) => ({ sheet, range }))), Worksheet: () => world.worksheet(sheet) },
    methods: { Select: () => { world.model.select(sheet, areas[0] ?? { top: 1, left: 1, bottom: 1, right: 1 }); }, Calculate: () => { world.model.settle(true); } },
  };
}

export function areasOfAddress(world: World, sheet: SheetModel, address: string): readonly Range[] {
  if (address.length > ADDRESS_LIMIT) throw invalidArgument();
  return address.split(/[,;]/).map((part) => placeArgument(world.model, part.trim(), sheet).range);
}

