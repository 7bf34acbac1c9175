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

/** Every range that a formula names, itself or through defined names. `home` in lower case. */
export function reachesOf(formula: string, home: string, names: NameTargets, seen: ReadonlySet<string> = new Set()): Reaches {
  const found: Reach[] = [];
  for (const [token, prefix, cells, columns, rows, name, opening, bracket] of formula.matchAll(TOKEN)) {
    if (token.startsWith('"')) continue;
    if (prefix?.includes('[') === true) continue;
    const text = cells ?? columns ?? rows;
    if (text !== undefined) {
      const range = rangeOf(text, cells !== undefined ? 'cells' : columns !== undefined ? 'columns' : 'rows');
      const sheet = sheetNamed(prefix, home);
      if (range && sheet === null) return 'everything';
      if (range && sheet !== null) found.push({ sheet, range });
    } else if (opening === '(') {
      if (REACHING.test(name ?? '')) return 'everything';
    } else if (opening === '[' || (bracket === '[' && !/^\[\d+\]/.test(formula.slice(formula.indexOf(token))))) {
      // A table reference that nobody has resolved.
      return 'everything';
    } else if (name !== undefined && !WORDS.has(name.toUpperCase())) {
      const key = name.toLowerCase();
      if (seen.has(key)) continue;
      for (const target of names.get(key) ?? []) {
        const inside = reachesOf(target, '', names, new Set([...seen, key]));
        if (inside === 'everything') return inside;
        found.push(...inside);
      }
    }
  }
  return found;
}

/** True when the cell lies in what is reached. */
export function isReached(reaches: Reaches, sheet: string, row: number, column: number): boolean {
  return reaches === 'everything' || reaches.some((reach) => reach.sheet === sheet && contains(reach.range, row, column));
}

export const WHOLE_SHEET: Range = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };
