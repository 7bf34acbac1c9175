// Changes whose other figure stands behind them, further up under the same name, or at the beginning of the year: told only where one slip of the hand explains them.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import { FROM, UP_TO } from './pairs';
import { slipExplains } from './slip';

export interface LookBack {
  readonly change: Fact;
  readonly now: Fact;
  readonly before: Fact;
  /** Null: which two are meant cannot be told. */
  readonly holds: boolean | null;
}

type Two = Pick<LookBack, 'now' | 'before'>;

const LAST_YEAR = /^[，]?(?:上年|去年)度?同期$|^[(，]?(?:上年|去年|20\d{2}年)度?(?:同期)?(?:[\u4e00-\u9fa5]{0,8})?(?:为|是)$|^\((?:原有?|上年|去年|20\d{2}年)度?(?:同期)?$/;
const THAN_PAST = /^(?:比|较|与)(?:上年|去年|20\d{2}年)/;
const THAN_JANUARY = /(?:比|较)(?:上年末|年初|期初)/;
/** The words may be the first of an item. */
const NEW = /(?:^(?:\d{1,2}[、.]|\(\d{1,2}\)|[①-⑳])?|[，、])(?:全年|当年|年内)?(?:新增|新建|新设|新装|净增|增加|减少)[\u4e00-\u9fa5]{0,12}$/;
const LINES_BACK = 1;
const NEAR_FACTS = 5;

/** Two figures of one thing and their difference, in other places than the words usually put them. */
export function* lookingBack(reading: Reading, facts: readonly Fact[]): Iterable<LookBack> {
  for (const change of facts) {
    if (!mayGrow(change)) continue;
    const looked = behind(reading, facts, change);
    // Of a part, or of its whole: told only where a slip explains it.
    const told = (looked?.now.parent === null ? looked : null) ?? ofDifference(reading, change) ?? eachFromTo(reading, change);
    const pair = told ?? looked ?? elsewhere(reading, facts, change);
    if (!pair) continue;
    const tied = [change, pair.now, pair.before];
    const fits = givenBy(change, pair);
    const holds = fits(tied.map(({ value }) => value));
    if (holds || told || slipExplains(tied, fits)) yield { change, ...pair, holds };
    else if (pair.now.index === reading.facts[pair.before.index - 1]?.parent) yield { change, ...pair, holds: null };
  }
}

/** An amount, a count, a score or a percentage; points of a rate are measured elsewhere. */
function mayGrow(change: Fact): boolean {
  if (!isSolid(change) || change.aside) return false;
  return change.kind === 'rate' ? change.token.kind === 'rate' : change.kind === 'amount' || change.kind === 'count' || change.kind === 'score';
}

/** Other places where the two may stand, in the order in which they are looked for. */
const PLACES: readonly ((reading: Reading, change: Fact, facts: readonly Fact[]) => Two | null)[] = [sinceJanuary, fromTo, sentenceBefore, betweenTwo, grownTo, wholeThen, wholeOfBudget, withinBudget];

function elsewhere(reading: Reading, facts: readonly Fact[], change: Fact): Two | null {
  for (const place of PLACES) {
    const found = place(reading, change, facts);
    if (found) return found;
  }
  return null;
}

/** Whether values of the change, of now and of before hold together, as exactly as the three are written. */
function givenBy(change: Fact, { now, before }: Two): (values: readonly Decimal[]) => boolean {
  const apart = slack(now).plus(slack(before));
  return ([by, later, earlier]) => {
    if (by === undefined || later === undefined || earlier === undefined) return false;
    const gap = later.minus(earlier).abs();
    if (change.kind !== 'rate') return near(gap, by.abs(), resultSlack(change).plus(apart));
    return !earlier.isZero() && near(gap.div(earlier).times(HUNDRED), by.abs(), resultSlack(change).plus(apart.div(earlier).times(HUNDRED)));
  };
}

const alike = (a: Fact, b: Fact): boolean => b.kind === 'rate' ? a.kind === 'amount' || a.kind === 'count' : a.kind === b.kind && (a.kind === 'amount' ? a.scale === b.scale : a.unit === b.unit);

/** 藏书52.3万册，较上年增加2.6万册，上年为49.7万册; 渡运286.4万人次，日均7847人次，同比增加23.6万人次(2021年262.8万人次)，增长8.98%: averages and rates between are another matter. */
function behind(reading: Reading, facts: readonly Fact[], change: Fact): Two | null {
  const before = pastBeside(reading, change);
  const now = before && levelBefore(facts, change, before);
  // 预算增长6.25%；2023年决算数为836万元: this year's figure of the next thing.
  if (!now || now.yearSaid && /20\d{2}年/.test(before.lead) && before.year >= now.year) return null;
  return { now: wholeMeant(reading, change, now, before) ?? now, before };
}

/** Last year's figure, just behind the change or in a bracket just before it. */
function pastBeside(reading: Reading, change: Fact): Fact | null {
  if (change.role !== 'up' && change.role !== 'down') return null;
  const [last, beside, third] = [reading.facts[change.index - 1], reading.facts[change.index + 1], reading.facts[change.index + 2]];
  // 减少65起，下降17.24%(上年377起)
  const next = beside?.kind === 'rate' && beside.role === change.role && third?.aside === true ? third : beside;
  const before = next && LAST_YEAR.test(next.lead) ? next : last?.aside === true && LAST_YEAR.test(last.lead) && change.kind === 'rate' ? last : undefined;
  // 分别 tells of more than this one.
  return before && !before.lead.includes('分别') && before.sentence === change.sentence && before.role === 'level' && isSolid(before) ? before : null;
}

/** This year's figure of the same kind, with no other level behind it. */
function levelBefore(facts: readonly Fact[], change: Fact, before: Fact): Fact | null {
  const earlier = facts.filter((fact) => fact.index < Math.min(change.index, before.index) && fact.index >= change.index - NEAR_FACTS && !fact.aside && fact.kind !== 'rate');
  const now = earlier.findLast((fact) => alike(fact, before) && (fact.role === 'level' || fact.role === 'each' && (earlier.length === 1 || /平均/.test(fact.lead))));
  if (!now || !isSolid(now) || ![now, before].every((fact) => alike(fact, change))) return null;
  // 上年末96.5万吨 behind another figure of this year may be that one's.
  return earlier.some((fact) => fact.index > now.index && fact.role === 'level' && fact.kind === now.kind) ? null : now;
}

/** 支出38.72万元，其中公务接待费3.52万元，比上年下降8%(上年42.1万元): the whole, where it gives the change. */
function wholeMeant(reading: Reading, change: Fact, now: Fact, before: Fact): Fact | null {
  const whole = now.parent === null ? undefined : reading.facts[now.parent];
  if (!whole || !alike(whole, before) || !isSolid(whole)) return null;
  const gap = whole.value.minus(before.value).abs();
  const by = change.kind === 'rate' && !before.value.isZero() ? gap.div(before.value).times(HUNDRED) : gap;
  return near(by, change.value.abs(), resultSlack(change).times(2)) ? whole : null;
}

/** 户均2860元，较改造前的3250元减少390元，减轻负担12%: where the difference holds, its percentage is of the figure compared with. */
function ofDifference(reading: Reading, change: Fact): Two | null {
  const [now, before, gap] = reading.facts.slice(Math.max(0, change.index - 3), change.index);
  if (!now || !before || !gap || change.kind !== 'rate' || (change.role !== 'up' && change.role !== 'down') || gap.role !== change.role || gap.sentence !== change.sentence || now.sentence !== change.sentence || change.clause - gap.clause > 1) return null;
  if (!/^(?:比|较|由|从)/.test(before.lead) || (now.role !== 'level' && now.role !== 'each') || before.role === 'up' || before.role === 'down' || [now, before, gap].some((fact) => fact.aside || !isSolid(fact)) || !alike(now, before) || !alike(before, gap) || before.value.isZero()) return null;
  return now.value.minus(before.value).abs().eq(gap.value) ? { now, before } : null;
}

/** 年末结余92万元，较年初减少34万元: what was carried in is what there was in January. */
function sinceJanuary(reading: Reading, change: Fact, facts: readonly Fact[]): Two | null {
  if ((change.role !== 'up' && change.role !== 'down') || !THAN_JANUARY.test(change.lead)) return null;
  const now = facts.filter((fact) => fact.index < change.index).at(-1);
  if (!now || now.measure !== 'balance' || now.role !== 'level' || !alike(now, change)) return null;
  const carried = reading.index.around(change.line, LINES_BACK).filter((fact) => fact.index < now.index && fact.measure === 'carried-in' && alike(fact, change) && isSolid(fact));
  const [before] = carried;
  return before && carried.every(({ value }) => value.eq(before.value)) ? { now, before } : null;
}

/** 三公经费16.38万元，其中…；较2023年的18.2万元下降10%，压减1.82万元: behind the parts, their whole is compared. */
function wholeThen(reading: Reading, change: Fact): Two | null {
  if (change.role !== 'up' && change.role !== 'down') return null;
  const before = reading.facts.slice(Math.max(0, change.index - 2), change.index).find(({ lead }) => THAN_PAST.test(lead));
  const part = before && reading.facts.slice(Math.max(0, before.index - 3), before.index).findLast(({ kind, role }) => kind !== 'rate' && role !== 'each');
  if (!before || !part || part.parent === null || part.sentence !== before.sentence || part.segment === before.segment || change.segment !== before.segment) return null;
  const now = reading.facts[part.parent];
  return now && alike(now, before) && [now, before].every((fact) => alike(fact, change) && isSolid(fact)) ? { now, before } : null;
}

/** 三公经费预算29.5万元。实际支出26.77万元，其中…，较预算节约2.73万元: the budget stands in the sentence before. */
function wholeOfBudget(reading: Reading, change: Fact): Two | null {
  const part = reading.facts[change.index - 1];
  if (change.role !== 'down' || change.kind !== 'amount' || !/^(?:比|较)(?:年初)?预算(?:数)?/.test(change.lead) || part === undefined || part.parent === null || part.sentence !== change.sentence) return null;
  const now = reading.facts[part.parent];
  const budgets = now ? reading.index.around(change.line, 0).filter((fact) => fact.index < now.index && fact.kind === 'amount' && fact.measure?.includes('budget') === true && (fact.scope === now.scope || part.scope !== 'named' && reading.facts.some((own) => own.parent === fact.index && own.scope === part.scope)) && fact.role === 'level' && isSolid(fact) && !fact.aside) : [];
  const [before] = budgets;
  return now && before && budgets.every(({ value }) => value.eq(before.value)) ? { now, before } : null;
}

/** 由每月300元提高到每月450元，增长50% */
function eachFromTo(reading: Reading, change: Fact): Two | null {
  const [before, now] = reading.facts.slice(Math.max(0, change.index - 2), change.index);
  if (!before || !now || change.kind !== 'rate' || (change.role !== 'up' && change.role !== 'down') || change.clause - now.clause > 1 || now.clause !== before.clause || change.sentence !== now.sentence) return null;
  return (before.role === 'each' || now.role === 'each') && FROM.test(before.lead) && /(?:到|至)(?:每[人户月年天亩]{1,2})*$/.test(now.lead) && alike(now, before) && [now, before].every((fact) => isSolid(fact) && !fact.aside) && !before.value.isZero() ? { now, before } : null;
}

/** 合计2.53万元，控制在年初预算4.20万元以内，比年初预算减少1.67万元 */
function withinBudget(reading: Reading, change: Fact): Two | null {
  const beside = reading.facts[change.index - 1];
  const gap = change.kind === 'rate' && beside?.role === change.role && beside.kind !== 'rate' ? beside : change;
  const [now, before] = reading.facts.slice(Math.max(0, gap.index - 2), gap.index);
  if (!now || !before || change.role !== 'down' || !/^(?:比|较)(?:年初|全年)?预算/.test(gap.lead) || !/预算/.test(before.lead) || before.role !== 'limit' || now.role !== 'level' || now.sentence !== change.sentence || !isSolid(now) || before.value.lte(0)) return null;
  return alike(now, before) && now.kind === 'amount' && gap.clause - before.clause <= 1 && before.clause - now.clause <= 1 ? { now, before } : null;
}

/** 死亡31人，减少7人，由38人降至31人: the one change of the unit in the sentence is that of the two figures. */
function betweenTwo(_: Reading, change: Fact, facts: readonly Fact[]): Two | null {
  if ((change.role !== 'up' && change.role !== 'down') || change.kind === 'rate') return null;
  const same = facts.filter((fact) => alike(fact, change));
  const at = same.findIndex(({ lead }) => FROM.test(lead));
  const [before, now] = [same[at], same[at + 1]];
  if (!before || !now || before.index < change.index || now.index !== before.index + 1 || !UP_TO.test(now.lead) || same.filter(({ role }) => role === 'up' || role === 'down').length !== 1) return null;
  // What went down is the figure told before.
  return same.some((fact) => fact.index < change.index && fact.role === 'level' && fact.value.eq(now.value)) && isSolid(now) && isSolid(before) ? { now, before } : null;
}

/** 高新技术企业净增58家，总数达到386家（上年328家） */
function grownTo(reading: Reading, change: Fact): Two | null {
  const [now, before] = [reading.facts[change.index + 1], reading.facts[change.index + 2]];
  if ((change.role !== 'up' && !NEW.test(change.lead)) || !now || !before || now.clause - change.clause > 1 || !/总[数量]|达到?|增[至到]/.test(now.lead) || !before.aside || now.aside || before.clause !== now.clause || !LAST_YEAR.test(before.lead)) return null;
  return [now, before].every((fact) => alike(fact, change) && isSolid(fact)) ? { now, before } : null;
}

/** 36520人，其中…。较年初37680人净减1160人: what is compared stands in the sentence before, as its first figure of the unit. */
function sentenceBefore(reading: Reading, change: Fact, facts: readonly Fact[]): Two | null {
  const [before] = facts;
  if ((change.role !== 'up' && change.role !== 'down') || !before || change.index !== before.index + 1 || change.clause !== before.clause || !/^(?:比|较|与)(?:年初|期初|上年[末底]?|去年[末底]?|20\d{2}年[末底]?)的?$/.test(before.lead)) return null;
  const now = reading.index.around(change.line, 0).find((fact) => fact.sentence === change.sentence - 1 && alike(fact, before));
  return now && alike(now, change) && [now, before].every((fact) => alike(fact, change) && isSolid(fact)) && now.role === 'level' && !now.aside && now.parent === null ? { now, before } : null;
}

/** 新增种植面积320亩，面积由1680亩增加到2000亩 */
function fromTo(reading: Reading, change: Fact): Two | null {
  const [before, now] = [reading.facts[change.index + 1], reading.facts[change.index + 2]];
  // 同比下降12.5%(由24人降到21人)
  const explained = change.kind === 'rate' && (change.role === 'up' || change.role === 'down') && before?.aside === true && now?.aside === true;
  if (!NEW.test(change.lead) && !explained || !before || !now || now.sentence !== change.sentence || before.clause - change.clause > 1 || now.clause !== before.clause) return null;
  return FROM.test(before.lead) && UP_TO.test(now.lead) && [before, now].every((fact) => alike(fact, change) && isSolid(fact)) ? { now, before } : null;
}

const CHANGED = /(?:比|较|同比)?(?:上年|去年|20\d{2}年|同期)?(?:度)?(?:同比|相比)?(?:增加|减少|增长|下降|降低)(?:了)?$/;
const NAME_ONLY = /支出|资金|经费|收入|财政|金额|总额|决算|的|[、，；和]/g;
const core = (words: string): string => words.replace(NAME_ONLY, '').replace(/^(?:其中|与20\d{2}年相比|本年|全年)/, '');
const NAMED_BACK = 2;

/** 环卫保洁支出增加115.6万元，增长5.03%: this year's figure stands in a paragraph before under the same name. */
export function namedGrowth(reading: Reading, amount: Fact, percent: Fact): { readonly now: Fact; readonly base: Decimal; readonly holds: boolean } | null {
  const name = core(amount.lead.replace(CHANGED, ''));
  if (!CHANGED.test(amount.lead) || name.length < 3 || amount.kind !== 'amount' || percent.index !== amount.index + 1) return null;
  const found = reading.index.around(amount.line, NAMED_BACK).filter((fact) => fact.index < amount.index && fact.role === 'level' && fact.kind === 'amount' && isSolid(fact) && !fact.aside && fact.measure !== 'budget' && core(fact.words ?? '') === name);
  const now = found.at(-1);
  if (!now || found.some(({ value }) => !value.eq(now.value))) return null;
  const baseOf = (value: Decimal, by: Decimal): Decimal => (amount.role === 'up' ? value.minus(by) : value.plus(by));
  const fits = ([level, by, stated]: readonly Decimal[]): boolean => level !== undefined && by !== undefined && stated !== undefined && baseOf(level, by).gt(0) && near(by.div(baseOf(level, by)).times(HUNDRED), stated, resultSlack(percent).times('1.5'));
  const tied = [now, amount, percent];
  const holds = fits(tied.map(({ value }) => value));
  const base = baseOf(now.value, amount.value);
  return base.gt(0) && (holds || slipExplains(tied, fits)) ? { now, base, holds } : null;
}
