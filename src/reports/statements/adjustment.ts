// 未进行调整: then the budget of January is the budget of the year, in the table and in the text.
import type { Decimal } from '../../model/decimal';
import { near, sum } from '../../model/decimal';
import type { TableCell } from '../../model/report';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TABLE_BASIS } from '../report-rule';
import { clausesOf } from '../sentences';
import { bare, inUnitOf, written } from '../showing';
import { slipExplains } from './slip';

type Message = 'table' | 'text' | 'sum';

const UNADJUSTED = /(?:未|没有|无(?!法)|不存在)[^，。；：]{0,12}(?:调整|调剂|追加)/;
/** Rules and intentions say the same words, as does what is said of a part or of the rest: they claim nothing about the year. */
const NO_CLAIM = /其[他它余]|再|基本支出|公用经费|除|如|若|确需|不得|严禁|应|须|经批准|未经|按规定|办法|制度|原则|指标|目标|用途|政策|人员|会计|及时/;

/** 除追加上级专项外，项目资金未进行调整 */
const EXCEPT = /除[^。]*外，$/;

export const reportAdjustment = defineReportRule<Message>({
  id: 'report-adjustment',
  title: '报告预算调整',
  severity: 'verify',
  why: '预算变了却写没有调整，调整原因就没有交代。',
  basis: TABLE_BASIS,
  messages: {
    table: '写的是“{received}”，但{sheet}年初预算数{before}、全年预算数{after}，两数不等。',
    sum: '调整后预算应为{expected}（{calculation}），写的是{received}。',
    text: '写的是“{received}”，但报告里年初预算{before}、调整后预算{after}，两数不等。',
  },
  examples: [
    { shows: 'money added and money taken back in other words', text: '2023年年初预算2846.00万元，6月追加经费112.40万元，11月压减一般性项目支出35.60万元，调整后全年预算2922.80万元。', findings: [] },
    { shows: 'last year’s budget beside', text: '2024年年初预算1268.35万元，比2023年1195.62万元增加72.73万元。\n年中追加86.50万元，核减28.45万元，调整后预算1330.00万元。', findings: [{ quote: '1330.00万元', message: '调整后预算应为1326.4万元（1268.35 + 86.5 − 28.45 = 1326.4），写的是1330.00万元。' }] },
    { shows: 'no adjustment, says the report; the table shows one', text: '2022年度项目绩效自评报告\n本年项目预算未进行调整。', form: { base: 'project', cells: { E6: 100 } }, findings: [{ quote: '本年项目预算未进行调整', message: '写的是“本年项目预算未进行调整”，但自评表年初预算数100万元、全年预算数80万元，两数不等。' }] },
    { shows: 'no adjustment, and another budget after it', text: '2022年年初预算100万元，调整后预算120万元。全年未发生预算调整。', findings: [{ quote: '全年未发生预算调整', message: '写的是“全年未发生预算调整”，但报告里年初预算100万元、调整后预算120万元，两数不等。' }] },
    { shows: 'a budget that does not follow from its adjustment', text: '2022年年初预算320万元，年中追加45万元，调整后预算356万元。', findings: [{ quote: '356万元', message: '调整后预算应为365万元（320 + 45 = 365），写的是356万元。' }] },
    { shows: 'a budget altogether', text: '2023年预算安排服务费5200万元，中途追加257万元，预算总额5475万元。', findings: [{ quote: '5475万元', message: '调整后预算应为5457万元（5200 + 257 = 5457），写的是5475万元。' }] },
    { shows: 'a budget and what was added to it', text: '2022年年初预算320万元，年中追加45万元，调整后预算365万元。', findings: [] },
    { shows: 'no adjustment, and none in the table', text: '2022年度项目绩效自评报告\n本年项目预算未进行调整。', form: { base: 'project' }, findings: [] },
    { shows: 'a rule, not a statement', text: '2022年度项目绩效自评报告\n预算未经批准不得调整。', form: { base: 'project', cells: { E6: 100 } }, findings: [] },
  ],
  *check(reading) {
    yield* sums(reading);
    const totals = reading.index.about('total', reading.base).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside);
    const [before, after] = (['original-budget', 'final-budget'] as const).map((measure) => only(totals.filter((fact) => fact.measure === measure)));
    for (const line of reading.lines) {
      const { text } = line.plain;
      if (!/调整|调剂|追加/.test(text)) continue;
      const clauses = clausesOf(text);
      for (const clause of clauses) {
        const words = text.slice(clause.start, Math.min(clause.end, clause.start + 60));
        if (!UNADJUSTED.test(words) || NO_CLAIM.test(words) || EXCEPT.test(text.slice(Math.max(0, clause.start - 40), clause.start)) || !/预算|资金|经费/.test(text.slice(Math.max(0, clause.start - 40), clause.end))) continue;
        yield* judge(reading, { line: line.at, start: clause.start, end: clause.end }, words, before ?? null, after ?? null);
      }
    }
  },
});

