// The content of a table's cell as a sheet would hold it: plain numerals become numbers under a format that shows the digits as written.
import type { CellValue } from '../../model/grid';

export interface CellContent {
  readonly value: CellValue;
  readonly text: string;
  readonly numberFormat: string;
}

const NUMERAL = /^-?(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(%?)$/;
/** Excel keeps 15 digits; longer numbers (accounts, codes) are text there as well. */
const MOST_DIGITS = 15;

/** 127.10 → 127.1 as 0.00 · 98.25% → 0.9825 as 0.00% · 1,200 → 1200 as #,##0. What carries a unit or a word, or begins with 0 like a code, stays text. */
export function contentOf(text: string): CellContent {
  const trimmed = text.trim();
  const [, whole, fraction = '', percent] = NUMERAL.exec(trimmed) ?? [];
  if (whole === undefined || trimmed.replace(/\D/g, '').length > MOST_DIGITS) return { value: text, text, numberFormat: 'General' };
  const digits = (whole.includes(',') ? '#,##0' : '0') + (fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`);
  const plain = trimmed.replaceAll(',', '').replace('%', '');
  // The exponent keeps the decimal value: 98.25 ÷ 100 in binary would not be 0.9825 everywhere.
  if (percent !== '') return { value: Number(`${plain}e-2`), text: trimmed, numberFormat: `${digits}%` };
  return { value: Number(plain), text: trimmed, numberFormat: digits === '0' ? 'General' : digits };
}
