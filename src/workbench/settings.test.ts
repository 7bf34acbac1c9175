import { memoryPreferences } from '../pane/preferences';
import { asSettings, DEFAULT_SETTINGS, PANE_WIDTH, sharedPreferences, themeFor, withinWidths, type Settings } from './settings';

test('what another version or a hand has written is taken as far as it is valid', () => {
  expect(asSettings(null)).toEqual(DEFAULT_SETTINGS);
  expect(asSettings({ language: 'en-US', theme: 'neon', paneWidth: Number.NaN })).toEqual({ ...DEFAULT_SETTINGS, language: 'en-US' });
  expect(asSettings({ paneWidth: 99_999 }).paneWidth).toBe(PANE_WIDTH.most);
  expect(withinWidths(1)).toBe(PANE_WIDTH.least);
  expect(asSettings({ signedBy: '县财政局' }).signedBy).toBe('县财政局');
  expect(asSettings({ signedBy: ['县财政局'] }).signedBy).toBe('');
});

test('the system’s contrast theme goes before every choice; the system is followed where nothing was chosen', () => {
  expect(themeFor('light', { forcedColours: true, prefersDark: false })).toBe('high-contrast');
  expect(themeFor('auto', { forcedColours: false, prefersDark: true })).toBe('dark');
  expect(themeFor('light', { forcedColours: false, prefersDark: true })).toBe('light');
});

test('pane and bar share one language, and the pane checks again by itself unless the user said otherwise', async () => {
  let language: Settings['language'] = 'en-US';
  const kept = memoryPreferences();
  const shared = sharedPreferences(kept, () => language, (next) => (language = next));
  expect(await shared.read()).toEqual({ live: true, language: 'en-US' });
  await shared.write({ content: 'value', marks: 'both', palette: 'usual', live: false, language: 'zh-CN', role: '填报人', group: 'place' });
  expect(language).toBe('zh-CN');
  expect(await shared.read()).toMatchObject({ live: false, language: 'zh-CN' });
  await shared.clear();
  expect(language).toBe('auto');
});