function* judge(reading: Reading, span: { line: number; start: number; end: number }, words: string, before: Fact | null, after: Fact | null): Iterable<Outcome<Message>> {
  const original = reading.tables.filter(({ kind, scope, measure }) => kind === 'amount' && scope === 'total' && measure === 'original-budget');
  const final = reading.tables.filter(({ kind, scope, measure }) => kind === 'amount' && scope === 'total' && measure === 'final-budget');
  const [a, b] = [original[0], final[0]];
  // Several tables: which of them the sentence speaks of is not said, unless one is the whole unit's.
  const unit = original.length === 1 && final.length === 1;
  if (a && b && unit) {
    const cells: readonly TableCell[] = [a.at, b.at];
    if (near(a.value, b.value, a.slack.plus(b.slack))) return void (yield holds([], cells));
    yield { facts: [], cells, fault: { message: 'table', data: { received: words, sheet: a.source.file === null ? a.at.sheet : `“${a.at.sheet}”`, before: a.shown, after: b.shown }, places: [span], expected: null, received: words, calculation: null } };
    return;
  }
  if (!before || !after) return;
  if (before.value.eq(after.value)) return void (yield holds([before, after]));
  yield { facts: [before, after], cells: [], fault: { message: 'text', data: { received: words, before: written(reading, before), after: written(reading, after) }, places: [span, before, after], expected: null, received: words, calculation: null } };
}

/** 追加112.4万元，11月压减一般性项目支出35.6万元: what is told in other words than 调减. */
const TAKEN_BACK = /压减|收回|核减|调减|追减|调出|统筹|缴回|上缴|调剂/;
const BUDGET_CHANGES: ReadonlySet<string> = new Set(['original-budget', 'adjustment', 'final-budget', 'carried-in']);

/** The budget of January, what changed it, and the budget of the year, as one paragraph or two give them. */
interface Adjusted {
  readonly before: Fact;
  readonly by: readonly Fact[];
  readonly after: Fact;
  /** What was carried in: it may be counted in the budget of January or come on top of it. */
  readonly carried: readonly Fact[];
}

/** The budget of the year, and what makes it up. */
type Tied = readonly [after: Fact, ...terms: Fact[]];

/** 年初预算 ± 追加 = 调整后预算, where a paragraph or two give one of each. */
function* sums(reading: Reading): Iterable<Outcome<Message>> {
  const amounts = reading.facts.filter((fact) => fact.kind === 'amount' && (fact.role === 'level' || fact.measure === 'adjustment' && fact.role === 'down') && !fact.aside && isSolid(fact) && fact.parent === null && fact.measure !== null && BUDGET_CHANGES.has(fact.measure) && !/^(?:比|较|与|同)(?:上年|去年|20\d{2}年)/.test(fact.lead));
  const wanted = new Set(amounts);
  const lines = new Set(amounts.filter((fact) => fact.measure === 'final-budget' || fact.measure === 'adjustment' && altogether(reading, fact).length > 0).map(({ line }) => line));
  for (const line of lines) {
    const found = adjustedIn(reading, reading.index.around(line, 1).filter((fact) => wanted.has(fact)));
    const outcome = found && judgeSum(reading, found);
    if (outcome) yield outcome;
  }
}

/** Null where one of the three is missing, is given twice, or is of other money. */
function adjustedIn(reading: Reading, facts: readonly Fact[]): Adjusted | null {
  const of = (measure: string): readonly Fact[] => facts.filter((fact) => fact.measure === measure);
  const changes = of('adjustment');
  // 追加办案费86万元、装备费42.5万元
  const more = changes.flatMap((fact) => following(reading, fact));
  const by = [...changes, ...more];
  const [first] = by;
  const given = of('original-budget');
  const final = of('final-budget');
  const before = first && given.length === 0 && plannedBefore(reading, first) || only(given);
  const after = only(final.length > 0 ? final : altogether(reading, changes.at(-1)));
  if (!first || !before || !after || before.scope !== after.scope || before.year !== after.year || changes.some(({ lead }) => !/追加|调[增减]|核[增减]/.test(lead))) return null;
  return { before, by, after, carried: of('carried-in') };
}

