// Two readings of a workbook compared: what differs anywhere counts, what was only read again does not.
import { sameData } from '../../src/pane/same-data';
import { sampleSnapshot } from './sample';

test('what was read twice is the same, wherever it stands', () => {
  expect(sameData(sampleSnapshot(), sampleSnapshot())).toBe(true);
  expect(sameData({ rows: new Set([3, 5]), cells: [{ value: 1, note: null }] }, { rows: new Set([3, 5]), cells: [{ value: 1, note: null }] })).toBe(true);
});

test.each<readonly [unknown, unknown]>([
  [{ rows: new Set([3]) }, { rows: new Set([4]) }],
  [{ rows: new Set([3]) }, { rows: new Set([3, 4]) }],
  [{ rows: new Set([3]) }, { rows: [3] }],
  [[1, 2], [1, 2, 3]],
  [[], {}],
  [{ value: 1 }, { value: '1' }],
  [{ value: null }, { value: undefined }],
  [{ value: null }, {}],
  [{ a: undefined }, { b: undefined }],
  [null, {}],
])('%j is not %j', (a, b) => {
  expect([sameData(a, b), sameData(b, a)]).toEqual([false, false]);
});
