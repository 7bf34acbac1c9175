import type { DeskList, Detail } from './desk-list';
import { countVerdicts, deskLines, filesApart, filtered } from './desk-rows';
import { detailHeight, detailRows } from './detail-rows';

const gravest = { file: 'a.xlsx', sheet: '表', cell: 'I5', rule: 'execution-rate', message: '执行率应为65.12%，填的是100%。' };
const counts = { follows: 0, explained: 0 };
const LIST: DeskList = {
  units: [
    { unit: '甲局', note: '', files: 1, tables: 1, verdict: 'errors', errors: 2, verify: 1, gravest, ...counts },
    { unit: '乙局', note: '1 张表没写单位，按文件夹名归入。', files: 1, tables: 1, verdict: 'clean', errors: 0, verify: 0, gravest: null, ...counts },
  ],
  tables: [{ ...table('一'), unit: '乙局', unitFrom: 'folder' }], rules: [{ rule: 'execution-rate', title: '预算执行率', severity: 'error', units: 1, tables: 1, findings: 2, follows: 1, examples: [] }],
  verdicts: { errors: 1, 'to-verify': 0, clean: 1, 'not-checked': 0 }, agreement: { compared: 0, same: 0, over: 0, under: 0, gradeDiffers: 0 },
  files: [
    { file: 'b.xlsx', status: 'checked', reason: null, verdict: 'clean', tables: 1, errors: 0, verify: 0 },
    { file: 'c.xlsx', status: 'unreadable', reason: '文件是空的。', verdict: 'not-checked', tables: 0, errors: 0, verify: 0 },
    { file: 'a.xlsx', status: 'checked', reason: null, verdict: 'errors', tables: 1, errors: 2, verify: 1 },
  ],
};

test('rules are named in the language of the page', () => {
  expect(deskLines(LIST, 'rules', 'en-US')[0]?.title).toBe('Execution rate');
  const problem = { file: 'a.xlsx', sheet: '表', cell: 'I5', rule: 'execution-rate', message: '执行率应为65.12%，填的是100%。', unit: '甲局', severity: 'error', title: '预算执行率', after: null } as const;
  expect(detailRows({ kind: 'file', key: 'a.xlsx' }, { tables: [], problems: [problem] }, 'en-US').map(({ title }) => title)).toEqual(['I5 Execution rate']);
});

test('units show their gravest finding, rules how many they concern, files the gravest first with reasons', () => {
  expect(deskLines(LIST, 'units', 'zh-CN').map(({ title, second }) => [title, second])).toEqual([['甲局', 'I5 执行率应为65.12%，填的是100%。'], ['乙局', '1 张表没写单位，按文件夹名归入。']]);
  expect(deskLines(LIST, 'rules', 'zh-CN').map(({ title, second }) => [title, second])).toEqual([['预算执行率', '1 个单位、1 张表，3 处']]);
  expect(deskLines(LIST, 'files', 'zh-CN').map(({ title, second }) => [title, second])).toEqual([['a.xlsx', '未通过 · 2 处错误、1 处待核实'], ['c.xlsx', '文件是空的。'], ['b.xlsx', '通过 · 没有问题']]);
  expect(deskLines(null, 'units', 'zh-CN')).toEqual([]);
});

test('a unit that nobody names is told in the language of the page, with why; so is the unit of a rule’s finding', () => {
  const units = [
    { unit: '未写单位（甲/表（一）.xlsx）', note: '表里没有单位名称，请核实是哪个单位报送的。', files: 1, tables: 1, verdict: 'clean', errors: 0, verify: 0, gravest: null, ...counts },
    { unit: '乙局', note: '1 张表没写单位，按同一工作簿的另一张表归入；2 张表没写单位，按文件夹名归入；1 张表没写单位，按主管部门归入。', files: 1, tables: 1, verdict: 'clean', errors: 0, verify: 0, gravest: null, ...counts },
  ] as const;
  const tables = [{ ...table('一'), unit: units[0].unit, unitFrom: 'none' }, ...(['workbook', 'folder', 'folder', 'department'] as const).map((unitFrom) => ({ ...table('一'), unit: '乙局', unitFrom }))] as const;
  expect(deskLines({ ...LIST, tables, units }, 'units', 'en-US').map(({ title, second, heard }) => [title, second, heard])).toEqual([
    ['No unit named (甲/表（一）.xlsx)', 'The table names no unit: please find out which one sent it.', 'No unit named (甲/表（一）.xlsx), Passed, No findings'],
    ['乙局', '1 table names no unit and goes with another table of the workbook. 2 tables name no unit and go by the name of the folder. 1 table names no unit and goes with the department in charge.', '乙局, Passed, No findings'],
  ]);
  expect(deskLines({ ...LIST, units }, 'units', 'zh-CN')[0]?.title).toBe('未写单位（甲/表（一）.xlsx）');
  const problem = { ...place('一', 'I5'), unit: units[0].unit };
  expect(detailRows({ kind: 'rule', key: 'r' }, { tables: [], problems: [problem] }, 'en-US')[0]?.title).toBe('No unit named (甲/表（一）.xlsx) · I5');
});

