// 占比: a part's share of its whole must follow from the two.
import { HUNDRED, near, sum, ZERO } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import { readSubject } from '../subjects';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { about, bare, percentText, written } from '../showing';
import { holdsRemainder } from './holdings';
import { withExchanged } from './exchanged';
import { inOrder, rows } from './in-order';
import { exchangeExplains, slipExplains } from './slip';
import { namedPart, sharesAbove100, siblingShares } from './sibling-shares';

type Message = 'share' | 'above';

export const reportShare = defineReportRule<Message>({
  id: 'report-share',
  title: '报告占比',
  severity: 'verify',
  why: '占比与金额不符，结构分析就站不住。',
  basis: TEXT_BASIS,
  messages: { share: '{what}的占比应为{expected}（{calculation}），写的是{received}。', above: '占比{shares}合计{received}，同一总额的占比不应超过100%。' },
  examples: [
    { shows: 'a share that does not follow', text: '全年支出1000万元，其中：基本支出600万元，占50%；项目支出400万元，占40%。', findings: [{ quote: '50%', message: '基本支出的占比应为60%（600 ÷ 1000），写的是50%。' }] },
    { shows: 'shares that hold', text: '全年支出1000万元，其中：基本支出600万元，占60%；项目支出400万元，占总支出的40%。', findings: [] },
    { shows: 'the proportion of a part', text: '下达资金31260万元，其中提前下达25008万元，年中下达6252万元，提前下达比例为85%。', findings: [{ quote: '85%', message: '提前下达的占比应为80%（25008 ÷ 31260），写的是85%。' }] },
    { shows: 'several together', text: '税收收入27.15亿元，其中增值税10.36亿元、企业所得税5.18亿元，两项合占税收收入的57.2%。', findings: [] },
    { shows: 'what a bracket divides', text: '全年支出1874.91万元：基本支出1246.15万元（人员经费1098.73万元，公用经费147.42万元），占66.5%；项目支出628.76万元，占33.5%。', findings: [] },
    { shows: 'a whole behind its parts', text: '改造老旧管网62.4公里，其中一次网18.6公里、二次网43.8公里，完成年度任务60公里的104%。', findings: [] },
    { shows: 'shares in a row', text: '项目支出1000万元中，甲类600万元、乙类250万元、丙类150万元，上述三项分别占项目支出的60%、52%和15%。', findings: [{ quote: '52%', message: '乙类的占比应为25%（250 ÷ 1000），写的是52%。' }] },
    { shows: 'shares beside one another', text: '按性质分：基本支出600万元，占60%；项目支出400万元，占44%。', findings: [{ quote: '44%', message: '项目支出的占比应为40%（400 ÷ 1000），写的是44%。' }] },
    { shows: 'a part named again', text: '全年支出1000万元，其中：教育支出500万元，科技支出300万元，其他支出200万元。最大的是教育支出，占全年支出的60%。', findings: [{ quote: '60%', message: '教育支出的占比应为50%（500 ÷ 1000），写的是60%。' }] },
    { shows: 'one part off among its shares', text: '其中：脱贫家庭学生1026人次，占62.18%；低保家庭学生377人次，占22.85%；其他学生427人次，占14.97%。', findings: [{ quote: '14.97%', message: '其他学生的占比应为23.33%（427 ÷ 1830），写的是14.97%。' }] },
    { shows: 'shares of one whole above 100', text: '全年支出中，基本支出占总支出的62.3%，项目支出占总支出的38.7%。', findings: [{ quote: '62.3%', message: '占比62.3%、38.7%合计101%，同一总额的占比不应超过100%。' }] },
    { shows: 'a kind without a figure', text: '馆藏文物8642件，其中一级文物18件、一般文物7322件；珍贵文物占馆藏文物的15.27%。', findings: [] },
    { shows: 'of a figure named again', text: '工程概算总投资1.86亿元。2023年下达投资计划9300万元，为总投资的55%。', findings: [{ quote: '55%', message: '投资计划的占比应为50%（0.93 ÷ 1.86），写的是55%。' }] },
    { shows: 'a share of something that is not given', text: '项目支出400万元，占全县教育投入的3%。', findings: [] },
  ],
  check: (reading) => withExchanged(reading, tied(reading), (fact) => fact.kind === 'rate' && fact.role === 'share', ({ fact, above, below }) => differs(reading, fact, above, below, [above, below])),
});

