// The cells that are about to be written, read again just before: content, look, locks, what stands in the way.
import { parseA1 } from '../../model/address';
import type { CellValue } from '../../model/grid';
import { rangesOf } from './addresses';
import { untracked } from './batch';
import { formatOf, formulaOf, textOf, valueOf, type RawCell } from './read-cell';
import type { Features } from './requirements';

export interface LiveCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: CellValue;
  /** Without '='. */
  readonly formula: string | null;
  readonly text: string;
  readonly numberFormat: string;
  /** RRGGBB, null without a fill. */
  readonly fill: string | null;
  /** The fill is a pattern or a gradient: a colour takes its place, and nothing here could give it back. */
  readonly patterned: boolean;
  /** The sheet is protected and the cell is locked. */
  readonly locked: boolean;
  /** False where the sheet's protection forbids formats, or notes. */
  readonly mayFormat: boolean;
  readonly mayNote: boolean;
  /** Inside a merged area and not its top-left cell. */
  readonly covered: boolean;
  /** Part of what a dynamic array shows: a value written here would break the whole array. */
  readonly spilled: boolean;
  /** Of a note; null without one, and where this Excel has none to offer. */
  readonly note: string | null;
}

interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly cells: readonly { readonly cell: string; readonly range: Excel.Range; readonly looks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null; readonly merged: Excel.RangeAreas | null; readonly note: Excel.Note | null }[];
}

/** sheet!cell → the cell; null: no such cell; absent sheet: not in `sheets`. */
export interface Targets {
  readonly sheets: ReadonlySet<string>;
  cell(sheet: string, cell: string): LiveCell | null;
}

function first(block: unknown[][]): unknown {
  return block[0]?.[0];
}

function rawOf(range: Excel.Range): RawCell {
  return { value: first(range.values), formula: first(range.formulas), text: first(range.text), numberFormat: first(range.numberFormat), type: first(range.valueTypes) };
}

/** No fill is answered as white; the pattern tells it from white paint where Excel knows patterns (1.9). */
function fillOf(range: Excel.Range, looks: Asked['cells'][number]['looks']): string | null {
  const fill = looks?.value[0]?.[0]?.format?.fill;
  const color: unknown = looks ? fill?.color : range.format.fill.color;
  const rgb = typeof color === 'string' ? color.replace('#', '').toUpperCase() : '';
  if (!/^[0-9A-F]{6}$/.test(rgb)) return null;
  return looks ? (fill?.pattern === 'None' ? null : rgb) : rgb === 'FFFFFF' ? null : rgb;
}

function isPatterned(looks: Asked['cells'][number]['looks']): boolean {
  const pattern: unknown = looks?.value[0]?.[0]?.format?.fill?.pattern;
  return typeof pattern === 'string' && !/^(?:None|Solid)?$/.test(pattern);
}

function covered(merged: Excel.RangeAreas | null, cell: string): boolean {
  if (!merged || merged.isNullObject) return false;
  const at = parseA1(cell);
  return at !== null && rangesOf(merged.address).some((area) => at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right && (area.top !== at.row || area.left !== at.column));
}

/** Queues the reading of cells, all in one round trip; call the answer when it is back. Addresses that are none are left out. */
export function askTargets(context: Excel.RequestContext, places: readonly { readonly sheet: string; readonly cell: string }[], features: Features): () => Targets {
  const fill = features.cellProperties ? '' : ',format/fill/color';
  const spill = features.spills ? ',hasSpill' : '';
  const asked = new Map<string, Asked>();
  for (const name of new Set(places.map(({ sheet }) => sheet))) {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected,options');
    const cells = [...new Set(places.filter((place) => place.sheet === name && parseA1(place.cell) !== null).map(({ cell }) => cell))].map((cell) => {
      const range = untracked(sheet.getRange(cell)).load(`values,formulas,text,numberFormat,valueTypes,format/protection/locked${fill}${spill}`);
      return {
        cell, range,
        looks: features.cellProperties ? range.getCellProperties({ format: { fill: { color: true, pattern: true } } }) : null,
        merged: features.mergedAreas ? untracked(range.getMergedAreasOrNullObject()).load('address') : null,
        note: features.notes ? sheet.notes.getItemOrNullObject(cell).load('content') : null,
      };
    });
    asked.set(name, { sheet, cells });
  }
  return () => {
    const found = new Map<string, LiveCell>();
    for (const [name, { sheet, cells }] of asked) if (!sheet.isNullObject) for (const one of cells) found.set(`${name}!${one.cell}`, liveCell(name, sheet, one, features));
    return { sheets: new Set([...asked].filter(([, { sheet }]) => !sheet.isNullObject).map(([name]) => name)), cell: (sheet, cell) => found.get(`${sheet}!${cell}`) ?? null };
  };
}

function liveCell(name: string, { protection }: Excel.Worksheet, { cell, range, looks, merged, note }: Asked['cells'][number], { spills }: Features): LiveCell {
  const raw = rawOf(range);
  const free = !protection.protected;
  return {
    sheet: name, cell, value: valueOf(raw), formula: formulaOf(raw), text: textOf(raw), numberFormat: formatOf(raw),
    fill: fillOf(range, looks),
    patterned: isPatterned(looks),
    locked: !free && range.format.protection.locked !== false,
    mayFormat: free || protection.options.allowFormatCells === true,
    mayNote: free || protection.options.allowEditObjects === true,
    covered: covered(merged, cell),
    spilled: spills && range.hasSpill,
    note: note === null || note.isNullObject ? null : note.content.replace(/\r\n?/g, '\n'),
  };
}
