// Takes back what the journal in the file tells: cell by cell, leaving alone what somebody changed since.
import { a1, parseA1 } from '../../model/address';
import type { Position } from '../../model/address';
import type { WriteOutcome, WriteWord } from '../../model/plan';
import { areThere } from '../landmarks';
import { LOST } from '../moved-cells';
import type { KeptEntry, KeptResult, Restore } from './journal';
import { sameFormula, sameValue } from '../sameness';
import { mayStandIn } from './may-stand-in';
import { placedStateOf } from './moved-journal';
import { leaveCalcChain } from './patch-calc-chain';
import { cellText } from './patch-edit';
import { looksLikeFormula, restyleCell, sharedMasters } from './patch-content';
import type { Content } from './patch-content';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import type { OpenCell, SheetSession } from './patch-session';
import { withResult } from './patch-results';
import { attribute, childOf, rootOf } from './patch-xml';
import { solidFill } from './styles-edit';
import { removeResultSheet } from './result-sheet';
import { restoreResults, standAsLeft } from './restore-results';
import { guarded, isSigned, openPackage, putState, SIGNED } from './state';
import type { BytesOptions } from './state';

export interface UndoOptions extends BytesOptions {
  /** The run to take back, or 'all'; the newest one by default. */
  readonly run?: string;
  /** Take back every run, newest first. */
  readonly all?: boolean;
}

export type UndoResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly outcomes: readonly WriteOutcome[] }
  | { readonly ok: false; readonly reason: string; /** There was nothing to take away. */ readonly nothing?: true };

function sameContent(content: Pick<Content, 'value' | 'error' | 'formula'>, image: KeptEntry['before']): boolean {
  if (content.formula !== null || image.formula !== null) return content.formula !== null && image.formula !== null && sameFormula(content.formula, image.formula);
  return content.error === image.error && sameValue(content.value, image.value);
}

/** Cells as a run's results left them, by "sheet!A1". */
type Left = ReadonlyMap<string, KeptResult>;

/** The cell stands as the run left it but for its style: nobody has calculated or renumbered anything in it since. */
function onlyRestyled({ body }: SheetSession, { site, style }: OpenCell, kept: string, result: KeptResult | undefined): boolean {
  const styled = restyleCell(body.prefix, { ...site, raw: kept }, style);
  const expected = result?.raw === undefined || result.left === undefined ? null : withResult(result.raw, body.prefix, result.left);
  return site.raw === kept || site.raw === styled || (site.raw !== null && site.raw === expected && result?.raw === styled);
}

/** The stored cell element still means what it meant: its style looks the same, its text is the same, and it may stand among its neighbours of today. */
function stillMeans(session: EditSession, sheet: SheetSession, open: OpenCell, entry: KeptEntry, restore: Restore, left: Left): boolean {
  if (restore.raw === null) return true;
  const { body } = sheet;
  const tag = restore.raw.slice(0, restore.raw.indexOf('>') + 1);
  const style = Number(attribute(tag, 's') ?? 0);
  // Rows inserted or deleted since: it stands elsewhere now.
  if ((attribute(tag, 'r') ?? entry.cell).toUpperCase() !== entry.cell) return false;
  if (session.styles.fingerprint(style) !== restore.look || !mayStandIn(body.xml, body.prefix, restore.raw)) return false;
  // Where only the look was changed, what the cell holds is nobody's but its owner's: results calculated since must not grow old again.
  if (sameContent(entry.before, entry.after)) return onlyRestyled(sheet, open, restore.raw, left.get(`${entry.sheet}!${entry.cell}`));
  const content = session.content(body, { ...open.site, raw: restore.raw });
  if (content.kind === 'shared-master' && sharedMasters(body).has(sharedNumber(restore.raw))) return false;
  return content.formula === entry.before.formula && content.error === entry.before.error && sameValue(content.value, entry.before.value);
}

/** The number of the group that a shared formula leads; programs give others when they save. */
function sharedNumber(raw: string): string {
  const cell = rootOf(raw);
  const formula = cell && childOf(raw, cell, 'f');
  return (formula && attribute(raw.slice(formula.start, formula.openEnd), 'si')) ?? '';
}

/** Our mark and the fill element that belongs in its place; null when the fill was left alone. */
export function fillOf({ restore, live }: KeptEntry): { readonly mark: string; readonly fill: string } | null {
  if (restore) return restore.fill !== null && restore.mark !== null ? { mark: restore.mark, fill: restore.fill } : null;
  return live && live.mark !== null ? { mark: live.mark, fill: live.fill === null ? NO_FILL : solidFill(live.fill) } : null;
}

/** Our own words in the cell's note; null when none were written. */
export function wordsOf({ restore, live }: KeptEntry): string | null {
  return restore?.note ?? live?.note ?? null;
}