function* tied(reading: Reading): Iterable<Outcome<Message>> {
  for (const facts of reading.sentences) {
    const found = [...inSentence(reading, facts)];
    yield* found;
    const above = found.some(({ fault }) => fault !== null) ? [] : sharesAbove100(reading, facts);
    if (above.length > 0) yield togetherAbove(reading, above);
  }
}

function* inSentence(reading: Reading, all: readonly Fact[]): Iterable<Outcome<'share'>> {
  const told = new Set<Fact>(rows(all).flat());
  // 三项占比为60%、25%、15% are shares one by one.
  const facts = all.filter((fact) => told.has(fact) || !OF_SEVERAL.test(fact.lead));
  for (const { rate, part, whole, parts, kind, holds: follows } of inOrder(reading, facts)) {
    if (kind !== 'share') continue;
    if (follows) yield holds([part, rate, ...(whole ? [whole] : [])]);
    else yield differs(reading, rate, part, whole ?? { ...part, value: sum(parts.map(({ value }) => value)) }, whole ? [part, whole] : [part]);
  }
  for (const { share, part, siblings, whole, holds: follows } of siblingShares(reading, facts)) {
    told.add(share);
    if (follows) yield holds([part, share, ...(whole ? [whole] : [])]);
    else yield differs(reading, share, part, whole ?? { ...part, value: sum(siblings.map(({ value }) => value)) }, whole ? [part, whole] : [...siblings]);
  }
  for (const fact of facts) {
    const outcome = !told.has(fact) && isShare(reading, fact) ? judge(reading, facts, fact) : null;
    if (outcome) yield outcome;
  }
}

function togetherAbove(reading: Reading, shares: readonly Fact[]): Outcome<Message> {
  const received = percentText(sum(shares.map(({ value }) => value)));
  return { facts: shares, cells: [], fault: { message: 'above', data: { shares: shares.map((share) => written(reading, share)).join('、'), received }, places: shares, expected: '100%', received, calculation: null } };
}

/** A percentage that its words make a share of something. */
function isShare(reading: Reading, fact: Fact): boolean {
  return fact.kind === 'rate' && fact.token.kind !== 'points' && !fact.token.partial && !fact.aside
    && (fact.role === 'share' || fact.lead === '的' || isProportion(reading, fact) || OF_NAMED.test(fact.lead));
}

/** 提前下达比例为80%: of a part just named so. */
const isProportion = (reading: Reading, fact: Fact): boolean => /比例/.test(fact.lead) && !/占/.test(fact.lead) && namedPart(reading, fact) !== undefined;

function judge(reading: Reading, facts: readonly Fact[], share: Fact): Outcome<'share'> | null {
  if (share.lead === '的') return ofPrevious(reading, facts, share);
  if (share.role !== 'share' && OF_NAMED.test(share.lead)) return ofNamed(reading, share);
  const part = partOf(reading, facts, share);
  return part && ofWhole(reading, share, part);
}

/** What takes the share: a part named again, what a bracket divides, or the figure just before. */
function partOf(reading: Reading, facts: readonly Fact[], share: Fact): Fact | null {
  const named = namedPart(reading, share);
  if (named) return named;
  // 药占比 and 耗占比 of hospitals leave some of their drugs and materials out.
  if (/^[、，和]?[药耗材]占/.test(share.lead)) return null;
  // 珍贵文物占馆藏文物的15.27% behind 一般文物7322件: of something that has no figure.
  if (named === null && namesOther(share, facts)) return null;
  const before = facts.filter((fact) => fact.index < share.index && fact.role === 'level' && isSolid(fact) && (fact.kind === 'amount' || fact.kind === 'count'));
  const last = before.at(-1);
  // 基本支出1246.15万元(人员经费1098.73万元，公用经费147.42万元)，占66.5%: of what the bracket divides.
  const divided = last?.aside === true && before.at(-2)?.aside === true ? before.findLast(({ aside, sentence }) => !aside && sentence === share.sentence) : undefined;
  return divided ?? (last && share.clause <= last.clause + 1 ? last : null);
}

