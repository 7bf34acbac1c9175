// From findings to planned writes: what one look at a workbook allows to correct, and what is only marked.
import { a1 } from '../model/address';
import type { Edit, Finding } from '../model/finding';
import { isError, type Cell, type WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit } from '../model/plan';
import { present } from '../model/present';
import type { TableReview, WorkbookReview } from '../model/review';
import { RULES } from '../rules/index';
import { displayed } from './display';
import { derivationOf, noteText } from './note-text';
import { graver } from './deduplicate';
import { isOpen } from './verdict';

export interface PlanOptions {
  /** True: live formulas such as =G5/F5 where a correction has one. A formula cell gets a formula in any case, never a value. */
  readonly formulas: boolean;
  /** safe: arithmetic with one answer. review: proposals too. Empty: nothing is corrected. */
  readonly kinds: readonly ('safe' | 'review')[];
  /** True: findings without a correction are marked and noted in their first cell. */
  readonly marks: boolean;
  /** Only these rules; absent: all. */
  readonly rules?: readonly string[];
  /** Cells, as sheet!A1, whose content the host will not write (locked and the like): no correction touches them, and none is computed from what they were to hold. */
  readonly untouchable?: ReadonlySet<string>;
  /** ISO date for the notes. */
  readonly date: string;
}

/** Cells by sheet and address, as the file holds them. */
export type CellLookup = (sheet: string, cell: string) => Cell | null;

export interface WorkbookEdits {
  /** New contents, at most one a cell. */
  readonly corrections: readonly PlannedEdit[];
  /** Marks and notes on cells whose content stays: the content of the edit is what the cell holds. */
  readonly marks: readonly PlannedEdit[];
}

export function cellLookup(snapshot: WorkbookSnapshot): CellLookup {
  const sheets = new Map<string, Map<string, Cell>>();
  return (sheet, cell) => {
    let cells = sheets.get(sheet);
    if (!cells) {
      cells = new Map((snapshot.grids.find((grid) => grid.sheet === sheet)?.cells ?? []).map((one) => [a1(one.row, one.column), one]));
      sheets.set(sheet, cells);
    }
    return cells.get(cell) ?? null;
  };
}

/**
 * One round of corrections: at most one edit a cell. What follows from a finding that still stands is left alone: its own number rests on what that finding's
 * cell ought to hold. Once the cause is corrected, the next round finds it without a cause; where the cause cannot be corrected, it stays for a person.
 */
export function planCorrections(review: WorkbookReview, lookup: CellLookup, options: PlanOptions): readonly PlannedEdit[] {
  return review.tables.flatMap((table) => planTable(table, lookup, options));
}

/** Open findings of a review with their sheets: those wanted, hints left out. */
function openFindings(review: WorkbookReview, options: PlanOptions): readonly { readonly finding: Finding; readonly sheet: string; readonly cell: string }[] {
  const all = [
    ...review.tables.flatMap((table) => table.findings.map((finding) => ({ finding, sheet: table.table.sheet }))),
    ...review.findings.map((finding) => ({ finding, sheet: finding.sheet })),
  ];
  return present(all, ({ finding, sheet }) => (finding.cells[0] !== undefined && isOpen(finding) && wanted(finding, options) ? { finding, sheet, cell: finding.cells[0] } : null));
}

/**
 * Marks for the open findings of a review, one mark and one note a cell, the gravest severity wins. Where a correction of `corrected` writes the cell, its
 * note takes the words up. Hints are not marked.
 */
