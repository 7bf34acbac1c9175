// Totals that stand behind what they add up: 以上共计 behind a numbered list, 三年累计 behind its years, 共19枚 behind its kinds.
import type { Decimal } from '../../model/decimal';
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import { mayOverlap, oneName } from './kinds';
import { isOpenTotal } from './open-total';
import { oneSlipApart } from './slip';

export interface Closing {
  readonly total: Fact;
  readonly parts: readonly Fact[];
  readonly holds: boolean;
}

const OF_COUNTS = /^(?:共|共计|合计|总计|总共)(?:有|获得?)?$/;
/** 生猪投保合计3045万头: told only where a slip explains it. */
const NAMED_COUNT = /^[\u4e00-\u9fa5]{2,8}(?:合计|共计|总计)$/;
const OF_SCORES = /^(?:合计|总计|共计|总分|总得分|合计得分|总计得分)(?:得分?|为)*$/;
const OF_LIST = /^(?:以上|上述)?(?:各项|[一二三四五六七八九]项)?(?:费用|经费|资金|支出|项目)?(?:合计|共计|总计)(?:支出|金额|资金|使用|为)*$/;
const OF_YEARS = /([二两三四五])年(?:累计|合计|共计?|总计?)/;
const NUMBERS: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };
/** No list that a total closes is longer. */
const LINES_BACK = 20;
/** Nor does one sentence name more kinds. */
const MOST_KINDS = 24;
/** Years are told in one paragraph or one paragraph each. */
const YEARS_BACK = 6;
const YEARS_WORDS = 40;

