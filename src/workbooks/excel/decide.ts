// One planned edit against the cell as it stands now: what is in its way, and what the cell becomes. The words are those of the host of files.
import { isError } from '../../model/grid';
import type { CellImage, PlannedEdit, WriteOutcome, WriteWord } from '../../model/plan';
import { unfit } from '../cell-limits';
import { belowText, colourOf, saysAlready } from '../marking';
import type { KeptEntry } from '../package/journal';
import type { Capabilities, Run } from '../port';
import { sameFormula, sameValue } from '../sameness';
import type { Remark } from './remarks-on-cells';
import type { LiveCell } from './targets';
import { formatFor, type CellWrite, type Content, type NoteWrite } from './write-cell';

export type Decision =
  | { readonly outcome: WriteOutcome; readonly write: null; readonly entry: null }
  | { readonly outcome: WriteOutcome; readonly write: CellWrite; readonly entry: KeptEntry };

export interface Surroundings {
  readonly run: Run;
  readonly notes: Capabilities['notes'];
  /** The threaded comment at the cell. */
  readonly comment: Remark | null;
  /** Our words of an earlier run at the cell. */
  readonly ownNote: string | null;
}

function imageOf(cell: LiveCell, note: string | null): CellImage {
  const error = isError(cell.value) ? cell.value.error : null;
  return { value: isError(cell.value) ? null : cell.value, error, formula: cell.formula, numberFormat: cell.numberFormat, note };
}

function sameContent(cell: LiveCell, edit: PlannedEdit): boolean {
  if (edit.formula !== null) return cell.formula !== null && sameFormula(cell.formula, edit.formula);
  // A formula whose result is the value already is left as it is.
  return !isError(cell.value) && sameValue(cell.value, edit.value);
}

/** Why new content cannot be put into the cell. */
function refusal(cell: LiveCell, edit: PlannedEdit): readonly [WriteWord, string] | null {
  if (cell.formula !== null && edit.formula === null) return ['formula', '单元格里是公式，不用数值覆盖；请检查公式本身。'];
  if (cell.spilled) return ['formula', '单元格显示的是别处一个数组公式的结果，不能单独改写；请检查那个公式。'];
  return unfit(edit);
}

interface NoteDecision {
  readonly write: NoteWrite | null;
  /** What the note or comment will be; only of interest where something is written. */
  readonly after: string | null;
  readonly reason: string | null;
}

const NO_NOTE: NoteDecision = { write: null, after: null, reason: null };

function noteOf(cell: LiveCell, wanted: string | null, { notes, comment, ownNote }: Surroundings): NoteDecision {
  if (wanted === null || wanted === '' || notes === 'none') return NO_NOTE;
  const now = notes === 'note' ? cell.note : comment?.text ?? null;
  if (saysAlready(now, wanted)) return NO_NOTE;
  const ours = now !== null && now === ownNote;
  // Words in a thread are their writers'; ours may only stand alone or below a plain note.
  if (comment && !ours) return { ...NO_NOTE, reason: '该单元格有会话批注，为免改动它，没有另加批注。' };
  if (!cell.mayNote) return { ...NO_NOTE, reason: '工作表受保护，不允许加批注，只改了内容。' };
  if (now === null) return { write: { kind: 'add', text: wanted }, after: wanted, reason: null };
  // Our own earlier note gives way to the new one; the words of others stay.
  const others = ownNote === null || ours ? now : now.replace(belowText(ownNote), '');
  const text = ours ? wanted : others + belowText(wanted);
  return { write: { kind: 'replace', text, id: comment?.id ?? '' }, after: text, reason: null };
}

/** What of an edit the cell does not have yet; null: it has it already, or the edit does not ask for it. */
interface Missing {
  readonly content: Content | null;
  readonly format: string | null;
  /** RRGGBB. */
  readonly fill: string | null;
  readonly note: NoteDecision;
  /** Why the fill stays although a mark was asked for; null where it does not, or none was. */
  readonly fillKept: string | null;
}

