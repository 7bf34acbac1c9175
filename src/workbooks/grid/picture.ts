// A workbook as a grid on a page paints it: plain data, so that it can cross from a worker. What it cannot show is named, and stays in the file.
import type { Range } from '../../model/address';
import type { CellValue } from '../../model/grid';

export type BorderLine = 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
export interface BorderPicture {
  readonly line: BorderLine;
  /** RRGGBB. */
  readonly colour: string;
}

export interface StylePicture {
  readonly numberFormat: string;
  /** RRGGBB of a solid fill, null without one. */
  readonly fill: string | null;
  /** Only matters while the sheet is protected; left out: not known, and whoever writes must ask. */
  readonly locked?: boolean;
  readonly font: {
    readonly name: string;
    /** Points. */
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly strike: boolean;
    /** RRGGBB. */
    readonly colour: string;
  };
  readonly horizontal: 'general' | 'left' | 'center' | 'right' | 'justify' | 'distributed';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** Degrees counterclockwise, -90 to 90; 'stacked' for letters one above the other. */
  readonly rotation: number | 'stacked';
  readonly borders: { readonly left: BorderPicture | null; readonly right: BorderPicture | null; readonly top: BorderPicture | null; readonly bottom: BorderPicture | null };
}

export interface CellPicture {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Without the leading '='. */
  readonly formula: string | null;
  /** Place in the workbook's list of styles. */
  readonly style: number;
  readonly note: string | null;
}

/** Rows or columns of one size, both ends inside. */
export interface SizeRun {
  readonly first: number;
  readonly last: number;
  /** Pixels at 100 %; null: the sheet's default. */
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface SheetPicture {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Blank cells are here when they have a look of their own. */
  readonly cells: readonly CellPicture[];
  /** No two overlap: a grid cannot show that, the first one counts. */
  readonly merges: readonly Range[];
  readonly columns: readonly SizeRun[];
  readonly rows: readonly SizeRun[];
  /** Pixels. */
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  /** Rows and columns that stay while one scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  readonly protected: boolean;
  /** What the file holds on this sheet and the grid does not show, as Chinese nouns: 图表, 图片, 数据透视表, 条件格式 … */
  readonly kept: readonly string[];
  /** Rows below this one are not in the picture, the sheet being too large for a page; null: all are. */
  readonly cutAt: number | null;
}

export interface WorkbookPicture {
  readonly sheets: readonly SheetPicture[];
  readonly styles: readonly StylePicture[];
  /** Place of the sheet that is open. */
  readonly active: number;
}

/** What a write has changed: cells as they are now, sheets that came and went. `styles` is the whole list, old places unchanged. */
export interface PictureChange {
  readonly cells: readonly { readonly sheet: string; readonly cell: CellPicture }[];
  readonly styles: readonly StylePicture[];
  readonly added: readonly SheetPicture[];
  readonly removed: readonly string[];
}
