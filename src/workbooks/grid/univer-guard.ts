// What may be done in the grid: contents, fills and notes, because only those can be saved without loss; and looking around. All else is refused before it happens.

/** How what is refused is told apart: the file's own lock, that saving could not carry it, that cells would vanish behind merged ones, or that the browser, which the keys go on to, finds nothing on a canvas. */
export type RefusedFor = 'locked' | 'not-carried' | 'merged' | 'find';

const EDITING: readonly string[] = [
  'sheet.command.set-range-values', 'sheet.command.clear-selection-content', 'sheet.command.auto-clear-content',
  'sheet.command.set-background-color', 'sheet.command.reset-background-color', 'sheet.command.set-style',
  'sheet.command.auto-fill', 'sheet.command.refill', 'sheet.command.copy-down', 'sheet.command.copy-right',
  'sheet.command.update-note', 'sheet.command.delete-note', 'sheet.command.toggle-note-popup',
  'sheet.command.paste', 'sheet.command.paste-value', 'sheet.command.paste-by-short-key', 'univer.command.paste', 'univer.command.undo', 'univer.command.redo',
];
const LOOKING: readonly string[] = [
  'univer.command.copy', 'sheet.command.copy', 'nil',
  'sheet.command.move-selection', 'sheet.command.move-selection-enter-tab', 'sheet.command.expand-selection', 'sheet.command.select-all', 'sheet.command.select-range',
  'sheet.command.scroll-to-cell', 'sheet.command.scroll-view', 'sheet.command.scroll-view-reset', 'sheet.command.set-scroll-relative', 'sheet.command.set-zoom-ratio', 'sheet.command.change-zoom-ratio',
  'sheet.command.set-worksheet-activate', 'ui-sheet.command.show-menu-list',
  'sheet.command.delta-column-width', 'sheet.command.set-worksheet-col-width', 'sheet.command.set-col-auto-width',
];
/** The editor inside a cell: letters come and go, a look of single letters would be lost. */
const TYPING: readonly string[] = [
  'doc.command-cover-content', 'doc.command-replace-content', 'doc.command-replace-snapshot', 'doc.command.replace-selection', 'doc.command.replace-text-runs', 'doc.command.update-text',
  'doc.command.insert-text', 'doc.command.ime-input', 'doc.command.after-space', 'doc.command.enter', 'doc.command.break-line', 'doc.command.tab', 'doc.command.merge-two-paragraph',
  'doc.command.delete-left', 'doc.command.delete-right', 'doc.command.delete-text', 'doc.command.select-all', 'doc.command.copy', 'doc.command.cut', 'doc.command.inner-cut', 'doc.command.paste', 'doc.command.inner-paste',
  'doc.command.set-zoom-ratio', 'formula.command.insert-function',
];
/** What starts nothing but a window for what is refused. */
const REFUSED_OPERATIONS = new Set(['sheet.operation.rename-sheet', 'sheet.operation.open.numfmt.panel', 'sheet-permission.operation.openDialog', 'sheet-permission.operation.openPanel', 'sheet.operation.set-format-painter', 'sidebar.operation.defined-name']);
const COMMANDS = new Set([...EDITING, ...LOOKING, ...TYPING]);
const MUTATIONS = new Set([
  'sheet.mutation.set-range-values', 'sheet.mutation.set.numfmt', 'sheet.mutation.remove.numfmt', 'sheet.mutation.update-note', 'sheet.mutation.remove-note', 'sheet.mutation.toggle-note-popup', 'sheet.mutation.update-note-position',
  'sheet.mutation.set-worksheet-col-width', 'sheet.mutation.set-worksheet-row-auto-height', 'sheet.mutation.set-worksheet-row-is-auto-height', 'sheet.mutation.data-validation-formula-mark-dirty', 'sheet.mutation.empty',
]);

/** The kinds of command as Univer numbers them. */
const COMMAND = 0;
const MUTATION = 2;

export function isMutation(type: number | undefined): boolean {
  return type === MUTATION;
}

export function mayRun(id: string, type: number | undefined): boolean {
  if (type === COMMAND) return COMMANDS.has(id);
  if (type === MUTATION) return MUTATIONS.has(id) || id.startsWith('doc.mutation.') || id.startsWith('formula.mutation.');
  return !REFUSED_OPERATIONS.has(id);
}

/** Items of ribbon and menus that lead to something that may run; by their ids, which are those of their commands. */
const OFFERED = new Set([
  'univer.command.undo', 'univer.command.redo', 'univer.command.copy', 'univer.command.paste', 'sheet.command.copy', 'sheet.command.paste',
  'sheet.command.set-background-color', 'sheet.command.reset-background-color', 'sheet.command.clear-selection-content', 'sheet.menu.clear-selection',
  'sheet.operation.add-note-popup', 'sheet.command.delete-note', 'sheet.command.toggle-note-popup',
  'sheet.command.set-col-auto-width',
]);

/** A configuration of menus that hides each item not offered, those that a later version adds as well: it is asked item by item. */
export function offeredMenus(): Record<string, { hidden?: boolean }> {
  return new Proxy<Record<string, { hidden?: boolean }>>({}, {
    has: (_none, id) => typeof id === 'string' && !OFFERED.has(id),
    get: (_none, id) => (typeof id === 'string' && !OFFERED.has(id) ? { hidden: true } : undefined),
  });
}
