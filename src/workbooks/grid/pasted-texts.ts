// Cells that another program copied as text: Univer makes numbers of them, and 007 or 3-1 would not come back.

/** "\@" of Excel and WPS, in a style sheet or on the cell itself. */
const TEXT = /mso-number-format\s*:\s*"?\\?@"?\s*(?:;|$)/i;
/** LibreOffice: language, program and format of the cell. */
const TEXT_OF_OFFICE = /;@$/;
/** Loses nothing as a number: no leading zeros, no date. */
const PLAIN = /^[-+]?(?:0|[1-9][\d,]*)(?:\.\d+)?%?$/;

/** Classes that a style sheet says are text. */
function textClasses(sheets: readonly string[]): ReadonlySet<string> {
  const rules = sheets.flatMap((sheet) => [...sheet.matchAll(/([^{}]+)\{([^}]*)\}/g)]);
  return new Set(rules.flatMap(([, selectors = '', body = '']) => (TEXT.test(body.trim()) ? selectors.split(',').map((one) => one.replace(/^[\s\S]*\./, '').trim()) : [])));
}

/**
 * @param html as it lies on the clipboard
 * @returns what stands in the cells of its table that are text and would be another thing as a number, by "row:column" from 0; empty where there is not one table
 */
export function textsIn(html: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (!/@/.test(html)) return texts;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [table, second] = page.querySelectorAll('table');
  if (!table || second) return texts;
  const classes = textClasses([...page.querySelectorAll('style')].map(({ textContent }) => textContent));
  const taken = new Set<string>();
  [...table.rows].forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      while (taken.has(`${row}:${column}`)) column++;
      for (let r = 0; r < Math.min(cell.rowSpan, table.rows.length - row); r++) for (let c = 0; c < cell.colSpan; c++) taken.add(`${row + r}:${column + c}`);
      const text = cell.textContent.replace(/\s+/g, ' ').trim();
      const marked = TEXT.test(cell.getAttribute('style') ?? '') || TEXT_OF_OFFICE.test(cell.getAttribute('sdnum') ?? '') || [...cell.classList].some((one) => classes.has(one));
      if (marked && text !== '' && !PLAIN.test(text)) texts.set(`${row}:${column}`, text);
      column += cell.colSpan;
    }
  });
  return texts;
}
