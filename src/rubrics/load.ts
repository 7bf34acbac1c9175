// Gives the shipped data files their type: a JSON import widens "quoted" to string and [40, 50] to number[].
import type { Rubric } from '../model/rubric';

/** The shape that a JSON import of a rubric is inferred with: only what is needed to tell a rubric from another file. */
interface RubricFile {
  readonly id: string;
  readonly weightTotal: { readonly value: number };
}

/** The file as a Rubric. That every shipped file satisfies schema.json is proven by a test, so nothing is checked while running. */
export function asRubric(file: RubricFile): Rubric {
  return file as unknown as Rubric;
}
