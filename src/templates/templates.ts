// What the faces of the product ask for: a template as a plan of its sheet, and as the bytes of an .xlsx.
import type { SheetPlan } from '../model/sheet-plan';
import { planBytes } from '../workbooks/package/plan-workbook';
import { buildTemplate, type BuiltTemplate } from './build';
import { findForm } from './catalogue';

export interface TemplateOptions {
  /** Left out: the sheet leaves room for it. */
  readonly year?: number | null;
  /** 单位名称, written where the form asks for the unit. */
  readonly unit?: string;
  /** Indicator lines for each 二级指标, in a base-data form lines of projects; 1 to MOST_ROWS, else the nearest of them. */
  readonly rows?: number;
}

/** A form with more lines for one level is no form any more. */
export const MOST_ROWS = 30;

/** The blank form and where everything stands on it. Throws for an id that no template bears. */
export function blankTemplate(id: string, { year = null, unit = '', rows }: TemplateOptions = {}): BuiltTemplate {
  const form = findForm(id);
  if (!form) throw new Error(`no such template: ${id}`);
  return buildTemplate(form, { year, unit: unit.trim(), rows: Math.min(Math.max(Math.trunc(rows ?? form.rows) || form.rows, 1), MOST_ROWS), groups: null, fundParts: null });
}

/** The blank form as a plan that a host can build by calls on ranges. Throws for an id that no template bears. */
export function templateSheet(id: string, options: TemplateOptions = {}): SheetPlan {
  return blankTemplate(id, options).plan;
}

/** The blank form as an .xlsx file: the same options give the same bytes. Throws for an id that no template bears. */
export function templateBytes(id: string, options: TemplateOptions = {}): Uint8Array {
  return sheetBytes(templateSheet(id, options));
}

/** A template as it was laid out or filled from another table, as an .xlsx file: the same plan gives the same bytes. */
export function sheetBytes(plan: SheetPlan): Uint8Array {
  return planBytes([plan]);
}
