// A planned sheet as a worksheet part. The elements stand in the order that ECMA-376 (18.3.1.99) demands: Excel refuses any other.
import { a1, columnName, formatRange } from '../../model/address';
import type { Range } from '../../model/address';
import type { PlanCell, PlanCondition, PlanHighlight, PlanPrint, PlanProtection, PlanValidation, SheetPlan } from '../../model/sheet-plan';
import { MAX_TEXT } from '../cell-limits';
import { escapeCellText } from './patch-content';
import { escapeXml } from './patch-xml';
import type { PlanLooks } from './plan-styles';

/** Points to pixels. */
const PIXELS = 96 / 72;
const INCH = 72;

const areas = (ranges: readonly Range[]): string => ranges.map(formatRange).join(' ');

function valueXml({ value, formula, row, column }: PlanCell, style: number): string {
  const open = `<c r="${a1(row, column)}" s="${style}"`;
  if (formula === null) {
    if (value === null || value === '') return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value.slice(0, MAX_TEXT))}</t></is></c>`;
  }
  const written = `<f>${escapeXml(formula)}</f>`;
  if (value === null) return `${open}>${written}</c>`;
  if (typeof value === 'number') return `${open}>${written}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${written}<v>${value ? 1 : 0}</v></c>`;
  return `${open} t="str">${written}<v>${escapeCellText(value)}</v></c>`;
}

function rowsXml({ cells, rowHeights }: SheetPlan, styles: PlanLooks): string {
  const rows = new Map<number, string[]>();
  for (const row of Object.keys(rowHeights)) rows.set(Number(row), []);
  for (const cell of cells) {
    const line = rows.get(cell.row) ?? [];
    rows.set(cell.row, line);
    line.push(valueXml(cell, styles.look(cell.style)));
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, line]) => {
    const height = rowHeights[row];
    return `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${line.join('')}</row>`;
  }).join('');
}

/** The attributes of protection say what is forbidden: 0 allows. */
function protectionXml({ columnWidths, rowHeights, insertRows, deleteRows }: PlanProtection): string {
  const allowed = [['formatColumns', columnWidths], ['formatRows', rowHeights], ['insertRows', insertRows], ['deleteRows', deleteRows]] as const;
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed.map(([name, yes]) => (yes ? ` ${name}="0"` : '')).join('')}/>`;
}

function highlightXml(highlight: PlanHighlight, priority: number, styles: PlanLooks): string {
  return `<conditionalFormatting sqref="${areas(highlight.areas)}"><cfRule type="expression" dxfId="${styles.highlight(highlight)}" priority="${priority}"><formula>${escapeXml(highlight.formula)}</formula></cfRule></conditionalFormatting>`;
}

/** Type, operator and formulas of a validation. */
function conditionXml(condition: PlanCondition | null): readonly [string, string] {
  if (condition === null) return ['', ''];
  const formulas = (...list: readonly (string | number)[]): string => list.map((one, at) => `<formula${at + 1}>${typeof one === 'number' ? one : escapeXml(one)}</formula${at + 1}>`).join('');
  switch (condition.kind) {
    case 'list': return [' type="list"', formulas(`"${condition.words.join(',')}"`)];
    case 'custom': return [' type="custom"', formulas(condition.formula)];
    case 'length': return [' type="textLength" operator="lessThanOrEqual"', formulas(condition.most)];
    case 'decimal':
    case 'whole': {
      const type = ` type="${condition.kind}"`;
      const { least, most } = condition;
      if (least !== null && most !== null) return [`${type} operator="between"`, formulas(least, most)];
      return least !== null ? [`${type} operator="greaterThanOrEqual"`, formulas(least)] : [`${type} operator="lessThanOrEqual"`, formulas(most ?? 0)];
    }
  }
}

