// 6座，每座64万元，计384万元: a count, what each of it costs or takes, and the two multiplied; 场均, 日均, 人均 the other way round.
import type { Decimal } from '../../model/decimal';
import { decimal, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { about, bare, inUnitOf, percentText, written } from '../showing';
import { AVERAGE, DAILY, EACH, isEach, sameUnit, stemOf, type Tie } from './each-words';
import { addedProducts } from './added-products';
import { farAverages } from './far-averages';
import { means } from './mean';
import { portions } from './portion';
import { exchangeExplains, slipExplains } from './slip';
import { unitBehind, unitPrices } from './unit-prices';

type Message = 'product' | 'average';

const MONTHLY = /每月|月均|\/月|[人户]均月|月(?:补贴|补助|工资|报酬)/;
/** Money that went to what is counted. */
const PAID_FOR = /兑付|发放|补贴|补助|奖励|资助|罚款|支付|拨付|支出|投入/;
/** People come and go within the year: their number alone gives no total. */
const PEOPLE = /^[人名位户]$/;
const BY_TIME = /[年月日天]/;
/** 600元/月, 1200元/人·年 */
const PER_MONTH = /^\/(?:[人户名]?[·.]?)月/;
const PER_TIME = /^\/(?:[人户名]?[·.]?)[年月日天]/;
/** 共, 计, 合计: the product is said beside its factors. */
const CLOSES = /^[、和]*(?:全年)?(?:共需|[计共]|共计|合计|总计|总额|累计|需|总投资|投入|补助|发放|支出|补贴)[\u4e00-\u9fa5]{0,8}$/;
const DAYS = [365, 366];
/** Digits of a figure that may be mistyped where the words do not bind the three: shorter ones fit many quotients. */
const LEAST_DIGITS = 3;
const LEAST_OF_AVERAGE = 4;
/** A whole average of fewer hides so little that two digits exchanged in the total come near it by chance. */
const LEAST_COUNT = 500;
/** Figures of one sentence further away than these are not meant together. */
const NEAR_FACTS = 6;
/** Of an average: what its own last digit may hide, against its value. */
const FINE = decimal('0.002');


export const reportProduct = defineReportRule<Message>({
  id: 'report-product',
  title: '报告数量单价',
  severity: 'verify',
  why: '数量乘单价得不出总额，说明三个数里有一个写错。',
  basis: TEXT_BASIS,
  messages: {
    product: '按{count}、{each}计算应为{expected}（{calculation}），写的是{received}。',
    average: '{what}应为{expected}（{calculation}），写的是{received}。',
  },
  examples: [
    { shows: 'a total that is not count times price', text: '危桥改造21座，平均每座68万元，计1482万元。', findings: [{ quote: '1482万元', message: '按21座、每座68万元计算应为1428万元（21 × 68 = 1428），写的是1482万元。' }] },
    { shows: 'a standard a month through the year', text: '服务对象3200人，补助标准每人每月120元，全年共需资金468.0万元。', findings: [{ quote: '468.0万元', message: '按3200人、每人每月120元计算应为460.8万元（3200 × 120 × 12 = 4608000元），写的是468.0万元。' }] },
    { shows: 'an average of the year', text: '全年接处警36582起，日均102.0起。', findings: [{ quote: '102.0起', message: '日均应为100.2起（36582 ÷ 365 = 100.2），写的是102.0起。' }] },
    { shows: 'a price with its unit behind a stroke', text: '任务1829户，按1000元/户的标准，市级配套资金128.9万元。危改任务1829户，市级配套资金182.9万元（1000元/户），区级配套资金247.35万元（1500元/户）。', findings: [{ quote: '128.9万元', message: '按1829户、1000元/户计算应为182.9万元（1829 × 1000 = 1829000元），写的是128.9万元。' }, { quote: '247.35万元', message: '按1829户、1500元/户计算应为274.35万元（1829 × 1500 = 2743500元），写的是247.35万元。' }] },
    { shows: 'a standard of which another is told, and one that goes up to', text: '任务1829户，按2500元/户的标准，市级配套资金182.9万元（1000元/户），区级配套资金274.35万元（1500元/户）。资助学生126人，最高5000元/人，发放资金60.3万元。', findings: [] },
    { shows: 'a standard of some of them', text: '为1200名老人发放高龄津贴84万元，其中80-89岁1000人，每人每月50元，90岁以上200人，每人每月100元。', findings: [] },
    { shows: 'an average of a whole before its parts', text: '新改建公厕36座，其中新建20座，改建16座，总投资720万元，平均每座20万元。', findings: [] },
    { shows: 'another thing’s count', text: '保管费每吨100元，应拨12000万元；轮换40万吨，每吨200元，应拨8000万元；利息补贴4600万元。', findings: [] },
    { shows: 'what each costs, which holds', text: '更换路灯1200盏，单价850元，投入资金102万元。', findings: [] },
    { shows: 'some were there for a part of the year only', text: '公益岗位60个，每人每年1.2万元，共支出68.5万元。', findings: [] },
    { shows: 'two products in one sentence', text: '送戏126场，每场5000元，共计630000元；放映电影1512场，每场200元，共计304200元。', findings: [{ quote: '304200元', message: '按1512场、每场200元计算应为302400元（1512 × 200 = 302400），写的是304200元。' }] },
    { shows: 'so much of another amount', text: '政策性亏损4285万元。按亏损额的70%予以补贴，应补贴9299.5万元。', findings: [{ quote: '9299.5万元', message: '应补贴应为2999.5万元（4285 × 70% = 2999.5），写的是9299.5万元。' }] },
    { shows: 'the mean of two satisfactions', text: '渡工满意度94%，乘客满意度91%，综合满意度95.2%。渡工满意度94%，乘客满意度91%，综合满意度91.8%。', findings: [{ quote: '95.2%', message: '综合满意度应为92.5%（(94 + 91) ÷ 2 = 92.5%），写的是95.2%。' }] },
    { shows: 'an average behind its total', text: '资助学生5526人次，补助金额386.80万元，平均每人次700元。资助5526人次，补助金额386.80万元，平均每人次770元。', findings: [{ quote: '770元', message: '平均每人次应为700元（386.8 ÷ 5526 = 700），写的是770元。' }] },
    { shows: 'the mean of two rates', text: '游客满意度为94.2%，商户满意度为91.8%，二者平均为95%。', findings: [{ quote: '95%', message: '二者平均应为93%（(94.2 + 91.8) ÷ 2 = 93%），写的是95%。' }] },
    { shows: 'what was paid stands above', text: '全年支付运行补贴1985.46万元。\n审核通过14706户，户均补贴1530.10元。', findings: [{ quote: '1530.10元', message: '户均补贴应为1350.1元（1985.46 ÷ 14706 = 1350.1），写的是1530.10元。' }] },
    { shows: 'what is counted stands above', text: '计划更新渡船54艘。\n每艘补助40万元，共2610万元。', findings: [{ quote: '2610万元', message: '按54艘、每艘补助40万元计算应为2160万元（54 × 40 = 2160），写的是2610万元。' }] },
    { shows: 'a whole average hides a slip of its total', text: '为1945名老人购买服务，全年服务46860人次，人均24次。', findings: [{ quote: '46860人次', message: '按1945名、人均24次计算应为46680人次（1945 × 24 = 46680），写的是46860人次。' }] },
    { shows: 'days of the year', text: '全年接待观众18.62万人次，其中未成年人5.21万人次。全年开放312天，日均接待957人次。', findings: [{ quote: '957人次', message: '日均接待应为597人次（18.62 ÷ 312 = 597），写的是957人次。' }] },
    { shows: 'two standards and one total', text: '一档146人，每人每年2500元；二档292人，每人每年1500元，发放资金80.30万元。', findings: [] },
    { shows: 'another amount above', text: '全年下达资金2105.2万元。\n审核通过14706户，户均补贴1350.10元。', findings: [] },
    { shows: 'an average of other things', text: '举办培训12期，培训860人，人均经费450元，支出56万元。', findings: [] },
  ],
  *check(reading) {
    for (const facts of reading.sentences) {
      for (const { mean, of, expected, holds: fitting } of means(facts)) yield fitting ? holds([mean, ...of]) : offMean(reading, mean, of, expected);
      for (const { rate, whole, amount, expected, holds: fitting } of portions(reading, facts)) yield fitting ? holds([amount, whole, rate]) : offPortion(reading, amount, whole, rate, expected);
      for (const { tie, holds: fitting } of unitPrices(facts)) yield fitting ? holds(factsOf(tie)) : differs(reading, tie, false);
      for (const each of facts) {
        if ((each.kind !== 'amount' && each.kind !== 'count') || each.token.partial || each.token.approximate || each.value.lte(0)) continue;
        if (!isEach(each)) continue;
        const outcomes = [...judge(reading, facts, each)];
        yield* outcomes;
        if (outcomes.length > 0) continue;
        for (const { tie, holds: fitting } of farAverages(reading, facts, each)) yield fitting ? holds(factsOf(tie)) : differs(reading, tie);
      }
    }
  },
});

/** 受益学生18650人。补助标准每生每天5元，…: who is counted may stand in the sentence before. */
function countedBefore(reading: Reading, facts: readonly Fact[], each: Fact): readonly Fact[] {
  const one = EACH.exec(each.lead)?.[1];
  if (one === undefined || facts.some((fact) => fact.kind === 'count' && sameUnit(fact.unit, one))) return facts;
  const before = reading.index.around(each.line, 0).filter((fact) => fact.sentence === each.sentence - 1 && fact.kind === 'count' && sameUnit(fact.unit, one)).at(-1);
  return before ? [before, ...facts] : facts;
}

function* judge(reading: Reading, facts: readonly Fact[], each: Fact): Iterable<Outcome<Message>> {
  const together = addedProducts(facts, each);
  if (together) return void (together.holds && (yield holds(together.facts)));
  const ties = tiesOf(countedBefore(reading, facts, each), each).filter((tie) => !isOfOther(facts, tie));
  // 1945名，服务46860人次，人均24次: it comes near only because the average is whole.
  const whole = ties.find((tie) => isWholeAverage(reading, tie) && !ties.some((other) => product(other, valuesOf(other)).eq(other.total.value)) && exchangeExplains(tie.total, (value) => product(tie, valuesOf(tie)).eq(value)));
  if (whole) return void (yield differs(reading, whole, false));
  const exact = ties.find((tie) => fitsExactly(tie, valuesOf(tie)));
  // A price is seldom rounded: where the words bind the three, a slip is told before its last digit is.
  const bound = exact ? undefined : ties.find((tie) => isBound(tie) && !isMultiple(tie) && slips(tie));
  if (bound) return void (yield differs(reading, bound));
  // 2.1万人，人均消费1850元，消费3858万元: it comes near only because the count is so round.
  const turned = exact ? undefined : ties.find((tie) => tie.times === 1 && tie.count !== null && isBeside(reading, tie) && isTogether(tie) && exchangeExplains(tie.total, (value) => digitsOf(tie.total) >= LEAST_OF_AVERAGE && product(tie, valuesOf(tie)).eq(value)));
  if (turned) return void (yield differs(reading, turned));
  const fitting = exact ?? ties.find((tie) => fits(tie, valuesOf(tie)));
  if (fitting) return void (yield holds(factsOf(fitting)));
  // Another number of months or days than is told may stand behind it.
  const shared = ties.find((one) => isShared(facts, one));
  if (shared) return void (yield differs(reading, shared));
  const before = totalBefore(reading, facts, each).find((one) => exchangeExplains(each, (value) => product(one, [...valuesOf(one).slice(0, -1), value]).eq(one.total.value)));
  if (before) return void (yield differs(reading, before));
  const tie = ties.find((one) => isTogether(one) && !isMultiple(one) && (isBeside(reading, one) && digitsOf(one.each) >= (digitsOf(one.total) > LEAST_DIGITS ? LEAST_DIGITS - 1 : LEAST_DIGITS) && exchangeExplains(one.each, (value) => product(one, [...valuesOf(one).slice(0, -1), value]).eq(one.total.value)) || isBeside(reading, one) && exchangedCount(one) || isSaid(one) && slips(one) || isBeside(reading, one) && slipsToProduct(one)));
  if (tie) yield differs(reading, tie);
}

/** 每户1500元，其中省级1000元、县级500元，省级补助326万元: the total is that of another price in the sentence. */
function isOfOther(facts: readonly Fact[], { count, each, total, times }: Tie): boolean {
  // 为1200名发放72万元，其中…1000人，每人每月50元: the total is that of all of them.
  if (count !== null && count.parent !== null && total.parent === null && total.index < count.index) return true;
  // 水罐车单价150万元，举高车单价428万元，车辆购置合计728万元
  const prices = /合计|共计|总计/.test(total.lead) ? facts.filter((fact) => fact.kind === 'amount' && fact.index < total.index).slice(-2) : [];
  if (prices.length === 2 && prices.every(isEach)) return true;
  // 标准分别为每户4万元、1.5万元和2万元，共补助1194万元
  if (facts.some(({ index, role, lead }) => index === each.index + 1 && role === 'each' && /^[、和及与]$/.test(lead))) return true;
  return count !== null && facts.some((fact) => fact.kind === each.kind && fact !== each && fact !== total && fact.value.gt(0) && fact.value.lt(each.value) && fact.index > each.index && fact.index < total.index && fact.value.times(count.value).times(times).eq(total.value));
}

/** Count, average and total that may be meant together, the nearest first. */
function tiesOf(facts: readonly Fact[], each: Fact): readonly Tie[] {
  const near = facts.filter((fact) => fact !== each && Math.abs(fact.index - each.index) <= NEAR_FACTS && isSolid(fact) && !fact.aside && fact.value.gt(0));
  const everyDay = EACH.test(each.lead) && /每[天日]/.test(each.lead);
  const daily = !everyDay && DAILY.test(each.lead);
  const totals = nearest(near.filter((fact) => fact.kind === each.kind && (fact.kind === 'amount' || sameUnit(fact.unit, each.unit)) && !isEach(fact) && fact.role !== 'up' && fact.role !== 'down' && fact.value.gt(each.value)), each, 3);
  // 开放330天 is what a daily average is taken over; else the year is.
  const open = near.find(({ unit, kind }) => kind === 'count' && unit === '天');
  if (daily) return totals.filter((fact) => fact.index < each.index).slice(0, 1).flatMap((total): readonly Tie[] => (open ? [{ count: open, each, total, times: 1 }] : DAYS.map((times) => ({ count: null, each, total, times }))));
  const one = stemOf(each);
  const able = near.filter((fact) => fact.kind === 'count' && !isEach(fact) && fact.role !== 'up' && fact.role !== 'down' && (one === undefined ? fact.index < each.index : sameUnit(fact.unit, one) || fact.tail.startsWith(one) || each.lead.includes(`每${fact.unit}`)) && fact.unit !== each.unit);
  // 36座，其中新建20座，改建16座，平均每座20万元: of the whole that the nearest are parts of.
  const beside = nearest(able, each, 2);
  const counts = [...beside, ...able.filter((fact) => !beside.includes(fact) && (/均/.test(each.lead) && beside.some(({ parent }) => parent === fact.index) || totals.some((total) => total !== fact && fact.value.times(each.value).eq(total.value))))];
  const stated = months(near);
  const days = open ? [Number(open.value.toString())] : [];
  const times = everyDay ? days : MONTHLY.test(each.lead) || PER_MONTH.test(each.tail) ? [stated ?? 12] : [1];
  return totals.flatMap((total) => counts.filter((count) => count !== total).flatMap((count) => times.map((by) => ({ count, each, total, times: by }))));
}

const nearest = (facts: readonly Fact[], to: Fact, most: number): readonly Fact[] => [...facts].sort((a, b) => Math.abs(a.index - to.index) - Math.abs(b.index - to.index)).slice(0, most);

/** 测算12个月 */
function months(facts: readonly Fact[]): number | null {
  const said = facts.find((fact) => fact.unit === '个' && fact.tail.startsWith('月') && fact.decimals === 0);
  return said ? Number(said.value.toString()) : null;
}

const factsOf = ({ count, each, total }: Tie): readonly Fact[] => (count ? [total, count, each] : [total, each]);
const valuesOf = (tie: Tie): readonly Decimal[] => factsOf(tie).map(({ value }) => value);
/** 平均每人次700元 behind its total is worked out of it; 平均每座68万元 before it may be a price. */
const isAverage = ({ each, total }: Tie): boolean => (!EACH.test(each.lead) || /平均每|成本$/.test(each.lead) && total.index < each.index) && !/单价|标准/.test(each.lead);

function product(tie: Tie, values: readonly Decimal[]): Decimal {
  return values.slice(1).reduce((all, value) => all.times(value), decimal(tie.times));
}

/** As the figures were rounded: an average by its last digit, a total by its own. */
function fits(tie: Tie, values: readonly Decimal[]): boolean {
  const [total, ...others] = values;
  const each = others.at(-1);
  if (!total || !each || each.isZero()) return false;
  const made = product(tie, values);
  const relative = (isAverage(tie) ? resultSlack(tie.each) : slack(tie.each)).div(each).plus(tie.count ? slack(tie.count).div(tie.count.value) : 0);
  return near(made, total, resultSlack(tie.total).plus(made.times(relative)));
}

/** The same as the writer calculated it: a product of the figures as they stand, a quotient rounded once. */
function fitsExactly(tie: Tie, values: readonly Decimal[]): boolean {
  const [total, ...others] = values;
  const each = others.at(-1);
  if (!total || !each || each.isZero()) return false;
  if (!isAverage(tie)) return near(product(tie, values), total, resultSlack(tie.total));
  const by = product(tie, values).div(each);
  return !by.isZero() && near(total.div(by), each, resultSlack(tie.each));
}

/** 每人每年1.2万元 for nine months, 每人每天 for 250 days. */
function isMultiple(tie: Tie): boolean {
  const quotient = tie.total.value.div(product(tie, valuesOf(tie)));
  return quotient.gte('1.5') && near(quotient, quotient.toDecimalPlaces(0), decimal('0.001'));
}

/** The three stand one after another and the words tie them, or they are fine enough to be told from chance. */
function isSaid(tie: Tie): boolean {
  return isBound(tie) || !isAverage(tie) || resultSlack(tie.each).div(tie.each.value).lte(FINE);
}

/** 186.5公里，每公里补助32万元，计5968万元 */
function isBound({ count, each, total }: Tie): boolean {
  return count !== null && (EACH.test(each.lead) ? !/[年月日天季次]/.test(each.lead.slice(each.lead.indexOf('每'))) : /单价[为是]?$/.test(each.lead) && !/平均/.test(each.lead)) && each.index === count.index + 1 && total.index === each.index + 1 && total.segment === each.segment && CLOSES.test(total.lead);
}


/** Price and total stand in one part of the sentence, the count there or before. */
const isTogether = ({ count, each, total }: Tie): boolean => total.segment === each.segment && (count === null || count.segment <= each.segment);

/** 1560万元，用于260名人员，人均6万元: a round average is told from chance only where the product is exact and the figures stand together. */
function isBeside(reading: Reading, tie: Tie): boolean {
  const places = factsOf(tie).map(({ index }) => index);
  const between = reading.facts.slice(Math.min(...places), Math.max(...places) + 1).filter(({ kind }) => kind !== 'rate');
  return between.length === places.length;
}

/** 1945名，服务46680人次，人均24次 */
function isWholeAverage(reading: Reading, tie: Tie): boolean {
  return tie.count !== null && tie.times === 1 && isAverage(tie) && tie.each.decimals === 0 && tie.each.kind === 'count' && tie.count.value.gte(LEAST_COUNT) && digitsOf(tie.total) >= LEAST_OF_AVERAGE && isBeside(reading, tie) && isTogether(tie);
}

/** 757.55万元，处置8.34万吨，单价197.2元 for 3.84万吨 */
function exchangedCount({ count, each, total, times }: Tie): boolean {
  return count !== null && times === 1 && digitsOf(count) >= LEAST_DIGITS && exchangeExplains(count, (value) => near(total.value.div(each.value), value, resultSlack(count)));
}

/** People come and go within a year; one digit explains nothing unless the total is long. */
function leastOf({ count, each, total }: Tie): number {
  if (PEOPLE.test(count?.unit ?? '') && (BY_TIME.test(each.lead) || PER_TIME.test(each.tail))) return LEAST_OF_AVERAGE;
  return count !== null && digitsOf(total) >= LEAST_OF_AVERAGE ? 1 : 2;
}

function slipsToProduct(tie: Tie): boolean {
  return slipExplains(factsOf(tie), (values) => values[0] !== undefined && product(tie, values).eq(values[0]), leastOf(tie));
}

function slips(tie: Tie): boolean {
  if (isBound(tie)) return slipExplains(factsOf(tie), (values) => fitsExactly(tie, values), 1);
  // 人均消费503元 for 530: short, but its digits only exchanged.
  if (isAverage(tie) && exchangeExplains(tie.each, (value) => fitsExactly(tie, [...valuesOf(tie).slice(0, -1), value]))) return true;
  if (isWorkedOut(tie)) return slipExplains([tie.each], ([value]) => value !== undefined && fitsExactly(tie, [...valuesOf(tie).slice(0, -1), value]), 2);
  return slipExplains(factsOf(tie), (values) => (isAverage(tie) ? fitsExactly(tie, values) : values[0] !== undefined && product(tie, values).eq(values[0])), isAverage(tie) ? LEAST_OF_AVERAGE : LEAST_DIGITS);
}

function offPortion(reading: Reading, amount: Fact, whole: Fact, rate: Fact, value: Decimal): Outcome<Message> {
  const [expected, received] = [inUnitOf(amount, value), written(reading, amount)];
  const calculation = `${bare(amount, whole.value)} × ${written(reading, rate)} = ${bare(amount, value)}`;
  return { facts: [amount, whole, rate], cells: [], fault: { message: 'average', data: { what: about(amount), expected, received, calculation }, places: [amount, whole, rate], expected, received, calculation } };
}

function offMean(reading: Reading, mean: Fact, of: readonly Fact[], value: Decimal): Outcome<Message> {
  const [shown, received] = [mean.kind === 'rate' ? percentText(value) : inUnitOf(mean, value), written(reading, mean)];
  const calculation = `(${of.map((fact) => bare(mean, fact.value)).join(' + ')}) ÷ ${String(of.length)} = ${shown}`;
  return { facts: [mean, ...of], cells: [], fault: { message: 'average', data: { what: about(mean), expected: shown, received, calculation }, places: [mean, ...of], expected: shown, received, calculation } };
}

/** 总投资22500万元。建设任务15万亩，…，亩均投资1500元: the total stands in the sentence before, where this one has no other amount. */
function totalBefore(reading: Reading, facts: readonly Fact[], each: Fact): readonly Tie[] {
  if (each.kind !== 'amount' || digitsOf(each) < LEAST_DIGITS || facts.some((fact) => fact !== each && fact.kind === 'amount')) return [];
  const totals = reading.index.around(each.line, 0).filter((fact) => fact.sentence === each.sentence - 1 && fact.kind === 'amount' && fact.parent === null && fact.role === 'level' && isSolid(fact) && !fact.aside);
  return totals.length === 1 ? tiesOf([...totals.map((fact) => ({ ...fact })), ...facts], each) : [];
}

/** 报废826台，其中…，兑付645.2万元，平均每台7811元: one count of the name, one amount, and the average of it. */
function isShared(facts: readonly Fact[], { count, each, total, times }: Tie): boolean {
  const one = EACH.exec(each.lead)?.[1] ?? AVERAGE.exec(each.lead)?.[1];
  if (count === null || one === undefined || times !== 1 || !/平均每|均/.test(each.lead) || /[年月日天]|标准|单价|最[高低]/.test(each.lead) || each.kind !== 'amount' || total.index !== each.index - 1 || !sameUnit(count.unit, one) || count.parent !== null || count.sentence !== each.sentence) return false;
  const others = facts.filter((fact) => fact !== each && fact !== total && fact !== count && fact.parent === null && (fact.kind === 'amount' || fact.kind === 'count' && sameUnit(fact.unit, one)));
  const ratio = total.value.div(product({ count, each, total, times }, valuesOf({ count, each, total, times })));
  return others.length === 0 && ratio.gt('0.5') && ratio.lt(2) && (PAID_FOR.test(total.lead) || /^、?$/.test(total.lead));
}

/** 资助5526人次，补助金额386.8万元，平均每人次700元: the average stands just behind the two and is named after what is counted. */
function isWorkedOut({ count, each, total, times }: Tie): boolean {
  if (count === null || times !== 1 || !isAverage({ count, each, total, times }) || /[年月日天]/.test(each.lead)) return false;
  const one = EACH.exec(each.lead)?.[1] ?? AVERAGE.exec(each.lead)?.[1];
  return one !== undefined && sameUnit(count.unit, one) && Math.max(count.index, total.index) === each.index - 1 && Math.abs(count.index - total.index) === 1 && each.clause - Math.min(count.clause, total.clause) <= 2;
}

function differs(reading: Reading, tie: Tie, average = isAverage(tie)): Outcome<Message> {
  const { count, each, total, times } = tie;
  const facts = factsOf(tie);
  if (average) {
    const by = count ? bare(count, count.value) : String(times);
    const expected = inUnitOf(each, total.value.div(count?.value ?? times).toDecimalPlaces(each.decimals).gt(0) ? total.value.div(count?.value ?? times).div(each.scale).toDecimalPlaces(each.decimals).times(each.scale) : total.value);
    const received = written(reading, each);
    const calculation = `${bare(total, total.value)} ÷ ${by} = ${expected.replace(/[^\d.,]+$/, '')}`;
    return { facts, cells: [], fault: { message: 'average', data: { what: about(each), expected, received, calculation }, places: [each, total, ...(count ? [count] : [])], expected, received, calculation } };
  }
  const made = product(tie, valuesOf(tie));
  const expected = inUnitOf(total, made);
  const received = written(reading, total);
  const shown = each.scale === total.scale ? bare(total, made) : `${bare({ ...each, scale: 1 }, made)}元`;
  const terms = [...(count ? [bare({ ...count, scale: 1 }, count.value)] : []), bare({ ...each, scale: each.scale === total.scale ? each.scale : 1 }, each.value), ...(times === 1 ? [] : [String(times)])];
  const calculation = `${terms.join(' × ')} = ${shown}`;
  const unit = EACH.test(each.lead) ? null : unitBehind(each);
  const price = unit === null ? `${EACH.exec(each.lead) ? each.lead.slice(each.lead.indexOf('每')) : about(each)}${written(reading, each)}` : `${written(reading, each)}/${unit}`;
  return { facts, cells: [], fault: { message: 'product', data: { count: count ? written(reading, count) : '', each: price, expected, received, calculation }, places: facts, expected, received, calculation } };
}
