// Where the things of a form stand on its sheet: what a filled table is carried into.
import type { Aspect, FundColumn, IndicatorColumn } from '../model/table';

export interface NamedSlot {
  /** The label before it, without points and line breaks. */
  readonly name: string;
  readonly cell: string;
  /** What the cell holds already. */
  readonly text: string;
}

export interface FundSlots {
  readonly name: string;
  readonly role: 'total' | 'part';
  readonly cells: Readonly<Partial<Record<FundColumn, string>>>;
}

export interface IndicatorSlots {
  readonly group: string;
  readonly subgroup: string;
  readonly aspect: Aspect;
  readonly cells: Readonly<Partial<Record<IndicatorColumn, string>>>;
}

export interface BaseSlots {
  readonly key: string;
  readonly name: string;
  /** True where the form adds up other lines. */
  readonly adds: boolean;
  readonly cells: readonly string[];
}

export interface Slots {
  readonly fields: readonly NamedSlot[];
  readonly goals: readonly { readonly expected: string | null; readonly actual: string | null }[];
  readonly fund: readonly FundSlots[];
  /** Cells that hold label and amount in one text. */
  readonly remarks: readonly NamedSlot[];
  readonly indicators: readonly IndicatorSlots[];
  readonly total: { readonly weight: string | null; readonly score: string; readonly grade: string | null } | null;
  readonly closing: readonly NamedSlot[];
  readonly base: readonly BaseSlots[];
  readonly quotients: readonly { readonly name: string; readonly denominator: string; readonly numerator: string; readonly rate: string }[];
}

/** The same, while the form is laid out. */
export type OpenSlots = { -readonly [Name in keyof Slots]: Slots[Name] extends readonly (infer One)[] ? One[] : Slots[Name] };

export function openSlots(): OpenSlots {
  return { fields: [], goals: [], fund: [], remarks: [], indicators: [], total: null, closing: [], base: [], quotients: [] };
}

/** 产出指标\n（50分） → 产出指标. */
export function slotName(label: string): string {
  return label.replace(/[\s:：]/g, '').replace(/[(（].*?[)）]/g, '').replace(/^\d+\./, '');
}
