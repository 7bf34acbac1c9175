// Whether any formula of the workbook may show a stale result after an edit. When in doubt the answer is yes: a needless calculation costs a moment, a stale total costs trust.
import { MAX_COLUMN, MAX_ROW, parseRange } from '../../model/address';
import type { Position, Range } from '../../model/address';
import { bodyOf, formulasOf } from './patch-cells';
import type { PackageEditor } from './patch-package';
import { definedNamesOf, sheetsOf } from './patch-workbook';
import type { SheetRef } from './patch-workbook';
import { attribute, decodeXml } from './patch-xml';

/** Cells whose content changed, by sheet name in lower case. */
export type ChangedCells = ReadonlyMap<string, readonly Position[]>;

/** A quoted or plain sheet prefix, then an address, a column pair, a row pair or a name; strings are passed over. */
const TOKEN = /"(?:[^"]|"")*"|(?:('(?:[^']|'')*'|[\w.\u0080-\uffff[\]:]+)!)?(?:(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.]))|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(]))|(\$?\d{1,7}:\$?\d{1,7})|([A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*)(\(|\[)?)|(\[)/g;
/** Functions that reach cells which their text does not name. */
const REACHING = /^(?:INDIRECT|OFFSET)$/i;
const WORDS = new Set(['TRUE', 'FALSE']);

type Tail = 'cells' | 'columns' | 'rows';

function rangeOf(text: string, kind: Tail): Range | null {
  const bare = text.replaceAll('$', '').toUpperCase();
  if (kind === 'cells') return parseRange(bare);
  const [first = '', last = first] = bare.split(':');
  return kind === 'columns' ? parseRange(`${first}1:${last}${MAX_ROW}`) : parseRange(`A${first}:XFD${last}`);
}

interface Context {
  readonly changed: ChangedCells;
  readonly names: ReadonlyMap<string, string>;
  /** How far a shared formula is copied down and to the right. */
  readonly down: number;
  readonly right: number;
}

function hits(range: Range, sheet: string, context: Context): boolean {
  const bottom = Math.min(MAX_ROW, range.bottom + context.down);
  const right = Math.min(MAX_COLUMN, range.right + context.right);
  return (context.changed.get(sheet) ?? []).some((c) => c.row >= range.top && c.row <= bottom && c.column >= range.left && c.column <= right);
}

function sheetNamed(prefix: string | undefined, home: string): string | null {
  if (prefix === undefined) return home;
  const name = (prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix).toLowerCase();
  // Another workbook's sheet, or a run of sheets: not one name.
  return name.includes('[') || name.includes(':') ? null : name;
}

/** True when the formula's text reaches a changed cell, or might. */
export function reaches(formula: string, home: string, context: Context, seen: ReadonlySet<string> = new Set()): boolean {
  for (const [token, prefix, cells, columns, rows, name, opening, bracket] of formula.matchAll(TOKEN)) {
    if (token.startsWith('"')) continue;
    if (prefix?.includes('[') === true) continue;
    const text = cells ?? columns ?? rows;
    if (text !== undefined) {
      const range = rangeOf(text, cells !== undefined ? 'cells' : columns !== undefined ? 'columns' : 'rows');
      const sheet = sheetNamed(prefix, home);
      if (range && (sheet === null || hits(range, sheet, context))) return true;
    } else if (opening === '(') {
      if (REACHING.test(name ?? '')) return true;
    } else if (opening === '[' || (bracket === '[' && !/^\[\d+\]/.test(formula.slice(formula.indexOf(token))))) {
      // A table reference: where the table lies is not looked up.
      return true;
    } else if (name !== undefined && !WORDS.has(name.toUpperCase())) {
      const key = name.toLowerCase();
      const target = context.names.get(key);
      if (target !== undefined && !seen.has(key) && reaches(target, '', context, new Set([...seen, key]))) return true;
    }
  }
  return false;
}

function inSheet(pkg: PackageEditor, sheet: SheetRef, context: Context): boolean {
  const body = bodyOf(pkg.text(sheet.part) ?? '');
  if (!body) return false;
  for (const { open, text } of formulasOf(body)) {
    if (text === '') continue;
    const spread = attribute(open, 't') === 'shared' ? parseRange(attribute(open, 'ref') ?? '') : null;
    const copied = spread ? { ...context, down: spread.bottom - spread.top, right: spread.right - spread.left } : context;
    if (reaches(decodeXml(text), sheet.name.toLowerCase(), copied)) return true;
  }
  return false;
}

/** True when some formula's cached result may depend on a changed cell. Sheets with changes are looked at first: most formulas stay at home. */
export function mayBeStale(pkg: PackageEditor, changed: ChangedCells): boolean {
  if (changed.size === 0) return false;
  const names = new Map(definedNamesOf(pkg).map(({ name, refersTo }) => [name.toLowerCase(), refersTo]));
  const context: Context = { changed, names, down: 0, right: 0 };
  const home = (sheet: SheetRef) => (changed.has(sheet.name.toLowerCase()) ? 0 : 1);
  return sheetsOf(pkg).sort((a, b) => home(a) - home(b)).some((sheet) => inSheet(pkg, sheet, context));
}
