// Sets of characters that every text of a table is asked about, mostly to learn quickly that a dear question need not be asked.
// A regular expression leaves its compiled code for each character of a large class; a table of bits answers with one load.

/** A bit for each UTF-16 code unit, a table for each set: 8 KB, of which Chinese takes a third, so that what is asked of text after text stays in the processor's nearest cache. */
const WORDS = 0x1_0000 / 32;

/** A new set of the characters given and of the ranges from first to last, both included. */
function newSet(characters: string, ranges: readonly (readonly [string, string])[] = []): Uint32Array {
  const bits = new Uint32Array(WORDS);
  const add = (code: number): void => { bits[code >>> 5] = bits[code >>> 5]! | (1 << (code & 31)); };
  for (let i = 0; i < characters.length; i++) add(characters.charCodeAt(i));
  for (const [first, last] of ranges) for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) add(code);
  return bits;
}

/** Asks whether a text has any of the characters. */
export function hasAny(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bits = newSet(characters, ranges);
  return (text) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if ((bits[code >>> 5]! >>> (code & 31)) & 1) return true;
    }
    return false;
  };
}

/** Asks whether a text has nothing but the characters. */
export function hasOnly(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bits = newSet(characters, ranges);
  return (text) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (((bits[code >>> 5]! >>> (code & 31)) & 1) === 0) return false;
    }
    return true;
  };
}

/** Asks whether a text begins with one of the characters. */
export function begins(characters: string, ranges?: readonly (readonly [string, string])[]): (text: string) => boolean {
  const bits = newSet(characters, ranges);
  return (text) => {
    const code = text.charCodeAt(0);
    return text !== '' && ((bits[code >>> 5]! >>> (code & 31)) & 1) !== 0;
  };
}
