// A rubric (口径): an authority's scoring rules as dated data; every value says how well it is known.
import type { Severity } from './severity';
import type { Aspect, TableKind } from './table';

/** quoted 原文 · seen 样表所见 · assumed 推定 */
export type Standing = 'quoted' | 'seen' | 'assumed';

export interface Sourced<T> {
  readonly value: T;
  readonly standing: Standing;
  /** Document or table the value comes from. */
  readonly source: string;
  /** The words, where they were read. */
  readonly quote?: string;
}

/** What a finding rests on. */
export interface Basis {
  readonly document: string;
  readonly clause: string;
  readonly standing: Standing;
}

export interface GroupWeight {
  readonly aspect: Aspect;
  readonly name: string;
  /** Points; [low, high] where the authority leaves room. */
  readonly weight: number | readonly [number, number];
}

export interface Band {
  readonly label: string;
  /** Shares of the weight; low is inside the band, high only in the top one. */
  readonly low: number;
  readonly high: number;
}

export interface Grade {
  readonly name: string;
  /** Lowest score inside. */
  readonly from: number;
}

export interface ExecutionRule {
  readonly denominator: 'originalBudget' | 'finalBudget';
  /** Score never above the weight. */
  readonly capped: boolean;
  /** False where the form shows a rate without scoring it. */
  readonly scored: boolean;
}

export interface QuantitativeRule {
  /** ≥ unmet: actual ÷ target × weight. */
  readonly atLeast: 'proportional';
  /** ≤ exceeded: target ÷ actual × weight, or (1 − (actual − target) ÷ target) × weight. Null: not said, both are accepted. */
  readonly atMost: 'inverse' | 'linear' | null;
  readonly equal: 'proportional';
}

export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly documentNumber: string;
  /** First year of tables it is for; last year where it is superseded. */
  readonly from: number;
  readonly until: number | null;
  readonly kinds: readonly TableKind[];
  /** Provinces or places by name; empty for the whole country. */
  readonly places: readonly string[];
  /** Words that the form itself bears, by which it is known wherever it is used; all of them must be there. */
  readonly marks?: readonly string[];
  readonly weights: Sourced<readonly GroupWeight[]> | null;
  readonly weightTotal: Sourced<number>;
  readonly execution: Sourced<ExecutionRule>;
  readonly quantitative: Sourced<QuantitativeRule>;
  readonly qualitative: Sourced<readonly Band[]> | null;
  /** Share above the target from which a reason is asked (0.3 = 30 %); null: none. Deduct: what it does to the score. */
  readonly overshoot: Sourced<{ readonly above: number | null; readonly deduct: 'none' | 'allowed' }>;
  readonly reasons: Sourced<{ readonly executionBelow: number | null; readonly adjustment: boolean; readonly unmet: boolean }>;
  readonly grades: Sourced<readonly Grade[]> | null;
  /** Digits after the point that scores are given with. */
  readonly rounding: Sourced<number>;
  /** A bureau's own severities by rule id; off: the rule stays silent. Rules that are not named keep their own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Labels of the head or the foot that a bureau wants filled in beside those that every form needs: 联系电话, 填报人. */
  readonly required?: readonly string[];
  /** A bureau's edition, such as 2025.1; absent for the shipped ones, which go with the program's version. */
  readonly version?: string;
  /** Id of the rubric it was copied from. */
  readonly base?: string;
}

/** Which rubric judged a table, and why: a Chinese sentence. */
export interface RubricChoice {
  readonly rubric: Rubric;
  readonly why: string;
  /** Values taken from the table's own headers and footnotes instead of the rubric's. */
  readonly overridden: readonly string[];
}
