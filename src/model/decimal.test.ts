import { Decimal as Base } from 'decimal.js';
import fc from 'fast-check';
import { Decimal, decimal, halfUnit, near, show, sum } from './decimal';

const Wide = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });

/** Figures as forms hold them, and what overflows: long digits, tiny and huge numbers, ties. */
const figures = fc.oneof(
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 8 })).map(([units, places]) => `${units}e-${places}`),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -10, max: 25 })).map(([units, places]) => `${units}e${-places}`),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map(String),
  fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom('5', '05', '005', '4999', '50001')).map(([whole, tail]) => `${whole}.${tail}`),
  fc.constantFrom('0', '-0', '1', '100', '0.5', '9007199254740991', '-9007199254740992', '1e15', '1e16', '0.1000000000000000000000', '1000000'),
);
/** −0 is 0 here: nobody writes it into a form. */
const plain = (value: Base): string => (value.isZero() ? '0' : value.toString());

test('arithmetic gives what decimal.js gives', () => {
  fc.assert(fc.property(figures, figures, (left, right) => {
    const [a, b, x, y] = [decimal(left), decimal(right), new Wide(left), new Wide(right)];
    expect(a.toString()).toBe(plain(x));
    expect(a.plus(b).toString()).toBe(plain(x.plus(y)));
    expect(a.minus(b).toString()).toBe(plain(x.minus(y)));
    expect(a.times(b).toString()).toBe(plain(x.times(y)));
    if (!y.isZero()) expect(a.div(b).toString()).toBe(plain(x.div(y)));
    expect(a.abs().toString()).toBe(plain(x.abs()));
    expect(a.toNumber() + 0).toBe(x.toNumber() + 0);
  }), { numRuns: 3000 });
});

test('comparing gives what decimal.js gives', () => {
  fc.assert(fc.property(figures, figures, (left, right) => {
    for (const [one, other] of [[left, right], [left, left]] as const) {
      const [a, b, x, y] = [decimal(one), decimal(other), new Wide(one), new Wide(other)];
      expect([a.eq(b), a.gt(b), a.gte(b), a.lt(b), a.lte(b)]).toEqual([x.eq(y), x.gt(y), x.gte(y), x.lt(y), x.lte(y)]);
      expect(Decimal.max(a, b).toString()).toBe(plain(Wide.max(x, y)));
      expect(Decimal.min(a, b).toString()).toBe(plain(Wide.min(x, y)));
    }
    expect([decimal(left).isZero(), decimal(left).isInteger(), decimal(left).decimalPlaces()]).toEqual([new Wide(left).isZero(), new Wide(left).isInteger(), new Wide(left).decimalPlaces()]);
  }), { numRuns: 3000 });
});

test('rounding gives what decimal.js gives, half away from zero', () => {
  fc.assert(fc.property(figures, fc.integer({ min: 0, max: 12 }), (figure, places) => {
    expect(decimal(figure).toDecimalPlaces(places).toString()).toBe(plain(new Wide(figure).toDecimalPlaces(places)));
    expect(decimal(figure).toFixed(places)).toBe(new Wide(figure).toFixed(places).replace(/^-(?=[0.]+$)/, new Wide(figure).isZero() ? '' : '-'));
  }), { numRuns: 3000 });
});

test('equal values have one form, however they came about', () => {
  fc.assert(fc.property(figures, figures, (left, right) => {
    const [a, b] = [decimal(left), decimal(right)];
    expect(a.plus(b)).toEqual(b.plus(a));
    expect(decimal(a.toString())).toEqual(a);
    if (a.decimalPlaces() <= 10 && b.decimalPlaces() <= 10) expect(a.plus(b).minus(b)).toEqual(a);
  }));
});

test('a tie is rounded as accountants round it', () => {
  expect([show(decimal('2.005')), show(decimal('-2.005')), show(decimal(100)), decimal('2.5').toFixed(2)]).toEqual(['2.01', '-2.01', '100', '2.50']);
});

test('what ends is exact, whatever came between', () => {
  expect(decimal(19).times(decimal(158).div(304))).toEqual(decimal('9.875'));
  expect(decimal(1).minus(decimal(1).div(3)).times(3)).toEqual(decimal(2));
  expect(decimal(2).div(7).div(decimal(1).div(7))).toEqual(decimal(2));
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 1e9 }), (weight, units, places, below) => {
    const above = decimal(units).times(`1e-${places}`);
    const [exact, stepwise] = [decimal(weight).times(above).div(below), decimal(weight).times(above.div(below))];
    expect(stepwise.toFixed(2)).toBe(exact.toFixed(2));
    if (exact.isPlain()) expect(stepwise).toEqual(exact);
  }), { numRuns: 3000 });
});

test('half a unit is half of the last digit displayed', () => {
  expect([0, 1, 2, 15].map((decimals) => halfUnit(decimals).toString())).toEqual(['0.5', '0.05', '0.005', '0.0000000000000005']);
  expect([near(decimal('86.19'), decimal('86.183'), halfUnit(2)), near(decimal('86'), decimal('86.2'), halfUnit(0))]).toEqual([false, true]);
});

test('sums are exact', () => {
  expect(sum(['0.1', '0.2', '9007199254740991', '0.7'].map(decimal)).toString()).toBe('9007199254740992');
});

test('as JSON a decimal is its digits', () => {
  expect(JSON.stringify([decimal('12.50'), decimal(1).div(3)])).toBe(JSON.stringify(['12.5', `0.${'3'.repeat(40)}`]));
});
