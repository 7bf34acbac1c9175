// The same quantity with two values in one report.
import type { Decimal } from '../../model/decimal';
import { near } from '../../model/decimal';
import { grouped } from '../../model/grouped';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import { itemOf } from '../items';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { written } from '../showing';
import { ownNameIn, type Scope } from '../subjects';
import { scopeName } from './levels';
import { oneSlip, slipExplains } from './slip';

/** What a unit has one of a year; a total may be drawn in many ways. */
const ONE_OF: ReadonlySet<Scope> = new Set<Scope>(['basic', 'staff', 'public', 'sangong', 'abroad', 'vehicle', 'vehicle-buying', 'vehicle-running', 'reception', 'meeting', 'training']);
/** Parts of the unit or of the year have amounts of their own. */
const PART_OF = /本级|机关(?=本|公用|日常公用|人员)|下属|二级|所属|局属|上半年|季度|\d月|截至|累计|其中|人均|部分|财政局|新增|用于|结转|追加|调[增减]|每|上级|专项|(?:支出|经费|资金)中/;

/** 118万元（不含工会经费2万元） is another amount than the 120万元 that holds it. */
const COUNTED_OTHERWISE = /^\((?:[不未]?(?:含|包括|包含|计)|剔除|扣除)/;

export const reportFigure = defineReportRule({
  id: 'report-figure',
  title: '报告前后数字',
  severity: 'verify',
  why: '同一个数前后不同，至少有一处写错。',
  basis: TEXT_BASIS,
  messages: { twice: '{year}{what}前面写的是{expected}，这里写的是{received}，前后不一致。' },
  examples: [
    { shows: 'two values of the basic spending', text: '2022年基本支出125.32万元，项目支出28.67万元。\n二、支出情况\n2022年基本支出123.52万元，用于人员和公用经费。', findings: [{ quote: '123.52万元', message: '2022年基本支出前面写的是125.32万元，这里写的是123.52万元，前后不一致。' }] },
    { shows: 'a digit of the total mistyped', text: '2022年全年支出1253.26万元。\n2022年全年支出1258.26万元，完成了各项任务。', findings: [{ quote: '1258.26万元', message: '2022年全年支出前面写的是1253.26万元，这里写的是1258.26万元，前后不一致。' }] },
    { shows: 'one amount in two units', text: '每生每学期1000元，补助资金10070千元，即1070.00万元。', findings: [{ quote: '1070.00万元', message: '补助前面写的是10070千元，这里写的是1070.00万元，前后不一致。' }] },
    { shows: 'the same value in 元, and rounded', text: '2022年基本支出125.32万元。\n2022年基本支出1253200元。\n2022年基本支出125.3万元。', findings: [] },
    { shows: 'budget and spending', text: '2022年公用经费预算10万元。\n2022年公用经费支出9万元。', findings: [] },
    { shows: 'the same kind of work out of two funds', text: '2023年下达水利发展资金1000万元，其中：小流域综合治理700万元，河道治理300万元。\n2023年下达衔接资金791万元，其中：小流域综合治理300万元，河道治理491万元。', findings: [] },
    { shows: 'projects one after another', text: '（一）道路养护项目。2023年实际到位10.5万元，支出10.5万元。\n（二）河道清淤项目。2023年实际到位11.5万元，支出11.5万元。', findings: [] },
    { shows: 'another year', text: '2022年公务接待费支出1.2万元。\n2021年公务接待费支出1.5万元。', findings: [] },
  ],
  *check(reading) {
    for (const fact of reading.facts) yield* restated(reading, fact);
    for (const group of grouped(reading.facts, (fact) => keyOf(reading, fact)).values()) if (group.length > 1) yield* judge(reading, group);
  },
});

/** 10700千元，即1070万元: one amount in two units, where a slip tells that one was meant. */
function* restated(reading: Reading, fact: Fact): Iterable<Outcome<'twice'>> {
  const before = reading.facts[fact.index - 1];
  if (fact.lead !== '即' || fact.kind !== 'amount' || before?.kind !== 'amount' || before.clause !== fact.clause - 1 || before.scale === fact.scale || !isSolid(before) || !isSolid(fact)) return;
  const same = (a: Decimal, b: Decimal): boolean => near(a, b, resultSlack(fact).gt(resultSlack(before)) ? resultSlack(fact) : resultSlack(before));
  if (same(before.value, fact.value)) return void (yield holds([before, fact]));
  if (!slipExplains([before, fact], ([a, b]) => a !== undefined && b !== undefined && same(a, b))) return;
  const [received, expected] = [written(reading, fact), written(reading, before)];
  yield { facts: [fact, before], cells: [], fault: { message: 'twice', data: { year: '', what: before.words ?? '', received, expected }, places: [fact, before], expected, received, calculation: null } };
}

function keyOf(reading: Reading, fact: Fact): string | null {
  if (fact.kind !== 'amount' || fact.role !== 'level' || fact.aside || !isSolid(fact) || fact.scope === null || fact.measure === null || !fact.yearSaid && fact.year !== reading.base) return null;
  const before = reading.lineOf.get(fact.line)?.plain.text.slice(Math.max(0, fact.clauseStart - 30), fact.start) ?? '';
  if (PART_OF.test(before.replace(/其中：?/g, ''))) return null;
  if (COUNTED_OTHERWISE.test(reading.lineOf.get(fact.line)?.plain.text.slice(fact.end, fact.end + 8) ?? '')) return null;
  const words = ONE_OF.has(fact.scope) ? '' : `${fact.words ?? ''}`;
  if (!ONE_OF.has(fact.scope) && words.length < 4) return null;
  return [fact.scope, fact.measure, fact.source, fact.year, words].join('|');
}

/** Parts of two wholes, or figures of two projects of a list. */
function apart(reading: Reading, a: Fact, b: Fact): boolean {
  const [whole, other] = [a, b].map(({ parent }) => (parent === null ? undefined : reading.facts[parent]));
  if (whole && other && !whole.value.eq(other.value)) return true;
  const item = itemOf(reading.lineOf.get(a.line));
  const another = itemOf(reading.lineOf.get(b.line));
  return item !== null && another !== null && item !== another;
}

function* judge(reading: Reading, group: readonly Fact[]): Iterable<Outcome<'twice'>> {
  const counts = new Map<string, number>();
  for (const { value } of group) counts.set(value.toString(), (counts.get(value.toString()) ?? 0) + 1);
  const first = group[0];
  if (!first) return;
  // Where most agree, the others are the ones to look at.
  const most = [...group].sort((a, b) => (counts.get(b.value.toString()) ?? 0) - (counts.get(a.value.toString()) ?? 0) || a.index - b.index)[0] ?? first;
  for (const fact of group) {
    if (fact === most) continue;
    if (near(fact.value, most.value, resultSlack(fact).gt(resultSlack(most)) ? resultSlack(fact) : resultSlack(most))) {
      yield holds([most, fact]);
      continue;
    }
    if (fact.scale !== most.scale && fact.value.div(fact.scale).eq(most.value.div(most.scale))) continue;
    if (!ONE_OF.has(fact.scope ?? 'named') && (!oneSlip(fact, most) || apart(reading, fact, most))) continue;
    // 编外人员经费 and 人员经费, 外事接待费 and 公务接待费 may be two things.
    if (ownNameIn(fact.words) !== ownNameIn(most.words) && !oneSlip(fact, most)) continue;
    // Zero here and an amount there is another division of the same money.
    if (fact.value.isZero() || most.value.isZero() || fact.sentence === most.sentence) continue;
    const [received, expected] = [written(reading, fact), written(reading, most)];
    const data = { year: fact.year > 1000 ? `${fact.year}年` : '', what: fact.scope === 'total' || fact.scope === 'named' ? fact.words ?? '' : scopeName(fact.scope, fact.words), received, expected };
    yield { facts: [fact, most], cells: [], fault: { message: 'twice', data, places: [fact, most], expected, received, calculation: null } };
  }
}
