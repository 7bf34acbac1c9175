// Pasting brings contents alone: looks, merges and sizes of another place would be lost in the file.
import type { Injector } from '@univerjs/core';
import { ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE } from '@univerjs/preset-sheets-core';

/** Lets the usual way of pasting do what "paste values" does. */
export function pasteValuesOnly(injector: Injector): void {
  const hooks = injector.get(ISheetClipboardService).getClipboardHooks();
  const usual = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE);
  const values = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE);
  if (!usual || !values) return;
  usual.onPasteCells = (from, to, cells, how) => values.onPasteCells?.(from, to, cells, how) ?? { undos: [], redos: [] };
}
