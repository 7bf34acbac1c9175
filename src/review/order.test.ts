import fc from 'fast-check';
import { makeFinding } from '../../test/make-finding';
import { depths, order } from './order';

describe('order', () => {
  it('puts errors before what is to verify and hints, and inside them goes by row and column', () => {
    const ordered = order([
      makeFinding({ rule: 'hint', cells: ['A1'], severity: 'hint' }),
      makeFinding({ rule: 'verify', cells: ['A1'], severity: 'verify' }),
      makeFinding({ rule: 'late', cells: ['B10'] }),
      makeFinding({ rule: 'right', cells: ['AA2'] }),
      makeFinding({ rule: 'left', cells: ['B2'] }),
    ]);
    expect(ordered.map(({ rule }) => rule)).toEqual(['left', 'right', 'late', 'verify', 'hint']);
  });

  it('puts a follow-on right after its cause, whatever its severity and place', () => {
    const findings = [
      makeFinding({ rule: 'total', cells: ['J20'], because: 'score:J5' }),
      makeFinding({ rule: 'reason', cells: ['K5'], severity: 'verify', because: 'rate:I5' }),
      makeFinding({ rule: 'score', cells: ['J5'], because: 'rate:I5' }),
      makeFinding({ rule: 'other', cells: ['B6'] }),
      makeFinding({ rule: 'rate', cells: ['I5'] }),
    ];
    expect(order(findings).map(({ rule }) => rule)).toEqual(['rate', 'score', 'total', 'reason', 'other']);
    expect(order(findings).map(depths(findings))).toEqual([0, 1, 2, 1, 0]);
  });

  it('loses nothing and does not hang on links of any shape, circles included', () => {
    const cells = fc.constantFrom('A1', 'B2', 'C3', 'D4');
    const one = fc.record({ rule: fc.constantFrom('a', 'b'), cell: cells, because: fc.option(fc.tuple(fc.constantFrom('a', 'b'), cells).map(([rule, cell]) => `${rule}:${cell}`)) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const findings = list.map(({ rule, cell, because }) => makeFinding({ rule, cells: [cell], because }));
        expect(new Set(order(findings))).toEqual(new Set(findings));
        expect(order(findings)).toHaveLength(findings.length);
        for (const finding of findings) expect(depths(findings)(finding)).toBeLessThanOrEqual(findings.length);
      }),
    );
  });
});
