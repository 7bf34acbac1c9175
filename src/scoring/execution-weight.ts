// How many points a rubric gives the execution.
import type { Decimal } from '../model/decimal';
import { decimal } from '../model/decimal';
import type { Rubric } from '../model/rubric';

/** More than any rubric gives the execution. */
export const MOST_POINTS = 50;

/** Null where the rubric gives none, or leaves their number open. */
export function rubricExecutionPoints({ weights }: Rubric): Decimal | null {
  const points = weights?.value.find((group) => group.aspect === 'execution')?.weight;
  return typeof points === 'number' ? decimal(points) : null;
}
