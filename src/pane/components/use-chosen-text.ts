// The text of a file that was chosen, however Windows programs wrote it; one that cannot be read is told.
import type { ChangeEvent } from 'react';
import { fileTextOf } from '../../reading/file-text';
import { usePane } from './pane-context';

/** Null: nothing was chosen, or the file has gone since. */
export function useChosenText(): (event: ChangeEvent<HTMLInputElement>) => Promise<string | null> {
  const { controller } = usePane();
  return async ({ target }) => {
    const [chosen] = target.files ?? [];
    if (!chosen) return null;
    const bytes = await chosen.arrayBuffer().catch(() => null);
    // The same file may be chosen again after it was put right; not before it was read.
    target.value = '';
    if (bytes) return fileTextOf(new Uint8Array(bytes));
    controller.tellGone(chosen.name);
    return null;
  };
}
