// A workbook file → WorkbookPicture, for a grid on a page; old formats come by way of the snapshot.
import { MAX_ROW } from '../../model/address';
import type { Grid, WorkbookSnapshot } from '../../model/grid';
import type { SheetPicture, SizeRun, StylePicture, WorkbookPicture } from '../grid/picture';
import { StyleList } from '../grid/style-list';
import { fflateCodec } from './codec';
import { readTheme } from './colors';
import { openMainPart } from './main-part';
import type { MainPart } from './main-part';
import { PackageError } from './package-error';
import { readSheetPicture } from './picture-sheet';
import { defaultColumnWidth, defaultRowHeight, joinedRuns, separateMerges } from './picture-sizes';
import { NO_LOOKS, PLAIN_LOOK, readLooks } from './picture-styles';
import { sniff, sniffOle } from './sniff';
import type { BytesOptions } from './state';
import { readSharedStrings } from './strings';
import { OPEN, END, XmlScanner } from './xml';
import { DEFAULT_LIMITS, openZip } from './zip';
import type { Archive } from './zip';

export interface PictureOptions extends BytesOptions {
  /** More rows than hold these many cells are left out of a sheet; 200,000 by default. */
  readonly cellsPerSheet?: number;
  /** Styles that the reader of the picture knows already: their places stay, new ones come behind. */
  readonly styles?: readonly StylePicture[];
}

export type PictureReading = { readonly ok: true; readonly picture: WorkbookPicture } | { readonly ok: false; readonly reason: string };

/** About what a page can hold without becoming slow: 10,000 rows of 20 columns. */
const CELLS_PER_SHEET = 200_000;

/** The name of the tab that is open, null where the file does not tell. */
function activeTab(archive: Archive, main: MainPart): string | null {
  const text = archive.text(main.part);
  const xml = text === null ? null : new XmlScanner(text);
  const tabs: string[] = [];
  let active = 0;
  let views = 0;
  for (let event = xml?.next() ?? END; xml && event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.name === 'workbookView' && views++ === 0) active = Number(xml.attribute('activeTab') ?? 0);
    else if (xml.name === 'sheet') tabs.push(xml.attribute('name') ?? '');
  }
  return tabs[active] ?? null;
}

function placeOf(sheets: readonly SheetPicture[], name: string | null): number {
  const named = sheets.findIndex((sheet) => sheet.name === name && sheet.visibility === 'visible');
  return Math.max(0, named >= 0 ? named : sheets.findIndex((sheet) => sheet.visibility === 'visible'));
}

function readArchive(archive: Archive, options: PictureOptions): WorkbookPicture {
  const main = openMainPart(archive);
  const part = (kind: string): string | null => main.relationships.find((relationship) => relationship.kind === kind && !relationship.external)?.target ?? null;
  const stylesPart = part('styles');
  const stylesText = stylesPart === null ? null : archive.text(stylesPart);
  let theme: readonly string[] | null = null;
  const looks = stylesText === null ? NO_LOOKS : readLooks(stylesText, () => (theme ??= readTheme(archive, part('theme'))));
  const stringsPart = part('sharedStrings');
  const strings = stringsPart === null ? [] : readSharedStrings(archive, stringsPart);

  const styles = new StyleList(options.styles);
  // The look of cells that no file mentions stands first.
  styles.place(looks.look(0));
  const sheets: SheetPicture[] = [];
  let room = DEFAULT_LIMITS.cells;
  for (const entry of main.sheets) {
    const cellLimit = Math.min(options.cellsPerSheet ?? CELLS_PER_SHEET, room);
    const sheet = readSheetPicture(entry, { archive, strings, looks, styles, date1904: main.date1904, cellLimit });
    if (!sheet) continue;
    room -= sheet.cells.length;
    sheets.push(sheet);
  }
  return { sheets, styles: styles.styles, active: placeOf(sheets, activeTab(archive, main)) };
}

function openArchive(bytes: Uint8Array, options: PictureOptions): Archive {
  if (options.archive) return options.archive;
  if (sniff(bytes) === 'ole') {
    sniffOle(bytes);
    throw new PackageError('unsupported', '这是旧格式工作簿（.xls 或 .et）；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
  }
  const opened = openZip(bytes, DEFAULT_LIMITS, options.codec ?? fflateCodec);
  if (!opened.ok) throw new PackageError(opened.code, opened.reason);
  return opened.archive;
}

/**
 * Reads .xlsx and .xlsm bytes for painting. The first style is the workbook's default look.
 * @returns the picture, or a Chinese sentence; never throws on what a file holds
 */
export function readPicture(bytes: Uint8Array, options: PictureOptions = {}): PictureReading {
  try {
    return { ok: true, picture: readArchive(openArchive(bytes, options), options) };
  } catch (error) {
    if (error instanceof PackageError) return { ok: false, reason: error.reason };
    throw error;
  }
}

function hiddenRuns(hidden: ReadonlySet<number>): SizeRun[] {
  return joinedRuns([...hidden].map((place) => ({ first: place, last: place, size: null, hidden: true })));
}

function pictureOfGrid(grid: Grid, styles: StyleList, cellLimit: number): SheetPicture {
  const over = grid.cells[cellLimit];
  const cutAt = over ? over.row - 1 : null;
  const cells = over ? grid.cells.slice(0, cellLimit).filter(({ row }) => row < over.row) : grid.cells;
  const places = new Map<object, number>();
  return {
    name: grid.sheet,
    visibility: grid.visibility,
    cells: cells.map(({ row, column, value, formula, style, note }) => {
      const place = places.get(style) ?? styles.place({ ...PLAIN_LOOK, numberFormat: style.numberFormat, fill: style.fill });
      places.set(style, place);
      return { row, column, value, formula, style: place, note };
    }),
    merges: separateMerges(grid.merges, cutAt ?? MAX_ROW),
    columns: hiddenRuns(grid.hiddenColumns),
    rows: hiddenRuns(grid.hiddenRows),
    defaultColumnWidth: defaultColumnWidth(null, null),
    defaultRowHeight: defaultRowHeight(null),
    frozen: { rows: 0, columns: 0 },
    gridlines: true,
    protected: grid.protected,
    kept: [],
    cutAt,
  };
}

/** The picture of what a snapshot holds: all that .xls and .et give, with plain type and without sizes. */
export function pictureOfSnapshot(snapshot: WorkbookSnapshot, cellsPerSheet: number = CELLS_PER_SHEET): WorkbookPicture {
  const styles = new StyleList([PLAIN_LOOK]);
  const sheets = snapshot.grids.map((grid) => pictureOfGrid(grid, styles, cellsPerSheet));
  return { sheets, styles: styles.styles, active: placeOf(sheets, null) };
}
