// 与上年相比: the difference, its direction and its percentage must follow from the two figures; 持平 means the same figure.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isComparedWith, isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { about, bare, inUnitOf, written } from '../showing';
import { levelsSaid } from './levels';
import { lookingBack, type LookBack } from './looking-back';
import { withExchanged } from './exchanged';
import { changesInRow } from './in-order';
import { directions } from './directions';
import { apart, offBy, subtraction, turned, turnedBetween, WORDS } from './comparing';
import { isOfOther } from './other-changes';
import { FROM, pairFor, UP_TO, type Pair } from './pairs';
import { percentOf } from './percent-change';
import { slipExplains } from './slip';
import { distances } from './targets';

type Message = 'difference' | 'direction' | 'percent' | 'level';

const LEVEL = /(?<!(?:大致|大体|水平))(?:持平|一致|相同|没有变化|无变化|无增减|未发生变化|没有增减)/;
const LOOSE_LEVEL = /基本持平|大致持平|大体持平|基本一致|略有/;
const PAST = /上年|去年|上一年|同期|20\d{2}年/;

/** 年均增长5.13% is of several years, 同口径增长6.2% of another base. */
const OTHER_BASE = /(?:年|月|季)均|平均每[年月季]|复合|口径|可比|剔除|扣除/;

const OF_YEAR = /^(20\d{2})年/;

