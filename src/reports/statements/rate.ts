// 率 = 甲 ÷ 乙: rates of execution and of arrival must follow from the amounts beside them; some rates cannot be above 100.
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { bare, percentText, written } from '../showing';
import type { Measure } from '../subjects';
import { PERIOD } from '../subjects';
import { itemOf } from '../items';
import { adjustmentRates } from './adjustment-rate';
import { countRates, type CountRate } from './count-rate';
import { withExchanged } from './exchanged';
import { formulas } from './formula';
import { ofHeading } from './heading-rate';
import { inOrder, rows } from './in-order';
import { isOpenTotal, isSumOfBoth } from './open-total';
import { ofPart, ownRate } from './part-rate';
import { FAR_FACTS, fits, isSpendingRate, ofAllTogether, SPENDING_RATE, type Quotient } from './quotient';
import { ratesBeside } from './rate-beside';
import { satisfactionRates } from './satisfaction';
import { slipExplains } from './slip';

type Message = 'quotient' | 'above';

/** 实际发放48.13亿元，发放率98.99%: of money, where money stands just before. */
const GIVEN_RATE = /^(?:资金)?发放(?:率|进度)(?:为|是|达到?)?$/;
/** 完成预算的82%, 占年初预算的98.65%. */
const OF_BUDGET = /(?:完成|占|为|达到|相当于)(?:了)?(?:年初|年度|全年|调整后?|本年)?预算(?:数|总额|安排|资金)?的?(?:比例|比重)?(?:为|约)?$/;
const ARRIVAL_RATE = /到位(?:率|比例)[^，。；]{0,6}$/;
const AT_MOST_100 = /(?:执行率|支出率|到位率|满意度|满意率|管理率|接种率|处置率|处理率|签约率|建档率|整改率|破案率|结案率|使用率|发放率|合格率|及格率|优良率|准确率|覆盖率|及时率|公开率|知晓率|普及率|出勤率|入学率|办结率)[^，。；]{0,6}$/;
const BUDGETS: readonly Measure[] = ['final-budget', 'budget', 'received', 'original-budget', 'income'];
const ARRIVALS: readonly Measure[] = ['budget', 'final-budget', 'original-budget'];
/** 比2022年的7684.2万元多: last year's figure is no budget of this one. */
const ONLY_COMPARED = /^(?:相?比|较|与|同)(?:上年|去年|20\d{2}年)/;
/** Lines before that may give the amounts. */
const LINES_BACK = 3;
const NEAR_FACTS = 60;

