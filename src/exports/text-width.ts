// Widths on a terminal: Chinese characters and full-width signs take two columns.

const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
/** Not at the start of a line: closing and pausing signs. */
const STAYS_WITH_PREVIOUS = /[，。、；：！？）》”’%％]/u;

/** Columns that a text takes; private-use marks, which stand for colours, take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\uE000-\uF8FF]/.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Fills with spaces up to a width in columns; longer text stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks text into lines of at most `width` columns, `hang` less after the first; words of letters and digits stay whole, a closing sign may stand out. */
export function wrap(text: string, width: number, hang = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[A-Za-z0-9.%:$!/_-]+|./gsu) ?? []) {
    const keeps = STAYS_WITH_PREVIOUS.test(piece) && line !== '';
    if (line !== '' && widthOf(line) + widthOf(piece) > (lines.length === 0 ? width : width - hang) && !keeps) {
      lines.push(line.trimEnd());
      line = piece === ' ' ? '' : piece;
    } else line += piece;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
