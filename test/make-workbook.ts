// Small workbooks for tests, built from plain rows: real packages as Excel lays them out, with nothing that a test did not ask for.
import { strToU8, zipSync } from 'fflate';

export interface MadeCell {
  /** Value; for a formula its cached result (left out: none). Text that starts with '#' and ends with '!', '?' or 'A' beside `error: true` is an error. */
  readonly v?: string | number | boolean | null;
  /** Formula without '='. */
  readonly f?: string;
  readonly error?: boolean;
  readonly numberFormat?: string;
  /** RRGGBB. */
  readonly fill?: string;
  readonly locked?: boolean;
  readonly note?: string;
}
export type MadeValue = string | number | boolean | null | MadeCell;

export interface MadeSheet {
  readonly name: string;
  /** Row 1 first, column A first; null leaves a cell out. */
  readonly rows: readonly (readonly MadeValue[])[];
  /** Such as 'A1:C1'. */
  readonly merges?: readonly string[];
  readonly hidden?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly protected?: boolean;
  /** Strings in the cells themselves instead of the shared table. */
  readonly inline?: boolean;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly definedNames?: readonly { readonly name: string; readonly refersTo: string; readonly sheet?: string }[];
  readonly date1904?: boolean;
  /** Replaces, adds or (null) leaves out parts by name, after everything else. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}

class Styles {
  private readonly formats: string[] = [];
  private readonly fills: string[] = [];
  private readonly xfs: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];

  private static place(list: string[], item: string): number {
    const at = list.indexOf(item);
    return at >= 0 ? at : list.push(item) - 1;
  }

  index(cell: MadeCell): number {
    if (cell.numberFormat === undefined && cell.fill === undefined && cell.locked === undefined) return 0;
    const format = cell.numberFormat === undefined || cell.numberFormat === 'General' ? 0 : 164 + Styles.place(this.formats, cell.numberFormat);
    const fill = cell.fill === undefined ? 0 : 2 + Styles.place(this.fills, cell.fill);
    const protection = cell.locked === undefined ? '' : `<protection locked="${cell.locked ? 1 : 0}"/>`;
    return Styles.place(this.xfs, `<xf numFmtId="${format}" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyProtection="1">${protection}</xf>`);
  }

  xml(): string {
    const formats = this.formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(code)}"/>`).join('');
    const fills = this.fills.map((rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`).join('');
    return `${HEAD}<styleSheet xmlns="${MAIN}">${formats && `<numFmts count="${this.formats.length}">${formats}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>`
      + `<fills count="${this.fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills>`
      + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + `<cellXfs count="${this.xfs.length}">${this.xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

class Strings {
  private readonly places = new Map<string, number>();

  index(text: string): number {
    const known = this.places.get(text) ?? this.places.size;
    this.places.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('');
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.places.size}" uniqueCount="${this.places.size}">${items}</sst>`;
  }
}

function cellXml(ref: string, made: MadeCell, styles: Styles, strings: Strings, inline: boolean): string {
  const style = styles.index(made);
  const head = `<c r="${ref}"${style ? ` s="${style}"` : ''}`;
  const formula = made.f === undefined ? '' : `<f>${escape(made.f)}</f>`;
  const { v = null } = made;
  if (v === null) return formula || style || made.note !== undefined ? `${head}>${formula}</c>` : '';
  if (typeof v === 'number') return `${head}>${formula}<v>${v}</v></c>`;
  if (typeof v === 'boolean') return `${head} t="b">${formula}<v>${v ? 1 : 0}</v></c>`;
  if (made.error) return `${head} t="e">${formula}<v>${escape(v)}</v></c>`;
  if (formula) return `${head} t="str">${formula}<v>${escape(v)}</v></c>`;
  return inline ? `${head} t="inlineStr"><is><t xml:space="preserve">${escape(v)}</t></is></c>` : `${head} t="s"><v>${strings.index(v)}</v></c>`;
}

function madeCell(value: MadeValue): MadeCell {
  return value !== null && typeof value === 'object' ? value : { v: value };
}

function sheetXml(sheet: MadeSheet, styles: Styles, strings: Strings, drawing: boolean): string {
  const rows = sheet.rows.map((values, r) => {
    const cells = values.map((value, c) => cellXml(letters(c + 1) + String(r + 1), madeCell(value), styles, strings, sheet.inline === true)).join('');
    const hidden = sheet.hiddenRows?.includes(r + 1) ? ' hidden="1"' : '';
    return cells || hidden ? `<row r="${r + 1}"${hidden}>${cells}</row>` : '';
  }).join('');
  const columns = (sheet.hiddenColumns ?? []).map((column) => `<col min="${column}" max="${column}" width="8" hidden="1"/>`).join('');
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns && `<cols>${columns}</cols>`}<sheetData>${rows}</sheetData>`
    + `${sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : ''}${merges && `<mergeCells count="${sheet.merges?.length ?? 0}">${merges}</mergeCells>`}`
    + `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>${drawing ? '<legacyDrawing r:id="rId2"/>' : ''}</worksheet>`;
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function notesOf(sheet: MadeSheet): Note[] {
  return sheet.rows.flatMap((values, r) => values.flatMap((value, c) => {
    const { note } = madeCell(value);
    return note === undefined ? [] : [{ row: r + 1, column: c + 1, text: note }];
  }));
}

function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(({ row, column, text }) => `<comment ref="${letters(column)}${row}" authorId="0"><text><r><t xml:space="preserve">${escape(text)}</t></r></text></comment>`).join('');
  return `${HEAD}<comments xmlns="${MAIN}"><authors><author>测试</author></authors><commentList>${comments}</commentList></comments>`;
}

function vmlXml(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column }, i) => `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 15, ${row - 1}, 2, ${column + 2}, 15, ${row + 3}, 2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`).join('');
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shapes}</xml>`;
}

function relationships(list: readonly (readonly [string, string])[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

function workbookXml(made: MadeWorkbook): string {
  const sheets = made.sheets.map((sheet, i) => `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ` state="${sheet.hidden}"` : ''} r:id="rId${i + 1}"/>`).join('');
  const names = (made.definedNames ?? []).map(({ name, refersTo, sheet }) => {
    const scope = sheet === undefined ? '' : ` localSheetId="${made.sheets.findIndex((one) => one.name === sheet)}"`;
    return `<definedName name="${escape(name)}"${scope}>${escape(refersTo)}</definedName>`;
  }).join('');
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr${made.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets}</sheets>${names && `<definedNames>${names}</definedNames>`}<calcPr calcId="191029"/></workbook>`;
}

/** Parts of the workbook by name, before zipping: for tests that bend one of them. */
export function makeParts(made: MadeWorkbook): Record<string, string> {
  const styles = new Styles();
  const strings = new Strings();
  const parts: Record<string, string> = {};
  const types: [string, string][] = [['/xl/workbook.xml', 'spreadsheetml.sheet.main'], ['/xl/styles.xml', 'spreadsheetml.styles'], ['/xl/sharedStrings.xml', 'spreadsheetml.sharedStrings']];
  made.sheets.forEach((sheet, i) => {
    const n = i + 1;
    const notes = notesOf(sheet);
    parts[`xl/worksheets/sheet${n}.xml`] = sheetXml(sheet, styles, strings, notes.length > 0);
    types.push([`/xl/worksheets/sheet${n}.xml`, 'spreadsheetml.worksheet']);
    if (notes.length === 0) return;
    parts[`xl/worksheets/_rels/sheet${n}.xml.rels`] = relationships([['comments', `../comments${n}.xml`], ['vmlDrawing', `../drawings/vmlDrawing${n}.vml`]]);
    parts[`xl/comments${n}.xml`] = commentsXml(notes);
    parts[`xl/drawings/vmlDrawing${n}.vml`] = vmlXml(notes);
    types.push([`/xl/comments${n}.xml`, 'spreadsheetml.comments']);
  });
  parts['xl/workbook.xml'] = workbookXml(made);
  parts['xl/_rels/workbook.xml.rels'] = relationships([...made.sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]);
  parts['xl/styles.xml'] = styles.xml();
  parts['xl/sharedStrings.xml'] = strings.xml();
  const overrides = types.map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('');
  const head = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
  };
  const all: Record<string, string> = { ...head, ...parts };
  for (const [name, text] of Object.entries(made.parts ?? {})) {
    if (text === null) Reflect.deleteProperty(all, name);
    else all[name] = text;
  }
  return all;
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { mtime: new Date(2022, 0, 1) });
}

/** A workbook as bytes: the input of every test that starts from a file. */
export function makeWorkbook(made: MadeWorkbook): Uint8Array {
  return zipParts(makeParts(made));
}
