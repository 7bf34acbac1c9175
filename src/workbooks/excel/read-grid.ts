// The answers about one sheet → Grid, the same that the host of files gives for the same sheet.
import type { Range } from '../../model/address';
import { PLAIN_STYLE, type Cell, type CellStyle, type Grid } from '../../model/grid';
import { formatOf, formulaOf, textOf, valueOf, type Block, type RawCell } from './read-cell';

export interface RawBlock {
  /** Of the first cell, from 0. */
  readonly top: number;
  readonly left: number;
  readonly values: Block;
  readonly formulas: Block;
  readonly text: Block;
  readonly numberFormat: Block;
  readonly valueTypes: Block;
  /** Asked for on protected sheets only; null elsewhere. */
  readonly locked: readonly (readonly boolean[])[] | null;
}

export interface SheetAnswers {
  readonly name: string;
  readonly visibility: string;
  readonly protected: boolean;
  readonly blocks: readonly RawBlock[];
  readonly merges: readonly Range[];
  /** From 1. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

const VISIBILITY: Readonly<Record<string, Grid['visibility']>> = { Hidden: 'hidden', VeryHidden: 'very-hidden' };

/** One object for all cells of a look. Fills stay out: no rule asks for them, and they would double what is sent. */
class Styles {
  private readonly known = new Map<string, CellStyle>([['General|true', PLAIN_STYLE]]);

  of(numberFormat: string, locked: boolean): CellStyle {
    const key = `${numberFormat}|${String(locked)}`;
    const style = this.known.get(key) ?? { numberFormat, locked, fill: null };
    this.known.set(key, style);
    return style;
  }
}

function cellsOf(answers: SheetAnswers, styles: Styles): Cell[] {
  const notes = new Map(answers.notes.map((note) => [`${note.row}:${note.column}`, note.text]));
  const cells: Cell[] = [];
  for (const block of answers.blocks) {
    for (const [r, values] of block.values.entries()) {
      for (const [c, held] of values.entries()) {
        const raw: RawCell = { value: held, formula: block.formulas[r]?.[c], text: block.text[r]?.[c], numberFormat: block.numberFormat[r]?.[c], type: block.valueTypes[r]?.[c] };
        const [row, column] = [block.top + r + 1, block.left + c + 1];
        const [value, formula] = [valueOf(raw), formulaOf(raw)];
        const style = styles.of(formatOf(raw), block.locked?.[r]?.[c] ?? true);
        const key = `${row}:${column}`;
        const note = notes.get(key) ?? null;
        notes.delete(key);
        const blank = formula === null && (value === null || value === '');
        if (blank && note === null && !(answers.protected && style !== PLAIN_STYLE)) continue;
        cells.push({ row, column, value, text: textOf(raw), formula, style, note });
      }
    }
  }
  for (const { row, column, text } of answers.notes) {
    if (notes.has(`${row}:${column}`)) cells.push({ row, column, value: null, text: '', formula: null, style: PLAIN_STYLE, note: text });
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Builds the grid; only rows and columns in use count as hidden. */
export function gridOf(answers: SheetAnswers): Grid {
  const cells = cellsOf(answers, new Styles());
  const rowCount = cells.at(-1)?.row ?? 0;
  let columnCount = 0;
  for (const { column } of cells) if (column > columnCount) columnCount = column;
  return {
    sheet: answers.name,
    visibility: VISIBILITY[answers.visibility] ?? 'visible',
    cells,
    merges: [...answers.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    rowCount,
    columnCount,
    hiddenRows: new Set(answers.hiddenRows.filter((row) => row <= rowCount)),
    hiddenColumns: new Set(answers.hiddenColumns.filter((column) => column <= columnCount)),
    protected: answers.protected,
  };
}
