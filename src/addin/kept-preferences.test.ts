/** @jest-environment jsdom */
// The preferences through the real library over the page's real storage.
import { DEFAULT_PREFERENCES } from '../pane/preferences';
import { keptPreferences } from './kept-preferences';

describe('keptPreferences', () => {
  beforeEach(() => localStorage.clear());

  it('gives back what was kept, also to a page opened later', async () => {
    await keptPreferences('').write({ ...DEFAULT_PREFERENCES, role: '审核人' });
    expect(await keptPreferences('').read()).toEqual({ ...DEFAULT_PREFERENCES, role: '审核人' });
  });

  it('knows nothing at first, and nothing after clearing', async () => {
    const store = keptPreferences('');
    expect(await store.read()).toBeNull();
    await store.clear();
    await store.write(DEFAULT_PREFERENCES);
    await store.clear();
    expect(await store.read()).toBeNull();
  });

  it('keeps those who embed the page apart', async () => {
    await keptPreferences('https://a.example').write(DEFAULT_PREFERENCES);
    expect(await keptPreferences('https://b.example').read()).toBeNull();
  });

  it('goes on where storage is blocked', async () => {
    const blocked = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => { throw new Error('blocked'); });
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('full'); });
    await expect(keptPreferences('').write(DEFAULT_PREFERENCES)).resolves.toBeUndefined();
    expect(await keptPreferences('').read()).toBeNull();
    blocked.mockRestore();
    full.mockRestore();
  });
});