/** The whole is any figure near by that gives the share, unless the words say another one; what fits none is told against the whole that is named. */
function ofWhole(reading: Reading, share: Fact, part: Fact): Outcome<'share'> | null {
  const wholes = reading.index.around(share.line, 2).filter((fact) => fact !== part && Math.abs(fact.index - share.index) <= NEAR_FACTS && fact.kind === part.kind && fact.role === 'level' && isSolid(fact) && (fact.kind === 'amount' || fact.unit === part.unit) && fact.value.gte(part.value) && !fact.value.isZero());
  const whole = wholes.find((candidate) => fits(share, part, candidate));
  const loose = whole && !exactly(share, part, whole) ? spoken(reading, share, part) : null;
  // 占到位资金的92.54% comes near the share of another figure by chance: the words say which is meant.
  if (loose && loose !== whole && !fits(share, part, loose) && !loose.value.isZero()) return differs(reading, share, part, loose, [part, loose]);
  if (whole) return holds([part, whole, share]);
  const total = totalBefore(reading, share, part);
  if (total) return differs(reading, share, part, total, [part, total]);
  return OF_BUDGET.test(share.lead) ? null : ofSpoken(reading, share, part);
}

/** The whole that the words name, or the one that the part belongs to where they name none. */
function ofSpoken(reading: Reading, share: Fact, part: Fact): Outcome<'share'> | null {
  const parent = spoken(reading, share, part) ?? ((GENERAL.test(share.lead) || isProportion(reading, share)) && part.parent !== null ? reading.facts[part.parent] : null);
  if (!parent || parent.value.isZero()) return null;
  if (fits(share, part, parent)) return holds([part, parent, share]);
  return share.token.approximate || !isSolid(parent) || parent.value.lt(part.value) ? null : differs(reading, share, part, parent, [part, parent]);
}

/** The words before 占 begin with another name than that of the figure before. */
function namesOther(share: Fact, facts: readonly Fact[]): boolean {
  const own = /^[、，和]?([\u4e00-\u9fa5]{2,16}?)约?占/.exec(share.lead)?.[1] ?? '';
  const last = facts.filter((fact) => fact.index < share.index && fact.role === 'level').at(-1);
  const words = (last?.lead ?? '') + (last?.words ?? '') + (last?.unit ?? '') + (last?.tail ?? '');
  return own.length >= 3 && (share.segment !== last?.segment || isListed(last, facts) && /[车船人员户型等]$/.test(own)) && !words.includes(own.slice(0, 2));
}

/** The last of several of one whole. */
const isListed = (last: Fact, facts: readonly Fact[]): boolean => last.parent !== null && facts.some((fact) => fact !== last && fact.parent === last.parent);

/** 医疗总收入28650万元，医疗服务收入8881.5万元，占比31%: of the total just before, where the share's digits were only exchanged. */
function totalBefore(reading: Reading, share: Fact, part: Fact): Fact | null {
  const whole = reading.facts[part.index - 1];
  if (!whole || !GENERAL.test(share.lead) || whole.sentence !== part.sentence || whole.kind !== part.kind || part.kind === 'count' && whole.unit !== part.unit || !/总/.test(whole.lead) || !isSolid(whole) || whole.aside || whole.value.lte(part.value)) return null;
  return exchangeExplains(share, (value) => exactly({ ...share, value }, part, whole)) ? whole : null;
}

function differs(reading: Reading, share: Fact, part: Fact, whole: Fact, tied: readonly Fact[]): Outcome<'share'> {
  const expected = percentText(part.value.div(whole.value).times(HUNDRED));
  const received = written(reading, share);
  const calculation = `${bare(whole, part.value)} ÷ ${bare(whole, whole.value)}`;
  return { facts: [share, ...tied], cells: [], fault: { message: 'share', data: { what: about(part), expected, received, calculation }, places: [share, ...tied], expected, received, calculation: `${calculation} = ${expected}` } };
}