export const reportComparison = defineReportRule<Message>({
  id: 'report-comparison',
  title: '报告增减变化',
  severity: 'verify',
  why: '增减额、增减方向或持平的说法与所列数字不符，结论就站不住。',
  basis: TEXT_BASIS,
  messages: {
    difference: '{what}{word}应为{expected}（{calculation}），写的是{received}。',
    direction: '{what}由{before}变为{now}，应是{expected}，写的是{received}。',
    percent: '{what}{word}的幅度应为{expected}（{calculation}），写的是{received}。',
    level: '{what}写的是“{received}”，但{before}与{now}不等（{calculation}）。',
  },
  examples: [
    { shows: 'a difference that does not follow', text: '2024年公用经费36.70万元，上年公用经费24.52万元，增加13.18万元。', findings: [{ quote: '13.18万元', message: '公用经费增加应为12.18万元（36.7 − 24.52 = 12.18），写的是13.18万元。' }] },
    { shows: 'the wrong direction', text: '2024年决算支出124.88万元，与2023年决算支出148.40万元相比，增加23.52万元。', findings: [{ quote: '23.52万元', message: '决算支出由148.40万元变为124.88万元，应是减少，写的是增加。' }] },
    { shows: 'a percentage that does not follow', text: '2024年公务接待费6万元，比上年5万元增加1万元，增长25%。', findings: [{ quote: '25%', message: '公务接待费增长的幅度应为20%（(6 − 5) ÷ 5 = 20%），写的是25%。' }] },
    { shows: 'level, but the figures differ', text: '2023年三公经费决算支出0.67万元。2024年三公经费决算支出0.68万元，与上年持平。', findings: [{ quote: '与上年持平', message: '三公经费写的是“与上年持平”，但0.67万元与0.68万元不等（0.68 − 0.67 = 0.01）。' }] },
    { shows: 'income and spending of two years, and how each of them grew', text: '2021年收入1000万元、支出980万元，2022年收入1100万元、支出1050万元，收入增长10%，支出增长7.41%。', findings: [{ quote: '7.41%', message: '支出增长的幅度应为7.14%（(1050 − 980) ÷ 980 = 7.14%），写的是7.41%。' }] },
    { shows: 'a difference and a percentage that hold', text: '2024年公务接待费6万元，比上年5万元增加1万元，增长20%。', findings: [] },
    { shows: 'the percentage of the next thing', text: '高新技术企业10968家，净增2650家；科技型中小企业17560家，同比增长38.6%。', findings: [] },
    { shows: 'a number of an item before what came in addition', text: '2.新增摊位312个，改造后摊位总数达到1846个（原1174个）。', findings: [{ quote: '312个', message: '改造后摊位新增应为672个（1846 − 1174 = 672），写的是312个。' }] },
    { shows: 'a difference between two values of one figure', text: '蓄积量由2020年的186万立方米增加到2022年的198万立方米，净增18万立方米。', findings: [{ quote: '18万立方米', message: '蓄积量净增应为12万立方米（198 − 186 = 12），写的是18万立方米。' }] },
    { shows: 'a part with last year’s figure', text: '2023年支出5180.15万元，其中：基本支出2316.45万元，较上年2208.30万元增加108.15万元，增长9.4%。', findings: [{ quote: '9.4%', message: '基本支出增长的幅度应为4.9%（(2316.45 − 2208.3) ÷ 2208.3 = 4.9%），写的是9.4%。' }] },
    { shows: 'an increase behind parts is their whole’s', text: '支出决算805.14万元，其中人员支出468.92万元，培训项目支出250万元。较上年增加38.56万元，增幅5.03%。', findings: [] },
    { shows: 'last year’s figure alone', text: '基本支出较上年278.15万元增加8.25万元，增幅2.79%。', findings: [{ quote: '2.79%', message: '基本支出变化的幅度应为2.97%（8.25 ÷ 278.15 = 2.97%），写的是2.79%。' }] },
    { shows: 'two comparisons of one figure', text: '三公经费支出1.26万元，比年初预算2万元节约0.74万元，比上年1.48万元下降14.86%。', findings: [] },
    { shows: 'what was saved of a budget', text: '2022年政府采购预算620万元，实际采购金额598.3万元，节约资金27.1万元。', findings: [{ quote: '27.1万元', message: '实际采购节约应为21.7万元（620 − 598.3 = 21.7），写的是27.1万元。' }] },
    { shows: 'a previous figure that is nowhere given', text: '2024年公务接待费6万元，比上年增加1万元。', findings: [] },
    { shows: 'how far from the target', text: '发放及时率目标值100%，实际99.2%，低于目标值1.8个百分点。', findings: [{ quote: '1.8个百分点', message: '实际低于应为0.8个百分点（100 − 99.2 = 0.8），写的是1.8个百分点。' }] },
    { shows: 'more than the target asks for', text: '助餐点年度指标值30个，实际完成32个，超额完成4个。', findings: [{ quote: '4个', message: '实际完成超额完成应为2个（32 − 30 = 2），写的是4个。' }] },
    { shows: 'the whole behind its parts', text: '2024年三公经费共支出16.38万元，其中公车运行维护费13.26万元、公务接待费3.12万元；较2023年的18.20万元压减1.28万元。', findings: [{ quote: '1.28万元', message: '三公经费共支出压减应为1.82万元（18.2 − 16.38 = 1.82），写的是1.28万元。' }] },
    { shows: 'last year told behind', text: '总藏书量52.3万册，较上年增加2.6万册，上年为47.9万册。', findings: [{ quote: '2.6万册', message: '总藏书量增加应为4.4万册（52.3 − 47.9 = 4.4），写的是2.6万册。' }] },
    { shows: 'a word that ends like “about”', text: '家庭医生签约9880人，较上年增加830人（上年9500人）。', findings: [{ quote: '830人', message: '家庭医生签约增加应为380人（9880 − 9500 = 380），写的是830人。' }] },
    { shows: 'last year in a bracket', text: '制发文件612件，较上年压减5.82%（上年669件）。', findings: [{ quote: '5.82%', message: '制发文件压减的幅度应为8.52%（(612 − 669) ÷ 669 = 8.52%），写的是5.82%。' }] },
    { shows: 'this year told before under the same name', text: '2023年项目支出中，环卫保洁2415.6万元、绿化养护856.4万元。\n与2022年相比，环卫保洁支出增加115.6万元，增长5.30%。', findings: [{ quote: '5.30%', message: '环卫保洁增长的幅度应为5.03%（115.6 ÷ (2415.6 − 115.6) = 5.03%），写的是5.30%。' }] },
    { shows: 'an increase of the whole behind its parts', text: '检测样品12680份，其中水质样品3240份、食品样品2860份、其他样品6580份，同比增加1120份，增长9.69%。', findings: [] },
    { shows: 'last year in a bracket, averages between', text: '渡运286.4万人次，日均7847人次，同比增加26.3万人次（2021年262.8万人次），增长8.98%。', findings: [{ quote: '26.3万人次', message: '渡运增加应为23.6万人次（286.4 − 262.8 = 23.6），写的是26.3万人次。' }] },
    { shows: 'the percentage of a difference that holds', text: '取暖支出户均2860元，较改造前的3250元减少390元，减轻负担21%。', findings: [{ quote: '21%', message: '取暖支出户均变化的幅度应为12%（(2860 − 3250) ÷ 3250 = 12%），写的是21%。' }] },
    { shows: 'a budget in the sentence before', text: '三公经费预算29.50万元，其中公务接待费3.50万元，公务用车运行维护费26.00万元。三公经费实际支出26.77万元，其中公务接待费1.86万元，公务用车运行维护费24.91万元，较预算节约7.23万元。', findings: [{ quote: '7.23万元', message: '三公经费实际支出节约应为2.73万元（29.5 − 26.77 = 2.73），写的是7.23万元。' }] },
    { shows: 'a total compared behind one of its parts', text: '接待观众18.62万人次，其中未成年人5.21万人次；比上年12.40万人次增加6.22万人次，增长50.16%。', findings: [] },
    { shows: 'standards by the month', text: '岗位补贴由每月300元提高到每月480元，增长50%。', findings: [{ quote: '50%', message: '提高到每月增长的幅度应为60%（(480 − 300) ÷ 300 = 60%），写的是50%。' }] },
    { shows: 'a budget kept', text: '三公经费合计2.53万元，控制在年初预算4.20万元以内，比年初预算减少6.17万元。', findings: [{ quote: '6.17万元', message: '三公经费减少应为1.67万元（4.2 − 2.53 = 1.67），写的是6.17万元。' }] },
    { shows: 'how far below the target', text: '机械化养护率63.5%，距离70%的目标还差5.6个百分点。', findings: [{ quote: '5.6个百分点', message: '机械化养护率相差应为6.5个百分点（70 − 63.5 = 6.5），写的是5.6个百分点。' }] },
    { shows: 'from and to in a bracket', text: '交通事故死亡人数同比下降21.5%（由24人降到21人）。', findings: [{ quote: '21.5%', message: '降到下降的幅度应为12.5%（(21 − 24) ÷ 24 = 12.5%），写的是21.5%。' }] },
    { shows: 'points the other way than the two rates', text: '营养不良率由6.4%降至5.1%，上升1.3个百分点。', findings: [{ quote: '1.3个百分点', message: '营养不良率由6.4%变为5.1%，应是减少，写的是上升。' }] },
    { shows: 'two rates the other way than all the words', text: '县域内就诊率由90.7%提升至88.5%，提升2.2个百分点。', findings: [{ quote: '88.5%', message: '县域内就诊率由90.7%变为88.5%，应是减少，写的是提升。' }] },
    { shows: 'a percentage of nothing', text: '制发文件612件，较上年增长100%（上年0件）。', findings: [] },
    { shows: 'three at a time', text: '标准为每人每月80元、150元、500元，分别较上年提高10元、20元、100元（上年为70元、130元、400元）。', findings: [] },
    { shows: 'said to have grown, but smaller', text: '监控点位由3240个增加到3070个。', findings: [{ quote: '3070个', message: '监控点位由3240个变为3070个，应是减少，写的是增加。' }] },
    { shows: 'last year’s figure of a whole, behind its parts', text: '三公经费支出38.72万元，其中公务用车运行维护费35.20万元、公务接待费3.52万元，比上年下降8.0%（上年42.10万元）。', findings: [] },
    { shows: 'roughly level', text: '2023年会议费1.00万元。2024年会议费1.02万元，与上年基本持平。', findings: [] },
  ],
  check: (reading) => withExchanged(reading, tied(reading), ({ role }) => role === 'up' || role === 'down', ({ fact, above, below }) => fact.kind === 'rate' ? offBy(reading, fact, { now: above, before: below }) : apart(reading, fact, above, below)),
});

