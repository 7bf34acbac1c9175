import { makeGrid, type Line } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { headedAmounts } from './headed-amounts';

const told = (lines: readonly Line[], merges: readonly string[] = []): readonly unknown[] => {
  const [table] = readTables(makeGrid([
    ['部门整体支出绩效目标表（2023年度）'],
    ...lines,
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '编印年鉴', '≥2册'],
    ['效益指标', '社会效益', '读者', '增加'],
  ], merges)).tables;
  if (!table) throw new Error('no table');
  return [...headedAmounts(table)].map(({ severity, data, cells }) => [severity ?? 'error', data?.['name'], data?.['expected'], cells[0]]);
};

const BY_NATURE: readonly Line[] = [['单位名称', '资金总额', '按收入性质分', null, null, '按支出性质分', null], [null, null, '一般公共预算', '政府性基金拨款', '其他资金', '基本支出', '项目支出']];
const NATURE_MERGES = ['C2:E2', 'F2:G2', 'A2:A3', 'B2:B3'];

test('资金总额 is what each way of dividing it makes', () => {
  expect(told([...BY_NATURE, ['某县方志办', 93, 88, null, 5, 61, 32]], NATURE_MERGES)).toEqual([]);
  expect(told([...BY_NATURE, ['某县方志办', 93, 88, null, 7, 61, 23]], NATURE_MERGES)).toEqual([['error', '按收入性质分', '95', 'B4'], ['error', '按支出性质分', '84', 'B4']]);
  expect(told([...BY_NATURE, ['某县方志办', 93, 80, null, null, 61, 32]], NATURE_MERGES)).toEqual([['verify', '按收入性质分', '80', 'B4']]);
});

test('基本支出 and 项目支出 are their sources, and together the whole', () => {
  const heads: readonly Line[] = [['预算支出总额', '基本支出', null, null, '项目支出', null, null], [null, '合计', '财政拨款', '单位资金', '合计', '财政拨款', '单位资金']];
  const merges = ['B2:D2', 'E2:G2', 'A2:A3'];
  expect(told([...heads, [412.5, 310.5, 310.5, null, 102, 90, 12]], merges)).toEqual([]);
  expect(told([...heads, [412.5, 310.5, 310.5, null, 120, 90, 12]], merges)).toEqual([['error', '项目支出', '102', 'E4'], ['error', '预算支出总额', '430.5', 'A4']]);
});

test('支出预算合计 is made by the amounts behind their labels below it', () => {
  const lines = (spending: number, project: number): readonly Line[] => [
    ['当年预算情况（万元）', '收入预算合计', 640, null, null], [null, '其中：财政拨款', 600, '其他经费', 40],
    [null, '支出预算合计', spending, null, null], [null, '其中：基本支出', 240, '项目支出', project],
  ];
  expect(told(lines(640, 400))).toEqual([]);
  expect(told(lines(640, 440))).toEqual([['error', '支出预算合计', '680', 'C4']]);
});

test('the amounts for the whole time beside those of the year are their sources too', () => {
  const lines = (own: number): readonly Line[] => [
    ['项目资金（万元）', '中期资金总额：', 90, '年度资金总额：', 30], [null, '其中：财政拨款', 80, '其中：财政拨款', 30], [null, '其他资金', own, '其他资金', 0],
  ];
  expect(told(lines(10))).toEqual([]);
  expect(told(lines(15))).toEqual([['error', '中期资金总额：', '95', 'C2']]);
});

test('parts of parts, and sources that go on in another line, are not added up', () => {
  expect(told([['单位名称', '资金总额', '按收入性质分', null, null, '按支出性质分', null], [null, null, '财政拨款', '其中：省级资金', '其他资金', '基本支出', '项目支出'], ['某县方志办', 93, 88, 40, 5, 61, 32]], NATURE_MERGES)).toEqual([]);
  expect(told([['当年预算情况（万元）', '支出预算合计', 640, null, null], [null, '其中：基本支出', 240, '项目支出', 380], [null, '上缴上级支出', 20, null, null]])).toEqual([]);
  expect(told([['项目资金（万元）', '中期资金总额：', 90, '年度资金总额：', 30], [null, '其中：财政拨款', 80, '其中：财政拨款', 30], [null, '其中：上级资金', 50, '其中：上级资金', 30], [null, '其他资金', 10, '其他资金', 0]])).toEqual([]);
});

test('amounts in one cell with their labels add up', () => {
  const lines = (own: string): readonly Line[] => [['项目资金申请（万元）', '资金总额：250'], [null, '一、预算资金：230'], [null, `二、自有资金：${own}`], [null, '三、其他：0'], ['项目概况', '续建']];
  expect([told(lines('20')), told(lines('')), told(lines('20万元'))]).toEqual([[], [], []]);
  expect(told(lines('30'))).toEqual([['error', '资金总额', '260', 'B2']]);
});

test('预计投入 is what each level of the treasury and the others give', () => {
  const heads: readonly Line[] = [['专项资金情况', '本年度预计投入（万元）', '财政资金（万元）', null, null, null, '其他'], [null, null, '中央', '省级', '市级资金', '本级', null]];
  const merges = ['A2:A4', 'B2:B3', 'C2:F2', 'G2:G3'];
  expect(told([...heads, [null, 7, 0, 7, 0, 0, 0]], merges)).toEqual([]);
  expect(told([...heads, [null, 9, 0, 7, 0, 0, 0]], merges)).toEqual([['error', '本年度预计投入（万元）', '7', 'B4']]);
});

test('93万元 beside bare amounts is left alone', () => {
  expect(told([...BY_NATURE, ['某县方志办', '93万元', 88, null, 5, 61, 32]], NATURE_MERGES)).toEqual([]);
});
