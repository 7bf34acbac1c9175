// What the workbench remembers about its user, on this computer; never anything from a workbook.
import type { Language } from '../pane/catalogue';
import type { PreferenceStore } from '../pane/preferences';
import type { PaneTheme } from '../pane/theme';

export interface Settings {
  readonly language: Language | 'auto';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Pixels. */
  readonly paneWidth: number;
  /** Who signs the letters; '' until somebody wrote it. */
  readonly signedBy: string;
}

/** The pane is drawn for 320 to 450 pixels; wider is of use for long explanations only. */
export const PANE_WIDTH = { least: 320, usual: 360, most: 640 } as const;
export const DEFAULT_SETTINGS: Settings = { language: 'auto', theme: 'auto', paneWidth: PANE_WIDTH.usual, signedBy: '' };
const LONGEST_NAME = 100;

export function withinWidths(width: number): number {
  return Math.round(Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, width)));
}

/** Takes what is still valid of what was kept, the default for everything else. */
export function asSettings(kept: unknown): Settings {
  const from = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((one) => one === value) ?? otherwise;
  return {
    language: oneOf(from.language, ['auto', 'zh-CN', 'en-US'], DEFAULT_SETTINGS.language),
    theme: oneOf(from.theme, ['auto', 'light', 'dark'], DEFAULT_SETTINGS.theme),
    paneWidth: typeof from.paneWidth === 'number' && Number.isFinite(from.paneWidth) ? withinWidths(from.paneWidth) : DEFAULT_SETTINGS.paneWidth,
    signedBy: typeof from.signedBy === 'string' ? from.signedBy.slice(0, LONGEST_NAME) : DEFAULT_SETTINGS.signedBy,
  };
}

/** What the system asks for. */
export interface SystemLook {
  readonly forcedColours: boolean;
  readonly prefersDark: boolean;
}

/** The system's contrast theme goes before everything that was chosen here. */
export function themeFor(theme: Settings['theme'], { forcedColours, prefersDark }: SystemLook): PaneTheme {
  if (forcedColours) return 'high-contrast';
  return theme === 'auto' ? (prefersDark ? 'dark' : 'light') : theme;
}

/** Bar and pane have one language between them; and beside a grid the pane checks again by itself, unless the user said otherwise. */
export function sharedPreferences(store: PreferenceStore, language: () => Settings['language'], onLanguage: (language: Settings['language']) => void): PreferenceStore {
  return {
    async read() {
      const kept = await store.read();
      return { live: true, ...(typeof kept === 'object' ? kept : {}), language: language() };
    },
    async write(preferences) {
      onLanguage(preferences.language);
      await store.write(preferences);
    },
    async clear() {
      onLanguage('auto');
      await store.clear();
    },
  };
}
