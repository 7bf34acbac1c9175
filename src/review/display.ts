// How a corrected number will look in its cell, closely enough for the next round of checks; the host's number formats stay the host's business.
import type { CellValue } from '../model/grid';
import { decimal } from '../model/decimal';
import { isError } from '../model/grid';

/** Displayed text of a value: percent, fixed digits and thousands are followed, any other format shows the value as typed. */
export function displayed(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const section = (numberFormat.split(';')[0] ?? '').replace(/\[[^\]]*\]|"[^"]*"|[_*\\]./g, '');
  const match = /^(#,##)?0(?:\.(0+))?( ?%)?$/.exec(section.trim());
  if (!match) return decimal(value).toString();
  const [, grouped, digits = '', percent] = match;
  const fixed = decimal(value).times(percent === undefined ? 1 : 100).toFixed(digits.length);
  const [whole = '', fraction] = fixed.split('.');
  const shown = grouped === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${shown}${fraction === undefined ? '' : `.${fraction}`}${percent === undefined ? '' : '%'}`;
}
