// Exact decimal arithmetic: amounts, rates and scores are never compared as binary floats.
import { Decimal as Base } from 'decimal.js';

/** 40 significant digits, half-up as accountants round. A clone, so that nobody else's configuration reaches us. */
const Wide = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });

/** Powers of ten up to 10^22, the last that a binary float holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MOST_PLACES = 22;
/** Plain digits; longer ones and exponents are read by decimal.js. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function power(places: number): number {
  return POWERS[places] ?? Infinity;
}

/** Far above what floats are off by, far below any difference that matters. */
const ROUGH = 1e-12;

/** decimal.js keeps digits in words of seven: so many words are what is left of a quotient that does not end. */
const CUT_WORDS = 6;

/**
 * 158 ÷ 304 does not end, 19 × 158 ÷ 304 = 9.875 does: computed one after the other it comes to 9.87499…9, which rounds to the wrong cent. Two values made of
 * figures of a form differ by more than one in 10^36 or not at all.
 */
function mended(result: Base): Base {
  const word = result.d?.[4];
  if (word !== 0 && word !== 9_999_999) return result;
  const rounded = result.toSignificantDigits(36);
  return rounded.precision() <= 16 ? rounded : result;
}

type Operand = Decimal | number | string;

/**
 * An exact decimal, immutable. Figures of a form are whole numbers of cents or of hundredths of a point: these are kept as a safe integer and
 * a number of places, which costs a tenth of decimal.js; whatever does not fit (quotients above all) is kept and computed by decimal.js. One
 * value has one form, so that equal decimals are deeply equal.
 */
export class Decimal {
  /** The value is units ÷ 10^places; NaN where it does not fit. */
  private readonly units: number;
  private readonly places: number;
  private readonly wide: Base | null;

  private constructor(units: number, places: number, wide: Base | null) {
    this.units = units;
    this.places = places;
    this.wide = wide;
  }

  static of(value: Operand): Decimal {
    if (value instanceof Decimal) return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return Decimal.scaled(value, 0);
    return Decimal.parsed(String(value));
  }

  /** A number as it was written with so many digits after the point, 15 digits in all: less than a quarter of a unit off as a float, hence exact once rounded. */
  static written(value: number, places: number): Decimal {
    return Decimal.scaled(Math.round(value * power(places)), places);
  }

  private static parsed(text: string): Decimal {
    if (PLAIN.test(text)) {
      const point = text.indexOf('.');
      const units = point < 0 ? Number(text) : Number(text.slice(0, point) + text.slice(point + 1));
      if (Number.isSafeInteger(units)) return Decimal.scaled(units, point < 0 ? 0 : text.length - point - 1);
    }
    return Decimal.narrowed(new Wide(text));
  }

  /** Without trailing zeros behind the point. */
  private static scaled(units: number, places: number): Decimal {
    let n = units;
    let k = places;
    while (k > 0 && n % 10 === 0) {
      n /= 10;
      k--;
    }
    // Adding 0 turns -0 into 0.
    return new Decimal(n + 0, k, null);
  }

  private static narrowed(wide: Base): Decimal {
    // Most quotients do not end: their 40 digits stand in more words than 16 digits can.
    if (wide.d !== null && wide.d.length <= 4 && wide.precision() <= 16 && wide.e <= 15) {
      const places = wide.decimalPlaces();
      const units = Number(wide.toFixed().replace('.', ''));
      if (places <= MOST_PLACES && Number.isSafeInteger(units)) return Decimal.scaled(units, places);
    }
    return new Decimal(NaN, 0, wide);
  }

  private static made(a: Decimal, b: Decimal, result: Base): Decimal {
    return Decimal.narrowed(a.isCut() || b.isCut() ? mended(result) : result);
  }

  private isCut(): boolean {
    return (this.wide?.d?.length ?? 0) >= CUT_WORDS;
  }

  private widened(): Base {
    return this.wide ?? new Wide(this.toString());
  }

  /** True for what fits an integer and places: cheap to compute with. */
  isPlain(): boolean {
    return this.wide === null;
  }

  plus(other: Operand): Decimal {
    const that = Decimal.of(other);
    if (this.isPlain() && that.isPlain()) {
      const places = Math.max(this.places, that.places);
      const mine = this.units * power(places - this.places);
      const theirs = that.units * power(places - that.places);
      // A product beyond 2^53 is never taken for a safe one: rounding keeps it beyond.
      if (Number.isSafeInteger(mine) && Number.isSafeInteger(theirs) && Number.isSafeInteger(mine + theirs)) return Decimal.scaled(mine + theirs, places);
    }
    return Decimal.made(this, that, this.widened().plus(that.widened()));
  }

  negated(): Decimal {
    return this.isPlain() ? new Decimal(0 - this.units, this.places, null) : new Decimal(NaN, 0, this.widened().negated());
  }

  minus(other: Operand): Decimal {
    return this.plus(Decimal.of(other).negated());
  }

  times(other: Operand): Decimal {
    const that = Decimal.of(other);
    if (this.isPlain() && that.isPlain()) {
      const units = this.units * that.units;
      if (Number.isSafeInteger(units) && this.places + that.places <= MOST_PLACES) return Decimal.scaled(units, this.places + that.places);
    }
    return Decimal.made(this, that, this.widened().times(that.widened()));
  }

  /** 40 digits where the quotient does not end; NaN and infinities as decimal.js gives them. */
  div(other: Operand): Decimal {
    const that = Decimal.of(other);
    if (this.isPlain() && that.isPlain() && that.places === 0) {
      const shift = POWERS.indexOf(that.units);
      if (shift >= 0 && this.places + shift <= MOST_PLACES) return Decimal.scaled(this.units, this.places + shift);
    }
    return Decimal.made(this, that, this.widened().div(that.widened()));
  }

