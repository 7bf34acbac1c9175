// 目标值100%，实际99.2%，低于目标值0.8个百分点; 指标值30个，实际完成32个，超额完成2个: how far a figure is from its target or from last year's beside it.
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';

export interface Distance {
  readonly change: Fact;
  readonly now: Fact;
  readonly before: Fact;
  readonly holds: boolean;
}

type Apart = Pick<Distance, 'now' | 'before'>;

const TARGET = /目标|指标值|计划|任务/;
const ACTUAL = /实际|完成|达到?|为$/;
/** 比目标值92%高出3.3个百分点, 高于目标值90%4.6个百分点 */
const MEASURED_FROM = /(?:高于|低于|超过|超出|比|较|距离?)(?:[\u4e00-\u9fa5]|20\d{2}){0,8}$/;
const BY = /^(?:的(?:控制)?(?:目标值?|指标值?|线|平均水平|平均值))?(?:还差|差|还|高出?|低|超出?|多出?)?(?:了)?$/;
const FROM_TARGET = /(?:高于|低于|超过|超出|高出|超)(?:年度|预期|绩效|计划)?(?:目标|指标|计划)[\u4e00-\u9fa5]{0,4}$/;
const BEYOND = /(?:^|[，、])(?:超额?|超出|高出|多)(?:完成)?(?:了)?$|(?:^|[，、])(?:超过?|超出)(?:年度|绩效)?(?:目标|计划|指标)[\u4e00-\u9fa5]{0,3}$|(?:^|[，、])比(?:目标|计划|指标值|任务)[\u4e00-\u9fa5]{0,3}(?:多|少)(?:完成)?(?:了)?$/;
const LAST_YEAR = /^[(，]?(?:上年|去年|20\d{2}年)度?(?:同期)?(?:为|是)?$/;
const THAN_LAST_YEAR = /(?:比|较)(?:上年|去年|20\d{2}年)/;

export function* distances(reading: Reading, facts: readonly Fact[]): Iterable<Distance> {
  for (const change of facts) {
    if (!isSolid(change) || change.aside) continue;
    const pair = change.token.kind === 'points' ? pointsApart(reading, facts, change) : change.kind === 'count' || change.kind === 'amount' || change.kind === 'rate' ? countsApart(facts, change) : null;
    if (!pair) continue;
    const gap = pair.now.value.minus(pair.before.value).abs();
    if (change.token.kind !== 'rate') yield { change, ...pair, holds: near(gap, change.value.abs(), resultSlack(change)) };
    else if (!pair.before.value.isZero()) yield { change, ...pair, holds: near(gap.div(pair.before.value).times(HUNDRED), change.value, resultSlack(change).times(2)) };
  }
}

/** 不低于32% is a value to measure from, if not to calculate with. */
const isRate = (fact: Fact): boolean => fact.kind === 'rate' && fact.token.kind === 'rate' && !fact.token.partial && !fact.aside;

function pointsApart(reading: Reading, facts: readonly Fact[], change: Fact): Apart | null {
  const [last, first] = facts.filter((fact) => fact.index < change.index && isRate(fact)).slice(-2).reverse();
  if (!last || last.index !== change.index - 1) return null;
  const behind = reading.facts[change.index + 1];
  if (behind && isSolid(last) && isOtherRate(change, behind)) return { now: last, before: behind };
  if (!first || first.index !== last.index - 1) return null;
  if (isMeasuredFrom(first, last, change)) return { now: first, before: last };
  const [target, actual] = TARGET.test(first.lead) ? [first, last] : [last, first];
  return FROM_TARGET.test(change.lead) && change.segment === first.segment && change.clause - last.clause <= 1 && TARGET.test(target.lead) && !TARGET.test(actual.lead) && isSolid(actual) ? { now: actual, before: target } : null;
}

/** 提高1.2个百分点(上年96.5%): the rate behind the change is the one compared with. */
function isOtherRate(change: Fact, behind: Fact): boolean {
  if (behind.kind !== 'rate' || behind.token.kind !== 'rate' || behind.sentence !== change.sentence) return false;
  const thanLastYear = THAN_LAST_YEAR.test(change.lead);
  if (!behind.aside && !(thanLastYear && /^(?:上年|去年)/.test(behind.lead))) return false;
  return LAST_YEAR.test(behind.lead) && (thanLastYear || change.role === 'up' || change.role === 'down') || namesAgain(change.lead, behind.lead);
}

/** 95.3%，比目标值92%高出3.3个百分点: the first is measured from the last. */
function isMeasuredFrom(first: Fact, last: Fact, change: Fact): boolean {
  const goesOn = change.clause === last.clause || change.clause === last.clause + 1 && /^(?:高出|低|超出|多出)/.test(change.lead);
  return goesOn && MEASURED_FROM.test(last.lead) && BY.test(change.lead) && last.clause - first.clause <= 1 && isSolid(first);
}

/** 较平日高21.2个百分点（平日65.2%） */
const namesAgain = (said: string, again: string): boolean => {
  const name = /^\(([\u4e00-\u9fa5]{2,6}?)(?:为|是)?$/.exec(again)?.[1];
  return name !== undefined && new RegExp(`[比较]${name}`).test(said);
};

function countsApart(facts: readonly Fact[], change: Fact): Apart | null {
  const [first, last] = facts.filter((fact) => fact.index < change.index && fact.index >= change.index - 2);
  if (!first || !last || !BEYOND.test(change.lead) || [first, last].some((fact) => (change.kind === 'rate' ? fact.kind !== 'count' && fact.kind !== 'amount' || fact.kind !== first.kind || fact.kind === 'count' && fact.unit !== first.unit : fact.kind !== change.kind || change.kind === 'count' && fact.unit !== change.unit) || fact.aside || fact.token.partial || fact.segment !== change.segment)) return null;
  const [target, actual] = TARGET.test(first.lead) ? [first, last] : [last, first];
  return TARGET.test(target.lead) && !TARGET.test(actual.lead.replace(/完成/, '')) && (ACTUAL.test(actual.lead) || /^(?:比|较|超|高于)/.test(target.lead) && target === last) && isSolid(actual) ? { now: actual, before: target } : null;
}
