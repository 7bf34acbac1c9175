// What lies on a planned sheet besides its cells, by calls on ranges: what may be typed, what stands out, print setup, protection.
import { formatRange } from '../../model/address';
import type { PlanCondition, PlanHighlight, PlanPrint, PlanValidation, SheetPlan } from '../../model/sheet-plan';
import { moveFormula } from '../package/shared-formula';
import { untracked } from './batch';

/** The areas of a rule, each with the formula as its own top-left cell needs it: it is written for that of the first one. */
function eachArea(sheet: Excel.Worksheet, areas: PlanValidation['areas'], formula: string, set: (range: Excel.Range, formula: string) => void): void {
  const [first] = areas;
  if (!first) return;
  for (const area of areas) set(untracked(sheet.getRange(formatRange(area))), `=${moveFormula(formula, area.top - first.top, area.left - first.left)}`);
}

function ruleOf(condition: PlanCondition | null, formula: string): Excel.DataValidationRule {
  switch (condition?.kind) {
    // Any value, with a hint: Excel's API has no rule for that, so it is one that always holds.
    case undefined:
    case 'custom': return { custom: { formula } };
    case 'list': return { list: { inCellDropDown: true, source: condition.words.join(',') } };
    case 'length': return { textLength: { operator: 'LessThanOrEqualTo', formula1: condition.most } };
    case 'decimal':
    case 'whole': {
      const { least, most } = condition;
      const bounds = least !== null && most !== null ? { operator: 'Between', formula1: least, formula2: most } as const
        : least !== null ? { operator: 'GreaterThanOrEqualTo', formula1: least } as const : { operator: 'LessThanOrEqualTo', formula1: most ?? 0 } as const;
      return condition.kind === 'decimal' ? { decimal: bounds } : { wholeNumber: bounds };
    }
  }
}

const STYLES = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

/** ExcelApi 1.8. */
export function layValidations(sheet: Excel.Worksheet, validations: readonly PlanValidation[]): void {
  for (const { areas, condition, strictness, refusal, hint } of validations) {
    eachArea(sheet, areas, condition?.kind === 'custom' ? condition.formula : 'TRUE', (range, formula) => {
      const { dataValidation } = range;
      dataValidation.rule = ruleOf(condition, formula);
      dataValidation.ignoreBlanks = true;
      dataValidation.errorAlert = { showAlert: refusal !== null && condition !== null, style: STYLES[strictness], title: refusal?.title ?? '', message: refusal?.text ?? '' };
      if (hint) dataValidation.prompt = { showPrompt: true, title: hint.title, message: hint.text };
    });
  }
}

export function layHighlights(sheet: Excel.Worksheet, highlights: readonly PlanHighlight[]): void {
  for (const { areas, formula, fill, colour } of highlights) {
    eachArea(sheet, areas, formula, (range, own) => {
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = own;
      if (fill !== null) custom.format.fill.color = `#${fill}`;
      if (colour !== null) custom.format.font.color = `#${colour}`;
    });
  }
}

/** "&L左&C中&R右" by its parts; what has no letter stands in the middle. */
function footerOf(codes: string): { readonly left: string; readonly centre: string; readonly right: string } {
  const parts = { L: '', C: '', R: '' };
  let at: keyof typeof parts = 'C';
  for (const piece of codes.split(/(&[LCR])/)) {
    if (piece === '&L' || piece === '&C' || piece === '&R') at = piece.slice(1) as keyof typeof parts;
    else parts[at] += piece;
  }
  return { left: parts.L, centre: parts.C, right: parts.R };
}

/** ExcelApi 1.9. */
export function layPrint(sheet: Excel.Worksheet, print: PlanPrint): void {
  const { pageLayout } = sheet;
  const { margins } = print;
  pageLayout.paperSize = print.paper;
  pageLayout.orientation = print.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  pageLayout.zoom = print.pagesWide === null && print.pagesTall === null ? { scale: 100 } : {
    ...(print.pagesWide === null ? {} : { horizontalFitToPages: print.pagesWide }), ...(print.pagesTall === null ? {} : { verticalFitToPages: print.pagesTall }),
  };
  pageLayout.centerHorizontally = print.centred;
  pageLayout.topMargin = margins.top;
  pageLayout.rightMargin = margins.right;
  pageLayout.bottomMargin = margins.bottom;
  pageLayout.leftMargin = margins.left;
  pageLayout.headerMargin = margins.header;
  pageLayout.footerMargin = margins.footer;
  if (print.area) pageLayout.setPrintArea(untracked(sheet.getRange(formatRange(print.area))));
  if (print.repeatedRows) pageLayout.setPrintTitleRows(`$${print.repeatedRows.first}:$${print.repeatedRows.last}`);
  if (print.footer !== null) {
    const { left, centre, right } = footerOf(print.footer);
    const { defaultForAllPages: footer } = pageLayout.headersFooters;
    footer.leftFooter = left;
    footer.centerFooter = centre;
    footer.rightFooter = right;
  }
}

/** Last of all: afterwards hardly anything can be set. */
export function layProtection(sheet: Excel.Worksheet, { protection }: SheetPlan): void {
  if (!protection) return;
  const { columnWidths, rowHeights, insertRows, deleteRows } = protection;
  sheet.protection.protect({ allowFormatColumns: columnWidths, allowFormatRows: rowHeights, allowInsertRows: insertRows, allowDeleteRows: deleteRows });
}
