// A report as the pane shows it: paragraphs cut into words and figures, tables where they stand; pure.
import type { FigureState, ReportDocument, ReportFigure, ReportReview, TableCell } from '../model/report';

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** `figure`: index in the review. */
  | { readonly kind: 'figure'; readonly text: string; readonly figure: number; readonly state: FigureState };

export type ReportLine =
  | { readonly kind: 'paragraph'; readonly index: number; readonly label: string; readonly heading: boolean; readonly pieces: readonly Piece[] }
  /** A table of the report by its place in the document's list. */
  | { readonly kind: 'table'; readonly table: number; readonly name: string; readonly rows: number; readonly columns: number };

/** Lines in reading order. Blank paragraphs are left out; figures that overlap show the first. */
export function linesOf(document: ReportDocument, review: ReportReview): readonly ReportLine[] {
  const figures = new Map<number, (readonly [ReportFigure, number])[]>();
  review.figures.forEach((figure, at) => {
    const list = figures.get(figure.place.paragraph);
    if (list) list.push([figure, at]);
    else figures.set(figure.place.paragraph, [[figure, at]]);
  });
  const tablesAfter = (paragraph: number): readonly ReportLine[] => document.tables.flatMap(({ after, grid }, table) => (after === paragraph ? [{ kind: 'table', table, name: grid.sheet, rows: grid.rowCount, columns: grid.columnCount } as const] : []));
  return [
    ...tablesAfter(-1),
    ...document.paragraphs.flatMap(({ index, text, label, outline, bold }): readonly ReportLine[] => [
      ...(text.trim() === '' ? [] : [{ kind: 'paragraph', index, label, heading: outline !== null || (bold && text.length < 40), pieces: piecesOf(text, figures.get(index) ?? []) } as const]),
      ...tablesAfter(index),
    ]),
  ];
}

function piecesOf(text: string, figures: readonly (readonly [ReportFigure, number])[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const [{ place, state }, figure] of [...figures].sort(([a], [b]) => a.place.start - b.place.start)) {
    if (place.start < done || place.end <= place.start) continue;
    if (place.start > done) pieces.push({ kind: 'words', text: text.slice(done, place.start) });
    pieces.push({ kind: 'figure', text: text.slice(place.start, place.end), figure, state });
    done = place.end;
  }
  if (done < text.length) pieces.push({ kind: 'words', text: text.slice(done) });
  return pieces;
}

export interface StateCounts {
  readonly holds: number;
  readonly contradicts: number;
  readonly notChecked: number;
}

export function countStates({ figures }: ReportReview): StateCounts {
  const count = (state: FigureState): number => figures.filter((one) => one.state === state).length;
  return { holds: count('holds'), contradicts: count('contradicts'), notChecked: count('not-checked') };
}

/** Figures that are about a cell of the open workbook, in reading order: the way back from the sheet to the words. */
export function figuresAt({ figures }: ReportReview, sheet: string, cells: readonly string[]): readonly ReportFigure[] {
  return figures.filter((one) => one.cells.some((cell) => cell.file !== null && cell.sheet === sheet && cells.includes(cell.cell)));
}

/** Where a figure leads in the open workbook: to the cell that contradicts it, else to one that holds the same quantity; null: nowhere. */
export function cellOf({ figures, findings }: ReportReview, figure: number): TableCell | null {
  const one = figures[figure];
  const cells = [...(one?.findings ?? []).flatMap((at) => findings[at]?.cells ?? []), ...(one?.cells ?? [])];
  return cells.find(({ file }) => file !== null) ?? null;
}
