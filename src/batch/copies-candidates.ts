// Which pairs of tables are worth comparing: those that share what few units write. An inverted index, sorted once, so that ten thousand tables need no ten thousand squared.
import { ASPECTS, type TableFeatures } from './copies-features';
import { hashOf } from './copies-text';

/** Tables in one place of the index; a hash of 32 bits and this make a whole number below 2^53. */
const PLACES = 2 ** 21;
/** One unit's many tables with the same words would make pairs without end and add nothing. */
const MOST_TABLES = 64;

export interface Candidates {
  /** Shingles that at least as many units write as make a template's. */
  readonly boilerplate: ReadonlySet<number>;
  readonly commonFigures: ReadonlySet<number>;
  /** Places of tables of different owners, the smaller one first. */
  readonly pairs: readonly (readonly [number, number])[];
}

interface Shared {
  readonly boilerplate: Set<number>;
  readonly counts: Map<number, number>;
}

/** A hash that the tables at these places of the sorted index have in common: counted for each two of them that are of one kind and of different owners. */
function countPairs(counts: Map<number, number>, index: Float64Array, hash: number, { from, to }: { readonly from: number; readonly to: number }, owners: Int32Array, kinds: Int32Array): void {
  for (let i = from; i < to; i++) {
    const a = (index[i] ?? 0) - hash * PLACES;
    for (let j = i + 1; j < to; j++) {
      const b = (index[j] ?? 0) - hash * PLACES;
      if (owners[a] !== owners[b] && kinds[a] === kinds[b]) counts.set(a * PLACES + b, (counts.get(a * PLACES + b) ?? 0) + 1);
    }
  }
}

/** Hashes with the places of their tables, walked hash by hash. */
function share(tables: readonly TableFeatures[], owners: Int32Array, kinds: Int32Array, hashesOf: (table: TableFeatures) => readonly Uint32Array[], most: number): Shared {
  const total = tables.reduce((sum, table) => sum + hashesOf(table).reduce((length, set) => length + set.length, 0), 0);
  const index = new Float64Array(total);
  let filled = 0;
  for (const [place, table] of tables.entries()) for (const set of hashesOf(table)) for (const hash of set) index[filled++] = hash * PLACES + place;
  index.sort();
  const boilerplate = new Set<number>();
  const counts = new Map<number, number>();
  for (let from = 0; from < total;) {
    const hash = Math.floor((index[from] ?? 0) / PLACES);
    const end = (hash + 1) * PLACES;
    let to = from;
    const seen = new Set<number>();
    while (to < total && (index[to] ?? 0) < end) {
      if (seen.size < most) seen.add(owners[(index[to] ?? 0) - hash * PLACES] ?? 0);
      to++;
    }
    if (seen.size >= most) boilerplate.add(hash);
    else if (seen.size > 1 && to - from <= MOST_TABLES) countPairs(counts, index, hash, { from, to }, owners, kinds);
    from = to;
  }
  return { boilerplate, counts };
}

function numbered(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => numbers.get(name) ?? (numbers.set(name, numbers.size), numbers.size - 1));
}

/** Pairs that share at least `letters` shingles or `figures` figures that fewer than `units` units write. */
export function candidatesIn(tables: readonly TableFeatures[], { units, letters, figures }: { readonly units: number; readonly letters: number; readonly figures: number }): Candidates {
  const owners = numbered(tables.map(({ owner }) => owner));
  const kinds = Int32Array.from(tables, ({ kind }) => hashOf(kind) | 0);
  const texts = share(tables, owners, kinds, ({ shingles }) => ASPECTS.map((aspect) => shingles[aspect]), units);
  const values = share(tables, owners, kinds, (table) => [table.values], units);
  const keys = new Set<number>();
  for (const [key, shared] of texts.counts) if (shared >= letters) keys.add(key);
  for (const [key, shared] of values.counts) if (shared >= figures) keys.add(key);
  const pairs = [...keys].sort((a, b) => a - b).map((key): readonly [number, number] => [Math.floor(key / PLACES), key % PLACES]);
  return { boilerplate: texts.boilerplate, commonFigures: values.boilerplate, pairs };
}
