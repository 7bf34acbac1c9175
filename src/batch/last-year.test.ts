// A year after: what was planted is found with both values, an honest year says nothing.
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { compareYears, type LastYear } from './last-year';
import type { YearFindingKind } from './last-year-findings';
import { recordOf, type FileRecord, type TableFacts } from './record';

const then: readonly FileRecord[] = corpusTables().map((table) => {
  const reading = readPackage(toWorkbook([table], { numbers: 'typed' }));
  if (!reading.ok) throw new Error(reading.reason);
  return recordOf({ file: `${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) }, table.id, 'test');
});

const later = (text: string | null, year: number | null): string | null => (text === null || year === null ? text : text.replaceAll(String(year), String(year + 1)));
const first = (record: FileRecord | undefined): FileRecord['tables'][number] => {
  const table = record?.tables[0];
  if (!table) throw new Error('no table');
  return table;
};
const amount = (text: string | null): number | null => { const digits = /^[\d,.]+$/.test(text ?? '') ? (text ?? '').replaceAll(',', '') : null; return digits === null ? null : Number(digits); };

/** What every good year says stays; figures are new ones, and sentences say something else. */
const nextYears = (actual: string): string => (/^(?:100|0|1)%?$/.test(actual) ? actual : `${actual.length < 12 ? '' : '本年'}${actual.replace(/\d/, (digit) => String((Number(digit) % 8) + 1))}`);

/** The same targets and goals, what was reached and written of its own, what was left over carried on. */
function honest(record: FileRecord): FileRecord {
  return {
    ...record, file: record.file.replace(/\d{4}/, (year) => String(Number(year) + 1)),
    tables: record.tables.map((table) => {
      const { facts, year } = table;
      const [budget, spent] = [amount(facts.fund.finalBudget ?? facts.fund.originalBudget), amount(facts.fund.actualSpending)];
      const rest = budget === null || spent === null ? null : Math.max(0, Number((budget - spent).toFixed(4)));
      const change: TableFacts = {
        ...facts, project: later(facts.project, year),
        parts: facts.parts.map((part) => (/上年结转/.test(part.name) && rest !== null ? { ...part, originalBudget: String(rest), finalBudget: String(rest) } : part)),
        goals: facts.goals.map((goal) => ({ ...goal, actual: goal.actual === null ? null : `本年新情况：${goal.actual.slice(0, 5)}等工作另有进展。` })),
        indicators: facts.indicators.map((one) => ({
          ...one, target: later(one.target, year), reason: one.reason === null ? null : `本年原因：${one.reason.slice(0, 3)}`,
          actual: one.actual === null ? null : nextYears(one.actual),
        })),
      };
      return { ...table, year: year === null ? null : year + 1, facts: change };
    }),
  };
}

function planted(id: string, change: (facts: TableFacts) => TableFacts, more: Partial<FileRecord['tables'][number]> = {}): { readonly found: LastYear; readonly kinds: readonly YearFindingKind[] } {
  const found = compareYears(then.map(honest).map((record, at) => (then[at]?.file.startsWith(id) === true ? { ...record, tables: record.tables.map((table) => ({ ...table, ...more, facts: change(table.facts) })) } : record)), then);
  return { found, kinds: found.lines.map(({ kind }) => kind) };
}
const same = (facts: TableFacts): TableFacts => facts;

test('an honest year of the whole corpus says nothing', () => {
  const { lines, matched, remarks } = compareYears(then.map(honest), then);
  expect(lines.map(({ message }) => message)).toEqual([]);
  expect(matched).toBe(then.flatMap(({ tables }) => tables).length);
  expect(remarks).toEqual([]);
});

test('a lowered target and a raised limit are found with both values and cells', () => {
  const { found, kinds } = planted('hunan-project-2022', (facts) => ({ ...facts, indicators: facts.indicators.map((one, at) => (at === 0 ? { ...one, target: '≥2次' } : one)) }));
  expect(kinds).toEqual(['target-lowered']);
  expect(found.lines[0]).toMatchObject({ now: { text: '≥2次' }, then: { text: expect.stringMatching(/5次/) as string } });
  expect(found.lines[0]?.now?.cell).toMatch(/^[A-Z]+\d+$/);
  expect(found.lines[0]?.message).toMatch(/由上年的“.*5次”降低为“≥2次”，请核实/);
  const limit = planted('sichuan-water-2022', (facts) => ({ ...facts, indicators: facts.indicators.map((one, at) => (at === 0 ? { ...one, operator: '<=', target: '≤900米' } : one)) }));
  expect(limit.found.lines[0]?.message).toContain('放宽');
});

test('less of a cost or of complaints is no lower target, where no sign says which is better', () => {
  const of = (name: string, target: string): readonly FileRecord[] => then.slice(0, 1).map((record) => ({ ...record, tables: record.tables.map((table) => ({ ...table, facts: { ...table.facts, indicators: table.facts.indicators.slice(0, 1).map((one) => ({ ...one, name, target, operator: null })) } })) }));
  const kind = (name: string, before: string, now: string): unknown => compareYears(of(name, now), of(name, before)).lines.find(({ kind: word }) => word.startsWith('target'))?.message.match(/降低|放宽|改/)?.[0];
  expect([kind('养护总成本', '100万元', '80万元'), kind('养护总成本', '80万元', '100万元'), kind('群众投诉率', '5%', '3%')]).toEqual(['改', '放宽', '改']);
  expect([kind('成本节约率', '5%', '3%'), kind('投诉处理率', '98%', '95%'), kind('培训次数', '5次', '3次')]).toEqual(['降低', '降低', '降低']);
});

test('another target is a change, the same one a year on is none', () => {
  const words = planted('yunnan-project-2022', (facts) => ({ ...facts, indicators: facts.indicators.map((one) => (one.target !== null && !/\d/.test(one.target) ? { ...one, target: '较为明显' } : one)) }));
  expect(new Set(words.kinds)).toEqual(new Set(['target-changed']));
  const dated = (year: number, record: FileRecord): FileRecord => ({ ...record, tables: record.tables.map((table) => ({ ...table, facts: { ...table.facts, indicators: table.facts.indicators.map((one) => ({ ...one, target: `${year}年12月底前完成` })) } })) });
  const [old] = then;
  if (!old) throw new Error('no corpus');
  expect(compareYears([dated(2020, honest(old))], [dated(2019, old)]).lines).toEqual([]);
});

test('money that does not carry over is found, in the form\'s unit, whatever unit last year was in', () => {
  const { found, kinds } = planted('shanghai-project-2022', (facts) => ({ ...facts, amountUnit: '万元', parts: facts.parts.map((part) => (/上年结转/.test(part.name) ? { ...part, finalBudget: '1.2', originalBudget: '1.2' } : part)) }));
  expect(kinds).toEqual(['carry-over']);
  expect(found.lines[0]?.message).toMatch(/1\.2万元.*= 34542\.4元/);
  const right = planted('shanghai-project-2022', (facts) => ({ ...facts, amountUnit: '万元', parts: facts.parts.map((part) => (/上年结转/.test(part.name) ? { ...part, finalBudget: '3.45', originalBudget: null } : part)) }));
  expect(right.kinds).toEqual([]);
  const blank = planted('hunan-project-2022', (facts) => ({ ...facts, parts: facts.parts.map((part) => (/上年结转/.test(part.name) ? { ...part, finalBudget: null, originalBudget: null } : part)) }));
  expect(blank.found.lines.map(({ message }) => message)).toEqual([expect.stringMatching(/^上年结转未填，上年的表剩余 43 − 28 = 15万元/)]);
});

test('a score that jumps is found, one that moves a little is not', () => {
  const old = first(then.find(({ file }) => file.startsWith('hubei-project-2022')));
  const claimed = old.score.claimed ?? old.score.claimedSum ?? 0;
  expect(planted('hubei-project-2022', same, { score: { ...old.score, claimed: claimed - 11 } }).kinds).toEqual(['score-jump']);
  expect(planted('hubei-project-2022', same, { score: { ...old.score, claimed: claimed - 9 } }).kinds).toEqual([]);
});

test('texts and actuals left as they were last year are found', () => {
  const old = first(then.find(({ file }) => file.startsWith('anhui-project-2019'))).facts;
  const { found, kinds } = planted('anhui-project-2019', (facts) => ({ ...facts, goals: old.goals, indicators: facts.indicators.map((one, at) => ({ ...one, actual: old.indicators[at]?.actual ?? null })) }));
  expect(kinds).toEqual(['text-repeated', 'actuals-repeated']);
  expect(found.lines[0]).toMatchObject({ now: { cell: old.goals[0]?.actualCell }, then: { text: old.goals[0]?.actual } });
  expect(found.lines[1]?.message).toContain('请核实是否照搬上年的数');
  // The goal itself may stay: only with its answer does it say anything.
  expect(planted('anhui-project-2019', (facts) => ({ ...facts, goals: facts.goals.map((goal, at) => ({ ...goal, expected: old.goals[at]?.expected ?? null })) })).kinds).toEqual([]);
});

test('a table with last year\'s year is asked about', () => {
  const old = then.find(({ file }) => file.startsWith('hubei-project-2022'));
  expect(planted('hubei-project-2022', same, { year: first(old).year }).kinds).toEqual(['year-unchanged']);
  expect(compareYears(then, then).remarks).toEqual(['两年的表大多写着同一年度：请检查选的是不是上年的结果。']);
});

test('projects that are gone or new are listed, and one whose name changed a little is neither', () => {
  const now = then.map(honest);
  const [gone, ...rest] = now;
  if (!gone) throw new Error('no corpus');
  expect(compareYears(rest, then).lines.map(({ kind, thenPlace }) => [kind, thenPlace?.file])).toEqual(gone.tables.map(() => ['vanished', then[0]?.file]));
  expect(compareYears(now, then.slice(1)).lines.map(({ kind, nowPlace }) => [kind, nowPlace?.file])).toEqual(gone.tables.map(() => ['new', gone.file]));
  const renamed = planted('hubei-project-2022', (facts) => ({ ...facts, project: `${facts.project ?? ''}（新）` }));
  expect(renamed.kinds).toEqual([]);
  expect(renamed.found.matched).toBe(then.flatMap(({ tables }) => tables).length);
  expect(planted('hubei-project-2022', (facts) => ({ ...facts, project: '仓库消防改造' })).kinds).toEqual(['vanished', 'new']);
});

test('the wrong folder is said', () => {
  const other = then.map((record) => ({ ...record, tables: record.tables.map((table) => ({ ...table, facts: { ...table.facts, unit: `别县${table.facts.unit ?? record.file}`, department: null } })) }));
  expect(compareYears(then, other).remarks).toEqual(['两年的表没有一张对得上：请检查选的是不是上年的结果。']);
});
