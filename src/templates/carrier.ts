// What a conversion collects: values for the target form, and sentences on what does not fit.
import { IN_YUAN } from '../model/amount-unit';
import { decimal, show, type Decimal } from '../model/decimal';
import type { AmountUnit, Entry } from '../model/table';

/** Digits after the point that an amount keeps when its unit changes: 万元 to 元 and back loses none of a cent. */
const PLACES = 6;

export class Carrier {
  readonly values = new Map<string, string | number>();
  readonly remarks: string[] = [];

  constructor(readonly from: AmountUnit | null, readonly to: AmountUnit | null) {}

  say(sentence: string): void {
    if (!this.remarks.includes(sentence)) this.remarks.push(sentence);
  }

  put(cell: string | null | undefined, value: string | number | null): void {
    if (cell !== null && cell !== undefined && value !== null && value !== '') this.values.set(cell, value);
  }

  /** The amount in the target's unit; the text itself where it is no amount. */
  amount(entry: Entry): string | number {
    const { quantity } = entry;
    if (!quantity || entry.notApplicable) return entry.raw.trim();
    const named = quantity.unit === '元' || quantity.scale !== 1;
    if (!named && (this.from === null || this.to === null)) return quantity.value.toNumber();
    const yuan = named ? quantity.value : quantity.value.times(IN_YUAN[this.from ?? '元']);
    return yuan.div(IN_YUAN[this.to ?? this.from ?? '元']).toDecimalPlaces(PLACES).toNumber();
  }
}

/** As a sentence quotes a cell: short and on one line. */
export function quoted(entry: Entry): string {
  const text = entry.text.replace(/\s+/g, '');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

export function given(entry: Entry | null | undefined): entry is Entry {
  return entry?.filled === true && !entry.notApplicable;
}

/** Two figures are the same when they are within half a hundredth. */
export function differs(a: Decimal, b: number): boolean {
  return a.minus(decimal(b)).abs().gte(decimal('0.005'));
}

export function figure(value: Decimal | number): string {
  return show(decimal(value), 4);
}