function* tied(reading: Reading): Iterable<Outcome<Message>> {
  for (const facts of reading.sentences) {
    const told = new Set<Fact>();
    const backwards = new Set<Fact>();
    const inRow = changesInRow(facts);
    for (const { before, now, word, up, holds: fitting } of directions(facts)) {
      if (!fitting) backwards.add(now);
      yield fitting ? holds([before, now]) : turnedBetween(reading, { now, before }, word, up);
    }
    for (const found of [...distances(reading, facts), ...lookingBack(reading, facts)]) {
      if (told.has(found.change) || inRow.has(found.change) || OTHER_BASE.test(found.change.lead)) continue;
      told.add(found.change);
      const outcome = ofLookBack(reading, found);
      if (outcome) yield outcome;
    }
    for (const fact of facts) {
      if (told.has(fact) || inRow.has(fact) || OTHER_BASE.test(fact.lead) || fact.aside || fact.role !== 'up' && fact.role !== 'down') continue;
      yield* ofChange(reading, facts, fact, backwards);
    }
  }
  yield* levels(reading);
}

/** A change whose two figures are known: whether it follows from them, and goes the way the words say. */
function ofLookBack(reading: Reading, { change, now, before, holds: fitting }: LookBack): Outcome<Message> | null {
  if (fitting === null) return null;
  if (fitting) return goesOtherWay(change, now.value.minus(before.value)) ? turned(reading, change, { now, before }) : holds([now, before, change]);
  if (change.token.kind !== 'rate') return apart(reading, change, now, before);
  // Nothing has a percentage of nothing.
  return before.value.isZero() ? null : offBy(reading, change, { now, before });
}

