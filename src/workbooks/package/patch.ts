// Applies a plan to a workbook's bytes: only touched parts change, everything else stays byte for byte.
import { a1, parseA1 } from '../../model/address';
import { isError } from '../../model/grid';
import { grouped } from '../../model/grouped';
import { withKept } from '../../model/plan';
import type { JournalEntry, KeptState, PlannedEdit, WriteOutcome } from '../../model/plan';
import { AUTHOR } from '../marking';
import { onlyMarked, type KeptEntry } from './journal';
import { landmarksIn } from './landmarks-in';
import { placedStateOf } from './moved-journal';
import type { FreshNote } from './notes';
import { decide } from './patch-edit';
import type { Decision } from './patch-edit';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import type { SheetSession } from './patch-session';
import type { Recalculation } from './recalculate';
import { placeResultSheet } from './result-sheet';
import type { ResultSheet } from '../port';
import { guarded, isSigned, openPackage, putState, SIGNED } from './state';
import type { BytesOptions } from './state';

export interface ApplyOptions extends BytesOptions {
  /** Name of this run in the journal; a run is taken back as a whole. */
  readonly run: string;
  /** ISO time of the run. */
  readonly at: string;
  /** Author of notes; 表里如一 by default. */
  readonly author?: string;
  /** Fields to replace in the stored state, written together with the edits. The journal is kept by applyPlan itself. */
  readonly state?: Partial<KeptState>;
  /** A sheet of results to add, or to put in place of the one that an earlier run added. */
  readonly resultSheet?: ResultSheet | null;
}

export type ApplyResult =
  | {
    readonly ok: true;
    readonly bytes: Uint8Array;
    readonly outcomes: readonly WriteOutcome[];
    readonly journal: readonly JournalEntry[];
    /** Why the sheet of results was not added although the edits were written; null when it was, or was not asked for. */
    readonly noSheet: string | null;
  }
  | { readonly ok: false; readonly reason: string };

function failed(edit: PlannedEdit, reason: string): Decision {
  return { kind: 'no', outcome: { sheet: edit.sheet, cell: edit.cell, word: 'failed', reason } };
}

/** '$B$2' and 'b2' as B2; what is no address stays as it is. */
function plainRef(cell: string): string {
  const at = parseA1(cell.toUpperCase());
  return at ? a1(at.row, at.column) : cell;
}

/** The text of our note that the newest journal entry of each cell left there. */
function ownNotes(journal: readonly KeptEntry[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const { sheet, cell, restore } of journal) if (restore && restore.note !== null) notes.set(`${sheet}!${cell}`, restore.note);
  return notes;
}

interface Planned {
  /** Position in the plan. */
  readonly index: number;
  readonly edit: PlannedEdit;
  readonly ref: string;
}

type Decisions = Map<number, Decision>;

function applySheet(session: EditSession, sheet: SheetSession, planned: readonly Planned[], options: ApplyOptions, own: ReadonlyMap<string, string>): Decisions {
  const decisions: Decisions = new Map();
  const seen = new Set<string>();
  for (const { index, edit, ref } of planned) {
    const open = sheet.cell(ref);
    if (!open) decisions.set(index, failed(edit, `“${edit.cell}”不是工作表内的单元格地址。`));
    else if (seen.has(ref)) decisions.set(index, failed(edit, '同一单元格在计划中出现了两次，只写入了第一次。'));
    else decisions.set(index, decide(session, sheet, open, edit, { run: options.run, at: options.at }, own.get(`${sheet.ref.name}!${ref}`) ?? null));
    seen.add(ref);
  }
  return decisions;
}

/** Writes the notes of one sheet and completes the entries with what the note has become. */
function writeNotes(pkg: PackageEditor, sheet: SheetSession, decisions: Decisions, author: string): KeptEntry[] {
  const partsBefore = pkg.partNames().length;
  const fresh: FreshNote[] = [];
  for (const decision of decisions.values()) {
    if (decision.kind === 'no' || decision.note === null) continue;
    const { entry: { cell: ref }, note, oldNote } = decision;
    const at = parseA1(ref);
    if (!at) continue;
    // Our own earlier note gives way to the new one; the words of others stay.
    if (oldNote !== null) {
      if (sheet.notes.read(ref)?.text === oldNote) sheet.notes.restore(ref, at, null);
      else sheet.notes.cutOwn(ref, oldNote);
    }
    fresh.push({ ref, at, text: note });
  }
  sheet.notes.write(fresh, author);
  sheet.notes.settle();
  const madeNotes = pkg.partNames().length > partsBefore;
  const written = new Set(fresh.map(({ ref }) => ref));
  return [...decisions.values()].flatMap((decision): KeptEntry[] => {
    if (decision.kind === 'no') return [];
    const { entry } = decision;
    if (!entry.restore || !written.has(entry.cell)) return [entry];
    return [{ ...entry, after: { ...entry.after, note: sheet.notes.read(entry.cell)?.text ?? null }, restore: { ...entry.restore, madeNotes } }];
  });
}

