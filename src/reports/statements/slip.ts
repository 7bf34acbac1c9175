// Slips of the hand: one digit mistyped or two exchanged in one of the figures would explain a difference.
import type { Decimal } from '../../model/decimal';
import { decimal, sum } from '../../model/decimal';
import type { Fact } from '../fact';

/** Digits that a figure must have before one of them can be told from chance. */
const LEAST_DIGITS = 3;

function isOneSlip(written: string, meant: string, least = LEAST_DIGITS): boolean {
  if (written.length !== meant.length || written.replace(/\D/g, '').length < least) return false;
  const places: number[] = [];
  for (let i = 0; i < written.length; i++) if (written[i] !== meant[i]) places.push(i);
  const [first = 0, second = 0] = places;
  if (places.length === 1) return true;
  const neighbours = second === first + 1 || (second === first + 2 && written[first + 1] === '.');
  return places.length === 2 && neighbours && written[first] === meant[second] && written[second] === meant[first];
}

/** True when changing one digit (or exchanging two neighbours) of the whole or of one part makes the parts add up to the whole. */
export function oneSlipApart(whole: Fact, parts: readonly Fact[]): boolean {
  const gap: Decimal = whole.value.minus(sum(parts.map(({ value }) => value)));
  // Three kinds and more of hundreds leave little to chance.
  const least = parts.length >= 3 && whole.value.div(whole.scale).toFixed(whole.decimals).length >= LEAST_DIGITS ? LEAST_DIGITS - 1 : LEAST_DIGITS;
  const fits = (fact: Fact, value: Decimal): boolean => isOneSlip(fact.value.div(fact.scale).toFixed(fact.decimals), value.div(fact.scale).toFixed(fact.decimals), least);
  return fits(whole, whole.value.minus(gap)) || parts.some((part) => fits(part, part.value.plus(gap)));
}

/** 一类村96座、二类村46座 of 160: one part has its digits exchanged. */
export function exchangedPart(whole: Fact, parts: readonly Fact[]): boolean {
  const gap = whole.value.minus(sum(parts.map(({ value }) => value)));
  return parts.some((part) => exchangedValues(part).some((value) => value.eq(part.value.plus(gap))));
}

/** True when the two are written with one unit and differ by one slip of the hand. */
export function oneSlip(a: Fact, b: Fact): boolean {
  return a.scale === b.scale && a.decimals === b.decimals && isOneSlip(a.value.div(a.scale).toFixed(a.decimals), b.value.div(b.scale).toFixed(b.decimals));
}

/** Every value that the figure may have meant if one digit was mistyped or two neighbours exchanged. */
function meantBy(fact: Fact, least: number): readonly Decimal[] {
  const shown = fact.value.div(fact.scale).toFixed(fact.decimals);
  const places = [...shown].flatMap((char, i) => (char >= '0' && char <= '9' ? [i] : []));
  if (places.length < least) return [];
  const chars = [...shown];
  const found: Decimal[] = [];
  const put = (changes: ReadonlyMap<number, string>): void => void found.push(decimal(chars.map((char, i) => changes.get(i) ?? char).join('')).times(fact.scale));
  places.forEach((place, i) => {
    for (let digit = 0; digit <= 9; digit++) if (String(digit) !== chars[place]) put(new Map([[place, String(digit)]]));
    const next = places[i + 1];
    if (next !== undefined) put(new Map([[place, chars[next] ?? ''], [next, chars[place] ?? '']]));
  });
  return found;
}

/** True when one slip in one of the figures explains why they do not hold together: then a tie that the words leave open may be told. */
export function slipExplains(facts: readonly Fact[], holds: (values: readonly Decimal[]) => boolean, least = LEAST_DIGITS): boolean {
  return facts.some((fact, i) => meantBy(fact, least).some((meant) => holds(facts.map(({ value }, j) => (i === j ? meant : value)))));
}

/** What the figure may have meant if two neighbouring digits were exchanged. */
export function exchangedValues(fact: Fact): readonly Decimal[] {
  const chars = [...fact.value.div(fact.scale).toFixed(fact.decimals)];
  const places = chars.flatMap((char, i) => (char >= '0' && char <= '9' ? [i] : []));
  return places.flatMap((place, i) => {
    const next = places[i + 1];
    const [a = '', b = ''] = [chars[place], next === undefined ? undefined : chars[next]];
    return next !== undefined && a !== b ? [decimal(chars.map((char, j) => (j === place ? b : j === next ? a : char)).join('')).times(fact.scale)] : [];
  });
}

/** Of so few values hardly one fits by chance. */
export const exchangeExplains = (fact: Fact, holds: (value: Decimal) => boolean): boolean => exchangedValues(fact).some(holds);