function goesOtherWay(change: Fact, gap: Decimal): boolean {
  if (change.token.kind === 'points' || change.kind === 'count') return false;
  return change.role === 'up' ? gap.lt(0) : change.role === 'down' && gap.gt(0);
}

/** 2023年较2022年增长35.32%，较2021年下降14.44%: against the year that the words name; none where its figure is not given. */
function ofYearSaid(facts: readonly Fact[], pair: Pair, { lead, index }: Fact): Pair | null {
  const year = Number(/(?:比|较|与|同)(20\d{2})年(?!的?\d)/.exec(lead)?.[1] ?? pair.before.year);
  if (year === pair.before.year || !pair.before.yearSaid) return pair;
  const before = facts.find((fact) => fact.index < index && fact.year === year && fact.yearSaid && fact.role === 'level' && fact.parent === pair.now.parent && isSolid(fact) && fact.kind === pair.now.kind && fact.unit === pair.now.unit);
  return before ? { now: pair.now, before } : null;
}

function* ofChange(reading: Reading, facts: readonly Fact[], change: Fact, backwards: ReadonlySet<Fact>): Iterable<Outcome<Message>> {
  const found = pairFor(reading, facts, change);
  const pair = found && ofYearSaid(facts, found, change);
  // 2023年增长20% behind a figure that 2024 is to have.
  const year = OF_YEAR.exec(change.lead)?.[1];
  if (pair && year !== undefined && pair.now.year !== Number(year)) return;
  if (pair && isOfOther(facts, pair, change)) return;
  if (pair && isOfPart(pair) && ambiguous(reading, pair, change)) return;
  if (change.token.kind === 'points') yield* pointsOf(reading, facts, change, backwards);
  else if (change.kind === 'rate') {
    const outcome = percentOf(reading, facts, change, pair);
    if (outcome) yield outcome;
  } else if (pair) yield* differenceOf(reading, change, pair);
}

