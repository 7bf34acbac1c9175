// What the rows of a file say, by which undo knows a cell again that has no note of ours.
import type { Position } from '../../model/address';
import { landmarksOn } from '../landmarks';
import type { Landmark, PlacedText } from '../landmarks';
import { cellsOf, hasFormulas, rowsOf } from './patch-cells';
import type { SheetBody } from './patch-cells';
import type { SharedStrings } from './patch-content';
import { storedValue } from './patch-results';
import type { SheetSession } from './patch-session';

/** What people wrote into the cells. */
function textsOn(body: SheetBody, strings: SharedStrings): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const row of rowsOf(body)) {
    for (const { column, start, end } of cellsOf(body, row)) {
      const raw = body.xml.slice(start, end);
      const value = hasFormulas(raw) ? null : storedValue(raw, body.prefix, strings);
      if (typeof value === 'string') texts.push({ row: row.number, column, text: value });
    }
  }
  return texts;
}

/** Of a sheet as it was opened; `changing` are the cells of all runs. */
export function landmarksIn({ body }: SheetSession, strings: SharedStrings, changing: readonly Position[]): (cell: Position) => readonly Landmark[] {
  return landmarksOn(textsOn(body, strings), changing);
}
