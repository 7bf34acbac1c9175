import { verdictOfRecord } from './record-verdict';

const report = (statements: number) => ({ figures: { all: 3, holds: 3, contradicts: 0, notChecked: 0 }, statements, against: [] });
const NOTHING = { status: 'checked', tables: [], findings: [] } as const;

test('a report whose statements hold has passed, also where it has no table; one of which nothing was understood was not checked', () => {
  expect(verdictOfRecord({ ...NOTHING, report: report(5) })).toBe('clean');
  expect(verdictOfRecord({ ...NOTHING, report: report(0) })).toBe('not-checked');
  expect(verdictOfRecord(NOTHING)).toBe('not-checked');
  expect(verdictOfRecord({ ...NOTHING, status: 'unreadable', report: report(5) })).toBe('not-checked');
});
