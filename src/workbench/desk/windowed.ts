// Which rows of a long list are drawn: those in sight and some around them.

/** Distance of each row from the top, and of the end: one more than there are rows. */
export function offsetsOf(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  for (const [at, height] of heights.entries()) offsets[at + 1] = (offsets[at] ?? 0) + height;
  return offsets;
}

/** The row at a distance from the top; the last one below the end. */
export function rowAt(offsets: Float64Array, distance: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** Rows drawn above and below those in sight: enough for a key or a turn of the wheel. */
const AROUND = 6;

export function windowOf(offsets: Float64Array, top: number, height: number): RowWindow {
  const count = offsets.length - 1;
  if (count === 0) return { first: 0, end: 0 };
  return { first: Math.max(0, rowAt(offsets, top) - AROUND), end: Math.min(count, rowAt(offsets, top + height) + 1 + AROUND) };
}

/** Where to scroll so that a row is in sight; null where it is already. */
export function scrollFor(offsets: Float64Array, row: number, top: number, height: number): number | null {
  const [from, to] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
  if (from < top) return from;
  return to > top + height ? Math.max(0, to - height) : null;
}

/** Pixels of a letter at 14: Chinese letters and what stands between them, quotes, dashes and dots, are square, others about half, some much less and a few nearly as wide. */
const USUAL = 14;
const WIDE = 14;
const FIRST_WIDE = '\u2013';
/** Of what is not Chinese, the first that fits; rather a little more than fonts of Windows, Mac and Linux have. */
const LATIN: readonly (readonly [RegExp, number])[] = [[/[\sijl.,:;'!|]/, 4], [/[frtI()[\]]/, 5], [/[acekosvxyz]/, 7.4], [/[mwMW@%]/, WIDE], [/[A-Z]/, 10]];
const NARROW = 8;

function widthOf(word: string): number {
  if (word >= FIRST_WIDE) return WIDE;
  let width = 0;
  for (const letter of word) width += LATIN.find(([letters]) => letters.test(letter))?.[1] ?? NARROW;
  return width;
}

/** What stays together at the end of a line: letters that are not Chinese, up to a blank. */
const WORDS = /[^\s\u2013-\u{10ffff}]+|[^]/gu;

/** Lines that a text of a size takes at a width, both in pixels; rather one too many. A word that does not fit beside others begins a line, and is broken only where it is longer than that. */
export function linesOf(text: string, width: number, size = USUAL): number {
  const room = (width * USUAL) / size;
  let [lines, at] = [1, 0];
  for (const [word] of text.matchAll(WORDS)) {
    if (word === '\n') {
      [lines, at] = [lines + 1, 0];
      continue;
    }
    const own = widthOf(word);
    // A blank that does not fit hangs over the end of the line.
    if (/^\s$/.test(word) && at + own > room) continue;
    if (at > 0 && at + own > room) [lines, at] = [lines + 1, 0];
    const more = Math.ceil(own / room) - 1;
    [lines, at] = more > 0 ? [lines + more, own - more * room] : [lines, at + own];
  }
  return lines;
}
