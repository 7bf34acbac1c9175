// What stands behind a line of the desk, in the words that a reviewer reads and hears.
import type { Place } from './desk-list';
import { detailHeight, detailRows } from './detail-rows';

const UNIT = { kind: 'unit', key: '甲局' } as const;
const place = (cell: string, title: string, after: string | null = null): Place => ({ file: 'a.xlsx', sheet: '表', cell, rule: 'r', message: '未见原因说明。', unit: '甲局', severity: 'verify', title, after });
const table = {
  file: 'a.xlsx', sheet: '表', unit: '甲局', unitFrom: 'table', project: '道路养护', kind: 'project', year: 2023, verdict: 'errors', claimed: 98, computed: null, low: null, high: null, difference: null, grade: null, claimedGrade: null, errors: 1, verify: 0, gravest: null, follows: 0, explained: 0,
} as const;

test('a follower names its cause, also where both are of one cell', () => {
  const rows = detailRows(UNIT, { tables: [table], problems: [place('I5', '预算执行率'), place('K5', '预算执行得分', 'I5'), place('I5', '执行率偏低未说明', 'I5')] }, 'zh-CN');
  expect(rows.map((row) => (row.kind === 'problem' ? row.after : ''))).toEqual(['', null, '由 I5 预算执行率引起', '由 I5 预算执行率引起']);
});

test('a score that cannot be computed was not left blank by anybody', () => {
  const [row] = detailRows(UNIT, { tables: [table], problems: [] }, 'zh-CN');
  expect(row?.kind === 'table' && row.second).toContain('自评 98，无法复核');
  const [blank] = detailRows(UNIT, { tables: [{ ...table, claimed: null, computed: 96.5 }], problems: [] }, 'zh-CN');
  expect(blank?.kind === 'table' && blank.second).toContain('自评 未填，复核 96.5');
  const [summed] = detailRows(UNIT, { tables: [{ ...table, claimed: null, claimedSum: { sum: 200, of: 110 }, computed: 106.51 }], problems: [] }, 'zh-CN');
  expect(summed?.kind === 'table' && summed.second).toContain('自评 未填（各项合计 200），复核 106.51');
});

test('what is heard of a finding is one sentence', () => {
  const [, row] = detailRows(UNIT, { tables: [table], problems: [place('I5', '执行率偏低未说明')] }, 'zh-CN');
  expect(row?.kind === 'problem' && row.heard).toBe('核实，I5 执行率偏低未说明，未见原因说明，打开“a.xlsx”，到工作表“表”的 I5');
});

test('the small line of a table takes the room of its small letters, no empty line more', () => {
  const [row] = detailRows(UNIT, { tables: [table], problems: [] }, 'zh-CN');
  const second = '一'.repeat(20);
  expect(row?.kind === 'table' && [240, 239].map((room) => detailHeight({ ...row, second }, room + 64))).toEqual([52, 68]);
});

test('findings of a rule name the file where their unit has several, the folder where those are called the same, the sheet where a file has several', () => {
  const at = (unit: string, file: string, sheet = '表'): Place => ({ ...place('D6', '必填项空白'), unit, file, sheet });
  const titles = (...problems: readonly Place[]) => detailRows({ kind: 'rule', key: 'r' }, { tables: [], problems }, 'zh-CN').map(({ title }) => title);
  expect(titles(at('甲局', '甲/a.xlsx'), at('乙局', '乙/a.xlsx'))).toEqual(['甲局 · D6', '乙局 · D6']);
  expect(titles(at('甲局', '甲/a.xlsx'), at('甲局', '甲/b.xlsx'))).toEqual(['甲局 · D6 · a.xlsx', '甲局 · D6 · b.xlsx']);
  expect(titles(at('甲局', '上/a.xlsx'), at('甲局', '下/a.xlsx'))).toEqual(['甲局 · D6 · 上/a.xlsx', '甲局 · D6 · 下/a.xlsx']);
  expect(titles(at('甲局', 'a.xlsx', '一'), at('甲局', 'a.xlsx', '二'))).toEqual(['甲局 · D6 · 一', '甲局 · D6 · 二']);
});
