// Writes what a user typed into a workbook's bytes: the user's own work, so it may overwrite formulas and leaves no journal entry.
import { a1, MAX_COLUMN, MAX_ROW } from '../../model/address';
import type { WriteOutcome } from '../../model/plan';
import type { GridEdit, GridResult } from '../grid/grid-view';
import { leaveCalcChain } from './patch-calc-chain';
import { bodyOf } from './patch-cells';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import type { SheetSession } from './patch-session';
import { sheetsOf } from './patch-workbook';
import { guarded, isSigned, openPackage, SIGNED } from './state';
import type { BytesOptions } from './state';
import { decideTyped } from './user-edits-cell';
import type { TypedDecision } from './user-edits-cell';
import { writeNote } from './user-edits-notes';
import { putResults } from './user-edits-results';
import { followersOf, withOwnFormula } from './user-edits-shared';
import type { Follower } from './user-edits-shared';

export type UserEditsResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly outcomes: readonly WriteOutcome[] }
  | { readonly ok: false; readonly reason: string };

/** Edits of one sheet by A1; what was typed later into a cell comes on top. */
type SheetEdits = Map<string, GridEdit>;

interface Written {
  readonly sheet: SheetSession;
  readonly decisions: ReadonlyMap<string, TypedDecision>;
}

function isPlace({ row, column }: GridEdit): boolean {
  return Number.isInteger(row) && Number.isInteger(column) && row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN;
}

function bySheet(edits: readonly GridEdit[]): Map<string, SheetEdits> {
  const sheets = new Map<string, SheetEdits>();
  for (const edit of edits) {
    const own = sheets.get(edit.sheet) ?? new Map<string, GridEdit>();
    const ref = a1(edit.row, edit.column);
    if (isPlace(edit)) own.set(ref, { ...own.get(ref), ...edit });
    sheets.set(edit.sheet, own);
  }
  return sheets;
}

function followersIn(pkg: PackageEditor, name: string, edits: SheetEdits): Follower[] {
  const part = sheetsOf(pkg).find((sheet) => sheet.name === name)?.part;
  const body = part === undefined ? null : bodyOf(pkg.text(part) ?? '');
  return body ? followersOf(body, new Set([...edits].filter(([, { content }]) => content).map(([ref]) => ref))) : [];
}

function changeSheet(session: EditSession, name: string, edits: SheetEdits): Written | null {
  const followers = followersIn(session.pkg, name, edits);
  const sheet = session.open(name, [...new Set([...edits.keys(), ...followers.map(({ ref }) => ref)])]);
  if (!sheet) return null;
  const decisions = new Map<string, TypedDecision>();
  for (const [ref, edit] of edits) {
    const open = sheet.cell(ref);
    if (!open) continue;
    const decision = decideTyped(session, sheet, open, edit);
    decisions.set(ref, decision);
    if (decision.kind === 'yes' && decision.raw !== undefined) sheet.change(open.site, decision.raw, decision.contentChanged);
  }
  for (const { ref, master, formula } of followers) {
    const lead = decisions.get(master);
    const own = decisions.get(ref);
    const open = lead?.kind === 'yes' && lead.contentChanged && !(own?.kind === 'yes' && own.contentChanged) ? sheet.cell(ref) : null;
    const raw = (own?.kind === 'yes' ? own.raw : undefined) ?? open?.site.raw;
    if (open && raw !== undefined && raw !== null) sheet.change(open.site, withOwnFormula(raw, formula), false);
  }
  return { sheet, decisions };
}

/** Excel calls a file with two sheets of one name damaged; which of them is meant cannot be told. */
function hasTwin(pkg: PackageEditor, name: string): boolean {
  return sheetsOf(pkg).filter((sheet) => sheet.name.toLowerCase() === name.toLowerCase()).length > 1;
}

function outcomeOf(edit: GridEdit, written: Written | null, twin: boolean): WriteOutcome {
  const cell = a1(edit.row, edit.column);
  const decision = written?.decisions.get(cell);
  if (twin) return { sheet: edit.sheet, cell, word: 'unsupported', reason: `有两张工作表都叫“${edit.sheet}”，分不清写到哪一张，没有写入；请在 Excel 或 WPS 中改名后再试。` };
  if (!written) return { sheet: edit.sheet, cell, word: 'failed', reason: `找不到工作表“${edit.sheet}”，没有写入。` };
  if (!isPlace(edit) || !decision) return { sheet: edit.sheet, cell: isPlace(edit) ? cell : '', word: 'failed', reason: '单元格不在工作表的范围内，没有写入。' };
  return decision.kind === 'yes' ? { sheet: edit.sheet, cell, word: 'applied', reason: null } : { sheet: edit.sheet, cell, word: decision.word, reason: decision.reason };
}

function writeAll(pkg: PackageEditor, bytes: Uint8Array, edits: readonly GridEdit[], results: readonly GridResult[], options: BytesOptions): UserEditsResult {
  if (isSigned(pkg)) return { ok: false, reason: SIGNED };
  const session = new EditSession(pkg);
  const asked = bySheet(edits);
  const twins = new Set([...asked.keys()].filter((name) => hasTwin(pkg, name)));
  const sheets = new Map([...asked].map(([name, own]) => [name, twins.has(name) ? null : changeSheet(session, name, own)]));
  session.write();

  const uncached = new Set<string>();
  for (const written of sheets.values()) {
    if (!written) continue;
    const { sheet, decisions } = written;
    const lost = new Set<string>();
    for (const [ref, decision] of decisions) {
      if (decision.kind === 'no') continue;
      if (decision.note !== undefined) writeNote(sheet, ref, decision.note);
      if (decision.lostFormula) lost.add(ref);
      if (decision.uncached) uncached.add(`${sheet.ref.name}!${ref}`);
    }
    sheet.notes.settle();
    leaveCalcChain(pkg, sheet.ref.sheetId, lost);
  }
  putResults(pkg, results, session.refreshResults(uncached).left);
  const outcomes = edits.map((edit) => outcomeOf(edit, sheets.get(edit.sheet) ?? null, twins.has(edit.sheet)));
  return { ok: true, bytes: pkg.changed ? pkg.write(options) : bytes, outcomes };
}

/**
 * Writes typed values, formulas, fills, notes and number formats; everything that they do not need stays byte for byte, the journal and the waivers among it.
 * @param results what the grid shows for formulas now; taken where the file's own results cannot be calculated here
 * @returns new bytes (the same ones when nothing was to be done) and one outcome for each edit in their order, or a Chinese sentence when the file cannot be written at all. Never throws on bad files.
 */
export function writeUserEdits(bytes: Uint8Array, edits: readonly GridEdit[], results: readonly GridResult[], options: BytesOptions = {}): UserEditsResult {
  const pkg = openPackage(bytes, options);
  return typeof pkg === 'string' ? { ok: false, reason: pkg } : guarded(() => writeAll(pkg, bytes, edits, results, options));
}
