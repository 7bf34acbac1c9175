// What the port asks of a grid on the page. Univer stands behind it in the browser, a plain model in tests.
import type { CellValue } from '../../model/grid';
import type { PictureChange, WorkbookPicture } from './picture';

/** One cell that the user changed; only what changed is there. */
export interface GridEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** New content: a formula without '=' or a value; null value: emptied. */
  readonly content?: { readonly formula: string | null; readonly value: string | number | boolean | null };
  /** What was typed brought a number format with it, as 50% and 2024/1/5 do. */
  readonly numberFormat?: string;
  /** RRGGBB; null: taken away. */
  readonly fill?: string | null;
  /** null: taken away. */
  readonly note?: string | null;
}

/** What a formula cell shows in the grid now. */
export interface GridResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

export interface GridView {
  /** Puts a workbook in place of what was shown; ends when the user can see it. */
  show(picture: WorkbookPicture): Promise<void>;
  /** Shows what a write has changed; never comes back as an edit, and the grid's own undo does not reach it. */
  put(change: PictureChange): void;
  /** Opens the sheet, scrolls to the cell and selects it; false when there is no such sheet. */
  reveal(sheet: string, row: number, column: number): boolean;
  /** Results that the grid has calculated since the last time it was asked, after all calculation under way has ended. */
  results(): Promise<readonly GridResult[]>;
  /** Calls back after each edit of the user, with what changed; the answer stops listening. Edits inside the grid's own undo and redo count as well. */
  onEdit(listener: (edits: readonly GridEdit[]) => void): () => void;
  /** Takes what is being typed as typed; told as an edit at once. */
  finishTyping?(): void;
  /** The cell that is selected; null before anything is shown. */
  selected(): { readonly sheet: string; readonly row: number; readonly column: number } | null;
  setTheme(theme: 'light' | 'dark' | 'contrast'): void;
  setLanguage(language: 'zh-CN' | 'en-US'): void;
  dispose(): void;
}
