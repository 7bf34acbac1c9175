// What is to be written into a workbook and what became of it: words, not booleans.
import type { Severity } from './finding';

/** One planned write: content, mark and note in one. */
export interface PlannedEdit {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number | boolean | null;
  /** With '='; where given it is written instead of the value, and `value` is its cached result. */
  readonly formula: string | null;
  readonly numberFormat: string | null;
  /** The displayed text that the check saw; another text now means stale. Null: do not compare. */
  readonly before: string | null;
  /** Null: leave the fill alone. */
  readonly mark: Severity | null;
  /** RRGGBB of the fill; left out: the usual tone of `mark`. */
  readonly colour?: string;
  /** Text of the note; null: none. */
  readonly note: string | null;
  readonly rule: string;
}

/** applied · stale: changed since the check · locked · formula: a formula is never overwritten by a value · unsupported · unchanged: already so · failed */
export type WriteWord = 'applied' | 'stale' | 'locked' | 'formula' | 'unsupported' | 'unchanged' | 'failed';

export interface WriteOutcome {
  readonly sheet: string;
  readonly cell: string;
  readonly word: WriteWord;
  /** A Chinese sentence where the word is not enough. */
  readonly reason: string | null;
}

/** What a cell held: enough to give it back. */
export interface CellImage {
  readonly value: string | number | boolean | null;
  /** Error text such as #REF!, when the value was one. */
  readonly error: string | null;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly note: string | null;
}

export interface JournalEntry {
  /** Groups the edits of one run, so that undo takes back whole runs, newest first. */
  readonly run: string;
  /** ISO time. */
  readonly at: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly before: CellImage;
  readonly after: CellImage;
}

/** A waiver as kept in the workbook, keyed by content. */
export interface StoredWaiver {
  readonly rule: string;
  readonly sheet: string;
  readonly cell: string;
  /** Hash of the texts that the finding rests on. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly date: string;
  readonly role: string;
}

/** What the tool keeps inside a workbook. */
export interface StoredState {
  readonly waivers: readonly StoredWaiver[];
  readonly journal: readonly JournalEntry[];
  /** Rubric id chosen for this workbook, null for automatic. */
  readonly rubric: string | null;
}

export const EMPTY_STATE: StoredState = { waivers: [], journal: [], rubric: null };
