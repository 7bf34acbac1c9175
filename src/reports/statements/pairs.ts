// The two figures that a change speaks of: this year's and the one before, told by year and by 比, 与, 较.
import type { Fact } from '../fact';
import { HUNDRED, near } from '../../model/decimal';
import { isComparedWith, isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import { slipExplains } from './slip';

export interface Pair {
  readonly now: Fact;
  readonly before: Fact;
}

const BUDGET = /预算/;
const COMPARES = /比|较|与|同|相比/;
export const FROM = /(?:由|从)[^，。；]{0,10}$/;
export const UP_TO = /(?:到|至|为)(?:20\d{2}年的?)?$/;
const SAVED = /^(?:共|实际|累计)?(?:节约|节支|节省)[\u4e00-\u9fa5]{0,6}$/;

/** The pair of levels before a change; null when it cannot be told for sure. */
export function pairFor(reading: Reading, facts: readonly Fact[], change: Fact): Pair | null {
  const averages = averagesBefore(facts, change);
  if (averages) return averages;
  const side = sideOf(change);
  const levels = levelsBefore(facts, change).filter(({ measure }) => side === null || measure === side || measure !== 'income' && measure !== 'spending');
  const last = levels.at(-1);
  if (!last) return null;
  // 1.26万元，比预算2万元节约0.74万元，比上年1.48万元下降: what was only compared with is not compared again.
  const first = levels.filter((fact) => fact === last || !isComparedWith(fact)).at(-2);
  if (comparedWithBudget(reading, change)) return first ? againstBudget(first, last, change) : null;
  return (first && isPair(first, last) ? besideOneAnother(first, last, change) : null) ?? elsewhere(reading, last, change);
}

/** 收入增长10%，支出增长7.14%: the change says of which side it is. */
function sideOf({ lead }: Fact): 'income' | 'spending' | null {
  const [income, spending] = [/收入/.test(lead), /支出/.test(lead)];
  return income === spending ? null : income ? 'income' : 'spending';
}

/** The levels since the last change of another pair: a change and its percentage belong together. Up to four of them. */
function levelsBefore(facts: readonly Fact[], change: Fact): readonly Fact[] {
  const levels: Fact[] = [];
  for (let i = facts.length - 1; i >= 0 && levels.length <= 3; i--) {
    const fact = facts[i];
    if (!fact || fact.index >= change.index || fact.aside) continue;
    // 比预算减少3万元，比上年10万元减少1万元: the first figure is compared twice.
    if ((fact.role === 'up' || fact.role === 'down') && levels.length > 1) break;
    // 完成预算1200万元的105%: it is only measured by.
    if (fact.role === 'level' && fact.tail !== '的' && mayChange(fact, change, levels.at(-1))) levels.unshift(fact);
  }
  return levels;
}

/** True where the change may be one of this level. `last`: the level nearest to the change so far. */
function mayChange(fact: Fact, { kind }: Fact, last: Fact | undefined): boolean {
  if (kind !== 'rate') return fact.kind === kind || kind === 'bare' && fact.kind === 'amount';
  // 0.86万元，接待12批次，比上年1.02万元下降: the counts between are another matter.
  return (fact.kind === 'amount' || fact.kind === 'count') && (last === undefined || fact.kind === last.kind);
}

/** What was spent, and the budget that the words compare it with. */
function againstBudget(first: Fact, last: Fact, change: Fact): Pair | null {
  const budget = [last, first].find(isBudget);
  const now = budget === last ? first : last;
  if (!budget || isBudget(now)) return null;
  // 合计31万元，比年初预算35万元节约4万元: one after another, whatever they are called.
  if (budget === last && now.index === budget.index - 1 && budget.index === change.index - 1 && /^(?:比|较)/.test(budget.lead) && now.parent === null && isSolid(budget) && isSolid(now)) return { now, before: budget };
  return isPair(budget, now) && budget.scope === now.scope ? { now, before: budget } : null;
}

/** Two levels one after the other: of two years, 由…到…, or a budget and what was saved of it. */
function besideOneAnother(first: Fact, last: Fact, change: Fact): Pair | null {
  if (fit(first, last)) return ordered(first, last);
  if (first.index !== last.index - 1) return null;
  const justBefore = last.index === change.index - 1;
  if ((change.kind !== 'rate' || justBefore) && FROM.test(first.lead) && UP_TO.test(last.lead)) return { now: last, before: first };
  // 预算620万元，实际采购598.3万元，节约21.7万元
  return SAVED.test(change.lead) && isBudget(first) && !isBudget(last) && justBefore ? { now: last, before: first } : null;
}

const isBudget = ({ measure }: Fact): boolean => measure?.includes('budget') === true;

/** 人均5.4万元，比上年人均5.2万元增加0.2万元 */
function averagesBefore(facts: readonly Fact[], change: Fact): Pair | null {
  const [now, before] = facts.filter((fact) => fact.index < change.index && fact.index >= change.index - 2);
  return now?.role === 'each' && (before?.role === 'each' || before?.role === 'level') && /^(?:(?:[比较]|低于|高于)?(?:上年|去年|20\d{2}年)|[比较](?:规定|标准|要求|考核|目标|计划))/.test(before.lead) && now.kind === before.kind && now.unit === before.unit && isSolid(now) && isSolid(before) && now.value.lt(before.value.times(5)) && before.value.lt(now.value.times(5)) && (change.kind === 'rate' || change.kind === now.kind) ? { now, before } : null;
}

const NEAR_LINES = 2;
const NEAR_FACTS = 120;

/** The other year's figure stands in a sentence or a paragraph before: taken where only one value was given for it. */
function elsewhere(reading: Reading, fact: Fact, change: Fact): Pair | null {
  const wanted = fact.year === reading.base ? reading.base - 1 : fact.year === reading.base - 1 ? reading.base : null;
  const words = reading.lineOf.get(change.line)?.plain.text.slice(Math.max(0, change.clauseStart - 30), change.start) ?? '';
  if (wanted === null || !isSolid(fact) || fact.kind !== 'amount' || fact.scope === null || fact.scope === 'named' || fact.measure === null || fact.clause < change.clause - 3 || /预算/.test(words) || !/上年|去年|同期|20\d{2}年|同比/.test(words + fact.lead)) return null;
  const found = reading.index.around(change.line, NEAR_LINES).filter((other) => other.index < change.index && other.index >= change.index - NEAR_FACTS && other.year === wanted && other.yearSaid && other.scope === fact.scope && other.measure === fact.measure && other.source === fact.source && other.kind === 'amount' && other.role === 'level' && isSolid(other) && !other.aside);
  const one = found[0] ?? unsaid(reading, fact, change, wanted);
  if (!one || found.some(({ value }) => !value.eq(one.value))) return null;
  return wanted < reading.base ? { now: fact, before: one } : { now: one, before: fact };
}

/** 全年支出8620万元 … 与上年支出7982万元相比增长8%: this year need not be said, where a slip of the percentage tells that the two are meant. */
function unsaid(reading: Reading, before: Fact, change: Fact, wanted: number): Fact | undefined {
  if (wanted !== reading.base || change.kind !== 'rate' || before.scope !== 'total' || before.value.isZero()) return undefined;
  const found = reading.index.around(change.line, NEAR_LINES).filter((other) => other.index < change.index && other.year === wanted && other.scope === 'total' && other.measure === before.measure && other.kind === 'amount' && other.role === 'level' && isSolid(other) && !other.aside && other.parent === null);
  return found.find((now) => slipExplains([change], ([stated]) => stated !== undefined && near(now.value.minus(before.value).abs().div(before.value).times(HUNDRED), stated, resultSlack(change))));
}

function comparedWithBudget(reading: Reading, change: Fact): boolean {
  const text = reading.lineOf.get(change.line)?.plain.text.slice(change.clauseStart, change.start) ?? '';
  return BUDGET.test(text) && (COMPARES.test(text) || /超/.test(text)) && !/上年|去年|20\d{2}年/.test(text);
}

function isPair(a: Fact, b: Fact): boolean {
  return isSolid(a) && isSolid(b) && a.kind === b.kind && (a.kind === 'amount' || a.unit === b.unit) && a.parent === null === (b.parent === null);
}

/** Two years of the same thing: the second says no other subject than the first. */
function fit(a: Fact, b: Fact): boolean {
  if (a.year === b.year) return false;
  return a.scope === b.scope && (a.scope !== 'named' || sameWords(a, b)) && (a.source === b.source || b.source === '' || a.source === '') && (a.measure === b.measure || a.measure === null || b.measure === null);
}

function sameWords(a: Fact, b: Fact): boolean {
  const plain = (words: string | null): string => (words ?? '').replace(/(?:本|上|去|今|当)?年度?|决算|支出|的|数|金额|总额/g, '');
  const [x, y] = [plain(a.words), plain(b.words)];
  return x === y || x === '' || y === '' || x.endsWith(y) || y.endsWith(x);
}

function ordered(a: Fact, b: Fact): Pair {
  return a.year > b.year ? { now: a, before: b } : { now: b, before: a };
}
