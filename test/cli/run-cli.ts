// Runs the built command line as a user does: a process of its own, its streams and its exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { a1, formatRange } from '../../src/model/address';
import { isError } from '../../src/model/grid';
import { exampleGrid, type Form } from '../../src/rules/example';
import { makeWorkbook, type MadeCell, type MadeSheet, type MadeValue } from '../make-workbook';

const ROOT = join(__dirname, '..', '..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let built = false;

/** Runs the built command line; the first time through src/launch.mjs, which builds it when it is older than the sources. */
export function biaoli(args: readonly string[], cwd: string): Run {
  if (!built) {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src', 'launch.mjs'), '--version'], { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    built = true;
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '' } });
  return { code: status, out: stdout, err: stderr };
}

/** A folder for one test file, gone afterwards. */
export function temporaryFolder(): { readonly path: string; readonly put: (name: string, bytes: Uint8Array | string) => string; readonly has: (name: string) => boolean; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'biaoli-cli-'));
  return {
    path,
    put: (name, bytes) => {
      writeFileSync(join(path, name), bytes);
      return join(path, name);
    },
    has: (name) => existsSync(join(path, name)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A workbook of standard forms, each with some cells changed, one a sheet. */
export function workbookOf(...forms: readonly Form[]): Uint8Array {
  return makeWorkbook({ sheets: forms.map((form) => sheetOf(form)) });
}

/** The form on a protected sheet where only the cells named may be written. */
export function lockedWorkbook(form: Form, unlocked: readonly string[]): Uint8Array {
  return makeWorkbook({ sheets: [{ ...sheetOf(form, new Set(unlocked)), protected: true }] });
}

function sheetOf(form: Form, unlocked: ReadonlySet<string> | null = null): MadeSheet {
  const grid = exampleGrid(form);
  const rows: MadeValue[][] = Array.from({ length: grid.rowCount }, () => Array.from<MadeValue>({ length: grid.columnCount }).fill(null));
  for (const { row, column, value, formula, style } of grid.cells) {
    const made: MadeCell = {
      v: isError(value) ? value.error : value, error: isError(value), numberFormat: style.numberFormat,
      ...(formula === null ? {} : { f: formula }), ...(unlocked?.has(a1(row, column)) === true ? { locked: false } : {}),
    };
    const line = rows[row - 1];
    if (line) line[column - 1] = made;
  }
  return { name: grid.sheet, rows, merges: grid.merges.map(formatRange) };
}
