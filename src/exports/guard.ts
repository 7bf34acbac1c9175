// Formula-injection guard: text from a workbook must never start to compute in the next program that opens it.

/** What Excel, WPS and LibreOffice take for the start of a formula, tab and carriage return included. Full-width signs count in some Chinese input settings. */
const STARTS_FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;

/** Text that a cell or a CSV field may hold: prefixed with an apostrophe where it would be taken for a formula. Plain negative numbers stay. */
export function guardText(text: string): string {
  if (/^-?\d+(\.\d+)?%?$/.test(text)) return text;
  return STARTS_FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
