// The port over a workbook file in memory: reads and patches its bytes, keeps what the last write left, touches nothing else.
import type { WorkbookSnapshot } from '../../model/grid';
import { EMPTY_STATE, withKept, type StoredState } from '../../model/plan';
import { listeners } from '../listeners';
import type { Answer, Capabilities, Edited, Refusal, TaskOptions, WorkbookPort } from '../port';
import { clearMarks } from './clear-marks';
import { appendSheets } from './insert-sheets';
import type { PackageErrorCode } from './package-error';
import { applyPlan } from './patch';
import { readWorkbook } from './read';
import { appendResultSheet } from './result-sheet';
import { readState, writeState, type BytesOptions } from './state';
import { undo, type UndoResult } from './undo';

export interface PackagePortOptions extends BytesOptions {
  /** File name for people; tells .et from .xls as well. */
  readonly name?: string;
}

/** What the holder of the file can do besides: take the bytes away, or put others in their place. */
export interface PackagePort extends WorkbookPort {
  bytes(): Uint8Array;
  /** The file was changed behind the port: goes on with these bytes and tells those who listen. */
  edit(bytes: Uint8Array, edited: Edited): void;
}

const CAPABILITIES: Capabilities = {
  marks: true, notes: 'note', undoGroup: false, resultSheet: true, reveal: false, events: true, state: true,
  limits: ['这里处理的是文件副本：不能跳到单元格，改动要保存或下载后才进入文件。'],
};

const NO_STATE = '.xls 和 .et 文件可以核查，但不能改动：请用 Excel 或 WPS 另存为 .xlsx 后再试。';
const CANCELLED: Refusal = { ok: false, word: 'cancelled', reason: '已取消，没有改动。' };

/** Of the reasons for which a file is not read, those that have a word of their own. */
const READ_WORDS: Readonly<Partial<Record<PackageErrorCode, Refusal['word']>>> = { 'too-large': 'too-large', 'zip-bomb': 'too-large', damaged: 'failed' };

function refused(word: Refusal['word'], reason: string): Refusal {
  return { ok: false, word, reason };
}

function aborted({ signal }: TaskOptions): boolean {
  return signal?.aborted === true;
}

/** The bytes as they are now, and whether they can be written at all. */
interface Held {
  bytes: Uint8Array;
  /** .xls and .et can be read, not written. */
  writable: boolean;
}

async function readHeld(held: Held, options: PackagePortOptions, task: TaskOptions): Promise<Answer<WorkbookSnapshot>> {
  if (aborted(task)) return CANCELLED;
  const reading = await readWorkbook(held.bytes, options);
  if (!reading.ok) return refused(READ_WORDS[reading.code] ?? 'unsupported', reading.reason);
  if (aborted(task)) return CANCELLED;
  const { snapshot } = reading;
  held.writable = snapshot.format !== 'xls' && snapshot.format !== 'et';
  task.onProgress?.({ done: snapshot.grids.length, total: snapshot.grids.length });
  return { ok: true, value: held.writable ? { ...snapshot, remarks: [...snapshot.remarks, ...readState(held.bytes, options).problems] } : snapshot };
}

type NotWritten = { readonly ok: false; readonly reason: string };
type NotTaken = Extract<UndoResult, { readonly ok: false }>;

/** Opens the port over bytes; never throws: what the bytes hold is told by `read`. */
export function openPackagePort(start: Uint8Array, options: PackagePortOptions = {}): PackagePort {
  const held: Held = { bytes: start, writable: true };
  const hearing = listeners<Edited>();
  const state = (): StoredState => (held.writable ? withKept(readState(held.bytes, options), {}) : EMPTY_STATE);

  /** Writes, where the file can be written, and goes on with the bytes that come of it. */
  function written<R extends { readonly ok: true; readonly bytes: Uint8Array }, T>(write: (bytes: Uint8Array) => R | NotWritten | NotTaken, value: (result: R) => T): Promise<Answer<T>> {
    if (!held.writable) return Promise.resolve(refused('unsupported', NO_STATE));
    const result = write(held.bytes);
    if (!result.ok) return Promise.resolve(refused('nothing' in result ? 'nothing' : 'failed', result.reason));
    held.bytes = result.bytes;
    return Promise.resolve({ ok: true, value: value(result) });
  }

  return {
    name: options.name ?? '',
    capabilities: CAPABILITIES,
    read: (task = {}) => readHeld(held, options, task),
    apply(edits, run, task = {}) {
      if (held.writable && aborted(task)) return Promise.resolve(CANCELLED);
      return written((bytes) => applyPlan(bytes, edits, { ...options, run: run.run, at: run.at }), ({ outcomes, journal }) => ({ outcomes, journal }));
    },
    undo: (run) => written((bytes) => undo(bytes, run === undefined ? options : { ...options, run }), ({ outcomes }) => outcomes),
    clearMarks: () => written((bytes) => clearMarks(bytes, options), ({ outcomes }) => outcomes),
    reveal: (sheet, cell) => Promise.resolve(refused('unsupported', `文件没有打开，不能跳转：请在 Excel 或 WPS 中打开后查看“${sheet}”的 ${cell}。`)),
    insertResults: (sheet) => written((bytes) => appendResultSheet(bytes, sheet, options), () => null),
    insertSheets: (plans) => written((bytes) => appendSheets(bytes, plans, options), ({ names }) => names),
    loadState: () => Promise.resolve({ ok: true, value: state() }),
    saveState: (kept) => written((bytes) => writeState(bytes, withKept(state(), kept), options), () => null),
    listen: (onEdited) => Promise.resolve({ ok: true, value: hearing.add(onEdited) }),
    bytes: () => held.bytes,
    edit(next, edited) {
      held.bytes = next;
      hearing.tell(edited);
    },
  };
}