/** 完成年度任务2.3亿元的102.61%: the figure just before is the whole, the one before that the part. */
function ofPrevious(reading: Reading, facts: readonly Fact[], share: Fact): Outcome<'share'> | null {
  const levels = facts.filter((fact) => fact.index < share.index && !fact.aside && (fact.role === 'level' || fact.role === 'limit' || fact.role === 'each'));
  const whole = levels.at(-1);
  const part = whole && levels.slice(0, -1).filter((fact) => fact.kind === whole.kind && (fact.kind === 'amount' || fact.unit === whole.unit) && (fact.role === 'level' || whole.role === 'each' && fact.role === 'each')).at(-1);
  if (!whole || !part || whole.end !== share.start - 1 || !isSolid(whole) || !isSolid(part) || whole.value.isZero() || whole.kind === 'rate') return null;
  if (fits(share, part, whole)) return holds([part, whole, share]);
  // 改造62.4公里，其中一次网18.6公里、二次网43.8公里，完成任务60公里的104%
  const all = part.parent === null ? undefined : reading.facts[part.parent];
  if (all && isSolid(all) && fits(share, all, whole)) return holds([all, whole, share]);
  // 收入126万元，支出118万元，完成收入预算120万元的105%
  const other = levels.slice(0, -1).find((fact) => fact.role === 'level' && fact.kind === whole.kind && (fact.kind === 'amount' || fact.unit === whole.unit) && isSolid(fact) && fits(share, fact, whole));
  if (other) return holds([other, whole, share]);
  if (!/(?:完成|为|占|达到|是|相当于)[^，。]{0,16}$/.test(whole.lead) || share.token.approximate || part.clause < whole.clause - 3) return null;
  return differs(reading, share, part, whole, [part, whole]);
}

/** 下达投资9300万元，为总投资的50%: told where the name stands for one figure and a slip explains it. */
const OF_NAMED = /^(?:为|相当于|达到?)([\u4e00-\u9fa5]{2,12})的$/;

function ofNamed(reading: Reading, share: Fact): Outcome<'share'> | null {
  const name = OF_NAMED.exec(share.lead)?.[1] ?? '';
  const part = reading.facts[share.index - 1];
  if (/预算|计划|目标|任务/.test(name) || !part || part.kind !== 'amount' || part.role !== 'level' || part.sentence !== share.sentence || !isSolid(part) || !isSolid(share)) return null;
  const found = reading.index.around(share.line, 4).filter((fact) => fact.index < part.index && fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && !fact.value.isZero() && (fact.words ?? '').endsWith(name));
  const whole = found.at(-1);
  if (!whole || found.some(({ value }) => !value.eq(whole.value))) return null;
  if (fits(share, part, whole)) return holds([part, whole, share]);
  const slipped = slipExplains([share, part, whole], ([stated, a, b]) => stated !== undefined && a !== undefined && b !== undefined && !b.isZero() && near(a.div(b).times(HUNDRED), stated, resultSlack(share).div(5)), 2);
  return slipped ? differs(reading, share, part, whole, [part, whole]) : null;
}

const NEAR_FACTS = 120;
/** 增值税10.36亿元、企业所得税5.18亿元，两项合占税收收入的57.2%: of none of them alone. */
const OF_SEVERAL = /[两三四五六七八九](?:项|者|类|档|个)[\u4e00-\u9fa5]{0,4}占|(?:合计?|共同?|之和|加起来)占|及以[上下][\u4e00-\u9fa5]{0,6}占/;
/** What makes no other name: 授予中小企业合同金额 and 中小企业合同金额. */
const PLAIN = /^(?:授予|全部|本年|全年|当年|年度|计划|批复|概算|项目)+|(?:总额|金额|总数|合计|总?人数|人员|数量)$/g;
const OF_BUDGET = /占(?:年初|年度|全年|调整后?)?预算/;
const GENERAL = /占(?:比|总(?:额|数)?(?:的)?(?:比(?:例|重))?|(?:全部|比例|比重))?(?:为|是|的|达)*$/;

