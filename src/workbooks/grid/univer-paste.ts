// Pasting brings contents alone: looks, merges and sizes of another place would be lost in the file.
import { CellValueType, getNumfmtParseValueFilter, isDefaultFormat, isTextFormat, IUniverInstanceService, ObjectMatrix, UniverInstanceType, willLoseNumericPrecision, type ICellData, type IMutationInfo, type Injector, type Workbook } from '@univerjs/core';
import { ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE, SheetsSelectionsService, type IDiscreteRange } from '@univerjs/preset-sheets-core';
import { itemWithLines, withLines } from './pasted-lines';
import { tableIn } from './pasted-table';
import { textsIn } from './pasted-texts';
import { dayFor } from './univer-editing';
import { placeAmongMerged } from './univer-paste-place';

const VALUES = 'sheet.mutation.set-range-values';
/** As many as Excel keeps: 65.12 × 0.01 gives two more, and Univer makes a number of so many digits a text. */
const DIGITS = 15;

interface ValuesParams {
  readonly cellValue?: Record<number, Record<number, ICellData | null>>;
}

function eachCell(mutations: readonly IMutationInfo[], visit: (row: number, column: number, cell: ICellData) => void): void {
  for (const { id, params } of mutations) {
    if (id === VALUES) new ObjectMatrix((params as ValuesParams).cellValue ?? {}).forValue((row, column, cell) => (cell ? visit(row, column, cell) : undefined));
  }
}

/** A pasted cell's number and the number format that goes with it; null for text, and for more digits than a number has. */
function readAs({ v, s }: ICellData): { readonly v: number; readonly z?: string | undefined } | null {
  // Excel's own tables say how their numbers look: Univer has read those already.
  if (typeof v === 'number') return { v, z: typeof s === 'object' ? s?.n?.pattern : undefined };
  const text = String(v).trim();
  const read = getNumfmtParseValueFilter(text);
  if (!read || typeof read.v !== 'number' || (!read.z && willLoseNumericPrecision(text))) return null;
  return { v: read.v, z: read.z };
}

/** By "row:column" of the sheet. */
interface Typed {
  /** Number formats to go with what was read, where the cell has none. */
  readonly formats: ReadonlyMap<string, string>;
  readonly asText: ReadonlyMap<string, string>;
}

type FormatAt = (row: number, column: number) => string | undefined;

/**
 * Numbers, dates and percentages that came as text, made what they would be if typed, in the pasted cells themselves:
 * each part of Univer that writes them later, over a formula another than over a value, then writes the same.
 * @param textOf what stays text
 */
function asTyped(cells: ObjectMatrix<ICellData>, range: IDiscreteRange, textOf: (cell: ICellData) => string | undefined, formatAt: FormatAt): Typed {
  const formats = new Map<string, string>();
  const asText = new Map<string, string>();
  cells.forValue((r, c, cell) => {
    const [row, column] = [range.rows[r], range.cols[c]];
    if (row === undefined || column === undefined || cell.v === null || cell.v === undefined) return;
    // Univer ends lines with \r, and leaves the end of a paragraph behind its words.
    if (typeof cell.v === 'string') cell.v = cell.v.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
    cell.p = null;
    // Of 12 and 15 in two lines it would make a day.
    const text = textOf(cell) ?? (typeof cell.v === 'string' && cell.v.includes('\n') ? cell.v : undefined);
    if (text !== undefined) {
      asText.set(`${row}:${column}`, text);
      return;
    }
    const format = formatAt(row, column);
    const read = isTextFormat(format) ? null : readAs(cell) ?? dayFor(String(cell.v), format ?? '');
    if (read === null) return;
    cell.v = Number(read.v.toPrecision(DIGITS));
    cell.t = CellValueType.NUMBER;
    if (read.z && format === undefined) formats.set(`${row}:${column}`, read.z);
  });
  return { formats, asText };
}

