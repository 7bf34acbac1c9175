// Planned sheets as the bytes of a fresh .xlsx: the same plans give the same bytes, there is no clock in them.
import type { SheetPlan } from '../../model/sheet-plan';
import { DECLARATION } from './patch-package';
import { escapeXml } from './patch-xml';
import { planSheetXml, printNamesXml } from './plan-sheet';
import { PlanStyles } from './plan-styles';
import { writeZip } from './write-zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Of 宋体 11, the font of a fresh workbook. */
const DIGIT = 8;
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook with these sheets, in their order.
 * @param plans at least one; names as a workbook takes them, no two alike
 */
export function planBytes(plans: readonly SheetPlan[]): Uint8Array {
  const styles = new PlanStyles();
  const sheets = plans.map((plan, at) => planSheetXml(plan, styles, { selected: at === 0, digit: DIGIT, declaration: DECLARATION, namespace: MAIN }));
  const names = plans.map(printNamesXml).join('');
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${plans.map((_, at) => override(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}</Types>`],
    ['_rels/.rels', `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`],
    // Programs that know other functions or other roundings than ours calculate once when they open the file.
    ['xl/workbook.xml', `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${plans.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${plans.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(plans.length + 1, 'styles', 'styles.xml')}</Relationships>`],
    ['xl/styles.xml', styles.xml(DECLARATION, MAIN)],
    ...sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
  ];
  const encoder = new TextEncoder();
  return writeZip(parts.map(([name, text]) => ({ name, data: encoder.encode(text), time: null })));
}
