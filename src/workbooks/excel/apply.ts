// Corrections into the open workbook, in three round trips whatever their number: read the cells again, read the record, write.
import { a1, parseA1 } from '../../model/address';
import type { PlannedEdit, WriteOutcome } from '../../model/plan';
import type { KeptEntry } from '../package/journal';
import type { Applied, Capabilities, Run } from '../port';
import type { Batch } from './batch';
import { decide, type Decision } from './decide';
import { failedAtNote } from './errors';
import { lookAgain, placeOf, type ExcelRecord } from './record';
import { withoutRemarks, type Features } from './requirements';
import { inSlices } from './slices';
import type { Targets } from './targets';
import { writeAll } from './write-all';

const NOTES_REFUSED = '内容已写入；单元格可能有旧式批注，Excel 没有让我们加批注。';
/** Added to what stopped a write that had begun. */
export const HALF_DONE = '写入没有做完，动过的单元格都已登记：请按“撤销”恢复原样，再重新核查。';

/** '$B$2' and 'b2' as B2; what is no address stays as it is. */
function plain(edit: PlannedEdit): PlannedEdit {
  const at = parseA1(edit.cell.toUpperCase());
  return at ? { ...edit, cell: a1(at.row, at.column) } : edit;
}

/** Our words that the newest entry of each cell left there. */
function ownNotes(journal: readonly KeptEntry[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const entry of journal) {
    const words = entry.live?.note ?? entry.restore?.note ?? null;
    if (words !== null) notes.set(placeOf(entry), words);
  }
  return notes;
}

export interface ApplyTask {
  readonly edits: readonly PlannedEdit[];
  readonly run: Run;
  readonly notes: Capabilities['notes'];
  /** Told which cells get new contents, just before they are written. */
  readonly onWriting: (places: readonly string[]) => void;
}

function decideAll(edits: readonly PlannedEdit[], { targets, state, comments }: ExcelRecord & { readonly targets: Targets }, { run, notes }: ApplyTask, seen: Set<string>): readonly Decision[] {
  const own = ownNotes(state.journal);
  return edits.map((edit): Decision => {
    const no = (reason: string): Decision => ({ outcome: { sheet: edit.sheet, cell: edit.cell, word: 'failed', reason }, write: null, entry: null });
    const place = placeOf(edit);
    if (!targets.sheets.has(edit.sheet)) return no(`找不到工作表“${edit.sheet}”。`);
    const cell = targets.cell(edit.sheet, edit.cell);
    if (!cell) return no(`“${edit.cell}”不是工作表内的单元格地址。`);
    if (seen.has(place)) return no('同一单元格在计划中出现了两次，只写入了第一次。');
    seen.add(place);
    return decide(cell, edit, { run, notes, comment: comments.get(place) ?? null, ownNote: own.get(place) ?? null });
  });
}

/** Writes what still holds. Rejects with what Excel refuses as a whole. */
export async function applyEdits(batch: Batch, features: Features, task: ApplyTask): Promise<Applied> {
  const outcomes: WriteOutcome[] = [];
  const written: KeptEntry[] = [];
  const seen = new Set<string>();
  await inSlices(task.edits, async (slice) => {
    const edits = slice.map(plain);
    const known = await lookAgain(batch, edits, features).catch((error: unknown) => {
      if (!failedAtNote(error)) throw error;
      return lookAgain(batch, edits, withoutRemarks(features));
    });
    const seenHere = new Set(seen);
    const decisions = decideAll(edits, known, task, seenHere);
    const writes = decisions.flatMap(({ write }) => write ?? []);
    const journal = decisions.flatMap(({ entry }) => entry ?? []);
    let notesWritten = true;
    if (journal.length > 0) {
      task.onWriting(writes.filter(({ content }) => content !== null).map(placeOf));
      const state = { ...known.state, journal: [...known.state.journal, ...journal] };
      notesWritten = await writeAll(batch, { writes, journal: 'first', state, withoutNotes: state, listed: known.listed, notes: task.notes });
    }
    for (const place of seenHere) seen.add(place);
    written.push(...journal);
    // An edit keeps the address that the plan gave it.
    outcomes.push(...decisions.map(({ outcome, write }, at) => ({ ...outcome, cell: slice[at]?.cell ?? outcome.cell, reason: !notesWritten && write?.note ? NOTES_REFUSED : outcome.reason })));
  });
  return { outcomes, journal: written };
}
