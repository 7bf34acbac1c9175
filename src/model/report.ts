// A Word report as plain data, and what a check of its figures says: positions are paragraphs and characters, as cells are for a table.
import type { Range } from './address';
import type { Decimal } from './decimal';
import type { Finding, Severity } from './finding';
import type { Grid } from './grid';
import type { Basis } from './rubric';

/** Where a paragraph stands; contents: a line of the table of contents. Paragraphs inside table cells are not listed: the table's grid holds them. */
export type ReportPart = 'body' | 'contents' | 'header' | 'footer' | 'footnote' | 'endnote' | 'text-box' | 'comment';

export interface ReportParagraph {
  /** Index in ReportDocument.paragraphs. */
  readonly index: number;
  readonly part: ReportPart;
  /** As a reader sees it with changes accepted: tabs as \t, line breaks inside as \n, without the automatic number. */
  readonly text: string;
  /** The automatic list number as Word shows it, such as 一、 or （二）; '' without one. */
  readonly label: string;
  /** Outline level from the style or the paragraph, 1 outermost; null for running text. Headings that are only typed are the reader's business. */
  readonly outline: number | null;
  readonly bold: boolean;
}

/** A table inside a report, as a sheet: what the reading of tables takes. */
export interface ReportTable {
  /** Its `sheet` is a name fit for a sheet of a workbook, unique in the document: 表1 部门整体支出绩效自评表. */
  readonly grid: Grid;
  /** Index of the paragraph it stands behind; -1 before all. */
  readonly after: number;
  /** Widths in points, one for each grid column; empty where the file gives none. */
  readonly columnWidths: readonly number[];
  /** Areas with lines around their cells. */
  readonly bordered: readonly Range[];
}

export interface ReportDocument {
  readonly format: 'docx' | 'text';
  /** In reading order: the body first, then text boxes where they are anchored, headers, footers and notes at the end. */
  readonly paragraphs: readonly ReportParagraph[];
  readonly tables: readonly ReportTable[];
  /** What was met and left aside, each a Chinese sentence (a picture that may hold figures, a part that cannot be read). */
  readonly remarks: readonly string[];
}

/** Words of a report: characters [start, end) of a paragraph's text. */
export interface TextPlace {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The nearest heading above, for people; null before the first. */
  readonly under: string | null;
}

/** A cell that a figure of the text is compared with. */
export interface TableCell {
  /** Of the workbook; null for a table inside the report itself. */
  readonly file: string | null;
  readonly sheet: string;
  readonly cell: string;
}

export type FigureKind = 'amount' | 'rate' | 'count' | 'score' | 'grade' | 'date';

/** holds: at least one statement about it was checked and none failed. */
export type FigureState = 'holds' | 'contradicts' | 'not-checked';

export interface ReportFigure {
  readonly place: TextPlace;
  readonly kind: FigureKind;
  /** Amounts in 元, rates in percent; null for a grade. */
  readonly value: Decimal | null;
  /** As written: 万元, %, 人; '' when none is. */
  readonly unit: string;
  /** What it is said to be, in the field's words; null when the sentence does not tell. */
  readonly subject: string | null;
  readonly year: number | null;
  readonly state: FigureState;
  /** Cells that hold the same quantity, equal or not. */
  readonly cells: readonly TableCell[];
  /** Indexes into ReportReview.findings. */
  readonly findings: readonly number[];
}

export interface ReportFinding extends Pick<Finding, 'rule' | 'message' | 'expected' | 'received' | 'because' | 'waived'> {
  readonly severity: Severity;
  readonly basis: Basis;
  /** Where to look first comes first. */
  readonly places: readonly TextPlace[];
  readonly cells: readonly TableCell[];
  /** "230.32 − 153.99 = 76.33"; null where nothing is calculated. */
  readonly calculation: string | null;
}

export interface ReportReview {
  readonly figures: readonly ReportFigure[];
  readonly findings: readonly ReportFinding[];
  /** Statements that were checked, right or wrong. */
  readonly statements: number;
  readonly remarks: readonly string[];
}
