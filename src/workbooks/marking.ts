// How the tool marks a cell, the same in every host: colours, and its words below another's note.
import type { Severity } from '../model/finding';
import type { PlannedEdit } from '../model/plan';

/** Signs notes. */
export const AUTHOR = '表里如一';

/** Excel's own tones for bad, neutral and a quiet blue: RRGGBB. */
export const MARK_COLOURS: Readonly<Record<Severity, string>> = { error: 'FFC7CE', verify: 'FFEB9C', hint: 'DDEBF7' };

/** RRGGBB that an edit wants; null: the fill stays. */
export function colourOf({ mark, colour }: Pick<PlannedEdit, 'mark' | 'colour'>): string | null {
  return mark === null ? null : (colour ?? MARK_COLOURS[mark]);
}

const BELOW = `\n【${AUTHOR}】`;

/** Our text as it stands below another's. */
export function belowText(text: string): string {
  return BELOW + text;
}

/** The note says already what is to be said. */
export function saysAlready(note: string | null, wanted: string): boolean {
  return note !== null && (note === wanted || note.includes(belowText(wanted)));
}