test('a line is heard with its verdict and all that it shows', () => {
  expect(deskLines(LIST, 'units', 'zh-CN')[0]?.heard).toBe('甲局，未通过，2 处错误、1 处待核实，I5 执行率应为65.12%，填的是100%。');
  // Its verdict once, in the language of the page.
  expect(deskLines(LIST, 'files', 'zh-CN').map(({ heard }) => heard)).toEqual(['a.xlsx，未通过，2 处错误、1 处待核实', 'c.xlsx，未核查，文件是空的。', 'b.xlsx，通过，没有问题']);
  expect(deskLines(LIST, 'files', 'en-US')[0]?.heard).toBe('a.xlsx, Not passed, 2 errors, 1 to verify');
});

test('of what was checked without anything to check nothing is said to have been found', () => {
  const none = { verdict: 'not-checked', tables: 1, errors: 0, verify: 0 } as const;
  const list: DeskList = { ...LIST, units: [{ unit: '丙局', note: '', files: 1, gravest: null, ...counts, ...none }], files: [{ file: 'd.xlsx', status: 'checked', reason: null, ...none }] };
  expect([...deskLines(list, 'units', 'zh-CN'), ...deskLines(list, 'files', 'zh-CN')].map(({ second, heard }) => [second, heard])).toEqual([['未核查', '丙局，未核查'], ['未核查', 'd.xlsx，未核查']]);
});

test('files without a table that was read are in no unit, and are told apart', () => {
  expect(filesApart(LIST).map(({ file }) => file)).toEqual(['c.xlsx']);
  // A table that could not be checked has its unit.
  expect(filesApart({ ...LIST, files: [{ file: 'd.xlsx', status: 'checked', reason: null, verdict: 'not-checked', tables: 1, errors: 0, verify: 0 }] })).toEqual([]);
  expect(filesApart(null)).toEqual([]);
});

test('filters go by text anywhere and by verdict, which rules do not have', () => {
  const lines = deskLines(LIST, 'files', 'zh-CN');
  expect(filtered(lines, ' A.XLSX ', 'all').map(({ title }) => title)).toEqual(['a.xlsx']);
  expect(filtered(lines, '', 'not-checked').map(({ title }) => title)).toEqual(['c.xlsx']);
  expect(filtered(deskLines(LIST, 'rules', 'zh-CN'), '', 'clean')).toHaveLength(1);
  expect(filtered(lines, '', 'all')).toBe(lines);
  expect(countVerdicts(lines)).toEqual({ errors: 1, 'to-verify': 0, clean: 1, 'not-checked': 1 });
});

function place(sheet: string, cell: string, after: string | null = null) {
  return { file: 'a.xlsx', sheet, cell, rule: 'r', message: '问题', unit: '甲局', severity: 'error', title: '预算执行率', after } as const;
}
function table(sheet: string) {
  return {
    file: 'a.xlsx', sheet, unit: '甲局', unitFrom: 'table', project: '道路养护', kind: 'project', year: 2023, verdict: 'errors', claimed: 100, computed: null, low: 96.5, high: 98, difference: null, grade: null, claimedGrade: null, errors: 1, verify: 0, gravest, ...counts,
  } as const;
}

test('findings stand under their tables, those of two tables on one sheet once; of a rule they stand with their units', () => {
  const detail: Detail = { tables: [table('一'), table('一'), table('二')], problems: [place('一', 'I5'), place('二', 'K5', 'I5')] };
  expect(detailRows({ kind: 'unit', key: '甲局' }, detail, 'zh-CN').map((row) => (row.kind === 'table' ? row.second : [row.title, row.after]))).toEqual([
    '未通过　自评 100，复核 96.5～98　a.xlsx · 一', ['I5 预算执行率', null], '未通过　自评 100，复核 96.5～98　a.xlsx · 一', '未通过　自评 100，复核 96.5～98　a.xlsx · 二', ['K5 预算执行率', '由 I5 引起'],
  ]);
  expect(detailRows({ kind: 'rule', key: 'r' }, detail, 'zh-CN').map(({ title }) => title)).toEqual(['甲局 · I5 · 一', '甲局 · K5 · 二']);
  const [head, row] = detailRows({ kind: 'unit', key: '甲局' }, detail, 'zh-CN');
  // What tells two names apart may stand at their ends: none is cut.
  for (const one of [head, row]) expect(one && detailHeight({ ...one, title: '字'.repeat(60) }, 300)).toBeGreaterThan(one ? detailHeight(one, 300) : 0);
  expect(row && detailHeight({ ...row, ...(row.kind === 'problem' ? { place: { ...row.place, message: '字'.repeat(100) } } : {}) }, 300)).toBeGreaterThan(row ? detailHeight(row, 300) : 0);
});
