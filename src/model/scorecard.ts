// Scores claimed and computed, each with its derivation.
import type { Decimal } from './decimal';
import type { Basis } from './rubric';
import type { Aspect, Entry } from './table';

export interface ScoreItem {
  /** The score cell; where the form has none, the indicator's name cell. */
  readonly cell: string;
  readonly name: string;
  readonly aspect: Aspect;
  /** Index into Table.indicators; null for the fund block's execution score. */
  readonly indicator: number | null;
  readonly weight: Decimal | null;
  readonly claimed: Decimal | null;
  readonly claimedEntry: Entry | null;
  /** Range that the rubric allows, unrounded; equal where there is one answer. Null when it cannot be computed. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** A second answer that another rule in use allows (≤ indicators); accepted, never proposed. */
  readonly alternative: Decimal | null;
  /** met: full marks follow · unmet: less follows · band: a qualitative range · execution: the rate · unknown: not computable */
  readonly state: 'met' | 'unmet' | 'exceeded' | 'band' | 'execution' | 'unknown';
  /** "10 × 124.88 ÷ 127.10 = 9.83"; when not computable, why not. */
  readonly derivation: string;
  readonly basis: Basis;
}

export interface Scorecard {
  readonly items: readonly ScoreItem[];
  /** 总分 as written. */
  readonly claimed: Decimal | null;
  /** Sum of the claimed scores, null when none is given. */
  readonly claimedSum: Decimal | null;
  /** Sum over items: claimed where the rubric allows what is claimed, else computed. Null when an item is unknown and unclaimed. */
  readonly computed: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly weightSum: Decimal | null;
  /** Grade of the computed score by the rubric, null without one or when low and high fall into different grades. */
  readonly grade: string | null;
  readonly claimedGrade: string | null;
  /** What could not be computed and why, Chinese sentences. */
  readonly notComputed: readonly string[];
}
