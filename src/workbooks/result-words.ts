// What stands on our sheet of results, in a short text kept beside its mark: whether somebody has written on it since, in every host.
import { hash } from './hash';

/** A cell by its address, and what it holds: a formula with '='. */
export type ResultWord = readonly [cell: string, content: string];

/** Programs write line ends in their own ways and keep no empty texts: neither is anybody's work. `beside` are kinds of what hangs on the sheet besides. */
export function wordsOf(cells: Iterable<ResultWord>, beside: readonly string[] = []): string {
  const words = [...cells].flatMap(([cell, content]) => (content === '' ? [] : [`${cell} ${content.replace(/\s+/g, ' ').trim()}`]));
  return hash([...beside, ...words].join('\n'));
}
