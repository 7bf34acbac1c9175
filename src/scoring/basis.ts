// What a score rests on: a value of the rubric with its standing.
import type { Basis, Rubric, Sourced } from '../model/rubric';

/** The rubric's own words where they were read, else `clause`. */
export function scoreBasis(rubric: Rubric, value: Sourced<unknown>, clause: string): Basis {
  return { document: [rubric.title, rubric.documentNumber].filter((part) => part !== '').join(' '), clause: value.quote ?? clause, standing: value.standing };
}
