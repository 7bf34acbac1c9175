// 发放问卷200份，收回196份，回收率98%: a rate that follows from the two counts just before it.
import type { Decimal } from '../../model/decimal';
import { decimal, HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isComparedWith, isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import { slipExplains } from './slip';

const RATE = /([\u4e00-\u9fa5]{2})(?:率|度|比例)(?:为|是|达|达到)?$/;
const LISTED = /(?:控制|编制使用|完成|回收|办结|结案|审结|执结|得分|满意|合格|达标|优良|就业|覆盖|到位|参训|参检|受检|抽检)(?:率|度|比例)?(?:为|是|达|达到)?$/;
const DONE = /(完成)(?:(?:年度)?(?:目标|计划|任务)(?:值|数)?的)?$/;
/** The first count is beyond doubt what the rate is taken of. */
const CERTAIN = /回收率|完成率?$/;
/** How far back the first count may stand, rates of the same list between. */
const LOOK_BACK = 4;
/** From so many on, a whole percentage seldom gives a whole number by chance. */
const LEAST_COUNT = 400;
const HALF = decimal('0.5');
const PLANNED = /发放|计划|目标|应|任务/;
/** What was done of what stands before it. */
const OF_THEM = /其中|[收返交]回|有效|实际?|已|完成|通过|合格|达标|整改|办理|办结|审结|执结|建成|投用|参[加训检与]|到[场位]|出席|满意|签约|落实|化解|处[理置]|解决|答复|采纳|取得|获得|就业|上岗|覆盖|惠及/;
const BEYOND = /^[，、]?(?:超额|超计划|超目标|超任务)(?:完成)?$/;
/** 产销差率: what is missing of the whole. */
const MISSING_RATE = /[差损漏缺亏空退]\S{0,2}率/;
/** 应发放, 实发放 */
const DUE = /(?:^|[\u4e00-\u9fa5])应[\u4e00-\u9fa5]{1,2}$/;
const IN_FACT = /^[，]?实[\u4e00-\u9fa5]{1,2}$/;

export interface CountRate {
  readonly rate: Fact;
  readonly above: Fact;
  readonly below: Fact;
  readonly holds: boolean;
}

/** A rate and the two counts just before it. */
interface Counted {
  readonly rate: Fact;
  readonly first: Fact;
  readonly second: Fact;
  /** 整改3498条，整改率: the count itself says what the rate is of. */
  readonly named: boolean;
  /** Other counts of the unit in the sentence, before the first, and the target behind the rate. */
  readonly earlier: readonly Fact[];
}

/** Rates behind two counts of one unit; what does not follow is told where one slip explains it or the words leave no other reading. */
export function* countRates(reading: Reading): Iterable<CountRate> {
  for (const rate of reading.facts) {
    const stem = stemOf(rate);
    const counted = stem === null ? null : countedBefore(reading, rate, stem);
    const found = counted && judge(counted);
    if (found) yield found;
  }
}

/** The word that a rate is called by: 回收 of 回收率; null where it is no rate of counts. */
function stemOf(rate: Fact): string | null {
  if (rate.kind !== 'rate' || rate.token.kind !== 'rate' || !isSolid(rate) || rate.aside || rate.role === 'up' || rate.role === 'down') return null;
  return RATE.exec(rate.lead)?.[1] ?? DONE.exec(rate.lead)?.[1] ?? null;
}

function countedBefore(reading: Reading, rate: Fact, stem: string): Counted | null {
  // 目标2000亩，实际2150亩，超额完成150亩，完成率107.5%: what was done beyond the target is in what was done.
  const beside = reading.facts[rate.index - 1];
  const second = beside && BEYOND.test(beside.lead) ? reading.facts[beside.index - 1] : beside;
  // 满分50分，得48.6分，得分率97.2%
  const marks = reading.facts[rate.index - 2];
  if (stem === '得分' && second && marks && /满分|分值/.test(marks.lead) && /^[，、]?(?:自评|实际)?得分?$/.test(second.lead) && [marks, second].every((fact) => fact.kind === 'score' && isSolid(fact) && fact.sentence === rate.sentence) && rate.clause - marks.clause <= 2) return { rate, first: marks, second, named: true, earlier: [] };
  if (!second || !isCount(second) || second.sentence !== rate.sentence || rate.clause - second.clause > (second === beside ? 1 : 2)) return null;
  // 按期完工33个，未按期完工3个，按期完工率: the second is no part of the first.
  if (new RegExp(`[不未](?:能|予|按期|按时|及时|如期)${stem}`).test(second.lead)) return null;
  // 合格1245批次，合格率98.81%，不合格15批次，不合格率1.19%: of both together.
  const before = reading.facts.slice(Math.max(0, second.index - LOOK_BACK), second.index).filter(isCount).at(-1);
  if (before && new RegExp(`[不未]${stem}`).test(second.lead) && new RegExp(`(?<![不未])${stem}`).test(before.lead)) return null;
  // 立案1246起，较上年1357起减少111起；破案862起: what is only compared with is passed over.
  const first = reading.facts.slice(Math.max(0, second.index - LOOK_BACK), second.index).filter((fact) => fact.kind !== 'rate' && fact.role !== 'each' && fact.role !== 'up' && fact.role !== 'down' && !isComparedWith(fact) && !fact.aside).at(-1);
  if (!first || !isCount(first) || one(first.unit) !== one(second.unit) || first.sentence !== rate.sentence || first.value.isZero() || second.value.isZero()) return null;
  // 高血压管理9.83万人，规范管理率76.2%；糖尿病管理2.64万人，规范管理率75.8%: the first has the same rate of its own.
  if (reading.facts.slice(first.index + 1, second.index).some((fact) => fact.kind === 'rate' && fact.words === rate.words && fact.segment === first.segment && fact.segment !== second.segment)) return null;
  const named = new RegExp(`(?<![不未])${stem}`).test(second.lead) || DUE.test(first.lead) && IN_FACT.test(second.lead);
  // 参保2.8万人，完成率112%，目标2.5万人: the target may stand behind its rate.
  const behind = reading.facts[rate.index + 1];
  const target = behind?.segment === rate.segment && PLANNED.test(behind.lead) ? [behind] : [];
  const earlier = [...target, ...reading.facts.slice(Math.max(0, first.index - LOOK_BACK), first.index)].filter((fact) => isCount(fact) && fact.sentence === rate.sentence && one(fact.unit) === one(second.unit));
  return { rate, first, second, named, earlier };
}

function judge(counted: Counted): CountRate | null {
  const { rate, first, second, named, earlier } = counted;
  // Amounts have rates of many kinds: only what was due and what of it was done.
  if (second.kind === 'amount' && !(named && PLANNED.test(first.lead))) return null;
  // A whole percentage of two counts is theirs, whatever it is called.
  if (!named && !LISTED.test(rate.lead) && !DONE.test(rate.lead) && (second.kind !== 'count' || rate.decimals > 0)) return null;
  if (fits(rate, [rate, first, second].map(({ value }) => value))) return { rate, above: second, below: first, holds: true };
  // 发放300份，收回290份，其中有效285份，有效回收率95%: of those further back.
  const below = earlier.find((fact) => fact.value.gt(0) && fits(rate, [rate, fact, second].map(({ value }) => value)));
  if (below) return { rate, above: second, below, holds: true };
  // 供水12045万立方米，售水10238.25万立方米，产销差率15%
  return MISSING_RATE.test(rate.lead) ? null : contradicted(counted);
}

/** The rate as one of the two counts in percent of the other. */
function fits(rate: Fact, [stated, a, b]: readonly Decimal[]): boolean {
  return stated !== undefined && a !== undefined && b !== undefined && !a.isZero() && !b.isZero()
    && (near(b.div(a).times(HUNDRED), stated, resultSlack(rate).times(2)) || near(a.div(b).times(HUNDRED), stated, resultSlack(rate)));
}

/** A rate that does not follow; null where other figures may be meant. */
function contradicted({ rate, first, second, named }: Counted): CountRate | null {
  const found = { rate, above: second, below: first, holds: false };
  // 受理1200件，其中行政许可800件，公共服务300件，办结率100%: two kinds beside one another.
  if (!named && second.parent !== null && second.parent === first.parent) return null;
  if (isRoundedSlip(rate, first, second)) return found;
  // 为计划120户的98%: the plan is the whole, wherever it stands.
  if (/的$/.test(rate.lead) && PLANNED.test(second.lead) !== PLANNED.test(first.lead) && second.index === first.index + 1) return PLANNED.test(second.lead) ? { ...found, above: first, below: second } : found;
  const certain = CERTAIN.test(rate.lead) && PLANNED.test(first.lead) || named && second.value.lte(first.value) && second.clause - first.clause <= 2;
  // 抽检食品500批次，药品600批次，合格率100%; 新建20座，改建10座: nothing says that the second is of the first.
  if (!certain && !named && !OF_THEM.test(second.lead) && ![first, second].some(({ lead }) => PLANNED.test(lead))) return null;
  return certain || slipExplains([rate, first, second], (values) => fits(rate, values)) ? found : null;
}

/** 800户, 776户, 79%: one slip of the whole percentage would give the second count to the last one. */
function isRoundedSlip(rate: Fact, first: Fact, second: Fact): boolean {
  return second.kind === 'count' && rate.decimals === 0 && rate.clause === second.clause + 1 && second.value.lt(first.value) && first.value.gte(LEAST_COUNT)
    && slipExplains([rate], ([stated]) => stated !== undefined && near(first.value.times(stated).div(HUNDRED), second.value, HALF), 2);
}

/** 3260人次 took part, 3162人 passed. */
const one = (unit: string): string => (unit === '名' || unit === '人次' ? '人' : unit);

const isCount = (fact: Fact): boolean => (fact.kind === 'count' || fact.kind === 'amount') && isSolid(fact) && (fact.role === 'level' || fact.role === 'limit') && !fact.aside;
