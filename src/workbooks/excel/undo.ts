// Takes back a run cell by cell from the journal in the workbook; what somebody changed since stays. Excel's own undo is not relied on.
import { parseA1, type Position } from '../../model/address';
import { isError } from '../../model/grid';
import type { CellImage, WriteOutcome, WriteWord } from '../../model/plan';
import type { KeptEntry } from '../package/journal';
import { areThere } from '../landmarks';
import { LOST } from '../moved-cells';
import type { Capabilities } from '../port';
import { sameFormula, sameValue } from '../sameness';
import type { Batch } from './batch';
import { NOTHING_TO_UNDO, Refused } from './errors';
import { noteOnly, NOTE_STAYS, ownMarks } from './marks-of';
import { placeOf, readRecord } from './record';
import type { Remark } from './remarks-on-cells';
import type { Features } from './requirements';
import { inSlices } from './slices';
import { unmark } from './take-back';
import type { LiveCell } from './targets';
import { textsOn } from './texts-on';
import { writeAll } from './write-all';
import type { CellWrite } from './write-cell';

const STALE = '更正之后单元格又被改动，保留现在的内容，只去掉标记和批注。';
/** Nothing of ours is at the address: most likely rows were inserted or deleted, and there is no note that tells where the cell went. */
const MOVED = '这里的内容和标记都不是更正时的，可能插入或删除过行、列：保留现在的内容；别处如留有底色，请手工清除。';

function holds(cell: LiveCell, image: CellImage): boolean {
  if (cell.formula !== null || image.formula !== null) return cell.formula !== null && image.formula !== null && sameFormula(cell.formula, image.formula);
  return (isError(cell.value) ? cell.value.error : null) === image.error && (isError(cell.value) || sameValue(cell.value, image.value));
}

/** Of the newest run, or of the one named. */
function ofRun(journal: readonly KeptEntry[], run: string | undefined): readonly KeptEntry[] {
  const wanted = run ?? journal.at(-1)?.run;
  return journal.filter((entry) => entry.run === wanted);
}