/** Where no note of ours tells it, what its row says tells whether a cell is still in its place. */
function withLandmarks({ strings }: EditSession, sheet: SheetSession, entries: readonly KeptEntry[], journal: readonly KeptEntry[]): readonly KeptEntry[] {
  const unsaid = new Set(entries.filter((entry) => entry.restore?.note === null && !onlyMarked(entry)));
  if (unsaid.size === 0) return entries;
  const changing = [...journal, ...entries].flatMap((entry) => (entry.sheet === sheet.ref.name ? parseA1(entry.cell) ?? [] : []));
  const landmarks = landmarksIn(sheet, strings, changing);
  return entries.map((entry) => {
    const at = unsaid.has(entry) ? parseA1(entry.cell) : null;
    return at ? { ...entry, landmarks: landmarks(at) } : entry;
  });
}

/** The journal tells what stands in the file: results as calculated, and, in the run's last entry, those of formulas that hung on the edits. */
function withResults(entries: readonly KeptEntry[], { edited, results }: Recalculation): KeptEntry[] {
  return entries.map((entry, index) => {
    const result = edited.get(`${entry.sheet}!${entry.cell}`);
    const after = result === undefined ? entry.after : { ...entry.after, ...(isError(result) ? { value: null, error: result.error } : { value: result, error: null }) };
    return { ...entry, after, ...(index === entries.length - 1 && results.length > 0 ? { results } : {}) };
  });
}

function applyAll(pkg: PackageEditor, bytes: Uint8Array, edits: readonly PlannedEdit[], options: ApplyOptions): ApplyResult {
  if (isSigned(pkg)) return { ok: false, reason: SIGNED };
  const stored = placedStateOf(pkg);
  const own = ownNotes(stored.journal);
  const session = new EditSession(pkg);
  const bySheet = grouped(edits.map((edit, index): Planned => ({ index, edit, ref: plainRef(edit.cell) })), ({ edit }) => edit.sheet);

  const decisions: Decisions = new Map();
  const sheets: { sheet: SheetSession; decided: Decisions }[] = [];
  for (const [name, planned] of bySheet) {
    const sheet = session.open(name, planned.map(({ ref }) => ref));
    const decided: Decisions = sheet
      ? applySheet(session, sheet, planned, options, own)
      : new Map(planned.map(({ index, edit }) => [index, failed(edit, `找不到工作表“${name}”。`)] as const));
    if (sheet) sheets.push({ sheet, decided });
    for (const [index, decision] of decided) decisions.set(index, decision);
  }
  session.write();
  const uncached = new Set([...decisions.values()].flatMap((d) => (d.kind === 'yes' && d.uncached ? [`${d.entry.sheet}!${d.entry.cell}`] : [])));
  const noted = sheets.flatMap(({ sheet, decided }) => withLandmarks(session, sheet, writeNotes(pkg, sheet, decided, options.author ?? AUTHOR), stored.journal));
  const done = session.refreshResults(uncached);
  const journal = withResults(noted, done);
  const noSheet = options.resultSheet ? placeResultSheet(pkg, options.resultSheet) : null;
  if (journal.length > 0 || options.state) {
    putState(pkg, { ...withKept(stored, options.state ?? {}), journal: [...stored.journal, ...journal] });
  }
  const outcomes = edits.flatMap((_, index) => decisions.get(index)?.outcome ?? []);
  return { ok: true, bytes: pkg.changed ? pkg.write(options) : bytes, outcomes, journal, noSheet };
}

/**
 * Applies planned edits: content, number format, highlight and note in one, cell by cell.
 * @param bytes an .xlsx or .xlsm file; never changed
 * @param edits cells in A1; several edits of one cell: the first wins
 * @returns new bytes (the same ones when nothing was to be done), one outcome per edit in their order, and this run's journal entries,
 *   which are also kept in the file; or a Chinese sentence when the file cannot be edited at all. Never throws on bad files.
 */
export function applyPlan(bytes: Uint8Array, edits: readonly PlannedEdit[], options: ApplyOptions): ApplyResult {
  const pkg = openPackage(bytes, options);
  return typeof pkg === 'string' ? { ok: false, reason: pkg } : guarded(() => applyAll(pkg, bytes, edits, options));
}
