// Sets of characters that every text of a table is asked about, mostly to learn quickly that a dear question need not be asked.
// A regular expression leaves its compiled code for each character of a large class; a table of bits answers with one load.

/** For each UTF-16 code unit, the sets that it belongs to: a bit each. */
const MEMBERSHIP = new Uint32Array(0x1_0000);
const MOST_SETS = 32;
let sets = 0;

/** A new set of the characters given and of the ranges from first to last, both included. */
function newSet(characters: string, ranges: readonly (readonly [string, string])[] = []): number {
  if (sets === MOST_SETS) throw new RangeError('no bit left for a further set of characters');
  const bit = 2 ** sets++;
  const add = (code: number): void => { MEMBERSHIP[code] = (MEMBERSHIP[code] ?? 0) + ((MEMBERSHIP[code] ?? 0) & bit ? 0 : bit); };
  for (let i = 0; i < characters.length; i++) add(characters.charCodeAt(i));
  for (const [first, last] of ranges) for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) add(code);
  return bit;
}

/** Asks whether a text has any of the characters. */
export function hasAny(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bit = newSet(characters, ranges);
  return (text) => {
    for (let i = 0; i < text.length; i++) if (((MEMBERSHIP[text.charCodeAt(i)] ?? 0) & bit) !== 0) return true;
    return false;
  };
}

/** Asks whether a text has nothing but the characters. */
export function hasOnly(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bit = newSet(characters, ranges);
  return (text) => {
    for (let i = 0; i < text.length; i++) if (((MEMBERSHIP[text.charCodeAt(i)] ?? 0) & bit) === 0) return false;
    return true;
  };
}

/** Asks whether a text begins with one of the characters. */
export function begins(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bit = newSet(characters, ranges);
  return (text) => text !== '' && ((MEMBERSHIP[text.charCodeAt(0)] ?? 0) & bit) !== 0;
}
