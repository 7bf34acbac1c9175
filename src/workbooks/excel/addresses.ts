// Addresses as Excel answers them, with the sheet's name in front.
import { parseRange, type Range } from '../../model/address';

const PLACE = /(?:'((?:[^']|'')*)'|([^'!,]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/g;

export interface Place {
  readonly sheet: string;
  /** Without $ signs. */
  readonly cells: string;
}

/** "Sheet1!A1:B2,'甲 乙'!$C$3" as places, in order. */
export function placesOf(address: string): readonly Place[] {
  return Array.from(address.matchAll(PLACE), ([, quoted, plain, cells = '']) => ({ sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', cells: cells.replaceAll('$', '') }));
}

export function rangesOf(address: string): readonly Range[] {
  return placesOf(address).flatMap(({ cells }) => parseRange(cells) ?? []);
}

/** A sheet's name as formulas write it. */
export function quotedSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
