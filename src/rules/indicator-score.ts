// A quantitative score follows from target and actual: unmet is proportional, a limit exceeded costs points.
import { Decimal, HUNDRED, ZERO, near } from '../model/decimal';
import { present } from '../model/present';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Rubric } from '../model/rubric';
import type { Indicator, Table } from '../model/table';
import { compact } from '../reading/text';
import { coefficientScore, coefficientSlack, sharesScore } from '../scoring/indicator';
import { fullForLines, takenFromLines } from '../scoring/own-standard';
import { claimHolds, keptDigits, scoreAgrees } from '../scoring/tolerance';
import { RUBRIC_BASIS } from './basis';
import { answerOf } from './answers';
import { contradiction, neverDone, shareOfAll, someOfNone, turnsRound } from './contradictions';
import { numberEdit, proposal } from './correcting';
import { cellsOf, moreIsBetter, targetWords } from './indicator-facts';
import { mistypedWeight } from './mistyped-weight';
import { perTable } from './per-table';
import { isExplanation } from './reasons';
import type { Cause, RuleReport } from './rule';
import { defineRule } from './rule';
import { deductedScores, markedScores, rowsDeducted, takenOff, type Made } from './score-columns';
import { computedScore, isOfOtherWeight } from './scores';
import { amount, excerpt, indicatorName, words } from './wording';

type Message = 'unmet' | 'exceeded' | 'coefficient' | 'deducted' | 'marked' | 'late' | 'outside' | 'words';

