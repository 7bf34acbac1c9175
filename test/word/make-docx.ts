// Word documents for tests: parts as hand-written XML, zipped; and what the reader makes of them.
import { contains } from '../../src/model/address';
import type { Grid } from '../../src/model/grid';
import type { ReportDocument } from '../../src/model/report';
import { readReport, type ReportOptions } from '../../src/workbooks/word/read-report';
import { zipParts } from '../make-workbook';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:foo="urn:foo"`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface DocxParts {
  /** Inside w:body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Parts by file name, such as header1.xml, with their whole XML inside the root of that name. */
  readonly others?: readonly { readonly id: string; readonly kind: string; readonly name: string; readonly root: string; readonly content: string }[];
}

export function docxParts({ body, styles, numbering, others = [] }: DocxParts): Record<string, string> {
  const related = [
    ...(styles === undefined ? [] : [{ id: 'rStyles', kind: 'styles', name: 'styles.xml', root: 'styles', content: styles }]),
    ...(numbering === undefined ? [] : [{ id: 'rNumbering', kind: 'numbering', name: 'numbering.xml', root: 'numbering', content: numbering }]),
    ...others,
  ];
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.map(({ id, kind, name }) => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${name}"/>`).join('')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(related.map(({ name, root, content }) => [`word/${name}`, `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`])),
  };
}

export function makeDocx(parts: DocxParts): Uint8Array {
  return zipParts(docxParts(parts));
}

/** A paragraph of one run; `properties` stand in its w:pPr. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' ? '' : r(text)}</w:p>`;
}

/** A run; `look` stands in its w:rPr. */
export function r(text: string, look = ''): string {
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell of one paragraph; `properties` stand in its w:tcPr. */
export function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

export function documentOf(bytes: Uint8Array, options: ReportOptions = {}): ReportDocument {
  const reading = readReport(bytes, options);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.document;
}

/** What the reader makes of a body. */
export function read(body: string, parts: Omit<DocxParts, 'body'> = {}): ReportDocument {
  return documentOf(makeDocx({ body, ...parts }));
}

/** Texts of the paragraphs, automatic numbers in front. */
export function texts(document: ReportDocument): readonly string[] {
  return document.paragraphs.map(({ label, text }) => label + text);
}

/** Cells of a table as rows of displayed texts. */
export function rowsOf(document: ReportDocument, at = 0): readonly (readonly string[])[] {
  const grid = document.tables[at]?.grid;
  if (!grid) return [];
  return Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (__, column) => grid.cells.find((cell) => cell.row === row + 1 && cell.column === column + 1)?.text ?? ''));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A sheet as a Word table: merges as spans, each cell as displayed. */
export function tableOf({ cells, merges, rowCount, columnCount }: Grid): string {
  const rows = Array.from({ length: rowCount }, (_, r) => tr(...Array.from({ length: columnCount }, (__, c) => {
    const merge = merges.find((one) => contains(one, r + 1, c + 1));
    if (merge && merge.left !== c + 1) return '';
    const text = escaped(cells.find(({ row, column }) => row === r + 1 && column === c + 1)?.text ?? '');
    const down = merge && merge.bottom > merge.top ? `<w:vMerge${merge.top === r + 1 ? ' w:val="restart"' : ''}/>` : '';
    return tc(text, `<w:gridSpan w:val="${merge ? merge.right - merge.left + 1 : 1}"/>${down}`);
  })));
  return tbl(...rows);
}