/** Cells of the grid itself keep what they are: a date that came as 45296, and 65.12% as 0.6512, would be no copy. */
function asCopied(cells: ObjectMatrix<ICellData>, range: IDiscreteRange, formatAt: FormatAt): Typed {
  const formats = new Map<string, string>();
  cells.forValue((r, c, { v, s }) => {
    const [row, column] = [range.rows[r], range.cols[c]];
    const pattern = typeof s === 'object' ? s?.n?.pattern : undefined;
    if (row !== undefined && column !== undefined && typeof v === 'number' && pattern !== undefined && !isDefaultFormat(pattern) && formatAt(row, column) === undefined) formats.set(`${row}:${column}`, pattern);
  });
  return { formats, asText: new Map() };
}

/** What comes as mere text, given as the table that it is. */
function itemWithTable(item: ClipboardItem, forMore: boolean): Promise<ClipboardItem> | ClipboardItem {
  if (item.types.includes('text/html') || !item.types.includes('text/plain')) return item;
  return item.getType('text/plain').then((blob) => blob.text()).then((text) => {
    const table = tableIn(text, forMore);
    return table === null ? item : new ClipboardItem({ 'text/html': new Blob([table], { type: 'text/html' }) });
  });
}

/** Lets the usual way of pasting do what "paste values" does; what comes from outside is taken as if it were typed. To be called once, when a workbook has been shown. `refused`: merged cells are in the way. */
export function pasteValuesOnly(injector: Injector, refused: () => void): void {
  const hooks = injector.get(ISheetClipboardService).getClipboardHooks();
  const usual = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE);
  const values = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE);
  if (!usual || !values) return;
  // Only what the browser itself hands over still says which cells are text.
  let texts: ReadonlyMap<string, string> = new Map();
  const asText = new WeakMap<ICellData, string>();
  const keepText = (cell: ICellData, text: string | undefined): void => void (text !== undefined && asText.set(cell, text));
  placeAmongMerged(injector, {
    seen: (cells) => cells.forValue((row, column, cell) => keepText(cell, texts.get(`${row}:${column}`))),
    copied: (from, to) => keepText(to, asText.get(from)),
    refused,
  });
  const clipboard = injector.get(ISheetClipboardService);
  const selectsMore = (): boolean => {
    const { range, primary } = injector.get(SheetsSelectionsService).getCurrentLastSelection() ?? {};
    return !!range && !!primary && (range.endRow - range.startRow > primary.endRow - primary.startRow || range.endColumn - range.startColumn > primary.endColumn - primary.startColumn);
  };
  const [asked, handed] = [clipboard.paste.bind(clipboard), clipboard.legacyPaste.bind(clipboard)];
  clipboard.paste = async (item, ...rest) => {
    texts = new Map();
    return asked(itemWithLines(await itemWithTable(item, selectsMore())), ...rest);
  };
  clipboard.legacyPaste = (html, text, files) => {
    texts = textsIn(html ?? '');
    // Other programs hand over a picture of the cells beside them.
    return handed(html ? withLines(html) : (tableIn(text ?? '', selectsMore()) ?? html), text, html || text ? undefined : files);
  };
  usual.onPasteCells = (from, to, cells, how) => {
    const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(to.unitId, UniverInstanceType.UNIVER_SHEET);
    const worksheet = workbook?.getSheetBySheetId(to.subUnitId);
    const formatAt = (row: number, column: number): string | undefined => workbook?.getStyles().getStyleByCell(worksheet?.getCellRaw(row, column))?.n?.pattern;
    const { formats, asText: told } = from ? asCopied(cells, to.range, formatAt) : asTyped(cells, to.range, (cell) => asText.get(cell), formatAt);
    const pasted = values.onPasteCells?.(from, to, cells, how) ?? { undos: [], redos: [] };
    eachCell(pasted.redos, (row, column, cell) => {
      const pattern = formats.get(`${row}:${column}`);
      if (pattern !== undefined) cell.s = { n: { pattern } };
      // Said outright once Univer has read a number of it.
      const text = told.get(`${row}:${column}`);
      if (text !== undefined) Object.assign(cell, { v: text, t: CellValueType.FORCE_STRING });
    });
    eachCell(pasted.undos, (row, column, cell) => {
      if (formats.has(`${row}:${column}`)) cell.s = { ...(typeof cell.s === 'object' ? cell.s : {}), n: null };
    });
    return pasted;
  };
}
