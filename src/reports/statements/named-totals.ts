// 在职与聘用人员合计71人, 三个项目预算合计2700万元, 已完工182个、在建4个: totals that say by name or number what they add up, and what is left of a total.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import type { Measure } from '../subjects';
import { oneSlipApart } from './slip';

export interface NamedTotal {
  readonly total: Fact;
  readonly parts: readonly Fact[];
  readonly holds: boolean;
}

const BY_NAME = /^([\u4e00-\u9fa5]{1,10}(?:[、与和及][\u4e00-\u9fa5]{1,10}?)+?)(?:[两三四][级项类])?(?:人员|人数|资金|经费|支出|投入)*(?:共计|合计|总计)(?:为|有|支出|投入)*$/;
const BY_NUMBER = /^(?:上述|以上|这)?([两二三四五六七八九])(?:个|项|类|级|批)?(?:财政|项目|资金|专项|工程|补贴|补助|费用)?(预算|支出|支付)?(?:资金|金额|投资|补助)?(?:合计|共计|总计|总量|总额)(?:拨付|支出|支付|投入|为|是)*$/;
const ENDING = /^([\u4e00-\u9fa5]{2,6}?)(?:总?数)?(?:共计|合计|总计|共)$/;
const NUMBERS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const CLASSES: Readonly<Record<string, readonly Measure[]>> = { 预算: ['budget', 'original-budget', 'final-budget'], 支出: ['spending'], 支付: ['spending'] };
const LINES_BACK = 1;
const LEFT = /^不予[\u4e00-\u9fa5]{2}$|^(?:尚)?未(结(?=$|案)|[\u4e00-\u9fa5]{2})|^(?:在建|尚有|还有|缺失|不合格|不达标)$|^((?:其余|剩余|余下|剩下|余|仅余|尚余)的?)$/;
const DONE = /已|审结|执结|结案|合格|上传|劝返|准确|完成|完工|办结|竣工|达标|通过|整改|化解/;
/** 发现问题1735个: what there is in all, whatever becomes of it. */
const ALL = /发现|应|需|抽检|检测|疑似|抽查|排查|申报|受理/;
/** How far back what is done and what there is in all may stand, rates and other units between. */
const LOOK_BACK = 6;

const one = (unit: string): string => (unit === '名' ? '人' : unit);
const alike = (a: Fact, b: Fact): boolean => a.kind === b.kind && (a.kind === 'amount' || one(a.unit) === one(b.unit));
const usable = (fact: Fact): boolean => fact.role === 'level' && isSolid(fact) && !fact.aside;

export function* namedTotals(reading: Reading): Iterable<NamedTotal> {
  for (const total of reading.facts) {
    if ((total.kind !== 'count' && total.kind !== 'amount') || !usable(total)) continue;
    const parts = byName(reading, total) ?? byNumber(reading, total);
    if (!parts) continue;
    const holds = near(sum(parts.map(({ value }) => value)), total.value, sum([...parts, total].map(slack)));
    const said = parts.every(({ sentence }) => sentence === total.sentence) || total.kind === 'amount' && inClass(total, parts);
    if (holds || said || oneSlipApart(total, parts)) yield { total, parts, holds };
  }
}

function inClass(total: Fact, parts: readonly Fact[]): boolean {
  const measures = CLASSES[BY_NUMBER.exec(total.lead)?.[2] ?? ''];
  return measures !== undefined && parts.every(({ measure }) => measure !== null && measures.includes(measure));
}

function byName(reading: Reading, total: Fact): readonly Fact[] | null {
  const names = BY_NAME.exec(total.lead)?.[1]?.split(/[、与和及]/) ?? [];
  if (names.length < 2) return byEnding(reading, total);
  const before = reading.index.around(total.line, LINES_BACK).filter((fact) => fact.index < total.index && usable(fact) && alike(fact, total) && fact.year === total.year);
  const parts = names.flatMap((name) => {
    const found = before.filter(({ words, lead }) => (words ?? '').includes(name) || lead.includes(name));
    const first = found[0];
    return first && found.every(({ value }) => value.eq(first.value)) ? [first] : [];
  });
  return parts.length === names.length && new Set(parts).size === parts.length ? parts : null;
}

/** 行政编制36名，事业编制22名，编制合计58名 */
function byEnding(reading: Reading, total: Fact): readonly Fact[] | null {
  const ending = ENDING.exec(total.lead)?.[1];
  if (ending === undefined || total.kind !== 'count') return null;
  const parts = reading.index.around(total.line, 0).filter((fact) => fact.index < total.index && fact.sentence === total.sentence && usable(fact) && alike(fact, total) && (fact.words ?? '').endsWith(ending));
  return parts.length >= 2 && parts.every(({ words, parent }) => words !== ending && parent === null) ? parts : null;
}

