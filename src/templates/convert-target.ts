// A target and its result as other forms write them, taken apart into sign, value and unit.
import type { Decimal } from '../model/decimal';
import type { Operator, Quantity } from '../model/quantity';
import type { Entry, Indicator, Target } from '../model/table';
import { directionOf } from '../scoring/direction';
import { given } from './carrier';
import { QUALITATIVE } from './input-rules';

export interface TargetParts {
  readonly nature: string;
  readonly target: string | number;
  readonly unit: string;
  readonly actual: string | number | null;
  /** True where the form did not say whether more or less is better. */
  readonly guessed: boolean;
  /** Of ＞ and ＜, which the target form does not have. */
  readonly strict: boolean;
}

const SIGNS: Readonly<Record<Operator, string>> = { '>=': '≥', '>': '≥', '<=': '≤', '<': '≤', '=': '=' };

/** 2万人次 is 2 in 万人次. */
function unitOf({ unit, scale }: Quantity): string {
  return `${scale === 1e4 ? '万' : scale === 1e8 ? '亿' : ''}${unit}`;
}

function inScale(value: Decimal, scale: number): number {
  return value.div(scale).toDecimalPlaces(6).toNumber();
}

/** `subgroup`: the 二级指标 it goes to. Null where there is no target at all. */
export function targetParts(indicator: Indicator, subgroup: string): TargetParts | null {
  const { target, targetEntry, actualEntry, unitEntry } = indicator;
  const written = given(actualEntry) ? actualEntry.raw.trim() : null;
  if (!given(targetEntry)) return written === null ? null : inWords('', '', written);
  const { quantity } = target;
  if (quantity && !target.qualitative && target.reading.kind === 'quantity') return inFigures(indicator, subgroup, quantity, written);
  return inWords(`${signBefore(target, targetEntry)}${targetEntry.raw.trim()}`, unitEntry?.filled === true ? unitEntry.text : '', written);
}

function inWords(target: string, unit: string, actual: string | null): TargetParts {
  return { nature: QUALITATIVE, target, unit, actual, guessed: false, strict: false };
}

/** The sign that a figure among words has in a cell of its own; dates and plain words need none. */
function signBefore({ reading, operator }: Target, { text }: Entry): string {
  if (reading.kind === 'date' || reading.kind === 'words' || operator === null) return '';
  return text.includes(SIGNS[operator]) ? '' : SIGNS[operator];
}

/** `written`: the result's own words. */
function inFigures(indicator: Indicator, subgroup: string, quantity: Quantity, written: string | null): TargetParts {
  const { actual, actualQuantity, target } = indicator;
  const got = actualQuantity ?? (actual.kind === 'quantity' ? actual.quantity : null);
  // 100% beside 28万 is how much of it was done, not what it is counted in.
  const unit = quantity.unit === '' && got?.operator === null && isComparable(got, quantity) ? got.unit : quantity.unit;
  const value = written !== null && got && isComparable(got, quantity) ? multiplied(got, quantity, actualQuantity !== null) : null;
  const sign = target.operator ?? quantity.operator;
  return {
    nature: sign === null ? usualSign(indicator, subgroup, unit, value && value.minus(quantity.value)) : SIGNS[sign],
    target: inScale(quantity.value, quantity.scale),
    unit: unitOf({ ...quantity, unit }),
    actual: value ? inScale(value, quantity.scale) : written,
    guessed: sign === null,
    strict: sign === '>' || sign === '<',
  };
}

/** By what the line is named; where a name leaves it open, the sign by which the points follow that were given. `beyond`: how far the result is above the target. */
function usualSign({ aspect, name, weight, score }: Indicator, subgroup: string, unit: string, beyond: Decimal | null): '≥' | '≤' {
  const direction = directionOf(name.text, aspect === 'cost' ? '成本指标' : subgroup, unit);
  if (direction !== 'unclear') return direction === 'less' ? '≤' : '≥';
  const [full, got] = [weight?.quantity?.value, score?.quantity?.value];
  if (!full || !got || !beyond) return '≥';
  return got.gte(full) ? (beyond.lt(0) ? '≤' : '≥') : beyond.gt(0) ? '≤' : '≥';
}

/** A result in other units, or with a sign in front of it, is for a person to look at: its words are kept. */
function isComparable(got: Quantity, { unit, scale }: Quantity): boolean {
  return got.unit === unit || got.unit === '' || (unit === '' && (got.unit !== '%' || scale === 1));
}

/** A bare 3 beside 2万人次 means 30,000, unless the reading took it so already. */
function multiplied(got: Quantity, { scale }: Quantity, completed: boolean): Decimal {
  return got.unit === '' && got.scale === 1 && !completed ? got.value.times(scale) : got.value;
}
