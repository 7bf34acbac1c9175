// Takes away our fills and notes and nothing else: the journal tells which they are. Contents stay, and can still be taken back afterwards.
import { parseA1 } from '../../model/address';
import { grouped } from '../../model/grouped';
import type { WriteOutcome } from '../../model/plan';
import type { Landmark } from '../landmarks';
import { NOT_FOUND } from '../moved-cells';
import { onlyMarked, type KeptEntry, type Restore } from './journal';
import { landmarksIn } from './landmarks-in';
import { placedStateOf } from './moved-journal';
import { restyleCell } from './patch-content';
import { cellText } from './patch-edit';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import type { OpenCell, SheetSession } from './patch-session';
import { attribute } from './patch-xml';
import { guarded, isSigned, openPackage, putState, SIGNED } from './state';
import type { BytesOptions } from './state';
import { fillOf, restoreNote, wordsOf } from './undo';
import type { UndoResult } from './undo';

function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

function marks(entry: KeptEntry): boolean {
  return fillOf(entry) !== null || wordsOf(entry) !== null;
}

/** The style without our fills: those of newer runs lie over those of older ones. `entries` newest first. */
function plainStyle(session: EditSession, marked: number, entries: readonly KeptEntry[]): number {
  let style = marked;
  for (const entry of entries) {
    const ours = fillOf(entry);
    if (ours && session.styles.fillColour(style) === ours.mark) style = session.styles.derive(style, { fill: ours.fill }) ?? style;
  }
  return style;
}

/** What stood in the cell before the entry, without the fills that `older` runs had put there: a later undo must not bring these back. */
function withoutOlderMarks(session: EditSession, { site }: OpenCell, { restore }: KeptEntry, older: readonly KeptEntry[], prefix: string): Partial<Restore> {
  const style = restore && restore.raw !== null ? Number(attribute(restore.raw.slice(0, restore.raw.indexOf('>') + 1), 's') ?? 0) : 0;
  if (!restore || restore.raw === null || session.styles.fingerprint(style) !== restore.look) return {};
  const plain = plainStyle(session, style, older);
  return plain === style ? {} : { raw: restyleCell(prefix, { ...site, raw: restore.raw }, plain), look: session.styles.fingerprint(plain) };
}

/**
 * How each entry tells, without our fills, what stood before it and the look that it left behind. `entries` are all of the cell, newest first.
 * The look is told anew only where the entry's own still stood: what somebody has given the cell since is theirs, and no later undo may take it for ours.
 */
function formerOf(session: EditSession, open: OpenCell, entries: readonly KeptEntry[], plain: number, prefix: string): ReadonlyMap<KeptEntry, Partial<Restore>> {
  /** The look that the entry has to have left, null where that cannot be told any more; and the one that undo will find there. */
  let [left, found]: [string | null, string] = [session.styles.fingerprint(open.style), session.styles.fingerprint(plain)];
  return new Map(entries.map((entry, at) => {
    const { restore } = entry;
    const former = withoutOlderMarks(session, open, entry, entries.slice(at + 1), prefix);
    const stands = restore !== undefined && restore.newLook === left;
    const told = stands ? { ...former, newLook: found } : former;
    left = stands ? restore.look : null;
    if (restore && !onlyMarked(entry)) found = former.look ?? restore.look;
    return [entry, told] as const;
  }));
}

/** The entry without marks, for a later undo; null when nothing of it is left. */
function bare(entry: KeptEntry, note: string | null, former: Partial<Restore>, landmarks: readonly Landmark[]): KeptEntry | null {
  if (onlyMarked(entry)) return null;
  const { live: _live, ...rest } = entry;
  const after = { ...entry.after, note };
  // One that was cleared before has them of the place where it was then.
  return { ...rest, after, landmarks: entry.landmarks ?? landmarks, ...(entry.restore ? { restore: { ...entry.restore, ...former, fill: null, mark: null, comment: null, note: null, madeNotes: false } } : {}) };
}

/** Of what the entries marked, neither fill nor words are there. */
function isGone({ styles }: EditSession, sheet: SheetSession, { site, style }: OpenCell, entries: readonly KeptEntry[]): boolean {
  const [fill, note] = [styles.fillColour(style), sheet.notes.read(site.ref)?.text ?? ''];
  return entries.every((entry) => {
    const words = wordsOf(entry);
    return fillOf(entry)?.mark !== fill && (words === null || !note.includes(words));
  });
}

