// Workbook.insertWorksheetsFromBase64 (ExcelApi 1.13): sheets of a file behind, before or between those of the workbook; and what a sheet of the model looks like.
import { formatRange, parseA1, parseRange } from '../../src/model/address';
import { readPackage } from '../../src/workbooks/package/read';
import { shapeOfFile, type CellLook, type SheetShape } from '../sheet-shape';
import { HostError, invalidArgument, itemNotFound } from './host-error';
import { fillSheet } from './open-workbook';
import { cellsText } from './references';
import { SheetModel } from './sheet-model';
import type { CellState } from './sheet-model';
import type { WorkbookModel } from './workbook-model';

const WIRE: Readonly<Record<string, string>> = { whole: 'wholeNumber', length: 'textLength' };
const KINDS: Readonly<Record<string, string>> = { wholeNumber: 'whole', textLength: 'length' };
const ALLOWED: Readonly<Record<string, string>> = { allowFormatColumns: 'formatColumns', allowFormatRows: 'formatRows', allowInsertRows: 'insertRows', allowDeleteRows: 'deleteRows' };

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function dress(cell: CellState, look: CellLook): void {
  const [top, right, bottom, left] = look.lines.map((line) => (line === 'none' ? undefined : line));
  const lines = { ...(top ? { top } : {}), ...(right ? { right } : {}), ...(bottom ? { bottom } : {}), ...(left ? { left } : {}) };
  Object.assign(cell, { fontName: look.font, fontSize: look.size, bold: look.bold, fontColor: `#${look.colour}`, horizontal: capital(look.horizontal), vertical: capital(look.vertical), wrap: look.wrap, lines });
  // The reader leaves out blank cells; they have their looks all the same.
  Object.assign(cell, { fill: look.fill === null ? null : `#${look.fill}`, pattern: look.fill === null ? 'None' : 'Solid', locked: look.locked, numberFormat: look.numberFormat });
}

/** Puts what the file says beyond contents on the sheet. */
function shape(sheet: SheetModel, from: SheetShape): void {
  for (const [column, points] of Object.entries(from.widths)) sheet.widths.set(Number(column), points);
  for (const [row, points] of Object.entries(from.heights)) sheet.heights.set(Number(row), points);
  if (from.frozenRows > 0) sheet.frozen = { top: 1, left: 1, bottom: from.frozenRows, right: 1 };
  sheet.gridLines = from.gridLines;
  const areaOf = (text: string): ReturnType<typeof parseRange> => parseRange(text.split(' ')[0] ?? '');
  sheet.validations = from.validations.flatMap((text) => { const range = areaOf(text); const kind = text.split(' ')[1] ?? ''; return range ? [{ range, rule: { [WIRE[kind] ?? kind]: {} }, errorAlert: null, prompt: null }] : []; });
  sheet.highlights = from.highlights.flatMap((text) => { const range = areaOf(text); const [, formula = '', fill = ''] = text.split(' '); return range ? [{ range, formula: `=${formula}`, fill: fill === '' ? null : `#${fill}`, fontColor: null }] : []; });
  if (from.print) {
    const { paper, landscape, wide, area, rows, footer } = from.print;
    for (const [name, value] of Object.entries({ PaperSize: paper, Orientation: landscape ? 'Landscape' : 'Portrait', Zoom: wide === null ? {} : { horizontalFitToPages: wide }, PrintArea: area, PrintTitleRows: rows, CenterFooter: footer.replace('&C', '') })) {
      if (value !== null) sheet.page.set(name, value);
    }
  }
  sheet.allowed = Object.fromEntries(Object.entries(ALLOWED).filter(([, name]) => from.allows.includes(name)).map(([name]) => [name, true]));
  for (const [address, look] of Object.entries(from.looks)) {
    const at = parseA1(address);
    if (at) dress(sheet.cell(at.row, at.column), look);
  }
}

/** Excel's own way with a name that is taken. */
function freeName(model: WorkbookModel, wanted: string): string {
  let name = wanted;
  for (let n = 2; model.sheet(name); n++) name = `${wanted.slice(0, 31 - ` (${n})`.length)} (${n})`;
  return name;
}

/** @returns the ids of the sheets, in the file's order */
export function insertFile(model: WorkbookModel, base64: string, given: unknown): readonly string[] {
  model.guardStructure();
  const options = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  const position = options['positionType'] ?? 'End';
  if (position !== 'End' && position !== 'Beginning') throw invalidArgument();
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const reading = readPackage(bytes);
  if (!reading.ok) throw new HostError('GeneralException', 'There was an internal error while processing the request.', 500);
  const wanted = options['sheetNamesToInsert'];
  const grids = reading.snapshot.grids.filter(({ sheet }) => !Array.isArray(wanted) || wanted.length === 0 || wanted.includes(sheet));
  if (grids.length === 0) throw itemNotFound();
  const added = grids.map((grid) => {
    const name = freeName(model, grid.sheet);
    const sheet = new SheetModel(model.freshId(), name);
    fillSheet(sheet, grid, model.author);
    shape(sheet, shapeOfFile(bytes, grid.sheet));
    // Formulas follow the new name of their sheet.
    if (name !== grid.sheet) for (const cell of sheet.cells.values()) cell.formula = cell.formula?.replaceAll(`'${grid.sheet}'!`, `'${name}'!`) ?? null;
    model.emit('Added', sheet, { type: 'WorksheetAdded', source: 'Local', worksheetId: sheet.id });
    return sheet;
  });
  model.sheets = position === 'End' ? [...model.sheets, ...added] : [...added, ...model.sheets];
  return added.map(({ id }) => id);
}

function lookOf(cell: CellState): CellLook {
  const { top = 'none', right = 'none', bottom = 'none', left = 'none' } = cell.lines;
  return {
    font: cell.fontName, size: cell.fontSize, bold: cell.bold, colour: cell.fontColor.slice(1), fill: cell.fill?.slice(1) ?? null, locked: cell.locked,
    horizontal: cell.horizontal.toLowerCase(), vertical: cell.vertical.toLowerCase(), wrap: cell.wrap, numberFormat: cell.numberFormat, lines: [top, right, bottom, left],
  };
}

/** The same shape as a file's. */
export function shapeOfModel(model: WorkbookModel, name: string): SheetShape {
  const sheet = model.sheetNamed(name);
  const zoom = (sheet.page.get('Zoom') ?? {}) as { readonly horizontalFitToPages?: number };
  const text = (key: string): string | null => (sheet.page.get(key) as string | undefined) ?? null;
  return {
    widths: Object.fromEntries(sheet.widths), heights: Object.fromEntries(sheet.heights), frozenRows: sheet.frozen?.bottom ?? 0, gridLines: sheet.gridLines,
    validations: sheet.validations.map(({ range, rule }) => { const kind = Object.keys(rule)[0] ?? ''; return `${formatRange(range)} ${KINDS[kind] ?? kind}`; }).sort(),
    highlights: sheet.highlights.map(({ range, formula, fill }) => `${formatRange(range)} ${formula.slice(1)} ${fill?.slice(1) ?? ''}`).sort(),
    print: sheet.page.size === 0 ? null : {
      paper: text('PaperSize') ?? '', landscape: text('Orientation') === 'Landscape', wide: zoom.horizontalFitToPages ?? null, area: text('PrintArea'), rows: text('PrintTitleRows'),
      footer: (['L', 'C', 'R'] as const).map((side, at) => { const part = text(['LeftFooter', 'CenterFooter', 'RightFooter'][at] ?? ''); return part ? `&${side}${part}` : ''; }).join(''),
    },
    allows: Object.entries(sheet.allowed).filter(([, value]) => value === true).flatMap(([key]) => ALLOWED[key] ?? []).sort(),
    looks: Object.fromEntries([...sheet.cells].map(([key, cell]) => { const { row, column } = SheetModel.place(key); return [cellsText({ top: row, left: column, bottom: row, right: column }), lookOf(cell)]; })),
  };
}
