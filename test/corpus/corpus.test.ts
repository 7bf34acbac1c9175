// The corpus through the whole road: what is recognised, what is found, and above all what stays silent.
import { reviewWorkbook } from '../../src/review/review-workbook';
import { scoreCorpus, type CorpusScore, type Reported } from './score';
import { corpusTables, toSnapshot, type GridOptions } from './workbooks';

const tables = corpusTables();

function reviewAll(options: GridOptions) {
  const reviews = new Map(tables.map((table) => [table.id, reviewWorkbook(toSnapshot([table], options), {})] as const));
  const findings = new Map<string, readonly Reported[]>([...reviews].map(([id, review]) => [id, [...review.tables.flatMap((one) => one.findings), ...review.findings]]));
  return { reviews, score: scoreCorpus(tables, findings) };
}

/** Prints what differs only when a limit is broken, so that the reason stands beside the failure. */
function within(score: CorpusScore, holds: boolean): string[] {
  return holds ? [] : ['MISSED', ...score.missed, 'ALARMS', ...score.alarms, 'EXTRA', ...score.extras];
}

describe.each([{ numbers: 'text' as const }, { numbers: 'typed' as const }])('the corpus with numbers as $numbers', (options) => {
  const { reviews, score } = reviewAll(options);

  test('every one of the 22 tables is recognised as one table of its kind and year', () => {
    const seen = tables.map(({ id }) => [id, ...(reviews.get(id)?.tables ?? []).map(({ table }) => `${table.kind} ${table.year ?? ''}`)]);
    expect(seen).toHaveLength(22);
    expect(seen).toEqual(tables.map(({ id, kind, year }) => [id, `${kind} ${year}`]));
  });

  test('at least 95 % of the certain faults are found', () => {
    expect(score.certain).toBeGreaterThan(100);
    expect(within(score, score.found >= 0.95 * score.certain)).toEqual([]);
  });

  test('at least 90 % of the certain faults are found in the very cell', () => {
    expect(within(score, score.located >= 0.9 * score.certain)).toEqual([]);
  });

  test('at most two errors are reported that nobody expects', () => {
    expect(within(score, score.falseErrors <= 2)).toEqual([]);
  });

  test('at most fifteen findings to verify are reported beside the expected', () => {
    expect(within(score, score.extraVerify <= 15)).toEqual([]);
  });

  test('no error stands on a cell that holds', () => {
    expect(score.brokenHolds).toEqual([]);
  });
});
