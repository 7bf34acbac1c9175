// Tables that go on behind a page break.
import { p, read, rowsOf, tbl, tc, tr } from '../../../test/word/make-docx';

const grid = (...widths: readonly number[]): string => `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
const GRID = grid(1000, 2000, 1500, 1500, 1000);
const head = tr(tc('一级指标'), tc('三级指标'), tc('年度指标值'), tc('实际完成值'), tc('分值'));
const row = (name: string, level = ''): string => tr(tc(level), tc(name), tc('≥8次'), tc('10次'), tc('10'));
const rowsIn = (body: string): readonly number[] => read(body).tables.map(({ grid: { rowCount } }) => rowCount);

test.each([['nothing', ''], ['a blank paragraph', p('')], ['two', p('') + p('　')]])('are one with %s between', (_, between) => {
  const document = read(p('甲') + tbl(GRID, head, row('培训', '产出指标')) + between + tbl(GRID, row('走访'), row('满意度', '满意度指标')) + p('乙'));
  expect(document.tables).toHaveLength(1);
  expect(rowsOf(document)).toEqual([['一级指标', '三级指标', '年度指标值', '实际完成值', '分值'], ['产出指标', '培训', '≥8次', '10次', '10'], ['', '走访', '≥8次', '10次', '10'], ['满意度指标', '满意度', '≥8次', '10次', '10']]);
  expect(document.paragraphs.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual(['甲', '乙']);
});

test('are one over any number of pages', () => {
  expect(rowsIn(tbl(GRID, head, row('培训')) + (p('') + p('') + tbl(GRID, row('走访'), row('满意度'))).repeat(5))).toEqual([12]);
});

test('fewer columns on the second page lie under those of the first', () => {
  const total = tr(tc('总分', '<w:gridSpan w:val="3"/>'), tc('100'));
  const document = read(tbl(GRID, head, row('培训', '产出指标')) + p('') + tbl(grid(1000, 2010, 2990, 1000), tr(tc(''), tc('合计'), tc('20'), tc('20')), total));
  expect(rowsOf(document).slice(2)).toEqual([['', '合计', '20', '', '20'], ['总分', '', '', '', '100']]);
});

test('a head in the middle of a form goes on with it where six columns and more, of different widths, are the same', () => {
  const form = grid(600, 1000, 1600, 1200, 1200, 800);
  const fund = tr(tc('项目名称', '<w:gridSpan w:val="2"/>'), tc('读书活动', '<w:gridSpan w:val="4"/>'));
  const inner = tr(tc('绩效指标'), tc('一级指标'), tc('三级指标'), tc('年度指标值'), tc('实际完成值'), tc('分值'));
  expect(rowsIn(tbl(form, fund, fund) + p('') + tbl(form, inner, inner))).toEqual([4]);
  expect(rowsIn(tbl(form, fund, inner) + p('') + tbl(form, fund, inner))).toEqual([2, 2]);
  expect(rowsIn(tbl(form, fund, inner) + p('') + tbl(form, tr(tc('项目支出绩效自评表', '<w:gridSpan w:val="6"/>')), fund))).toEqual([2, 2]);
});

test('stay apart where words stand between, lines or widths differ, the head comes again, or the second begins with one', () => {
  const first = tbl(GRID, head, row('培训'));
  const second = tbl(GRID, row('走访'), row('满意度'));
  expect(rowsIn(first + p('表2') + second)).toHaveLength(2);
  expect(rowsIn(first + p('') + p('') + p('') + second)).toHaveLength(2);
  expect(rowsIn(first + p('') + tbl(grid(1000, 2000, 1500, 1500, 1300), row('走访'), row('满意度')))).toHaveLength(2);
  expect(rowsIn(first + p('') + tbl(grid(1400, 1600, 1500, 1500, 1000), row('走访'), row('满意度')))).toHaveLength(2);
  expect(rowsIn(first + p('') + tbl(GRID, head, row('走访')))).toHaveLength(2);
  expect(rowsIn(first + p('') + tbl(GRID, tr(tc('项目'), tc('2023年'), tc('2024'), tc('增减'), tc('备注')), row('走访')))).toHaveLength(2);
  expect(rowsIn(tbl(grid(3000, 2000, 2000), tr(tc('甲'), tc('乙'), tc('丙')), tr(tc('丁'), tc('1'), tc('2'))) + p('') + tbl(grid(3000, 2000, 2000), tr(tc('戊'), tc('1'), tc('2')), tr(tc('己'), tc('1'), tc('2'))))).toHaveLength(2);
});
