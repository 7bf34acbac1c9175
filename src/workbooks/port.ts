// The port: all that a face of the product may ask of an open workbook. Hosts differ in what they can do; they say so in data, and answer in words.
import type { WorkbookSnapshot } from '../model/grid';
import type { JournalEntry, KeptState, PlannedEdit, StoredState, WriteOutcome } from '../model/plan';
import type { SheetPlan } from '../model/sheet-plan';

/** What a host can do; decided once, when it opens. A face hides or words what is missing, never guesses. */
export interface Capabilities {
  /** Fills on cells. */
  readonly marks: boolean;
  /** note: the yellow note of old · comment: a threaded comment instead · none: neither, the reason stays in the pane. */
  readonly notes: 'note' | 'comment' | 'none';
  /** The host's own undo takes a whole run back in one step. Our journal works in any case. */
  readonly undoGroup: boolean;
  /** Adding sheets: that of results, and planned ones. */
  readonly resultSheet: boolean;
  /** Selecting a cell for the user. */
  readonly reveal: boolean;
  /** Telling when somebody edits. */
  readonly events: boolean;
  /** Keeping waivers, journal and rubric inside the workbook. */
  readonly state: boolean;
  /** Chinese sentences on what this host lacks and what is done instead; empty when nothing is missing. */
  readonly limits: readonly string[];
}

/**
 * unsupported: the host cannot · busy: a cell is being edited or another task runs · read-only · cancelled: by the user · too-large ·
 * nothing: there is nothing of ours to take away, which is no fault · failed: anything else.
 * `reason` is a Chinese sentence that says what to do.
 */
export type Refusal = { readonly ok: false; readonly word: 'unsupported' | 'busy' | 'read-only' | 'cancelled' | 'too-large' | 'nothing' | 'failed'; readonly reason: string };
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

export interface Progress {
  /** Sheets done and in all. */
  readonly done: number;
  readonly total: number;
}

export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface ResultCell {
  readonly text: string;
  /** Where a click leads inside the workbook; null: nowhere. */
  readonly link: { readonly sheet: string; readonly cell: string } | null;
}

export interface ResultSheet {
  /** 核查结果 when left out; a number is added where another sheet has that name. */
  readonly name?: string;
  /** Width in characters of the default font. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly ResultCell[])[];
}

export interface Run {
  /** Groups the edits of one click; undo takes back whole runs. */
  readonly run: string;
  /** ISO time. */
  readonly at: string;
}

export interface Applied {
  /** One for each edit, in the plan's order. */
  readonly outcomes: readonly WriteOutcome[];
  readonly journal: readonly JournalEntry[];
}

/** Somebody changed cells: which sheets, and whether it was somebody else. What they hold now must be read again. */
export interface Edited {
  readonly sheets: readonly string[];
  readonly remote: boolean;
}

export interface WorkbookPort {
  /** File name for people; '' when the host does not tell. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Everything the review needs, in as few round trips as the host allows. */
  read(options?: TaskOptions): Promise<Answer<WorkbookSnapshot>>;
  /** Writes what still holds: cells that changed since the check are left alone and reported stale. All writes of one call are journalled before they count. */
  apply(edits: readonly PlannedEdit[], run: Run, options?: TaskOptions): Promise<Answer<Applied>>;
  /** Takes back the newest run, or the one named, cell by cell; what somebody changed since stays. */
  undo(run?: string): Promise<Answer<readonly WriteOutcome[]>>;
  /** Takes away exactly our fills and notes; contents stay. */
  clearMarks(): Promise<Answer<readonly WriteOutcome[]>>;
  reveal(sheet: string, cell: string): Promise<Answer<null>>;
  /** The sheet is the user's from then on: undo leaves it in an open workbook, which nothing of ours deletes sheets from; a file's copy loses it with its last run. */
  insertResults(sheet: ResultSheet): Promise<Answer<null>>;
  /** Puts sheets behind the others, all or none; a name that is taken gets a number, and formulas follow it. Their names as given, in order. They are the user's from then on: no undo takes them away. */
  insertSheets(plans: readonly SheetPlan[]): Promise<Answer<readonly string[]>>;
  loadState(): Promise<Answer<StoredState>>;
  /** Waivers and rubric; the journal is the port's own business. */
  saveState(state: KeptState): Promise<Answer<null>>;
  /** Calls back after edits, ours left out; the answer stops listening. */
  listen(onEdited: (edited: Edited) => void): Promise<Answer<() => void>>;
}
