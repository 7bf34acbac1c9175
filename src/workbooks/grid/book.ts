// An opened workbook file as the page sees it: its bytes live elsewhere (in a worker), every answer is plain data.
import type { WorkbookSnapshot } from '../../model/grid';
import type { KeptState, PlannedEdit, StoredState, WriteOutcome } from '../../model/plan';
import type { SheetPlan } from '../../model/sheet-plan';
import type { Answer, Applied, ResultSheet, Run } from '../port';
import type { GridEdit, GridResult } from './grid-view';
import type { PictureChange, WorkbookPicture } from './picture';

/** An answer beside what the grid has to show differently for it. */
export interface Changed<T> {
  readonly answer: Answer<T>;
  readonly change: PictureChange;
}

/** Calls are carried out one after another, in their order. None rejects on what a file holds. */
export interface Book {
  /** .xls and .et can be read and shown, not written. */
  readonly readOnly: boolean;
  read(): Promise<Answer<WorkbookSnapshot>>;
  picture(): Promise<WorkbookPicture>;
  /** Writes what the user typed, and the results that the grid shows for formulas that cannot be calculated here. Not in the journal: it is the user's own work. What could not be written comes back, in words, and as the cells to show again. */
  type(edits: readonly GridEdit[], results: readonly GridResult[]): Promise<Changed<readonly WriteOutcome[]>>;
  apply(edits: readonly PlannedEdit[], run: Run): Promise<Changed<Applied>>;
  undo(run?: string): Promise<Changed<readonly WriteOutcome[]>>;
  clearMarks(): Promise<Changed<readonly WriteOutcome[]>>;
  insertResults(sheet: ResultSheet): Promise<Changed<null>>;
  insertSheets(plans: readonly SheetPlan[]): Promise<Changed<readonly string[]>>;
  loadState(): Promise<Answer<StoredState>>;
  saveState(state: KeptState): Promise<Answer<null>>;
  /** The file as it is now: the original bytes, patched. */
  bytes(): Promise<Uint8Array>;
  close(): void;
}
