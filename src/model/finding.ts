// What a review says about a table, and what may be written to put it right.
import type { Basis } from './rubric';
import type { Severity } from './severity';

export type { Severity };

/** One cell's new content. Exactly one of value and formula is meant: formula wins where the caller asks for live formulas. */
export interface Edit {
  readonly cell: string;
  readonly value: string | number | boolean | null;
  /** With the leading '='; null when there is none. */
  readonly formula: string | null;
  /** Null: keep the cell's own. */
  readonly numberFormat: string | null;
}

/** safe: arithmetic with one answer. review: a proposal that a person must look at. */
export interface Correction {
  readonly kind: 'safe' | 'review';
  readonly edits: readonly Edit[];
}

/** A written explanation for a finding that may be right. */
export interface Waiver {
  readonly reason: string;
  /** ISO date. */
  readonly date: string;
  readonly role: string;
  /** True when the cells changed since it was written: it no longer covers the finding. */
  readonly stale: boolean;
}

/** One sentence of a built-in rule before it was put into Chinese: the key of the message, and what fills it. */
export interface Saying {
  readonly message: string;
  readonly data: Readonly<Partial<Record<string, string>>>;
}

export interface Finding {
  readonly rule: string;
  /** Name of an own check; built-in rules are named by their id. */
  readonly title?: string;
  readonly severity: Severity;
  /** A1 addresses on the table's sheet; where to look first comes first. */
  readonly cells: readonly string[];
  readonly message: string;
  /** What `message` was made of, sentence by sentence, for a reader of another language; own checks have Chinese alone. */
  readonly said?: readonly Saying[];
  /** What should stand in the place of `received`; null where no one value puts it right. */
  readonly expected: string | null;
  /** What was found: what the first cell says, words of a report, or the sum of the cells. */
  readonly received: string | null;
  /** "rule:cell" of the finding this one follows from; null when it stands alone. */
  readonly because: string | null;
  readonly basis: Basis;
  readonly waived: Waiver | null;
  readonly correction: Correction | null;
}

/** Names a finding inside its table: what `because` refers to. */
export function findingKey(finding: Pick<Finding, 'rule' | 'cells'>): string {
  return `${finding.rule}:${finding.cells[0] ?? ''}`;
}
