// A workbook in memory as a port gives it, for tests: a few cells, every answer settable, everything that was asked of it written down.
import { a1, parseA1 } from '../../src/model/address';
import type { Cell, WorkbookSnapshot } from '../../src/model/grid';
import { EMPTY_STATE, withKept, type JournalEntry, type PlannedEdit, type StoredState, type WriteOutcome } from '../../src/model/plan';
import type { SheetPlan } from '../../src/model/sheet-plan';
import { PLAIN_STYLE } from '../../src/model/grid';
import type { Answer, Capabilities, Edited, ResultSheet, WorkbookPort } from '../../src/workbooks/port';

const CAPABILITIES: Capabilities = { marks: true, notes: 'note', undoGroup: false, resultSheet: true, reveal: true, events: true, state: true, limits: [] };

export interface FakePort extends WorkbookPort {
  readonly calls: string[];
  snapshot: WorkbookSnapshot;
  state: StoredState;
  inserted: ResultSheet | null;
  readonly planned: SheetPlan[];
  /** Cells that answer with another word than applied. */
  readonly answers: Map<string, WriteOutcome>;
  /** The next call of this name gives this answer, or breaks. */
  readonly next: Map<string, Answer<never> | Error>;
  edit(edited: Edited): void;
  textOf(sheet: string, cell: string): string;
}

export function fakePort(snapshot: WorkbookSnapshot, capabilities: Partial<Capabilities> = {}): FakePort {
  const calls: string[] = [];
  const next = new Map<string, Answer<never> | Error>();
  const answers = new Map<string, WriteOutcome>();
  const listeners = new Set<(edited: Edited) => void>();
  const images = new Map<string, WorkbookSnapshot>();
  const answer = <T>(name: string, value: () => T): Promise<Answer<T>> => {
    calls.push(name);
    const planned = next.get(name);
    next.delete(name);
    if (planned instanceof Error) return Promise.reject(planned);
    return Promise.resolve(planned ?? { ok: true, value: value() });
  };
  const port: FakePort = {
    name: '自评表.xlsx', capabilities: { ...CAPABILITIES, ...capabilities }, calls, snapshot, state: EMPTY_STATE, inserted: null, planned: [], answers, next,
    read: (options) => answer('read', () => {
      options?.onProgress?.({ done: 1, total: port.snapshot.grids.length });
      return port.snapshot;
    }),
    apply: (edits, { run, at }) => answer('apply', () => {
      images.set(run, port.snapshot);
      const outcomes = edits.map((edit) => answers.get(`${edit.sheet}!${edit.cell}`) ?? { sheet: edit.sheet, cell: edit.cell, word: 'applied' as const, reason: null });
      const written = edits.filter((_, index) => outcomes[index]?.word === 'applied');
      port.snapshot = written.reduce(write, port.snapshot);
      const image = { value: null, error: null, formula: null, numberFormat: 'General', note: null };
      const journal: readonly JournalEntry[] = written.map(({ sheet, cell, rule }) => ({ run, at, sheet, cell, rule, before: image, after: image }));
      port.state = { ...port.state, journal: [...port.state.journal, ...journal] };
      return { outcomes, journal };
    }),
    undo: () => answer('undo', () => {
      const last = port.state.journal.at(-1)?.run ?? '';
      const taken = port.state.journal.filter(({ run }) => run === last);
      port.snapshot = images.get(last) ?? port.snapshot;
      port.state = { ...port.state, journal: port.state.journal.filter(({ run }) => run !== last) };
      return taken.map(({ sheet, cell }) => ({ sheet, cell, word: 'applied' as const, reason: null }));
    }),
    clearMarks: () => answer('clearMarks', () => []),
    reveal: (sheet, cell) => answer(`reveal ${sheet}!${cell}`, () => null),
    insertResults: (sheet) => answer('insertResults', () => {
      port.inserted = sheet;
      return null;
    }),
    insertSheets: (plans) => answer('insertSheets', () => {
      port.planned.push(...plans);
      return plans.map(({ name }) => name);
    }),
    loadState: () => answer('loadState', () => port.state),
    saveState: (state) => answer('saveState', () => {
      port.state = withKept(port.state, state);
      return null;
    }),
    listen: (onEdited) => answer('listen', () => {
      listeners.add(onEdited);
      return () => listeners.delete(onEdited);
    }),
    edit: (edited) => {
      for (const listener of listeners) listener(edited);
    },
    textOf: (sheet, cell) => port.snapshot.grids.find((grid) => grid.sheet === sheet)?.cells.find((one) => a1(one.row, one.column) === cell)?.text ?? '',
  };
  return port;
}

/** The snapshot with a cell's new content, shown as a host would show it at its coarsest. */
function write(snapshot: WorkbookSnapshot, edit: PlannedEdit): WorkbookSnapshot {
  const at = parseA1(edit.cell);
  if (!at) throw new Error(`no address: ${edit.cell}`);
  return {
    ...snapshot,
    grids: snapshot.grids.map((grid) => {
      if (grid.sheet !== edit.sheet) return grid;
      const old = grid.cells.find((one) => one.row === at.row && one.column === at.column);
      const percent = (edit.numberFormat ?? old?.style.numberFormat ?? '').includes('%');
      const text = typeof edit.value === 'number' ? (percent ? `${Number((edit.value * 100).toFixed(2))}%` : String(edit.value)) : String(edit.value ?? '');
      const cell: Cell = { row: at.row, column: at.column, value: edit.value, text: old && old.value === edit.value ? old.text : text, formula: edit.formula?.slice(1) ?? null, style: { ...(old?.style ?? PLAIN_STYLE), numberFormat: edit.numberFormat ?? old?.style.numberFormat ?? 'General' }, note: edit.note };
      const others = grid.cells.filter((one) => one !== old);
      return { ...grid, cells: [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column) };
    }),
  };
}