export const indicatorScore = defineRule<Message>({
  id: 'indicator-score',
  title: '指标得分',
  severity: 'error',
  why: '得分与完成值对不上，自评结论就不成立。',
  basis: RUBRIC_BASIS,
  messages: {
    unmet: '“{name}”指标值{target}、实际{actual}，未达标，得分应为{expected}（{derivation}），填的是{received}。',
    exceeded: '“{name}”指标值{target}、实际{actual}，超出限额，得分应为{expected}（{derivation}），填的是{received}。',
    coefficient: '“{name}”分值{weight}、得分系数{coefficient}，得分应为{expected}（分值 × 得分系数），填的是{received}。',
    deducted: '“{name}”分值{weight}、扣分{deducted}，得分应为{expected}，填的是{received}。',
    marked: '“{name}”按百分制评{deducted}分、权重{weight}，折算得分应为{expected}，填的是{received}。',
    late: '“{name}”指标值{target}、实际{actual}，晚于时限，却得满分{received}，未见说明。',
    outside: '“{name}”指标值{target}、实际{actual}，不在指标值范围内，却得满分{received}，未见说明。',
    words: '“{name}”指标值{target}、实际{actual}，没有达成，却得满分{received}，未见说明。',
  },
  examples: [
    { shows: 'full marks for an unmet target', form: { base: 'project', cells: { F13: '≥50处', G13: '45处' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50处、实际45处，未达标，得分应为18（20 × 45 ÷ 50 = 18），填的是20。' }] },
    { shows: 'kilometres, figured as they stand there', form: { base: 'project', cells: { G13: '45公里' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，得分应为18（20 × 45 ÷ 50 = 18），填的是20。' }] },
    { shows: 'a limit in thousandths passed in hundredths', form: { base: 'project', cells: { D14: '养护返工率', F14: '≤5‰', G14: '0.8%' } }, findings: [{ cells: ['I14', 'G14', 'F14'], message: '“养护返工率”指标值≤5‰、实际0.8%，超出限额，得分应为6.25（10 × 5 ÷ 8 = 6.25），填的是10。' }] },
    { shows: 'square kilometres, written in two ways', form: { base: 'project', cells: { F13: '≥50km²', G13: '45km2' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50km²、实际45km2，未达标，得分应为18（20 × 45 ÷ 50 = 18），填的是20。' }] },
    { shows: 'about as much', form: { base: 'project', cells: { D13: '养护里程占比', F13: '70%左右', G13: 0.703, F14: '200公里左右', G14: 198 } }, findings: [] },
    { shows: 'less than nothing of the target', form: { base: 'project', cells: { D14: '通行量净增长率', F14: '≥2%', G14: '-1%' } }, findings: [{ cells: ['I14', 'G14', 'F14'], message: '“通行量净增长率”指标值≥2%、实际-1%，未达标，得分应为0（10 × -1 ÷ 2 = -5，低于 0，计 0），填的是10。' }] },
    { shows: 'a limit exceeded with full marks', form: { base: 'project', cells: { G16: '100万元' } }, findings: [{ cells: ['I16', 'G16', 'F16'], message: '“养护总成本”指标值≤80万元、实际100万元，超出限额，得分应为8（10 × 80 ÷ 100 = 8），填的是10。' }] },
    { shows: 'full marks beside a coefficient of the form that does not give them', form: { base: 'project', cells: { L12: '得分系数（%）', L13: '100%', L14: '80%', L17: '100%' } }, findings: [{ cells: ['I14', 'H14', 'L14'], message: '“养护验收合格率”分值10、得分系数80%，得分应为8（分值 × 得分系数），填的是10。' }] },
    { shows: 'points by their coefficients, rounded, capped, and less than they give with the reason', form: { base: 'project', cells: { L12: '得分系数', L13: '120%', L14: '99.6%', L17: '90%', I17: 12, J17: '通行量未达预期，酌情扣分', I20: 97 } }, findings: [] },
    { shows: 'points from the quotient of which the coefficient shows two digits', form: { base: 'project', cells: { L12: '得分系数', F13: '≥2000公里', G13: '1826公里', L13: '0.91', I13: 18.26, J13: '汛期停工', F14: '全年2000场，每月不少于150场', G14: '实际开展1826场', L14: '91%', I14: 9.13, J14: '汛期停工', I20: 97.39 } }, findings: [] },
    { shows: 'how far the target was reached is no coefficient of the score', form: { base: 'project', cells: { L12: '完成系数', L16: '90%', G16: '72万元' } }, findings: [] },
    { shows: 'a score that is not what 扣分 leaves of the weight', form: { base: 'project', cells: { L12: '扣分', L13: 0, L14: 1, L15: 0, L16: 0, L17: 0, I14: 8, J14: '路肩压实度不够，返工后通过', I20: 98 } }, findings: [{ cells: ['I14', 'L14', 'H14'], message: '“养护验收合格率”分值10、扣分1，得分应为9，填的是8。' }] },
    { shows: 'a score that is not what a mark out of 100 makes of the weight', form: { base: 'project', cells: { I12: '加权得分', L12: '评分（百分制）', L13: 100, L14: 90, L15: 100, L16: 100, L17: 100, I14: 8, J14: '路肩压实度不够，返工后通过', I20: 98 } }, findings: [{ cells: ['I14', 'L14', 'H14'], message: '“养护验收合格率”按百分制评90分、权重10，折算得分应为9，填的是8。' }] },
    { shows: 'full marks for a deadline that was missed', form: { base: 'project', cells: { F15: '2022年9月底前', G15: '2022年11月' } }, findings: [{ cells: ['I15', 'G15', 'F15'], severity: 'verify', message: '“养护任务完成时间”指标值2022年9月底前、实际2022年11月，晚于时限，却得满分10，未见说明。' }] },
    { shows: 'full marks for what was done after the quarter, the half or the end of the year that was named', form: { base: 'project', cells: { F15: '2022年第三季度', G15: '2022年11月', D17: '沿线绿化完成时间', F17: '上半年', G17: '7月15日', D18: '管护协议签订时间', F18: '年底前', G18: '2023年2月' } }, findings: [
      { cells: ['I15', 'G15', 'F15'], severity: 'verify', message: '“养护任务完成时间”指标值2022年第三季度、实际2022年11月，晚于时限，却得满分10，未见说明。' },
      { cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线绿化完成时间”指标值上半年、实际7月15日，晚于时限，却得满分15，未见说明。' },
      { cells: ['I18', 'G18', 'F18'], severity: 'verify', message: '“管护协议签订时间”指标值年底前、实际2023年2月，晚于时限，却得满分15，未见说明。' },
    ] },
    { shows: 'full marks for what was not done by the deadline at all, is admitted, or went the other way', form: { base: 'project', cells: { G15: '尚未完工', D17: '概算控制', F17: '不超概算', G17: '超概算12万元', D18: '沿线事故率', F18: '下降', G18: '上升0.3个百分点', F19: '杜绝', G19: '发生1起' } }, findings: [
      { cells: ['I15', 'G15', 'F15'], severity: 'verify', message: '“养护任务完成时间”指标值2022年12月底前、实际尚未完工，没有达成，却得满分10，未见说明。' },
      { cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“概算控制”指标值不超概算、实际超概算12万元，没有达成，却得满分15，未见说明。' },
      { cells: ['I18', 'G18', 'F18'], severity: 'verify', message: '“沿线事故率”指标值下降、实际上升0.3个百分点，没有达成，却得满分15，未见说明。' },
      { cells: ['I19', 'G19', 'F19'], severity: 'verify', message: '“沿线群众满意度”指标值杜绝、实际发生1起，没有达成，却得满分10，未见说明。' },
    ] },
    { shows: 'nothing is admitted', form: { base: 'project', cells: { F17: '无重大舆情', G17: '重大舆情0起', F18: '不发生拖欠', G18: '无拖欠', F19: '无重大事故', G19: '0起' } }, findings: [] },
    { shows: 'within the quarter, before it, by the end of the year, or in words', form: { base: 'project', cells: { F15: '第三季度', G15: '9月20日', F17: '四季度', G17: '2022.8.15', F18: '年底前', G18: '12月31日', F19: '第一季度', G19: '按时完成' } }, findings: [] },
    { shows: 'full marks outside of a range', form: { base: 'project', cells: { F13: '40-50公里', G13: '58公里' } }, findings: [{ cells: ['I13', 'G13', 'F13'], severity: 'verify', message: '“养护道路里程”指标值40-50公里、实际58公里，不在指标值范围内，却得满分20，未见说明。' }] },
    { shows: 'full marks for some where none was to be', form: { base: 'project', cells: { F17: '零发生', G17: '2起' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值零发生、实际2起，没有达成，却得满分15，未见说明。' }] },
    { shows: 'one where 0 were to be, whatever they are', form: { base: 'project', cells: { D13: '重大动物疫情（起）', F13: 0, G13: 1, D14: '新增示范点', F14: '0个', G14: '2个' } }, findings: [{ cells: ['I13', 'G13', 'F13'], severity: 'verify', message: '“重大动物疫情（起）”指标值0、实际1，没有达成，却得满分20，未见说明。' }] },
    { shows: 'none where none was to be, in figures, words and per cent', form: { base: 'project', cells: { F13: '≤3件', G13: '未发生', F17: '零发生', G17: '0起', F18: '不发生', G18: '100%' } }, findings: [] },
    { shows: 'what was to be kept from happening, and did not happen', form: { base: 'project', cells: { F17: '零发生', G17: '未发生', F18: '杜绝事故发生', G18: '未发生' } }, findings: [] },
    { shows: 'full marks for what is said not to be reached', form: { base: 'project', cells: { G17: '未达成预期指标' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值明显改善、实际未达成预期指标，没有达成，却得满分15，未见说明。' }] },
    { shows: 'full marks for the contrary of the target', form: { base: 'project', cells: { F17: '不断改善', G17: '未改善', G18: '不健全' } }, findings: [
      { cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值不断改善、实际未改善，没有达成，却得满分15，未见说明。' },
      { cells: ['I18', 'G18', 'F18'], severity: 'verify', message: '“管护机制健全性”指标值健全、实际不健全，没有达成，却得满分15，未见说明。' },
    ] },
    { shows: 'full marks for a part', form: { base: 'project', cells: { G18: '部分达成预期指标并具有一定效果' } }, findings: [{ cells: ['I18', 'G18', 'F18'], severity: 'verify', message: '“管护机制健全性”指标值健全、实际部分达成预期指标并具有一定效果，没有达成，却得满分15，未见说明。' }] },
    { shows: 'full marks for a part of what was to be all', form: { base: 'project', cells: { F17: '全覆盖', G17: '92%', F18: '应保尽保', G18: '99.99%', F19: '应享尽享', G19: '100%' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值全覆盖、实际92%，没有达成，却得满分15，未见说明。' }] },
    { shows: 'full marks for a rise of what was to fall, and a fall of what was to rise', form: { base: 'project', cells: { D17: '沿线事故起数', F17: '同比下降', G17: '较上年增长5%', D18: '过往车次', F18: '稳步增长', G18: '同比减少了3%' } }, findings: [
      { cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线事故起数”指标值同比下降、实际较上年增长5%，没有达成，却得满分15，未见说明。' },
      { cells: ['I18', 'G18', 'F18'], severity: 'verify', message: '“过往车次”指标值稳步增长、实际同比减少了3%，没有达成，却得满分15，未见说明。' },
    ] },
    { shows: 'full marks for a fall where so much of a rise was to be', form: { base: 'project', cells: { D17: '通行量', F17: '较上年增长8%以上', G17: '较上年下降3%' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“通行量”指标值较上年增长8%以上、实际较上年下降3%，没有达成，却得满分15，未见说明。' }] },
    { shows: 'what fell was to fall, or something else of it rose', form: { base: 'project', cells: { F17: '只减不增', G17: '较上年增长-5%', F18: '零增长', G18: '增长0%', F19: '有所提升', G19: '投诉减少12%' } }, findings: [] },
    { shows: 'full marks for what was not to happen and did', form: { base: 'project', cells: { F17: '不发生', G17: '发生1起' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值不发生、实际发生1起，没有达成，却得满分15，未见说明。' }] },
    { shows: 'full marks for no change where one was to be', form: { base: 'project', cells: { F17: '整洁有序', G17: '未明显改善', F18: '无隐患', G18: '未健全' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线出行条件”指标值整洁有序、实际未明显改善，没有达成，却得满分15，未见说明。' }] },
    { shows: 'a rate of what was not to be', form: { base: 'project', cells: { D17: '沿线事故率', F17: 0, G17: '0.3%', D18: '增产率', F18: 0, G18: '3%' } }, findings: [{ cells: ['I17', 'G17', 'F17'], severity: 'verify', message: '“沿线事故率”指标值0、实际0.3%，没有达成，却得满分15，未见说明。' }] },
    { shows: 'what did not happen and was not to', form: { base: 'project', cells: { F17: '不发生重大事故', G17: '未发生重大事故' } }, findings: [] },
    { shows: 'a deadline that was missed, and why', form: { base: 'project', cells: { F15: '2022年9月底前', G15: '2022年11月', J15: '汛期停工两个月，已报批延期' } }, findings: [] },
    { shows: 'a growth that fell short, told in the same words', form: { base: 'project', cells: { D14: '通行量增长率', F14: '较上年增长5%', G14: '较上年增长4%' } }, findings: [{ cells: ['I14', 'G14', 'F14'], message: '“通行量增长率”指标值较上年增长5%、实际较上年增长4%，未达标，得分应为8（10 × 4 ÷ 5 = 8），填的是10。' }] },
    { shows: 'how the budget was managed, marked by steps', form: { base: 'project', cells: { B13: '预算管理', D13: '预算调整率', F13: '≤10%', G13: '21%', I13: 12, J13: '年中追加上级资金', I20: 92 } }, findings: [] },
    { shows: 'short by so little that rounding would give full marks', form: { base: 'project', cells: { F14: '100%', G14: '99.97%', I14: 9.99, I20: 99.99 } }, findings: [] },
    { shows: 'fewer points than the proportion, as a note takes them off', form: { base: 'project', cells: { G13: '45公里', I13: 15, J13: '汛期停工', I20: 95, A21: '注：未完成指标的，每低1%扣0.5分。' } }, findings: [] },
    { shows: 'no points below a line that a note draws', form: { base: 'project', cells: { G13: '20公里', I13: 0, J13: '汛期停工', I20: 80, A21: '注：按完成比例得分，完成率低于60%不得分。' } }, findings: [] },
    { shows: 'more than the proportion, where a note takes all or nothing of it, or speaks of other things', form: { base: 'project', cells: { G13: '20公里', I13: 19, J13: '汛期停工', I20: 99, A21: '注：按完成比例得分，完成率低于60%不得分；绩效目标不足三条的扣2分。' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50公里、实际20公里，未达标，得分应为8（20 × 20 ÷ 50 = 8），填的是19。' }] },
    { shows: 'full marks from a line on that a note draws below the target', form: { base: 'project', cells: { G13: '45公里', J13: '汛期停工', A21: '注：定量指标完成率达到90%以上得满分，其余按比例计分。' } }, findings: [] },
    { shows: 'full marks below such a line', form: { base: 'project', cells: { G13: '40公里', J13: '汛期停工', A21: '注：定量指标完成率达到90%以上得满分，其余按比例计分。' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50公里、实际40公里，未达标，得分应为16（20 × 40 ÷ 50 = 16），填的是20。' }] },
    { shows: 'full marks all the same', form: { base: 'project', cells: { G13: '45公里', A21: '注：未完成指标的，每低1%扣0.5分。' } }, findings: [{ cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，得分应为18（20 × 45 ÷ 50 = 18），填的是20。' }] },
    { shows: 'full marks by the standard of the line, from a line on below the target', form: { base: 'project', cells: { G13: '45公里', L12: '评分标准', L13: '完成率90%以上得满分，未达到的按比例得分', L19: '按比例得分' } }, findings: [] },
    { shows: 'full marks although the standard takes points in proportion, or from a line on that was not reached', form: { base: 'project', cells: { G13: '45公里', L12: '评分标准', L13: '完成得满分，未完成按比例扣分', G19: '81%', L19: '满意度≥90%得满分，未达到的按比例得分' } }, findings: [
      { cells: ['I13', 'G13', 'F13'], message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，得分应为18（20 × 45 ÷ 50 = 18），填的是20。' },
      { cells: ['I19', 'G19', 'F19'], message: '“沿线群众满意度”指标值≥90%、实际81%，未达标，得分应为9（10 × 81 ÷ 90 = 9），填的是10。' },
    ] },
    { shows: 'proportional points', form: { base: 'project', cells: { G13: '45公里', I13: 18, I20: 98 } }, findings: [] },
    { shows: 'the other rule in use for limits', form: { base: 'project', cells: { G16: '100万元', I16: 7.5, I20: 97.5 } }, findings: [] },
    { shows: 'a limit exceeded, the unit stricter than either rule and saying why', form: { base: 'project', cells: { G16: '100万元', I16: 5, J16: '应急抢修增加工程量', I20: 95 } }, findings: [] },
    { shows: 'targets met', form: { base: 'project' }, findings: [] },
    { shows: 'less is better although no sign says so', form: { base: 'project', cells: { D13: '公用经费控制率', F13: '100%', G13: '97%' } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    for (const item of scorecard.items) {
      const indicator = item.indicator === null ? null : table.indicators[item.indicator];
      if (!indicator) continue;
      if ((item.state === 'band' || item.state === 'unknown' && (someOfNone(indicator) || turnsRound(indicator) || neverDone(indicator))) && speaksForItself(table, item, indicator)) yield* fullMarks(item, indicator, rubric);
      const found = contradictsProduct(table, item, indicator, rubric) ?? contradictsResult(table, scorecard, item, indicator, rubric) ?? contradictsBeside(table, item, indicator);
      if (found) yield found;
    }
  },
});

/** What the score of a line is to be where it is reported as wrong; null where nothing is reported. */
export function rightScore(table: Table, scorecard: Scorecard, item: ScoreItem, rubric: Rubric): Decimal | null {
  const indicator = item.indicator === null ? null : table.indicators[item.indicator];
  if (!indicator) return null;
  return besideOf(table, item, indicator)?.expected ?? (contradictsResult(table, scorecard, item, indicator, rubric) ? computedScore(item, rubric) : null);
}

/** 扣分 beside the score, where that is not what it leaves of the weight, or a mark out of 100 that makes another. */
const besideOf = (table: Table, { claimed, claimedEntry }: ScoreItem, { row }: Indicator): Made | null => (claimed && claimedEntry ? (deductedScores(table).get(row) ?? markedScores(table).get(row) ?? null) : null);

function contradictsBeside(table: Table, item: ScoreItem, indicator: Indicator): RuleReport<Message> | null {
  const { claimedEntry, weight, name } = item;
  const made = besideOf(table, item, indicator);
  if (!made || !claimedEntry || !weight) return null;
  const expected = amount(made.expected);
  return {
    message: made.by,
    data: { name, weight: amount(weight), deducted: words(made.entry), expected, received: words(claimedEntry) },
    cells: cellsOf(claimedEntry, made.entry, indicator.weight),
    expected,
    received: words(claimedEntry),
    correction: proposal(numberEdit(claimedEntry, made.expected)),
  };
}

/** One score for several lines is a band whatever the first of them reached: only its own words can say that it failed. */
function speaksForItself(table: Table, { indicator: at }: ScoreItem, { target }: Indicator): boolean {
  return target.reading.kind === 'words' || at === null || !sharesScore(table, at);
}

/** Points that do not follow from how far a target was missed, or a limit exceeded. */
function contradictsResult(table: Table, scorecard: Scorecard, item: ScoreItem, indicator: Indicator, rubric: Rubric): RuleReport<Message> | null {
  const { state, claimed, claimedEntry } = item;
  if (!claimed || !claimedEntry || (state !== 'unmet' && state !== 'exceeded') || claimHolds(item, rubric)) return null;
  const off = takenOff(table).get(indicator.row);
  if (off && claimHolds({ ...item, claimed: claimed.plus(off) }, rubric)) return null;
  if (toldElsewhere(table, item, claimed, indicator) || state === 'unmet' && indicator.target.operator === null && !moreIsBetter(table, indicator)) return null;
  const computed = computedScore(item, rubric);
  if (!computed || isLeftToNote(table, item, claimed, computed) || choosesItself(item, claimed, computed, indicator) || mistypedWeight(table, scorecard, rubric)?.item === item) return null;
  return {
    message: state,
    data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), expected: amount(computed), derivation: item.derivation, received: words(claimedEntry) },
    cells: cellsOf(claimedEntry, indicator.actualEntry, indicator.targetEntry),
    expected: amount(computed),
    received: words(claimedEntry),
    basis: item.basis,
    // 18 of 200 for nine tenths, where the weights do not make the whole: right by the weight that it should have.
    ...(!claimed.eq(item.weight ?? ZERO) && isOfOtherWeight(table, item, rubric) ? { causes: weightCauses(table, item) } : {}),
    correction: madeBeside(table, indicator) ? undefined : proposal(numberEdit(claimedEntry, computed)),
  };
}

const notes = perTable(({ footnotes }: Table) => {
  const texts = footnotes.map(({ text }) => text);
  return { texts, taken: takenFromLines(texts) };
});

/** A note may take other points from an unmet target than the proportion does, or none: how many, only its author reckons. */
function isLeftToNote(table: Table, { weight }: ScoreItem, claimed: Decimal, computed: Decimal): boolean {
  const { texts, taken } = notes(table);
  if (weight?.gt(0) && claimed.eq(weight) && fullForLines(texts, computed.div(weight).times(100).toNumber())) return true;
  return taken === 'some' && weight !== null && claimed.lt(weight) || taken === 'all' && claimed.lt(computed);
}

/** What tells that the weights are not as they should be. */
function weightCauses({ groups, total, indicatorHeaders }: Table, { indicator: at }: ScoreItem): readonly Cause[] {
  const own = present(groups, ({ declaredAt, indicators }) => (declaredAt && at !== null && indicators.includes(at) ? { rule: 'group-weight', cell: declaredAt.cell } : null));
  const whole = total?.place === 'row' ? (total.weight ?? total.label) : indicatorHeaders.weight;
  return [...own, ...(whole ? [{ rule: 'weight-total', cell: whole.cell }] : [])];
}

/** 得分系数 100% or 扣分 0 beside it makes the score: with another score alone, the two would contradict each other. */
function madeBeside(table: Table, indicator: Indicator): boolean {
  return scoredByCoefficient(table) && coefficientScore(indicator) !== null || rowsDeducted(table).has(indicator.row);
}

function scoredByCoefficient({ indicatorHeaders }: Table): boolean {
  return /^[得评]分系数/.test(compact(indicatorHeaders.coefficient?.text ?? ''));
}

/** A score above its weight is reported as such; an answer in another unit is not compared. */
function toldElsewhere(table: Table, { weight }: ScoreItem, claimed: Decimal, indicator: Indicator): boolean {
  return weight !== null && claimed.gt(weight) || claimed.lt(0) || answerOf(table, indicator) !== 'sound';
}

/** Fewer points by a rule of the unit's own. */
function choosesItself({ state, weight, alternative }: ScoreItem, claimed: Decimal, computed: Decimal, { aspect, reason }: Indicator): boolean {
  // 预算调整率 21 % of ≤10 %: how the budget was managed is marked by steps, 4 of 7 may be one of them.
  if (/^(?:management|decision)$/.test(aspect) && weight && claimed.lt(weight)) return true;
  // How much a limit exceeded costs is not settled: more than either rule takes off, with the reason given, is the unit's own judgement.
  return state === 'exceeded' && claimed.lt(Decimal.min(computed, alternative ?? computed)) && isExplanation(reason);
}

/** 指标得分 = 指标权重 × 得分系数, where the form has such a column: less than that needs a reason, more than that none can give. */
function contradictsProduct(table: Table, { claimed, claimedEntry, weight, basis, name }: ScoreItem, indicator: Indicator, rubric: Rubric): RuleReport<Message> | null {
  const product = coefficientScore(indicator);
  if (!product || !claimed || !claimedEntry || !weight || !scoredByCoefficient(table)) return null;
  const expected = Decimal.min(product, weight);
  if (claimed.gt(weight) || claimed.lt(0) || scoreAgrees(claimed, claimedEntry.quantity?.decimals ?? 0, expected, rubric) || near(claimed, expected, coefficientSlack(indicator))) return null;
  if (claimed.lt(expected) && isExplanation(indicator.reason)) return null;
  const due = expected.toDecimalPlaces(keptDigits(rubric));
  return {
    message: 'coefficient',
    data: { name, weight: amount(weight), coefficient: words(indicator.coefficient), expected: amount(due), received: words(claimedEntry) },
    cells: cellsOf(claimedEntry, indicator.weight, indicator.coefficient),
    expected: amount(due),
    received: words(claimedEntry),
    basis,
    correction: proposal(numberEdit(claimedEntry, due)),
  };
}

/** Full marks for a date after the deadline, a figure outside of the range or words that say no: how much that costs is the marker's choice, but not nothing without a word. */
function* fullMarks({ claimed, claimedEntry, weight, basis }: ScoreItem, indicator: Indicator, rubric: Rubric): Iterable<RuleReport<Message>> {
  if (!claimedEntry || !claimed || !weight?.gt(0) || !claimed.eq(weight) || indicator.method?.filled) return;
  const message = contradiction(indicator);
  const reached = message === 'words' ? shareOfAll(indicator) : null;
  if (reached && scoreAgrees(claimed, claimedEntry.quantity?.decimals ?? 0, weight.times(reached).div(HUNDRED), rubric)) return;
  // What stands below the table explains why points are missing, not why none are.
  if (message === null || isExplanation(indicator.reason)) return;
  yield {
    message,
    severity: 'verify',
    data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), received: words(claimedEntry) },
    cells: cellsOf(claimedEntry, indicator.actualEntry, indicator.targetEntry),
    expected: null,
    received: words(claimedEntry),
    basis,
    // The year of either date may be the slip: with the right one nothing is late.
    causes: message === 'late' ? cellsOf(indicator.actualEntry, indicator.targetEntry).map((cell) => ({ rule: 'date-out-of-year', cell })) : [],
  };
}
