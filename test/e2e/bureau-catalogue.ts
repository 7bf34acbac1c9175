// What tests of a bureau's catalogue share: a workbook that two bureaus judge differently, the command that makes a catalogue, and a place that hosts the add-in with one beside it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Rubric } from '../../src/model/rubric';
import { findRubric } from '../../src/rubrics/catalogue';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { openWorkbook } from '../excel-host/open-workbook';
import type { WorkbookModel } from '../excel-host/workbook-model';
import { FORM } from './add-in-session';
import type { Session } from './host-page/session';
import { violationsOf } from './accessibility';

const ROOT = resolve(__dirname, '..', '..');
export const BOOK = '科普项目自评表.xlsx';

/** Twelve events for a target of five, and two of ten points taken off for it without a word. */
export function deductedBook(): Uint8Array {
  const tables = corpusTables().filter(({ id }) => id === FORM).map((table) => ({ ...table, rows: table.rows.map((row, at) => (at === 11 ? row.map((text, column) => (column === 8 ? '8' : text)) : row)) }));
  return toWorkbook(tables, { numbers: 'typed' });
}

export const openDeducted = (): WorkbookModel => openWorkbook(deductedBook(), BOOK);

/** A bureau's own, made from the rubric that judges the form. */
export function ownRubric(change: Partial<Rubric> & Pick<Rubric, 'id' | 'title'>): Rubric {
  const shipped = findRubric(FORM);
  if (!shipped) throw new Error(`no rubric ${FORM}`);
  return { ...shipped, version: '1', base: FORM, ...change };
}

export const fileOf = (rubric: Rubric): string => `${JSON.stringify(rubric, null, 2)}\n`;

export interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a process of its own; built first when it is older than its sources. */
export function biaoli(...words: readonly string[]): Promise<Told> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/launch.mjs'), ...words], { env: { ...process.env, NO_COLOR: '1' } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** A folder that hosts the built add-in; removed by `clear`. */
export interface Hosted {
  readonly folder: string;
  /** Puts a file of the catalogue there. */
  put(path: string, content: string | Uint8Array): void;
  /** `biaoli catalog build` of the folder, as a bureau runs it. */
  publish(version: string, ...words: readonly string[]): Promise<Told>;
  clear(): void;
}

export function hostedAddIn(build: string): Hosted {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-hosted-'));
  cpSync(build, folder, { recursive: true });
  return {
    folder,
    put(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    publish: (version, ...words) => biaoli('catalog', 'build', folder, '--catalog-version', version, '--date', '2023-01-15', ...words),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Faults of accessibility in the pane; `colours`: only those that another look can bring. */
export const faultsOf = ({ page }: Session, what: 'all' | 'colours' = 'all'): ReturnType<typeof violationsOf> =>
  violationsOf(page, (axe) => (what === 'all' ? axe : axe.withRules('color-contrast')).include('#add-in'));
