// The comparison page where there is little to compare: it says so, and what to do.
import { speakIn } from '../catalogue';
import { comparedHeight, comparedRows } from './compared-rows';

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
  expect(pair).toMatchObject({ title: '“甲局”（道路养护）和“乙局”（道路养护）', text: '请核实。' });
  expect(shared).toMatchObject({ title: '指标：a.xlsx D11　b.xlsx D11', text: '养护里程', under: true });
  // The room that is left beside the indent counts: a title that fits without it takes a second line.
  expect(shared && [comparedHeight(shared, 240), comparedHeight({ ...shared, under: undefined } as unknown as typeof shared, 240)]).toEqual([76, 56]);
});

test('what a table said this year and last stands behind the year, with its cell where it has one', () => {
  const line = { kind: 'same-year', unit: '甲局', project: null, message: '请核实年度。', now: { cell: null, text: '2023' }, then: { cell: 'A1', text: '2023' }, nowPlace: null };
  const rows = comparedRows({ copies: null, lastYear: { remarks: [], lines: [line] } } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(rows.at(-1)).toMatchObject({ text: '请核实年度。\n本年：2023\n上年：A1 2023' });
});
