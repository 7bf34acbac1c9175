// A quantity as a table writes it: exact number, operator, unit and scale.
import type { Decimal } from './decimal';

export type Operator = '>=' | '<=' | '>' | '<' | '=';

/** "≧2万人次" is { operator: '>=', value: 20000, unit: '人次', scale: 10000, decimals: 0 }; "98.25%" is { value: 98.25, unit: '%', decimals: 2 }. */
export interface Quantity {
  /** In the unit named, 万 and 亿 multiplied in; a percentage stays in percent (98.25, not 0.9825). */
  readonly value: Decimal;
  /** '' when none is written. Money written 万元 or 亿元 is given in 元. */
  readonly unit: string;
  /** 1, 1e4 (万) or 1e8 (亿): what was multiplied in. */
  readonly scale: number;
  /** Null when no operator is written. */
  readonly operator: Operator | null;
  /** Digits after the point as displayed, before 万 and 亿: what tolerances are taken from. */
  readonly decimals: number;
}

/** A day or month as a deadline; a year alone has month and day null. */
export interface DateReading {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** What the text of a target or an actual was read as. */
export type Reading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'range'; readonly low: Quantity; readonly high: Quantity }
  | { readonly kind: 'date'; readonly date: DateReading; readonly operator: Operator | null }
  /** Words only: 浓厚, 持续提升, 达成预期指标. */
  | { readonly kind: 'words' }
  /** Words with numbers in them that were not understood as one quantity ("签约率提高1%，体检率提高2%"). */
  | { readonly kind: 'mixed' };
