// Takes back a run cell by cell from the journal in the workbook; what somebody changed since stays. Excel's own undo is not relied on.
import { isError } from '../../model/grid';
import type { CellImage, WriteOutcome, WriteWord } from '../../model/plan';
import type { KeptEntry } from '../package/journal';
import type { Capabilities } from '../port';
import { sameFormula, sameValue } from '../sameness';
import { refuseReadOnly, type Known } from './apply';
import type { Batch } from './batch';
import { NOTHING_TO_UNDO, Refused } from './errors';
import { listRemarks, locateRemarks } from './remarks-on-cells';
import type { Features } from './requirements';
import { askState, listState, type ExcelState } from './state-part';
import { unmark } from './take-back';
import { askTargets, type LiveCell } from './targets';
import { writeAll } from './write-all';
import type { CellWrite } from './write-cell';

const STALE = '更正之后单元格又被改动，保留现在的内容，只去掉标记和批注。';

function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

function holds(cell: LiveCell, image: CellImage): boolean {
  if (cell.formula !== null || image.formula !== null) return cell.formula !== null && image.formula !== null && sameFormula(cell.formula, image.formula);
  return (isError(cell.value) ? cell.value.error : null) === image.error && (isError(cell.value) || sameValue(cell.value, image.value));
}

/** Reads the record, then the cells of the entries that `choose` picks: three round trips. Rejects when it picks none. */
export async function knownOf(batch: Batch, features: Features, choose: (state: ExcelState) => readonly KeptEntry[]): Promise<Known & { readonly entries: readonly KeptEntry[] }> {
  const { context } = batch;
  const checkWritable = refuseReadOnly(context.workbook, features);
  const listed = listState(context);
  const remarks = listRemarks(context, { comments: features.comments, notes: false });
  await batch.sync();
  checkWritable();
  const [answer, located] = [askState(context, listed), locateRemarks(remarks)];
  await batch.sync();
  const state = answer();
  const entries = choose(state);
  const targets = askTargets(context, entries, features);
  await batch.sync();
  return { entries, state, targets: targets(), listed: listed.items.map(({ id }) => ({ id })), comments: new Map(located().map((remark) => [placeOf(remark), remark])) };
}

/** The newest run, or the one named. */
function entriesOf(journal: readonly KeptEntry[], run: string | undefined): readonly KeptEntry[] {
  const wanted = run ?? journal.at(-1)?.run;
  const entries = journal.filter((entry) => entry.run === wanted);
  if (entries.length > 0) return entries;
  throw new Refused({ ok: false, word: 'failed', reason: run === undefined ? NOTHING_TO_UNDO : `工作簿中没有名为“${run}”的更正记录。` });
}

/** A newer run that stays holds these cells: what it found there is what the older run left. */
function heldByNewer(journal: readonly KeptEntry[], run: string): ReadonlySet<string> {
  const last = journal.map((entry) => entry.run).lastIndexOf(run);
  return new Set(journal.slice(last + 1).map(placeOf));
}

interface TakenBack {
  readonly outcome: WriteOutcome;
  readonly write: CellWrite | null;
  /** The entry stays in the journal. */
  readonly kept: boolean;
}

function takeBack(entry: KeptEntry, known: Known): TakenBack {
  const { sheet, cell } = entry;
  const stay = (word: WriteWord, reason: string): TakenBack => ({ outcome: { sheet, cell, word, reason }, write: null, kept: true });
  const now = known.targets.cell(sheet, cell);
  if (!now) return stay('failed', `找不到工作表“${sheet}”，可能已改名或删除；改回原名后可再次撤销。`);
  if (now.locked) return stay('locked', '工作表受保护且单元格已锁定；请先撤销工作表保护，再按“撤销”。');
  const ours = holds(now, entry.after);
  const already = holds(now, entry.before);
  const { fill, note, reason } = unmark(now, known.comments.get(placeOf(entry)) ?? null, [entry]);
  const format = ours && now.mayFormat && now.numberFormat === entry.after.numberFormat && entry.before.numberFormat !== now.numberFormat ? entry.before.numberFormat : null;
  const word: WriteWord = ours || already ? 'applied' : 'stale';
  const reasons = [word === 'stale' ? STALE : null, reason].filter((one) => one !== null).join('');
  return { outcome: { sheet, cell, word, reason: reasons === '' ? null : reasons }, write: { sheet, cell, format, content: ours && !already ? entry.before : null, fill, note }, kept: false };
}

export interface UndoTask {
  readonly run: string | undefined;
  readonly notes: Capabilities['notes'];
  readonly onWriting: (places: readonly string[]) => void;
}

/** One outcome an entry. Rejects with what Excel refuses as a whole; then the journal still stands, and undoing may be tried again. */
export async function undoRun(batch: Batch, features: Features, task: UndoTask): Promise<readonly WriteOutcome[]> {
  const known = await knownOf(batch, features, ({ journal }) => entriesOf(journal, task.run));
  const held = heldByNewer(known.state.journal, known.entries[0]?.run ?? '');
  const results = known.entries.map((entry): TakenBack => (held.has(placeOf(entry))
    ? { outcome: { sheet: entry.sheet, cell: entry.cell, word: 'stale', reason: '之后的一次更正也改了这个单元格；请先撤销那一次。' }, write: null, kept: true }
    : takeBack(entry, known)));
  const gone = new Set(known.entries.filter((_, at) => results[at]?.kept === false));
  const writes = results.flatMap(({ write }) => write ?? []);
  task.onWriting(writes.filter(({ content }) => content !== null).map(placeOf));
  const state = { ...known.state, journal: known.state.journal.filter((entry) => !gone.has(entry)) };
  await writeAll(batch, { writes, journal: 'last', state, listed: known.listed, notes: task.notes });
  return results.map(({ outcome }) => outcome);
}
