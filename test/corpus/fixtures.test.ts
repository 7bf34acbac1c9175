// The fixtures and the scorer themselves: a corpus that contradicts itself would prove nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contains, parseA1, parseRange } from '../../src/model/address';
import { expectationOf, scoreCorpus, type Reported } from './score';
import { corpusTables, toGrid, toWorkbook, type CorpusTable } from './workbooks';

const tables = corpusTables();

/** True when the address is inside the table and not covered by a merge that starts elsewhere. */
function addressable(table: CorpusTable, cell: string): boolean {
  const at = parseA1(cell);
  if (!at || at.row > table.rows.length || at.column > (table.rows[0]?.length ?? 0)) return false;
  return table.merges.every((merge) => {
    const range = parseRange(merge);
    return !range || !contains(range, at.row, at.column) || (range.top === at.row && range.left === at.column);
  });
}

describe('the fixtures', () => {
  test('there are 22 tables of at least four kinds, each with an expectation and nothing besides', () => {
    expect(tables).toHaveLength(22);
    expect(new Set(tables.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    expect(readdirSync(join(__dirname, 'expected')).sort()).toEqual(tables.map(({ id }) => `${id}.json`));
  });

  test.each(tables)('$id: rows are of one length, merges are readable, and no merge hides a text', (table) => {
    expect(new Set(table.rows.map((row) => row.length)).size).toBe(1);
    expect(table.merges.filter((merge) => parseRange(merge) === null)).toEqual([]);
    const hidden = toGrid(table).cells.filter(({ row, column }) => table.merges.some((merge) => {
      const range = parseRange(merge);
      return range !== null && contains(range, row, column) && !(range.top === row && range.left === column);
    }));
    expect(hidden).toEqual([]);
  });

  test.each(tables)('$id: every expected cell can be addressed, and no fault is expected twice', (table) => {
    const expected = expectationOf(table);
    expect(expected.table).toBe(table.id);
    const cells = [...expected.faults.map(({ cell }) => cell), ...expected.outside.map(({ cell }) => cell), ...expected.holds.flatMap(({ cells: held = [] }) => held)];
    expect(cells.filter((cell) => !addressable(table, cell))).toEqual([]);
    const keys = expected.faults.map(({ cell, rules }) => `${cell} ${rules.join()}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every disputed expectation names a table of the corpus', () => {
    const disputed = JSON.parse(readFileSync(join(__dirname, 'disputed.json'), 'utf8')) as { table: string; reason: string }[];
    expect(disputed.filter(({ table, reason }) => !tables.some(({ id }) => id === table) || reason === '')).toEqual([]);
  });
});

describe('typed numbers', () => {
  const made = (...rows: string[][]): CorpusTable => ({ id: 'made', province: null, year: 2024, kind: 'project', completeness: 'complete', rows, merges: [] });

  test('a numeral becomes a number that shows the digits as written', () => {
    const { cells } = toGrid(made(['　43', '127.10', '215,457.6', '86%', '100.00%']), { numbers: 'typed' });
    expect(cells.map(({ value, text, style }) => [value, text, style.numberFormat])).toEqual([
      [43, '43', 'General'], [127.1, '127.10', '0.00'], [215457.6, '215,457.6', '#,##0.0'], [0.86, '86%', '0%'], [1, '100.00%', '0.00%'],
    ]);
  });

  test('what carries a unit, an operator or a word stays text', () => {
    const texts = ['10分', '≥90%', '12次', '2022', '—'];
    const { cells } = toGrid(made(texts), { numbers: 'typed' });
    expect(cells.map(({ value }) => value)).toEqual(['10分', '≥90%', '12次', 2022, '—']);
  });

  test('a workbook has the bytes of a package', () => {
    expect([...toWorkbook(tables.slice(0, 2), { numbers: 'typed' }).slice(0, 2)]).toEqual([0x50, 0x4b]);
  });
});

describe('the scorer', () => {
  const table: CorpusTable = { id: 't', province: null, year: 2024, kind: 'project', completeness: 'complete', rows: [['', ''], ['', '']], merges: [] };
  const expected = {
    table: 't',
    faults: [
      { cell: 'A1', rules: ['execution-rate'], certainty: 'certain' as const, why: '' },
      { cell: 'A2', rules: ['weight-total', 'score-total'], certainty: 'certain' as const, anywhere: true, why: '' },
      { cell: 'B2', rules: ['unit-mismatch'], certainty: 'debatable' as const, why: '' },
    ],
    holds: [{ why: 'adds up', cells: ['B1'] }],
    outside: [],
  };
  const score = (...reported: Reported[]) => scoreCorpus([table], new Map([['t', reported]]), () => expected);
  const error = (rule: string, ...cells: string[]): Reported => ({ rule, severity: 'error', cells });

  test('silence finds nothing and alarms nobody', () => {
    expect(score()).toMatchObject({ certain: 2, found: 0, located: 0, falseErrors: 0, extraVerify: 0 });
  });

  test('a finding on the row is found, in the cell it is located', () => {
    expect(score(error('execution-rate', 'B1'))).toMatchObject({ found: 1, located: 0 });
    expect(score(error('execution-rate', 'B1', 'A1'))).toMatchObject({ found: 1, located: 1 });
  });

  test('a fault of the whole table is found anywhere, but only by its first rule', () => {
    expect(score(error('weight-total', 'A1'))).toMatchObject({ found: 1, located: 0, falseErrors: 0 });
    expect(score(error('score-total', 'A1'))).toMatchObject({ found: 0, falseErrors: 1 });
  });

  test('a debatable finding is no alarm, an unexpected one is, and a hint never', () => {
    expect(score(error('unit-mismatch', 'B2'))).toMatchObject({ falseErrors: 0, extraVerify: 0 });
    expect(score({ ...error('unit-mismatch', 'B1'), severity: 'verify' })).toMatchObject({ falseErrors: 0, extraVerify: 1 });
    expect(score({ ...error('unit-mismatch', 'B1'), severity: 'hint' })).toMatchObject({ falseErrors: 0, extraVerify: 0 });
  });

  test('an unexpected error on a cell that holds breaks the hold', () => {
    expect(score(error('score-total', 'B1')).brokenHolds).toHaveLength(1);
    expect(score(error('score-total', 'A1', 'B1')).brokenHolds).toHaveLength(0);
  });
});
