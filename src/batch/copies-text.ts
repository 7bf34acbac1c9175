// Texts and names made comparable: what is left when spaces, punctuation, figures and years are taken for what they are.
import { normalise } from '../reading/text';

/** Letters only, every figure one 0: two texts that differ in their figures are the same words. */
export function wordsOf(text: string): string {
  return normalise(text).toLowerCase().replace(/\d+(?:[.,]\d+)*/g, '0').replace(/[^\p{L}0]/gu, '');
}

/** The text with its figures, without spaces, punctuation at the ends and differences of spelling. */
export function exactOf(text: string): string {
  return normalise(text).toLowerCase().replace(/\s+/g, '').replace(/(?<![。.;；,，、])[。.;；,，、]+$/, '');
}

/** Codes that budget systems put before names: "219001-", "[155]", "219001 ", "51092324T000010263357-"; 2023-2025年 and (2023) are years. */
const CODE_BEFORE = /^(?:[[【（(]?(?!(?:19|20)\d{2}\D)\d{3,}[\])】）]|\d{6,}(?=\s)|(?!(?:19|20)\d{2}.\d)(?=[0-9A-Za-z]*\d{3})[0-9A-Za-z]{3,}[-_—－])\s*(?=.*\p{Script=Han})/u;
/** And behind them: "质监局 [245]". */
const CODE_BEHIND = /(?<=\p{Script=Han}.*)\s*[[【（(](?!(?:19|20)\d{2}\D)\d{3,}[\])】）]$/u;

export function withoutCode(name: string): string {
  return name.replace(CODE_BEFORE, '').replace(CODE_BEHIND, '');
}

function nameOf(text: string): string {
  return withoutCode(normalise(text)).replace(/\s+/g, '').toLowerCase();
}

/** The key of a unit's name: code and spelling aside; 局, 中心 and 本级 tell units apart and stay. */
export function unitKey(text: string): string {
  return nameOf(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The key of a project's name: its years aside as well, so that 2022年运维经费 is 2023年运维经费. */
export function projectKey(text: string): string {
  return nameOf(text).replace(/(?:19|20)\d{2}(?:[-—~至](?:19|20)?\d{2})?(?:年度|年)?/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** A section inside a body (办公室, 财务科): its name tells nobody apart without the body's, which 青石县教育局财务科 has in it. */
const SECTION = /^(?!.*(?:[省市州县区旗镇乡局委院校]|街道|中心|办事处|管理处)).{0,14}(?:股|科|处|室|财务部)$/;

export interface Named {
  readonly unit: string | null;
  readonly department: string | null;
}

/** Whose table it is; null where the table does not say. */
export function ownerKey({ unit, department }: Named): string | null {
  const key = unit === null ? '' : unitKey(unit);
  if (key === '') return null;
  return SECTION.test(key) && department !== null ? `${unitKey(department)}/${key}` : key;
}

const LENGTH = 3;

/** FNV-1a, as a whole number from 0 to 2^32 − 1: the same everywhere and always. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Neighbouring texts must not have neighbouring hashes. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of all runs of three letters; of the whole where it is shorter. Expects `wordsOf`. */
export function shinglesOf(words: string, seed: number): readonly number[] {
  if (words === '' || words === '0') return [];
  if (words.length <= LENGTH) return [hashOf(words, seed)];
  const hashes: number[] = [];
  for (let at = 0; at + LENGTH <= words.length; at++) {
    let hash = seed;
    for (let next = at; next < at + LENGTH; next++) hash = Math.imul(hash ^ words.charCodeAt(next), 0x01000193);
    hashes.push(mixed(hash));
  }
  return hashes;
}

/** Sorted, each once. */
export function setOf(hashes: readonly number[]): Uint32Array {
  return sorted(new Uint32Array(hashes));
}

/** All of them as one set. */
export function union(sets: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sets.reduce((length, set) => length + set.length, 0));
  let at = 0;
  for (const set of sets) {
    all.set(set, at);
    at += set.length;
  }
  return sorted(all);
}

function sorted(all: Uint32Array): Uint32Array {
  all.sort();
  let kept = 0;
  for (let at = 0; at < all.length; at++) if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at] ?? 0;
  return all.slice(0, kept);
}

/** How many two sorted sets have in common. */
export function common(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** Dice coefficient: twice what is shared of what both have; 0 for two empty sets. */
export function dice(shared: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * shared) / (a + b);
}

/** Likeness of two names, 0 to 1, by pairs of letters. */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): Uint32Array => setOf(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => hashOf(text.slice(at, at + 2))));
  const [x, y] = [pairs(a), pairs(b)];
  return dice(common(x, y), x.length, y.length);
}
