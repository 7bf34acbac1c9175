// What one may take away from an open workbook: the findings as JSON, the opinion as text, a corrected copy. Loaded when first asked for.
import { fileJson } from '../exports/json';
import { localDate } from '../exports/local-date';
import type { FileReview, WorkbookReview } from '../model/review';
import { loadHouse } from '../pane/house';
import { opinionOf, opinionText } from '../pane/opinion';
import { asPreferences } from '../pane/preferences';
import { asMarked } from '../pane/preview-items';
import { fileReviewOf } from '../review/file-review';
import { fullOptionsFor } from '../review/options-for';
import { lockedCells } from '../review/locked-cells';
import { planWorkbook } from '../review/plan-workbook';
import { reviewWorkbook, type ReviewOptions } from '../review/review-workbook';
import type { GridPort } from '../workbooks/grid/grid-port';
import type { Words } from './catalogue';
import type { FileBytes, WorkbenchServices } from './services';

export type ExportKind = 'json' | 'text' | 'copy';
export type Exported = { readonly ok: true; readonly file: FileBytes; readonly words: Words } | { readonly ok: false; readonly reason: Words };

interface Source {
  readonly name: string;
  readonly port: GridPort;
  readonly services: Pick<WorkbenchServices, 'open' | 'openPort' | 'house' | 'preferences' | 'newId' | 'now' | 'version'>;
}

/** The file to be given to the user. Nothing of it touches the open workbook. */
export async function exportAs(kind: ExportKind, source: Source): Promise<Exported> {
  const read = await source.port.read();
  if (!read.ok) return { ok: false, reason: read.reason };
  const state = await source.port.loadState();
  // As the pane beside it judges.
  const options: ReviewOptions = await fullOptionsFor(state.ok ? state.value : undefined, (await loadHouse(source.services.house)).rules);
  if (kind === 'copy') return correctedCopy(source, options);
  const review = reviewWorkbook(read.value, options);
  const stem = source.name.replace(/\.[^.]+$/, '');
  return kind === 'json'
    ? given(`${stem}（核查结果）.json`, jsonText(fileReviewOf(source.name, review), source.services.version))
    : given(`${stem}（审核意见）.txt`, opinionsText(review, source.name, localDate(source.services.now())));
}

/** One object with one line for the file, as the command line writes it. */
function jsonText(file: FileReview, version: string): string {
  return `{"tool":${JSON.stringify({ name: 'biaoli', version })},"files":[\n${JSON.stringify(fileJson(file))}\n]}\n`;
}

/** One opinion for each table; with the mark and the line ends that the Notepad of old Windows needs. */
function opinionsText(review: WorkbookReview, name: string, date: string): string {
  const opinions = review.tables.map((table) => opinionText(opinionOf(review, table, name, date)));
  const text = opinions.length > 0 ? opinions.join('\n\n') : `${name}：没有找到绩效自评表。`;
  return `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`;
}

function given(name: string, text: string): Exported {
  return { ok: true, file: { name, bytes: new TextEncoder().encode(text) }, words: { key: 'export.done', params: { name } } };
}

/** Opens the file's bytes a second time, writes all certain corrections and marks there, and gives that. */
async function correctedCopy({ name, port, services }: Source, options: ReviewOptions): Promise<Exported> {
  const opened = await services.open({ name, bytes: await port.bytes() });
  if (!opened.ok) return { ok: false, reason: opened.reason };
  try {
    const copy = services.openPort(opened.book, name, null);
    const preferences = asPreferences(await services.preferences.read());
    const first = await copy.read();
    if (!first.ok) return { ok: false, reason: first.reason };
    const review = reviewWorkbook(first.value, options);
    if (review.tables.length === 0) return { ok: false, reason: { key: 'export.noTable' } };
    const plan = planWorkbook(first.value, options, { formulas: preferences.content === 'formula', kinds: ['safe'], marks: preferences.marks !== 'none', date: localDate(services.now()), untouchable: lockedCells(first.value, review) });
    const edits = asMarked([...plan.corrections, ...plan.marks], preferences.marks, preferences.palette);
    if (edits.length === 0) return { ok: false, reason: { key: 'export.nothing' } };
    const applied = await copy.apply(edits, { run: services.newId(), at: services.now().toISOString() });
    if (!applied.ok) return { ok: false, reason: applied.reason };
    const left = applied.value.outcomes.filter(({ word }) => word !== 'applied' && word !== 'unchanged');
    const copyName = name.replace(/(（已更正）)?(\.[^.]+)$/, '（已更正）$2');
    const words: Words = left.length === 0 ? { key: 'export.done', params: { name: copyName } } : { key: 'export.partly', params: { name: copyName, count: left.length, cells: left.map(({ cell }) => cell).join('、') } };
    return { ok: true, file: { name: copyName, bytes: await copy.bytes() }, words };
  } finally {
    opened.book.close();
  }
}
