// The whole plan for a workbook: correct, look again, correct what follows, until nothing new is found.
import { findingKey } from '../model/finding';
import type { WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import { references } from '../rules/formula-references';
import { applyToSnapshot } from './apply-to-snapshot';
import { cellLookup, planCorrections, planMarks, type CellLookup, type PlanOptions, type WorkbookEdits } from './plan';
import { isCheckable, isWhole, verdictOf } from './verdict';
import { reviewWorkbook, type ReviewOptions } from './review-workbook';

/** An amount of a source, the total's, the rate, its score, 小计, the total, the one above the table and the grade make eight rounds; the ninth shows that nothing is left. */
const MAX_ROUNDS = 9;

export interface WorkbookPlan extends WorkbookEdits {
  readonly before: WorkbookReview;
  /** The review once the edits are written. */
  readonly after: WorkbookReview;
}

/** Plans against a snapshot. Pure: the snapshot is not touched; the date comes with the options. */
export function planWorkbook(snapshot: WorkbookSnapshot, reviewOptions: ReviewOptions, options: PlanOptions): WorkbookPlan {
  const before = reviewWorkbook(snapshot, reviewOptions);
  const lookup = cellLookup(snapshot);
  const reviewed = (edits: readonly PlannedEdit[]): WorkbookReview => withoutOldResults(reviewWorkbook(applyToSnapshot(snapshot, edits), reviewOptions), before, lookup, new Set(edits.map(keyOf)));
  const edits = new Map<string, PlannedEdit>();
  let after = before;
  for (let round = 0; round < MAX_ROUNDS && options.kinds.length > 0; round++) {
    const added = planCorrections(after, lookup, options).filter((edit) => !sameContent(edit, edits.get(keyOf(edit))));
    if (added.length === 0) break;
    for (const edit of added) edits.set(keyOf(edit), { ...edit, numberFormat: edit.numberFormat ?? edits.get(keyOf(edit))?.numberFormat ?? null });
    after = reviewed([...edits.values()].map((edit) => asValue(edit, lookup)));
  }
  if ([...edits.values()].some((edit) => asValue(edit, lookup) !== edit)) after = reviewed([...edits.values()]);
  const planned = options.marks ? planMarks(after, lookup, options, [...edits.values()]) : { corrections: [...edits.values()], marks: [] };
  return { ...planned, before, after };
}

/**
 * Leaves out what only a formula's old result gets wrong: its inputs were corrected, it computes anew once the file is opened. A finding on a formula that
 * the file had before stays, unless it followed from one that is gone and the formula is made of a corrected cell.
 */
function withoutOldResults(after: WorkbookReview, before: WorkbookReview, lookup: CellLookup, edited: ReadonlySet<string>): WorkbookReview {
  const tables = after.tables.map((table, at) => {
    const { sheet } = table.table;
    const known = new Map(before.tables[at]?.findings.map((finding) => [findingKey(finding), finding.because]));
    const open = new Set(table.findings.map(findingKey));
    const findings = table.findings.filter((finding) => {
      const formula = lookup(sheet, finding.cells[0] ?? '')?.formula ?? null;
      const cause = known.get(findingKey(finding));
      return formula === null || (cause !== undefined && (cause === null || open.has(cause) || !madeOf(formula).some((cell) => edited.has(`${sheet}!${cell}`))));
    });
    return findings.length === table.findings.length ? table : { ...table, findings, verdict: verdictOf(findings, isCheckable(table.table), isWhole(table.table)) };
  });
  return { ...after, tables };
}

/** Cells of its own sheet that a formula names. */
function madeOf(formula: string): readonly string[] {
  return references(formula.replace(/"[^"]*"|\$/g, '')) ?? [];
}

/** A formula that the plan brings, by its result: a later round that corrects what it adds up gives it another. One that the file had computes by itself. */
function asValue(edit: PlannedEdit, lookup: CellLookup): PlannedEdit {
  return edit.formula === null || lookup(edit.sheet, edit.cell)?.formula ? edit : { ...edit, formula: null };
}

function keyOf(edit: PlannedEdit): string {
  return `${edit.sheet}!${edit.cell}`;
}

function sameContent(a: PlannedEdit, b: PlannedEdit | undefined): boolean {
  return b !== undefined && a.value === b.value && a.formula === b.formula;
}
