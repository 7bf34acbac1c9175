// Our marks off a cell, newest first: the fill that stood there before, the note without our words. What somebody changed since stays.
import { belowText } from '../marking';
import type { KeptEntry } from '../package/journal';
import { ownMarks } from './marks-of';
import type { Remark } from './remarks-on-cells';
import type { LiveCell } from './targets';
import { NO_FILL, type NoteWrite } from './write-cell';

export interface Unmarked {
  /** RRGGBB or NO_FILL; null: the fill stays. */
  readonly fill: string | null;
  readonly note: NoteWrite | null;
  /** The note's text afterwards. */
  readonly noteAfter: string | null;
  /** Of what we marked, neither fill nor words are there any more. */
  readonly lost: boolean;
  /** A Chinese sentence on what could not be given back exactly; null when all could. */
  readonly reason: string | null;
}

const NOTE_LEFT = '批注在更正之后被改动，予以保留。';
const FILL_LOST = '原来的填充色取自主题，没有还原，请手工设置。';
const NO_FORMATS = '工作表受保护，不允许设置格式，颜色没有清除。';

/** The note without our words; undefined when they are no longer found. */
function withoutWords(note: string, words: string): string | null | undefined {
  if (note === words) return null;
  const below = belowText(words);
  const at = note.lastIndexOf(below);
  return at < 0 ? undefined : note.slice(0, at) + note.slice(at + below.length);
}

/** What the cell looks like with our marks taken off, one entry after another. */
interface Bare {
  readonly fill: string;
  readonly note: string | null;
  readonly marked: boolean;
  readonly reasons: ReadonlySet<string>;
}

function bareOf(before: Pick<Bare, 'fill' | 'note'>, entries: readonly KeptEntry[]): Bare {
  let { fill, note } = before;
  let marked = false;
  const reasons = new Set<string>();
  for (const entry of entries) {
    const own = ownMarks(entry);
    marked ||= own.mark !== null || own.note !== null;
    if (own.mark !== null && fill === own.mark) {
      fill = own.fill;
      if (!own.exact) reasons.add(FILL_LOST);
    }
    if (own.note === null || note === null) continue;
    // Where our later words took the place of our earlier ones, the earlier ones come back with them.
    const rest = note === entry.after.note ? entry.before.note : withoutWords(note, own.note);
    if (rest === undefined) reasons.add(NOTE_LEFT);
    else note = rest;
  }
  return { fill, note, marked, reasons };
}

/** `entries` of one cell, newest first. */
export function unmark(cell: LiveCell, comment: Remark | null, entries: readonly KeptEntry[]): Unmarked {
  const before = { fill: cell.fill ?? NO_FILL, note: cell.note ?? comment?.text ?? null };
  const { fill, note, marked, reasons } = bareOf(before, entries);
  const fillChanged = fill !== before.fill;
  const id = cell.note === null ? comment?.id ?? '' : '';
  const write: NoteWrite | null = note === before.note ? null : note === null ? { kind: 'remove', id } : { kind: 'replace', text: note, id };
  const told = [...reasons, ...(fillChanged && !cell.mayFormat ? [NO_FORMATS] : [])];
  return {
    fill: fillChanged && cell.mayFormat ? fill : null,
    note: cell.mayNote ? write : null,
    noteAfter: note,
    lost: marked && !fillChanged && write === null && !reasons.has(NOTE_LEFT),
    reason: told.length > 0 ? told.join('') : null,
  };
}
