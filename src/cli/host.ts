// The host of the command line: workbook files on disk, read and patched by the package host.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { LARGEST_FILE, TOO_LARGE } from '../batch/limits';
import { RESULT_COLUMNS, RESULT_SHEET, type ResultRow } from '../exports/result-sheet';
import type { WorkbookSnapshot } from '../model/grid';
import { EMPTY_STATE, type PlannedEdit, type StoredState } from '../model/plan';
import { nodeCodec } from '../workbooks/package/node-codec';
import { writeWorkbookFile } from '../workbooks/package/node-files';
import { applyPlan, type ApplyResult } from '../workbooks/package/patch';
import { readWorkbook } from '../workbooks/package/read';
import type { ResultCell } from '../workbooks/port';
import { readState, writeState, type BytesOptions, type StateWriting } from '../workbooks/package/state';
import { undo, type UndoResult } from '../workbooks/package/undo';
import { nodeDeflate } from '../workbooks/package/write-node';
import { keepingParts, openZip, type Archive } from '../workbooks/package/zip';
import { fileProblem } from './file-problems';

const PACKAGE = { codec: nodeCodec, deflate: nodeDeflate };

export interface OpenedWorkbook {
  readonly ok: true;
  readonly bytes: Uint8Array;
  /** The bytes as opened for reading; writing goes on from there. Null for formats that are not packages. */
  readonly archive: Archive | null;
  readonly snapshot: WorkbookSnapshot;
  /** What the tool keeps inside the workbook. */
  readonly state: StoredState;
  /** Sentences on what of it is damaged; also among the snapshot's remarks. */
  readonly problems: readonly string[];
}
export type Opened = OpenedWorkbook | { readonly ok: false; readonly reason: string };

/** Reads a workbook from disk (`have`: its bytes, read already) with what the tool keeps inside it. Never rejects: what goes wrong is a Chinese sentence. */
export async function openWorkbook(file: string, have: Uint8Array | null = null): Promise<Opened> {
  try {
    // Without awaiting: each hop to another thread and back takes a tenth of a millisecond, and nothing else is to be done meanwhile.
    const facts = statSync(file);
    if (!facts.isFile()) return { ok: false, reason: facts.isDirectory() ? '这是文件夹，不是文件，请检查路径。' : '这不是普通文件，请检查路径。' };
    if (facts.size > LARGEST_FILE) return { ok: false, reason: TOO_LARGE };
    const bytes = have ?? readFileSync(file);
    const zip = openZip(bytes, undefined, nodeCodec);
    const archive = zip.ok ? keepingParts(zip.archive) : null;
    const reading = await readWorkbook(bytes, { name: file, codec: nodeCodec, ...(archive ? { archive } : {}) });
    if (!reading.ok) return { ok: false, reason: reading.reason };
    const { snapshot } = reading;
    if (snapshot.format === 'xls' || snapshot.format === 'et') return { ok: true, bytes, archive: null, snapshot, state: EMPTY_STATE, problems: [] };
    const { problems, ...state } = readState(bytes, { ...PACKAGE, ...(archive ? { archive } : {}) });
    return { ok: true, bytes, archive, snapshot: { ...snapshot, remarks: [...snapshot.remarks, ...problems] }, state, problems };
  } catch (error) {
    return { ok: false, reason: fileProblem(error) };
  }
}

function packageOf({ archive }: OpenedWorkbook): BytesOptions {
  return { ...PACKAGE, ...(archive ? { archive } : {}) };
}

/** Writes planned edits into a copy of the bytes, under one run of the journal; with rows, the sheet 核查结果 as well. */
export function writeEdits(opened: OpenedWorkbook, edits: readonly PlannedEdit[], rows: readonly ResultRow[] | null, now: Date): ApplyResult {
  const resultSheet = rows === null ? null : { name: RESULT_SHEET, columns: RESULT_COLUMNS, rows: rows.map(cellsOf) };
  return applyPlan(opened.bytes, edits, { ...packageOf(opened), run: randomUUID(), at: now.toISOString(), resultSheet });
}

/** Puts bytes under a name, whole or not at all; a link keeps pointing where it points. Null when written, else a Chinese sentence. */
export function saveFile(path: string, bytes: Uint8Array, overwrite: boolean): string | null {
  // A pipe or a device is written into; putting a file in its place would take it away from everybody.
  if (existsSync(path) && !statSync(path).isFile()) {
    try {
      writeFileSync(path, bytes);
      return null;
    } catch (error) {
      return fileProblem(error);
    }
  }
  const written = writeWorkbookFile(overwrite && existsSync(path) ? realpathSync(path) : path, bytes, { overwrite });
  return written.ok ? null : written.reason;
}

/** True for a workbook on disk that is not as it was given out: Excel, WPS and LibreOffice leave their properties in what they save, ours have none. */
export function savedElsewhere(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const zip = openZip(readFileSync(path), undefined, nodeCodec);
  return !zip.ok || [...zip.archive.entries.keys()].some((name) => name.startsWith('docProps/'));
}

function cellsOf({ texts, link }: ResultRow): readonly ResultCell[] {
  return texts.map((text, at) => ({ text, link: RESULT_COLUMNS[at]?.linked === true ? link : null }));
}

/** Takes back every run of corrections that the journal in the file knows, or only the newest. */
export function undoEdits(opened: OpenedWorkbook, last: boolean): UndoResult {
  return undo(opened.bytes, { ...packageOf(opened), all: !last });
}

/** Keeps waivers, rubric and journal in a copy of the bytes. */
export function saveState(opened: OpenedWorkbook, state: StoredState): StateWriting {
  return writeState(opened.bytes, state, packageOf(opened));
}
