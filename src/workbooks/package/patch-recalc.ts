// What a formula's text may reach. When in doubt it reaches everything: a needless calculation costs a moment, a stale total costs trust.
import { contains, MAX_COLUMN, MAX_ROW, parseRange } from '../../model/address';
import type { Range } from '../../model/address';

/** A quoted or plain sheet prefix, looked for only where it may begin, then an address, a column pair, a row pair or a name; strings are passed over. */
const TOKEN = /"(?:[^"]|"")*"|(?:((?<!')'(?:[^']|'')*'|(?<![\w.\u0080-\uffff[\]:])[\w.\u0080-\uffff[\]:]+)!)?(?:(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.]))|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(]))|(\$?\d{1,7}:\$?\d{1,7})|([A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*)(\(|\[)?)|(\[)/g;
/** Functions that reach cells which their text does not name. */
const REACHING = /^(?:INDIRECT|OFFSET)$/i;
const WORDS = new Set(['TRUE', 'FALSE']);

/** Cells of one sheet, its name in lower case. */
export interface Reach {
  readonly sheet: string;
  readonly range: Range;
}

/** 'everything': the text does not tell. */
export type Reaches = readonly Reach[] | 'everything';

/** What defined names stand for, by name in lower case: one text for each sheet that has its own. */
export type NameTargets = ReadonlyMap<string, readonly string[]>;

type Tail = 'cells' | 'columns' | 'rows';

function rangeOf(text: string, kind: Tail): Range | null {
  const bare = text.replaceAll('$', '').toUpperCase();
  if (kind === 'cells') return parseRange(bare);
  const [first = '', last = first] = bare.split(':');
  return kind === 'columns' ? parseRange(`${first}1:${last}${MAX_ROW}`) : parseRange(`A${first}:XFD${last}`);
}

function sheetNamed(prefix: string | undefined, home: string): string | null {
  if (prefix === undefined) return home;
  const name = (prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix).toLowerCase();
  // Another workbook's sheet, or a run of sheets: not one name.
  return name.includes('[') || name.includes(':') ? null : name;
}

/** What a formula's text is read with. */
interface Reading {
  /** The formula's own sheet in lower case. */
  readonly home: string;
  readonly names: NameTargets;
  /** Names that this text stands for, in lower case: inside themselves they reach nothing more. */
  readonly seen: ReadonlySet<string>;
  readonly found: Reach[];
}

/** Adds the cells that an address, a column pair or a row pair names; false: it cannot be told. */
function addPlace(text: string, kind: Tail, prefix: string | undefined, { home, found }: Reading): boolean {
  const range = rangeOf(text, kind);
  if (!range) return true;
  const sheet = sheetNamed(prefix, home);
  if (sheet !== null) found.push({ sheet, range });
  return sheet !== null;
}

/** Adds the cells that a name stands for; false: it cannot be told. */
function addName(name: string, { names, seen, found }: Reading): boolean {
  const key = name.toLowerCase();
  if (WORDS.has(name.toUpperCase()) || seen.has(key)) return true;
  for (const target of names.get(key) ?? []) {
    const inside = reachesOf(target, '', names, new Set([...seen, key]));
    if (inside === 'everything') return false;
    found.push(...inside);
  }
  return true;
}

/** Adds what one token of a formula reaches; false: it cannot be told. */
function addToken([token, prefix, cells, columns, rows, name, opening, bracket]: RegExpMatchArray, formula: string, reading: Reading): boolean {
  if (token.startsWith('"') || prefix?.includes('[') === true) return true;
  const text = cells ?? columns ?? rows;
  if (text !== undefined) return addPlace(text, cells !== undefined ? 'cells' : columns !== undefined ? 'columns' : 'rows', prefix, reading);
  if (opening === '(') return !REACHING.test(name ?? '');
  // A table reference that nobody has resolved.
  if (opening === '[' || (bracket === '[' && !/^\[\d+\]/.test(formula.slice(formula.indexOf(token))))) return false;
  return name === undefined || addName(name, reading);
}

/** A colon between two places that are no plain addresses, as in A1:INDEX(A:A,9) or 表!A1:表!A9: what lies between them counts too, and no token tells it. */
function joins(formula: string, from: number, to: number): boolean {
  return from < to && formula.slice(from, to).includes(':');
}

/** Every range that a formula names, itself or through defined names. `home` in lower case. */
export function reachesOf(formula: string, home: string, names: NameTargets, seen: ReadonlySet<string> = new Set()): Reaches {
  const reading: Reading = { home, names, seen, found: [] };
  let behind = 0;
  for (const match of formula.matchAll(TOKEN)) {
    if (!addToken(match, formula, reading) || joins(formula, behind, match.index)) return 'everything';
    behind = match.index + match[0].length;
  }
  return reading.found;
}

/** True when the cell lies in what is reached. */
export function isReached(reaches: Reaches, sheet: string, row: number, column: number): boolean {
  return reaches === 'everything' || reaches.some((reach) => reach.sheet === sheet && contains(reach.range, row, column));
}

export const WHOLE_SHEET: Range = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };
