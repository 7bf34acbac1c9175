// The emulated workbook: what lies in it, how it is written to, and whom it tells.
import { parseA1, type Range } from '../../src/model/address';
import type { DefinedName } from '../../src/model/grid';
import { accessDenied, alreadyExists, invalidArgument } from './host-error';
import { Recalculation } from './recalculation';
import { cellsText, columnsIn, rowsIn, sizeOf } from './references';
import { SheetModel } from './sheet-model';
import { typed } from './typed-input';
import { EVENT, WORKBOOK_TARGET } from './wire';
import type { EventName, HostEvent } from './wire';

/** Who changed something: the add-in under test, the person at this machine, or another author. */
export type Author = 'add-in' | 'user' | 'remote';
export type Scalar = string | number | boolean;

export interface CommentState {
  readonly id: string;
  readonly sheet: SheetModel;
  row: number;
  readonly column: number;
  content: string;
  readonly author: string;
  resolved: boolean;
  readonly replies: { readonly id: string; content: string; readonly author: string }[];
}

export interface XmlPartState {
  readonly id: string;
  xml: string;
}

const BAD_NAME = /[\\/?*[\]:]/;

export class WorkbookModel {
  name = '自评表.xlsx';
  author = '填表人';
  readOnly = false;
  /** Sheets can neither be added nor renamed nor deleted. */
  structureProtected = false;
  /** Hidden names, by name. */
  readonly hiddenNames = new Set<string>();
  /** Comments of names, by name. */
  readonly nameComments = new Map<string, string>();
  /** The bytes that the workbook was opened from, for a copy of the file; null when it was made from a description. */
  file: Uint8Array | null = null;
  eventsEnabled = true;
  calculationMode = 'Automatic';
  sheets: SheetModel[] = [];
  selection: { sheet: SheetModel; range: Range } | null = null;
  comments: CommentState[] = [];
  xmlParts: XmlPartState[] = [];
  names: DefinedName[] = [];
  /** Workbooks that the add-in opened in windows of their own, in base64. */
  readonly openedElsewhere: string[] = [];
  readonly settings = new Map<string, unknown>();
  readonly properties = new Map<string, string>();
  readonly subscriptions = new Set<string>();
  readonly listeners = new Set<(event: HostEvent) => void>();
  private serial = 0;
  private current: SheetModel | null = null;
  private readonly recalculation = new Recalculation(this);

  freshId(): string {
    this.serial += 1;
    return `{00000000-0001-0000-0000-${String(this.serial).padStart(12, '0')}}`;
  }

  get active(): SheetModel {
    const sheet = this.current ?? this.sheets.find(({ visibility }) => visibility === 'Visible') ?? this.sheets[0];
    if (!sheet) throw new Error('A workbook has at least one sheet.');
    return sheet;
  }

  /** By id or name, in any case. */
  sheet(key: string): SheetModel | null {
    const wanted = key.toLowerCase();
    return this.sheets.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted) ?? null;
  }

  /** For tests: the sheet must be there. */
  sheetNamed(name: string): SheetModel {
    const sheet = this.sheet(name);
    if (!sheet) throw new Error(`No sheet is called ${name}.`);
    return sheet;
  }

  addSheet(given?: string): SheetModel {
    let name = given;
    for (let number = this.sheets.length + 1; name === undefined; number++) if (!this.sheet(`Sheet${number}`)) name = `Sheet${number}`;
    this.checkName(name);
    const sheet = new SheetModel(this.freshId(), name);
    this.sheets.push(sheet);
    this.emit('Added', sheet, { type: 'WorksheetAdded', source: 'Local', worksheetId: sheet.id });
    return sheet;
  }

  checkName(name: string): void {
    if (name === '' || name.length > 31 || BAD_NAME.test(name) || name.startsWith("'") || name.endsWith("'")) throw invalidArgument();
    if (this.sheet(name)) throw alreadyExists();
  }

  deleteSheet(sheet: SheetModel): void {
    this.guardStructure();
    if (this.sheets.filter(({ visibility }) => visibility === 'Visible').length === 1 && sheet.visibility === 'Visible') throw invalidArgument();
    this.sheets = this.sheets.filter((one) => one !== sheet);
    this.comments = this.comments.filter((comment) => comment.sheet !== sheet);
    if (this.current === sheet) this.current = null;
    if (this.selection?.sheet === sheet) this.selection = null;
    this.emit('Deleted', sheet, { type: 'WorksheetDeleted', source: 'Local', worksheetId: sheet.id });
  }

  activate(sheet: SheetModel): void {
    if (sheet.visibility !== 'Visible') throw invalidArgument();
    if (this.active === sheet) return;
    const left = this.active;
    this.current = sheet;
    this.selection = null;
    this.emit('Deactivated', left, { type: 'WorksheetDeactivated', worksheetId: left.id });
    this.emit('Activated', sheet, { type: 'WorksheetActivated', worksheetId: sheet.id });
  }

  select(sheet: SheetModel, range: Range): void {
    this.activate(sheet);
    this.selection = { sheet, range };
    this.emit('SelectionChanged', sheet, { type: 'WorksheetSelectionChanged', address: cellsText(range), worksheetId: sheet.id, isInsideTable: false });
  }

  /** Refuses as Excel does where the workbook or a locked cell stands in the way. */
  guardWrite(sheet: SheetModel, range: Range): void {
    if (this.readOnly || (sheet.protected && sheet.hasLockedCell(range))) throw accessDenied();
  }

  /** Formats of a protected sheet change only where its protection allows that, locked or not. */
  guardFormat(sheet: SheetModel): void {
    if (this.readOnly || (sheet.protected && !sheet.allowFormatCells)) throw accessDenied();
  }

  /** Notes and comments count as objects. */
  guardObjects(sheet: SheetModel): void {
    if (this.readOnly || (sheet.protected && !sheet.allowEditObjects)) throw accessDenied();
  }

  guardWorkbook(): void {
    if (this.readOnly) throw accessDenied();
  }

  guardStructure(): void {
    if (this.readOnly || this.structureProtected) throw accessDenied();
  }

  /**
   * Writes values or formulas: one for all cells, or a block of the range's shape; null leaves a cell as it is.
   * @param given from the wire, hence of unknown shape
   */
  write(sheet: SheetModel, range: Range, given: unknown, by: Author = 'add-in'): void {
    if (by === 'add-in') this.guardWrite(sheet, range);
    eachOf(range, given, (row, column, value) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument();
      if (!sheet.isCovered(row, column)) this.put(sheet, row, column, value);
    });
    this.changed(sheet, range, by);
  }

  /** An edit of somebody else: of the person at this machine, or of another author. */
  edit(sheet: string, address: string, value: Scalar, by: Author = 'remote'): void {
    const model = this.sheetNamed(sheet);
    const match = /^([A-Z]+)(\d+)$/.exec(address);
    if (!match) throw new Error(`${address} is no address of one cell.`);
    const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const row = Number(match[2]);
    this.write(model, { top: row, left: column, bottom: row, right: column }, value, by);
  }

  /** The person at this machine inserts rows above a row, or deletes them with a negative count. Excel tells it as one change of those rows. */
  shiftRows(sheetName: string, at: number, count: number): void {
    const sheet = this.sheetNamed(sheetName);
    sheet.shiftRows(at, count);
    for (const comment of this.comments) if (comment.sheet === sheet && comment.row >= at) comment.row += count;
    const address = `${at}:${at + Math.abs(count) - 1}`;
    this.emit('DataChanged', sheet, { type: 'WorksheetChanged', changeType: count > 0 ? 'RowInserted' : 'RowDeleted', source: 'Local', worksheetId: sheet.id, address, triggerSource: 'Unknown' });
  }

  changed(sheet: SheetModel, range: Range, by: Author): void {
    this.recalculation.touch(sheet, range);
    this.emit('DataChanged', sheet, {
      type: 'WorksheetChanged', changeType: 'RangeEdited', source: by === 'remote' ? 'Remote' : 'Local', worksheetId: sheet.id, address: cellsText(range),
      triggerSource: by === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
    });
  }

  formatted(sheet: SheetModel, range: Range): void {
    this.emit('FormatChanged', sheet, { type: 'WorksheetFormatChanged', source: 'Local', worksheetId: sheet.id, address: cellsText(range) });
  }

  /** Brings formulas up to date; cheap when nothing was touched. */
  settle(all = false): void {
    this.recalculation.run(all);
  }

  emit(event: EventName, sheet: SheetModel, payload: HostEvent['payload']): void {
    if (!this.eventsEnabled) return;
    for (const target of [sheet.id, WORKBOOK_TARGET]) {
      if (!this.subscriptions.has(`${event}${target}`)) continue;
      for (const listener of this.listeners) listener({ type: EVENT[event], target, payload });
    }
  }

  private put(sheet: SheetModel, row: number, column: number, given: Scalar): void {
    const cell = sheet.cell(row, column);
    const { value, formula, format } = typed(given, cell.numberFormat);
    cell.value = value;
    cell.formula = formula;
    cell.shown = null;
    const taken = format ?? (formula === null ? null : this.formatTaken(sheet, formula));
    if (taken !== null && cell.numberFormat === 'General') cell.numberFormat = taken;
  }

  /** A formula typed into a General cell takes on the percentage, date or amount of the first cell that it names. */
  private formatTaken(sheet: SheetModel, formula: string): string | null {
    const at = parseA1(/\$?\b[A-Z]{1,3}\$?[1-9]\d*\b/.exec(formula)?.[0] ?? '');
    const format = (at && sheet.at(at.row, at.column)?.numberFormat) ?? 'General';
    return /[%ymd¥$]/i.test(format) ? format : null;
  }
}

/** Hands out a block or a single value over a range, as setters of ranges take it; null is skipped. */
export function eachOf(range: Range, given: unknown, put: (row: number, column: number, value: unknown) => void): void {
  const isBlock = Array.isArray(given);
  const rows: readonly unknown[] = isBlock ? given : [];
  const fits = !isBlock || (rows.length === rowsIn(range) && rows.every((row) => Array.isArray(row) && row.length === columnsIn(range)));
  if (!fits) throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  if (sizeOf(range) > 5_000_000) throw invalidArgument();
  for (let row = range.top; row <= range.bottom; row++) {
    const values = isBlock ? (rows[row - range.top] as readonly unknown[]) : null;
    for (let column = range.left; column <= range.right; column++) {
      const value = values === null ? given : values[column - range.left];
      if (value !== null && value !== undefined) put(row, column, value);
    }
  }
}
