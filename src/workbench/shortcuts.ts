// Keys of the page: which one does what, and the list that is shown of them.
import type { WordKey } from './catalogue';

export type Shortcut = 'open' | 'save' | 'next' | 'previous' | 'keys';

export interface Stroke {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The focus is where letters are typed: in a field, or in the grid, where a letter begins an entry. */
  readonly typing: boolean;
}

/** What a stroke asks for; null: not ours. */
export function shortcutOf({ key, ctrl, shift, alt, typing }: Stroke): Shortcut | null {
  if (alt) return null;
  if (key === 'F6' && !ctrl) return shift ? 'previous' : 'next';
  if (ctrl && !shift) {
    const letter = key.toLowerCase();
    return letter === 'o' ? 'open' : letter === 's' ? 'save' : letter === '/' ? 'keys' : null;
  }
  return !ctrl && !typing && (key === '?' || key === '？') ? 'keys' : null;
}

interface KeyRow {
  readonly keys: readonly string[];
  readonly does: WordKey;
}

export const KEYS: readonly { readonly title: WordKey; readonly rows: readonly KeyRow[] }[] = [
  { title: 'keys.everywhere', rows: [{ keys: ['Ctrl+O'], does: 'keys.open' }, { keys: ['Ctrl+S'], does: 'keys.save' }, { keys: ['F6'], does: 'keys.next' }, { keys: ['Shift+F6'], does: 'keys.previous' }, { keys: ['?', 'Ctrl+/'], does: 'keys.help' }] },
  { title: 'keys.grid', rows: [{ keys: ['↑ ↓ ← →'], does: 'keys.move' }, { keys: ['F2', 'Enter'], does: 'keys.edit' }, { keys: ['Ctrl+Z'], does: 'keys.undo' }, { keys: ['Ctrl+Y'], does: 'keys.redo' }] },
  { title: 'keys.pane', rows: [{ keys: ['↑ ↓'], does: 'keys.list' }, { keys: ['Enter'], does: 'keys.show' }, { keys: ['Esc'], does: 'keys.fold' }] },
  { title: 'keys.splitter', rows: [{ keys: ['← →'], does: 'keys.width' }, { keys: ['Home', 'End'], does: 'keys.widest' }, { keys: ['Enter'], does: 'keys.reset' }] },
];
