// What counts as one thing to do.
import type { Finding } from '../model/finding';
import { countCauses, openChains } from './causes';

const WAIVED = { reason: '上级追加任务', date: '2026-01-01', role: '填报人', stale: false };

function found(name: string, more: Partial<Finding> = {}): Finding {
  const [rule = '', cell = ''] = name.split(':');
  return { rule, severity: 'error', cells: [cell], message: '', expected: null, received: null, because: null, basis: { document: '', clause: '', standing: 'assumed' }, waived: null, correction: null, ...more };
}

test('a slip and all that follows from it are one, whichever way it follows', () => {
  const findings = [found('rate:I5'), found('score:K5', { because: 'rate:I5' }), found('total:K9', { because: 'score:K5' }), found('reason:L5', { severity: 'verify' })];
  expect(countCauses(findings)).toEqual({ errors: 1, verify: 1, hints: 0, follows: 2, explained: 0 });
  expect(openChains(findings).map(({ finding, follows }) => [finding.rule, follows.map(({ rule }) => rule)])).toEqual([['rate', ['score', 'total']], ['reason', []]]);
});

test('what follows from something explained, from a hint or from nothing there is counts by itself', () => {
  const findings = [
    found('deduction:I5', { severity: 'verify', waived: WAIVED }), found('total:K9', { because: 'deduction:I5' }),
    found('format:C1', { severity: 'hint' }), found('total:K8', { because: 'format:C1' }), found('total:K7', { because: 'gone:A1' }),
  ];
  expect(countCauses(findings)).toEqual({ errors: 3, verify: 0, hints: 1, follows: 0, explained: 1 });
});

test('an explanation out of date settles nothing, and an error is never explained', () => {
  expect(countCauses([found('a:A1', { severity: 'verify', waived: { ...WAIVED, stale: true } }), found('b:B1', { waived: WAIVED })])).toMatchObject({ errors: 1, verify: 1, explained: 0 });
});

test('causes in a circle stand alone each', () => {
  expect(countCauses([found('a:A1', { because: 'b:B1' }), found('b:B1', { because: 'a:A1' })])).toMatchObject({ errors: 2, follows: 0 });
});