  abs(): Decimal {
    if (!this.isPlain()) return new Decimal(NaN, 0, this.widened().abs());
    return this.units < 0 ? this.negated() : this;
  }

  /** Below 0, 0 or above; NaN where one of the two is. */
  private compared(other: Operand): number {
    const that = Decimal.of(other);
    if (this === that) return 0;
    if (this.isPlain() && that.isPlain() && this.places === that.places) return this.units - that.units;
    // Figures of a form differ by far more than floats are off: only what is nearly equal needs all digits.
    const mine = this.roughly();
    const theirs = that.roughly();
    if (Math.abs(mine - theirs) > ROUGH * Math.max(Math.abs(mine), Math.abs(theirs))) return mine - theirs;
    return this.widened().comparedTo(that.widened());
  }

  /** As a float, off by a few units of the 15th digit at most; NaN where that is not to be had cheaply. */
  roughly(): number {
    const { wide } = this;
    if (!wide) return this.units / power(this.places);
    if (!wide.isFinite()) return NaN;
    const [first = NaN, second = 0, third = 0] = wide.d;
    let exponent = wide.e;
    for (let rest = first; rest >= 10; rest /= 10) exponent--;
    const digits = (first + second / 1e7 + third / 1e14) * wide.s;
    return exponent >= 0 ? digits * power(exponent) : digits / power(-exponent);
  }

  eq(other: Operand): boolean {
    return this.compared(other) === 0;
  }

  gt(other: Operand): boolean {
    return this.compared(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.compared(other) >= 0;
  }

  lt(other: Operand): boolean {
    return this.compared(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.compared(other) <= 0;
  }

  isZero(): boolean {
    return this.units === 0;
  }

  isInteger(): boolean {
    return this.wide ? this.wide.isInteger() : this.places === 0;
  }

  decimalPlaces(): number {
    return this.wide ? this.wide.decimalPlaces() : this.places;
  }

  /** Rounded to at most `places` digits after the point, half away from zero. */
  toDecimalPlaces(places: number): Decimal {
    if (this.wide) return Decimal.narrowed(this.wide.toDecimalPlaces(places));
    if (this.places <= places) return this;
    const step = power(this.places - places);
    const size = Math.abs(this.units);
    const rest = size % step;
    const whole = (size - rest) / step + (rest * 2 >= step ? 1 : 0);
    return Decimal.scaled(this.units < 0 ? -whole : whole, places);
  }

  /** Exactly `places` digits after the point, half away from zero. */
  toFixed(places: number): string {
    if (this.wide) return this.wide.toFixed(places);
    if (this.places === places) return this.toString();
    const rounded = this.abs().toDecimalPlaces(places).toString();
    const point = rounded.indexOf('.');
    const text = places === 0 ? rounded : point < 0 ? `${rounded}.${'0'.repeat(places)}` : rounded.padEnd(point + 1 + places, '0');
    return this.units < 0 ? `-${text}` : text;
  }

  toNumber(): number {
    // One division of two exact floats: rounded once, as reading the digits would be.
    return this.wide ? this.wide.toNumber() : this.units / power(this.places);
  }

  toString(): string {
    if (this.wide) return this.wide.toString();
    if (this.places === 0) return String(this.units);
    const digits = String(Math.abs(this.units)).padStart(this.places + 1, '0');
    const point = digits.length - this.places;
    return `${this.units < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  toJSON(): string {
    return this.toString();
  }

  static max(first: Decimal, second: Decimal): Decimal {
    return first.lt(second) ? second : first;
  }

  static min(first: Decimal, second: Decimal): Decimal {
    return first.gt(second) ? second : first;
  }
}

export const ZERO: Decimal = Decimal.of(0);
export const ONE: Decimal = Decimal.of(1);
export const HUNDRED: Decimal = Decimal.of(100);

/** Exact decimal of a number as it would be typed (0.1 is 0.1), of a decimal string, or of a decimal itself. */
export function decimal(value: number | string | Decimal): Decimal {
  return Decimal.of(value);
}

/** The plain figures are added up first: one quotient among them would otherwise make every addition a long one. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  let quotients: Decimal[] | null = null;
  for (const value of values) {
    if (value.isPlain()) total = total.plus(value);
    else (quotients ??= []).push(value);
  }
  for (const value of quotients ?? []) total = total.plus(value);
  return total;
}

const HALVES: readonly Decimal[] = Array.from({ length: 12 }, (_, decimals) => decimal(`5e-${decimals + 1}`));

/** Half a unit of the last of `decimals` displayed digits: what two equal values may differ by once displayed. */
export function halfUnit(decimals: number): Decimal {
  return HALVES[decimals] ?? decimal(`5e-${decimals + 1}`);
}

/** True when the two differ by no more than `tolerance`. */
export function near(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  if (!a.isPlain() || !b.isPlain()) {
    const x = a.roughly();
    const y = b.roughly();
    const most = tolerance.roughly();
    const gap = Math.abs(x - y);
    if (Math.abs(gap - most) > ROUGH * Math.max(Math.abs(x), Math.abs(y), most)) return gap < most;
  }
  return a.minus(b).abs().lte(tolerance);
}

/** As people write it: at most `decimals` digits after the point, no trailing zeros. */
export function show(value: Decimal, decimals = 2): string {
  return value.toDecimalPlaces(decimals).toString();
}
