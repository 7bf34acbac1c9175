// Planted copies are found, the corpus itself has none, and words that many write accuse nobody.
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';
import { corpusTables, toWorkbook, type CorpusTable } from '../../test/corpus/workbooks';
import { COMPARISON } from '../rubrics/comparison';
import { findCopies } from './copies';
import { featuresOf } from './copies-features';
import { recordOf, type FileRecord, type TableFacts } from './record';

function recordFrom(table: CorpusTable, file = `${table.id}.xlsx`): FileRecord {
  const reading = readPackage(toWorkbook([table], { numbers: 'typed' }));
  if (!reading.ok) throw new Error(reading.reason);
  return recordOf({ file, status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) }, file, 'test');
}
const corpus = corpusTables().map((table) => recordFrom(table));

/** As somebody copies: the unit's name is changed, in every third text a word, in every fourth cell a figure. */
function copied(table: CorpusTable, unit: string | null): CorpusTable {
  let texts = 0;
  let figures = 0;
  const rows = table.rows.map((row) => row.map((text) => {
    if (unit !== null && text === unit) return '望江县新设事务中心';
    if (/^[\d.,%]+$/.test(text)) return figures++ % 4 === 3 ? text.replace(/[1-8]/, (digit) => String(Number(digit) + 1)) : text;
    return text.length >= 12 && texts++ % 3 === 1 ? `${text.slice(0, 5)}认真${text.slice(7)}` : text;
  }));
  return { ...table, rows };
}

/** A table of facts, changed. */
function changed(record: FileRecord, file: string, change: (facts: TableFacts) => TableFacts): FileRecord {
  return { ...record, file, sha256: file, tables: record.tables.map((table) => ({ ...table, facts: change(table.facts) })) };
}
const first = (record: FileRecord | undefined): TableFacts => {
  const facts = record?.tables[0]?.facts;
  if (!facts) throw new Error('no table');
  return facts;
};

test('the corpus gives no pair', () => {
  const { groups, duplicates } = findCopies(corpus);
  expect(groups).toEqual([]);
  expect(duplicates).toEqual([]);
});

test('a table under another name with words and figures changed is found, with what is shared and where', () => {
  const missed: string[] = [];
  let planted = 0;
  for (const [at, table] of corpusTables().entries()) {
    const original = corpus[at];
    const facts = original?.tables[0]?.facts;
    // A table that says next to nothing of its own cannot be told from another.
    if (!original || !facts || (facts.indicators.length < 4 && facts.figures.length < 5)) continue;
    planted++;
    const copy = changed(recordFrom(copied(table, facts.unit)), '抄.xlsx', (own) => ({ ...own, unit: '望江县新设事务中心' }));
    const { groups } = findCopies([...corpus, copy]);
    const pairs = groups.flatMap((group) => group.pairs);
    if (!pairs.some((pair) => [pair.first.file, pair.second.file].sort().join() === [original.file, '抄.xlsx'].sort().join())) missed.push(table.id);
    for (const { first: one, second, passages, message } of pairs) {
      expect([one.file, second.file].sort()).toEqual([original.file, '抄.xlsx'].sort());
      expect(passages.length).toBeGreaterThan(0);
      for (const passage of passages) expect(passage.first.cell).toMatch(/^[A-Z]+\d+$/);
      expect(message).toContain('请核实是否误交或照抄');
    }
  }
  expect(planted).toBeGreaterThan(15);
  expect(missed).toEqual([]);
});

test('what eight units write is the template\'s, what two write is not', () => {
  const base = corpus.find(({ file }) => file.startsWith('hubei-project-2022'));
  const own = (at: number): FileRecord => changed(base as FileRecord, `${at}.xlsx`, (facts) => ({
    ...facts, unit: `第${'甲乙丙丁戊己庚辛壬'[at]}单位`,
    fund: { ...facts.fund, finalBudget: `${at + 1}31.7`, actualSpending: `${at + 1}30.9` },
    indicators: facts.indicators.map((one, line) => ({ ...one, actual: `${317 + 13 * at + 7 * line}场` })),
    goals: [],
  }));
  expect(findCopies(Array.from({ length: 9 }, (_, at) => own(at))).groups).toEqual([]);
  const two = findCopies([own(0), { ...own(1), tables: own(0).tables.map((table) => ({ ...table, facts: { ...table.facts, unit: '第乙单位' } })) }]);
  expect(two.groups).toHaveLength(1);
});

test('the same indicators with figures of their own are no copy', () => {
  const base = corpus.find(({ file }) => file.startsWith('yunnan-project-2022')) as FileRecord;
  const other = changed(base, '别的学校.xlsx', (facts) => ({
    ...facts, unit: '永德县另一中学', fund: { ...facts.fund, finalBudget: '211903.5', actualSpending: '211903.5' }, parts: [],
    goals: facts.goals.map((goal) => ({ ...goal, actual: '各校食堂按周公示菜谱，家长代表轮流陪餐' })),
    indicators: facts.indicators.map((one, line) => ({ ...one, actual: `${412 + 11 * line}人` })),
  }));
  expect(findCopies([base, other]).groups).toEqual([]);
});

