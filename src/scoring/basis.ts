// What a score rests on: a value of the rubric with its standing.
import type { Basis, Rubric, Sourced } from '../model/rubric';

/** Title and number. */
export function documentOf({ title, documentNumber }: Rubric): string {
  return title === '' ? documentNumber : documentNumber === '' ? title : `${title} ${documentNumber}`;
}

/** The rubric's own words where they were read, else `clause`. */
export function scoreBasis(rubric: Rubric, value: Sourced<unknown>, clause: string): Basis {
  return { document: documentOf(rubric), clause: value.quote ?? clause, standing: value.standing };
}
