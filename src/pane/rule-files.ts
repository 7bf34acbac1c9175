// Rules of one's own as files that are handed on.
import type { Rubric } from '../model/rubric';

/** What is exported, and what the command line is given: results name its hash. */
export function rubricText(rubric: Rubric): string {
  return `${JSON.stringify(rubric, null, 2)}\n`;
}