export const reportRate = defineReportRule<Message>({
  id: 'report-rate',
  title: '报告比率',
  severity: 'verify',
  why: '执行率、到位率是评价的硬指标，算不出来就要退回。',
  basis: TEXT_BASIS,
  messages: {
    quotient: '{name}应为{expected}（{calculation}），写的是{received}。',
    above: '{name}写的是{received}，不应超过100%。',
  },
  examples: [
    { shows: 'a rate that does not follow', text: '2022年预算资金43万元，实际支出28万元，支出率为100%。', findings: [{ quote: '100%', message: '支出率应为65.12%（28 ÷ 43），写的是100%。' }] },
    { shows: 'a rate of two counts', text: '发放问卷200份，收回196份，回收率95%。排查隐患3526条，整改3498条，整改率99.21%。', findings: [{ quote: '95%', message: '回收率应为98%（196 ÷ 200），写的是95%。' }] },
    { shows: 'the budget in a bracket', text: '省级资金支出238.05万元（预算250万元，执行率92.55%）。', findings: [{ quote: '92.55%', message: '执行率应为95.22%（238.05 ÷ 250），写的是92.55%。' }] },
    { shows: 'rates in a row', text: '大修5968万元、改造1428万元、安防1244万元。已拨付大修5670.4万元、改造1285.2万元、安防1166万元，拨付率分别为95.01%、90%、97.73%。', findings: [{ quote: '97.73%', message: '安防应为93.73%（1166 ÷ 1244），写的是97.73%。' }] },
    { shows: 'what was done of a target', text: '接收进馆档案6200卷，目标值6000卷，完成目标的130.33%。', findings: [{ quote: '130.33%', message: '完成目标应为103.33%（6200 ÷ 6000），写的是130.33%。' }] },
    { shows: 'the budget named by the heading of the paragraph', text: '免学费补助预算1076.80万元，国家助学金预算168.00万元。\n（一）国家助学金。全年发放助学金165.00万元，执行率92.81%。', findings: [{ quote: '92.81%', message: '执行率应为98.21%（165 ÷ 168），写的是92.81%。' }] },
    { shows: 'a rate of all there is', text: '县财政下达专项资金426万元，镇级配套74万元，共计500万元。\n支出480万元，执行率96%，结余20万元。', findings: [] },
    { shows: 'a part with its own rate', text: '2023年收到资金1580万元，其中：中央资金1180万元，省级资金400万元。支出1463.86万元，执行率92.65%，其中：中央资金支出1086.42万元，执行率97.02%；省级资金支出377.44万元，执行率94.36%。', findings: [{ quote: '97.02%', message: '执行率应为92.07%（1086.42 ÷ 1180），写的是97.02%。' }] },
    { shows: 'a budget far above, and one digit mistyped', text: '2022年全年下达12.5亿元。\n支持项目2386项。\n平均每项52.39万元。\n覆盖全省。\n项目承担单位实际支出9.86亿元，支出率87.88%。', findings: [{ quote: '87.88%', message: '支出率应为78.88%（9.86 ÷ 12.5），写的是87.88%。' }] },
    { shows: 'a share of those that failed', text: '全年抽检2640批次，不合格86批次，合格率96.74%。', findings: [] },
    { shows: 'all there is in a bracket behind', text: '采暖季优良天数118天，优良率71.85%（采暖季共151天）。', findings: [{ quote: '71.85%', message: '优良率应为78.15%（118 ÷ 151），写的是71.85%。' }] },
    { shows: 'what is left makes up the whole', text: '到位资金3078万元，到位率95%，尚有126万元未到位。', findings: [{ quote: '95%', message: '到位率应为96.07%（3078 ÷ 3204），写的是95%。' }] },
    { shows: 'some late', text: '按期完工项目33个，未按期完工3个，按期完工率91.67%。按期完工项目33个，未按期完工3个，按期完工率96.17%。', findings: [{ quote: '96.17%', message: '按期完工率应为91.67%（33 ÷ 36），写的是96.17%。' }] },
    { shows: 'all but the wrong ones', text: '抽查500人，发现错发2人，准确率96.9%。', findings: [{ quote: '96.9%', message: '准确率应为99.6%（498 ÷ 500），写的是96.9%。' }] },
    { shows: 'answers added up', text: '调查牧户400户，满意372户、基本满意19户、不满意9户，满意度97.57%。', findings: [{ quote: '97.57%', message: '满意度应为97.75%（391 ÷ 400），写的是97.57%。' }] },
    { shows: 'answers weighed', text: '调查牧户400户，满意372户、基本满意19户、不满意9户，满意度96.5%。', findings: [] },
    { shows: 'what was saved of a plan', text: '计划采购42万元，实际采购39.48万元，节支率9%。', findings: [{ quote: '9%', message: '节支率应为6%（2.52 ÷ 42），写的是9%。' }] },
    { shows: 'a calculation written out', text: '助学金占在校生比例15.65%（838÷5384）。', findings: [{ quote: '15.65%', message: '助学金占在校生比例应为15.56%（838÷5384），写的是15.65%。' }] },
    { shows: 'a calculation of named figures', text: '公用经费控制率=（实际支出公用经费总额86.5万元÷预算安排公用经费总额90万元）×100%=91.11%。三公经费变动率=[（14.26－18.5）/18.5]×100%=-29.22%。预算完成率=（1186.5÷1250）×100%=94.92%。', findings: [{ quote: '91.11%', message: '公用经费控制率应为96.11%（86.5万元÷预算安排公用经费总额90万元），写的是91.11%。' }, { quote: '-29.22%', message: '三公经费变动率应为-22.92%（(14.26-18.5)/18.5），写的是-29.22%。' }] },
    { shows: 'a budget that was changed', text: '2023年年初预算1498.60万元，调整后预算1586.23万元，预算调整率8.55%。', findings: [{ quote: '8.55%', message: '预算调整率应为5.85%（87.63 ÷ 1498.6），写的是8.55%。' }] },
    { shows: 'satisfaction above 100', text: '服务对象满意度达到105%。', findings: [{ quote: '105%', message: '服务对象满意度写的是105%，不应超过100%。' }] },
    { shows: 'a rate that holds, cut off after two digits', text: '2022年全年预算数127.10万元，全年执行数124.88万元，预算执行率98.25%。', findings: [] },
    { shows: 'a rate written as a fraction', text: '2022年预算数43万元，实际支出28万元，执行率0.65。', findings: [] },
    { shows: 'a rate whose amounts are not given', text: '全年预算执行率98%。\n受理事项1200件，其中行政许可800件，公共服务300件，办结率100%。\n抽检食品500批次，药品600批次，合格率100%。新建公厕20座，改建公厕10座，完成率100%。\n截至12月底，已拨付1100万元，剩余100万元待验收后拨付，拨付进度91.67%。', findings: [] },
    { shows: 'what was executed of the budget, called by both words', text: '2023年下达预算资金1465万元，2023年完成支付784.685万元。\n2024年结转资金合计680.315万元，全年预算执行数合计233.64万元。预算执行率34.3%。\n2024年全年预算数300万元，实际全年执行预算资金合计240万元，预算执行率90%。', findings: [{ quote: '90%', message: '预算执行率应为80%（240 ÷ 300），写的是90%。' }] },
    { shows: 'rates of two wholes, each named', text: '完成支付2875.44万元。对照到位资金3236万元，支付率88.86%；对照总投资3536万元，支付率81.32%。', findings: [] },
    { shows: 'one rate of each of two things', text: '高血压患者管理9.83万人，规范管理率76.2%；2型糖尿病管理2.64万人，规范管理率75.8%。', findings: [] },
  ],
  check: (reading) => withExchanged(reading, andBeside(reading, told(reading)), (fact) => fact.kind === 'rate' && fact.token.kind === 'rate' && (fact.role === 'rate' || fact.role === 'level'), ({ fact, above, below }) => differs(reading, fact, { above, below })),
});

