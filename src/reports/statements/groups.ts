// Wholes with their parts, as 其中, item numbers and brackets tie them.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isComparedWith, isSolid } from '../fact';
import type { Reading } from '../reading';
import { givenScores } from './scores';

export const ITEM = /^(?:\d{1,2}[、.]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const PAID = /^(?:已|实际|累计|现已)*(?:支付|支出|拨付|完成)/;
const FISCAL = /中央|省|市|县|区|旗|州|财政/;
const SO_FAR = /(?:季度|年|月份?|[月年季][末底])(?:末|底)?累计|^(?:其中|截至|[，、])*累计/;
/** People beside those in the posts. */
const OUTSIDE = /^[，；、]?(?:另有)?(?:聘用|聘任|外聘|编外|临聘|临时|合同制|劳务派遣|公益性岗位)/;
const MARKS = /满分|分值|权重|扣/;

export type Group = readonly [whole: Fact, parts: readonly Fact[]];

/** Wholes with the parts that 其中 or item numbers give them. */
export function groupsOf(reading: Reading, facts: readonly Fact[]): readonly Group[] {
  const byParent = partsByWhole(reading, facts);
  if (byParent.size === 0) return numbered(facts);
  const groups: Group[] = [];
  for (const [parent, all] of byParent) {
    const whole = reading.facts[parent];
    // 公用经费中，差旅费86万元、培训费25万元: where no figure is given for the whole, the first part is none.
    if (!whole || all.every(({ joint, sentence }) => joint === '中' && sentence === whole.sentence) && whole.tail !== '中') continue;
    const parts = addedUp(whole, all.filter((part) => !isOfSister(reading, part, all)));
    if (!comparable(whole, parts)) continue;
    const lists = dividedTwice(parts);
    if (lists.length > 1) groups.push(...lists.map((list): Group => [whole, list]));
    else groups.push([whole, [...firstList(whole, parts), ...remainder(whole, parts, facts)]]);
  }
  return groups;
}

/** 按来源分，…；按用途分，…: each list divides all of the whole. */
function dividedTwice(parts: readonly Fact[]): readonly (readonly Fact[])[] {
  const joints = [...new Set(parts.map(({ joint }) => joint))];
  return joints.length > 1 && joints.every((joint) => joint.startsWith('按')) ? joints.map((joint) => parts.filter((part) => part.joint === joint)) : [parts];
}

function partsByWhole(reading: Reading, facts: readonly Fact[]): ReadonlyMap<number, readonly Fact[]> {
  const byParent = new Map<number, Fact[]>();
  for (const fact of facts) {
    // 产出指标50分（得分49分）: the score stands in the bracket behind its full marks.
    if (fact.parent === null || fact.aside && fact.kind !== 'score' || fact.role !== 'level') continue;
    // 第一季度182.1万元，上半年累计486.35万元: what was reached so far holds what was told before.
    if (SO_FAR.test(fact.lead)) continue;
    // 公务接待费3.12万元；较2023年的18.2万元下降: last year's is no part of this one's.
    if (isComparedWith(fact) && fact.year !== reading.facts[fact.parent]?.year) continue;
    const known = byParent.get(fact.parent);
    if (known) known.push(fact);
    else byParent.set(fact.parent, [fact]);
  }
  return byParent;
}

/** Those of a whole's parts that add up: scores without full marks, one side of the budget, counts of its unit. */
function addedUp(whole: Fact, all: readonly Fact[]): readonly Fact[] {
  if (all.every(({ kind }) => kind === 'score')) return givenScores(all);
  // 当期收入12.96亿元，其中…；当期支出12.31亿元: the other side of the budget is no part.
  const own = whole.measure === 'income' ? all.filter(({ segment, measure }) => segment === all[0]?.segment || measure !== 'spending') : all;
  if (own.length < all.length) return own;
  // 23处，其中新建9处、改造14处，受益4.86万人
  const counted = all.every(({ kind }) => kind === 'count') ? ofOneThing(whole, all.filter(({ unit }) => one(unit) === one(whole.unit))) : [];
  return counted.length > 0 ? counted : all;
}

/** 中小企业合同449.8万元，占采购总额的88%；小微企业269.88万元，占中小企业合同的60%: a part of the part before it, as its share says. */
function isOfSister(reading: Reading, part: Fact, all: readonly Fact[]): boolean {
  const share = reading.facts[part.index + 1];
  if (share?.kind !== 'rate' || share.role !== 'share' || share.sentence !== part.sentence || !share.lead.startsWith('占')) return false;
  const name = share.lead.replace(/^占|授予|合同|金额|总额|总数|的|为|约/g, '');
  return all.some((sister) => sister.index < part.index && name.length >= 3 && (sister.words ?? '').includes(name) && sister.value.gte(part.value));
}

const nounBehind = ({ tail }: Fact): string => /^[\u4e00-\u9fa5]{2}/.exec(tail)?.[0] ?? '';

/** 20个乡镇，其中15个乡镇完成86个项目，带动…: what the part did, and what follows it, is no part of the whole. */
function ofOneThing(whole: Fact, parts: readonly Fact[]): readonly Fact[] {
  const noun = nounBehind(whole);
  const end = parts.findIndex((part, i) => {
    const before = parts[i - 1];
    return before?.clause === part.clause && !/^[、和及与]/.test(part.lead) && (before.unit === '个' || noun !== '' && nounBehind(before) === noun);
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/** 合计22.17万元，1、…0.40万元；2、…18.75万元: items behind their whole, up to the end of the sentence. */
function numbered(facts: readonly Fact[]): readonly Group[] {
  const levels = facts.filter((fact) => fact.role === 'level' && !fact.aside && fact.kind === 'amount');
  const first = levels.findIndex((fact) => ITEM.test(fact.lead));
  const whole = levels[first - 1];
  const parts = levels.slice(first).filter((fact) => ITEM.test(fact.lead));
  return whole && parts.length >= 2 && parts.length === levels.length - first && comparable(whole, parts) ? [[whole, parts]] : [];
}

/** 在校生12480人，其中本科生11856人、研究生624人；教职工986人: the list of kinds ends with its part of the sentence, unless all of them make up the whole. */
function firstList(whole: Fact, parts: readonly Fact[]): readonly Fact[] {
  const first = parts.filter(({ segment }) => segment === parts[0]?.segment);
  // 总投资2400万元，其中一期900万元、二期800万元；已支付1560万元
  // 财政补贴37.44亿元，其中中央17.55亿元、省级12.09亿元；农户自缴9.36亿元
  if (whole.kind === 'amount' && first.length >= 2 && first.every(({ words }) => FISCAL.test(words ?? '')) && !/配套|自筹|合计|总/.test(whole.lead)) return parts.filter((part) => first.includes(part) || FISCAL.test(part.words ?? '') || part.source !== '');
  if (whole.kind === 'amount' && first.length >= 2 && whole.measure !== 'spending' && whole.measure !== 'received') return parts.filter((part) => first.includes(part) || !PAID.test(part.lead));
  // 实有107人，其中法官50人、法官助理15人；聘用制书记员37人
  if (whole.kind === 'count' && first.length >= 2 && parts.some((part) => !first.includes(part) && OUTSIDE.test(part.lead)) && !sum(parts.map(({ value }) => value)).eq(whole.value)) return first;
  return whole.kind !== 'count' || first.length < 2 || sum(parts.map(({ value }) => value)).lte(whole.value) ? parts : first;
}

/** 基本支出200万元（人员经费150万元，公用经费50万元） */
export function bracketed(reading: Reading, facts: readonly Fact[]): readonly Group[] {
  return facts.flatMap((whole): Group[] => {
    const text = reading.lineOf.get(whole.line)?.plain.text ?? '';
    if (whole.aside || whole.role !== 'level' || text.charAt(whole.end) !== '(' || /缺口|差额|相差|短缺/.test(whole.lead)) return [];
    const close = text.indexOf(')', whole.end);
    const inside = facts.filter((fact) => fact.aside && fact.line === whole.line && fact.start > whole.end && fact.end <= close && fact.kind === whole.kind);
    const parts = inside.every(({ kind }) => kind === 'score') ? givenScores(inside) : inside;
    return parts.length >= 2 && parts.every(({ role }) => role === 'level') && comparable(whole, parts) ? [[whole, parts]] : [];
  });
}

/** 收入总计 holds what was carried in, 支出总计 what is carried on. */
function remainder(whole: Fact, parts: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  if (whole.measure !== 'spending' && whole.measure !== 'income') return [];
  const measure = whole.measure === 'spending' ? 'balance' : 'carried-in';
  const last = parts.at(-1)?.index ?? 0;
  const [rest] = facts.filter((fact) => fact.index > last && fact.measure === measure && fact.kind === whole.kind && fact.role === 'level' && fact.parent === null && fact.scope === 'total' && !fact.aside && isSolid(fact));
  // 收入合计 need not hold it: only where it fits.
  return rest && (/总计|总(?:收入|支出)|(?:收入|支出)总/.test(whole.lead) || sum([...parts, rest].map(({ value }) => value)).eq(whole.value)) ? [rest] : [];
}

const one = (unit: string): string => (unit === '名' ? '人' : unit === '场次' ? '场' : unit);

/** Same kind, year and measure, all of them values to add up. */
export function comparable(whole: Fact, parts: readonly Fact[]): boolean {
  return isSolid(whole) && whole.role === 'level' && parts.every((part) => isSolid(part) && part.kind === whole.kind && (part.year === whole.year || part.measure === 'carried-in' || ofYears(whole, parts))
    && (part.measure === null || whole.measure === null || part.measure === whole.measure || part.measure === 'budget' && whole.measure === 'final-budget' || part.measure === 'carried-in' && part.parent === whole.index && whole.measure !== 'income') && (whole.kind !== 'count' || one(part.unit) === one(whole.unit)) && (whole.kind !== 'score' || !MARKS.test((part.lead + whole.lead).replace(/自评分值/, '')))) && (whole.kind === 'amount' || whole.kind === 'count' || whole.kind === 'score');
}

/** 三年共下达5260万元，其中2021年1860万元、2022年…; 2021年至2023年累计投入, 总投资 */
const OF_YEARS = /[二两三四五]年(?:\([^)]{0,16}\))?[\u4e00-\u9fa5]{0,6}(?:共|累计|合计)|20\d{2}年?[至到~-]20\d{2}年|总投[资入]/;

function ofYears(whole: Fact, parts: readonly Fact[]): boolean {
  return OF_YEARS.test(whole.lead) && parts.every(({ yearSaid, lead }) => yearSaid && /20\d{2}年/.test(lead)) && new Set(parts.map(({ year }) => year)).size === parts.length;
}
