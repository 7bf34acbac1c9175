// The open workbook → snapshot, in three round trips whatever the number of sheets: which sheets, how far they reach, what they hold.
import { a1, type Range } from '../../model/address';
import type { DefinedName, WorkbookSnapshot } from '../../model/grid';
import type { TaskOptions } from '../port';
import { rangesOf } from './addresses';
import { untracked, type Batch } from './batch';
import { failedAtNote, isTooLarge, Refused, refusalOf } from './errors';
import { mergesFromFile } from './read-file';
import { gridOf, type RawBlock, type SheetAnswers } from './read-grid';
import { cellsPerTrip, extentOf, halved, NOTHING_USED, tripsOf, usedOf, type Extent, type Piece } from './read-plan';
import { listRemarks, locateRemarks, type Remark } from './remarks-on-cells';
import { NO_MERGES, withoutRemarks, type Features } from './requirements';

interface SheetHead {
  readonly name: string;
  readonly visibility: string;
  readonly protected: boolean;
  /** Zero rows: empty. */
  readonly used: Extent;
  /** The last cell in use, where less than that is read; null otherwise. */
  readonly beyond: string | null;
}

interface Heads {
  readonly sheets: readonly SheetHead[];
  readonly remarks: readonly Remark[];
  readonly names: readonly DefinedName[];
  /** Results of formulas may be older than what they rest on. */
  readonly manual: boolean;
}

const NO_REMARKS = 'Excel 没有让我们读批注，只核查了单元格的内容。';
const MANUAL = '工作簿设为手动计算，公式的结果可能不是最新的：请先按 F9 计算，再核查。';

/** Notes and comments that cannot be had are left out. */
async function headsOf(batch: Batch, features: Features): Promise<Heads & { readonly remarksRead: boolean }> {
  try {
    return { ...await readHeads(batch, features), remarksRead: true };
  } catch (error) {
    if (!failedAtNote(error)) throw error;
    return { ...await readHeads(batch, withoutRemarks(features)), remarksRead: false };
  }
}

async function readHeads(batch: Batch, features: Features): Promise<Heads> {
  const { workbook, application } = batch.context;
  application.load('calculationMode');
  const sheets = workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
  const names = workbook.names.load('items/name,items/formula');
  const listed = listRemarks(batch.context, features);
  await batch.sync();

  const asked = sheets.items.map((sheet) => {
    const used = (valuesOnly: boolean): Excel.Range => untracked(sheet.getUsedRangeOrNullObject(valuesOnly)).load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheet, contents: used(true), formats: sheet.protection.protected ? used(false) : null, names: sheet.names.load('items/name,items/formula') };
  });
  const remarks = locateRemarks(listed);
  await batch.sync();

  return {
    sheets: asked.map(({ sheet, contents, formats }) => {
      const whole = usedOf(extentIn(contents), formats && extentIn(formats));
      const used = extentOf(whole);
      const all = used.rows === whole.rows && used.columns === whole.columns;
      return { name: sheet.name, visibility: sheet.visibility, protected: sheet.protection.protected, used, beyond: all ? null : a1(whole.top + whole.rows, whole.left + whole.columns) };
    }),
    remarks: remarks(),
    manual: application.calculationMode === 'Manual',
    names: [...names.items.map((item) => named(item, null)), ...asked.flatMap((one) => one.names.items.map((item) => named(item, one.sheet.name)))],
  };
}