test('many units with the same table in every cell are found although their words are common', () => {
  const base = corpus.find(({ file }) => file.startsWith('shanghai-project-2022')) ?? corpus[0];
  const same = (at: number): FileRecord => changed(base as FileRecord, `${String(at).padStart(2, '0')}.xlsx`, (facts) => ({
    ...facts, unit: `第${at}单位`, fund: { ...facts.fund, finalBudget: '2513.77', actualSpending: '2497.31', originalBudget: '2610.43' },
  }));
  const { groups } = findCopies(Array.from({ length: 12 }, (_, at) => same(at)));
  expect(groups).toHaveLength(1);
  expect(groups[0]?.members).toHaveLength(12);
  expect(groups[0]?.pairs).toHaveLength(11);
});

test('one unit\'s table handed in twice is a duplicate, not a copy', () => {
  const base = corpus.find((record) => first(record).unit !== null && first(record).project !== null) as FileRecord;
  const again = changed(base, '第二份.xlsx', (facts) => facts);
  const differs = changed(base, '第三份.xlsx', (facts) => ({ ...facts, fund: { ...facts.fund, actualSpending: '1.23' } }));
  const twice = findCopies([base, again]);
  expect(twice.groups).toEqual([]);
  expect(twice.duplicates).toMatchObject([{ kind: 'same-project', identical: true, message: expect.stringContaining('内容相同') as string }]);
  expect(findCopies([base, differs]).duplicates).toMatchObject([{ identical: false, message: expect.stringContaining('以哪一份为准') as string }]);
  const bytes = findCopies([base, { ...base, file: '另一个名字.xlsx' }]);
  expect(bytes.duplicates).toMatchObject([{ kind: 'same-file' }]);
});

test('of two tables on one sheet that were both handed in twice, both are told; the same bytes once', () => {
  const base = corpus.find((record) => first(record).unit !== null && first(record).project !== null) as FileRecord;
  const stacked = (file: string, sha256 = file): FileRecord => ({ ...base, file, sha256, tables: ['校舍维修', '道路绿化'].flatMap((project) => base.tables.map((table) => ({ ...table, facts: { ...table.facts, project, fund: { ...table.facts.fund, actualSpending: `${project.charCodeAt(0)}` } } }))) });
  expect(findCopies([stacked('甲.xlsx'), stacked('乙.xlsx')]).duplicates.map(({ kind, members }) => [kind, members.map(({ file, project }) => [file, project])])).toEqual(
    ['校舍维修', '道路绿化'].map((project) => ['same-project', [['乙.xlsx', project], ['甲.xlsx', project]]]),
  );
  expect(findCopies([stacked('甲.xlsx'), stacked('乙.xlsx', '甲.xlsx')]).duplicates).toMatchObject([{ kind: 'same-file' }]);
});

test('the order of the files does not matter', () => {
  const table = corpusTables()[6] as CorpusTable;
  const copy = changed(recordFrom(copied(table, null)), '抄.xlsx', (facts) => ({ ...facts, unit: '望江县新设事务中心' }));
  const all = [...corpus, copy];
  expect(findCopies([...all].reverse())).toEqual(findCopies(all));
});

test('hints and texts that a system fills in are no passages', () => {
  const [record] = corpus;
  const hinted = changed(record as FileRecord, 'a.xlsx', (facts) => ({ ...facts, indicators: [], goals: [{ expected: COMPARISON.templateTexts.value[0] ?? '', expectedCell: 'A1', actual: '对照年度目标，说明相关任务目标的完成情况（100字以内）', actualCell: 'A2' }] }));
  expect(featuresOf([hinted], COMPARISON).flatMap(({ passages }) => passages)).toEqual([]);
});

test('a few copies are found among hundreds of tables that share their template and many of their words', () => {
  const letters = '建设维护检测培训宣传采购发放巡查评审养护资助道路设备人员场次台账档案管网绿地补贴监测信息水库农田学校医院乡村社区街道资金使用管理制度落实完成开展组织推进加强';
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const words = (length: number): string => Array.from({ length }, () => letters[next(letters.length)] ?? '').join('');
  const rich = corpus.filter((record) => first(record).indicators.length >= 5);
  const many = Array.from({ length: 600 }, (_, at): FileRecord => changed(rich[at % rich.length] as FileRecord, `${at}.xlsx`, (facts) => ({
    ...facts, unit: `第${at}号事务中心`, project: words(8),
    goals: facts.goals.map((goal) => ({ ...goal, expected: goal.expected && `${goal.expected.slice(0, 30)}${words(40)}`, actual: goal.actual && `${goal.actual.slice(0, 20)}${words(40)}` })),
    // One name in three is the template's.
    indicators: facts.indicators.map((one) => ({ ...one, name: next(3) === 0 ? one.name : words(9), actual: `${next(50_000)}` })),
  })));
  const copies = many.filter((_, at) => at % 50 === 7).map((record) => changed(record, `抄${record.file}`, (facts) => ({
    ...facts, unit: `另一${record.file}中心`, indicators: facts.indicators.map((one, line) => (line % 4 === 3 ? { ...one, name: `${one.name.slice(0, 2)}其他${one.name.slice(4)}`, actual: '77' } : one)),
  })));
  const pairs = findCopies([...many, ...copies]).groups.flatMap((group) => group.pairs.map((pair) => [pair.first.file, pair.second.file].sort()));
  expect(pairs.sort()).toEqual(copies.map(({ file }) => [file.slice(1), file]).sort());
});
