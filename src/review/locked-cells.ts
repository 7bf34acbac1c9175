// Which cells of a review's corrections are locked: told beforehand instead of refused afterwards.
import type { WorkbookSnapshot } from '../model/grid';
import type { WorkbookReview } from '../model/review';
import { cellLookup } from './plan';

/** sheet!A1 of every cell on a protected sheet that a correction would have to write. A blank cell that is not listed has the style of the sheet, and Excel locks by default. */
export function lockedCells(snapshot: WorkbookSnapshot, review: WorkbookReview): ReadonlySet<string> {
  const guarded = new Set(snapshot.grids.filter((grid) => grid.protected).map((grid) => grid.sheet));
  if (guarded.size === 0) return guarded;
  const lookup = cellLookup(snapshot);
  const cells = review.tables.filter(({ table }) => guarded.has(table.sheet)).flatMap(({ table, findings }) =>
    findings.flatMap((finding) => (finding.correction?.edits ?? []).map((edit) => ({ sheet: table.sheet, cell: edit.cell }))));
  return new Set(cells.filter(({ sheet, cell }) => lookup(sheet, cell)?.style.locked ?? true).map(({ sheet, cell }) => `${sheet}!${cell}`));
}