function missingOf(cell: LiveCell, edit: PlannedEdit, around: Surroundings): Missing {
  const contentSame = sameContent(cell, edit);
  const format = contentSame && edit.numberFormat === null ? cell.numberFormat : formatFor({ value: edit.value, formula: edit.formula, numberFormat: edit.numberFormat ?? cell.numberFormat });
  const colour = colourOf(edit);
  return {
    content: contentSame ? null : { value: edit.value === '' ? null : edit.value, error: null, formula: edit.formula === null ? null : edit.formula.replace(/^=/, '') },
    format: format === cell.numberFormat ? null : format,
    fill: cell.patterned || colour === cell.fill ? null : colour,
    note: noteOf(cell, edit.note, around),
    fillKept: cell.patterned && colour !== null ? '单元格的底色是图案或渐变，为免改动它，没有标色。' : null,
  };
}

function reasonsOf(...reasons: readonly (string | null)[]): string | null {
  return reasons.filter((one) => one !== null).join('') || null;
}

/** Why nothing is done, in the order in which it is told. */
function hindrance(cell: LiveCell, edit: PlannedEdit, { content, format, fill, note, fillKept }: Missing): readonly [WriteWord, string | null] | null {
  if (cell.covered) return ['unsupported', '该单元格在合并区域内部，不是左上角单元格；请改在左上角单元格。'];
  if (content === null && format === null && fill === null && note.write === null) return ['unchanged', reasonsOf(note.reason, fillKept)];
  if (cell.locked) return ['locked', '工作表受保护且单元格已锁定；请先撤销工作表保护。'];
  if (edit.before !== null && cell.text !== edit.before) return ['stale', `核查之后单元格已改动（现为“${cell.text}”）；请重新核查。`];
  return content === null ? null : refusal(cell, edit);
}

/** Without the looks that the sheet's protection forbids, and what is to be said then; null: everything may be done. */
function allowed(cell: LiveCell, missing: Missing): { readonly missing: Missing; readonly reason: string | null } {
  const forbidden = !cell.mayFormat && (missing.format !== null || missing.fill !== null);
  const reason = reasonsOf(missing.note.reason, missing.fillKept, forbidden ? '工作表受保护，不允许设置格式，没有标色。' : null);
  return { missing: forbidden ? { ...missing, format: null, fill: null } : missing, reason };
}

/** Decides; nothing is written yet. */
export function decide(cell: LiveCell, edit: PlannedEdit, around: Surroundings): Decision {
  const no = (word: WriteWord, reason: string | null): Decision => ({ outcome: { sheet: edit.sheet, cell: edit.cell, word, reason }, write: null, entry: null });
  const asked = missingOf(cell, edit, around);
  const hindered = hindrance(cell, edit, asked);
  if (hindered) return no(...hindered);
  const { missing: { content, format, fill, note }, reason } = allowed(cell, asked);
  if (content === null && format === null && fill === null && note.write === null) return no('locked', reason ?? '');

  // Excel gives a formula in a General cell the look of what it rests on, a score that of a percentage: General is then asked for by name.
  const named = content !== null && content.formula !== null && cell.numberFormat === 'General' && cell.mayFormat ? 'General' : null;
  const noteNow = around.notes === 'note' ? cell.note : around.comment?.text ?? cell.note;
  const before = imageOf(cell, noteNow);
  const after: CellImage = { ...before, ...content, numberFormat: format ?? cell.numberFormat, note: note.write ? note.after : noteNow };
  const { sheet, cell: address } = cell;
  return {
    outcome: { sheet: edit.sheet, cell: edit.cell, word: 'applied', reason },
    write: { sheet, cell: address, format: format ?? named, content, fill, note: note.write },
    entry: {
      ...around.run, sheet, cell: address, rule: edit.rule, before, after,
      live: { fill: cell.fill, mark: fill, note: note.write ? edit.note : null },
    },
  };
}
