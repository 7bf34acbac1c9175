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
  /** The finding's own title; left out: the rule's. */
  readonly title?: string;
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

/** A bureau's rules that travel in a workbook, as the JSON they were written with: whoever reads them checks them first. */
export interface OwnRules {
  /** Rubrics (口径), each as src/rubrics/schema.json has it. */
  readonly rubrics: readonly unknown[];
  /** Own checks (审核公式). */
  readonly checks: readonly unknown[];
}

/** What the tool keeps inside a workbook. */
export interface StoredState {
  readonly waivers: readonly StoredWaiver[];
  readonly journal: readonly JournalEntry[];
  /** Rubric id chosen for this workbook, null for automatic. */
  readonly rubric: string | null;
  /** Absent: none. */
  readonly own?: OwnRules;
}

/** What a face may change: the journal is the port's own business. Absent fields stay as they are; own: null takes the rules out. */
export type KeptState = Pick<StoredState, 'waivers' | 'rubric'> & { readonly own?: OwnRules | null };

/** The state with what a face keeps put over it. */
export function withKept<E extends JournalEntry>(state: StoredState & { readonly journal: readonly E[] }, kept: Partial<KeptState>): StoredState & { readonly journal: readonly E[] } {
  const own = kept.own === undefined ? state.own : (kept.own ?? undefined);
  const whole = { waivers: kept.waivers ?? state.waivers, journal: state.journal, rubric: kept.rubric === undefined ? state.rubric : kept.rubric };
  return own && own.rubrics.length + own.checks.length > 0 ? { ...whole, own } : whole;
}

export function isEmptyState({ waivers, journal, rubric, own }: StoredState): boolean {
  return waivers.length === 0 && journal.length === 0 && rubric === null && own === undefined;
}

export const EMPTY_STATE: StoredState = { waivers: [], journal: [], rubric: null };
