import { expectGrowthWithSize } from '../../test/growth';
import { exampleGrid } from '../rules/example';
import { reviewWorkbook } from '../review/review-workbook';
import { documentOf } from './report-rule-tester';
import { reportFindingKey, reviewReport } from './review-report';
import type { TableSource } from './table-source';

const review = (text: string): ReturnType<typeof reviewReport> => reviewReport(documentOf(text), []);

test('a finding quotes the report as written and names the heading above', () => {
  const [finding] = review('（一）“收支”情况\n2022年基本支出 66.44 万元，其中：人员经费56.74万元，公用经费９.20万元。').findings;
  expect(finding?.places[0]).toMatchObject({ paragraph: 1, quote: '66.44 万元', under: '（一）“收支”情况' });
  expect(finding?.places.map(({ quote }) => quote)).toEqual(['66.44 万元', '56.74万元', '９.20万元']);
});

test('figures know their state and the findings about them', () => {
  const { figures, findings, statements } = review('2022年基本支出66.44万元，其中：人员经费56.74万元，公用经费9.20万元。全年培训20人。');
  expect(figures.map(({ state }) => state)).toEqual(['contradicts', 'contradicts', 'contradicts', 'not-checked']);
  expect(figures[0]?.findings).toEqual([0]);
  expect(findings).toHaveLength(1);
  expect(statements).toBe(1);
});

test('what follows from another finding names it', () => {
  const { findings } = review('2022年预算批复150万元，实际支出153万元。\n各项开支控制在预算额度内。');
  const [cause, follower] = findings;
  expect(cause && follower?.because === reportFindingKey(cause)).toBe(true);
});

test('findings stand in the order of the report', () => {
  const { findings } = review('6月31日开会。\n2022年基本支出66.44万元，其中：人员经费56.74万元，公用经费9.20万元。\n2月30日开会。');
  expect(findings.map(({ places }) => places[0]?.paragraph)).toEqual([0, 1, 2]);
});

test('what two rules say alike of the same words is said once', () => {
  const { findings } = review('编制312名，年末在职人员326人，控制率4%。');
  expect(findings.map(({ message }) => message)).toEqual(['控制率应为104.49%（326 ÷ 312），写的是4%。']);
});

test('an empty report has nothing to tell', () => {
  expect(review('')).toEqual({ figures: [], findings: [], statements: 0, remarks: [] });
});

test('a paragraph that is too long is read in part, and said so', () => {
  const { remarks } = review('甲'.repeat(30_000));
  expect(remarks).toEqual(['有的段落过长，只核查了前面的部分。']);
});

test.each([['digits', '1'.repeat(300_000)], ['numbers', '1 '.repeat(150_000)], ['brackets', '（'.repeat(300_000)], ['items', '其中：人员经费12.5万元，'.repeat(20_000)], ['lists', '3个，分别为甲、乙、丙，'.repeat(20_000)]])('nasty input is read to the end: %s', (_, text) => {
  expect(() => review(text)).not.toThrow();
});

test('a report of 2,000 paragraphs is reviewed throughout', () => {
  const text = Array.from({ length: 2000 }, (_, i) => `2022年第${i}项基本支出10万元，其中：人员经费${i === 1999 ? 9 : 8}万元，公用经费2万元。`).join('\n');
  expect(review(text).findings.filter(({ rule }) => rule === 'report-sum').map(({ places }) => places[0]?.paragraph)).toEqual([1999]);
});

test('thousands of figures against a table are linked to their causes in step with their number', () => {
  const { tables } = reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project' })], definedNames: [], remarks: [] });
  expectGrowthWithSize(6000, (length) => {
    const text = Array.from({ length }, (_, i) => `财政安排农村道路养护项目资金${i}万元，自评得分${i % 100}分，执行率${i % 100}%。`).join('\n');
    const { findings } = reviewReport(documentOf(text), tables.map((table) => ({ file: null, review: table })));
    expect(findings.length).toBeGreaterThan(length);
  });
});

test('an amount of the table with 万 behind it is no ten thousand times as much, and 80人 among amounts is none', () => {
  const of = (F6: string): readonly string[] => {
    const { tables } = reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', cells: { F6 } })], definedNames: [], remarks: [] });
    return reviewReport(documentOf('农村道路养护项目2022年度绩效自评报告\n2022年，项目全年预算数80万元。'), tables.map((table) => ({ file: null, review: table }))).findings.map(({ message }) => message);
  };
  expect([of('80万'), of('80万元'), of('80'), of('80人')]).toEqual([[], [], [], []]);
  expect(of('90万')).toEqual([expect.stringContaining('F6全年预算数是90万元')]);
});

test('what the table in the report and the workbook beside it give alike is held against the words once; where they differ, neither', () => {
  const tableOf = (file: string | null, G13: string): TableSource[] => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', cells: { G13 } })], definedNames: [], remarks: [] }).tables.map((table) => ({ file, review: table }));
  const of = (inside: string, beside: string): readonly string[] => reviewReport(documentOf('农村道路养护项目2022年度绩效自评报告\n养护道路里程45公里，分值20分，得15分。'), [...tableOf(null, inside), ...tableOf('自评表.xlsx', beside)]).findings.filter(({ rule }) => rule === 'report-table').map(({ places }) => places[0]?.quote ?? '');
  expect(of('50公里', '50公里')).toEqual(['45公里', '15分']);
  expect(of('50公里', '60公里')).toEqual(['15分']);
});
