// The sheets that a typed formula names. In quotes where Excel wants them: it takes =1月!A1 when that is typed, but finds a file damaged over it, as over a sheet that the workbook does not have.

/** Texts, quoted names, errors, brackets with what stands in them (columns of tables, other workbooks); what is left has a bare name before its '!'. */
const MARK = /"[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*'!?|#(?:REF|NULL|DIV\/0|VALUE|NUM)!|\[[^[\]']*(?:(?:'.|\[[^[\]']*(?:'.[^[\]']*)*\])[^[\]']*)*\]|!/g;
/** A reference begins at the start, or behind one of these. */
const BEGINS = /(?:^|[-+*/^&=<>,;:(){}@\s])$/;
const BARE = /[^-+*/^&=<>,;:(){}@\s]*$/;
/** Behind the brackets of another workbook; its file as a name; another program. */
const ELSEWHERE = /^[^-+*/^&=<>,;(){}@\s]+$/;
const OTHER_FILE = /(?:\.xl\w+|\|[^-+*/^&=<>,;(){}@\s]*)$/i;
const PLAIN = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_CELL = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i;

export interface SheetsNamed {
  /** The formula with the names in quotes that need them. */
  readonly quoted: string;
  /** What stands for a sheet and is none of the workbook's; null where all is well. */
  readonly unknown: string | null;
}

function written(names: readonly string[]): string {
  return names.every((name) => PLAIN.test(name) && !LIKE_A_CELL.test(name)) ? names.join(':') : `'${names.join(':').replaceAll("'", "''")}'`;
}

/** @param sheets the names of the workbook's sheets */
export function sheetsNamed(formula: string, sheets: readonly string[]): SheetsNamed {
  const known = new Set(sheets.map((name) => name.toLowerCase()));
  const longestFirst = [...sheets].sort((a, b) => b.length - a.length);
  const atEnd = (text: string): string | null => longestFirst.find((name) => text.slice(-name.length).toLowerCase() === name.toLowerCase() && BEGINS.test(text.slice(0, -name.length))) ?? null;
  let quoted = '';
  let unknown: string | null = null;
  let last = '';
  let from = 0;

  /** What comes before a '!', as it is to be written. */
  function bare(text: string): string {
    if ((last.endsWith(']') && ELSEWHERE.test(text)) || OTHER_FILE.test(text)) return text;
    const name = atEnd(text);
    if (name === null) {
      unknown ??= BARE.exec(text)?.[0] ?? '';
      return text;
    }
    const head = text.slice(0, -name.length);
    const first = head.endsWith(':') ? atEnd(head.slice(0, -1)) : null;
    // Large or small letters as they were typed.
    const names = text.slice(-name.length - (first === null ? 0 : first.length + 1));
    return text.slice(0, -names.length) + written(names.split(':'));
  }

  for (const { 0: mark, index } of formula.matchAll(MARK)) {
    const text = formula.slice(from, index);
    quoted += (mark === '!' ? bare(text) : text) + mark;
    const inside = /^'(.*)'!$/s.exec(mark)?.[1]?.replaceAll("''", "'");
    if (inside !== undefined && !/[[\]\\/]/.test(inside) && !inside.split(':').every((name) => known.has(name.toLowerCase()))) unknown ??= inside;
    last = mark;
    from = index + mark.length;
  }
  return { quoted: quoted + formula.slice(from), unknown };
}
