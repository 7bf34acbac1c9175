// What the desk shows, and every change to it, as one pure function.
import type { Comparisons } from '../../batch/comparisons';
import type { LetterChoice } from '../../batch/letter-choice';
import type { Others } from '../../batch/workbook-names';
import type { Verdict } from '../../model/review';
import type { Words } from '../catalogue';
import type { ComparedSection } from './compared-rows';
import type { Applied } from './desk-judges';
import type { DeskList, Detail, DetailWish } from './desk-list';

export type DeskTab = 'units' | 'files' | 'rules' | 'compared';

export interface DeskRun {
  readonly total: number;
  readonly done: number;
  /** Of those: found unchanged since an earlier line. */
  readonly kept: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Files a second, and seconds that are left at that rate; null before there is one. */
  readonly rate: number | null;
  readonly left: number | null;
  readonly stage: 'running' | 'done' | 'cancelled';
}

export interface DeskTask {
  readonly kind: 'exporting' | 'letters' | 'lastYear';
  readonly done: number;
  /** 0: nobody knows. */
  readonly total: number;
}

/** What was last asked of letters; the next ones begin with it. */
export interface LetterWish {
  readonly choice: LetterChoice;
  /** The text of a bureau's own template; null: the one that ships. */
  readonly template: { readonly name: string; readonly text: string } | null;
  /** As typed, '' for none; of the form yyyy-mm-dd. */
  readonly due: string;
}

export interface DeskState {
  /** Of the folder, zip or saved list; null: there is none. */
  readonly name: Words | null;
  /** Counts the folders and lists that came in each other's place: a path is of one of them. */
  readonly source: number;
  /** Files beside them that nobody looked at. */
  readonly others: Others;
  readonly gathering: boolean;
  readonly run: DeskRun | null;
  readonly list: DeskList | null;
  readonly tab: DeskTab;
  readonly search: string;
  readonly verdict: Verdict | 'all';
  readonly chosen: DetailWish | null;
  /** Of what is chosen; null until it has come. */
  readonly detail: Detail | null;
  /** Null until asked for. */
  readonly comparisons: Comparisons | 'asked' | null;
  /** Which part of them is shown. */
  readonly section: ComparedSection;
  readonly lastYear: { readonly name: Words; readonly files: number } | null;
  readonly task: DeskTask | null;
  readonly dialog: 'letters' | 'rules' | null;
  /** Where the focus has to go: back from a file, or from what was closed. */
  readonly focus: 'list' | 'detail' | null;
  /** Workbooks are at hand, not their lines only. */
  readonly attached: boolean;
  /** Id of the rubric that is to judge every table; null: chosen for each. */
  readonly rubric: string | null;
  /** What judged; null for a saved list: its lines say who wrote them. */
  readonly applied: Applied | null;
  /** The browser keeps the lines for the next time. */
  readonly kept: boolean;
  /** What is given out leaves out free text. */
  readonly redact: boolean;
  readonly letters: LetterWish;
}

export const EMPTY_DESK: DeskState = {
  name: null, source: 0, others: [], gathering: false, run: null, list: null, tab: 'units', search: '', verdict: 'all', chosen: null, detail: null, comparisons: null, section: 'all', lastYear: null, task: null, dialog: null, focus: null, attached: false, rubric: null, applied: null, kept: false, redact: false,
  letters: { choice: 'findings', template: null, due: '' },
};

export type DeskAction =
  | { readonly type: 'gathering'; readonly gathering: boolean }
  /** `same`: the folder that was there is checked again. */
  | { readonly type: 'named'; readonly name: Words; readonly others: Others; readonly attached: boolean; readonly same: boolean }
  | { readonly type: 'run'; readonly run: DeskRun }
  | { readonly type: 'list'; readonly list: DeskList }
  | { readonly type: 'lost' }
  | { readonly type: 'tab'; readonly tab: DeskTab }
  | { readonly type: 'search'; readonly search: string }
  | { readonly type: 'verdict'; readonly verdict: DeskState['verdict'] }
  | { readonly type: 'choose'; readonly chosen: DetailWish | null }
  | { readonly type: 'detail'; readonly of: DetailWish; readonly detail: Detail }
  | { readonly type: 'comparisons'; readonly comparisons: DeskState['comparisons'] }
  | { readonly type: 'section'; readonly section: ComparedSection }
  | { readonly type: 'last-year'; readonly lastYear: DeskState['lastYear'] }
  | { readonly type: 'task'; readonly task: DeskTask | null }
  | { readonly type: 'rubric'; readonly rubric: string | null }
  | { readonly type: 'applied'; readonly applied: Applied }
  | { readonly type: 'kept'; readonly kept: boolean }
  | { readonly type: 'redact'; readonly redact: boolean }
  | { readonly type: 'letters'; readonly letters: LetterWish }
  | { readonly type: 'dialog'; readonly dialog: DeskState['dialog'] }
  | { readonly type: 'focus'; readonly focus: DeskState['focus'] };

export function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'gathering':
      return { ...state, gathering: action.gathering };
    case 'named':
      return { ...EMPTY_DESK, tab: state.tab, lastYear: state.lastYear, rubric: state.rubric, kept: state.kept, redact: state.redact, letters: state.letters, source: action.same ? state.source : state.source + 1, ...(action.same ? { search: state.search, verdict: state.verdict, section: state.section } : {}), name: action.name, others: action.others, attached: action.attached };
    case 'run':
      return { ...state, run: action.run };
    case 'list':
      // What was compared was another list.
      return { ...state, list: action.list, comparisons: null };
    case 'lost':
      return { ...state, run: null, list: null, chosen: null, detail: null, comparisons: null, lastYear: null };
    case 'tab':
      return { ...state, tab: action.tab, chosen: null, detail: null };
    case 'search':
      return { ...state, search: action.search };
    case 'verdict':
      return { ...state, verdict: action.verdict };
    case 'choose':
      return { ...state, chosen: action.chosen, detail: null };
    case 'detail':
      return state.chosen === action.of ? { ...state, detail: action.detail } : state;
    case 'comparisons':
      return { ...state, comparisons: action.comparisons };
    case 'section':
      return { ...state, section: action.section };
    case 'last-year':
      return { ...state, lastYear: action.lastYear, comparisons: null };
    case 'task':
      return { ...state, task: action.task };
    case 'rubric':
      return { ...state, rubric: action.rubric };
    case 'applied':
      return { ...state, applied: action.applied };
    case 'kept':
      return state.kept === action.kept ? state : { ...state, kept: action.kept };
    case 'redact':
      return { ...state, redact: action.redact };
    case 'letters':
      return { ...state, letters: action.letters };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'focus':
      return state.focus === action.focus ? state : { ...state, focus: action.focus };
  }
}
