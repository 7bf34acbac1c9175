// What the work on one open workbook is asked for, and what it asks of the page around it.
import type { Language } from '../pane/catalogue';
import type { PaneTheme } from '../pane/theme';
import type { Words } from './catalogue';
import type { Draft, OpenableFile, WorkbenchServices } from './services';
import type { Goal } from './session';
import type { Settings } from './settings';
import type { Message, WorkbenchAction, WorkbenchState } from './workbench-state';

/** What is to be opened once nothing stands in the way. */
export interface Wanted {
  readonly file: OpenableFile;
  /** Id in the list of files; null: not of that list. */
  readonly listed: string | null;
  /** Path in the desk's folder, which folder that is, where in the file, and whether the line that was pressed has gone with the focus; null: not of the desk. */
  readonly desk: { readonly path: string; readonly source: number; readonly goal: Goal | null; readonly lost: () => boolean } | null;
  readonly draft: Draft | null;
  /** The first is held against the file once that is open. */
  readonly reports: readonly OpenableFile[];
}

/** What the work asks of the page around it. */
export interface WorkFacts {
  readonly services: WorkbenchServices;
  readonly state: () => WorkbenchState;
  readonly dispatch: (action: WorkbenchAction) => void;
  readonly tell: <T = void>(tone: Message['tone'], words: Words, then?: T) => T;
  readonly look: () => { readonly language: Language; readonly theme: PaneTheme };
  readonly followPane: (language: Settings['language']) => void;
  /** The desk's file of that path lies in a zip, where nothing can be put back by itself. */
  readonly inZip: (path: string) => boolean;
  readonly onOpened: (wanted: Wanted) => void;
  readonly onSaved: (saved: Saved) => void;
}

/** The file is on disk: in its own place where `bytes` are null, else these were downloaded. By now another one may be open. */
export interface Saved extends Pick<WorkbenchState, 'current' | 'path'> {
  readonly bytes: Uint8Array | null;
}
