// A workbook file → snapshot: the door of reading, where every refusal becomes a value with a Chinese sentence.
import type { CellStyle, Grid, WorkbookSnapshot } from '../../model/grid';
import type { SheetSurroundings, Tally } from './cells';
import { fflateCodec } from './codec';
import type { Codec } from './codec';
import { readTheme } from './colors';
import { readComments } from './comments';
import { openMainPart } from './main-part';
import type { MainPart, SheetEntry } from './main-part';
import { PackageError } from './package-error';
import type { PackageErrorCode } from './package-error';
import { Recurring } from './recurring';
import { readRelationships } from './relationships';
import { readSheet } from './sheet';
import { sniff, sniffOle } from './sniff';
import { staleResults } from './stale-results';
import { readSharedStrings } from './strings';
import { readStyles } from './styles';
import { LayoutRecorder, leaveLayout } from './styles-layout';
import type { StyleLayout } from './styles-layout';
import { withoutFillers, withoutResultRemark } from './uncalculated';
import { DEFAULT_LIMITS, openZip } from './zip';
import type { Archive, Limits } from './zip';

export interface ReadOptions {
  /** File name; tells .et from .xls. */
  readonly name?: string;
  readonly limits?: Limits;
  /** Node hands in its zlib; left out, fflate inflates. */
  readonly codec?: Codec;
  /** The same bytes, opened already. */
  readonly archive?: Archive;
}

export type WorkbookReading =
  | { readonly ok: true; readonly snapshot: WorkbookSnapshot }
  | { readonly ok: false; readonly code: PackageErrorCode; readonly reason: string };

/** What programs write as the result of a formula that they do not calculate. */
const FILLERS: readonly number[] = [0];

const NO_NOTES: ReadonlyMap<number, string> = new Map();

function partOf(main: MainPart, kind: string): string | null {
  return main.relationships.find((relationship) => relationship.kind === kind && !relationship.external)?.target ?? null;
}

function readGrid(archive: Archive, entry: SheetEntry, common: Omit<SheetSurroundings, 'notes'>, remarks: string[]): Grid | null {
  const relationships = entry.part === null ? [] : readRelationships(archive, entry.part);
  const notes = relationships.length > 0 ? readComments(archive, relationships) : NO_NOTES;
  const bytes = entry.part === null ? null : archive.read(entry.part);
  const text = entry.part === null || bytes === null ? null : archive.text(entry.part, bytes);
  const { strings, styles, date1904, cellLimit, displays, tally } = common;
  // Named one by one: a spread makes an object of a new shape for every sheet, and each cell asks it a dozen things.
  if (bytes && text !== null) return readSheet(text, bytes, entry.name, entry.visibility, { strings, styles, date1904, cellLimit, displays, tally, notes });
  remarks.push(`工作表“${entry.name}”的内容缺失，未读取。`);
  return null;
}

interface StylesRead {
  readonly styles: readonly CellStyle[];
  readonly layout: StyleLayout;
  /** The theme's colours where a style names one. */
  readonly theme: readonly string[] | null;
}

const STYLES = new Recurring<StylesRead | null>();

function readStylesOf(archive: Archive, main: MainPart, remarks: string[]): readonly CellStyle[] {
  const part = partOf(main, 'styles');
  const theme = (): readonly string[] => readTheme(archive, partOf(main, 'theme'));
  const read = part === null ? null : STYLES.of(archive, part, (text) => (text === null ? null : stylesIn(text, theme)), (known) => (known?.theme ?? null) === null || known?.theme === theme());
  if (part === null || read === null) {
    remarks.push('文件缺少样式部分，数字按常规格式显示：百分比显示为小数，日期显示为天数。');
    return [];
  }
  leaveLayout(archive, part, read.layout);
  return read.styles;
}

function stylesIn(text: string, readColors: () => readonly string[]): StylesRead {
  const recorder = new LayoutRecorder();
  let theme: readonly string[] | null = null;
  const styles = readStyles(text, () => (theme ??= readColors()), recorder);
  return { styles, layout: recorder.layout(), theme };
}

