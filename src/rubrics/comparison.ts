// How alike is too alike: the thresholds of comparing units and years, as data with their standing.
import type { Sourced } from '../model/rubric';
import data from './comparison.json';

export interface TextThreshold {
  /** Dice coefficient of what tells one table from another, 0 to 1. */
  readonly similarity: number;
  /** Letters in common, at least. */
  readonly letters: number;
}

export interface Comparison {
  /** Words that so many units write are the template's, not anybody's own. */
  readonly boilerplate: Sourced<{ readonly units: number }>;
  readonly templateTexts: Sourced<readonly string[]>;
  readonly copies: Sourced<{
    /** `agreement`: share of the common indicators whose actuals are the same as well. */
    readonly indicators: TextThreshold & { readonly agreement: number };
    readonly goals: TextThreshold;
    readonly results: TextThreshold;
    /** `digits`: significant digits that a figure must have to tell anything. */
    readonly figures: { readonly similarity: number; readonly count: number; readonly digits: number };
    /** From this likeness on two passages are shown side by side. */
    readonly passage: number;
  }>;
  readonly lastYear: Sourced<{
    /** Points. */
    readonly scoreJump: number;
    readonly projectName: number;
    /** Letters that a text must have before its repetition says anything. */
    readonly text: number;
    readonly repeatedActuals: { readonly count: number; readonly share: number };
  }>;
}

/** The shipped thresholds; that they satisfy comparison.schema.json is proven by a test. */
export const COMPARISON: Comparison = data as Comparison;
