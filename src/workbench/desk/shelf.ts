// The lines of a folder's run, kept in a worker: what lists and exports are made of, so that the page holds only what it shows.
import type { Comparisons } from '../../batch/comparisons';
import { findCopies } from '../../batch/copies';
import { compareYears } from '../../batch/last-year';
import { contentBytes, type LetterForm } from '../../batch/letter';
import { chosenLetters, type LetterChoice } from '../../batch/letter-choice';
import { zipOf } from '../../batch/letter-zip';
import { lineOf, type FileRecord } from '../../batch/record';
import { verdictOfRecord } from '../../batch/record-verdict';
import { redactComparisons, redactRecord } from '../../batch/redact';
import type { Problem } from '../../batch/problems';
import { summarise, type Summary } from '../../batch/summary';
import { summaryFiles, type SummaryFormat, type SummaryHead } from '../../batch/summary-file';
import { ownedTables } from '../../batch/units';
import { placeWord } from '../../exports/json';
import { titleOf } from '../../exports/words';
import { addCounted, countCauses } from '../../review/causes';
import { isOpen } from '../../review/verdict';
import { checkedRecord } from './check-record';
import type { Detail, DetailWish, DeskList, FileLine, Known, Place } from './desk-list';
import { packed, unpacked } from './list-packing';

interface Kept {
  /** The line in UTF-8: half the memory of a text with Chinese letters. */
  readonly bytes: Uint8Array;
  /** Without what only exports look at. */
  readonly slim: FileRecord;
}

export interface Exported {
  readonly name: string;
  readonly blob: Blob;
}

const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const PIECE = 8 * 1024 * 1024;
const LINE_END = new Uint8Array([10]);

function slimmed(record: FileRecord): FileRecord {
  return { ...record, tables: record.tables.map((table) => ({ ...table, score: { ...table.score, items: [] }, facts: { ...table.facts, parts: [], goals: [], indicators: [], figures: [] } })) };
}

function kept(line: string, record: FileRecord): Kept {
  return { bytes: new TextEncoder().encode(line), slim: slimmed(record) };
}

export class Shelf {
  private readonly current = new Map<string, Kept>();
  /** Lines that have not been found to be of the same bytes yet. */
  private readonly earlier = new Map<string, Kept>();
  private then: readonly FileRecord[] = [];
  private gathered: { readonly summary: Summary; readonly records: readonly FileRecord[] } | null = null;
  private writing: { readonly letters: ReturnType<typeof chosenLetters>; readonly form: LetterForm; readonly parts: [string, Uint8Array][] } | null = null;

  /** A run begins: what is there counts again once its file turns out to be unchanged. What is known of lines that `by` wrote. */
  begin(by: string): readonly (readonly [file: string, known: Known])[] {
    for (const [file, line] of this.current) this.earlier.set(file, line);
    this.current.clear();
    this.gathered = null;
    return [...this.earlier].flatMap(([file, { slim }]) => (slim.by === by && slim.sha256 !== null ? [[file, { hash: slim.inputs ?? slim.sha256, verdict: verdictOfRecord(slim) }] as const] : []));
  }

  add(line: string): void {
    const record = JSON.parse(line) as FileRecord;
    this.earlier.delete(record.file);
    this.current.set(record.file, kept(line, record));
    this.gathered = null;
  }

  /** The earlier line of a file holds. */
  keep(file: string): void {
    const line = this.earlier.get(file);
    if (!line) return;
    this.earlier.delete(file);
    this.current.set(file, line);
    this.gathered = null;
  }

  /** A list as it was saved or packed, in place of what is there. null: nothing in the file is one; what is there stays. */
  async load(file: Blob): Promise<{ readonly files: number; readonly refused: number } | null> {
    const found = new Map<string, Kept>();
    let refused = 0;
    for await (const line of linesOf(await unpacked(file))) {
      const record = checkedRecord(line);
      if (record) found.set(record.file, kept(line, record));
      else refused++;
    }
    if (found.size === 0) return null;
    this.earlier.clear();
    this.current.clear();
    for (const [path, one] of found) this.current.set(path, one);
    this.gathered = null;
    return { files: found.size, refused };
  }

  /** Last year's lines for comparison; how many there are. Where none is one, what is there stays. */
  compareWith(lines: readonly string[]): number {
    const then = lines.flatMap((line) => checkedRecord(line) ?? []).sort((a, b) => byPath(a.file, b.file));
    if (then.length > 0) this.then = then;
    return then.length;
  }

  async compareWithList(file: Blob): Promise<number> {
    const lines: string[] = [];
    for await (const line of linesOf(file)) lines.push(line);
    return this.compareWith(lines);
  }

  list(): DeskList {
    const { summary, records } = this.gather();
    const { units, tables, rules, verdicts, agreement } = summary;
    return { units, tables, rules, verdicts, agreement, files: records.map(fileLine) };
  }

