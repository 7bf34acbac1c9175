// Fluent's themes as Office shows them, with typefaces that carry Chinese on every system.
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export type PaneTheme = 'light' | 'dark' | 'high-contrast';

const FONT = '"Segoe UI", "Segoe UI Web (West European)", "Microsoft YaHei UI", "Microsoft YaHei", -apple-system, BlinkMacSystemFont, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** What the browser draws itself, such as scroll bars, calendars and lists to choose from; colours that are forced follow the system's choice. */
export const SCHEMES: Readonly<Record<PaneTheme, 'light' | 'dark' | 'light dark'>> = { light: 'light', dark: 'dark', 'high-contrast': 'light dark' };

export const THEMES: Readonly<Record<PaneTheme, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONT },
  dark: { ...webDarkTheme, fontFamilyBase: FONT },
  'high-contrast': { ...teamsHighContrastTheme, fontFamilyBase: FONT },
};
