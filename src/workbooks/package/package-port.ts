// The port over a workbook file in memory: reads and patches its bytes, keeps what the last write left, touches nothing else.
import type { WorkbookSnapshot } from '../../model/grid';
import { EMPTY_STATE, withKept, type StoredState, type WriteOutcome } from '../../model/plan';
import type { Answer, Capabilities, Edited, Refusal, TaskOptions, WorkbookPort } from '../port';
import { clearMarks } from './clear-marks';
import { appendSheets } from './insert-sheets';
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

function refused(word: Refusal['word'], reason: string): Refusal {
  return { ok: false, word, reason };
}

function aborted({ signal }: TaskOptions): boolean {
  return signal?.aborted === true;
}

/** Opens the port over bytes; never throws: what the bytes hold is told by `read`. */
export function openPackagePort(start: Uint8Array, options: PackagePortOptions = {}): PackagePort {
  let bytes = start;
  /** .xls and .et can be read, not written. */
  let writable = true;
  const listeners = new Set<(edited: Edited) => void>();
  const unwritable = (): Refusal | null => (writable ? null : refused('unsupported', NO_STATE));

  async function read(task: TaskOptions = {}): Promise<Answer<WorkbookSnapshot>> {
    if (aborted(task)) return CANCELLED;
    const reading = await readWorkbook(bytes, options);
    if (!reading.ok) return refused(reading.code === 'too-large' || reading.code === 'zip-bomb' ? 'too-large' : reading.code === 'damaged' ? 'failed' : 'unsupported', reading.reason);
    if (aborted(task)) return CANCELLED;
    const { snapshot } = reading;
    writable = snapshot.format !== 'xls' && snapshot.format !== 'et';
    task.onProgress?.({ done: snapshot.grids.length, total: snapshot.grids.length });
    return { ok: true, value: writable ? { ...snapshot, remarks: [...snapshot.remarks, ...readState(bytes, options).problems] } : snapshot };
  }

  function taken(result: UndoResult): Answer<readonly WriteOutcome[]> {
    if (!result.ok) return refused('failed', result.reason);
    bytes = result.bytes;
    return { ok: true, value: result.outcomes };
  }

  function state(): StoredState {
    if (!writable) return EMPTY_STATE;
    return withKept(readState(bytes, options), {});
  }

  return {
    name: options.name ?? '',
    capabilities: CAPABILITIES,
    read,
    apply(edits, run, task = {}) {
      const blocked = unwritable() ?? (aborted(task) ? CANCELLED : null);
      if (blocked) return Promise.resolve(blocked);
      const result = applyPlan(bytes, edits, { ...options, run: run.run, at: run.at });
      if (!result.ok) return Promise.resolve(refused('failed', result.reason));
      ({ bytes } = result);
      return Promise.resolve({ ok: true, value: { outcomes: result.outcomes, journal: result.journal } });
    },
    undo(run) {
      return Promise.resolve(unwritable() ?? taken(undo(bytes, run === undefined ? options : { ...options, run })));
    },
    clearMarks() {
      return Promise.resolve(unwritable() ?? taken(clearMarks(bytes, options)));
    },
    reveal(sheet, cell) {
      return Promise.resolve(refused('unsupported', `文件没有打开，不能跳转：请在 Excel 或 WPS 中打开后查看“${sheet}”的 ${cell}。`));
    },
    insertResults(sheet) {
      const blocked = unwritable();
      if (blocked) return Promise.resolve(blocked);
      const result = appendResultSheet(bytes, sheet, options);
      if (!result.ok) return Promise.resolve(refused('failed', result.reason));
      ({ bytes } = result);
      return Promise.resolve({ ok: true, value: null });
    },
    insertSheets(plans) {
      const blocked = unwritable();
      if (blocked) return Promise.resolve(blocked);
      const result = appendSheets(bytes, plans, options);
      if (!result.ok) return Promise.resolve(refused('failed', result.reason));
      ({ bytes } = result);
      return Promise.resolve({ ok: true, value: result.names });
    },
    loadState: () => Promise.resolve({ ok: true, value: state() }),
    saveState(kept) {
      const blocked = unwritable();
      if (blocked) return Promise.resolve(blocked);
      const result = writeState(bytes, withKept(state(), kept), options);
      if (!result.ok) return Promise.resolve(refused('failed', result.reason));
      ({ bytes } = result);
      return Promise.resolve({ ok: true, value: null });
    },
    listen(onEdited) {
      listeners.add(onEdited);
      return Promise.resolve({ ok: true, value: () => void listeners.delete(onEdited) });
    },
    bytes: () => bytes,
    edit(next, edited) {
      bytes = next;
      for (const listener of listeners) listener(edited);
    },
  };
}
