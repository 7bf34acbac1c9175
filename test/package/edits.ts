// Planned edits in one line, and what a workbook says afterwards, for the tests of the package host.
import { unzipSync } from 'fflate';
import { a1 } from '../../src/model/address';
import type { Cell, Grid, WorkbookSnapshot } from '../../src/model/grid';
import type { PlannedEdit, WriteOutcome } from '../../src/model/plan';
import { applyPlan } from '../../src/workbooks/package/patch';
import type { ApplyOptions } from '../../src/workbooks/package/patch';
import { readPackage } from '../../src/workbooks/package/read';
import { undo } from '../../src/workbooks/package/undo';
import type { UndoOptions } from '../../src/workbooks/package/undo';

/** An edit from 'Sheet!A1'; what is left out is null. */
export function edit(place: string, rest: Partial<PlannedEdit> = {}): PlannedEdit {
  const [sheet = '', cell = ''] = place.split('!');
  return { sheet, cell, value: null, formula: null, numberFormat: null, before: null, mark: null, note: null, rule: 'test', ...rest };
}

export function apply(bytes: Uint8Array, edits: readonly PlannedEdit[], options: Partial<ApplyOptions> = {}): { bytes: Uint8Array; outcomes: readonly WriteOutcome[]; words: string[] } {
  const result = applyPlan(bytes, edits, { run: 'run-1', at: '2024-03-01T08:00:00Z', ...options });
  if (!result.ok) throw new Error(result.reason);
  return { ...result, words: result.outcomes.map(({ word }) => word) };
}

export function takeBack(bytes: Uint8Array, options: UndoOptions = {}): { bytes: Uint8Array; outcomes: readonly WriteOutcome[]; words: string[] } {
  const result = undo(bytes, options);
  if (!result.ok) throw new Error(result.reason);
  return { ...result, words: result.outcomes.map(({ word }) => word) };
}

export function read(bytes: Uint8Array): WorkbookSnapshot {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}

export function gridOf(bytes: Uint8Array, sheet: string): Grid {
  const grid = read(bytes).grids.find((one) => one.sheet === sheet);
  if (!grid) throw new Error(`no sheet ${sheet}`);
  return grid;
}

export function cellAt(bytes: Uint8Array, place: string): Cell | undefined {
  const [sheet = '', cell = ''] = place.split('!');
  return gridOf(bytes, sheet).cells.find(({ row, column }) => a1(row, column) === cell);
}

/** Cells of every sheet as plain data: what must be the same again after undo. */
export function contents(bytes: Uint8Array): unknown {
  return read(bytes).grids.map((grid) => ({ sheet: grid.sheet, merges: grid.merges, cells: grid.cells.map(({ row, column, value, text, formula, note, style }) => [a1(row, column), value, text, formula, note, style]) }));
}

export function part(bytes: Uint8Array, name: string): string {
  const data = unzipSync(bytes)[name];
  if (!data) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(data);
}

export function partNames(bytes: Uint8Array): string[] {
  return Object.keys(unzipSync(bytes));
}

/** Parts whose bytes differ, are new or are gone. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const a = unzipSync(before);
  const b = unzipSync(after);
  const same = (x: Uint8Array | undefined, y: Uint8Array | undefined) => x !== undefined && y !== undefined && Buffer.from(x).equals(Buffer.from(y));
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name])).sort();
}