function* told(reading: Reading): Iterable<Outcome<Message>> {
  yield* inBrackets(reading);
  const listed = new Set(reading.sentences.flatMap((facts) => rows(facts).flat()));
  for (const fact of reading.facts) if (!listed.has(fact) && isRate(fact)) yield* byWords(reading, fact);
  for (const facts of reading.sentences) {
    for (const { rate, part, whole, kind, holds: fitting } of inOrder(reading, facts)) {
      if (kind !== 'rate' || !whole) continue;
      if (fitting) yield holds([rate, part, whole]);
      else yield differs(reading, rate, { above: part, below: whole });
    }
  }
  yield* judged(reading, countRates(reading));
}

/** A rate as such: no change, no target, no share of anything but a budget. */
function isRate({ kind, token, role, aside, lead }: Fact): boolean {
  if (kind !== 'rate' || aside || token.kind === 'points' || token.partial) return false;
  return role === 'rate' || role === 'level' || role === 'share' && OF_BUDGET.test(lead);
}

/** What the rate is called says which amounts it is of. */
function* byWords(reading: Reading, rate: Fact): Iterable<Outcome<Message>> {
  const { lead } = rate;
  if (ofAll(reading, rate)) yield* ofOneBudget(reading, rate);
  else if (OF_BUDGET.test(lead)) yield* judge(reading, rate, justBefore(reading, rate), /年初/.test(lead) ? ['original-budget', 'budget'] : BUDGETS);
  else if (SPENDING_RATE.test(lead) || GIVEN_RATE.test(lead) && isOfSpending(reading, rate)) yield* judge(reading, rate, paidOut(reading, rate) ? ['received'] : ['spending'], BUDGETS);
  else if (ARRIVAL_RATE.test(lead)) yield* judge(reading, rate, ['received', 'income'], ARRIVALS);
  else if (rate.value.gt(HUNDRED) && AT_MOST_100.test(lead)) yield above(reading, rate);
}

