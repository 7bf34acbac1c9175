// Corrections into the open workbook, in three round trips whatever their number: read the cells again, read the record, write.
import { EMPTY_STATE, type PlannedEdit, type WriteOutcome } from '../../model/plan';
import { a1, parseA1 } from '../../model/address';
import type { KeptEntry } from '../package/journal';
import type { Applied, Capabilities, Run } from '../port';
import type { Batch } from './batch';
import { decide, type Decision } from './decide';
import { READ_ONLY, Refused } from './errors';
import { listRemarks, locateRemarks, noRemarks, type Remark } from './remarks-on-cells';
import type { Features } from './requirements';
import { askState, hasState, listState, type ExcelState } from './state-part';
import { askTargets, type Targets } from './targets';
import { writeAll } from './write-all';

export const NOTES_REFUSED = '内容已写入；单元格可能有旧式批注，Excel 没有让我们加批注。';
/** Added to what stopped a write that had begun. */
export const HALF_DONE = '写入没有做完，动过的单元格都已登记：请按“撤销”恢复原样，再重新核查。';

/** '$B$2' and 'b2' as B2; what is no address stays as it is. */
function plain(edit: PlannedEdit): PlannedEdit {
  const at = parseA1(edit.cell.toUpperCase());
  return at ? { ...edit, cell: a1(at.row, at.column) } : edit;
}

/** What a host must know before it writes: the cells as they are, the record, the threads. */
export interface Known {
  readonly targets: Targets;
  readonly state: ExcelState;
  readonly listed: readonly { readonly id: string }[];
  readonly comments: ReadonlyMap<string, Remark>;
}

export function refuseReadOnly(workbook: Excel.Workbook, features: Features): () => void {
  if (!features.readOnly) return () => undefined;
  workbook.load('readOnly');
  return () => {
    if (workbook.readOnly) throw new Refused(READ_ONLY);
  };
}

async function lookAgain(batch: Batch, edits: readonly PlannedEdit[], features: Features): Promise<Known> {
  const { context } = batch;
  const checkWritable = refuseReadOnly(context.workbook, features);
  const listed = listState(context);
  const remarks = listRemarks(context, { comments: features.comments, notes: false });
  const targets = askTargets(context, edits, features);
  await batch.sync();
  checkWritable();
  if (!hasState(listed) && noRemarks(remarks)) return { targets: targets(), state: EMPTY_STATE, listed: [], comments: new Map() };
  const found = { targets: targets(), listed: listed.items.map(({ id }) => ({ id })) };
  const state = askState(context, listed);
  const located = locateRemarks(remarks);
  await batch.sync();
  return { ...found, state: state(), comments: new Map(located().map((remark) => [`${remark.sheet}!${remark.cell}`, remark])) };
}

function ownNotes(journal: readonly KeptEntry[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { sheet, cell, live, restore } of journal) {
    const words = live?.note ?? restore?.note ?? null;
    if (words !== null) notes.set(`${sheet}!${cell}`, words);
  }
  return notes;
}

function decideAll(edits: readonly PlannedEdit[], known: Known, run: Run, notes: Capabilities['notes']): readonly Decision[] {
  const own = ownNotes(known.state.journal);
  const seen = new Set<string>();
  return edits.map((edit): Decision => {
    const no = (reason: string): Decision => ({ outcome: { sheet: edit.sheet, cell: edit.cell, word: 'failed', reason }, write: null, entry: null });
    const place = `${edit.sheet}!${edit.cell}`;
    if (!known.targets.sheets.has(edit.sheet)) return no(`找不到工作表“${edit.sheet}”。`);
    const cell = known.targets.cell(edit.sheet, edit.cell);
    if (!cell) return no(`“${edit.cell}”不是工作表内的单元格地址。`);
    if (seen.has(place)) return no('同一单元格在计划中出现了两次，只写入了第一次。');
    seen.add(place);
    return decide(cell, edit, { run, notes, comment: known.comments.get(place) ?? null, ownNote: own.get(place) ?? null });
  });
}

export interface ApplyTask {
  readonly edits: readonly PlannedEdit[];
  readonly run: Run;
  readonly notes: Capabilities['notes'];
  /** Told which cells get new contents, just before they are written. */
  readonly onWriting: (places: readonly string[]) => void;
}

/** Writes what still holds. Rejects with what Excel refuses as a whole. */
export async function applyEdits(batch: Batch, features: Features, task: ApplyTask): Promise<Applied> {
  const edits = task.edits.map(plain);
  const known = await lookAgain(batch, edits, features);
  const decisions = decideAll(edits, known, task.run, task.notes);
  const writes = decisions.flatMap(({ write }) => write ?? []);
  const journal = decisions.flatMap(({ entry }) => entry ?? []);
  let notesWritten = true;
  if (journal.length > 0) {
    task.onWriting(writes.filter(({ content }) => content !== null).map(({ sheet, cell }) => `${sheet}!${cell}`));
    const state = { ...known.state, journal: [...known.state.journal, ...journal] };
    notesWritten = await writeAll(batch, { writes, journal: 'first', state, listed: known.listed, notes: task.notes });
  }
  // An edit keeps the address that the plan gave it.
  const outcomes = decisions.map(({ outcome, write }, at): WriteOutcome => ({
    ...outcome, cell: task.edits[at]?.cell ?? outcome.cell, reason: !notesWritten && write?.note ? NOTES_REFUSED : outcome.reason,
  }));
  return { outcomes, journal };
}
