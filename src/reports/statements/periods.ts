// 第一季度到第四季度, 上半年 and 下半年: what the parts of a year took is what the year took.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import { oneSlipApart } from './slip';

export interface YearOfParts {
  readonly total: Fact;
  readonly parts: readonly Fact[];
  readonly holds: boolean;
}

const QUARTER = /(?:第)?([一二三四1-4])季度/;
/** 1至3月, 4-6月 */
const MONTHS = /(?<!\d)(1|4|7|10)(?:月)?[至到-](?:3|6|9|12)月/;
const HALF = /([上下])半年/;
const ORDER: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 上: 1, 下: 2 };
const FIRST_MONTHS: Readonly<Record<string, number>> = { 1: 1, 4: 2, 7: 3, 10: 4 };
const BATCH = /第([一二三四五六])(?:批|期|笔)/;
const UNNAMED = /分(?:四个?)?季度[\u4e00-\u9fa5]{0,4}$/;
const CUMULATIVE = /累计|截至/;
const WHOLE = /全年|累计|合计|共计|总计|本年/;
/** The year's total may stand in a chapter before. */
const FAR_FACTS = 200;
/** More values of the total than these, and none is meant. */
const MOST_TOTALS = 4;

/** Four quarters or two halves told in one sentence, with the total beside them or the one that the report gives. */
export function* yearsOfParts(reading: Reading, facts: readonly Fact[]): Iterable<YearOfParts> {
  for (const [pattern, wanted] of [[QUARTER, 4], [MONTHS, 4], [HALF, 2], [BATCH, 0], [UNNAMED, 4]] as const) {
    const parts = pattern === UNNAMED ? unnamed(facts) : partsOf(facts, pattern);
    const first = parts[0];
    if (!first || (wanted === 0 ? parts.length < 3 : parts.length !== wanted) || pattern !== UNNAMED && parts.some((part, i) => orderOf(pattern, part) !== i + 1)) continue;
    const last = parts.at(-1);
    const beside = facts.find((fact) => last && fact.index > last.index && fact.kind === first.kind && fact.role === 'level' && WHOLE.test(fact.lead) && isSolid(fact) && !fact.aside);
    // 资金总规模2320万元。分四批下达，…; 实际拨付24108万元，分季度拨付…
    const before = wanted === 0 || pattern === UNNAMED ? reading.facts.slice(Math.max(0, first.index - 6), first.index).filter((fact) => fact.line === first.line && fact.sentence >= first.sentence - 1 && fact.kind === first.kind && fact.role === 'level' && fact.parent === null && isSolid(fact) && !fact.aside) : [];
    const far = wanted === 0 ? [] : reading.facts.slice(Math.max(0, first.index - FAR_FACTS), first.index + FAR_FACTS).filter((fact) => !parts.includes(fact) && fact.kind === first.kind && fact.role === 'level' && fact.scope === 'total' && (fact.measure === 'spending' || fact.measure === 'received' || /(?:发放|兑付)(?:资金|补助|补贴)?$/.test(fact.lead)) && fact.parent === null && fact.year === first.year && isSolid(fact) && !fact.aside);
    const totals = [...new Map((beside ? [beside] : [...before, ...far]).map((fact) => [fact.value.toString(), fact])).values()];
    const fitting = totals.find((total) => near(sum(parts.map(({ value }) => value)), total.value, sum([...parts, total].map(slack))));
    const total = fitting ?? (totals.length <= MOST_TOTALS ? totals.find((one) => oneSlipApart(one, parts)) : undefined);
    if (total) yield { total, parts, holds: fitting !== undefined };
  }
}

/** 分季度拨付6150万元、6150万元、6150万元、5658万元 */
function unnamed(facts: readonly Fact[]): readonly Fact[] {
  const at = facts.findIndex(({ lead }) => UNNAMED.test(lead));
  const parts = at < 0 ? [] : facts.slice(at, at + 4);
  return parts.every((fact, i) => (i === 0 || /^[、和]$/.test(fact.lead)) && fact.kind === 'amount' && fact.role === 'level' && isSolid(fact)) ? parts : [];
}

function orderOf(pattern: RegExp, part: Fact): number {
  const said = pattern.exec(part.lead)?.[1] ?? '';
  return (pattern === MONTHS ? FIRST_MONTHS[said] : ORDER[said]) ?? Number(said);
}

function partsOf(facts: readonly Fact[], pattern: RegExp): readonly Fact[] {
  return facts.filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && pattern.test(fact.lead) && !CUMULATIVE.test(fact.lead));
}

const YEARS = /(20\d{2})年?[至到-](20\d{2})年[^。；]{0,40}$/;
/** No report looks further back. */
const MOST_YEARS = 6;

/** 2021年至2023年累计支出6.76万元，其中2021年2.07万元，2022年2.31万元，2023年2.38万元: every year of the total. */
export function* yearsOfTotal(reading: Reading, facts: readonly Fact[]): Iterable<YearOfParts> {
  for (const total of facts) {
    const [, from, to] = YEARS.exec(reading.lineOf.get(total.line)?.plain.text.slice(0, total.start) ?? '') ?? [];
    const count = Number(to) - Number(from) + 1;
    if (!(count >= 2 && count <= MOST_YEARS) || !/累计|共|总/.test(total.lead) || total.role !== 'level' || !isSolid(total) || total.aside) continue;
    const parts = facts.filter(({ parent }) => parent === total.index);
    if (parts.length !== count || parts.some((part, i) => part.year !== Number(from) + i || !part.lead.includes(`${part.year}年`) || !isSolid(part))) continue;
    yield { total, parts, holds: near(sum(parts.map(({ value }) => value)), total.value, sum([...parts, total].map(slack))) };
  }
}