function extentIn(range: Excel.Range): Extent {
  return range.isNullObject ? NOTHING_USED : { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function notAll({ name, used, beyond }: SheetHead): readonly string[] {
  if (beyond === null) return [];
  const read = used.rows === 0 ? '没有读' : `只读了 A1:${a1(used.top + used.rows, used.left + used.columns)}`;
  return [`工作表“${name}”一直用到 ${beyond}，${read}；如果那里没有要核查的内容，请删去多余的行列（按 Ctrl+End 可以看到最后一格）。`];
}

function named({ name, formula }: Excel.NamedItem, sheet: string | null): DefinedName {
  return { name, refersTo: String(formula).replace(/^=/, ''), sheet };
}

/** What one sheet's first piece brings along. */
interface SheetFacts {
  readonly merges: readonly Range[] | null;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

interface Gathered {
  readonly blocks: Map<string, RawBlock[]>;
  readonly facts: Map<string, SheetFacts>;
}

const ARRAYS = 'values,formulas,text,numberFormat,valueTypes';

interface AskedBlock {
  readonly piece: Piece;
  readonly range: Excel.Range;
  readonly locks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
  readonly facts: (() => SheetFacts) | null;
}

function places(flags: readonly (boolean | undefined)[]): readonly number[] {
  return flags.flatMap((hidden, at) => (hidden === true ? [at + 1] : []));
}

function askFacts(sheet: Excel.Worksheet, { used }: SheetHead, features: Features, merges: boolean): () => SheetFacts {
  const [rows, columns] = [used.top + used.rows, used.left + used.columns];
  const whole = untracked(sheet.getRangeByIndexes(0, 0, rows, columns));
  const merged = merges ? untracked(whole.getMergedAreasOrNullObject()).load('address') : null;
  const found = (): readonly Range[] | null => (merged === null ? null : merged.isNullObject ? [] : rangesOf(merged.address));
  if (features.cellProperties) {
    const rowHidden = whole.getRowProperties({ rowHidden: true });
    const columnHidden = whole.getColumnProperties({ columnHidden: true });
    return () => ({ merges: found(), hiddenRows: places(rowHidden.value.map((row) => row.rowHidden)), hiddenColumns: places(columnHidden.value.map((column) => column.columnHidden)) });
  }
  const rowRanges = Array.from({ length: rows }, (_, at) => untracked(sheet.getRangeByIndexes(at, 0, 1, 1)).load('rowHidden'));
  const columnRanges = Array.from({ length: columns }, (_, at) => untracked(sheet.getRangeByIndexes(0, at, 1, 1)).load('columnHidden'));
  return () => ({ merges: found(), hiddenRows: places(rowRanges.map((range) => range.rowHidden)), hiddenColumns: places(columnRanges.map((range) => range.columnHidden)) });
}

function ask(context: Excel.RequestContext, piece: Piece, head: SheetHead, features: Features, merges: boolean): AskedBlock {
  const sheet = context.workbook.worksheets.getItem(piece.sheet);
  const range = untracked(sheet.getRangeByIndexes(piece.top, piece.left, piece.rows, piece.columns)).load(ARRAYS);
  const locks = head.protected && features.cellProperties ? range.getCellProperties({ format: { protection: true } }) : null;
  return { piece, range, locks, facts: piece.first ? askFacts(sheet, head, features, merges) : null };
}

/** Null instead of an array is how Excel says that it was too much. */
function blockOf({ piece, range, locks }: AskedBlock): RawBlock {
  const { values, formulas, text, numberFormat, valueTypes } = range;
  if (![values, formulas, text, numberFormat, valueTypes].every(Array.isArray)) throw new Refused(refusalOf({ code: 'ResponsePayloadSizeLimitExceeded' }));
  const locked = locks ? locks.value.map((row) => row.map((cell) => cell.format?.protection?.locked ?? true)) : null;
  return { top: piece.top, left: piece.left, values, formulas, text, numberFormat, valueTypes, locked };
}

/** Reads one trip's pieces; what is too much for one round trip is read in two. */
async function readTrip(batch: Batch, trip: readonly Piece[], heads: ReadonlyMap<string, SheetHead>, features: Features, into: Gathered, merges: boolean): Promise<void> {
  try {
    const asked = trip.flatMap((piece) => {
      const head = heads.get(piece.sheet);
      return head ? [ask(batch.context, piece, head, features, merges)] : [];
    });
    await batch.sync();
    const blocks = asked.map(blockOf);
    for (const [at, { piece, facts }] of asked.entries()) {
      const block = blocks[at];
      if (block) into.blocks.set(piece.sheet, [...(into.blocks.get(piece.sheet) ?? []), block]);
      if (facts) into.facts.set(piece.sheet, facts());
    }
  } catch (error) {
    if (isTooLarge(error)) {
      const halves = halved(trip);
      if (!halves) throw error;
      await readTrip(batch, halves[0], heads, features, into, merges);
      await readTrip(batch, halves[1], heads, features, into, merges);
      return;
    }
    // Above 512 merged areas Excel fails without saying why: they are taken from the file then.
    if (!merges || refusalOf(error).word !== 'failed') throw error;
    await readTrip(batch, trip, heads, features, into, false);
  }
}

async function mergesBySheet(facts: ReadonlyMap<string, SheetFacts>, features: Features): Promise<{ readonly of: (sheet: string) => readonly Range[]; readonly remarks: readonly string[] }> {
  const missing = [...facts].some(([, { merges }]) => merges === null);
  const file = missing && features.file ? await mergesFromFile() : null;
  return { of: (sheet) => facts.get(sheet)?.merges ?? file?.get(sheet) ?? [], remarks: missing && !file ? [NO_MERGES] : [] };
}

/** Reads every sheet, hidden ones included. Rejects with what Excel refuses. */
export async function readWorkbook(batch: Batch, features: Features, { onProgress }: TaskOptions): Promise<WorkbookSnapshot> {
  const { sheets, remarks, names, manual, remarksRead } = await headsOf(batch, features);
  onProgress?.({ done: 0, total: sheets.length });
  const heads = new Map(sheets.map((head) => [head.name, head]));
  const pieces = sheets.filter(({ used }) => used.rows > 0).map(({ name, used }): Piece => ({ sheet: name, ...used, first: true }));
  const trips = tripsOf(pieces, cellsPerTrip(features));
  const gathered: Gathered = { blocks: new Map(), facts: new Map() };
  for (const [at, trip] of trips.entries()) {
    await readTrip(batch, trip, heads, features, gathered, features.mergedAreas);
    const left = new Set(trips.slice(at + 1).flat().map(({ sheet }) => sheet));
    onProgress?.({ done: sheets.length - left.size, total: sheets.length });
  }

  const merges = await mergesBySheet(gathered.facts, features);
  const grids = sheets.map(({ name, visibility, protected: isProtected }) => {
    const facts = gathered.facts.get(name);
    const answers: SheetAnswers = {
      name, visibility, protected: isProtected, blocks: gathered.blocks.get(name) ?? [], merges: merges.of(name),
      hiddenRows: facts?.hiddenRows ?? [], hiddenColumns: facts?.hiddenColumns ?? [],
      // A thread's words stand in place of the note that other programs see there.
      notes: [...new Map(remarks.filter(({ sheet }) => sheet === name).map((remark) => [remark.cell, remark])).values()],
    };
    return gridOf(answers);
  });
  return { format: 'live', grids, definedNames: names, remarks: [...merges.remarks, ...sheets.flatMap(notAll), ...(remarksRead ? [] : [NO_REMARKS]), ...(manual && grids.some(({ cells }) => cells.some(({ formula }) => formula !== null)) ? [MANUAL] : [])] };
}
