// The summary as a workbook for Excel and WPS: its sheets, links between them, a chart of the scores, ready to print.
import { strToU8, zipSync } from 'fflate';
import { columnName } from '../model/address';
import type { Comparisons } from './comparisons';
import type { Summary } from './summary';
import { SPREAD, summarySheets } from './summary-sheets';
import { chartXml, drawingXml } from './xlsx-chart';
import { sheetXml, stylesXml, xml } from './xlsx-sheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Of every entry: the same summary gives the same bytes. */
const TIME = new Date(2000, 0, 1);

/** & begins a code in heads and feet; digits behind it would be taken for a size. */
const escaped = (text: string): string => [...text].slice(0, 100).join('').replaceAll('&', '&&');

/** What stands above every printed page. */
export interface Heading {
  readonly title: string;
  /** The date, for people. */
  readonly at: string;
}

/** The workbook's bytes; the same summary gives the same ones. */
export function summaryXlsx(summary: Summary, comparisons: Comparisons = {}, heading: Heading | null = null): Uint8Array {
  const sheets = summarySheets(summary, comparisons);
  const spread = sheets.findIndex(({ name }) => name === SPREAD) + 1;
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${DOC}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet')).join('')}${override('/xl/styles.xml', 'spreadsheetml.styles')}${override('/xl/drawings/drawing1.xml', 'drawing')}${override('/xl/charts/chart1.xml', 'drawingml.chart')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(({ name, columns, rows }, at) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${name}'!$A$1:$${columnName(columns.length)}$${rows.length + 1}</definedName>`).join('')}${sheets.map(({ name, printed, rows }, at) => (printed === undefined ? '' : `<definedName name="_xlnm.Print_Area" localSheetId="${at}">'${name}'!$A$1:$${columnName(printed)}$${rows.length + 1}</definedName>`)).join('')}${sheets.map(({ name }, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(),
    [`xl/worksheets/_rels/sheet${spread}.xml.rels`]: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'drawing', '../drawings/drawing1.xml')}</Relationships>`,
    'xl/drawings/drawing1.xml': drawingXml(),
    'xl/drawings/_rels/drawing1.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'chart', '../charts/chart1.xml')}</Relationships>`,
    'xl/charts/chart1.xml': chartXml(SPREAD, summary.bands.length),
  };
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, at === 0, heading === null ? '' : `&L${escaped(heading.title)}&R${escaped(heading.at)}`);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: TIME });
}