/** 占基本支出的88%: the whole that the words name, where one value was given for it in this paragraph or the ones just before. */
function spoken(reading: Reading, share: Fact, part: Fact): Fact | null {
  const words = /占(.{2,20}?)(?:的)?(?:比例|比重)?(?:为|达|约)?$/.exec(share.lead)?.[1];
  if (words === undefined || GENERAL.test(share.lead)) return null;
  const subject = readSubject(words, '', false);
  const name = words.replace(PLAIN, '').replace(/学生/g, '生');
  const core = (fact: Fact): string => (fact.words ?? '').replace(PLAIN, '').replace(/学生/g, '生');
  const meant = (fact: Fact): boolean => (subject.scope === 'named'
    ? name.length >= 3 && (core(fact) === name || core(fact).endsWith(name) && (fact.sentence === share.sentence || slipExplains([share], ([stated]) => stated !== undefined && exactly({ ...share, value: stated }, part, fact))))
    : subject.measure !== null && fact.scope === subject.scope && fact.measure === subject.measure && fact.source === subject.source && (/总计/.test(words) || !/总计/.test(fact.lead)));
  if (subject.scope === null) return null;
  // 管网总长2136公里 is told once, at the beginning.
  const found = reading.index.around(share.line, /总/.test(words) && subject.scope === 'named' ? 20 : 6).filter((fact) => fact !== part && fact.index < share.index && !holdsRemainder(reading, fact) && fact.index >= part.index - NEAR_FACTS && meant(fact) && fact.year === part.year && fact.kind === part.kind && fact.role === 'level' && isSolid(fact) && !fact.aside);
  const beside = found.filter(({ sentence }) => sentence === share.sentence);
  const near = beside.length > 0 ? beside : found;
  // 其他支出 among the parts is no total.
  const yearly = /全年|本年|年度|总/.test(words) ? near.filter(({ lead }) => /全年|本年|年度|总|累计|合计/.test(lead)) : near;
  const meantHere = (yearly.length > 0 ? yearly : near).some(({ parent }) => parent === null) ? (yearly.length > 0 ? yearly : near).filter(({ parent }) => parent === null) : yearly.length > 0 ? yearly : near;
  const first = meantHere[0] ?? shortName(reading, share, part, name);
  return first && meantHere.every(({ value }) => value.eq(first.value)) ? first : null;
}

/** 占游客总数的28.09%, and 全区接待游客186.2万人次 before it: a name of two characters is taken where a slip of the share tells that it is meant. */
function shortName(reading: Reading, share: Fact, part: Fact, name: string): Fact | null {
  if (name.length !== 2 || part.kind !== 'count') return null;
  const found = reading.index.around(share.line, 1).filter((fact) => fact.index < part.index && fact.kind === 'count' && fact.unit === part.unit && fact.role === 'level' && isSolid(fact) && !fact.aside && fact.year === part.year && (fact.words ?? '').endsWith(name) && fact.value.gt(part.value));
  const [first] = found;
  return first && found.every(({ value }) => value.eq(first.value)) && slipExplains([share], ([stated]) => stated !== undefined && exactly({ ...share, value: stated }, part, first)) ? first : null;
}

/** As calculated from the figures as they stand. */
const exactly = (share: Fact, part: Fact, whole: Fact): boolean => near(part.value.div(whole.value).times(HUNDRED), share.value, resultSlack(share));

function fits(share: Fact, part: Fact, whole: Fact): boolean {
  const percent = part.value.div(whole.value).times(HUNDRED);
  const relative = (part.value.isZero() ? ZERO : slack(part).div(part.value.abs())).plus(slack(whole).div(whole.value.abs())).times(percent);
  return near(percent, share.value, resultSlack(share).plus(relative).plus(share.token.approximate ? '1' : ZERO)) || near(percent.minus(share.value), resultSlack(share), resultSlack(share));
}