function tallyRemarks(tally: Tally): string[] {
  const remarks: string[] = [];
  if (tally.formulasWithoutResult > 0) remarks.push(withoutResultRemark(tally.formulasWithoutResult));
  if (tally.missingStrings > 0) remarks.push(`有 ${tally.missingStrings} 个单元格的文字在文件中缺失，按空白处理；请用 Excel 或 WPS 打开原文件核对。`);
  if (tally.outsideSheet > 0) remarks.push(`有 ${tally.outsideSheet} 个单元格的地址不在工作表范围内，未读取。`);
  return remarks;
}

function staleRemarks(grids: readonly Grid[], { ownResults, definedNames }: MainPart): string[] {
  const stale = ownResults ? [] : staleResults(grids, definedNames);
  const [first] = stale;
  return first ? [`有 ${stale.length} 个公式的结果不是按现在的数算的（如工作表“${first.sheet}”${first.cell} 为 ${first.kept}，按公式应为 ${first.right}），可能改数后没有重新计算；请用 Excel 或 WPS 打开并保存后再核查。`] : [];
}

function readArchive(archive: Archive, limits: Limits): WorkbookSnapshot {
  const main = openMainPart(archive);
  const remarks: string[] = [...main.remarks];
  const tally: Tally = { cells: 0, formulasWithoutResult: 0, missingStrings: 0, outsideSheet: 0 };

  const styles = readStylesOf(archive, main, remarks);
  const stringsPart = partOf(main, 'sharedStrings');
  const strings = stringsPart === null ? [] : readSharedStrings(archive, stringsPart);

  const common = { strings, styles, date1904: main.date1904, cellLimit: limits.cells, displays: new Map(), tally };
  const grids: Grid[] = [];
  for (const entry of main.sheets) {
    const grid = readGrid(archive, entry, common, remarks);
    if (grid) grids.push(grid);
  }
  const calculated = main.ownResults ? { grids, leftOut: 0 } : withoutFillers(grids, main.definedNames, main.calculatedOnLoad, FILLERS);
  tally.formulasWithoutResult += calculated.leftOut;
  return { format: main.format, grids: calculated.grids, definedNames: main.definedNames, remarks: [...remarks, ...tallyRemarks(tally), ...staleRemarks(calculated.grids, main)] };
}

function asValue(error: unknown): WorkbookReading {
  if (error instanceof PackageError) return { ok: false, code: error.code, reason: error.reason };
  throw error;
}

function readZip(bytes: Uint8Array, options: ReadOptions): WorkbookSnapshot {
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (options.archive) return readArchive(options.archive, limits);
  const opened = openZip(bytes, limits, options.codec ?? fflateCodec);
  if (!opened.ok) throw new PackageError(opened.code, opened.reason);
  return readArchive(opened.archive, limits);
}

/**
 * Reads .xlsx and .xlsm bytes. Synchronous; .xls and .et are answered with code 'unsupported', see readWorkbook.
 * @returns the snapshot, or a code and a Chinese sentence; never throws on what a file holds
 */
export function readPackage(bytes: Uint8Array, options: ReadOptions = {}): WorkbookReading {
  try {
    if (sniff(bytes) === 'ole') {
      sniffOle(bytes);
      throw new PackageError('unsupported', '这是旧格式工作簿（.xls 或 .et）；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
    }
    return { ok: true, snapshot: readZip(bytes, options) };
  } catch (error) {
    return asValue(error);
  }
}

/**
 * Reads a workbook of any supported format; the reader of .xls and .et is loaded only when such a file comes.
 * @returns the snapshot, or a code and a Chinese sentence; never rejects on what a file holds
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<WorkbookReading> {
  try {
    if (sniff(bytes) === 'zip') return { ok: true, snapshot: readZip(bytes, options) };
    sniffOle(bytes);
    const { readOldWorkbook } = await import(/* webpackChunkName: "old-formats" */ './xls');
    return { ok: true, snapshot: readOldWorkbook(bytes, options.name ?? '', (options.limits ?? DEFAULT_LIMITS).cells) };
  } catch (error) {
    return asValue(error);
  }
}
