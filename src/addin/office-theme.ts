// Which of the pane's themes fits Office's own: Office tells colours, the system tells about high contrast.
import type { PaneTheme } from '../pane/theme';

export interface ThemeSigns {
  /** The system replaces colours (Windows contrast themes). */
  readonly forcedColours: boolean;
  /** Office's background, #RRGGBB; null where Office does not tell. */
  readonly background: string | null;
  /** The browser's preference, for hosts that do not tell. */
  readonly prefersDark: boolean;
}

export function themeOf({ forcedColours, background, prefersDark }: ThemeSigns): PaneTheme {
  if (forcedColours) return 'high-contrast';
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '')?.slice(1).map((hex) => Number.parseInt(hex, 16));
  if (!channels) return prefersDark ? 'dark' : 'light';
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
}

/** Tells the theme now and after each change of the system's; the answer of Office is asked anew each time. */
export function watchTheme(background: () => string | null, onTheme: (theme: PaneTheme) => void): void {
  const [forced, dark] = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) => window.matchMedia(query));
  const tell = (): void => onTheme(themeOf({ forcedColours: forced?.matches === true, background: background(), prefersDark: dark?.matches === true }));
  forced?.addEventListener('change', tell);
  dark?.addEventListener('change', tell);
  tell();
}
