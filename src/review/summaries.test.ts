// 自评结果汇总表: lines of several projects with amounts, scores and grades, beside the projects' own forms.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { exampleGrid } from '../rules/example';
import { findRubric } from '../rubrics/catalogue';
import { reviewWorkbook } from './review-workbook';
import { tableUnder, writeWaiver } from './waivers';

const SUMMARY: readonly Line[] = [
  ['2022年度项目支出绩效自评结果汇总表'], ['填报单位：青石县交通运输局', null, null, null, null, null, null, '单位：万元'],
  ['序号', '项目名称', '实施单位', '全年预算数', '全年执行数', '执行率', '自评得分', '自评等级'],
  [1, '农村道路养护', '县公路养护中心', 80, 80, '100%', 100, '优'],
  [2, '桥梁加固', '县桥梁所', 120, 114, '95%', 88.5, '良'],
  ['合计', null, null, 200, 194, '97%', null, null],
];
const changed = (cells: Readonly<Record<number, Readonly<Record<number, string | number>>>>): Line[] => SUMMARY.map((line, row) => line.map((value, column) => cells[row]?.[column] ?? value));

const review = (lines: readonly Line[], withForm = false) => reviewWorkbook({
  format: 'xlsx', definedNames: [], remarks: [], grids: [{ ...makeGrid(lines), sheet: '汇总' }, ...(withForm ? [exampleGrid({ base: 'project', sheet: '自评表' })] : [])],
});
const told = (lines: readonly Line[], withForm = false): unknown[] => {
  const { tables, findings } = review(lines, withForm);
  return [...tables.flatMap((table) => table.findings), ...findings].map(({ rule, cells, message }) => [rule, cells[0], message]);
};

test('a right summary is read as a whole: names, scores and grades, and its amounts', () => {
  const { tables } = review(SUMMARY, true);
  expect(tables.map(({ verdict }) => verdict)).toEqual(['clean', 'clean']);
  expect(tables[0]?.table.summary?.map(({ name, score, grade }) => [name.text, score?.text, grade?.text])).toEqual([['农村道路养护', '100', '优'], ['桥梁加固', '88.5', '良']]);
  expect(told(SUMMARY, true)).toEqual([]);
});

test('a rate, a sum and a grade that are not right in a summary are told', () => {
  expect(told(changed({ 4: { 5: '97%' } })).map((found) => (found as string[]).slice(0, 2))).toEqual([['execution-rate', 'F5']]);
  expect(told(changed({ 5: { 3: 210, 5: '92.38%' } })).map((found) => (found as string[]).slice(0, 2))).toEqual([['fund-parts', 'D6']]);
  expect(told(changed({ 4: { 6: 188.5 } })).map((found) => (found as string[]).slice(0, 2))).toEqual([['score-above-weight', 'G5']]);
  expect(told(changed({ 4: { 7: '优' } }))).toEqual([['grade', 'H5', '“桥梁加固”得分88.5对应等级“良”（优≥90，良≥80，中≥60），填的是“优”。']]);
});

test('what a summary says of a project is what its own form says', () => {
  expect(told(changed({ 3: { 6: 98 } }), true)).toEqual([['cross-table', 'G4', '“农村道路养护”总分本表填98，表“自评表”I20填100，两表不一致。']]);
  expect(told(changed({ 3: { 3: 90, 5: '88.89%' }, 5: { 3: 210, 5: '92.38%' } }), true)).toEqual([['cross-table', 'D4', '“农村道路养护”全年预算数本表填90，表“自评表”F6填80，两表不一致。']]);
});

test('a summary in whole 万元 rounds what the form has in full', () => {
  const lines = changed({ 3: { 3: 81, 4: 81 }, 5: { 3: 201, 4: 195 } });
  const cells = { E6: 80.6, F6: 80.6, G6: 80.6, E7: 60.6, F7: 60.6, G7: 60.6 };
  const cross = (form: typeof cells): unknown[] => reviewWorkbook({ format: 'xlsx', definedNames: [], remarks: [], grids: [{ ...makeGrid(lines), sheet: '汇总' }, exampleGrid({ base: 'project', sheet: '自评表', cells: form })] }).findings.map(({ rule, cells: [cell] }) => [rule, cell]);
  expect(cross(cells)).toEqual([]);
  expect(cross({ ...cells, G6: 80.4, G7: 60.4 })).toEqual([['cross-table', 'E4']]);
});

