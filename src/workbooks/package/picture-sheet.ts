// One worksheet part → SheetPicture: the cells by the reader that checks use too, and around them what only a page needs.
import { MAX_ROW, parseA1, parseRange } from '../../model/address';
import type { Range } from '../../model/address';
import type { Cell } from '../../model/grid';
import type { CellPicture, SheetPicture, SizeRun } from '../grid/picture';
import type { StyleList } from '../grid/style-list';
import { CellReader } from './cells';
import type { Tally } from './cells';
import { readComments } from './comments';
import type { Display } from './display';
import type { SheetEntry } from './main-part';
import { PackageError } from './package-error';
import { bodyOf, formulasOf } from './patch-cells';
import type { SheetBody } from './patch-cells';
import { attribute } from './patch-xml';
import { namesOtherBook, typedFormula } from './picture-formula';
import { Kept } from './picture-kept';
import { columnRun, defaultColumnWidth, defaultRowHeight, joinedRuns, rowRuns, separateMerges } from './picture-sizes';
import type { FormatIndex, Looks } from './picture-styles';
import { codesOf } from './plain-cell';
import { readRelationships } from './relationships';
import { inOrder, leftoverNotes, rowNumber } from './sheet';
import { CLOSE, END, OPEN, XmlScanner } from './xml';
import { decodeXml } from './xml-text';
import type { Archive } from './zip';

export interface PictureSurroundings {
  readonly archive: Archive;
  readonly strings: readonly string[];
  readonly looks: Looks;
  readonly styles: StyleList;
  readonly date1904: boolean;
  /** Cells that may still be taken. */
  readonly cellLimit: number;
}

/** Displayed texts are the grid's business. */
const SILENT: Display = { text: () => '', isGeneral: false };

/** What stands around the cells. */
class Frame {
  readonly merges: Range[] = [];
  readonly columns: SizeRun[] = [];
  readonly kept = new Kept();
  frozen = { rows: 0, columns: 0 };
  gridlines = true;
  isProtected = false;
  zeroHeight = false;
  columnWidth = defaultColumnWidth(null, null);
  rowHeight = defaultRowHeight(null);
  private view = '';
  private views = 0;

  /** An element just opened, outside the cells. */
  open(xml: XmlScanner, behind: boolean): void {
    switch (xml.name) {
      case 'sheetView':
        // The first window counts.
        if (++this.views > 1) return;
        this.gridlines = xml.flag('showGridLines', true);
        this.view = xml.attribute('topLeftCell') ?? '';
        break;
      case 'pane':
        if (this.views === 1 && !behind) this.freeze(xml);
        break;
      case 'sheetFormatPr':
        this.columnWidth = defaultColumnWidth(xml.attribute('defaultColWidth'), xml.attribute('baseColWidth'));
        this.rowHeight = defaultRowHeight(xml.attribute('defaultRowHeight'));
        this.zeroHeight = xml.flag('zeroHeight');
        break;
      case 'col': {
        const run = behind ? null : columnRun(xml.attribute('min'), xml.attribute('max'), xml.attribute('width'), xml.flag('hidden'));
        if (run) this.columns.push(run);
        break;
      }
      case 'mergeCell': {
        const range = parseRange((xml.attribute('ref') ?? '').replaceAll('$', ''));
        if (range) this.merges.push(range);
        break;
      }
      case 'sheetProtection':
        this.isProtected = xml.flag('sheet');
        break;
      case 'customSheetViews':
        xml.skip();
        break;
      default:
        this.kept.element(xml.name);
        if (xml.name === 'conditionalFormatting') xml.skip();
    }
  }

  /** Rows above a window that begins further down are frozen with it: otherwise nobody could reach them. */
  private freeze(xml: XmlScanner): void {
    if (!/^frozen(?:Split)?$/.test(xml.attribute('state') ?? '')) return;
    const first = parseA1(this.view) ?? { row: 1, column: 1 };
    const split = (name: string) => Math.trunc(Number(xml.attribute(name) ?? 0)) || 0;
    const [rows, columns] = [split('ySplit'), split('xSplit')];
    this.frozen = { rows: rows > 0 ? rows + first.row - 1 : 0, columns: columns > 0 ? columns + first.column - 1 : 0 };
  }
}

/** Areas whose cells hang together: one of more than a cell is calculated as a whole, which a grid does not do. */
function wholes(body: SheetBody, kept: Kept): Range[] {
  if (!/dataTable|array/.test(body.plain)) return [];
  const areas: Range[] = [];
  for (const { open } of formulasOf(body)) {
    const type = attribute(open, 't');
    const area = type === 'array' || type === 'dataTable' ? parseRange(attribute(open, 'ref') ?? '') : null;
    if (!area || (type === 'array' && area.top === area.bottom && area.left === area.right)) continue;
    kept.add(type === 'array' ? '数组公式' : '模拟运算表');
    areas.push(area);
  }
  return areas;
}

