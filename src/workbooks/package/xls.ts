// .xls and .et through the library that knows them. Loaded only when such a file comes: it is larger than all the rest.
import { read, SSF } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Range } from '../../model/address';
import type { Cell, CellStyle, CellValue, DefinedName, Grid, WorkbookSnapshot } from '../../model/grid';
import { displayFor } from './display';
import type { Display } from './display';
import { builtinFormat } from './number-formats';
import { textsOf } from './old-code-pages';
import { PackageError } from './package-error';
import { refuseOtherOle } from './sniff';
import { withoutFillers, withoutResultRemark } from './uncalculated';

const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA' };

/** What programs write as the result of a formula that they do not calculate; JExcelApi has all of them as 4. */
const FILLERS: readonly number[] = [0, 4];

/** What the library hands out as a text → the text. */
type Texts = (given: string) => string;

function valueOf(cell: CellObject, texts: Texts): CellValue {
  if (cell.t === 'e') return { error: typeof cell.v === 'number' ? ERRORS[cell.v] ?? '#N/A' : cell.w ?? '#N/A' };
  const { v } = cell;
  if (cell.t === 'z' || v === undefined || v instanceof Date) return null;
  return typeof v === 'string' ? texts(v) : v;
}

/** One style object per look, as everywhere. */
class Styles {
  private readonly known = new Map<string, CellStyle>();

  constructor(private readonly texts: Texts) {}

  of(cell: CellObject): CellStyle {
    const style = (cell as { s?: { patternType?: string; fgColor?: { rgb?: string } } }).s;
    const rgb = style?.patternType === 'solid' ? style.fgColor?.rgb : undefined;
    const fill = rgb !== undefined && /^[0-9a-fA-F]{6,8}$/.test(rgb) ? rgb.slice(-6).toUpperCase() : null;
    const numberFormat = typeof cell.z === 'string' ? this.texts(cell.z) : 'General';
    const key = `${numberFormat}|${fill}`;
    const known = this.known.get(key) ?? { numberFormat, locked: true, fill };
    this.known.set(key, known);
    return known;
  }
}

/** Displayed texts as of any other file: the library shows numbers as an American Excel would. */
class Displays {
  private readonly known = new Map<string, Display>();

  constructor(private readonly date1904: boolean) {}

  text({ numberFormat }: CellStyle, value: CellValue): string {
    const display = this.known.get(numberFormat) ?? displayFor(numberFormat, this.date1904);
    this.known.set(numberFormat, display);
    return display.text(value);
  }
}

/** The library reads on behind the text of a note, into the record of its looks, which begins with a zero. */
function noteOf(cell: CellObject, texts: Texts): string | null {
  const text = (cell.c ?? []).map((comment) => (comment.t ?? '').replace(/\0.*$/s, '')).join('\n');
  return text === '' ? null : texts(text);
}

function hiddenIn(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): Set<number> {
  const set = new Set<number>();
  (list ?? []).forEach((item, i) => {
    if (item?.hidden) set.add(i + 1);
  });
  return set;
}

const VISIBILITY: readonly Grid['visibility'][] = ['visible', 'hidden', 'very-hidden'];

function readGrid(name: string, sheet: WorkSheet, visibility: number, styles: Styles, displays: Displays, texts: Texts): Grid {
  const cells: Cell[] = [];
  let columnCount = 0;
  const rows = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  rows.forEach((row: (CellObject | undefined)[] | undefined, r) => {
    (row ?? []).forEach((cell, c) => {
      if (!cell) return;
      const value = valueOf(cell, texts);
      const formula = cell.f === undefined ? null : texts(cell.f);
      const note = noteOf(cell, texts);
      if ((value === null || value === '') && formula === null && note === null) return;
      const style = styles.of(cell);
      cells.push({ row: r + 1, column: c + 1, value, text: displays.text(style, value), formula, style, note });
      columnCount = Math.max(columnCount, c + 1);
    });
  });
  const merges: Range[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 }));
  return {
    sheet: name,
    visibility: VISIBILITY[visibility] ?? 'visible',
    cells,
    merges,
    rowCount: cells.at(-1)?.row ?? 0,
    columnCount,
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
    // The library keeps the record as it is, and a chart on the sheet brings one that says no.
    protected: Boolean(sheet['!protect']),
  };
}

/** The library tells programmers of damaged records on the console, in English; the user gets a sentence of ours. */
function quietly<T>(run: () => T): T {
  const { error, warn } = console;
  const silent = (): void => undefined;
  Object.assign(console, { error: silent, warn: silent });
  try {
    return run();
  } finally {
    Object.assign(console, { error, warn });
  }
}

/** Formats that a file names by their number without saying what they are: in Chinese Excel others than the library knows. */
const FORMATS: readonly string[] = Array.from({ length: 59 }, (_, id) => builtinFormat(id));

function openBook(bytes: Uint8Array): WorkBook {
  try {
    (SSF as { load_table(formats: readonly string[]): void }).load_table(FORMATS);
    return quietly(() => read(bytes, { type: 'array', dense: true, cellFormula: true, cellStyles: true, cellNF: true, cellText: false, cellHTML: false, sheetRows: 0 }));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // Where Excel encrypts all but the properties, the library takes the flag of it for a mismatch.
    if (/password-protected|Encryption Flags/i.test(message)) throw new PackageError('encrypted', '文件设有打开密码，无法读取；请在 Excel 或 WPS 中输入密码打开，取消密码后另存为 .xlsx 再试。');
    // A Word document or slides with a table of Excel's embedded.
    if (/cannot find workbook/i.test(message)) refuseOtherOle(bytes);
    throw new PackageError('damaged', '旧格式工作簿（.xls 或 .et）已损坏或不完整；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。');
  }
}

/** Reads .xls and .et bytes. Locked flags of single cells are not told by the library: all count as locked. Throws PackageError. */
export function readOldWorkbook(bytes: Uint8Array, name: string, cellLimit: number): WorkbookSnapshot {
  const book = openBook(bytes);
  const texts = textsOf(bytes);
  const styles = new Styles(texts);
  const displays = new Displays(Boolean(book.Workbook?.WBProps?.date1904));
  const grids = book.SheetNames.map((sheet, i) => readGrid(texts(sheet), book.Sheets[sheet] ?? {}, book.Workbook?.Sheets?.[i]?.Hidden ?? 0, styles, displays, texts));
  if (grids.reduce((total, grid) => total + grid.cells.length, 0) > cellLimit) throw new PackageError('too-large', `工作簿的单元格超过 ${cellLimit / 10_000} 万个，不像是绩效自评表；请只保留要核查的工作表后再试。`);
  const definedNames: DefinedName[] = (book.Workbook?.Names ?? []).map((one) => ({ name: texts(one.Name), refersTo: texts(one.Ref), sheet: one.Sheet === undefined ? null : texts(book.SheetNames[one.Sheet] ?? '') || null }));
  const calculated = withoutFillers(grids, definedNames, false, FILLERS);
  const remarks = ['这是旧格式工作簿；可以核查，不能原样更正：要更正请先用 Excel 或 WPS 另存为 .xlsx。', ...(calculated.leftOut > 0 ? [withoutResultRemark(calculated.leftOut)] : [])];
  return { format: /\.et$/i.test(name) ? 'et' : 'xls', grids: calculated.grids, definedNames, remarks };
}
