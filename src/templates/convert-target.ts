// A target and its result as other forms write them, taken apart into sign, value and unit.
import type { Decimal } from '../model/decimal';
import type { Operator, Quantity } from '../model/quantity';
import type { Indicator } from '../model/table';
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

/** Null where there is no target at all. */
export function targetParts(indicator: Indicator): TargetParts | null {
  const { target, targetEntry, actualEntry, actualQuantity, actual, name } = indicator;
  if (!given(targetEntry)) return given(actualEntry) ? { nature: QUALITATIVE, target: '', unit: '', actual: actualEntry.raw.trim(), guessed: false, strict: false } : null;
  const written = given(actualEntry) ? actualEntry.raw.trim() : null;
  const { quantity, operator } = target;
  if (!quantity || target.qualitative || target.reading.kind !== 'quantity') {
    const sign = target.reading.kind === 'date' || target.reading.kind === 'words' || operator === null || targetEntry.text.includes(SIGNS[operator]) ? '' : SIGNS[operator];
    return { nature: QUALITATIVE, target: `${sign}${targetEntry.raw.trim()}`, unit: indicator.unitEntry?.filled === true ? indicator.unitEntry.text : '', actual: written, guessed: false, strict: false };
  }
  const got = actualQuantity ?? (actual.kind === 'quantity' ? actual.quantity : null);
  const unit = quantity.unit === '' && got?.operator === null ? got.unit : quantity.unit;
  // A result in other units, or with a sign in front of it, is for a person to look at: its words are kept.
  const comparable = got !== null && (got.unit === quantity.unit || got.unit === '' || (quantity.unit === '' && (got.unit !== '%' || quantity.scale === 1)));
  const sign = operator ?? quantity.operator;
  return {
    nature: sign === null ? (indicator.aspect === 'cost' || /成本|费用|单价/.test(name.text) ? '≤' : '≥') : SIGNS[sign],
    target: inScale(quantity.value, quantity.scale),
    unit: unitOf({ ...quantity, unit }),
    actual: written === null ? null : comparable ? inScale(got.unit === '' && got.scale === 1 && actualQuantity === null ? got.value.times(quantity.scale) : got.value, quantity.scale) : written,
    guessed: sign === null,
    strict: sign === '>' || sign === '<',
  };
}
