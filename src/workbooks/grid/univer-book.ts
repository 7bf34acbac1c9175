// The workbook that stands in the grid: which one of Univer's it is, its sheets as both sides know them, and another put in its place.
import { ICommandService, IUniverInstanceService, LifecycleService, LifecycleStages, UniverInstanceType, type Injector, type Univer, type Workbook } from '@univerjs/core';
import type { PictureChange, WorkbookPicture } from './picture';
import type { Calculations } from './univer-calculations';
import { workbookData } from './univer-data';
import { editAsFound } from './univer-editing';
import { fillContentsOnly } from './univer-fill';
import { pasteValuesOnly } from './univer-paste';
import { putChange } from './univer-put';
import { OURS, shownSheet, type Shown } from './univer-shown';

export interface BookInGrid {
  readonly injector: Injector;
  readonly commands: ICommandService;
  /** Univer's name for it; null before anything is shown, and while one takes the place of another. */
  unit(): string | null;
  workbook(): Workbook | null;
  /** By Univer's name for the sheet. */
  sheet(id: string): Shown | undefined;
  /** By the user's name for the sheet. */
  named(name: string): Shown | undefined;
  /** Ends when the user can see it. */
  show(picture: WorkbookPicture): Promise<void>;
  put(change: PictureChange): void;
  /** From now on there is no workbook. */
  close(): void;
}

export function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** @param behindMerged called with the command that would have put something behind merged cells */
export function bookIn(univer: Univer, calculations: Calculations, behindMerged: (command: string) => void): BookInGrid {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  let shown: readonly Shown[] = [];
  let unit: string | null = null;
  let count = 0;
  /** Of all sheets that came later: the place of one that went away is taken by another. */
  let added = 0;
  /** Univer has its editor and its clipboard from the first workbook on, for all that follow. */
  let isTaught = false;

  const workbook = (): Workbook | null => (unit === null ? null : instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET) ?? null);

  async function show(picture: WorkbookPicture): Promise<void> {
    const old = unit;
    unit = null;
    if (old !== null) instances.disposeUnit(old);
    const id = `book-${++count}`;
    const ids = picture.sheets.map((_sheet, place) => `sheet-${count}-${place}`);
    shown = picture.sheets.map((sheet, place) => shownSheet(sheet, ids[place] ?? '', picture.styles));
    calculations.begin();
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(picture, id, ids));
    await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    if (!isTaught) {
      pasteValuesOnly(injector, () => behindMerged('univer.command.paste'));
      editAsFound(injector);
      fillContentsOnly(injector, () => behindMerged('sheet.command.auto-fill'));
      isTaught = true;
    }
    unit = id;
    const active = ids[picture.active];
    if (active !== undefined && workbook()?.getActiveSheet()?.getSheetId() !== active) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId: id, subUnitId: active }, OURS);
    await painted();
  }

  return {
    injector,
    commands,
    unit: () => unit,
    workbook,
    sheet: (id) => shown.find((sheet) => sheet.id === id),
    named: (name) => shown.find((sheet) => sheet.name === name),
    show,
    put(change) {
      const book = workbook();
      if (book) shown = putChange({ injector, commands, workbook: book, shown, name: () => `sheet-${count}-added-${++added}` }, change);
    },
    close: () => void (unit = null),
  };
}