function isOfSpending(reading: Reading, rate: Fact): boolean {
  const before = reading.facts[rate.index - 1];
  return before?.measure === 'spending' && before.clause === rate.clause - 1;
}

function* judged(reading: Reading, rates: Iterable<CountRate>): Iterable<Outcome<Message>> {
  for (const { rate, above: upper, below: lower, holds: fitting } of rates) {
    if (fitting) yield holds([rate, upper, lower]);
    else yield differs(reading, rate, { above: upper, below: lower });
  }
}

/** The outcomes, and behind them those of rates that none of them has tied, where the words put the other figure in another place. */
function* andBeside(reading: Reading, outcomes: Iterable<Outcome<Message>>): Iterable<Outcome<Message>> {
  const tied = new Set<Fact>();
  for (const outcome of outcomes) {
    for (const fact of outcome.facts) tied.add(fact);
    yield outcome;
  }
  for (const { result, name, written: by, expected, holds: fitting } of formulas(reading)) {
    if (fitting) yield holds([result]);
    else if (!tied.has(result)) yield { facts: [result], cells: [], fault: { message: 'quotient', data: { name: name ?? '该数', expected, received: written(reading, result), calculation: by }, places: [result], expected, received: written(reading, result), calculation: `${by} = ${expected}` } };
  }
  yield* judged(reading, [...reading.sentences.flatMap((facts, i) => [...satisfactionRates(facts, tied, reading.sentences[i - 1])]), ...ratesBeside(reading, tied), ...adjustmentRates(reading)]);
}

function above(reading: Reading, rate: Fact): Outcome<Message> {
  const received = written(reading, rate);
  return { facts: [rate], cells: [], fault: { message: 'above', data: { name: rate.words ?? '比率', received }, places: [rate], expected: null, received, calculation: null } };
}

/** 已拨付418.2万元，资金执行率: money passed on counts as spent where nothing else is said to be. */
function paidOut(reading: Reading, rate: Fact): boolean {
  const here = reading.index.around(rate.line, 0).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && fact.index < rate.index && fact.segment === rate.segment && !fact.aside);
  return !here.some(({ measure }) => measure === 'spending') && /拨付/.test(here.filter(({ parent, measure }) => parent === null && measure !== 'balance').at(-1)?.lead ?? '');
}

/** 以上共11760万元，占预算的98%: money without a word about what became of it, of the one budget there is. */
function ofAll(reading: Reading, rate: Fact): boolean {
  const before = reading.facts[rate.index - 1];
  return OF_BUDGET.test(rate.lead) && before?.kind === 'amount' && before.measure === null && before.clause === rate.clause - 1 && isSolid(before) && /共|合计|总计/.test(before.lead);
}

function* ofOneBudget(reading: Reading, rate: Fact): Iterable<Outcome<Message>> {
  const above = reading.facts[rate.index - 1];
  const budgets = reading.index.around(rate.line, LINES_BACK).filter((fact) => above && fact.index < above.index && fact.kind === 'amount' && fact.role === 'level' && fact.parent === null && isSolid(fact) && fact.measure?.includes('budget') === true && fact.scope === 'total' && fact.value.gte(above.value));
  const [below] = budgets;
  if (!above || !below || budgets.some(({ value }) => !value.eq(below.value))) return;
  if (fits(rate, { above, below })) yield holds([rate, above, below]);
  else if (slipExplains([rate], ([stated]) => stated !== undefined && near(above.value.div(below.value).times(HUNDRED), stated, resultSlack(rate)), 2)) yield differs(reading, rate, { above, below });
}

