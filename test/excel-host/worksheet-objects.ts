// Worksheets: the collection, one sheet, its protection and frozen panes.
import { accessDenied, invalidArgument, itemNotFound } from './host-error';
import { commentsObject, notesObject } from './annotations';
import { isHostObject, placeArgument, textArgument, wholeArgument } from './host-object';
import type { HostObject } from './host-object';
import { namesObject } from './workbook-parts';
import { areasOfAddress, rangeAreasObject, rangeObject } from './range-object';
import { pageLayoutObject } from './page-object';
import { rangeOf, WHOLE_SHEET } from './references';
import type { SheetModel, Visibility } from './sheet-model';
import { EVENT, WORKBOOK_TARGET } from './wire';
import type { World } from './world';

const A1 = { top: 1, left: 1, bottom: 1, right: 1 };

/** The client's calls when the first handler comes and the last one goes. */
export function registrations(world: World, target: string): NonNullable<HostObject['methods']> {
  return Object.fromEntries(Object.keys(EVENT).flatMap((event) => [
    [`_Register${event}Event`, (): null => { world.model.subscriptions.add(`${event}${target}`); return null; }],
    [`_Unregister${event}Event`, (): null => { world.model.subscriptions.delete(`${event}${target}`); return null; }],
  ] as const));
}

function protectionObject(world: World, sheet: SheetModel): HostObject {
  const set = (on: boolean): void => {
    sheet.protected = on;
    world.model.emit('ProtectionChanged', sheet, { type: 'WorksheetProtectionChanged', isProtected: on, source: 'Local', worksheetId: sheet.id });
  };
  return {
    kind: 'WorksheetProtection',
    props: {
      Protected: () => sheet.protected,
      Options: () => ({
        allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: sheet.allowEditObjects, allowEditScenarios: false, allowFormatCells: sheet.allowFormatCells,
        allowFormatColumns: false, allowFormatRows: false, allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false, allowSort: false, selectionMode: 'Normal',
      }),
    },
    methods: {
      Protect: (options, password) => {
        if (sheet.protected) throw accessDenied();
        const allowed = (typeof options === 'object' && options !== null ? options : {}) as Readonly<Record<string, unknown>>;
        sheet.allowed = allowed;
        sheet.allowFormatCells = allowed['allowFormatCells'] === true;
        sheet.allowEditObjects = allowed['allowEditObjects'] === true;
        sheet.password = typeof password === 'string' ? password : null;
        set(true);
      },
      Unprotect: (password) => {
        if (sheet.password !== null && sheet.password !== password) throw accessDenied();
        set(false);
      },
    },
  };
}

function freezeObject(world: World, sheet: SheetModel): HostObject {
  const freeze = (rows: number, columns: number): void => {
    sheet.frozen = { top: 1, left: 1, bottom: Math.max(rows, 1), right: Math.max(columns, 1) };
  };
  return {
    kind: 'WorksheetFreezePanes',
    methods: {
      FreezeRows: (count) => { freeze(wholeArgument(count ?? 1), 0); },
      FreezeColumns: (count) => { freeze(0, wholeArgument(count ?? 1)); },
      FreezeAt: (value) => { sheet.frozen = placeArgument(world.model, value, sheet).range; },
      Unfreeze: () => { sheet.frozen = null; },
      GetLocationOrNullObject: () => sheet.frozen && rangeObject(world, sheet, sheet.frozen),
    },
  };
}