interface Cleared {
  readonly sheet: SheetSession;
  readonly cell: string;
  readonly entries: readonly KeptEntry[];
  /** Of all entries of the cell: what stood there before, as far as it is to be told otherwise from now on. */
  readonly former: ReadonlyMap<KeptEntry, Partial<Restore>>;
  readonly landmarks: readonly Landmark[];
}

function clearAll(pkg: PackageEditor, options: BytesOptions): UndoResult {
  if (isSigned(pkg)) return { ok: false, reason: SIGNED };
  const { problems, ...stored } = placedStateOf(pkg);
  const { journal } = stored;
  const newestFirst = [...(journal as readonly KeptEntry[])].reverse();
  const ofCells = grouped(newestFirst, placeOf);
  const marked = newestFirst.filter(marks);
  // A record that cannot be read may have told of marks.
  if (marked.length === 0) return problems.length > 0 ? { ok: false, reason: problems.join('') } : { ok: false, reason: '工作簿中没有表里如一的标记，没有可清除的内容。', nothing: true };

  const session = new EditSession(pkg);
  const outcomes: WriteOutcome[] = [];
  const cleared: Cleared[] = [];
  const gone = new Set<string>();
  for (const name of new Set(marked.map(({ sheet }) => sheet))) {
    const cells = [...new Set(marked.filter(({ sheet }) => sheet === name).map(({ cell }) => cell))];
    const sheet = session.open(name, cells);
    const places = journal.flatMap((entry) => (entry.sheet === name ? parseA1(entry.cell) ?? [] : []));
    const landmarks = sheet ? landmarksIn(sheet, session.strings, places) : () => [];
    for (const cell of cells) {
      const open = sheet?.cell(cell);
      if (!sheet || !open) {
        outcomes.push({ sheet: name, cell, word: 'failed', reason: `找不到工作表“${name}”，可能已改名或删除；改回原名后可再次清除。` });
        continue;
      }
      const all = ofCells.get(`${name}!${cell}`) ?? [];
      const entries = all.filter(marks);
      if (isGone(session, sheet, open, entries)) {
        gone.add(`${name}!${cell}`);
        outcomes.push({ sheet: name, cell, word: 'stale', reason: NOT_FOUND });
        continue;
      }
      const style = plainStyle(session, open.style, entries);
      sheet.change(open.site, cellText(sheet.body.prefix, open, style, null), false);
      cleared.push({ sheet, cell, entries, former: formerOf(session, open, all, style, sheet.body.prefix), landmarks: landmarks(open.site.address) });
      outcomes.push({ sheet: name, cell, word: 'applied', reason: null });
    }
  }
  session.write();

  const byPlace = new Map<string, Cleared>();
  for (const one of cleared) {
    for (const entry of one.entries) restoreNote(one.sheet, entry);
    byPlace.set(placeOf({ sheet: one.sheet.ref.name, cell: one.cell }), one);
  }
  for (const sheet of new Set(cleared.map((one) => one.sheet))) sheet.notes.settle();
  for (const sheet of new Set(cleared.filter(({ entries }) => entries.some(({ restore }) => restore?.madeNotes)).map((one) => one.sheet))) sheet.notes.tidy();
  const left = (journal as readonly KeptEntry[]).flatMap((entry) => {
    // Undo tells of those whose cells nobody knows any more.
    if (gone.has(placeOf(entry))) return onlyMarked(entry) ? [] : [entry];
    const one = byPlace.get(placeOf(entry));
    return !one || parseA1(entry.cell) === null ? [entry] : bare(entry, one.sheet.notes.read(entry.cell)?.text ?? null, one.former.get(entry) ?? {}, one.landmarks) ?? [];
  });
  putState(pkg, { ...stored, journal: left });
  return { ok: true, bytes: pkg.write(options), outcomes };
}

/**
 * Takes away our fills and notes; what somebody put over them stays.
 * @returns new bytes and one outcome a cell, or a Chinese sentence when there is nothing of ours. Never throws on bad files.
 */
export function clearMarks(bytes: Uint8Array, options: BytesOptions = {}): UndoResult {
  const pkg = openPackage(bytes, options);
  return typeof pkg === 'string' ? { ok: false, reason: pkg } : guarded(() => clearAll(pkg, options));
}
