// What holds of the custom functions for any figures, and for anything at all that a cell may hold.
import fc from 'fast-check';
import { decimal, show } from '../../src/model/decimal';
import { FUNCTIONS } from '../../src/functions/description';
import { FakeExcel, type CellResult } from './fake-runtime';

const excel = new FakeExcel();
const amount = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100);
const points = fc.integer({ min: 1, max: 100 });

function number(result: CellResult): number {
  if (!('value' in result) || typeof result.value !== 'number') throw new Error(JSON.stringify(result));
  return result.value;
}

const fullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

test('a score lies between 0 and the weight, grows with what was reached, and is proportional below the target', () => {
  fc.assert(fc.property(amount, amount, amount, points, (target, one, other, weight) => {
    const [less, more] = [Math.min(one, other), Math.max(one, other)];
    const [low, high] = [less, more].map((actual) => number(excel.call('指标得分', `≥${target}个`, `${actual}个`, weight)));
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(weight);
    expect(low).toBeLessThanOrEqual(high ?? 0);
    if (less < target) expect(low).toBe(Number(decimal(weight).times(less).div(target).toDecimalPlaces(2).toString()));
    if (more >= target) expect(high).toBe(weight);
  }));
});

/** 2026.01 as a text is January 2026. */
const noMonth = amount.filter((figure) => !/^20\d\d\.\d+$/.test(String(figure)));

test('digits may be half-width or full-width, text or numbers: the figure is the same', () => {
  fc.assert(fc.property(noMonth, noMonth, points, (spending, budget, weight) => {
    const written = [String(spending), String(budget), String(weight)] as const;
    expect(excel.call('执行率', fullWidth(written[0]), fullWidth(written[1]))).toEqual(excel.call('执行率', spending, budget));
    const score = excel.call('指标得分', `≥${budget}`, spending, weight);
    expect(excel.call('指标得分', fullWidth(`≥${written[1]}`), fullWidth(written[0]), fullWidth(written[2]))).toEqual(score);
  }));
});

test('a percentage may be a text or a cell with the format of one', () => {
  fc.assert(fc.property(fc.integer({ min: 6_000, max: 10_000 }), fc.integer({ min: 7_000, max: 10_000 }), points, (actual, target, weight) => {
    const percent = (basis: number): string => `${show(decimal(basis).div(100))}%`;
    expect(excel.call('指标得分', `≥${percent(target)}`, actual / 10_000, weight)).toEqual(excel.call('指标得分', `≥${percent(target)}`, percent(actual), weight));
  }));
});

test('the execution rate times the budget is the spending again', () => {
  fc.assert(fc.property(amount, amount, (spending, budget) => {
    expect(Math.abs(number(excel.call('执行率', spending, budget)) * budget - spending)).toBeLessThan(1e-6);
  }));
});

test('whatever the cells hold, there is a value or a cell error with a sentence that ends', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, '', '—', '……', '≥', '%', '≥98%', '12次', '2万', '1e999', '__proto__', '达成', 'mof-2020', {}, [], [[]], [[1]], [[1], [2]], { type: 'Error', basicValue: '#REF!' }, { type: 'FormattedNumber', basicValue: 0.5, numberFormat: '0%' }), fc.string({ maxLength: 4_000 }));
  fc.assert(fc.property(fc.constantFrom(...FUNCTIONS), fc.array(cell, { maxLength: 7 }), ({ compute, result }, given) => {
    const outcome = compute(given);
    if (outcome.kind === 'value') {
      expect(typeof outcome.value).toBe(result);
      if (typeof outcome.value === 'number') expect(Number.isFinite(outcome.value)).toBe(true);
    } else expect(outcome.message).toMatch(/[。]$/);
  }), { numRuns: 3_000 });
});
