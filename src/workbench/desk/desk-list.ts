// What the page shows of a folder's run: lines for lists, and what stands behind one of them.
import type { Problem } from '../../batch/problems';
import type { RuleLine, Summary, TableLine, UnitLine } from '../../batch/summary';
import type { FileReview, Verdict } from '../../model/review';

/** An earlier line: the hash of what it is of, and what came of it. */
export interface Known {
  readonly hash: string;
  readonly verdict: Verdict;
}

export interface FileLine {
  /** Path in the folder, with slashes. */
  readonly file: string;
  readonly status: FileReview['status'];
  /** A Chinese sentence where it was not reviewed; null when it was. */
  readonly reason: string | null;
  readonly verdict: Verdict;
  readonly tables: number;
  readonly errors: number;
  readonly verify: number;
}

export interface DeskList {
  readonly units: readonly UnitLine[];
  readonly tables: readonly TableLine[];
  readonly rules: readonly RuleLine[];
  /** Of tables. */
  readonly verdicts: Summary['verdicts'];
  readonly agreement: Summary['agreement'];
  readonly files: readonly FileLine[];
}

export type DetailWish = { readonly kind: 'unit' | 'file' | 'rule'; readonly key: string };
/** A finding and where it is. */
export type Place = Pick<Problem, 'file' | 'sheet' | 'cell' | 'rule' | 'message' | 'unit' | 'severity' | 'title' | 'after'>;

export interface Detail {
  readonly tables: readonly TableLine[];
  readonly problems: readonly Place[];
}
