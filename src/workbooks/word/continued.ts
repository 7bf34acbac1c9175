// A table that goes on behind a page break: what one program keeps in one table, others (and whoever makes Word of PDF) write as two with nothing or a blank paragraph between.
import type { Block, TableBlock, WordRow } from './blocks';

/** Points that two drawings of one line lie apart. */
const APART = 3;
/** Two tables of few columns are alike by chance. */
const FEWEST_COLUMNS = 4;
/** As many of different widths are not drawn alike by chance, whatever the second begins with. */
const UNLIKE_OTHERS = 6;
/** Blank paragraphs that a break leaves behind. */
const MOST_BLANK = 2;

/** What stands in rows of answers, and never in all of a head: a bare number, perhaps with its sign and unit. */
const ANSWER = /^[≥≤≧≦<>=＝＞＜]{0,2}\s*-?\d[\d,，.]*\s*(?:%|％|[\u4e00-\u9fa5]{1,3})?$/;
const HEAD = /年(?:度|初|末|底)?$|^20\d{2}$/;

function edgesOf({ widths }: TableBlock): readonly number[] {
  let at = 0;
  return [0, ...widths.map((width) => (at += width))];
}

/** Columns of `next` as numbers of lines in `first`; null where it has one that `first` has not, or ends elsewhere. */
function sameLines(first: TableBlock, next: TableBlock): readonly number[] | null {
  if (next.widths.length < FEWEST_COLUMNS || [...first.widths, ...next.widths].some((width) => width <= 0)) return null;
  const known = edgesOf(first);
  const lines = edgesOf(next).map((edge) => {
    const nearest = Math.min(...known.map((one) => Math.abs(one - edge)));
    return nearest > APART ? -1 : known.findIndex((one) => Math.abs(one - edge) === nearest);
  });
  const rises = lines.every((line, i) => line >= 0 && (i === 0 || line > (lines[i - 1] ?? -1)));
  return rises && lines.at(-1) === known.length - 1 ? lines : null;
}

/** Both begin with 项目名称 or 序号: forms, or tables, one after the other. */
function beginAlike(first: TableBlock, next: TableBlock): boolean {
  const [a, b] = [first, next].map(({ rows }) => rows[0]?.cells[0]?.text.trim() ?? '');
  return a === b && a !== '';
}

/** A table of its own begins with a title or a head, one that goes on with answers. */
function goesOn({ rows: [row], widths }: TableBlock, lines: readonly number[], all: number): boolean {
  if (row?.cells.some(({ text }) => ANSWER.test(text.trim()) && !HEAD.test(text.trim())) === true) return true;
  return row !== undefined && row.cells.length > 1 && lines.length === all && widths.length >= UNLIKE_OTHERS && Math.max(...widths) > 1.5 * Math.min(...widths);
}

/** The rows in the columns of the first table; null where they reach beyond them. */
function laid(rows: readonly WordRow[], lines: readonly number[]): readonly WordRow[] | null {
  const moved: WordRow[] = [];
  for (const { before, cells } of rows) {
    let at = before;
    const spans = cells.map(({ span }) => {
      const from = lines[at];
      const to = lines[(at += span)];
      return from === undefined || to === undefined ? null : to - from;
    });
    const start = lines[before];
    if (start === undefined || spans.includes(null)) return null;
    moved.push({ before: start, cells: cells.map((cell, i) => ({ ...cell, span: spans[i] ?? cell.span })) });
  }
  return moved;
}

function joined(first: TableBlock, next: TableBlock): TableBlock | null {
  const lines = sameLines(first, next);
  if (!lines || !goesOn(next, lines, first.widths.length + 1) || first.rows.length < 2 || beginAlike(first, next)) return null;
  const rows = laid(next.rows, lines);
  return rows && { ...first, rows: [...first.rows, ...rows], lined: first.lined && next.lined };
}

/** Blocks with each table that goes on behind a break as one table, the blank paragraphs between behind it. */
export function continuedTables(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = [];
  let last = -1;
  let blank = 0;
  for (const block of blocks) {
    if (block.kind === 'table') {
      blank = 0;
      const before = last < 0 ? undefined : out[last];
      const whole = before?.kind === 'table' ? joined(before, block) : null;
      if (whole) {
        out[last] = whole;
        continue;
      }
      last = out.length;
    } else if (block.text.trim() !== '' || block.label !== '' || ++blank > MOST_BLANK) last = -1;
    out.push(block);
  }
  return out;
}
