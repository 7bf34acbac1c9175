// All templates, in the order in which they are offered.
import type { TableKind } from '../model/table';
import type { TemplateForm } from './form';
import { BASE_DATA, DEPARTMENT, DEPARTMENT_HUNAN } from './forms/department';
import { PROJECT, PROJECT_COST } from './forms/project';
import { ANHUI, HUBEI, HUNAN, SICHUAN, YUNNAN } from './forms/provinces';
import { TARGETS } from './forms/targets';

export interface TemplateInfo {
  readonly id: string;
  readonly title: string;
  readonly kind: TableKind;
  /** Without 省; null: the whole country. */
  readonly province: string | null;
  /** Rubric whose rules the formulas follow. */
  readonly rubric: string;
  /** What the layout was seen in. */
  readonly source: string;
  /** Indicator lines for each 二级指标 (for a base-data form: lines of projects) when nothing else is asked for. */
  readonly rows: number;
}

export const FORMS: readonly TemplateForm[] = [PROJECT, PROJECT_COST, HUNAN, HUBEI, SICHUAN, YUNNAN, ANHUI, DEPARTMENT, DEPARTMENT_HUNAN, BASE_DATA, TARGETS];

export const templates: readonly TemplateInfo[] = FORMS.map(({ id, title, kind, province, rubric, source, rows }) => ({ id, title, kind, province, rubric, source, rows }));

export function findForm(id: string): TemplateForm | null {
  return FORMS.find((form) => form.id === id) ?? null;
}
