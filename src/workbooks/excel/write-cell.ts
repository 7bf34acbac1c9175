// Queues what a cell is to hold. Excel reads what it is given as if somebody typed it, so texts are written in a way that keeps them texts.
import type { CellImage } from '../../model/plan';
import type { Capabilities } from '../port';
import { untracked } from './batch';

/** Starts a formula, is an apostrophe that would be swallowed, or could be read as a number (Chinese Excel reads digits of full width too), a date, an error or a truth value. */
const READ_OTHERWISE = /^[=+\-@\t\r'＝＋－＠#]|^\s*$|[\d０-９]|^(true|false)$/i;

/** A text as it must be given to Excel so that the cell holds exactly this text. */
export function typedText(text: string): string {
  return text !== '' && READ_OTHERWISE.test(text) ? `'${text}` : text;
}

export type Content = Pick<CellImage, 'value' | 'error' | 'formula'>;

/** What is written about a cell, and how. */
export type NoteWrite =
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'replace'; readonly text: string; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string };

/** Takes the fill away. */
export const NO_FILL = 'none';

export interface CellWrite {
  readonly sheet: string;
  readonly cell: string;
  /** Null: the number format stays. */
  readonly format: string | null;
  /** Null: the content stays. */
  readonly content: Content | null;
  /** RRGGBB or NO_FILL; null: the fill stays. */
  readonly fill: string | null;
  readonly note: NoteWrite | null;
}

/** The format that the content needs: in a cell formatted as text numbers and formulas would become texts. */
export function formatFor({ value, formula, numberFormat }: Pick<CellImage, 'value' | 'formula' | 'numberFormat'>): string {
  return numberFormat === '@' && (formula !== null || typeof value === 'number' || typeof value === 'boolean') ? 'General' : numberFormat;
}

/** Queues everything about one cell but its note. The format decides how the content is read: a format for text goes behind numbers and formulas, any other before. A formula may take on the format of what it rests on: there the format is given once more. */
export function queueCell(context: Excel.RequestContext, { sheet, cell, format, content, fill }: Pick<CellWrite, 'sheet' | 'cell' | 'format' | 'content' | 'fill'>): void {
  if (format === null && content === null && fill === null) return;
  const range = untracked(context.workbook.worksheets.getItem(sheet).getRange(cell));
  // In front of the content: wherever Excel stops, undo knows the cells by it whose content was written.
  if (fill === NO_FILL) range.format.fill.clear();
  else if (fill !== null) range.format.fill.color = `#${fill}`;
  if (format !== null && format !== '@') range.numberFormat = [[format]];
  if (content !== null) queueContent(range, content);
  if (format !== null && (format === '@' || (content !== null && content.formula !== null))) range.numberFormat = [[format]];
}

function queueContent(range: Excel.Range, { value, error, formula }: Content): void {
  if (formula !== null) range.formulas = [[`=${formula.replace(/^=/, '')}`]];
  else if (error !== null) range.values = [[error]];
  else range.values = [[typeof value === 'string' ? typedText(value) : value ?? '']];
}

/** Queues a note, or a threaded comment where this Excel has no notes to offer. */
export function queueNote(context: Excel.RequestContext, sheet: string, cell: string, note: NoteWrite, notes: Capabilities['notes']): void {
  const { workbook } = context;
  const worksheet = workbook.worksheets.getItem(sheet);
  if (notes === 'note') {
    if (note.kind === 'add') worksheet.notes.add(cell, note.text);
    else if (note.kind === 'replace') worksheet.notes.getItem(cell).content = note.text;
    else worksheet.notes.getItem(cell).delete();
  } else if (notes === 'comment') {
    if (note.kind === 'add') workbook.comments.add(untracked(worksheet.getRange(cell)), note.text);
    else if (note.kind === 'replace') workbook.comments.getItem(note.id).content = note.text;
    else workbook.comments.getItem(note.id).delete();
  }
}