const OF_SENTENCE = /^(?:以上|上述)?(?:([二两三四五六七八九])(?:项|档|类|批|笔|部分|个(?:项目|单位|乡镇|镇街?|街道|县区?|区县|市县|市|村|社区|学校|批次|年度)))?(?:费用|经费|资金|支出|项目)?(?:(?<=[项档类批笔]|部分|项目|单位|乡镇|以上|上述)共|共计|合计|总计|小计)(?:支出|金额|资金|使用|支付|发放|投入|补助|为)*$/;
/** 上年结转486.2万元，当年安排6850万元，全年可用资金7336.2万元: told only where a slip explains it. */
const OF_MEANS = /^(?:全年|当年|本年|年度|实际|总)*(?:可用|可支配|可使用)(?:的)?(?:资金|财力|经费)(?:总额|总量|合计|共计)?[为达是共]*$/;
const ITEMS: Readonly<Record<string, number>> = { ...NUMBERS, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 租赁费6万元等，合计32万元 holds more than is listed; 等三项 does not. */
export const LEAVES_OPEN = /^等(?!(?:共计?)?[\d一两二三四五六七八九十]+[项类个])/;

export function* closings(reading: Reading): Iterable<Closing> {
  for (const total of reading.facts) {
    if (total.role !== 'level' || total.aside || !isSolid(total)) continue;
    const parts = partsOf(reading, total);
    if (parts.length < 2) continue;
    const added = sum(parts.map(({ value }) => value));
    const holds = near(added, total.value, sum([...parts, total].map(slack)));
    if (holds || !leavesOpen(reading, total, parts, added)) yield { total, parts, holds };
  }
}

/** What the words of the total say that it adds up; none where it closes nothing. */
function partsOf(reading: Reading, total: Fact): readonly Fact[] {
  const { kind, lead } = total;
  if (kind === 'score' && OF_SCORES.test(lead)) return scoresBefore(reading, total);
  if (kind === 'count' && (OF_COUNTS.test(lead) || NAMED_COUNT.test(lead))) return kindsBefore(reading, total);
  const years = yearsIn(reading, total);
  if (years > 0) return yearsBefore(reading, total, years);
  if (kind !== 'amount') return [];
  if (OF_LIST.test(lead) && reading.index.around(total.line, 0)[0] === total) return listBefore(reading, total);
  if (OF_SENTENCE.test(lead)) return amountsBefore(reading, total);
  if (OF_MEANS.test(lead)) return amountsBefore(reading, total, true);
  return isOpenTotal(total) ? amountsBefore(reading, total).filter(({ sentence }) => sentence === total.sentence) : [];
}

/** Kinds that are not all named make up less than their total; a list may leave out what the total holds. */
function leavesOpen(reading: Reading, total: Fact, parts: readonly Fact[], added: Decimal): boolean {
  const { kind, lead } = total;
  if (kind === 'score') return false;
  if (parts.some(({ tail }) => LEAVES_OPEN.test(tail)) && added.lt(total.value)) return true;
  const loose = kind === 'count' && NAMED_COUNT.test(lead) || (isOpenTotal(total) || OF_MEANS.test(lead)) && !OF_SENTENCE.test(lead);
  // 在编与辅警合计864人 behind 在编民警381人，…；辅警483人，退休181人: of two that the words name otherwise.
  if (loose && kind === 'count' && /[与和及、]/.test(lead) && pairMakes(reading, total)) return true;
  if (loose) return !oneSlipApart(total, parts) && !sharesName(total, parts);
  if (mayOverlap(parts) && added.gt(total.value) && parts.every(({ value }) => value.lte(total.value)) && !oneSlipApart(total, parts)) return true;
  if (kind === 'count' && OF_COUNTS.test(lead)) return added.lt(total.value) && parts.length < 3 && !namesAll(total, parts) && !(/合计|总计|共计/.test(lead) && oneName(parts));
  return (OF_LIST.test(lead) || OF_SENTENCE.test(lead)) && !/以上|上述/.test(lead) && itemsSaid(total) !== parts.length && !oneSlipApart(total, parts);
}

/** Two figures of the paragraph that make up the total. */
function pairMakes(reading: Reading, total: Fact): boolean {
  const before = reading.index.around(total.line, 0).filter((fact) => fact.index < total.index && fact.kind === total.kind && one(fact.unit) === one(total.unit) && fact.role === 'level').slice(-MOST_KINDS);
  return before.some((a, i) => before.slice(i + 1).some((b) => a.value.plus(b.value).eq(total.value)));
}

/** 执行得9.6分，产出得48.4分，效益得29分，合计87分 */
function scoresBefore(reading: Reading, total: Fact): readonly Fact[] {
  const parts = reading.index.around(total.line, 0).filter((fact) => fact.index < total.index && fact.sentence === total.sentence && fact.kind === 'score');
  return parts.length >= 3 && parts.every((fact) => fact.role === 'level' && isSolid(fact) && !fact.aside && fact.parent === null && !/满分|分值|权重|扣/.test(fact.lead)) && (parts.every(({ lead }) => /(?:得分?|自评|评分|实得)[为是]?$/.test(lead)) || !parts.some(({ lead }) => /(?:得分?|自评|评分|实得)[为是]?$/.test(lead))) ? parts : [];
}

/** 金牌5枚、银牌8枚、铜牌6枚，共19枚 */
function kindsBefore(reading: Reading, total: Fact): readonly Fact[] {
  const parts: Fact[] = [];
  for (let i = total.index - 1; i >= Math.max(0, total.index - MOST_KINDS); i--) {
    const fact = reading.facts[i];
    // 在编25人（行政12人、事业13人），退休15人
    if (fact?.aside && fact.sentence === total.sentence) continue;
    if (!fact || fact.segment !== total.segment || fact.kind !== 'count' || one(fact.unit) !== one(total.unit) || fact.role !== 'level' || !isSolid(fact)) break;
    parts.unshift(fact);
  }
  return lastRun(total, parts);
}

/** 行政编制14名、工勤编制2名，实有行政人员13名、工勤人员2名，合计15名: of the last of them; where none fits, of the clause just before. */
function lastRun(total: Fact, parts: readonly Fact[]): readonly Fact[] {
  const fitting = parts.map((_, at) => parts.slice(at)).find((run) => run.length >= 2 && sum(run.map(({ value }) => value)).eq(total.value));
  const last = parts.filter(({ clause }) => clause === parts.at(-1)?.clause);
  return fitting ?? (last.length >= 2 ? last : parts);
}

/** 新增灌溉面积3.2万亩，改善灌溉面积8.6万亩，受益面积合计11.8万亩 */
function sharesName(total: Fact, parts: readonly Fact[]): boolean {
  const noun = total.lead.replace(/(?:合计|共计|总计)$/, '').slice(-2);
  return total.kind === 'count' && parts.length >= 2 && parts.every(({ words, clause }) => (words ?? '').endsWith(noun) && total.clause - clause <= parts.length);
}

/** 12个行政村、3个社区，共15个村(社区): the total is named after both. */
function namesAll(total: Fact, parts: readonly Fact[]): boolean {
  const named = /^[\u4e00-\u9fa5]{1,6}\([\u4e00-\u9fa5]{1,6}\)/.exec(total.tail)?.[0] ?? '';
  return named !== '' && parts.every(({ tail }) => tail !== '' && named.includes(/^[\u4e00-\u9fa5]*/.exec(tail)?.[0].at(-1) ?? '—'));
}

const one = (unit: string): string => (unit === '名' ? '人' : unit);

/** 三年累计预算1560万元，累计支出1532万元: how many years the total is of; 0 where it is of none. */
function yearsIn(reading: Reading, total: Fact): number {
  const before = reading.lineOf.get(total.line)?.plain.text.slice(Math.max(0, total.start - YEARS_WORDS), total.start).split('。').at(-1) ?? '';
  return OF_YEARS.test(total.lead) || /^累计/.test(total.lead) ? NUMBERS[OF_YEARS.exec(before)?.[1] ?? ''] ?? 0 : 0;
}

/** 2020年480万元，2021年520万元，2022年560万元，三年累计1560万元: as many years as the total says. */
function yearsBefore(reading: Reading, total: Fact, wanted: number): readonly Fact[] {
  const byYear = new Map<number, Fact>();
  for (const fact of reading.index.around(total.line, YEARS_BACK)) {
    if (fact.index >= total.index || fact.kind !== total.kind || fact.unit !== total.unit || fact.role !== 'level' || fact.aside || !isSolid(fact) || !fact.yearSaid || fact.parent !== null) continue;
    if (fact.kind === 'amount' && fact.measure !== total.measure) continue;
    const known = byYear.get(fact.year);
    if (known && !known.value.eq(fact.value)) return [];
    byYear.set(fact.year, fact);
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  return years.length === wanted && years.every((year, i) => year === (years[0] ?? 0) + i) ? [...byYear.values()] : [];
}

/** 省级86万元，市级40万元，共计126万元，…; or a sentence of its own behind them: 四项合计586万元。 */
function amountsBefore(reading: Reading, total: Fact, anyYear = false): readonly Fact[] {
  const here = reading.index.around(total.line, 0).filter((fact) => fact.index < total.index && fact.kind === 'amount' && !fact.aside && fact.role !== 'up' && fact.role !== 'down' && fact.role !== 'each');
  const own = here.filter(({ sentence }) => sentence === total.sentence);
  const parts = own.length > 0 ? withHeads(total, own, here) : here.filter(({ sentence }) => sentence === total.sentence - 1);
  return parts.every((fact) => fact.role === 'level' && fact.scale === total.scale && isSolid(fact) && fact.parent === null && (anyYear || fact.year === total.year)) ? parts : [];
}

/** 三项合计 behind two of them: the third stands somewhere else. */
export const fewerThanSaid = (total: Fact, parts: readonly Fact[]): boolean => parts.length < (ITEMS[/^(?:以上|上述)?([二两三四五六七八九])(?:项|档|类|批|笔|个)/.exec(total.lead)?.[1] ?? ''] ?? 0);

/** 四项合计586万元: four. */
const itemsSaid = (total: Fact): number | undefined => ITEMS[OF_SENTENCE.exec(total.lead)?.[1] ?? ''];

/** 三公经费9.12万元，其中…。会议费1.2万元，培训费5.48万元，三项合计15.8万元: the first of the three heads a sentence before; none where as many as are said are not found. */
function withHeads(total: Fact, own: readonly Fact[], here: readonly Fact[]): readonly Fact[] {
  const wanted = itemsSaid(total) ?? own.length;
  if (own.length >= wanted) return own;
  const heads = here.filter((fact) => fact.sentence < total.sentence && fact.sentence >= total.sentence - wanted && here.find(({ sentence }) => sentence === fact.sentence) === fact);
  const parts = [...heads.slice(own.length - wanted), ...own];
  return parts.length === wanted ? parts : [];
}

/** Numbered paragraphs 1, 2, 3 … just before, each with one amount of the total's unit. */
function listBefore(reading: Reading, total: Fact): readonly Fact[] {
  const own = reading.lineOf.get(total.line);
  const end = own ? reading.lines.indexOf(own) : -1;
  const style = reading.lines[end - 1]?.number?.style;
  const parts: Fact[] = [];
  let expected: number | null = null;
  for (let i = end - 1; i >= Math.max(0, end - LINES_BACK) && style !== undefined; i--) {
    const line = reading.lines[i];
    if (!line?.number || line.number.style !== style || (expected !== null && line.number.value !== expected)) return [];
    const amounts = reading.index.around(line.at, 0).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && fact.scale === total.scale && !fact.aside);
    const [only] = amounts;
    // What follows the first amount of an item explains it: 重建1186万元，其中…
    if (!only || !isSolid(only) || only.parent !== null) return [];
    parts.unshift(only);
    if (line.number.value === 1) return parts;
    expected = line.number.value - 1;
  }
  return [];
}
