// A table that lies on the clipboard as mere text, as editors and chats hand it over: lines, tabs, and quotes around what holds either.

/** What stands in quotes as Excel writes it, and ends the cell; quotes around something simple are the user's. */
const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/;

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let rest = text;
  for (;;) {
    const inside = QUOTED.exec(rest);
    const isNeeded = inside?.[1] !== undefined && /[\t\n"]/.test(inside[1]);
    const taken = inside && isNeeded ? inside[0] : (/^[^\t\n]*/.exec(rest)?.[0] ?? '');
    rows.at(-1)?.push(isNeeded ? (inside?.[1] ?? '').replaceAll('""', '"') : taken);
    const sign = rest[taken.length];
    if (sign === undefined) return rows;
    if (sign === '\n') rows.push([]);
    rest = rest.slice(taken.length + 1);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}

/**
 * @param text as it lies on the clipboard
 * @param forMore it is to go to more than one cell: Univer gives one cell of a table to all that are selected, and mere words to the first alone
 * @returns the same as HTML, which Univer takes cell by cell; null for one cell of one line, unless it is for more. Blank lines at the end are left out: they would empty cells.
 */
export function tableIn(text: string, forMore = false): string | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (!/[\t\n]/.test(lines) && !(forMore && lines !== '')) return null;
  return `<table>${cellsOf(lines).map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
}