  detail({ kind, key }: DetailWish): Detail {
    const { summary, records } = this.gather();
    if (kind === 'rule') return { tables: [], problems: this.ofRule(key, records, summary.problems) };
    const mine = (one: { readonly unit: string; readonly file: string }): boolean => (kind === 'unit' ? one.unit === key : one.file === key);
    const record = kind === 'file' ? records.find((one) => one.file === key) : undefined;
    // The words of a report stand in no table: where they are told with the workbook's, the summary does not have them under the report's name.
    const words = record && record.tables.length === 0 && !summary.reports.some(({ file }) => file === key) ? record.findings.filter(isOpen).map((one) => placeIn(record, one)) : [];
    return { tables: summary.tables.filter(mine), problems: [...summary.problems.filter(mine), ...words] };
  }

  comparisons(): Comparisons {
    return this.comparing(this.records());
  }

  private comparing(records: readonly FileRecord[]): Comparisons {
    return { copies: findCopies(records), ...(this.then.length > 0 ? { lastYear: compareYears(records, this.then) } : {}) };
  }

  /** The lines by path, as the command line writes them; without free text as it does with --redact. */
  results(redact: boolean): Blob {
    const lines = redact ? this.records().map((record) => new TextEncoder().encode(lineOf(redactRecord(record)))) : this.inOrder().map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>);
    return new Blob(lines.flatMap((line) => [line, LINE_END]), { type: 'application/jsonl' });
  }

  /** The lines as they are to be kept, in no more bytes than `most`. */
  async packed(most: number): Promise<Uint8Array | 'too-large' | 'empty'> {
    return this.current.size === 0 ? 'empty' : packed(this.results(false), most);
  }

  /** One file, or a zip of several. */
  summary(format: SummaryFormat, head: SummaryHead, redact: boolean): Exported {
    const full = this.records();
    const records = redact ? full.map(redactRecord) : full;
    // Copies are found in the texts that are left out.
    const comparisons = redact ? redactComparisons(this.comparing(full)) : this.comparing(full);
    const files = summaryFiles(format, { records, summary: summarise(records), comparisons }, head);
    const [first] = files;
    const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);
    if (first && files.length === 1) return { name: first.name, blob: blobOf(first.bytes) };
    return { name: `汇总-${format}.zip`, blob: blobOf(zipOf(files.map(({ name, bytes }) => [name, bytes]), head.date)) };
  }

  /** How many letters there will be. */
  beginLetters(choice: LetterChoice, form: LetterForm, redact: boolean): number {
    const records = this.records();
    const letters = chosenLetters(redact ? records.map(redactRecord) : records, choice);
    this.writing = { letters, form, parts: [] };
    return letters.length;
  }

  /** Writes some more; how many are written. */
  async writeLetters(count: number): Promise<number> {
    const { writing } = this;
    if (!writing) return 0;
    const { letters, form, parts } = writing;
    for (const { name, content } of letters.slice(parts.length, parts.length + count)) parts.push([name, await contentBytes(content, form)]);
    return parts.length;
  }

  letters(): Blob {
    const { parts = [], form } = this.writing ?? {};
    this.writing = null;
    return new Blob([zipOf(parts, form?.date ?? '') as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
  }

  private gather(): NonNullable<Shelf['gathered']> {
    if (!this.gathered) {
      const records = this.inOrder().map(({ slim }) => slim);
      this.gathered = { records, summary: summarise(records) };
    }
    return this.gathered;
  }

  private inOrder(): readonly Kept[] {
    return [...this.current].sort(([a], [b]) => byPath(a, b)).map(([, line]) => line);
  }

  private records(): readonly FileRecord[] {
    const decoder = new TextDecoder();
    return this.inOrder().map(({ bytes }) => JSON.parse(decoder.decode(bytes)) as FileRecord);
  }

  /** Hints are in no list of problems; a list of one rule shows them. */
  private ofRule(rule: string, records: readonly FileRecord[], problems: readonly Problem[]): readonly Place[] {
    // As many as the line of the rule counts, which goes by tables.
    const open = problems.filter((one) => one.rule === rule && one.table !== null);
    const hints = ownedTables(records).flatMap(({ file, table, unit, findings }) => findings.filter((one) => one.rule === rule && one.severity === 'hint' && !isOpen(one)).map((one): Place => ({
      file, sheet: table.sheet, cell: one.cells[0] ?? '', rule, message: one.message, unit, severity: one.severity, title: titleOf(one), after: null,
    })));
    return [...open, ...hints];
  }
}

function placeIn({ file }: FileRecord, finding: FileRecord['findings'][number]): Place {
  const { rule, message, severity, sheet } = finding;
  return { file, sheet, cell: placeWord(finding), rule, message, unit: file, severity, title: titleOf(finding), after: null };
}

function fileLine(record: FileRecord): FileLine {
  const { file, status, reason, tables, findings } = record;
  const counted = addCounted([...tables.map((table) => table.findings), findings].map(countCauses));
  return { file, status, reason, verdict: verdictOfRecord(record), tables: tables.length, errors: counted.errors, verify: counted.verify };
}

async function* linesOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let at = 0; at < file.size; at += PIECE) {
    const lines = (rest + decoder.decode(await file.slice(at, at + PIECE).arrayBuffer(), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
