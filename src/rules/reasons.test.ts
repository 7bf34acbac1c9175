import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { moneyExplained } from './reasons';

const transfer = (remark: string, how = '按办法使用'): Line[] => [
  ['转移支付区域绩效目标自评表'],
  ['资金投入情况（万元）', null, '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'],
  [null, '年度资金总额：', 260, 90, '34.62%'],
  ['资金管理情况', null, '情况说明', null, '存在问题和改进措施'],
  [null, '使用规范性', how, null, '无'],
  [null, '执行准确性', '执行准确', null, remark],
  ['总体目标完成情况', '总体目标', null, '全年实际完成情况'],
  [null, '做好护林', null, '护林员的资金已用完'],
  ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'],
  ['产出指标', '数量指标', '护林面积', '≥20万亩', '21万亩', null],
];
const explained = (...lines: Parameters<typeof transfer>): boolean => moneyExplained(oneTable(makeGrid(transfer(...lines), ['A4:A6', 'C4:D4', 'C5:D5', 'C6:D6', 'A7:A8'])), /结余|用了上年/);

test('why money was left over may be told beside how it was managed, under 存在问题和改进措施', () => {
  expect(explained('用了上年结余采购，本年资金未动')).toBe(true);
});

test('neither 无 there nor what stands under 情况说明 is a reason', () => {
  expect(explained('无')).toBe(false);
  expect(explained('无', '结余按办法收回')).toBe(false);
});

test('the amount that was added may bear its reason in brackets', () => {
  const told = (added: string, header = '追加（减）'): boolean => moneyExplained(oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['年度预算资金', '年初预算', header, '调整后预算', '实际支出', '执行率'], [null, '238万元', added, '250万元', '245万元', '98%'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值'], ['产出指标', '数量指标', '甲', '≥20卷', '21卷'],
  ], ['A2:A3'])), /追加/);
  expect([told('12万元（追加档案数字化）'), told('12万元'), told('12万元（追加档案数字化）', '计算方法')]).toEqual([true, false, false]);
  const beside = (added: string): boolean => moneyExplained(oneTable(makeGrid([
    ['项目绩效自评表'], ['资金情况', '年初预算', '15万元', '追加', added, '全年预算', '20万元', '支出', '19.6万元'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值'], ['产出指标', '数量指标', '甲', '≥20卷', '21卷'],
  ])), /追加/);
  expect([beside('5万元（省级补助）'), beside('5万元')]).toEqual([true, false]);
});

test('存在问题 and 改进措施 in columns of their own tell it too, beside 情况说明 alone', () => {
  const told = (how: string, problem: string, measure: string): boolean => moneyExplained(oneTable(makeGrid([
    ['林业资金绩效自评表'],
    ['资金投入情况（万元）', null, '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'],
    [null, '年度资金总额：', 260, 90, '34.62%'],
    ['资金管理情况', null, how, '存在问题', '改进措施'],
    [null, '支付进度', '按进度支付', problem, measure],
    ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值'],
    ['产出指标', '数量指标', '护林面积', '≥20万亩', '21万亩'],
  ], ['A4:A5'])), /支付|滞后/);
  expect([told('情况说明', '年底才下达，支付滞后', ''), told('情况说明', '', '加快尾款支付进度'), told('情况说明', '', ''), told('办理情况', '年底才下达，支付滞后', '')]).toEqual([true, true, false, false]);
});
