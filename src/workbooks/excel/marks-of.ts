// What an entry of the journal tells of fill and note, whichever host wrote it.
import type { KeptEntry } from '../package/journal';
import { NO_FILL } from './write-cell';

export interface OwnMarks {
  /** RRGGBB that we painted. */
  readonly mark: string | null;
  /** What belongs in its place: RRGGBB or NO_FILL. */
  readonly fill: string;
  /** False: the fill before was of a kind that only the file's own letters describe, such as a theme colour. */
  readonly exact: boolean;
  /** Our words in the note. */
  readonly note: string | null;
}

/** A fill element of a file as RRGGBB or NO_FILL; null when it says more than a plain colour. */
function plainFill(xml: string): string | null {
  if (/patternType\s*=\s*["']none["']/.test(xml) || !/patternType/.test(xml)) return NO_FILL;
  const rgb = /patternType\s*=\s*["']solid["']/.test(xml) && !/tint\s*=/.test(xml) ? /<fgColor\s[^>]*?rgb\s*=\s*["'](?:[\dA-Fa-f]{2})?([\dA-Fa-f]{6})["']/.exec(xml)?.[1] : undefined;
  return rgb?.toUpperCase() ?? null;
}

export function ownMarks({ live, restore }: KeptEntry): OwnMarks {
  if (live) return { mark: live.mark, fill: live.fill ?? NO_FILL, exact: true, note: live.note };
  if (!restore) return { mark: null, fill: NO_FILL, exact: true, note: null };
  const fill = restore.fill === null ? NO_FILL : plainFill(restore.fill);
  return { mark: restore.fill === null ? null : restore.mark, fill: fill ?? NO_FILL, exact: fill !== null, note: restore.note };
}

/** The entry at another address. What the host of files noted in the file's own letters holds for the old one only. */
export function relocated(entry: KeptEntry, cell: string): KeptEntry {
  const { restore: _restore, results: _results, ...rest } = entry;
  const { mark, fill, note } = ownMarks(entry);
  return { ...rest, cell, live: { mark, fill: fill === NO_FILL ? null : fill, note } };
}

/** What is left of an entry when its cell was given back and only the note could not be: undoing again takes up the note. */
export function noteOnly(entry: KeptEntry, given: KeptEntry['before']): readonly KeptEntry[] {
  const { note } = ownMarks(entry);
  if (note === null) return [];
  const { restore: _restore, ...rest } = entry;
  return [{ ...rest, before: { ...given, note: entry.before.note }, after: { ...given, note: entry.after.note }, live: { fill: null, mark: null, note } }];
}

/** Said of a cell whose note Excel would not let us take away. */
export const NOTE_STAYS = '批注没有去掉：请再试一次，或手工删除。';
