// The grid on the page: Univer shows the workbook, what the user does there is told as edits, and what we write never comes back as one.
import { CustomCommandExecutionError, ICommandService, IUniverInstanceService, LifecycleService, LifecycleStages, LocaleService, ThemeService, UniverInstanceType, type ICommandInfo, type IExecutionOptions, type Workbook, type Worksheet } from '@univerjs/core';
import { DeviceInputEventType, FormulaDataModel, IEditorBridgeService, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import { a1 } from '../../model/address';
import { isError } from '../../model/grid';
import type { GridEdit, GridResult, GridView } from './grid-view';
import type { PictureChange, WorkbookPicture } from './picture';
import { calculationsOf } from './univer-calculations';
import { workbookData } from './univer-data';
import { colourOf, editBetween, sameValue, valueOf, type CellState } from './univer-edits';
import { isMutation, mayRun, type RefusedFor } from './univer-guard';
import { focusIn } from './univer-focus';
import { LOCALES, startUniver, wordsOf, type GridLanguage } from './univer-start';
import { tendParts } from './univer-parts';
import { pasteValuesOnly } from './univer-paste';
import { putChange } from './univer-put';
import { KEY, OURS, shownSheet, type Shown } from './univer-shown';
import { speechIn, type Standing } from './univer-speech';
import { cellsOf, dropCells, dropForeignStyle, type TouchedCell } from './univer-touched';

export type GridTheme = 'light' | 'dark' | 'contrast';
export interface UniverOptions {
  readonly theme: GridTheme;
  readonly language: GridLanguage;
  /** The user asked for what the grid does not do: `command` is Univer's name for it. */
  readonly onRefused?: (command: string, why: RefusedFor) => void;
}

/** After these the user stands somewhere else. */
const MOVES = new Set(['sheet.operation.set-selections', 'sheet.operation.set-worksheet-active']);

function isDark(theme: GridTheme): boolean {
  // A canvas knows no forced colours: of the two looks the one nearer to the user's is taken.
  return theme === 'dark' || (theme === 'contrast' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/**
 * Starts the grid in `container`, empty. It fills the container, which must have a height.
 * Hidden sheets are opened by `reveal` in the view alone; column widths and the zoom are the view's alone as well.
 */
export async function openUniverView(container: HTMLElement, options: UniverOptions): Promise<GridView> {
  const univer = startUniver({ container, language: options.language, words: await wordsOf(options.language), dark: isDark(options.theme) });
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const calculations = calculationsOf(commands);
  const listeners = new Set<(edits: readonly GridEdit[]) => void>();
  let shown: readonly Shown[] = [];
  let unit: string | null = null;
  let count = 0;
  /** Of all sheets that came later: the place of one that went away is taken by another. */
  let added = 0;
  /** Cells whose formula gave something since results() was asked last. */
  let calculated = new Set<string>();
  const befores = new WeakMap<object, readonly (readonly [TouchedCell, CellState])[]>();

  const book = (): Workbook | null => (unit === null ? null : instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET) ?? null);
  const sheetOf = (id: string): Shown | undefined => shown.find((sheet) => sheet.id === id);
  const named = (name: string): Shown | undefined => shown.find((sheet) => sheet.name === name);

  function formulaAt(worksheet: Worksheet, row: number, column: number): string | null {
    const cell = worksheet.getCellRaw(row, column);
    if (!cell || (!cell.f && !cell.si)) return null;
    const text = cell.si ? injector.get(FormulaDataModel).getFormulaStringByCell(row, column, worksheet.getSheetId(), worksheet.getUnitId()) : cell.f;
    return text ? text.replace(/^=/, '') : null;
  }

  function stateOf({ sheet, row, column }: TouchedCell): CellState {
    const workbook = book();
    const worksheet = workbook?.getSheetBySheetId(sheet);
    if (!workbook || !worksheet) return { formula: null, value: null, fill: null, numberFormat: 'General', note: null };
    const cell = worksheet.getCellRaw(row, column);
    const style = workbook.getStyles().getStyleByCell(cell);
    const formula = formulaAt(worksheet, row, column);
    const note = injector.get(SheetsNoteModel).getNote(workbook.getUnitId(), sheet, { row, col: column });
    return { formula, value: valueOf(cell, formula !== null), fill: colourOf(style?.bg?.rgb), numberFormat: style?.n?.pattern ?? 'General', note: note?.note ?? null };
  }

  function refuse(command: string, why: RefusedFor): never {
    options.onRefused?.(command, why);
    throw new CustomCommandExecutionError(command);
  }

  function guard(command: Readonly<ICommandInfo>, how: IExecutionOptions = {}): void {
    if (unit === null || how['ours'] === true) return;
    const { id, type, params } = command;
    if (how['fromFormula'] === true) {
      if (params) keepKnownResults(id, params);
      return;
    }
    if (!mayRun(id, type)) refuse(id, 'not-carried');
    if (id === 'sheet.operation.set-cell-edit-visible' && (params as { visible?: boolean } | undefined)?.visible === true) {
      const place = selection();
      if (place && sheetOf(place.id)?.locks(place.row, place.column) === true) refuse(id, 'locked');
    }
    if (!isMutation(type) || !params) return;
    const touched = cellsOf(id, params);
    if (touched.length === 0) return;
    if (touched.some(({ sheet, row, column }) => sheetOf(sheet)?.locks(row, column) === true)) refuse(id, 'locked');
    dropForeignStyle(id, params);
    befores.set(params, touched.map((cell) => [cell, stateOf(cell)] as const));
  }

  /** A formula that this engine does not know keeps the result that the file came with. */
  function keepKnownResults(id: string, params: object): void {
    dropCells(id, params, ({ sheet, row, column }, cell) => {
      if (cell?.v !== '#NAME?') return false;
      const known = sheetOf(sheet)?.results.get(row * KEY + column);
      return known !== undefined && known !== null && !isError(known);
    });
  }

  function heard(command: Readonly<ICommandInfo>, how: IExecutionOptions = {}): void {
    const { id, type, params } = command;
    if (!isMutation(type) || !params || unit === null) return;
    if (how['fromFormula'] === true) {
      for (const { sheet, row, column } of cellsOf(id, params)) calculated.add(`${sheet}!${row * KEY + column}`);
      return;
    }
    const before = befores.get(params);
    if (!before || how['ours'] === true) return;
    befores.delete(params);
    const edits = before.flatMap(([cell, was]) => {
      const sheet = sheetOf(cell.sheet);
      const edit = sheet ? editBetween({ sheet: sheet.name, row: cell.row + 1, column: cell.column + 1 }, was, stateOf(cell)) : null;
      // What is given for a new formula is known only after it has been calculated.
      if (edit?.content) sheet?.results.delete(cell.row * KEY + cell.column);
      return edit ? [edit] : [];
    });
    if (edits.length === 0) return;
    for (const listener of listeners) listener(edits);
    speech.moved();
  }

  /** Takes what is being typed as typed; told at once. */
  function finishTyping(): void {
    if (unit !== null && injector.get(IEditorBridgeService).isVisible().visible) commands.syncExecuteCommand('sheet.operation.set-cell-edit-visible', { visible: false, eventType: DeviceInputEventType.PointerDown, unitId: unit }, OURS);
  }

  const focus = focusIn(container, injector, finishTyping);
  const parts = tendParts(container, options.language, () => options.onRefused?.('sheet.operation.rename-sheet', 'not-carried'));

  const speech = speechIn(container, options.language, standing);
  const hearings = [commands.beforeCommandExecuted(guard), commands.onCommandExecuted(heard), commands.onCommandExecuted(({ id }) => {
    if (MOVES.has(id)) speech.moved();
  })];

  function selection(): { readonly id: string; readonly row: number; readonly column: number } | null {
    const worksheet = book()?.getActiveSheet();
    const primary = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    return worksheet && primary ? { id: worksheet.getSheetId(), row: primary.isMerged ? primary.startRow : primary.actualRow, column: primary.isMerged ? primary.startColumn : primary.actualColumn } : null;
  }

  function standing(): Standing | null {
    const worksheet = book()?.getActiveSheet();
    const place = selection();
    const sheet = place && sheetOf(place.id);
    if (!worksheet || !sheet || injector.get(IEditorBridgeService).isVisible().visible) return null;
    const { row, column } = place;
    const one = worksheet.getCellInfoInMergeData(row, column);
    const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range ?? one;
    // Of whole rows and columns Univer leaves the ends open.
    const [top, left] = [range.startRow || 0, range.startColumn || 0];
    const bottom = Number.isNaN(range.endRow) ? worksheet.getRowCount() - 1 : range.endRow;
    const right = Number.isNaN(range.endColumn) ? worksheet.getColumnCount() - 1 : range.endColumn;
    const isMore = top < one.startRow || left < one.startColumn || bottom > one.endRow || right > one.endColumn;
    const { formula, note } = stateOf({ sheet: sheet.id, row, column });
    return {
      sheet: sheet.name, cell: a1(row + 1, column + 1), text: String(worksheet.getCell(row, column)?.v ?? ''), hasFormula: formula !== null, isLocked: sheet.locks(row, column), note,
      area: isMore ? { from: a1(top + 1, left + 1), to: a1(bottom + 1, right + 1), cells: (bottom - top + 1) * (right - left + 1) } : null,
    };
  }

  async function show(picture: WorkbookPicture): Promise<void> {
    const old = unit;
    unit = null;
    calculated = new Set();
    if (old !== null) instances.disposeUnit(old);
    const id = `book-${++count}`;
    const ids = picture.sheets.map((_sheet, place) => `sheet-${count}-${place}`);
    shown = picture.sheets.map((sheet, place) => shownSheet(sheet, ids[place] ?? '', picture.styles));
    calculations.begin();
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(picture, id, ids));
    await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    pasteValuesOnly(injector);
    unit = id;
    const active = ids[picture.active];
    if (active !== undefined && book()?.getActiveSheet()?.getSheetId() !== active) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId: id, subUnitId: active }, OURS);
    await painted();
  }

  function put(change: PictureChange): void {
    const workbook = book();
    if (workbook) shown = putChange({ injector, commands, workbook, shown, name: () => `sheet-${count}-added-${++added}` }, change);
  }

  return {
    show,
    put,
    reveal(name, row, column) {
      const workbook = book();
      const sheet = named(name);
      const worksheet = sheet && workbook?.getSheetBySheetId(sheet.id);
      if (!workbook || !sheet || !worksheet) return false;
      const unitId = workbook.getUnitId();
      if (worksheet.isSheetHidden()) commands.syncExecuteCommand('sheet.mutation.set-worksheet-hidden', { unitId, subUnitId: sheet.id, hidden: 0 }, OURS);
      if (workbook.getActiveSheet()?.getSheetId() !== sheet.id) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId, subUnitId: sheet.id }, OURS);
      const cell = worksheet.getCellInfoInMergeData(row - 1, column - 1);
      const range = { startRow: cell.startRow, endRow: cell.endRow, startColumn: cell.startColumn, endColumn: cell.endColumn };
      commands.syncExecuteCommand('sheet.operation.set-selections', { unitId, subUnitId: sheet.id, selections: [{ range, primary: cell, style: null }] }, OURS);
      void painted().then(() => commands.executeCommand('sheet.command.scroll-to-cell', { range }, OURS));
      return true;
    },
    async results() {
      await calculations.settled();
      const workbook = book();
      if (!workbook) return [];
      const keys = calculated;
      calculated = new Set();
      const found: GridResult[] = [];
      for (const key of keys) {
        const cut = key.lastIndexOf('!');
        const sheet = sheetOf(key.slice(0, cut));
        const worksheet = sheet && workbook.getSheetBySheetId(sheet.id);
        const at = Number(key.slice(cut + 1));
        const [row, column] = [Math.floor(at / KEY), at % KEY];
        if (!sheet || !worksheet || formulaAt(worksheet, row, column) === null) continue;
        const value = valueOf(worksheet.getCellRaw(row, column), true);
        const known = sheet.results.get(at);
        if (known !== undefined && sameValue(known, value)) continue;
        sheet.results.set(at, value);
        found.push({ sheet: sheet.name, row: row + 1, column: column + 1, value });
      }
      return found;
    },
    onEdit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    finishTyping,
    selected() {
      const place = selection();
      const sheet = place && sheetOf(place.id);
      return place && sheet ? { sheet: sheet.name, row: place.row + 1, column: place.column + 1 } : null;
    },
    setTheme(theme) {
      injector.get(ThemeService).setDarkMode(isDark(theme));
    },
    setLanguage(language) {
      void wordsOf(language).then((words) => {
        const locale = injector.get(LocaleService);
        locale.load({ [LOCALES[language]]: words });
        locale.setLocale(LOCALES[language]);
        parts.speak(language);
        speech.speak(language);
      });
    },
    dispose() {
      focus.dispose();
      parts.dispose();
      speech.dispose();
      for (const hearing of hearings) hearing.dispose();
      calculations.dispose();
      listeners.clear();
      unit = null;
      univer.dispose();
    },
  };
}
