// RangeFormat with fill, font and protection, over one or more ranges.
import type { Range } from '../../src/model/address';
import { accessDenied, invalidArgument } from './host-error';
import { textArgument } from './host-object';
import type { HostObject } from './host-object';
import { sizeOf } from './references';
import { blankCell } from './sheet-model';
import type { CellState, SheetModel, Side } from './sheet-model';
import type { World } from './world';

export interface Place {
  readonly sheet: SheetModel;
  readonly range: Range;
}

const BLANK = blankCell();
/** Names of colours that forms use; Excel takes all of HTML's. */
const NAMED: Readonly<Record<string, string>> = { red: '#FF0000', yellow: '#FFFF00', green: '#008000', blue: '#0000FF', white: '#FFFFFF', black: '#000000', orange: '#FFA500', gray: '#808080' };

export function colorOf(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  const hex = /^#?([0-9a-f]{6})$/i.exec(value);
  const color = hex ? `#${(hex[1] ?? '').toUpperCase()}` : NAMED[value.toLowerCase()];
  if (color === undefined) throw invalidArgument();
  return color;
}

/** What all cells of a range share; null when they differ. */
export function uniform<T>(sheet: SheetModel, range: Range, of: (cell: CellState) => T): T | null {
  let first: T | undefined;
  let same = true;
  sheet.walk(range, (row, column) => {
    const value = of(sheet.at(row, column) ?? BLANK);
    if (first === undefined) first = value;
    else same &&= value === first;
  });
  return same ? first ?? of(BLANK) : null;
}

function shared<T>(places: readonly Place[], of: (cell: CellState) => T): T | null {
  const values = new Set(places.map(({ sheet, range }) => uniform(sheet, range, of)));
  return values.size === 1 ? [...values][0] ?? null : null;
}

