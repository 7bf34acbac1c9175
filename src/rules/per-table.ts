// Facts of a table that several rules ask for: found once, kept as long as the table itself.
import type { Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { Table } from '../model/table';

/** The same function with its answers kept. A table is never changed once read, and so is whatever is told about it. */
export function perTable<T extends object>(find: (table: Table) => T): (table: Table) => T {
  const known = new WeakMap<Table, T>();
  // Rules ask line by line about one table after the other: comparing with the last one is cheaper than looking it up.
  let last: { readonly table: Table; readonly fact: T } | null = null;
  return (table) => {
    if (last?.table === table) return last.fact;
    const fact = known.get(table) ?? find(table);
    known.set(table, fact);
    last = { table, fact };
    return fact;
  };
}

/** The same for what follows from the scores: a scorecard is that of one table by one rubric. */
export function perScorecard<T>(find: (table: Table, scorecard: Scorecard, rubric: Rubric) => T): (table: Table, scorecard: Scorecard, rubric: Rubric) => T {
  const known = new WeakMap<Scorecard, { readonly fact: T }>();
  return (table, scorecard, rubric) => {
    const { fact } = known.get(scorecard) ?? { fact: find(table, scorecard, rubric) };
    known.set(scorecard, { fact });
    return fact;
  };
}