/** The style to give back where the file was saved anew and indexes mean something else. */
function formerStyle(session: EditSession, open: OpenCell, entry: KeptEntry, contentToo: boolean): number {
  const { styles } = session;
  const { before, after } = entry;
  const ours = fillOf(entry);
  const format = styles.formatCode(open.style);
  const quoted = (value: unknown) => typeof value === 'string' && looksLikeFormula(value);
  const change = {
    ...(ours && styles.fillColour(open.style) === ours.mark ? { fill: ours.fill } : {}),
    ...(contentToo && quoted(after.value) && !quoted(before.value) && styles.quotePrefix(open.style) ? { quotePrefix: false } : {}),
    ...(contentToo && format === after.numberFormat && format !== before.numberFormat ? { numberFormat: before.numberFormat } : {}),
  };
  return Object.keys(change).length === 0 ? open.style : styles.derive(open.style, change) ?? open.style;
}

/** The cells that tell whether the entries' cells are still in their places. */
function landmarkCells(entries: readonly KeptEntry[]): readonly string[] {
  return entries.flatMap(({ cell, landmarks = [] }) => landmarks.map(({ up, column }) => a1((parseA1(cell)?.row ?? 0) - up, column)));
}

/** What its row said when it was cleared stands elsewhere by now; or the cell holds what we wrote, but neither our fill nor our words: a neighbour that came here may hold the same by chance. Excel may have stopped between contents and marks, a file has all or nothing. */
function isLost({ styles }: EditSession, sheet: SheetSession, open: OpenCell, entry: KeptEntry): boolean {
  // Where a thread stands we write nothing; its stand-in among the notes goes with its cell as well.
  const [ours, words] = [fillOf(entry), wordsOf(entry) ?? entry.after.note];
  const textAt = ({ row, column }: Position): string | null => {
    const value = sheet.cell(a1(row, column))?.content.value;
    return typeof value === 'string' ? value : null;
  };
  if (!areThere(entry.landmarks ?? [], open.site.address, textAt)) return true;
  const holds = sameContent(open.content, entry.after) && !sameContent(open.content, entry.before);
  return entry.restore !== undefined && holds && ours !== null && words !== null && styles.fillColour(open.style) !== ours.mark && !(sheet.notes.read(entry.cell)?.text ?? '').includes(words);
}

/** Gives the cell's content and look back, as far as nobody else changed them. */
function restoreCell(session: EditSession, sheet: SheetSession, open: OpenCell, entry: KeptEntry, left: Left): WriteWord {
  const { restore, before, after } = entry;
  const ours = sameContent(open.content, after);
  const already = !ours && sameContent(open.content, before);
  const untouched = ours && restore !== undefined && session.styles.fingerprint(open.style) === restore.newLook;
  if (untouched && stillMeans(session, sheet, open, entry, restore, left)) {
    sheet.change(open.site, restore.raw, !sameContent(open.content, before));
    return 'applied';
  }
  const changed = ours && !sameContent(open.content, before);
  const style = formerStyle(session, open, entry, ours);
  sheet.change(open.site, cellText(sheet.body.prefix, open, style, changed ? before : null), changed);
  return ours || already ? 'applied' : 'stale';
}

/** Takes our note away; true when nothing of it is left. */
export function restoreNote(sheet: SheetSession, entry: KeptEntry): boolean {
  const { restore, cell, before, after } = entry;
  const words = wordsOf(entry);
  const at = parseA1(cell);
  if (words === null || !at) return true;
  const now = sheet.notes.read(cell);
  if (now === null) return true;
  const comment = restore ? restore.comment : null;
  const alone = restore ? comment === null : before.note === null;
  if (now.text === after.note && (alone || (comment !== null && now.text !== comment.text)) && sheet.notes.restore(cell, at, comment)) return true;
  if (now.text === after.note && alone) return false;
  return sheet.notes.cutOwn(cell, words);
}

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const STALE = '更正之后单元格又被改动，保留现在的内容，只去掉标记和批注。';
const NOTE_LEFT = '批注在更正之后被改动，予以保留。';