/** 其中甲2万元、乙16万元，较上年的20万元下降: whether 乙 or the whole is meant is not said. */
function isOfPart({ now, before }: Pair): boolean {
  return now.parent !== null && (before.parent === null || before.parent === now.parent && isComparedWith(before)) && before.lead.length < 8;
}

/** True where the part's own figures do not give what is said, but those of its whole may. */
function ambiguous(reading: Reading, { now, before }: Pair, change: Fact): boolean {
  const gap = (fact: Fact): Decimal => fact.value.minus(before.value).abs();
  const stated = (fact: Fact): Decimal => (change.kind === 'rate' && !before.value.isZero() ? gap(fact).div(before.value).times(HUNDRED) : gap(fact));
  const whole = now.parent === null ? null : reading.facts[now.parent];
  // …公务接待费5.83万元，较上年7.54万元减少1万元: to the whole 万元 that of 三公经费6.54万元.
  if (whole && fitsChange(whole.value, before.value, change.value, change) && whole.value.minus(before.value).abs().eq(change.value.abs())) return true;
  // The first part alone with last year's figure: nothing else than the part can be meant, as 全年支出 stands further back.
  const first = !reading.facts.some((fact) => fact.parent === now.parent && fact.index < now.index && fact.role === 'level');
  if (first && slipExplains([now, before, change], ([a, b, c]) => a !== undefined && b !== undefined && c !== undefined && fitsChange(a, b, c, change))) return false;
  return whole !== undefined && whole !== null && !near(stated(now), change.value, resultSlack(change).times(3));
}

/** True where the two values give the change, an amount or a percentage. */
function fitsChange(now: Decimal, before: Decimal, stated: Decimal, change: Fact): boolean {
  const gap = now.minus(before).abs();
  if (change.kind !== 'rate') return near(gap, stated, resultSlack(change));
  return !before.isZero() && near(gap.div(before).times(HUNDRED), stated, resultSlack(change));
}

function* differenceOf(reading: Reading, change: Fact, { now, before }: Pair): Iterable<Outcome<Message>> {
  if (!isSolid(change) || !['amount', 'count', 'score'].includes(change.kind) || change.kind !== now.kind) return;
  const gap = now.value.minus(before.value);
  const up = change.role === 'up';
  const facts = [now, before, change];
  const tolerance = sum([now, before, change].map((fact) => (fact.decimals === 0 && fact !== change ? gap.times(0) : resultSlack(fact))));
  const signed = up ? gap : gap.negated();
  if (near(signed, change.value.abs(), change.kind === 'count' ? gap.times(0) : tolerance) || (change.value.isZero() && near(gap, change.value, tolerance))) {
    yield holds(facts);
    return;
  }
  // 6.04元 for 万元 is a slip of the unit: its own rule says so.
  if (slipsUnit(change, signed, now) || slipsLevel(now, before, change)) return;
  const word = WORDS.exec(change.lead)?.[1] ?? (up ? '增加' : '减少');
  // 由186万增加到198万: the words stand before the first of the two.
  const what = /^(?:增|减|下|上|提|降)/.test(about(now)) ? about(before).replace(/[由从]$/, '') : about(now);
  if (near(signed.negated(), change.value, tolerance)) {
    const expected = up ? '减少' : '增加';
    yield { facts, cells: [], fault: { message: 'direction', data: { what, before: written(reading, before), now: written(reading, now), expected, received: word }, places: [change, now, before], expected, received: word, calculation: subtraction(now, before) } };
    return;
  }
  const expected = inUnitOf(now, gap.abs());
  const received = written(reading, change);
  const calculation = up ? subtraction(now, before) : subtraction(before, now);
  yield { facts, cells: [], fault: { message: 'difference', data: { what, word, expected, received, calculation }, places: [change, now, before], expected, received, calculation } };
}

