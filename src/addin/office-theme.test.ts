// Light, dark and high contrast from what Office and the system tell.
import { themeOf } from './office-theme';

describe('themeOf', () => {
  it('follows the brightness of Office’s background, not the browser', () => {
    expect(themeOf({ forcedColours: false, background: '#F3F2F1', prefersDark: true })).toBe('light');
    expect(themeOf({ forcedColours: false, background: '#262626', prefersDark: false })).toBe('dark');
    // A pure blue is dark to the eye although one channel is full.
    expect(themeOf({ forcedColours: false, background: '#0000FF', prefersDark: false })).toBe('dark');
  });

  it('follows the browser where Office tells nothing it understands', () => {
    expect(themeOf({ forcedColours: false, background: null, prefersDark: true })).toBe('dark');
    expect(themeOf({ forcedColours: false, background: 'white', prefersDark: false })).toBe('light');
  });

  it('gives way to the system’s contrast theme', () => {
    expect(themeOf({ forcedColours: true, background: '#FFFFFF', prefersDark: false })).toBe('high-contrast');
  });
});
