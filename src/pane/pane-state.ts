// The pane's whole state and every change to it, as one pure function.
import type { WorkbookSnapshot } from '../model/grid';
import type { OwnJudge } from '../formulas/judge';
import { EMPTY_STATE, type OwnRules, type PlannedEdit, type StoredState } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import type { WaiverDraft } from '../review/waivers';
import type { Refusal } from '../workbooks/port';
import type { Phrase } from './catalogue';
import type { CheckWriting, IncomingChecks } from './check-writing';
import type { DeletedRule } from './deleted-rule';
import { NO_HOUSE, type House } from './house-rules';
import type { OpenReport } from './open-report';
import type { RubricDraft } from './rubric-draft';
import { numberTables, type TableNumbers } from './known-tables';
import type { Filter } from './list-rows';
import { countFindings, locate, type Located } from './located';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences';
import { NO_TEMPLATES, type TemplatesState } from './template-work';

export type View = 'list' | 'preview' | 'scorecard' | 'opinion' | 'settings' | 'rubric' | 'rubric-form' | 'checks' | 'check-form' | 'report' | 'templates' | 'template';
export type Task =
  | { readonly kind: 'checking'; readonly done: number; readonly total: number; readonly quiet: boolean }
  | { readonly kind: 'opening' | 'planning' | 'verifying' | 'writing' | 'undoing' | 'clearing' | 'inserting' | 'saving' | 'preparing' };

export interface Checked {
  readonly snapshot: WorkbookSnapshot;
  readonly review: WorkbookReview;
  /** The review of the last check asked for: what the sheet of results tells as corrected since. */
  readonly baseline: WorkbookReview;
  /** Of its tables: by these they are known again in the next review. */
  readonly numbers: TableNumbers;
  readonly located: readonly Located[];
}

/** What a preview is about: every certain correction, or those of one rule. */
export interface Scope {
  readonly rule: string | null;
}

export interface Preview {
  readonly scope: Scope;
  /** Corrections with nothing unticked. */
  readonly full: readonly PlannedEdit[];
  /** Corrections as they would be written now. */
  readonly corrections: readonly PlannedEdit[];
  readonly marks: readonly PlannedEdit[];
  readonly unticked: ReadonlySet<string>;
  readonly withMarks: boolean;
  readonly locked: ReadonlySet<string>;
}

export interface ReadyJudge {
  readonly of: OwnRules | undefined;
  readonly house: House;
  /** Null: there are no own checks. */
  readonly own: { readonly judge: OwnJudge; readonly remarks: readonly string[] } | null;
}

export interface Notice {
  readonly tone: 'done' | 'warning' | 'info';
  readonly phrase: Phrase;
  /** What was deleted and can be brought back from here. */
  readonly deleted?: DeletedRule;
}

/** A rubric or check that somebody wants to begin with. */
export type Instead = { readonly form: 'rubric-form'; readonly draft: RubricDraft } | { readonly form: 'check-form'; readonly writing: CheckWriting };

export interface PaneState {
  readonly task: Task | null;
  readonly checked: Checked | null;
  /** Why the last task did not come to its end, and which view it belonged to. */
  readonly refusal: { readonly word: Exclude<Refusal['word'], 'nothing'>; readonly reason: Phrase; readonly view: View } | null;
  readonly notice: Notice | null;
  readonly stored: StoredState;
  /** A bureau's rules beside the shipped ones. */
  readonly house: House;
  /** Own checks made ready, and what they were made from. */
  readonly judge: ReadyJudge;
  /** The rubric being written. */
  readonly draft: RubricDraft | null;
  /** The own check being written. */
  readonly writing: CheckWriting | null;
  /** What was asked for while another one was unfinished: opened only when that one is given up. */
  readonly instead: Instead | null;
  /** Own checks of a file that wait to be kept. */
  readonly incoming: IncomingChecks | null;
  /** The report that is open beside the workbook. */
  readonly report: OpenReport | null;
  readonly templates: TemplatesState;
  readonly dirty: { readonly sheets: readonly string[]; readonly remote: boolean } | null;
  readonly view: View;
  readonly filter: Filter;
  readonly unfolded: ReadonlySet<string>;
  /** Key of the opened finding. */
  readonly opened: string | null;
  /** Key of the finding being explained, why the last try was refused, and what stood in its box when that went out of sight. */
  readonly explaining: { readonly key: string; readonly refused: string | null; readonly typed: WaiverDraft | null } | null;
  readonly preview: Preview | null;
  readonly preferences: Preferences;
  /** Said politely to who cannot see; the number tells repeated words apart. */
  readonly announced: { readonly phrase: Phrase; readonly number: number } | null;
}

export const INITIAL_STATE: PaneState = {
  task: null, checked: null, refusal: null, notice: null, stored: EMPTY_STATE, house: NO_HOUSE, judge: { of: undefined, house: NO_HOUSE, own: null }, draft: null, writing: null, instead: null, incoming: null, report: null, templates: NO_TEMPLATES, dirty: null, view: 'list',
  filter: { chip: 'all', group: DEFAULT_PREFERENCES.group, search: '', table: null },
  unfolded: new Set(), opened: null, explaining: null, preview: null, preferences: DEFAULT_PREFERENCES, announced: null,
};

