// Facts by line and by what they are about: rules look around a figure, never through the whole report for each of them.
import { grouped } from '../model/grouped';
import type { Fact } from './fact';
import type { Scope } from './subjects';

export interface FactIndex {
  /** Facts of the lines from `line - back` to `line + ahead`, in order. */
  around(line: number, back: number, ahead?: number): readonly Fact[];
  about(scope: Scope, year: number): readonly Fact[];
}

const NONE: readonly Fact[] = [];

export function indexFacts(facts: readonly Fact[]): FactIndex {
  const lines = grouped(facts, ({ line }) => line);
  const subjects = grouped(facts, ({ scope, year }) => (scope === null ? null : `${scope} ${year}`));
  return {
    around(line, back, ahead = 0) {
      if (back === 0 && ahead === 0) return lines.get(line) ?? NONE;
      const found: Fact[] = [];
      for (let at = line - back; at <= line + ahead; at++) found.push(...(lines.get(at) ?? NONE));
      return found;
    },
    about: (scope, year) => subjects.get(`${scope} ${year}`) ?? NONE,
  };
}