function entriesOf(journal: readonly KeptEntry[], run: string | undefined): readonly KeptEntry[] {
  const entries = ofRun(journal, run);
  if (entries.length > 0) return entries;
  throw new Refused({ ok: false, word: 'nothing', reason: run === undefined ? NOTHING_TO_UNDO : `工作簿中没有名为“${run}”的更正记录。` });
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

/** Whether the cell of an entry is still in its place, as far as its row tells; only asked where marks were cleared. */
async function placesOf(batch: Batch, entries: readonly KeptEntry[]): Promise<(entry: KeptEntry) => boolean> {
  const sheets = new Set(entries.flatMap(({ sheet, landmarks = [] }) => (landmarks.length > 0 ? [sheet] : [])));
  const texts = sheets.size > 0 ? await textsOn(batch, sheets) : null;
  const key = ({ row, column }: Position): string => `${row},${column}`;
  const bySheet = new Map([...(texts ?? [])].map(([name, all]) => [name, new Map(all.map((one) => [key(one), one.text]))]));
  return ({ sheet, cell, landmarks = [] }) => {
    const [said, at] = [bySheet.get(sheet), parseA1(cell)];
    return !said || !at || areThere(landmarks, at, (place) => said.get(key(place)) ?? null);
  };
}

/** Neither our fill nor our words are there: what came into the place of a deleted cell may hold the same by chance. Where Excel stopped while it wrote, the fill stands before the content does. */
function isLost(now: LiveCell, comment: Remark | null, entry: KeptEntry): boolean {
  const { mark, note } = ownMarks(entry);
  return mark !== null && note !== null && now.fill !== mark && !(now.note ?? comment?.text ?? '').includes(note);
}

function takeBack(entry: KeptEntry, now: LiveCell | null, comment: Remark | null, there: boolean): TakenBack {
  const { sheet, cell } = entry;
  const stay = (word: WriteWord, reason: string): TakenBack => ({ outcome: { sheet, cell, word, reason }, write: null, kept: true });
  if (!now) return stay('failed', `找不到工作表“${sheet}”，可能已改名或删除；改回原名后可再次撤销。`);
  if (now.locked) return stay('locked', '工作表受保护且单元格已锁定；请先撤销工作表保护，再按“撤销”。');
  const ours = holds(now, entry.after);
  const already = holds(now, entry.before);
  if (!there || (ours && !already && isLost(now, comment, entry))) return { outcome: { sheet, cell, word: 'stale', reason: LOST }, write: null, kept: false };
  const { fill, note, reason, lost } = unmark(now, comment, [entry]);
  const content = ours && !already ? entry.before : null;
  // Also where it is the same: Excel may change it with a formula that is put back.
  const format = ours && now.mayFormat && now.numberFormat === entry.after.numberFormat && (entry.before.numberFormat !== now.numberFormat || (content?.formula ?? null) !== null) ? entry.before.numberFormat : null;
  const word: WriteWord = ours || already ? 'applied' : 'stale';
  const reasons = [word === 'stale' ? (lost ? MOVED : STALE) : null, reason].filter((one) => one !== null).join('');
  return { outcome: { sheet, cell, word, reason: reasons === '' ? null : reasons }, write: { sheet, cell, format, content, fill, note }, kept: false };
}

export interface UndoTask {
  readonly run: string | undefined;
  readonly notes: Capabilities['notes'];
  /** The journal as last seen here: a guess at the cells, never taken for the journal. */
  readonly seen: readonly KeptEntry[];
  readonly onWriting: (places: readonly string[]) => void;
}

const HELD: Pick<WriteOutcome, 'word' | 'reason'> = { word: 'stale', reason: '之后的一次更正也改了这个单元格；请先撤销那一次。' };

/** One outcome an entry. Rejects with what Excel refuses as a whole; then the journal still stands, and undoing may be tried again. */
export async function undoRun(batch: Batch, features: Features, task: UndoTask): Promise<readonly WriteOutcome[]> {
  const { state, listed, comments, look } = await readRecord(batch, features, ofRun(task.seen, task.run));
  const entries = entriesOf(state.journal, task.run);
  const held = heldByNewer(state.journal, entries[0]?.run ?? '');
  const isThere = await placesOf(batch, entries);
  const gone = new Set<KeptEntry>();
  /** Notes that Excel would not let go. */
  const left = new Map<KeptEntry, readonly KeptEntry[]>();
  const outcomes: WriteOutcome[] = [];
  await inSlices(entries, async (slice) => {
    const targets = await look(slice);
    const results = slice.map((entry): TakenBack => (held.has(placeOf(entry))
      ? { outcome: { sheet: entry.sheet, cell: entry.cell, ...HELD }, write: null, kept: true }
      : takeBack(entry, targets.cell(entry.sheet, entry.cell), comments.get(placeOf(entry)) ?? null, isThere(entry))));
    const writes = results.flatMap(({ write }) => write ?? []);
    const going = new Set(slice.filter((_, at) => results[at]?.kept === false));
    task.onWriting(writes.filter(({ content }) => content !== null).map(placeOf));
    const journal = state.journal.flatMap((entry) => (gone.has(entry) ? left.get(entry) ?? [] : going.has(entry) ? [] : [entry]));
    const withNotes = state.journal.flatMap((entry) => (gone.has(entry) ? left.get(entry) ?? [] : going.has(entry) ? noteOnly(entry, entry.before) : [entry]));
    const done = await writeAll(batch, { writes, journal: 'last', state: { ...state, journal }, withoutNotes: { ...state, journal: withNotes }, listed, notes: task.notes });
    for (const entry of going) {
      gone.add(entry);
      if (!done) left.set(entry, noteOnly(entry, entry.before));
    }
    outcomes.push(...results.map(({ outcome, write }) => (!done && write?.note ? { ...outcome, reason: (outcome.reason ?? '') + NOTE_STAYS } : outcome)));
  });
  return outcomes;
}
