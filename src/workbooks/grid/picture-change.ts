// What a write has changed, told from the pictures before and after it: cells one by one, sheets that came and went as wholes.
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';
import type { Range } from '../../model/address';
import type { CellPicture, PictureChange, SheetPicture, SizeRun, WorkbookPicture } from './picture';
import { StyleList } from './style-list';

type ChangedCell = PictureChange['cells'][number];

function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (isError(a) && isError(b) && a.error === b.error);
}

function comesBefore(a: CellPicture, b: CellPicture): boolean {
  return a.row < b.row || (a.row === b.row && a.column < b.column);
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((x, i) => same(x, b[i]!)));
}

function sameRange(a: Range, b: Range): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function sameRun(a: SizeRun, b: SizeRun): boolean {
  return a.first === b.first && a.last === b.last && a.size === b.size && a.hidden === b.hidden;
}

/** What no change of cells can tell: where it differs, the sheet comes anew. */
function sameFrame(a: SheetPicture, b: SheetPicture): boolean {
  return a.visibility === b.visibility && a.protected === b.protected && a.gridlines === b.gridlines && a.cutAt === b.cutAt
    && a.defaultColumnWidth === b.defaultColumnWidth && a.defaultRowHeight === b.defaultRowHeight
    && a.frozen.rows === b.frozen.rows && a.frozen.columns === b.frozen.columns
    && sameList(a.merges, b.merges, sameRange) && sameList(a.columns, b.columns, sameRun) && sameList(a.rows, b.rows, sameRun);
}

/** Both lists stand in row-major order: one walk over both. `after` already has its places in the list of `before`. */
function compareCells(sheet: string, before: readonly CellPicture[], after: readonly CellPicture[], changed: ChangedCell[]): void {
  let b = 0;
  for (const cell of after) {
    for (let gone = before[b]; gone && comesBefore(gone, cell); gone = before[++b]) changed.push({ sheet, cell: blank(gone) });
    const old = before[b];
    const met = old !== undefined && old.row === cell.row && old.column === cell.column;
    if (met) b++;
    const same = met && old.style === cell.style && old.formula === cell.formula && old.note === cell.note && sameValue(old.value, cell.value);
    if (!same) changed.push({ sheet, cell });
  }
  for (; b < before.length; b++) changed.push({ sheet, cell: blank(before[b]!) });
}

/** A cell that the picture leaves out has the workbook's default look. */
function blank({ row, column }: CellPicture): CellPicture {
  return { row, column, value: null, formula: null, style: 0, note: null };
}

/** The picture with its styles at their places in a longer list; the same object where nothing moves. */
function settle(picture: WorkbookPicture, list: StyleList): WorkbookPicture {
  const places = picture.styles.map((style) => list.place(style));
  const { styles } = list;
  if (places.every((place, i) => place === i)) return styles.length === places.length ? picture : { ...picture, styles };
  const sheets = picture.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, style: places[cell.style] ?? 0 })) }));
  return { ...picture, sheets, styles };
}

export interface SettledChange {
  readonly change: PictureChange;
  /** `after`, with its styles at the places that the change gives them: the `before` of the next change. */
  readonly picture: WorkbookPicture;
}

/**
 * What has to be shown differently. A sheet whose merges, sizes or panes changed is removed and added again, to be done in this order.
 * @param before as it is shown now; its first style is the workbook's default look
 */
export function changeBetween(before: WorkbookPicture, after: WorkbookPicture): SettledChange {
  const picture = settle(after, new StyleList(before.styles));
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const kept = new Set<string>();
  const cells: ChangedCell[] = [];
  const added: SheetPicture[] = [];
  for (const sheet of picture.sheets) {
    const known = old.get(sheet.name);
    if (!known || !sameFrame(known, sheet)) added.push(sheet);
    else {
      kept.add(sheet.name);
      if (known !== sheet) compareCells(sheet.name, known.cells, sheet.cells, cells);
    }
  }
  const removed = before.sheets.map(({ name }) => name).filter((name) => !kept.has(name));
  return { change: { cells, styles: picture.styles, added, removed }, picture };
}