test('points before the score of a line add up to it, and the adjusted total of all projects asks for no reason', () => {
  const lines = (score: number): Line[] => [
    ['2023年度项目绩效自评一览表'],
    ['项目名称', '年初预算数', '全年预算数', '全年执行数', '执行率', '产出（50分）', '效益（30分）', '满意度（10分）', '预算执行（10分）', '自评总得分（100分）'],
    ['学前教育资助', 320, 320, 313.6, '98%', 50, 29, 10, 9.8, score], ['校舍维修', 1200, 1350, 1282.5, '95%', 48, 28, 9.5, 9.5, 95],
    ['合计', 1520, 1670, 1596.1, '95.57%', null, null, null, null, null],
  ];
  expect(told(lines(98.8))).toEqual([]);
  expect(told(lines(99.8))).toEqual([['score-total', 'J3', '“学前教育资助”自评得分应为98.8（本行各项得分之和），填的是99.8。']]);
});

test('scores of parts that say no points are those of the whole where most lines show it', () => {
  const lines = (...totals: readonly number[]): Line[] => [
    ['2023年度项目绩效自评一览表'], ['项目名称', '预算数', '执行数', '预算执行得分', '产出得分', '效益得分', '满意度得分', '自评总分'],
    ...['道路养护', '桥梁检测', '绿化补植'].map((name, i): Line => [name, 80, 80, 10, 50, 30 - i, 10, totals[i] ?? 0]),
  ];
  expect(told(lines(100, 99, 98))).toEqual([]);
  expect(told(lines(100, 97, 98))).toEqual([['score-total', 'H4', '“桥梁检测”自评得分应为99（本行各项得分之和），填的是97。']]);
  expect(told(lines(90, 97, 98))).toEqual([]);
  expect(told(lines(100, 97, 98).map((line, i) => [...line.slice(0, 7), i === 1 ? '加分' : i > 1 ? 0 : null, ...line.slice(7)]))).toEqual([]);
});

test('a label in two cells names the score', () => {
  const grid = makeGrid([
    ['2023年度部门预算项目绩效自评一览表'],
    ['项目名称', '预算执行情况', null, null, '绩效指标得分', null, '预算执行得分', '自评总得分'],
    [null, '全年预算数', '全年执行数', '执行率', '产出（60分）', '效益（30分）', '（10分）', '（100分）'],
    ['教师培训', 150, 120, '80%', 52, 26, 8, 86], ['合计', 150, 120, '80%', null, null, null, null],
  ], ['A2:A3', 'B2:D2', 'E2:F2']);
  expect(oneTable(grid).summary?.map(({ points, score }) => [points.map(({ text }) => text), score?.text])).toEqual([[['52', '26', '8'], '86']]);
});

test('what was set aside and spent of several projects, as it is published, is a summary', () => {
  const { tables } = review([['2022年度福利彩票公益金使用项目绩效自评公示表'], ['项目名称', '安排金额', '支出金额', '支出进度', '自评得分', '自评等级'], ['养老服务设施', 860, 860, '100%', 98, '优'], ['儿童福利', 120, 114, '95%', 96, '良'], ['合计', 980, 974, '99.39%', null, null]]);
  expect(tables.map(({ table, findings }) => [table.summary?.length, findings.map(({ rule, cells }) => [rule, cells[0]])])).toEqual([[2, [['grade', 'F4']]]]);
});

test('amounts of several units below each other in a form without its indicators are no summary', () => {
  expect(oneTable(makeGrid([['2023年度衔接资金绩效自评表'], ['县区', '预算数（万元）', '执行数（万元）', '执行率'], ['青石县', 100, 99, '99%'], ['合计', 100, 99, '99%']])).summary).toBeUndefined();
  expect(oneTable(makeGrid([['项目支出绩效自评汇总表'], HEADER, LINE])).summary).toBeUndefined();
});

const SCORES: readonly Line[] = [
  ['2022年度项目绩效自评结果公示表'], [null, null, null, '单位：亿元'], ['项目名称', '债券性质', '已发债券规模', '自评分数', '自评等级'],
  ['农村道路养护', '专项债券', 0.2, 100, '优'], ['桥梁加固', '专项债券', 1, 88.5, '良'], ['合计', null, 1.2, null, null],
];
const scored = (row: number, column: number, value: string | number): Line[] => SCORES.map((line, i) => line.map((old, j) => (i === row && j === column ? value : old)));