export function worksheetObject(world: World, sheet: SheetModel): HostObject {
  const { model } = world;
  const range = (value: unknown): HostObject => {
    if (value === null || value === undefined) return rangeObject(world, sheet, WHOLE_SHEET);
    const address = textArgument(value);
    if (rangeOf(address.slice(address.lastIndexOf('!') + 1)) === null) {
      const name = namesObject(world, null).item?.(address).methods?.['GetRange']?.();
      if (isHostObject(name)) return name;
    }
    return rangeObject(world, sheet, placeArgument(model, address, sheet).range);
  };
  const byIndexes = (row: unknown, column: unknown, rows: unknown, columns: unknown): HostObject => {
    const [top, left] = [wholeArgument(row) + 1, wholeArgument(column) + 1];
    const place = { top, left, bottom: top + wholeArgument(rows) - 1, right: left + wholeArgument(columns) - 1 };
    if (top < 1 || left < 1 || place.bottom < top || place.right < left || place.bottom > WHOLE_SHEET.bottom || place.right > WHOLE_SHEET.right) throw invalidArgument();
    return rangeObject(world, sheet, place);
  };
  return {
    kind: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    props: {
      Id: () => sheet.id, Name: () => sheet.name, Visibility: () => sheet.visibility, Position: () => model.sheets.indexOf(sheet), TabColor: () => sheet.tabColor,
      Gridlines: () => sheet.gridLines, ShowHeadings: () => true, StandardWidth: () => 8.43, StandardHeight: () => 14.25, EnableCalculation: () => true, TabId: () => sheet.id,
    },
    set: {
      Name: (value) => { model.guardStructure(); const name = textArgument(value); if (name.toLowerCase() !== sheet.name.toLowerCase()) model.checkName(name); sheet.name = name; },
      Visibility: (value) => { model.guardStructure(); sheet.visibility = textArgument(value) as Visibility; },
      Position: (value) => { model.sheets = model.sheets.filter((one) => one !== sheet); model.sheets.splice(wholeArgument(value), 0, sheet); },
      TabColor: (value) => { sheet.tabColor = textArgument(value); },
      Gridlines: (value) => { world.model.guardFormat(sheet); sheet.gridLines = value === true; },
    },
    nav: {
      Protection: () => protectionObject(world, sheet), FreezePanes: () => freezeObject(world, sheet), Names: () => namesObject(world, sheet.name),
      PageLayout: () => pageLayoutObject(world, sheet), Comments: () => commentsObject(world, sheet), Notes: () => notesObject(world, sheet),
    },
    methods: {
      GetRange: range,
      GetRanges: (address) => rangeAreasObject(world, sheet, address === null || address === undefined ? [WHOLE_SHEET] : areasOfAddress(world, sheet, textArgument(address))),
      GetCell: (row, column) => byIndexes(row, column, 1, 1),
      GetRangeByIndexes: byIndexes,
      GetUsedRange: (valuesOnly) => rangeObject(world, sheet, sheet.used(valuesOnly === true) ?? A1),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = sheet.used(valuesOnly === true);
        return used && rangeObject(world, sheet, used);
      },
      Activate: () => { model.activate(sheet); },
      Calculate: () => { model.settle(true); },
      Delete: () => { model.deleteSheet(sheet); },
      ...registrations(world, sheet.id),
    },
  };
}

export function worksheetsObject(world: World): HostObject {
  const { model } = world;
  const visible = (only: unknown): readonly SheetModel[] => model.sheets.filter(({ visibility }) => only !== true || visibility === 'Visible');
  const object = (sheet: SheetModel | undefined): HostObject => {
    if (!sheet) throw itemNotFound();
    return worksheetObject(world, sheet);
  };
  const item = (key: unknown): HostObject => object(model.sheet(textArgument(key)) ?? undefined);
  return {
    kind: 'WorksheetCollection',
    items: () => model.sheets.map((sheet) => worksheetObject(world, sheet)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (key) => (model.sheet(textArgument(key)) ? item(key) : null),
      GetActiveWorksheet: () => object(model.active),
      GetCount: (only) => visible(only).length,
      GetFirst: (only) => object(visible(only)[0]),
      GetLast: (only) => object(visible(only).at(-1)),
      Add: (name) => { model.guardStructure(); return worksheetObject(world, model.addSheet(typeof name === 'string' ? name : undefined)); },
      ...registrations(world, WORKBOOK_TARGET),
    },
  };
}
