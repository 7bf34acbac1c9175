// The comparison page where there is little to compare: it says so, and what to do.
import { speakIn } from '../catalogue';
import { comparedCounts, comparedHeight, comparedRows } from './compared-rows';

test('where nothing is alike and last year is not there, each part says so, and how last year comes in', () => {
  const rows = comparedRows({ copies: { groups: [], duplicates: [] }, lastYear: null } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['head', '雷同 0 组'], ['note', '没有内容相同或相近的表。'], ['head', '重复报送 0 组'], ['note', '没有重复报送的表。'], ['head', '与上年比较'], ['note', '还没有选择上年的文件夹。点上面的“与上年比较”选择。'],
  ]);
  expect(rows.every((row) => comparedHeight(row, 1000) === 36)).toBe(true);
});

test('two alike tables are named with a word between them; what they share stands further in, wrapped or not', () => {
  const place = (unit: string, file: string) => ({ unit, file, sheet: '表', project: '道路养护' });
  const passage = { what: '指标', same: true, first: { cell: 'D11', text: '养护里程' }, second: { cell: 'D11', text: '养护里程' } };
  const copies = { groups: [{ pairs: [{ first: place('甲局', 'a.xlsx'), second: place('乙局', 'b.xlsx'), message: '请核实。', passages: [passage] }] }], duplicates: [] };
  const [, pair, shared] = comparedRows({ copies, lastYear: null } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(pair).toMatchObject({ title: '“甲局”（道路养护）和“乙局”（道路养护）', text: 'a.xlsx · 表\nb.xlsx · 表\n请核实。', target: { file: 'a.xlsx', sheet: '表', cell: 'D11' } });
  expect(shared).toMatchObject({ title: '指标：a.xlsx D11　b.xlsx D11', text: '养护里程', under: true });
  // The room that is left beside the indent counts: a title that fits without it takes a second line.
  expect(shared && [comparedHeight(shared, 240), comparedHeight({ ...shared, under: undefined } as unknown as typeof shared, 240)]).toEqual([76, 56]);
});

test('what a table said this year and last stands behind the year, with its cell where it has one', () => {
  const line = { kind: 'same-year', unit: '甲局', project: null, message: '请核实年度。', now: { cell: null, text: '2023' }, then: { cell: 'A1', text: '2023' }, nowPlace: null };
  const rows = comparedRows({ copies: null, lastYear: { remarks: [], lines: [line] } } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(rows.at(-1)).toMatchObject({ text: '请核实年度。\n本年：2023\n上年：A1 2023' });
  const blank = { ...line, now: { cell: 'F7', text: '' } };
  const left = comparedRows({ copies: null, lastYear: { remarks: [], lines: [blank] } } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(left.at(-1)).toMatchObject({ text: '请核实年度。\n本年：F7 未填\n上年：A1 2023' });
});

test('pairs of the same names are told apart by their files; the sentence does not say the names again; a pair leads to what it shares', () => {
  const place = (file: string) => ({ unit: file === 'b.xlsx' ? '乙局' : '甲局', file, sheet: '表', project: '道路养护' });
  const pair = (file: string) => ({ first: place(file), second: place('b.xlsx'), message: '“甲局”（道路养护）和“乙局”（道路养护）：两份表的以下内容相同，请核实。', passages: [{ what: '指标', same: true, first: { cell: 'D11、D12', text: '里程' }, second: { cell: 'E3', text: '里程' } }] });
  const comparisons = { copies: { groups: [{ pairs: [pair('a.xlsx')] }, { pairs: [pair('c.xlsx')] }], duplicates: [] } } as unknown as Parameters<typeof comparedRows>[0];
  const pairs = comparedRows(comparisons, speakIn('zh-CN')).filter((row) => row.kind === 'finding' && !row.under);
  expect(pairs).toMatchObject([
    { title: '“甲局”（道路养护）a.xlsx和“乙局”（道路养护）b.xlsx', text: 'a.xlsx · 表\nb.xlsx · 表\n两份表的以下内容相同，请核实。', target: { file: 'a.xlsx', sheet: '表', cell: 'D11' } },
    { title: '“甲局”（道路养护）c.xlsx和“乙局”（道路养护）b.xlsx', target: { file: 'c.xlsx', sheet: '表', cell: 'D11' } },
  ]);
});

test('a table that names no unit is told by its file and sheet, this year’s or last year’s; a part alone has no heading, and each has its count', () => {
  const line = (kind: string, nowPlace: object | null, thenPlace: object | null) => ({ kind, unit: null, project: null, message: '请核实。', now: null, then: null, nowPlace, thenPlace });
  const lines = [line('new', { file: '部门.xlsx', sheet: '表一' }, null), line('vanished', null, { file: '旧.xlsx', sheet: '表二' })];
  const comparisons = { copies: { groups: [], duplicates: [{ members: [], message: '' }] }, lastYear: { remarks: [], lines } } as unknown as Parameters<typeof comparedRows>[0];
  expect(comparedRows(comparisons, speakIn('zh-CN'), 'years').map(({ kind, title }) => [kind, title])).toEqual([['finding', '本年新增　部门.xlsx · 表一'], ['finding', '本年没有　旧.xlsx · 表二']]);
  expect(comparedCounts(comparisons)).toEqual({ all: 3, copies: 0, duplicates: 1, years: 2 });
  expect(comparedCounts({})).toEqual({ all: 0, copies: null, duplicates: null, years: null });
});