export function isHidden(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  let count = 0;
  for (const at of hidden) if (at >= from && at <= to) count++;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

export function setHidden(hidden: Set<number>, from: number, to: number, value: unknown): void {
  if (typeof value !== 'boolean' || to - from > 100_000) throw invalidArgument();
  for (let at = from; at <= to; at++) {
    if (value) hidden.add(at);
    else hidden.delete(at);
  }
}

function change(world: World, places: readonly Place[], set: (cell: CellState) => void): void {
  for (const { sheet } of places) world.model.guardFormat(sheet);
  for (const { sheet, range } of places) {
    if (sizeOf(range) > 5_000_000) throw invalidArgument();
    sheet.walk(range, (row, column) => { set(sheet.cell(row, column)); });
    world.model.formatted(sheet, range);
  }
}

export function applyFill(cell: CellState, color: string | null): void {
  cell.fill = color;
  cell.pattern = color === null ? 'None' : 'Solid';
}

function fillObject(world: World, places: readonly Place[]): HostObject {
  return {
    kind: 'RangeFill',
    props: {
      // Excel answers white for cells without any fill; only the pattern tells them from white ones.
      Color: () => shared(places, (cell) => cell.fill ?? '#FFFFFF'),
      Pattern: () => shared(places, (cell) => cell.pattern),
      PatternColor: () => '#000000',
      TintAndShade: () => 0,
    },
    set: {
      Color: (value) => {
        const color = colorOf(value);
        change(world, places, (cell) => { applyFill(cell, color); });
      },
      Pattern: (value) => {
        if (typeof value !== 'string') throw invalidArgument();
        change(world, places, (cell) => {
          cell.pattern = value;
          if (value === 'None') cell.fill = null;
          else cell.fill ??= '#FFFFFF';
        });
      },
    },
    methods: { Clear: () => { change(world, places, (cell) => { applyFill(cell, null); }); } },
  };
}

function fontObject(world: World, places: readonly Place[]): HostObject {
  return {
    kind: 'RangeFont',
    props: { Bold: () => shared(places, (cell) => cell.bold), Color: () => shared(places, (cell) => cell.fontColor), Name: () => shared(places, (cell) => cell.fontName), Size: () => shared(places, (cell) => cell.fontSize), Italic: () => false },
    set: {
      Bold: (value) => { change(world, places, (cell) => { cell.bold = value === true; }); },
      Color: (value) => {
        const color = colorOf(value);
        change(world, places, (cell) => { cell.fontColor = color; });
      },
      Name: (value) => { const name = textArgument(value); change(world, places, (cell) => { cell.fontName = name; }); },
      Size: (value) => {
        if (typeof value !== 'number') throw invalidArgument();
        change(world, places, (cell) => { cell.fontSize = value; });
      },
      // Taken and forgotten: nothing reads them back.
      Italic: () => undefined, Underline: () => undefined,
    },
  };
}

function protectionObject(world: World, places: readonly Place[]): HostObject {
  return {
    kind: 'FormatProtection',
    props: { Locked: () => shared(places, (cell) => cell.locked), FormulaHidden: () => false },
    set: {
      Locked: (value) => {
        if (typeof value !== 'boolean') throw invalidArgument();
        if (places.some(({ sheet }) => sheet.protected)) throw accessDenied();
        change(world, places, (cell) => { cell.locked = value; });
      },
    },
  };
}

const EDGES: Readonly<Record<string, readonly Side[]>> = { EdgeTop: ['top'], EdgeBottom: ['bottom'], EdgeLeft: ['left'], EdgeRight: ['right'], InsideHorizontal: ['bottom', 'top'], InsideVertical: ['right', 'left'] };

/** Whether the edge of a range is that side of the cell. */
function onEdge(edge: string, side: Side, { top, left, bottom, right }: Range, row: number, column: number): boolean {
  const outer = side === 'top' ? row === top : side === 'bottom' ? row === bottom : side === 'left' ? column === left : column === right;
  return edge.startsWith('Inside') ? !outer : outer;
}

/** A line has a style and a weight; either makes it visible. Weights are kept as our plans name them. */
function borderObject(world: World, places: readonly Place[], edge: string): HostObject {
  const sides = EDGES[edge];
  if (!sides) throw invalidArgument();
  const put = (line: string): void => {
    for (const { sheet } of places) world.model.guardFormat(sheet);
    for (const { sheet, range } of places) {
      sheet.walk(range, (row, column) => {
        const cell = sheet.cell(row, column);
        for (const side of sides) if (onEdge(edge, side, range, row, column)) cell.lines = { ...cell.lines, [side]: line };
      });
    }
  };
  return {
    kind: 'RangeBorder',
    identity: () => ({ SideIndex: edge }),
    props: { SideIndex: () => edge },
    set: {
      Style: (value) => { put(textArgument(value) === 'None' ? 'none' : 'thin'); },
      Weight: (value) => { put(textArgument(value).toLowerCase()); },
      Color: () => undefined,
    },
  };
}

function bordersObject(world: World, places: readonly Place[]): HostObject {
  const item = (key: unknown): HostObject => borderObject(world, places, textArgument(key));
  return { kind: 'RangeBorderCollection', items: () => Object.keys(EDGES).map(item), item, methods: { GetItem: item } };
}

function setSizes(sizes: Map<number, number>, from: number, to: number, value: unknown): void {
  if (typeof value !== 'number' || value < 0 || to - from > 100_000) throw invalidArgument();
  for (let at = from; at <= to; at++) sizes.set(at, value);
}

export function formatObject(world: World, places: readonly Place[]): HostObject {
  const first = places[0];
  if (!first) throw invalidArgument();
  return {
    kind: 'RangeFormat',
    props: {
      ColumnWidth: () => first.sheet.widths.get(first.range.left) ?? 48,
      RowHeight: () => first.sheet.heights.get(first.range.top) ?? 14.25,
      WrapText: () => shared(places, (cell) => cell.wrap),
      HorizontalAlignment: () => shared(places, (cell) => cell.horizontal),
      VerticalAlignment: () => shared(places, (cell) => cell.vertical),
    },
    set: {
      ColumnWidth: (value) => { for (const { sheet, range } of places) { world.model.guardFormat(sheet); setSizes(sheet.widths, range.left, range.right, value); } },
      RowHeight: (value) => { for (const { sheet, range } of places) { world.model.guardFormat(sheet); setSizes(sheet.heights, range.top, range.bottom, value); } },
      WrapText: (value) => { change(world, places, (cell) => { cell.wrap = value === true; }); },
      HorizontalAlignment: (value) => { const place = textArgument(value); change(world, places, (cell) => { cell.horizontal = place; }); },
      VerticalAlignment: (value) => { const place = textArgument(value); change(world, places, (cell) => { cell.vertical = place; }); },
    },
    nav: { Fill: () => fillObject(world, places), Font: () => fontObject(world, places), Protection: () => protectionObject(world, places), Borders: () => bordersObject(world, places) },
    methods: { AutofitColumns: () => undefined, AutofitRows: () => undefined },
  };
}
