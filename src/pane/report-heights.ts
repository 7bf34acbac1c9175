// Heights of rows that the texts of a table need. Spreadsheets fit rows to single cells by themselves, but not to merged ones, and forms are made of these.
import type { Range } from '../model/address';

/** Points of a line of 10.5-point type and of one Chinese character in it, of the room left free beside a text and above it, and of the highest row that Excel knows. */
const LINE = 14;
const CHARACTER = 10.5;
const ASIDE = 6;
const ABOVE = 4;
const HIGHEST = 409;
/** A row of one line: what spreadsheets give by themselves. */
const USUAL = 14.25;

export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Need {
  readonly top: number;
  readonly bottom: number;
  readonly points: number;
}

/** In Chinese characters; Latin letters and digits take about half of one. */
function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e7f' || /[—…“”‘’℃]/.test(letter) ? 1 : 0.55;
  return length;
}

/** Lines that a text takes in so many points. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(width - ASIDE, CHARACTER);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((lengthOf(line) * CHARACTER) / room)), 0);
}

/**
 * Points by row number, for the rows only that need more than one line; all others fit their content, also when somebody types more into them.
 * @param widths points, one for each column
 */
export function heightsFor(texts: readonly PlacedText[], merges: readonly Range[], widths: readonly number[]): Readonly<Record<number, number>> {
  const heights: Record<number, number> = {};
  const heightOf = (row: number): number => heights[row] ?? USUAL;
  const needs = texts.map(({ row, column, text }): Need => {
    const merge = merges.find(({ top, left }) => top === row && left === column);
    const width = widths.slice(column - 1, merge?.right ?? column).reduce((sum, one) => sum + one, 0);
    return { top: row, bottom: merge?.bottom ?? row, points: linesIn(text, width) * LINE + ABOVE };
  });
  // Single rows first: a tall merged area only needs what they leave.
  for (const { top, bottom, points } of [...needs].sort((a, b) => (a.bottom - a.top) - (b.bottom - b.top))) {
    const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
    const missing = points - rows.reduce((sum, row) => sum + heightOf(row), 0);
    // One line with its room above is what a row has anyway.
    if (missing <= LINE + ABOVE - USUAL) continue;
    for (const row of rows) heights[row] = Math.min(HIGHEST, Math.ceil((heightOf(row) + missing / rows.length) * 4) / 4);
  }
  return heights;
}
