// Digits of a displayed number: the rounding of Excel, and digits that are shown only where there are any, which ssf knows in few formats.
import { decimal } from '../../model/decimal';

/** Rounds as Excel does: half away from zero on the 15 digits that Excel keeps, not on the binary value. */
export function fixed(value: number, decimals: number): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  const fraction = scaled - Math.floor(scaled);
  // Only near a tie can the binary value and the 15 digits part ways.
  if (scaled < 1e15 && Math.abs(fraction - 0.5) > 1e-4) return value.toFixed(decimals);
  return decimal(value.toPrecision(15)).toFixed(decimals);
}

/** What is no placeholder; then whole digits, decimals that are always shown, those that are shown where there are any, commas that divide, and %. */
const PLACES = /"[^"]*"|[\\_*].|\[[^\]]*\]|([#0,]*[#0])(?:\.(0*)([#?][#?0]*)?)?(,*)( ?%)?/g;
/** Fractions and powers are ssf's. */
const NO_PLACES = /[/eE]/;

/** Whole digits as ssf reads them; null where it reads them as they stand, or where no other way shows as many zeros. */
function grouping(whole: string, size: number): string | null {
  if (!whole.includes(',')) return null;
  const zeros = whole.replace(/[^0]/g, '').length;
  return zeros > 1 && size < 10 ** (zeros - 1) ? null : zeros > 0 || size >= 1 ? '#,##0' : '#';
}

/**
 * The format with as many zeros behind the point as a value needs: 1,234.5 under #,##0.## is shown by #,##0.0.
 * @param code as ssf reads it, of no date
 */
export function withShownDigits(code: string, value: number): string {
  if (NO_PLACES.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))) return code;
  return code.replace(PLACES, (piece: string, whole?: string, zeros: string = '', optional: string = '', commas: string = '', percent: string = '') => {
    if (whole === undefined || (optional === '' ? whole === '#,##0' || whole === '#,###' : !whole.includes(',') && !optional.includes('?'))) return piece;
    const most = zeros.length + optional.length;
    const text = fixed(Math.abs(value) * (percent === '' ? 1 : 100) / 1000 ** commas.length, most);
    const head = grouping(whole, Number(text)) ?? whole;
    const shown = Math.max(zeros.length, (text.split('.')[1] ?? '').replace(/0+$/, '').length);
    const padding = optional.includes('?') && shown < most ? `"${' '.repeat(most - shown)}"` : '';
    // Excel keeps the point of 60. as well; ssf reads none between a number and its %.
    const point = shown > 0 ? `.${'0'.repeat(shown)}` : '';
    return head + point + commas + (point === '' && most > 0 && percent === '' ? '\\.' : '') + (percent === '' ? padding : percent);
  });
}
