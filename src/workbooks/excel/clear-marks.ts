// Takes away exactly our fills and notes: the journal tells which they are. Contents stay, and can still be taken back afterwards.
import { parseA1 } from '../../model/address';
import { grouped } from '../../model/grouped';
import type { WriteOutcome } from '../../model/plan';
import { landmarksOn, type Landmark } from '../landmarks';
import { NOT_FOUND } from '../moved-cells';
import { onlyMarked, type KeptEntry } from '../package/journal';
import type { Capabilities } from '../port';
import type { Batch } from './batch';
import { NO_MARKS, Refused } from './errors';
import { NOTE_STAYS, ownMarks } from './marks-of';
import { placeOf, readRecord } from './record';
import type { Remark } from './remarks-on-cells';
import type { Features } from './requirements';
import { inSlices } from './slices';
import { unmark } from './take-back';
import type { LiveCell } from './targets';
import { textsOn } from './texts-on';
import { writeAll } from './write-all';
import type { CellWrite } from './write-cell';

function marked(entry: KeptEntry): boolean {
  const { mark, note } = ownMarks(entry);
  return mark !== null || note !== null;
}

/** The entry without marks, for a later undo. */
function bare(entry: KeptEntry, note: string | null, landmarks: readonly Landmark[]): readonly KeptEntry[] {
  if (onlyMarked(entry)) return [];
  const { restore: _restore, ...rest } = entry;
  return [{ ...rest, before: { ...entry.before, note }, after: { ...entry.after, note }, live: { fill: null, mark: null, note: null }, landmarks: entry.landmarks ?? landmarks }];
}

/** The entry without its fill, its note still to be cleared. */
function keepingNote(entry: KeptEntry): KeptEntry {
  const { restore: _restore, ...rest } = entry;
  return { ...rest, live: { fill: null, mark: null, note: ownMarks(entry).note } };
}

interface Cleared {
  readonly outcome: WriteOutcome;
  readonly write: CellWrite | null;
  readonly noteAfter: string | null;
}

function clearCell(sheet: string, cell: string, newestFirst: readonly KeptEntry[], now: LiveCell | null, comment: Remark | null): Cleared {
  if (!now) return { outcome: { sheet, cell, word: 'failed', reason: `找不到工作表“${sheet}”，可能已改名或删除；改回原名后可再次清除。` }, write: null, noteAfter: null };
  if (now.locked) return { outcome: { sheet, cell, word: 'locked', reason: '工作表受保护且单元格已锁定；请先撤销工作表保护，再清除标记。' }, write: null, noteAfter: null };
  const { fill, note, noteAfter, reason, lost } = unmark(now, comment, newestFirst);
  return { outcome: lost ? { sheet, cell, word: 'stale', reason: NOT_FOUND } : { sheet, cell, word: 'applied', reason }, write: { sheet, cell, format: null, content: null, fill, note }, noteAfter };
}

/** What tells of each entry where its cell is, as the sheets stand. */
async function landmarksFor(batch: Batch, journal: readonly KeptEntry[], sheets: ReadonlySet<string>): Promise<(entry: KeptEntry) => readonly Landmark[]> {
  const texts = await textsOn(batch, sheets);
  const on = new Map([...sheets].map((name) => [name, landmarksOn(texts?.get(name) ?? [], journal.flatMap(({ sheet, cell }) => (sheet === name ? parseA1(cell) ?? [] : [])))]));
  return ({ sheet, cell }) => on.get(sheet)?.(parseA1(cell) ?? { row: 0, column: 0 }) ?? [];
}

/** One outcome a cell. `seen` is the journal as last seen here, a guess at the cells. Rejects when there is nothing of ours, and with what Excel refuses as a whole. */
export async function clearMarks(batch: Batch, features: Features, notes: Capabilities['notes'], seen: readonly KeptEntry[]): Promise<readonly WriteOutcome[]> {
  const { state, listed, comments, look } = await readRecord(batch, features, seen.filter(marked));
  const cells = grouped([...state.journal].reverse().filter(marked), placeOf);
  if (cells.size === 0) throw new Refused({ ok: false, word: 'nothing', reason: NO_MARKS });

  const landmarks = await landmarksFor(batch, state.journal, new Set([...cells.values()].flat().map(({ sheet }) => sheet)));
  const outcomes: WriteOutcome[] = [];
  let journal = state.journal;
  await inSlices([...cells.values()].map((entries) => ({ entries, sheet: entries[0]?.sheet ?? '', cell: entries[0]?.cell ?? '' })), async (slice) => {
    const targets = await look(slice);
    const cleared = new Map(slice.map((one) => [placeOf(one), clearCell(one.sheet, one.cell, one.entries, targets.cell(one.sheet, one.cell), comments.get(placeOf(one)) ?? null)] as const));
    const left = journal.flatMap((entry) => {
      const done = cleared.get(placeOf(entry));
      return done?.write ? bare(entry, done.noteAfter, landmarks(entry)) : [entry];
    });
    const noted = journal.flatMap((entry) => (!cleared.get(placeOf(entry))?.write ? [entry] : ownMarks(entry).note === null ? bare(entry, entry.after.note, landmarks(entry)) : [keepingNote(entry)]));
    const results = [...cleared.values()];
    const done = await writeAll(batch, { writes: results.flatMap(({ write }) => write ?? []), journal: 'last', state: { ...state, journal: left }, withoutNotes: { ...state, journal: noted }, listed, notes });
    journal = done ? left : noted;
    outcomes.push(...results.map(({ outcome, write }) => (!done && write?.note ? { ...outcome, reason: (outcome.reason ?? '') + NOTE_STAYS } : outcome)));
  });
  return outcomes;
}
