// What a story of a document holds, before it becomes paragraphs and grids: blocks in reading order.
import type { ReportPart } from '../../model/report';

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly part: ReportPart;
  readonly text: string;
  readonly label: string;
  readonly outline: number | null;
  readonly bold: boolean;
}

export interface WordCell {
  /** Grid columns that it takes. */
  span: number;
  readonly merge: 'restart' | 'continue' | null;
  /** Displayed text: paragraphs on lines of their own, nested tables as lines of their cells. */
  readonly text: string;
  /** What its tables and frames are made of. */
  readonly blocks: readonly Block[];
  /** It has a line of its own on some side. */
  readonly lined: boolean;
}

export interface WordRow {
  /** Grid columns left out in front. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
  /** Points, one for each column of the file's grid. */
  readonly widths: readonly number[];
  /** Lines around all its cells, from the table or its style. */
  readonly lined: boolean;
}

export type Block = ParagraphBlock | TableBlock;

/** 1. and 一、 join their text; a bare number or bullet keeps a space. */
export function labelled(label: string, text: string): string {
  if (label === '' || text === '') return label + text;
  return /[、．.)）：:]$/.test(label) ? label + text : `${label} ${text}`;
}

/** Blocks as the flat text of a cell. Text boxes float over the cell and are no part of it. */
export function flatText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') lines.push(...tableLines(block));
    else if (block.part !== 'text-box') lines.push(labelled(block.label, block.text));
  }
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
}

/** A line for each row that holds anything. */
export function tableLines(table: TableBlock): string[] {
  return table.rows.map(({ cells }) => cells.map(({ text }) => text.replaceAll('\n', ' ')).filter((text) => text !== '').join('\t')).filter((line) => line !== '');
}