export function planMarks(review: WorkbookReview, lookup: CellLookup, options: PlanOptions, corrected: readonly PlannedEdit[]): WorkbookEdits {
  const corrections = new Map(corrected.map((edit) => [`${edit.sheet}!${edit.cell}`, edit]));
  const marks = new Map<string, PlannedEdit>();
  for (const { finding, sheet, cell } of openFindings(review, options)) {
    const key = `${sheet}!${cell}`;
    const found = lookup(sheet, cell);
    // Said already by an earlier run: correcting twice changes nothing.
    if (found?.note?.includes(finding.message) === true) continue;
    const note = noteText(finding, { ruleTitle: titleOf(finding), before: found?.text ?? '', after: null, formula: null, derivation: null, date: options.date });
    const correction = corrections.get(key);
    if (correction) {
      corrections.set(key, { ...correction, note: joined(correction.note, note) });
      continue;
    }
    // An error constant cannot be written back as it was, so such a cell keeps its face and is only listed.
    if (found && isError(found.value) && found.formula === null) continue;
    const earlier = marks.get(key);
    marks.set(key, { ...keepContent(sheet, cell, found), mark: graver(earlier?.mark ?? 'hint', finding.severity), note: joined(earlier?.note ?? null, note), ...(earlier ? namedBy(earlier) : namedBy(finding)) });
  }
  return { corrections: [...corrections.values()], marks: [...marks.values()] };
}

function namedBy({ rule, title }: Pick<Finding, 'rule' | 'title'>): Pick<PlannedEdit, 'rule' | 'title'> {
  return title === undefined ? { rule } : { rule, title };
}

function joined(first: string | null, second: string): string {
  return first === null ? second : `${first}\n\n${second}`;
}

function planTable(review: TableReview, lookup: CellLookup, options: PlanOptions): readonly PlannedEdit[] {
  const planned = new Map<string, PlannedEdit>();
  for (const finding of review.findings) {
    const { correction } = finding;
    if (!correction || !options.kinds.includes(correction.kind) || !wanted(finding, options) || !stillOpen(finding)) continue;
    if (finding.because !== null) continue;
    if (correction.edits.some((edit) => planned.has(edit.cell) || options.untouchable?.has(`${review.table.sheet}!${edit.cell}`) === true)) continue;
    const writable = correction.edits.map((edit) => planEdit(review, finding, edit, lookup, options));
    if (writable.length === 0 || writable.some((edit) => edit === null)) continue;
    for (const edit of writable) if (edit) planned.set(edit.cell, edit);
  }
  return [...planned.values()];
}

/** The planned write of one edit; null when it would put a value over a formula. */
function planEdit(review: TableReview, finding: Finding, edit: Edit, lookup: CellLookup, options: PlanOptions): PlannedEdit | null {
  const { sheet } = review.table;
  const found = lookup(sheet, edit.cell);
  const holdsFormula = found !== null && found.formula !== null;
  const formula = edit.formula !== null && (options.formulas || holdsFormula) ? edit.formula : null;
  if (holdsFormula && formula === null) return null;
  const numberFormat = edit.numberFormat ?? found?.style.numberFormat ?? 'General';
  const note = noteText(finding, {
    ruleTitle: titleOf(finding), before: found?.text ?? '', after: displayed(edit.value, numberFormat), formula, derivation: derivationOf(review, edit.cell), date: options.date,
  });
  return {
    sheet, cell: edit.cell, value: edit.value, formula, numberFormat: edit.numberFormat, before: found?.text ?? '', mark: finding.severity, note, ...namedBy(finding),
  };
}

function keepContent(sheet: string, cell: string, found: Cell | null): Pick<PlannedEdit, 'sheet' | 'cell' | 'value' | 'formula' | 'numberFormat' | 'before'> {
  const value = found && !isError(found.value) ? found.value : null;
  return { sheet, cell, value, formula: found === null || found.formula === null ? null : `=${found.formula}`, numberFormat: null, before: found?.text ?? '' };
}

/** A hint with a correction is corrected as well; an explained finding is left as its explainer wants it. */
function stillOpen(finding: Finding): boolean {
  return finding.severity === 'hint' || isOpen(finding);
}

function wanted(finding: Finding, options: PlanOptions): boolean {
  return options.rules === undefined || options.rules.includes(finding.rule);
}

function titleOf({ rule, title }: Finding): string {
  return title ?? RULES.find((one) => one.id === rule)?.title ?? rule;
}
