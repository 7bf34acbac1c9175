// The list that is looked through before anything is written: what would change, what depends on what, what is locked.
import type { WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import { ruleTitle } from '../exports/words';
import { displayed } from '../review/display';
import { cellLookup } from '../review/plan';
import type { Preferences } from './preferences';

export interface PreviewItem {
  /** sheet!A1 */
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly before: string;
  /** '' when the cell is cleared. */
  readonly after: string;
  readonly formula: string | null;
  /** ticked: written · unticked: left by the user · dependent: left because it rests on one that was left. */
  readonly state: 'ticked' | 'unticked' | 'dependent';
}

export interface PreviewSheet {
  readonly sheet: string;
  readonly items: readonly PreviewItem[];
}

export function keyOfEdit({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

/** All corrections of the full plan by sheet; `planned` is what remains without those that were unticked. */
export function previewSheets(full: readonly PlannedEdit[], planned: readonly PlannedEdit[], unticked: ReadonlySet<string>, formatOf: (sheet: string, cell: string) => string): readonly PreviewSheet[] {
  const now = new Map(planned.map((edit) => [keyOfEdit(edit), edit]));
  const sheets = [...new Set(full.map((edit) => edit.sheet))];
  return sheets.map((sheet) => ({
    sheet,
    items: full.filter((edit) => edit.sheet === sheet).map((edit): PreviewItem => {
      const key = keyOfEdit(edit);
      const shown = now.get(key) ?? edit;
      return {
        key, sheet, cell: edit.cell, rule: ruleTitle(edit.rule), before: edit.before ?? '',
        after: displayed(shown.value, shown.numberFormat ?? formatOf(sheet, edit.cell)), formula: shown.formula,
        state: unticked.has(key) ? 'unticked' : now.has(key) ? 'ticked' : 'dependent',
      };
    }),
  }));
}

/** Cells on protected sheets that a correction would have to write: they are told beforehand instead of refused afterwards. */
export function lockedCells(snapshot: WorkbookSnapshot, review: WorkbookReview): ReadonlySet<string> {
  const guarded = new Set(snapshot.grids.filter((grid) => grid.protected).map((grid) => grid.sheet));
  if (guarded.size === 0) return guarded;
  const lookup = cellLookup(snapshot);
  const cells = review.tables.filter(({ table }) => guarded.has(table.sheet)).flatMap(({ table, findings }) =>
    findings.flatMap((finding) => (finding.correction?.edits ?? []).map((edit) => ({ sheet: table.sheet, cell: edit.cell }))));
  // A blank cell that is not listed has the style of the sheet, and Excel locks by default.
  return new Set(cells.filter(({ sheet, cell }) => lookup(sheet, cell)?.style.locked ?? true).map(keyOfEdit));
}

/** The edits as the user wants them marked. */
export function asMarked(edits: readonly PlannedEdit[], marks: Preferences['marks']): readonly PlannedEdit[] {
  if (marks === 'both') return edits;
  return edits.map((edit) => ({ ...edit, note: null, mark: marks === 'fill' ? edit.mark : null }));
}
