// Which cells of a protected sheet may not be typed into, as far as the picture tells.
import type { SheetPicture, StylePicture } from './picture';

/** Row and column from 0; true: locked. */
export type Locks = (row: number, column: number) => boolean;

const KEY = 16_384;

export function locksOf(sheet: SheetPicture, styles: readonly StylePicture[]): Locks {
  // A picture that knows no locks says nothing about them: whoever writes the file will.
  if (!sheet.protected || styles.every(({ locked }) => locked === undefined)) return () => false;
  const open = new Set(sheet.cells.flatMap(({ row, column, style }) => (styles[style]?.locked === false ? [(row - 1) * KEY + column - 1] : [])));
  // A blank cell that nobody has styled is locked, as in Excel.
  return (row, column) => !open.has(row * KEY + column);
}
