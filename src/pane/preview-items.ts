// The list that is looked through before anything is written: what would change, what depends on what.
import type { PlannedEdit } from '../model/plan';
import { displayed } from '../review/display';
import type { Language } from './catalogue';
import { titleIn } from './finding-words';
import { PALETTES, type PaletteName } from './palettes';
import type { Preferences } from './preferences';

export interface PreviewItem {
  /** sheet!A1 */
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  /** The rule's title, or an own check's name. */
  readonly rule: string;
  readonly before: string;
  /** '' when the cell is cleared. */
  readonly after: string;
  readonly formula: string | null;
  /** ticked: written · unticked: left by the user · dependent: left because it rests on one that was left. */
  readonly state: 'ticked' | 'unticked' | 'dependent';
}

export interface PreviewSheet {
  readonly sheet: string;
  readonly items: readonly PreviewItem[];
}

export function keyOfEdit({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

/** All corrections of the full plan by sheet; `planned` is what remains without those that were unticked. */
export function previewSheets(full: readonly PlannedEdit[], planned: readonly PlannedEdit[], unticked: ReadonlySet<string>, formatOf: (sheet: string, cell: string) => string, language: Language): readonly PreviewSheet[] {
  const now = new Map(planned.map((edit) => [keyOfEdit(edit), edit]));
  const sheets = [...new Set(full.map((edit) => edit.sheet))];
  return sheets.map((sheet) => ({
    sheet,
    items: full.filter((edit) => edit.sheet === sheet).map((edit): PreviewItem => {
      const key = keyOfEdit(edit);
      const shown = now.get(key) ?? edit;
      return {
        key, sheet, cell: edit.cell, rule: titleIn(language, edit), before: edit.before ?? '',
        after: displayed(shown.value, shown.numberFormat ?? formatOf(sheet, edit.cell)), formula: shown.formula,
        state: unticked.has(key) ? 'unticked' : now.has(key) ? 'ticked' : 'dependent',
      };
    }),
  }));
}

/** The edits as the user wants them marked. */
export function asMarked(edits: readonly PlannedEdit[], marks: Preferences['marks'], palette: PaletteName = 'usual'): readonly PlannedEdit[] {
  const tones = PALETTES[palette];
  return edits.map((edit) => {
    if (marks === 'none') return { ...edit, mark: null, note: null };
    const coloured = edit.mark === null || palette === 'usual' ? edit : { ...edit, colour: tones[edit.mark] };
    return marks === 'fill' ? { ...coloured, note: null } : coloured;
  });
}