function byNumber(reading: Reading, total: Fact, classed = true): readonly Fact[] | null {
  const match = BY_NUMBER.exec(total.lead);
  const wanted = NUMBERS[match?.[1] ?? ''];
  if (!match || wanted === undefined || total.kind !== 'amount') return null;
  const measures = classed ? CLASSES[match[2] ?? ''] : undefined;
  const before = reading.index.around(total.line, 0).filter((fact) => fact.index < total.index && usable(fact) && fact.kind === 'amount' && (measures === undefined || (fact.measure !== null && measures.includes(fact.measure))));
  const own = before.filter(({ sentence }) => sentence === total.sentence);
  const parts = own.length > 0 ? own : before.filter(({ sentence }) => sentence === total.sentence - 1);
  if (parts.length !== wanted && measures !== undefined) return byNumber(reading, total, false);
  return parts.length === wanted && parts.every((fact) => fact.parent === null && fact.scale === total.scale) ? parts : null;
}

/** 应付服务费5475万元；根据考核扣减109.5万元，实付5365.5万元 */
export function* deductions(facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const paid of facts) {
    const [due, taken] = facts.filter((fact) => fact.index < paid.index && fact.kind === 'amount' && fact.role !== 'each').slice(-2);
    if (!due || !taken || !/^(?:最终|最后|实际)?(?:实[付发拨际]|应[付发拨])(?:支付|发放|拨付)?$/.test(paid.lead) || !/应[付发拨]|预算|安排|下达/.test(due.lead) || !/扣[减除]|核减/.test(taken.lead) || [due, taken, paid].some((fact) => fact.kind !== 'amount' || fact.aside || !isSolid(fact))) continue;
    // 扣减20万元，实际拨付350万元，结余10万元
    const left = facts.find((fact) => fact.index > paid.index && fact.kind === 'amount' && fact.measure === 'balance' && fact.role === 'level' && !fact.aside);
    const parts = [paid, taken, ...(left ? [left] : [])];
    const holds = near(sum(parts.map(({ value }) => value)), due.value, sum([due, ...parts].map(slack)));
    if (holds || oneSlipApart(due, parts)) yield { total: due, parts, holds };
  }
}

/** 优秀率86.4%、满意率12.1%，两项合计98.5% */
export function* ratesTogether(facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const total of facts) {
    const wanted = NUMBERS[/^([两二三四五])项(?:合计|共计|共)(?:占|为|达)*$/.exec(total.lead)?.[1] ?? ''];
    if (wanted === undefined || total.kind !== 'rate' || !isSolid(total) || total.aside) continue;
    const parts = facts.filter((fact) => fact.index < total.index && fact.index >= total.index - wanted);
    if (parts.length !== wanted || parts.some((fact) => fact.kind !== 'rate' || fact.token.kind !== 'rate' || !isSolid(fact) || fact.role === 'up' || fact.role === 'down')) continue;
    yield { total, parts, holds: near(sum(parts.map(({ value }) => value)), total.value, sum([...parts, total].map(resultSlack))) };
  }
}

/** 586户1924人: the second figure has the words of the first. */
function leadOf(reading: Reading, fact: Fact): string {
  const before = reading.facts[fact.index - 1];
  return fact.lead === '' && before?.line === fact.line && before.end === fact.start ? before.lead : fact.lead;
}

/** 项目186个，已完工182个，在建4个: total, done, and left over. */
export function* leftOvers(reading: Reading, facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const left of facts) {
    const match = LEFT.exec(leadOf(reading, left).replace(/^[，、]/, ''));
    if (!match || left.kind !== 'count' && left.kind !== 'amount' || !usable(left)) continue;
    // 未完成1项，另有1项跨年实施: more is left than is named.
    const after = facts.find((fact) => fact.index > left.index && fact.index <= left.index + 2 && alike(fact, left));
    if (after && after.segment === left.segment) continue;
    const next = reading.facts[left.index + 1];
    if (next?.line === left.line && alike(next, left) && /^(?:另|其余|剩余|还有)/.test(next.lead)) continue;
    const two = totalAndDone(reading, facts, left);
    if (!two) continue;
    const [total, done] = two;
    const parts = [done, left];
    const added = done.value.plus(left.value);
    const holds = added.eq(total.value);
    // 在建 need not be all that is left: others may not have begun.
    const opposite = /正在|尚未|仍在/.test(left.tail) || match[2] !== undefined || match[1] !== undefined && leadOf(reading, done).includes(match[1]);
    if (holds || opposite || left.kind === 'amount' && oneSlipApart(total, parts) || added.gt(total.value)) yield { total, parts, holds };
  }
}

/** What there is in all and what of it is done, before what is left; null where other figures of the kind stand among them. */
function totalAndDone(reading: Reading, facts: readonly Fact[], left: Fact): readonly [total: Fact, done: Fact] | null {
  const isDone = (fact: Fact): boolean => DONE.test(leadOf(reading, fact));
  const before = facts.filter((fact) => fact.index < left.index && fact.index >= left.index - LOOK_BACK && alike(fact, left) && (fact.role === 'level' || fact.role === 'limit') && !fact.aside && isSolid(fact) && (fact.parent === null || isDone(fact) || !facts.some(({ index }) => index === fact.parent)));
  const [total, done] = before;
  if (!total || !done || before.length !== 2 || !isDone(done) || done.value.gt(total.value)) return null;
  return isDone(total) && !ALL.test(leadOf(reading, total)) ? null : [total, done];
}
