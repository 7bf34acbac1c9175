// A sheet as the grid shows it, and what is remembered of it beside Univer's own data.
import type { IExecutionOptions } from '@univerjs/core';
import type { CellValue } from '../../model/grid';
import type { SheetPicture, StylePicture } from './picture';
import { locksOf, type Locks } from './univer-locks';

/** Marks what we do ourselves; Univer hands the options of a command to all who listen. */
export const OURS: IExecutionOptions = { ours: true };

/** A cell as one number: row × KEY + column, both from 0. */
export const KEY = 16_384;

export interface Shown {
  /** Univer's. */
  readonly id: string;
  readonly name: string;
  readonly locks: Locks;
  /** Results of formulas as both sides know them. */
  readonly results: Map<number, CellValue>;
}

export function shownSheet(sheet: SheetPicture, id: string, styles: readonly StylePicture[]): Shown {
  const results = new Map<number, CellValue>();
  for (const { row, column, value, formula } of sheet.cells) if (formula !== null) results.set((row - 1) * KEY + column - 1, value);
  return { id, name: sheet.name, locks: locksOf(sheet, styles), results };
}