/** True where the digits are right and only 万 is missing or too many. */
export function slipsUnit(change: Fact, expected: Decimal, like: Fact): boolean {
  if (change.kind !== 'amount' || change.scale === like.scale || change.value.isZero()) return false;
  return near(change.value.div(change.scale), expected.abs().div(like.scale), resultSlack(change).div(change.scale).times(3));
}

/** 0.85万元 against 0.96元: one of the two lost its 万. */
function slipsLevel(now: Fact, before: Fact, change: Fact): boolean {
  if (now.kind !== 'amount' || now.scale === before.scale) return false;
  const gap = now.value.div(now.scale).minus(before.value.div(before.scale));
  return near(gap.abs(), change.value.div(change.scale), resultSlack(change).div(change.scale).times(2));
}

const THAN = /^(?:比|较|相比)/;

/** 由88.5%提升至90.7%，提升2.2个百分点: a difference of two rates; of `backwards` it was told already that they go the other way than the words say. */
function* pointsOf(reading: Reading, facts: readonly Fact[], change: Fact, backwards: ReadonlySet<Fact>): Iterable<Outcome<Message>> {
  const rates = facts.filter((fact) => fact.index < change.index && fact.kind === 'rate' && fact.token.kind === 'rate' && isSolid(fact) && !fact.aside);
  const [first, last] = rates.slice(-2);
  if (!first || !last || last.index !== change.index - 1 || !isSolid(change)) return;
  const fromTo = FROM.test(first.lead) && UP_TO.test(last.lead) && last.index === first.index + 1 && change.clause <= last.clause + 1;
  const than = THAN.test(last.lead) && last.clause === change.clause && first.index === last.index - 1;
  if (!fromTo && !than) return;
  const [now, before] = fromTo ? [last, first] : [first, last];
  const gap = now.value.minus(before.value);
  const signed = change.role === 'up' ? gap : gap.negated();
  const tolerance = sum([now, before, change].map(slack));
  if (near(signed, change.value, tolerance)) return void (yield holds([now, before, change]));
  const what = about(fromTo ? first : now);
  if (near(signed.negated(), change.value, tolerance)) {
    if (!backwards.has(now)) yield turned(reading, change, { now, before }, what);
    return;
  }
  const [expected, received] = [`${signed.abs().toString()}个百分点`, written(reading, change)];
  const calculation = `${(signed.lt(0) ? before : now).value.toString()} − ${(signed.lt(0) ? now : before).value.toString()} = ${signed.abs().toString()}`;
  const word = WORDS.exec(change.lead)?.[1] ?? '变化';
  yield { facts: [now, before, change], cells: [], fault: { message: 'difference', data: { what, word, expected, received, calculation }, places: [change, now, before], expected, received, calculation } };
}

/** 与上年持平: both figures are looked for, in the same sentence first, then in the whole report. */
function* levels(reading: Reading): Iterable<Outcome<Message>> {
  const told = new Map<string, readonly Fact[]>();
  for (const said of levelsSaid(reading, LEVEL, PAST)) {
    if (LOOSE_LEVEL.test(said.words) || /^\s*$/.test(said.words)) continue;
    const { now, before } = said;
    const gap = now.value.minus(before.value);
    const facts = [...now.facts, ...before.facts].filter((fact) => gap.isZero() || !fact.value.isZero());
    const like = now.facts[0];
    if (!like) continue;
    if (gap.isZero()) {
      yield holds(facts);
      continue;
    }
    const what = said.what;
    const earlier = told.get(what);
    told.set(what, facts);
    const calculation = `${bare(like, now.value)} − ${bare(like, before.value)} = ${bare(like, gap)}`;
    yield { facts, cells: [], fault: {
      message: 'level', data: { what, received: said.words, before: inUnitOf(like, before.value), now: inUnitOf(like, now.value), calculation },
      places: [said.span, ...facts.filter((fact) => !fact.value.isZero())], expected: null, received: said.words, calculation, ...(earlier ? { follows: { facts: earlier, cells: [] } } : {}),
    } };
  }
}