/** Formulas that a grid could only show as errors keep their results instead, and the sheet tells why. */
function shownFormula({ formula, row, column }: Cell, areas: readonly Range[], kept: Kept): string | null {
  if (formula === null || areas.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)) return null;
  if (/\bDISPIMG\(/i.test(formula)) kept.add('单元格图片');
  else if (namesOtherBook(formula)) kept.add('外部链接');
  else return typedFormula(formula);
  return null;
}

function cellPictures(cells: readonly Cell[], around: PictureSurroundings, areas: readonly Range[], kept: Kept): CellPicture[] {
  const { looks, styles } = around;
  const places: (number | undefined)[] = [];
  const pictures: CellPicture[] = [];
  for (const cell of cells) {
    const { row, column, value, note } = cell;
    const index = (cell.style as Partial<FormatIndex>).index ?? 0;
    const style = (places[index] ??= styles.place(looks.look(index)));
    const blank = value === null || value === '';
    if (blank && cell.formula === null && note === null && style === 0) continue;
    pictures.push({ row, column, value: blank && cell.formula === null ? null : value, formula: cell.formula === null ? null : shownFormula(cell, areas, kept), style, note });
  }
  return pictures;
}

/** Reads the cells that stand next, up to the limit; false when it is reached. */
function within(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof PackageError && error.code === 'too-large') return false;
    throw error;
  }
}

/** Reads the cells and all that is shown beside them; the last row that is whole where there were too many cells, else null. */
function readParts(xml: XmlScanner, source: string, reader: CellReader, frame: Frame): number | null {
  let behind = false;
  let cutAt: number | null = null;
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event === CLOSE && xml.name === 'sheetData') behind = true;
    if (event !== OPEN) continue;
    if (behind || (xml.name !== 'row' && xml.name !== 'c')) {
      frame.open(xml, behind);
    } else if (cutAt === null) {
      const whole = within(() => {
        if (xml.name === 'row') reader.startRow(rowNumber(xml, reader.rowStarted));
        else reader.readCell();
        reader.readPlainCells();
      });
      if (whole) continue;
      cutAt = Math.max(0, reader.rowStarted - 1);
      // What is not shown need not be scanned.
      const end = source.lastIndexOf('</row>');
      if (xml.isInside('row') && end > xml.end) xml.jump(end);
    }
  }
  return cutAt;
}

/** Null when the sheet's part is missing. Throws PackageError on damage. */
export function readSheetPicture({ name, visibility, part }: SheetEntry, around: PictureSurroundings): SheetPicture | null {
  const { archive } = around;
  const bytes = part === null ? null : archive.read(part);
  if (part === null || !bytes) return null;
  const relationships = readRelationships(archive, part);
  const notes = readComments(archive, relationships);
  const source = decodeXml(bytes);
  const xml = new XmlScanner(source);
  const tally: Tally = { cells: 0, formulasWithoutResult: 0, missingStrings: 0, outsideSheet: 0 };
  const displays = new Map([['', SILENT], ['General', SILENT]]);
  const reader = new CellReader(xml, codesOf(source, bytes), { strings: around.strings, styles: around.looks.formats, notes, date1904: around.date1904, cellLimit: around.cellLimit, displays, tally }, true);
  const frame = new Frame();
  // A grid counts days from 1900: its dates would be four years early.
  if (around.date1904) frame.kept.add('1904 日期系统');
  const cutAt = readParts(xml, source, reader, frame);
  const lastRow = cutAt ?? MAX_ROW;
  const leftover = leftoverNotes(notes, reader.placedNotes, around.looks.formats[0] ?? { numberFormat: '', locked: true, fill: null });
  let cells: readonly Cell[] = reader.disordered || leftover.length > 0 ? inOrder(reader.cells.concat(leftover)) : reader.cells;
  if (cutAt !== null) cells = cells.filter(({ row }) => row <= lastRow);
  const body = bodyOf(source);
  frame.kept.relationships(archive, relationships);
  const areas = body ? wholes(body, frame.kept) : [];
  const pictures = cellPictures(cells, around, areas, frame.kept);
  return {
    name, visibility, cells: pictures,
    merges: separateMerges(frame.merges, lastRow),
    columns: joinedRuns(frame.columns),
    rows: body ? rowRuns(body, lastRow, frame.zeroHeight) : [],
    defaultColumnWidth: frame.columnWidth, defaultRowHeight: frame.rowHeight,
    frozen: frame.frozen, gridlines: frame.gridlines, protected: frame.isProtected,
    kept: frame.kept.list(), cutAt,
  };
}
