// All that the workbench asks of the world around it. The entry hands in workers, storage and the grid; tests hand in plain objects.
import type { FileReview, Verdict } from '../model/review';
import type { HouseServices } from '../pane/house';
import type { mountPane } from '../pane/mount';
import type { PreferenceStore } from '../pane/preferences';
import type { ReportReader } from '../pane/report-desk';
import type { HouseRules } from '../review/options-for';
import type { Book } from '../workbooks/grid/book';
import type { GridPort } from '../workbooks/grid/grid-port';
import type { GridView } from '../workbooks/grid/grid-view';
import type { DeskServices } from './desk/desk-services';
import type { Entry } from './desk/gathering';
import type { Draft, Drafts } from './kept-work';
import type { FileBytes, InPlace, OpenableFile } from './opened-file';

export type { Draft, Drafts, FileBytes, InPlace, OpenableFile };

/** Never rejects on what a file holds; the reason is a Chinese sentence that says what to do. */
export type OpenAnswer = { readonly ok: true; readonly book: Book } | { readonly ok: false; readonly reason: string };

export interface GridOptions {
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language: 'zh-CN' | 'en-US';
  /** What the user asked of the grid and it would not do: the file's own lock, or what saving could not carry, or what would vanish behind merged cells. */
  readonly onRefused?: (command: string, why: 'locked' | 'not-carried' | 'merged' | 'find') => void;
}
/** Puts an empty grid into an element that has a size; one grid shows one workbook after another. */
export type CreateGrid = (container: HTMLElement, options: GridOptions) => Promise<GridView>;

/** One file of several in a line: the word for the whole workbook, and how many findings stand open. */
export interface FileVerdict {
  readonly status: FileReview['status'];
  readonly verdict: Verdict;
  readonly errors: number;
  readonly verify: number;
  readonly tables: number;
  /** A Chinese sentence where the file was not checked; null when it was. */
  readonly reason: string | null;
}

export interface SaveRequest extends FileBytes {
  /** Null: download. */
  readonly place: InPlace | null;
}
/** downloaded after `because`: the file itself could not be written, and why. */
export type SaveAnswer =
  | { readonly ok: true; readonly how: 'in-place' }
  | { readonly ok: true; readonly how: 'download'; readonly because: 'changed' | 'denied' | 'failed' | null }
  | { readonly ok: false };

/** Small things that the page remembers on this computer; blocked storage gives null and forgets. */
export interface SettingsStore {
  read(): unknown;
  write(value: unknown): void;
}

export interface WorkbenchServices {
  open(file: FileBytes): Promise<OpenAnswer>;
  openPort(book: Book, name: string, view: GridView | null): GridPort;
  /** Null where the page has no grid (the single-file edition): sheets are shown as plain tables then. */
  readonly loadGrid: (() => Promise<CreateGrid>) | null;
  /** Reviews a file by a bureau's rules without opening it. Never rejects. */
  judge(file: FileBytes, house: HouseRules): Promise<FileVerdict>;
  readonly drafts: Drafts;
  save(request: SaveRequest): Promise<SaveAnswer>;
  /** The browser's own picker, which gives files that can be written back; null where it has none. Empty: the user cancelled. */
  readonly pick: (() => Promise<readonly Entry[]>) | null;
  /** Asks for a folder. Empty: the user cancelled. */
  pickFolder(): Promise<readonly Entry[]>;
  /** Asks for a saved list or a zip. Empty: the user cancelled. */
  pickFile(): Promise<readonly Entry[]>;
  readonly desk: DeskServices;
  readonly mountPane: typeof mountPane;
  /** A bureau's rules beside the shipped ones, and the reader of Word reports: handed on to the pane. */
  readonly house: HouseServices;
  readonly reports: ReportReader;
  /** The pane's preferences. */
  readonly preferences: PreferenceStore;
  /** The workbench's own. */
  readonly settings: SettingsStore;
  readonly sample: (() => Promise<FileBytes>) | null;
  /** The local date and time now. */
  readonly now: () => Date;
  /** A name never given twice, across pages. */
  readonly newId: () => string;
  /** The browser's display language, such as zh-CN. */
  readonly locale: string;
  /** Written into exported results. */
  readonly version: string;
}

/** What the entry may do with a workbench in its page. */
export interface MountedWorkbench {
  /** As if the user had picked these files: asks about unsaved work, opens the first, lists the others. */
  open(files: readonly OpenableFile[]): Promise<void>;
  openSample(): Promise<void>;
  unmount(): void;
}