/** 拨付986.5万元，占年初预算的98.65% is about the figure just before, if that is money that went out. */
function justBefore(reading: Reading, rate: Fact): readonly Measure[] {
  const before = reading.facts.slice(Math.max(0, rate.index - 4), rate.index).filter((fact) => fact.role === 'level' && fact.sentence === rate.sentence && !fact.aside).at(-1);
  return before?.measure === 'received' || before?.measure === 'spending' ? [before.measure] : [];
}

/** Amounts of the text that give the rate; null where none do. */
export function fittingQuotient(reading: Reading, rate: Fact): Quotient | null {
  return quotientsOf(amountsFor(reading, rate).filter(({ index }) => Math.abs(index - rate.index) <= NEAR_FACTS), ['spending'], BUDGETS).find((quotient) => fits(rate, quotient)) ?? null;
}

function amountsFor(reading: Reading, rate: Fact): readonly Fact[] {
  return reading.index.around(rate.line, LINES_BACK).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && fact.measure !== null && !PERIOD.test(fact.lead) && !ONLY_COMPARED.test(fact.lead));
}

function quotientsOf(facts: readonly Fact[], numerators: readonly Measure[], denominators: readonly Measure[]): readonly Quotient[] {
  const lower = facts.filter((fact) => fact.measure !== null && denominators.includes(fact.measure) && !fact.value.isZero());
  const upper = facts.filter((fact) => fact.measure !== null && numerators.includes(fact.measure));
  return upper.slice(-12).flatMap((one) => lower.slice(-12).filter((other) => other !== one && (other.year === one.year || !other.yearSaid || !one.yearSaid)).map((other) => ({ above: one, below: other })));
}

function* judge(reading: Reading, rate: Fact, numerators: readonly Measure[], denominators: readonly Measure[]): Iterable<Outcome<Message>> {
  const amounts = amountsFor(reading, rate);
  const quotients = (facts: readonly Fact[]): readonly Quotient[] => quotientsOf(facts, numerators, denominators);
  const fitting = quotients(amounts.filter(({ index }) => Math.abs(index - rate.index) <= NEAR_FACTS)).find((quotient) => fits(rate, quotient));
  if (fitting) return void (yield holds([rate, fitting.above, fitting.below]));
  if (againstOther(reading, rate)) return;
  const part = ownRate(reading, rate);
  if (part) {
    const quotient = ofPart(reading, part, denominators);
    if (quotient) yield fits(rate, quotient) ? holds([rate, quotient.above, quotient.below]) : differs(reading, rate, quotient);
    return;
  }
  // The nearest words that give both amounts decide; parts of a whole only where nothing else is given.
  const wholes = amounts.filter((fact) => fact.index < rate.index && fact.index >= rate.index - NEAR_FACTS && !fact.aside && fact.parent === null);
  const windows = [wholes.filter(({ segment }) => segment === rate.segment), wholes.filter(({ sentence }) => sentence === rate.sentence), wholes.filter(({ line }) => line === rate.line), wholes];
  // 下达426万元，配套74万元，共计500万元: of all there is.
  const altogether = reading.index.around(rate.line, LINES_BACK).filter((fact) => fact.index < rate.index && (isOpenTotal(fact) || isSumOfBoth(reading.facts, fact)) && !fact.value.isZero());
  const ofAll = altogether.flatMap((below) => amounts.filter((above) => above.measure !== null && numerators.includes(above.measure) && above.index < rate.index && above.sentence === rate.sentence).map((above) => ({ above, below }))).find((quotient) => fits(rate, quotient));
  const next = beside(reading, rate, numerators, denominators);
  const fitted = ofAll ?? [ofAllTogether(wholes.filter(({ sentence }) => sentence === rate.sentence), numerators, denominators), next].find((quotient) => quotient && fits(rate, quotient));
  if (fitted) return void (yield holds([rate, fitted.above, fitted.below]));
  const chosen = next ?? certain(windows.map(quotients).find((found) => found.length > 0) ?? [], rate) ?? likely(reading, rate, numerators, denominators) ?? ofHeading(reading, rate, denominators);
  // 预算500万元，其中财政资金400万元、自筹资金100万元；财政资金支出380万元，执行率95%: of a part of it; 总投资38000万元，2022年计划投入18000万元: of what was planned.
  const below = chosen && reading.facts.slice(chosen.below.index, rate.index).find((fact) => (fact.parent === chosen.below.index || fact.kind === 'amount' && fact.role === 'limit') && !fact.value.isZero() && fits(rate, { above: chosen.above, below: fact }));
  // 较上年执行率86%提高4个百分点, 上半年执行率45%: of other money than that of the year.
  if (chosen && (PERIOD.test(rate.lead) || rate.year !== chosen.above.year)) return;
  if (chosen) yield below ? holds([rate, chosen.above, below]) : differs(reading, rate, chosen);
  else if (rate.value.gt(HUNDRED) && AT_MOST_100.test(rate.lead)) yield above(reading, rate);
}

