// Slips of the hand: one digit mistyped or two exchanged in one of the figures would explain a difference.
import type { Decimal } from '../../model/decimal';
import { decimal, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { asWritten, digitsOf } from '../fact';

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
  const least = parts.length >= 3 && asWritten(whole).length >= LEAST_DIGITS ? LEAST_DIGITS - 1 : LEAST_DIGITS;
  const fits = (fact: Fact, value: Decimal): boolean => isOneSlip(asWritten(fact), asWritten(fact, value), least);
  return fits(whole, whole.value.minus(gap)) || parts.some((part) => fits(part, part.value.plus(gap)));
}

/** 一类村96座、二类村46座 of 160: one part has its digits exchanged. `total`: of all parts, where only some of them may be the one. */
export function exchangedPart(whole: Fact, parts: readonly Fact[], total = sum(parts.map(({ value }) => value))): boolean {
  const gap = whole.value.minus(total);
  return parts.some((part) => exchangedValues(part).some((value) => value.eq(part.value.plus(gap))));
}

/** True when the two are written with one unit and differ by one slip of the hand. */
export function oneSlip(a: Fact, b: Fact): boolean {
  return a.scale === b.scale && a.decimals === b.decimals && isOneSlip(asWritten(a), asWritten(b));
}

/** What the figure would be with other characters at some places. */
function withCharacters(fact: Fact, chars: string, changes: ReadonlyMap<number, string>): Decimal {
  return decimal([...chars].map((char, i) => changes.get(i) ?? char).join('')).times(fact.scale);
}

const digitPlaces = (chars: string): readonly number[] => [...chars].flatMap((char, i) => (char >= '0' && char <= '9' ? [i] : []));

/** What the figure may have meant if one digit was mistyped. */
function mistypedValues(fact: Fact): readonly Decimal[] {
  const chars = asWritten(fact);
  return digitPlaces(chars).flatMap((place) => [...'0123456789'].filter((digit) => digit !== chars[place]).map((digit) => withCharacters(fact, chars, new Map([[place, digit]]))));
}

/** What the figure may have meant if two neighbouring digits were exchanged. */
export function exchangedValues(fact: Fact): readonly Decimal[] {
  const chars = asWritten(fact);
  const places = digitPlaces(chars);
  return places.flatMap((place, i) => {
    const next = places[i + 1] ?? place;
    const [a = '', b = ''] = [chars[place], chars[next]];
    return a === b ? [] : [withCharacters(fact, chars, new Map([[place, b], [next, a]]))];
  });
}

/** True when one slip in one of the figures explains why they do not hold together: then a tie that the words leave open may be told. */
export function slipExplains(facts: readonly Fact[], holds: (values: readonly Decimal[]) => boolean, least = LEAST_DIGITS): boolean {
  return facts.some((fact, i) => digitsOf(fact) >= least && [...mistypedValues(fact), ...exchangedValues(fact)].some((meant) => holds(facts.map(({ value }, j) => (i === j ? meant : value)))));
}

/** Of so few values hardly one fits by chance. */
export const exchangeExplains = (fact: Fact, holds: (value: Decimal) => boolean): boolean => exchangedValues(fact).some(holds);

/** 2089元 of 1777万元 and 312万元: the digits add up, the unit does not. */
export function slipsScale(whole: Fact, parts: readonly Fact[]): boolean {
  const scale = parts[0]?.scale;
  return scale !== undefined && whole.kind === 'amount' && parts.length >= 2 && whole.scale < scale && parts.every((part) => part.kind === 'amount' && part.scale === scale) && sum(parts.map(({ value }) => value)).div(scale).eq(whole.value.div(whole.scale));
}