function validationXml({ areas: where, condition, strictness, refusal, hint }: PlanValidation): string {
  const [type, formulas] = conditionXml(condition);
  const told = [
    condition !== null && strictness !== 'stop' ? ` errorStyle="${strictness}"` : '',
    ' allowBlank="1"',
    hint ? ' showInputMessage="1"' : '',
    refusal ? ` showErrorMessage="1" errorTitle="${escapeXml(refusal.title)}" error="${escapeXml(refusal.text)}"` : '',
    hint ? ` promptTitle="${escapeXml(hint.title)}" prompt="${escapeXml(hint.text)}"` : '',
  ].join('');
  return `<dataValidation${type}${told} sqref="${areas(where)}"${formulas === '' ? '/>' : `>${formulas}</dataValidation>`}`;
}

function printXml(print: PlanPrint | null): string {
  if (!print) return '';
  const { margins, pagesWide, pagesTall, orientation, paper, footer, centred } = print;
  const inches = (points: number): number => Math.round((points / INCH) * 1000) / 1000;
  return (centred ? '<printOptions horizontalCentered="1"/>' : '')
    + `<pageMargins left="${inches(margins.left)}" right="${inches(margins.right)}" top="${inches(margins.top)}" bottom="${inches(margins.bottom)}" header="${inches(margins.header)}" footer="${inches(margins.footer)}"/>`
    + `<pageSetup paperSize="${paper === 'A4' ? 9 : 8}"${pagesWide === null ? ' fitToWidth="0"' : pagesWide === 1 ? '' : ` fitToWidth="${pagesWide}"`} fitToHeight="${pagesTall ?? 0}" orientation="${orientation}"/>`
    + (footer === null ? '' : `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`);
}

/** The used area, for readers that make room for it. */
function usedArea({ cells }: SheetPlan): string {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  return cells.length === 0 ? 'A1' : formatRange({ top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) });
}

/** What the sheet's workbook decides. */
export interface SheetSurroundings {
  /** The tab that is in front. */
  readonly selected: boolean;
  /** Pixels of a digit in the workbook's usual font: what widths are counted in. */
  readonly digit: number;
  readonly declaration: string;
  readonly namespace: string;
}

export function planSheetXml(plan: SheetPlan, styles: PlanLooks, { selected, digit, declaration, namespace }: SheetSurroundings): string {
  const { columnWidths, merges, protection, highlights, validations, print, frozenRows, gridLines } = plan;
  const fits = print !== null && (print.pagesWide !== null || print.pagesTall !== null);
  const view = `<sheetView${gridLines ? '' : ' showGridLines="0"'}${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  const columns = columnWidths.map((points, at) => `<col min="${at + 1}" max="${at + 1}" width="${Math.round((Math.round(points * PIXELS) / digit) * 256) / 256}" customWidth="1"/>`).join('');
  return `${declaration}<worksheet xmlns="${namespace}">${fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}<dimension ref="${usedArea(plan)}"/>`
    + `<sheetViews>${frozenRows > 0 ? `${view}><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozenRows + 1}" sqref="A${frozenRows + 1}"/></sheetView>` : `${view}/>`}</sheetViews>`
    + `<sheetFormatPr defaultRowHeight="14.25"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${rowsXml(plan, styles)}</sheetData>`
    + (protection ? protectionXml(protection) : '')
    + (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${formatRange(merge)}"/>`).join('')}</mergeCells>`)
    + highlights.map((highlight, at) => highlightXml(highlight, at + 1, styles)).join('')
    + (validations.length === 0 ? '' : `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`)
    + `${printXml(print)}</worksheet>`;
}

/** What a print area and repeated rows are kept as: names of the sheet. */
export function printNamesXml({ name, print }: SheetPlan, index: number): string {
  const sheet = escapeXml(`'${name.replaceAll("'", "''")}'`);
  const area = print?.area;
  const rows = print?.repeatedRows;
  const absolute = (row: number, column: number): string => `$${columnName(column)}$${row}`;
  return (area ? `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${sheet}!${absolute(area.top, area.left)}:${absolute(area.bottom, area.right)}</definedName>` : '')
    + (rows ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$${rows.first}:$${rows.last}</definedName>` : '');
}