/** 对照总投资3536万元，支付率81.32%: of the figure just named, whatever it is called. */
function againstOther(reading: Reading, rate: Fact): boolean {
  const basis = reading.facts[rate.index - 1];
  return basis?.kind === 'amount' && rate.clause - basis.clause <= 1 && /^[，；]?(?:若|如)?(?:对照|按照?|相对于?|以)/.test(basis.lead);
}

function differs(reading: Reading, rate: Fact, quotient: Quotient): Outcome<Message> {
  const expected = percentText(quotient.above.value.div(quotient.below.value).times(HUNDRED));
  const received = written(reading, rate);
  const calculation = `${bare(quotient.below, quotient.above.value)} ÷ ${bare(quotient.below, quotient.below.value)}`;
  const name = OF_BUDGET.test(rate.lead) ? '占预算的比例' : rate.words ?? '比率';
  return { facts: [rate, quotient.above, quotient.below], cells: [], fault: { message: 'quotient', data: { name, expected, received, calculation }, places: [rate, quotient.above, quotient.below], expected, received, calculation: `${calculation} = ${expected}` } };
}

/** 中央资金支出486.2万元（预算520万元，执行率93.5%）: the bracket gives the budget of the figure before it. */
function* inBrackets(reading: Reading): Iterable<Outcome<Message>> {
  for (const rate of reading.facts) {
    const [spent, budget] = [reading.facts[rate.index - 2], reading.facts[rate.index - 1]];
    if (!rate.aside || !isSpendingRate(rate) || rate.kind !== 'rate' || !isSolid(rate) || !budget?.aside || !spent || spent.aside) continue;
    const amounts = [spent, budget].every((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && fact.sentence === rate.sentence);
    if (!amounts || budget.value.isZero() || !/预算|下达|安排|到位/.test(budget.lead) || /预算|下达|安排|到位/.test(spent.lead) || reading.lineOf.get(rate.line)?.plain.text.charAt(spent.end) !== '(') continue;
    const quotient = { above: spent, below: budget };
    yield fits(rate, quotient) ? holds([rate, spent, budget]) : differs(reading, rate, quotient);
  }
}

/** 改造项目预算1200万元，截至年底支付1104万元，支付进度92%: one after another, nothing else can be meant. */
function beside(reading: Reading, rate: Fact, numerators: readonly Measure[], denominators: readonly Measure[]): Quotient | null {
  const [below, above] = [reading.facts[rate.index - 2], reading.facts[rate.index - 1]];
  if (!above || !below || !isSolid(rate) || rate.clause - below.clause > 2) return null;
  const amounts = [above, below].every((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && fact.parent === null && fact.segment === rate.segment && fact.scale === above.scale);
  return amounts && below.year === above.year && above.source === below.source && above.measure !== null && numerators.includes(above.measure) && (below.measure === null ? /(?:经费|资金)$/.test(below.lead) : denominators.includes(below.measure)) && !below.value.isZero() && above.value.lte(below.value) ? { above, below } : null;
}

/** More values of the budget than these, and it cannot be told which is meant. */
const MOST_BUDGETS = 3;

/** The budget stands far above, or the words name who spends: told only where one slip of the hand explains that nothing fits. */
function likely(reading: Reading, rate: Fact, numerators: readonly Measure[], denominators: readonly Measure[]): Quotient | null {
  // 100% is written from habit: no digit of it is mistyped.
  if (!isSolid(rate) || rate.value.eq(HUNDRED) || (!numerators.includes('spending') && !numerators.includes('received')) || (rate.scope !== null && rate.scope !== 'total' && !/^(?:总体|综合|整体|总|平均)/.test(rate.lead))) return null;
  const usable = (fact: Fact): boolean => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && fact.parent === null && fact.measure !== null && !fact.value.isZero();
  const spent = reading.index.around(rate.line, 0).filter((fact) => fact.sentence === rate.sentence && fact.index < rate.index && usable(fact) && fact.measure !== null && numerators.includes(fact.measure) && !PERIOD.test(fact.lead));
  const [upper] = spent;
  if (!upper || spent.length > 1) return null;
  const item = itemOf(reading.lineOf.get(rate.line));
  const before = reading.facts.slice(Math.max(0, rate.index - FAR_FACTS), rate.index).filter((fact) => fact !== upper && (isOpenTotal(fact) || usable(fact) && fact.measure !== null && denominators.includes(fact.measure) && (fact.scope === 'total' || fact.scope === 'named')) && fact.year === upper.year && fact.value.gte(upper.value.div(2)) && itemOf(reading.lineOf.get(fact.line)) === item);
  // What a part of the money is spent of is a part of the budget: whatever fits is meant.
  if (reading.facts.slice(Math.max(0, rate.index - FAR_FACTS), rate.index).some((fact) => fact.kind === 'amount' && fact !== upper && fact.role === 'level' && !fact.value.isZero() && fits(rate, { above: upper, below: fact }))) return null;
  const all = [...new Map(before.map((fact) => [fact.value.toString(), fact])).values()];
  // Two digits leave much to chance: only of the one total there is.
  const whole = rate.decimals === 0;
  const open = all.filter(isOpenTotal);
  const budgets = whole && open.length > 0 ? open : all;
  if (budgets.length > (whole ? 1 : MOST_BUDGETS)) return null;
  const lower = budgets.find((budget) => slipExplains([rate, upper, budget], ([stated, a, b]) => stated !== undefined && a !== undefined && b !== undefined && !b.isZero() && near(a.div(b).times(HUNDRED), stated, resultSlack(rate).times(2)), whole ? 2 : undefined));
  return lower ? { above: upper, below: lower } : null;
}

/** One numerator, and denominators of its scope of which none fits: the first of them in the order of 全年预算, 预算, 到位, 年初预算 is named. */
function certain(quotients: readonly Quotient[], rate: Fact): Quotient | null {
  const [first] = [...quotients].sort((a, b) => BUDGETS.indexOf(a.below.measure ?? 'income') - BUDGETS.indexOf(b.below.measure ?? 'income') || b.below.index - a.below.index);
  if (!first || rate.token.approximate || first.above.parent !== null) return null;
  const one = quotients.every(({ above: upper, below: lower }) => upper.value.eq(first.above.value) && (lower.measure !== first.below.measure || lower.value.eq(first.below.value)));
  const specific = rate.scope !== null && rate.scope !== 'named' && rate.scope !== 'total';
  return one && first.above.scope === first.below.scope && first.above.source === first.below.source && (!specific || rate.scope === first.above.scope) ? first : null;
}