export type PaneAction =
  | { readonly type: 'task'; readonly task: Task | null }
  | { readonly type: 'checked'; readonly snapshot: WorkbookSnapshot; readonly review: WorkbookReview; readonly asked: boolean }
  | { readonly type: 'unchanged' }
  | { readonly type: 'reviewed'; readonly review: WorkbookReview }
  | { readonly type: 'refused'; readonly refusal: Omit<NonNullable<PaneState['refusal']>, 'view'> | null }
  | { readonly type: 'notice'; readonly notice: Notice | null }
  | { readonly type: 'stored'; readonly stored: StoredState }
  | { readonly type: 'house'; readonly house: House }
  | { readonly type: 'judge'; readonly judge: ReadyJudge }
  | { readonly type: 'draft'; readonly draft: RubricDraft | null }
  | { readonly type: 'writing'; readonly writing: CheckWriting | null }
  | { readonly type: 'instead'; readonly instead: Instead | null }
  | { readonly type: 'incoming'; readonly incoming: IncomingChecks | null }
  | { readonly type: 'report'; readonly report: OpenReport | null }
  | { readonly type: 'templates'; readonly templates: TemplatesState }
  | { readonly type: 'edited'; readonly sheets: readonly string[]; readonly remote: boolean }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'filter'; readonly filter: Partial<Filter> }
  | { readonly type: 'fold'; readonly key: string; readonly open: boolean }
  | { readonly type: 'open'; readonly key: string | null }
  | { readonly type: 'explain'; readonly key: string | null; readonly refused?: string | null }
  | { readonly type: 'typed'; readonly key: string; readonly typed: WaiverDraft }
  | { readonly type: 'preview'; readonly preview: Preview | null }
  | { readonly type: 'preferences'; readonly preferences: Preferences }
  | { readonly type: 'announce'; readonly phrase: Phrase };

export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'task':
      return { ...state, task: action.task };
    case 'checked': {
      const { snapshot, review } = action;
      const baseline = action.asked || !state.checked ? review : state.checked.baseline;
      return withReview({ ...state, dirty: null, refusal: null }, { snapshot, review, baseline });
    }
    // Read again, and as it was checked.
    case 'unchanged':
      return { ...state, dirty: null, refusal: null };
    case 'reviewed':
      return state.checked ? withReview(state, { ...state.checked, review: action.review }) : state;
    case 'refused':
      // What an earlier deed was told to have done is not read beside the refusal of this one; a way back that it offers stays.
      return action.refusal === null ? { ...state, refusal: null } : { ...state, refusal: { ...action.refusal, view: state.view }, notice: state.notice?.deleted ? state.notice : null };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'stored':
      return { ...state, stored: action.stored };
    case 'house':
      return { ...state, house: action.house };
    case 'judge':
      return { ...state, judge: action.judge };
    case 'draft':
      return { ...state, draft: action.draft };
    case 'writing':
      return { ...state, writing: action.writing };
    case 'instead':
      return { ...state, instead: action.instead };
    case 'incoming':
      return { ...state, incoming: action.incoming };
    case 'report':
      return { ...state, report: action.report };
    case 'templates':
      return { ...state, templates: action.templates };
    case 'edited':
      return { ...state, dirty: { sheets: [...new Set([...(state.dirty?.sheets ?? []), ...action.sheets])], remote: action.remote || state.dirty?.remote === true } };
    case 'view':
      return { ...state, view: action.view, preview: action.view === 'preview' ? state.preview : null, notice: action.view === state.view ? state.notice : null, instead: null };
    case 'filter':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'fold':
      return { ...state, unfolded: toggled(state.unfolded, action.key, action.open) };
    case 'open':
      return { ...state, opened: action.key, explaining: state.explaining?.key === action.key ? state.explaining : null };
    case 'explain':
      return { ...state, explaining: action.key === null ? null : { key: action.key, refused: action.refused ?? null, typed: null } };
    case 'typed':
      return state.explaining?.key === action.key ? { ...state, explaining: { ...state.explaining, typed: action.typed } } : state;
    case 'preview':
      return { ...state, preview: action.preview, view: action.preview ? 'preview' : state.view === 'preview' ? 'list' : state.view, notice: action.preview && state.view !== 'preview' ? null : state.notice };
    case 'preferences':
      return { ...state, preferences: action.preferences, filter: { ...state.filter, group: action.preferences.group } };
    case 'announce':
      return { ...state, announced: { phrase: action.phrase, number: (state.announced?.number ?? 0) + 1 } };
  }
}

/** What pointed into the old review is kept where the new one still has it. */
function withReview(state: PaneState, { snapshot, review, baseline }: Omit<Checked, 'numbers' | 'located'>): PaneState {
  const numbers = numberTables(review, state.checked);
  const checked: Checked = { snapshot, review, baseline, numbers, located: locate(review, numbers) };
  const known = new Set(checked.located.map((one) => one.key));
  const opened = state.opened !== null && known.has(state.opened) ? state.opened : null;
  const table = numbers.indexOf(state.checked?.numbers[state.filter.table ?? -1] ?? -1);
  // A chip whose last finding went away would leave an empty list behind.
  const chip = countFindings(checked.located)[state.filter.chip] > 0 ? state.filter.chip : 'all';
  return {
    ...state, checked, opened, preview: null, view: state.view === 'preview' ? 'list' : state.view,
    explaining: state.explaining !== null && known.has(state.explaining.key) ? state.explaining : null,
    unfolded: new Set([...state.unfolded].filter((key) => known.has(key))),
    filter: { ...state.filter, table: table < 0 ? null : table, chip },
    // It was made of what was checked before.
    draft: state.draft && { ...state.draft, trial: null },
  };
}

function toggled(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const copy = new Set(set);
  if (on) copy.add(key);
  else copy.delete(key);
  return copy;
}
