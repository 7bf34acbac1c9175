// A sheet to be built, as plain data: what a writer of files turns into bytes and a host builds by calls on ranges. Templates and tables taken from reports are both such plans.
import type { Range } from './address';

/** A line along one edge of a cell. */
export type PlanLine = 'none' | 'thin' | 'medium';

/** Shared by all cells that look alike: a host sets it once for each area. Colours are RRGGBB. */
export interface PlanStyle {
  readonly font: { readonly name: string; readonly size: number; readonly bold: boolean; readonly colour: string | null };
  readonly fill: string | null;
  /** general: texts left, numbers right, as the sheet does by itself. */
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  readonly lines: { readonly top: PlanLine; readonly right: PlanLine; readonly bottom: PlanLine; readonly left: PlanLine };
  /** As a file stores it: General, 0.00%, @. */
  readonly numberFormat: string;
  /** Only matters while the sheet is protected. */
  readonly locked: boolean;
}

/** A cell with content or a look. Every cell of a merged area is listed, so that its lines are drawn all around; only the top-left one has content. */
export interface PlanCell {
  readonly row: number;
  readonly column: number;
  /** A text is always a text, whatever it begins with. For a formula: its result as long as nothing is calculated; null: none. */
  readonly value: string | number | boolean | null;
  /** Without the leading '='; null for a constant. */
  readonly formula: string | null;
  readonly style: PlanStyle;
}

/** What may be typed into a cell. */
export type PlanCondition =
  /** One of these words; none holds a comma. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  /** Both ends are inside; null: no bound. */
  | { readonly kind: 'decimal' | 'whole'; readonly least: number | null; readonly most: number | null }
  /** At most so many characters. */
  | { readonly kind: 'length'; readonly most: number }
  /** True for what is allowed, written for the top-left cell of the first area, without '='. */
  | { readonly kind: 'custom'; readonly formula: string };

export interface PlanValidation {
  readonly areas: readonly Range[];
  /** Null: anything may be typed, only the hint is shown. */
  readonly condition: PlanCondition | null;
  /** stop: refuse · warning: ask · information: tell. */
  readonly strictness: 'stop' | 'warning' | 'information';
  /** Shown when something else is typed; title at most 32 characters, text at most 255. */
  readonly refusal: { readonly title: string; readonly text: string } | null;
  /** Shown while the cell is selected, within the same lengths. */
  readonly hint: { readonly title: string; readonly text: string } | null;
}

/** A look for cells that meet a condition, written for the top-left cell of the first area, without '='. */
export interface PlanHighlight {
  readonly areas: readonly Range[];
  readonly formula: string;
  readonly fill: string | null;
  readonly colour: string | null;
}

/** Protection without a password: what is allowed besides typing into unlocked cells. */
export interface PlanProtection {
  readonly columnWidths: boolean;
  readonly rowHeights: boolean;
  readonly insertRows: boolean;
  readonly deleteRows: boolean;
}

export interface PlanPrint {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** Pages in width and height; null: as many as needed. */
  readonly pagesWide: number | null;
  readonly pagesTall: number | null;
  /** Points. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number; readonly header: number; readonly footer: number };
  readonly centred: boolean;
  /** Rows on top of every page; null: none. */
  readonly repeatedRows: { readonly first: number; readonly last: number } | null;
  /** Null: everything. */
  readonly area: Range | null;
  /** In the file's own codes (&P is the page, &N their number); null: none. */
  readonly footer: string | null;
}

export interface SheetPlan {
  /** The tab's name: at most 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  /** Row by row, no two at one address. */
  readonly cells: readonly PlanCell[];
  /** No two overlap. */
  readonly merges: readonly Range[];
  /** Points, one for each column from A on. */
  readonly columnWidths: readonly number[];
  /** Points by row number; rows that are not named fit their content. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly validations: readonly PlanValidation[];
  readonly highlights: readonly PlanHighlight[];
  /** Null: not protected. */
  readonly protection: PlanProtection | null;
  /** Null: the program's usual setup. */
  readonly print: PlanPrint | null;
  /** Rows that stay on the screen; 0: none. */
  readonly frozenRows: number;
  readonly gridLines: boolean;
}
