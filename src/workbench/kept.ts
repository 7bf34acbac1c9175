// What the workbench remembers on this computer, in the browser's storage; where that is blocked it forgets and goes on.
import type { PreferenceStore } from '../pane/preferences';
import type { SettingsStore } from './services';

const PREFIX = 'biaoli.';

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Kept for this page only.
  }
}

export const keptSettings: SettingsStore = { read: () => read('workbench'), write: (value) => write('workbench', value) };

export const keptPanePreferences: PreferenceStore = {
  // Beside a grid of its own the pane checks again by itself, until the user says otherwise.
  read: () => Promise.resolve(read('preferences') ?? { live: true }),
  write: (preferences) => Promise.resolve(write('preferences', preferences)),
  clear: () => Promise.resolve(write('preferences', null)),
};
