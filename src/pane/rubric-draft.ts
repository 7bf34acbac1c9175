// A rubric that is being written, as the pane's state holds it.
import type { Rubric } from '../model/rubric';
import type { RubricForm } from './rubric-form';
import type { TableTrial } from './rubric-trial';

export interface RubricDraft {
  readonly form: RubricForm;
  readonly base: Rubric;
  /** Something was typed: it is not given up without asking. */
  readonly touched: boolean;
  /** What it would change, as long as the form has not been touched since. */
  readonly trial: readonly TableTrial[] | null;
}
