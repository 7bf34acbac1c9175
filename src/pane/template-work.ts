// What the page 模板 holds: what is looked for, and the template being prepared. Apart from the templates themselves, which come with the page.
import type { Table, TableKind } from '../model/table';
import type { Conversion } from '../templates/convert';

export interface TemplateFilter {
  /** catalog: files of the bureau's catalogue, which bear no kind. */
  readonly kind: TableKind | 'catalog' | null;
  /** Without 省; '': what is for the whole country; null: all places. */
  readonly place: string | null;
}

/** What is typed for a blank sheet. */
export interface TemplateForm {
  /** Empty: left open. */
  readonly year: string;
  readonly unit: string;
  readonly rows: string;
}

export interface TemplateWork {
  /** shipped: a form of ours · catalog: a file of the catalogue, handed on as it is. */
  readonly from: 'shipped' | 'catalog';
  readonly id: string;
  readonly form: TemplateForm;
  /** table: filled with what the table shown holds. */
  readonly content: 'blank' | 'table';
  /** What became of a table; null as long as none was carried over. */
  readonly carried: { readonly of: Table; readonly conversion: Conversion } | null;
}

export interface TemplatesState {
  readonly filter: TemplateFilter;
  readonly work: TemplateWork | null;
}

export const NO_TEMPLATES: TemplatesState = { filter: { kind: null, place: null }, work: null };
