// What the pane remembers about its user, on this computer; never anything from a workbook.
import type { Language } from './catalogue';
import { PALETTE_NAMES, type PaletteName } from './palettes';

export interface Preferences {
  /** formula: live formulas where a correction has one. */
  readonly content: 'value' | 'formula';
  readonly marks: 'both' | 'fill' | 'none';
  /** Colours of the marks. */
  readonly palette: PaletteName;
  /** Check again after edits. */
  readonly live: boolean;
  readonly language: Language | 'auto';
  /** Who explains: offered again next time. */
  readonly role: string;
  readonly group: 'place' | 'severity' | 'rule';
}

export const DEFAULT_PREFERENCES: Preferences = { content: 'value', marks: 'both', palette: 'usual', live: false, language: 'auto', role: '填报人', group: 'place' };

/** Where preferences are kept. Losing them is no error: `read` gives null then, writing may fail silently. */
export interface PreferenceStore {
  read(): Promise<unknown>;
  write(preferences: Preferences): Promise<void>;
  clear(): Promise<void>;
}

/** For tests and hosts without storage: forgotten with the page. */
export function memoryPreferences(kept: unknown = null): PreferenceStore {
  let value = kept;
  return {
    read: () => Promise.resolve(value),
    write: (preferences) => {
      value = preferences;
      return Promise.resolve();
    },
    clear: () => {
      value = null;
      return Promise.resolve();
    },
  };
}

/** Takes what is still valid of what was kept, the default for everything else: an older version may have written it. */
export function asPreferences(kept: unknown): Preferences {
  const from = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((one) => one === value) ?? otherwise;
  const D = DEFAULT_PREFERENCES;
  return {
    content: oneOf(from.content, ['value', 'formula'], D.content),
    marks: oneOf(from.marks, ['both', 'fill', 'none'], D.marks),
    palette: oneOf(from.palette, PALETTE_NAMES, D.palette),
    live: from.live === true,
    language: oneOf(from.language, ['auto', 'zh-CN', 'en-US'], D.language),
    role: typeof from.role === 'string' && from.role.trim() !== '' ? from.role.slice(0, 20) : D.role,
    group: oneOf(from.group, ['place', 'severity', 'rule'], D.group),
  };
}
