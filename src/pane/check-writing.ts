// Own checks that are being written or taken in, as the pane's state holds them.
import type { CheckDraft } from '../formulas/compile';
import type { CheckForm } from './check-form';
import type { CheckReading } from './check-reading';
import type { Whereabouts } from './house-rules';

export type CheckPlace = Whereabouts | 'catalog';

/** A check that is being written. */
export interface CheckWriting {
  readonly form: CheckForm;
  /** What it replaces when it is kept where it was; null: a new one. */
  readonly was: { readonly place: Whereabouts; readonly id: string } | null;
  /** Something was typed: it is not given up without asking. */
  readonly touched: boolean;
  /** What the form meant when it was last read: older than the form while somebody types. */
  readonly reading: CheckReading | null;
  /** Keeping was asked for: from then on empty fields are complained about. */
  readonly tried: boolean;
}

/** Checks of a file that were understood, and wait to be kept. */
export interface IncomingChecks {
  readonly title: string | null;
  readonly checks: readonly CheckDraft[];
  readonly advice: readonly string[];
}

