// The workbench's whole state and every change to it, as one pure function.
import type { SheetPicture } from '../workbooks/grid/picture';
import type { Words } from './catalogue';
import type { FileVerdict } from './services';
import { DEFAULT_SETTINGS, type Settings, type SystemLook } from './settings';

export interface OpenedFile {
  readonly name: string;
  readonly readOnly: boolean;
  readonly dirty: boolean;
}

export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly progress: 'waiting' | 'judging' | 'judged';
  readonly verdict: FileVerdict | null;
}

/** opening: the cover is on · editor: the grid takes input · viewer: a plain table · fallback: a plain table because the grid did not load */
export type StageState = 'none' | 'opening' | 'editor' | 'viewer' | 'fallback' | 'failed';
export type SheetFacts = Pick<SheetPicture, 'name' | 'kept' | 'cutAt'>;

export interface Message {
  readonly tone: 'info' | 'done' | 'warning';
  readonly words: Words;
}

export interface DraftOffer {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly at: string;
}

/** Lines of a folder's run that can be had again. */
export interface ListOffer extends DraftOffer {
  /** Files that were checked, and all of the folder. */
  readonly files: number;
  readonly total: number;
}

export interface WorkbenchState {
  readonly opened: OpenedFile | null;
  /** Name of the file being opened. */
  readonly opening: string | null;
  readonly task: 'saving' | 'exporting' | null;
  readonly stage: StageState;
  readonly sheets: readonly SheetFacts[];
  /** Name of the sheet that is shown. */
  readonly sheet: string | null;
  readonly listed: readonly ListedFile[];
  /** Id of the listed file that is open. */
  readonly current: string | null;
  /** Path in the desk's folder of the file that is open; null: not from there. */
  readonly path: string | null;
  /** desk: lists of a whole folder · file: one workbook, or none yet. */
  readonly view: 'file' | 'desk';
  readonly listShown: boolean;
  readonly drafts: readonly DraftOffer[];
  readonly lists: readonly ListOffer[];
  readonly dialog: 'unsaved' | 'keys' | null;
  readonly message: Message | null;
  /** What a narrow window shows. */
  readonly face: 'grid' | 'pane';
  /** The cell that the user went to from the pane, which lies behind it now; null: no way back is offered. */
  readonly located: { readonly sheet: string; readonly cell: string } | null;
  readonly dragging: boolean;
  readonly settings: Settings;
  readonly system: SystemLook;
  /** Said politely to who cannot see; the number tells repeated words apart. */
  readonly announced: { readonly words: Words; readonly number: number } | null;
}

export const INITIAL_STATE: WorkbenchState = {
  opened: null, opening: null, task: null, stage: 'none', sheets: [], sheet: null, listed: [], current: null, path: null, view: 'file', listShown: false, drafts: [], lists: [],
  dialog: null, message: null, face: 'pane', located: null, dragging: false, settings: DEFAULT_SETTINGS, system: { forcedColours: false, prefersDark: false }, announced: null,
};

export type WorkbenchAction =
  | { readonly type: 'opening'; readonly name: string | null }
  | { readonly type: 'opened'; readonly file: OpenedFile; readonly listed: string | null; readonly path: string | null }
  | { readonly type: 'view'; readonly view: WorkbenchState['view'] }
  | { readonly type: 'dirty'; readonly dirty: boolean }
  | { readonly type: 'task'; readonly task: WorkbenchState['task'] }
  | { readonly type: 'stage'; readonly stage: StageState }
  | { readonly type: 'sheets'; readonly sheets: readonly SheetFacts[]; readonly sheet: string | null }
  | { readonly type: 'sheet'; readonly sheet: string }
  | { readonly type: 'list'; readonly files: readonly ListedFile[] }
  | { readonly type: 'listed'; readonly id: string; readonly progress: ListedFile['progress']; readonly verdict?: FileVerdict | null }
  | { readonly type: 'show-list'; readonly shown: boolean }
  | { readonly type: 'drafts'; readonly drafts: readonly DraftOffer[] }
  | { readonly type: 'lists'; readonly lists: readonly ListOffer[] }
  | { readonly type: 'dialog'; readonly dialog: WorkbenchState['dialog'] }
  | { readonly type: 'message'; readonly message: Message | null }
  | { readonly type: 'face'; readonly face: WorkbenchState['face'] }
  | { readonly type: 'located'; readonly goal: NonNullable<WorkbenchState['located']> }
  | { readonly type: 'dragging'; readonly dragging: boolean }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'system'; readonly system: SystemLook }
  | { readonly type: 'announce'; readonly words: Words };

export function reduce(state: WorkbenchState, action: WorkbenchAction): WorkbenchState {
  switch (action.type) {
    case 'opening':
      return { ...state, opening: action.name };
    case 'opened':
      return { ...state, opened: action.file, current: action.listed, path: action.path, view: 'file', stage: 'opening', sheets: [], sheet: null, message: null, dialog: null, located: null };
    case 'view':
      return state.view === action.view ? state : { ...state, view: action.view };
    case 'dirty':
      return !state.opened || state.opened.dirty === action.dirty ? state : {
        ...state, opened: { ...state.opened, dirty: action.dirty },
        // “Saved” is no longer true once something was changed.
        message: action.dirty && state.message?.tone === 'done' ? null : state.message,
      };
    case 'task':
      return { ...state, task: action.task };
    case 'stage':
      return { ...state, stage: action.stage };
    case 'sheets':
      return { ...state, sheets: action.sheets, sheet: action.sheet };
    case 'sheet':
      return state.sheet === action.sheet ? state : { ...state, sheet: action.sheet };
    case 'list':
      return { ...state, listed: [...state.listed, ...action.files] };
    case 'listed':
      return { ...state, listed: state.listed.map((one) => (one.id === action.id ? { ...one, progress: action.progress, verdict: action.verdict === undefined ? one.verdict : action.verdict } : one)) };
    case 'show-list':
      return { ...state, listShown: action.shown };
    case 'drafts':
      return { ...state, drafts: action.drafts };
    case 'lists':
      return { ...state, lists: action.lists };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'message':
      return { ...state, message: action.message };
    case 'face':
      return { ...state, face: action.face, located: null };
    case 'located':
      return { ...state, face: 'grid', located: action.goal };
    case 'dragging':
      return state.dragging === action.dragging ? state : { ...state, dragging: action.dragging };
    case 'settings':
      return { ...state, settings: action.settings };
    case 'system':
      return { ...state, system: action.system };
    case 'announce':
      return { ...state, announced: { words: action.words, number: (state.announced?.number ?? 0) + 1 } };
  }
}

/** Lines under the grid about the sheet that is shown: nouns of what is kept, and the last row that is shown. */
export function sheetFacts({ sheets, sheet }: WorkbenchState): Pick<SheetFacts, 'kept' | 'cutAt'> {
  return sheets.find(({ name }) => name === sheet) ?? { kept: [], cutAt: null };
}