/** Takes back one run; entries whose sheet is gone are given back to be kept. `whole`: no entry of the run is left out. */
function undoRun(pkg: PackageEditor, entries: readonly KeptEntry[], whole: boolean): { readonly outcomes: WriteOutcome[]; readonly kept: KeptEntry[] } {
  const session = new EditSession(pkg);
  const outcomes: WriteOutcome[] = [];
  const kept: KeptEntry[] = [];
  const done: { sheet: SheetSession; entry: KeptEntry; outcome: number }[] = [];
  const results = entries.flatMap((entry) => entry.results ?? []);
  const left = new Map(results.map((result) => [`${result.sheet}!${result.cell}`, result]));
  const asLeft = whole && standAsLeft(pkg, results, session.strings);
  const names = [...new Set(entries.map((entry) => entry.sheet))];
  for (const name of names) {
    const own = entries.filter((entry) => entry.sheet === name);
    const sheet = session.open(name, [...own.map((entry) => entry.cell), ...landmarkCells(own)]);
    const lost = new Set<string>();
    for (const entry of own) {
      const open = sheet?.cell(entry.cell);
      if (!sheet || !open) {
        outcomes.push({ sheet: name, cell: entry.cell, word: 'failed', reason: `找不到工作表“${name}”，可能已改名或删除；改回原名后可再次撤销。` });
        kept.push(entry);
        continue;
      }
      if (isLost(session, sheet, open, entry)) {
        outcomes.push({ sheet: name, cell: entry.cell, word: 'stale', reason: LOST });
        continue;
      }
      const word = restoreCell(session, sheet, open, entry, left);
      outcomes.push({ sheet: name, cell: entry.cell, word, reason: word === 'stale' ? STALE : null });
      done.push({ sheet, entry, outcome: outcomes.length - 1 });
      if (entry.after.formula !== null && entry.before.formula === null && word === 'applied') lost.add(entry.cell);
    }
    if (sheet) leaveCalcChain(pkg, sheet.ref.sheetId, lost);
  }
  const clean = asLeft && outcomes.every(({ word }) => word === 'applied');
  session.write();
  for (const { sheet, entry, outcome } of done) {
    const known = outcomes[outcome];
    if (!restoreNote(sheet, entry) && known) outcomes[outcome] = { ...known, reason: [known.reason, NOTE_LEFT].filter(Boolean).join('') };
  }
  for (const sheet of new Set(done.map(({ sheet: s }) => s))) sheet.notes.settle();
  for (const sheet of new Set(done.filter(({ entry }) => entry.restore?.madeNotes).map(({ sheet: s }) => s))) sheet.notes.tidy();
  const settled = restoreResults(pkg, clean ? results : []);
  session.refreshResults(new Set(), settled);
  return { outcomes, kept };
}

/** Runs in the order of their first entries. */
function runsOf(journal: readonly KeptEntry[]): string[] {
  return [...new Set(journal.map((entry) => entry.run))];
}

/** A newer run that stays holds these cells: what it found there is what the older run left. */
function heldByNewer(journal: readonly KeptEntry[], run: string): Set<string> {
  const last = journal.map((entry) => entry.run).lastIndexOf(run);
  return new Set(journal.slice(last + 1).map((entry) => `${entry.sheet}!${entry.cell}`));
}

/** Who made the parts of notes may go before others who have notes in them: the last one takes the parts away. */
function heirOf(entry: KeptEntry, made: ReadonlySet<string>): KeptEntry {
  return entry.restore && made.has(entry.sheet) ? { ...entry, restore: { ...entry.restore, madeNotes: true } } : entry;
}

function undoAll(pkg: PackageEditor, options: UndoOptions): UndoResult {
  if (isSigned(pkg)) return { ok: false, reason: SIGNED };
  const { problems, ...stored } = placedStateOf(pkg);
  const { journal } = stored;
  const runs = runsOf(journal).reverse();
  const wanted = options.all === true ? runs : options.run === undefined ? runs.slice(0, 1) : runs.filter((run) => run === options.run);
  if (wanted.length === 0) {
    const reason = options.run === undefined ? '工作簿中没有表里如一的更正记录，没有可撤销的内容。' : `工作簿中没有名为“${options.run}”的更正记录。`;
    return problems.length > 0 ? { ok: false, reason: problems.join('') } : { ok: false, reason, nothing: true };
  }
  let left: readonly KeptEntry[] = journal;
  const outcomes: WriteOutcome[] = [];
  for (const run of wanted) {
    const held = heldByNewer(left, run);
    const own = left.filter((entry) => entry.run === run);
    const blocked = own.filter((entry) => held.has(`${entry.sheet}!${entry.cell}`));
    const undone = undoRun(pkg, own.filter((entry) => !blocked.includes(entry)), blocked.length === 0);
    outcomes.push(...undone.outcomes, ...blocked.map((entry): WriteOutcome => ({ sheet: entry.sheet, cell: entry.cell, word: 'stale', reason: '之后的一次更正也改了这个单元格；请先撤销那一次。' })));
    const made = new Set(own.filter(({ restore }) => restore?.madeNotes).map(({ sheet }) => sheet));
    left = left.filter((entry) => entry.run !== run || blocked.includes(entry) || undone.kept.includes(entry)).map((entry) => heirOf(entry, made));
  }
  if (left.length === 0) removeResultSheet(pkg);
  putState(pkg, { ...stored, journal: left });
  return { ok: true, bytes: pkg.write(options), outcomes };
}

/**
 * Takes back runs of applyPlan from the journal kept in the file. Cells that somebody changed since keep that content and are reported 'stale';
 * our mark and note go in any case.
 * @returns new bytes and one outcome per journal entry, or a Chinese sentence when there is nothing to take back. Never throws on bad files.
 */
export function undo(bytes: Uint8Array, options: UndoOptions = {}): UndoResult {
  const pkg = openPackage(bytes, options);
  return typeof pkg === 'string' ? { ok: false, reason: pkg } : guarded(() => undoAll(pkg, options));
}