test('scores and grades without a block of amounts are a summary as well', () => {
  const { tables } = review(SCORES, true);
  expect(tables.map(({ verdict }) => verdict)).toEqual(['clean', 'clean']);
  expect(tables[0]?.table.summary?.map(({ name, score, grade }) => [name.text, score?.text, grade?.text])).toEqual([['农村道路养护', '100', '优'], ['桥梁加固', '88.5', '良']]);
  expect(told(scored(4, 4, '优'))).toEqual([['grade', 'E5', '“桥梁加固”得分88.5对应等级“良”（优≥90，良≥80，中≥60），填的是“优”。']]);
  expect(told(scored(4, 3, 188.5)).map((found) => (found as string[]).slice(0, 2))).toEqual([['score-above-weight', 'D5']]);
  expect(told(scored(3, 3, 98), true).map((found) => (found as string[]).slice(0, 2))).toEqual([['cross-table', 'D4']]);
});

test('the three labels in the head of one form, over nothing, or over texts are no summary', () => {
  const head: readonly Line[] = [['项目绩效自评表'], ['项目名称', '农村道路养护', '自评得分', 96, '自评等级', '优'], ['主管部门', '青石县交通运输局', '实施单位', '县公路养护中心']];
  expect([head, SCORES.slice(0, 3), scored(3, 3, '待定'), scored(3, 4, '见附件')].map((lines) => review(lines).tables.length)).toEqual([0, 0, 0, 0]);
});

test('such a list goes on below a header repeated on the next page, over a line not yet scored and with 0分', () => {
  const more: readonly Line[] = [...SCORES.slice(0, 5), SCORES[2] ?? [], ['隧道照明', '专项债券', 1, '—', '—'], ['渡口改造', '专项债券', 1, '0分', '差'], ['驿站建设', '专项债券', 1, '91分', '良']];
  expect(review(more).tables[0]?.table.summary?.map(({ name, score, grade }) => [name.text, score?.text, grade?.text])).toEqual([
    ['农村道路养护', '100', '优'], ['桥梁加固', '88.5', '良'], ['隧道照明', '—', '—'], ['渡口改造', '0分', '差'], ['驿站建设', '91分', '良'],
  ]);
  expect(told(more).map((found) => (found as string[]).slice(0, 2))).toEqual([['grade', 'E9']]);
});

test('a grade behind the points of a reviewer is theirs, with amounts or without', () => {
  const heads = (grade: string): readonly Line[] => [['2022年度项目绩效自评结果汇总表'], ['项目名称', '自评得分', '复核得分', grade], ['农村道路养护', 95, 88, '良'], ['桥梁加固', 92, 91, '优']];
  expect([told(heads('评定等级')), told(heads('自评等级')).length]).toEqual([[], 1]);
  expect(told(SUMMARY.map((line, row) => [...line.slice(0, 7), [null, null, '复核得分', 88, 84, null][row] ?? null, [null, null, '评定等级', '良', '良', null][row] ?? null]))).toEqual([]);
});

test('points of persons, or for the work of departments, are no summary of projects', () => {
  expect(review([['2022年度部门工作考核评分表'], ['部门名称', '得分', '等级'], ['办公室', 92, '良'], ['财务科', 75, '良']]).tables).toEqual([]);
  expect(review([['员工绩效自评汇总表'], ['部门名称', '姓名', '评分', '等级'], ['办公室', '张三', 95, '优'], ['财务科', '李四', 75, '良']]).tables).toEqual([]);
});

test('an explanation of what two tables say stays with its project where a line comes before it', () => {
  const [title = [], unit = [], header = []] = SUMMARY;
  const snapshot = (...names: readonly string[]) => ({
    format: 'xlsx' as const, definedNames: [], remarks: [],
    grids: [{ ...makeGrid([title, unit, header, ...names.map((name): Line => [null, name, '县公路养护中心', 80, 80, '100%', 98, '优'])]), sheet: '汇总' }, ...names.map((name) => exampleGrid({ base: 'project', sheet: name, cells: { C3: name } }))],
  });
  const base = findRubric('mof-2020');
  if (!base) throw new Error('no rubric');
  const options = { rubric: 'city', rubrics: [{ ...base, id: 'city', severities: { 'cross-table': 'verify' } as const }] };
  const { tables, findings: [, one] } = reviewWorkbook(snapshot('农村道路养护', '桥梁加固'), options);
  const written = one && writeWaiver(one, one.sheet, tableUnder(tables.map(({ table }) => table), one.sheet, one.cells[0]), { reason: '汇总表按复核后的得分填写', date: '2024-03-15', role: '填报人' });
  if (!written?.ok) throw new Error('nothing to explain');
  const { findings } = reviewWorkbook(snapshot('农村道路养护', '隧道维修', '桥梁加固'), { ...options, waivers: [written.waiver] });
  expect(findings.map(({ cells: [cell], waived }) => [cell, waived?.stale ?? null])).toEqual([['G4', null], ['G5', null], ['G6', false]]);
});
