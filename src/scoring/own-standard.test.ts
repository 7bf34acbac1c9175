import { executionStandard, nothingBelow, ownRateStandard, ownStandard, takenFromLines } from './own-standard';

describe('a standard for the execution rate', () => {
  it.each([
    '执行率≥95%得满分，每低1%扣0.5分',
    '预算执行率达到100%得10分，90%以上得8分',
    '预算执行率100%的计10分，不足60%的不计分',
    '执行率低于80%不得分',
    '预算执行率未达标酌情扣减，扣完为止，每低一个百分点扣1分',
    '执行率95%以上得满分10分',
    '预算执行率达到90%，满分；否则不得分',
    '合计100分：预算执行率10分，每低1个百分点扣0.2分',
    '预算执行率=实际支出/预算×100%，95%（含）以上得满分',
    '预算执行率达到90%的得满分，低于90%的按比例计分',
  ])('%s sets steps', (text) => expect(executionStandard([text])).not.toBeNull());

  it.each([
    '合计100分：预算执行率10分',
    '合计100分：预算执行率10分、产出指标50分、效益指标30分、满意度指标10分',
    '分值共计 100 分，其中预算执行率10分',
    '总计100分，预算执行率占10%',
    '满分100分，其中预算执行率10分，占10%',
    '总分设置为满分为100分，预算执行率10分，产出完成50分',
    '预算执行率计10分',
    '绩效自评满分：100分，预算执行率10分',
    '预算执行率得分=执行率×10，满分10分',
    '执行率按比例计分',
    '执行率达到100%得满分，否则按比例计分',
  ])('%s tells weights or a proportion, no steps', (text) => expect(executionStandard([text])).toBeNull());
});

describe('a standard of an indicator', () => {
  it.each(['完成得10分，未完成不得分', '80%–90%得8分', '计 5 分', '达到即得满分', '每少一项扣2分', '达标满分，未达标一半', '未完成按比例扣2分', '低于60%不得分，其余按比例扣分'])('%s is one', (text) => expect(ownStandard(text)).toBe(text));
  it.each(['', '本类合计50分', '满分10分', '指标满分值：10', '按完成比例计分', '完成值÷指标值×分值', '完成得满分，未完成按比例扣分', '达标得满分，未达标的按差距比例扣减分值'])('%s is none', (text) => expect(ownStandard(text)).toBeNull());
});

test('full marks for a rate from a line below the whole on may stand beside a proportion', () => {
  const early = ['实际支出/预算金额×100%，95%（含）以上得满分', '执行率≥90%得满分，未达到的按比例计分'];
  expect(early.map(ownRateStandard)).toEqual(early);
  expect(['达到100%得满分，未达到的按比例计分', '执行率×10', '实际支出/预算×100%，满分10分'].map(ownRateStandard)).toEqual([null, null, null]);
});

describe('a line under a proportion', () => {
  it.each<[string, number]>([
    ['预算执行得分=执行率×10，执行率低于60%不得分', 60], ['得分（分值×执行率，低于60%得0分）', 60], ['执行率×分值；不足70%的不得分', 70],
    ['得分=执行率×10，60%以下不得分', 60], ['得分=执行率×10；执行率≤60%的，得零分', 60], ['执行率×分值，执行率60%（不含）以下的得分为0', 60],
  ])('%s ends it', (text, percent) => expect(nothingBelow([text])?.percent).toBe(percent));

  it.each([
    '预算执行得分=执行率×10', '执行率低于60%需说明原因，得分=执行率×10', '定量指标得分=完成率×分值，完成率低于60%不得分', '预算执行得分=执行率×10。定量指标完成率低于60%不得分', '得分=执行率×10，不低于60%得0.5分',
  ])('%s has none for the rate', (text) => expect(nothingBelow([text])).toBeNull());

  it.each([['未完成指标的，每低1%扣0.5分', 'some'], ['按完成比例得分，完成率低于60%不得分', 'all'], ['目标未完成的不得分', 'all'], ['完成率不足60%的扣2分', 'some'],
    ['完成指标值得满分；未达到的酌情扣分', 'some'], ['未完成的，每低1%扣减该指标分值的2%', 'some'], ['指标完成率在60%以下的，得分为0', 'all'], ['完成率<60%不予计分', 'all']])('%s takes %s points of the lines of the list', (text, taken) => expect(takenFromLines([text])).toBe(taken));
  it.each(['执行率每低1%扣0.5分', '扣分的须说明原因', '未完成指标的，按完成值与指标值的比例计分', '资金未按时完成支付的扣2分', '未完成的应说明原因，不得分项逐项填写', '绩效目标不足三条的扣2分', '自评报告未按时完成的，每迟一天扣1分',
    '定性指标未达成的酌情扣分', '未完成指标的按比例扣分', '未完成的指标逐项填写扣分依据'])('%s takes none', (text) => expect(takenFromLines([text])).toBeNull());
});

test('what makes 良 beside 优, 中 and 差 leaves no proportion', () => {
  expect(ownStandard('良：95%-98%')).toBe('良：95%-98%');
});
