// The vocabulary that a form is written down in: one data file a form, no code for any of them.
import type { Aspect, FundColumn, IndicatorColumn, TableKind } from '../model/table';

/** Columns as a sheet names them: 'C', or 'C:E' for merged ones. */
export type Span = string;

/** What a cell to be filled in is for. `field` and `closing` go by the label before them. */
export type Slot = 'field' | 'unit-name' | 'goal-expected' | 'goal-actual' | 'closing' | 'remark';

/** A cell of a plain line: a label, or something to be filled in. */
export interface LineCell {
  readonly at: Span;
  /** Rows that it reaches down, 1 when left out. */
  readonly down?: number;
  /** {year} is 2024; {year}年 without a year is 本年, {last}年 is 上年, {year}年度 leaves room. Beside a slot: what the unit adds to. */
  readonly text?: string;
  readonly slot?: Slot;
  /** The field's name, where the label is not the cell before. */
  readonly name?: string;
  readonly look?: 'title' | 'subtitle' | 'plain' | 'left' | 'none';
  /** Told while the cell is selected. */
  readonly hint?: string;
  /** The only words that may be typed. */
  readonly words?: readonly string[];
}

export interface Line {
  /** Points. */
  readonly height: number;
  readonly cells: readonly LineCell[];
}

export interface LinesBlock {
  readonly kind: 'lines';
  readonly lines: readonly Line[];
}

export interface Side {
  readonly at: Span;
  readonly text: string;
}

export interface FundBlockForm {
  readonly kind: 'fund';
  readonly side: Side | null;
  /** Labels of the lines, and the header over them. */
  readonly label: Side;
  readonly columns: readonly { readonly column: FundColumn; readonly at: Span; readonly header: string }[];
  readonly total: string;
  readonly parts: readonly string[];
  /** Columns that lines of parts have nothing in, and the sign for that. */
  readonly none: readonly FundColumn[];
  readonly sign: string;
  /** Points of the execution: written into the weight column where the form has one. */
  readonly weight: number;
  /** One cell for the reasons of all lines. */
  readonly reasonMerged?: boolean;
  /** Lines beside the side label that are no amounts of columns: 按收入性质分. */
  readonly below?: readonly Line[];
}

export interface IndicatorColumnForm {
  readonly column: IndicatorColumn;
  readonly at: Span;
  readonly header: string;
  /** The header over this and its neighbours, for headers of two rows. */
  readonly under?: string;
}

export interface GroupForm {
  readonly name: string;
  /** As the form shows it, points included. */
  readonly label: string;
  readonly aspect: Aspect;
  /** Points that the form gives the group; null: left to the unit. */
  readonly weight: number | null;
  readonly subgroups: readonly string[];
}

export interface IndicatorBlockForm {
  readonly kind: 'indicators';
  readonly side: Side | null;
  readonly columns: readonly IndicatorColumnForm[];
  readonly groups: readonly GroupForm[];
}

export interface TotalBlock {
  readonly kind: 'total';
  readonly label: Side;
  /** Where the sums stand; null where the form does not show them. */
  readonly weight: Span | null;
  readonly score: Span;
  readonly grade: Span | null;
}

/** A line of a base-data form. */
export interface BaseLine {
  readonly key: string;
  readonly label: string;
  /** Keys of the lines that it adds up; none: filled in. */
  readonly parts?: readonly string[];
  /** No amounts: only the label, or — where nothing belongs. */
  readonly heading?: boolean;
  /** Columns, by their place, where nothing belongs. */
  readonly none?: readonly number[];
  /** Stands for as many lines as the caller wants, numbered from 1. */
  readonly repeated?: boolean;
}

export interface BaseDataBlock {
  readonly kind: 'base-data';
  readonly label: Span;
  /** The header over the labels, then dated columns. */
  readonly header: string;
  readonly columns: readonly { readonly at: Span; readonly header: string }[];
  readonly lines: readonly BaseLine[];
}

/** Quotients that the form lays out: 编制数 | 实际在职人数 | 控制率. */
export interface QuotientsBlock {
  readonly kind: 'quotients';
  readonly label: Side;
  readonly cells: readonly { readonly at: Span; readonly header: string; /** The one before divided by the one before that. */ readonly quotient?: boolean; readonly whole?: boolean }[];
}

export interface NotesBlock {
  readonly kind: 'notes';
  /** Besides what the rubric says. */
  readonly texts: readonly string[];
  readonly rubric: boolean;
}

export type Block = LinesBlock | FundBlockForm | IndicatorBlockForm | TotalBlock | BaseDataBlock | QuotientsBlock | NotesBlock;

export interface TemplateForm {
  readonly id: string;
  readonly title: string;
  readonly kind: TableKind;
  /** Without 省; null: the whole country. */
  readonly province: string | null;
  /** Rubric whose rules the formulas follow. */
  readonly rubric: string;
  /** What the layout was seen in. */
  readonly source: string;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Points, one for each column. */
  readonly widths: readonly number[];
  /** Columns that are printed; those behind them help to calculate. */
  readonly printed: number;
  /** Indicator lines for each 二级指标, unless the caller wants another number. */
  readonly rows: number;
  readonly blocks: readonly Block[];
}