/** 预算安排服务费5200万元，中途追加257万元: a budget just before its change is that of January. */
function plannedBefore(reading: Reading, change: Fact): Fact | null {
  const stated = reading.facts[change.index - 1];
  return stated && stated.measure === 'budget' && stated.sentence === change.sentence && stated.role === 'level' && stated.parent === null ? stated : null;
}

function judgeSum(reading: Reading, { before, by, after, carried }: Adjusted): Outcome<Message> | null {
  const expected = by.reduce((value, fact) => (isCut(fact) ? value.minus(fact.value) : value.plus(fact.value)), before.value);
  const tied: Tied = [after, before, ...by];
  if (near(expected, after.value, sum(tied.map(slack)))) return holds(tied);
  if (carried.length > 0) return withCarried(reading, tied, carried);
  // 下达转移支付50万元 beside what was added, or 追加200万元 told of the income and of the spending: one more amount that makes up just what is missing.
  const missing = after.value.minus(expected).abs();
  const makesUp = (fact: Fact): boolean => near(fact.value, missing, sum([after, fact].map(slack)));
  const isCounted = (fact: Fact): boolean => tied.includes(fact) || tied.some(({ index }) => index === fact.parent);
  if (reading.facts.slice(before.index + 1, after.index).some((fact) => fact.kind === 'amount' && isSolid(fact) && !isCounted(fact) && makesUp(fact)) || by.some((fact, i) => makesUp(fact) && by.findIndex(({ value }) => value.eq(fact.value)) < i)) return null;
  // 调减 of one kind of money may stand beside 调增 of another that is not told.
  if (by.length > 2) return null;
  const others = reading.facts.filter((fact) => fact.index > before.index && fact.index < after.index && !by.includes(fact) && fact.kind === 'amount' && !fact.aside && fact.measure !== 'adjustment' && TAKEN_BACK.test(fact.lead));
  if (others.length > 0) return near(expected.minus(sum(others.map(({ value }) => value))), after.value, sum([...tied, ...others].map(slack))) ? holds([...tied, ...others]) : null;
  return differs(reading, tied, expected);
}

function differs(reading: Reading, tied: Tied, expected: Decimal): Outcome<Message> {
  const [after, ...terms] = tied;
  const [received, shown] = [written(reading, after), inUnitOf(after, expected)];
  const calculation = `${terms.map((fact, i) => `${i === 0 ? '' : isCut(fact) ? '− ' : '+ '}${bare(after, fact.value)}`).join(' ')} = ${bare(after, expected)}`;
  return { facts: tied, cells: [], fault: { message: 'sum', data: { expected: shown, received, calculation }, places: tied, expected: shown, received, calculation } };
}

const isCut = ({ lead }: Fact): boolean => /[调核]减/.test(lead);

/** 预算安排5200万元，中途追加275万元，预算总额5475万元 */
function altogether(reading: Reading, change: Fact | undefined): readonly Fact[] {
  const next = change && reading.facts[change.index + 1];
  return next && next.sentence === change.sentence && next.measure === 'budget' && next.role === 'level' && next.kind === 'amount' && isSolid(next) && /(?:预算总额|总预算|预算合计|预算达到?)[为是]?$/.test(next.lead) ? [next] : [];
}

function following(reading: Reading, fact: Fact): readonly Fact[] {
  const found: Fact[] = [];
  for (let next = reading.facts[fact.index + 1]; next && next.clause === fact.clause && next.lead.startsWith('、') && next.kind === 'amount' && next.role === 'level' && next.measure === null && isSolid(next) && /追加|调增/.test(fact.lead); next = reading.facts[next.index + 1]) found.push(next);
  return found;
}

/** 年初预算 + 追加 + 上年结转 = 全年预算: told where one slip of the hand explains that it does not hold. */
function withCarried(reading: Reading, tied: Tied, carried: readonly Fact[]): Outcome<Message> | null {
  const first = only(carried);
  if (!first) return null;
  const all: Tied = [...tied, first];
  const [after, ...terms] = all;
  const total = (values: readonly Decimal[]): Decimal => sum(terms.map((fact, i) => {
    const value = values[i + 1] ?? fact.value;
    return isCut(fact) ? value.negated() : value;
  }));
  const fits = (values: readonly Decimal[]): boolean => near(total(values), values[0] ?? after.value, sum(all.map(slack)));
  const values = all.map(({ value }) => value);
  if (fits(values)) return holds(all);
  return slipExplains(all, fits) ? differs(reading, all, total(values)) : null;
}

function only(facts: readonly Fact[]): Fact | null {
  const first = facts[0];
  return first && facts.every(({ value }) => value.eq(first.value)) ? first : null;
}
