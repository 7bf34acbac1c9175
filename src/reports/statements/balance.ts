// 收 − 支 = 余: what came in, what was spent and what is left over must agree.
import type { Decimal } from '../../model/decimal';
import { near, sum, ZERO } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import { itemOf } from '../items';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { bare, inUnitOf, written } from '../showing';
import type { Measure } from '../subjects';
import { holdsRemainder } from './holdings';
import { isOpenTotal } from './open-total';
import { exchangeExplains, slipExplains } from './slip';

/** What can be spent, in the order in which it is named when nothing fits. */
const INCOMES: readonly Measure[] = ['received', 'income', 'final-budget', 'budget', 'original-budget'];
/** Money that goes other ways: then nothing can be said. */
const OTHER_WAYS = /调出资金|上解|收回|上缴|结余分配|缴回|退回|统筹|注销|弥补/;

type Message = 'balance' | 'level';

export const reportBalance = defineReportRule<Message>({
  id: 'report-balance',
  title: '报告收支结余',
  severity: 'verify',
  why: '到位减支出与结余对不上，说明有一个数写错，或结余没有如实反映。',
  basis: TEXT_BASIS,
  messages: { balance: '结余写的是{received}，按{from}减支出应为{expected}（{calculation}）。', level: '{from}与支出{received}相差{gap}，{why}应相等。' },
  examples: [
    { shows: 'nothing left over although less was spent than received', text: '2022年全年实际到位资金230.32万元，实际支出153.99万元，上年结余0元，本年结余0元。', findings: [{ quote: '0元', message: '结余写的是0元，按到位230.32万元减支出应为76.33万元（230.32 + 0 − 153.99 = 76.33）。' }] },
    { shows: 'a balance that holds with what was carried over', text: '2022年收入合计100万元，上年结转5.5万元，支出合计98.5万元，年末结转结余7万元。', findings: [] },
    { shows: 'last year beside this one', text: '2023年收入决算3256.78万元，较上年3108.45万元增加148.33万元；支出决算3198.60万元，较上年3125.40万元增加73.20万元。年末结转结余81.58万元。', findings: [{ quote: '81.58万元', message: '结余写的是81.58万元，按收入3256.78万元减支出应为58.18万元（3256.78 − 3198.6 = 58.18）。' }] },
    { shows: 'the budget further up, and two digits exchanged', text: '2022年调整后预算4156.75万元。\n一般公共预算为主。\n2022年支出合计3987.62万元。\n年末结转结余196.13万元。', findings: [{ quote: '196.13万元', message: '结余写的是196.13万元，按预算4156.75万元减支出应为169.13万元（4156.75 − 3987.62 = 169.13）。' }] },
    { shows: 'the budget further up, and other money in it', text: '2022年调整后预算4156.75万元。\n一般公共预算为主。\n2022年支出合计3987.62万元。\n年末结转结余20万元。', findings: [] },
    { shows: 'a part of the spending that is as much as what is missing', text: '2022年全年收到财政拨款1200万元，支出1150万元，其中购置设备5万元，年末结余55万元。', findings: [{ quote: '55万元', message: '结余写的是55万元，按到位1200万元减支出应为50万元（1200 − 1150 = 50）。' }] },
    { shows: 'income of two kinds and their total', text: '2022年财政拨款收入1110万元，其他收入90万元，收入合计1200万元，支出合计1150万元，年末结余60万元。', findings: [{ quote: '60万元', message: '结余写的是60万元，按收入1200万元减支出应为50万元（1200 − 1150 = 50）。' }] },
    { shows: 'nothing left over in words', text: '2022年收入1586.35万元，支出1568.35万元，年末无结转结余。收入总计1568.35万元，支出总计1586.35万元。', findings: [{ quote: '1568.35万元', message: '收入1586.35万元与支出1568.35万元相差18万元，没有结余的，两者应相等。' }, { quote: '1586.35万元', message: '收入1568.35万元与支出1586.35万元相差18万元，收支总计应相等。' }] },
    { shows: 'money that was taken back', text: '2022年到位资金100万元，实际支出90万元，财政收回8万元，年末结余2万元。', findings: [] },
  ],
  *check(reading) {
    const told = new Set<Fact>();
    for (const fact of reading.facts) {
      if (fact.measure !== 'balance' || !usable(fact)) continue;
      for (const outcome of balanceOf(reading, fact)) {
        told.add(fact);
        yield outcome;
      }
    }
    for (const fact of reading.facts) if (fact.measure === 'balance' && LEFT.test(fact.lead) && !told.has(fact)) yield* likely(reading, fact);
    for (const fact of reading.facts) if (fact.measure === 'balance' && !told.has(fact)) yield* ofPeriod(reading, fact);
    for (const facts of reading.sentences) yield* level(reading, facts);
  },
});

/** 结余, 年末结转结余 and the like without a word about whose. */
const LEFT = /^(?:年[末终底]|期末|剩余|资金|财政|项目)*(?:结转|结余|结存|剩余)(?:和?结[转余])?(?:至|到)?(?:下一?年度?)?(?:使用)?(?:资金|金额|数|为|共|了)*$|^收支(?:差额|相抵)[为是]?$|^(?:年[末终底])?(?:质保金[及和])?(?:尚未|未)(?:使用|支出|支付|拨付|执行|结算)的?(?:资金|金额|经费|余额)?(?:为|共)*$/;
const TOTAL = /[合总共]计|总[额收]/;
const PAID_OUT = /已?(?:累计)?(?:拨付|支付)/;

/** 结余25.6万元由财政收回 is about the balance itself; any other money taken back is not in it. */
function goesOtherWays(reading: Reading, line: number, left: Fact): boolean {
  const text = reading.lineOf.get(line)?.plain.text.slice(0, 3000) ?? '';
  return OTHER_WAYS.test(line === left.line ? text.slice(0, left.end) + text.slice(left.end).replace(/^[^，。；\d]{0,16}/, '') : text);
}

/** More values of one side than these, and it cannot be told which is meant. */
const MOST_VALUES = 3;
/** More than the figures of most reports. */
const FAR_FACTS = 400;

const values = (facts: readonly Fact[]): readonly Fact[] => [...new Map(facts.map((fact) => [fact.value.toString(), fact])).values()];

/** The budget stands further up, or the words name who spent: what fits is kept, what does not is told where one slip of the hand explains it. */
function* likely(reading: Reading, left: Fact): Iterable<Outcome<'balance'>> {
  if (left.kind !== 'amount' || left.role !== 'level' || left.parent !== null || left.aside || !isSolid(left) || (left.scope !== 'total' && left.scope !== 'named')) return;
  const item = itemOf(reading.lineOf.get(left.line));
  const side = (measures: readonly Measure[], year = left.year): readonly Fact[] => reading.facts.slice(Math.max(0, left.index - FAR_FACTS), left.index).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && fact.parent === null && !fact.aside && isSolid(fact) && fact.measure !== null && measures.includes(fact.measure) && (fact.scope === 'total' || fact.scope === 'named') && fact.year === year && itemOf(reading.lineOf.get(fact.line)) === item);
  const around = reading.index.around(left.line, LINES_BACK);
  const close = values(side(['spending']).filter((fact) => around.includes(fact)));
  const beside = close.filter(({ sentence }) => sentence === left.sentence);
  const stated = beside.length > 0 ? beside : close;
  // Where nothing is said to be spent, what was paid out was.
  const spendings = stated.length > 0 ? stated : values(side(['received']).filter((fact) => around.includes(fact) && PAID_OUT.test(fact.lead)));
  const incomes = values([...side(INCOMES).filter((fact) => !spendings.includes(fact) && !PAID_OUT.test(fact.lead)), ...reading.facts.slice(Math.max(0, left.index - FAR_FACTS), left.index).filter((fact) => isOpenTotal(fact) && fact.year === left.year)]);
  const spent = spendings.at(-1);
  if (!spent || holdsRemainder(reading, spent) || spendings.length > 1 || incomes.length === 0 || incomes.length > MOST_VALUES) return;
  const [carried, ...others] = values(side(['carried-in'], left.year - 1).concat(side(['carried-in'])));
  // 财政拨款1190万元，其他收入10万元，收入合计1200万元: the total is meant first.
  const ways = incomes.toSorted((a, b) => Number(TOTAL.test(b.lead)) - Number(TOTAL.test(a.lead))).flatMap((income) => [[income, spent, left], ...(carried && others.length === 0 ? [[income, spent, left, carried]] : [])]);
  const fitting = ways.find((facts) => fits(facts.map(({ value }) => value), facts));
  if (fitting) return void (yield holds(fitting));
  if (goesOtherWays(reading, left.line, left)) return;
  // 总投资20100万元，其中债券14100万元；债券支出11501.82万元，未支出2598.18万元: of the part.
  if (reading.facts.slice(Math.max(0, left.index - FAR_FACTS), left.index).some((fact) => fact.kind === 'amount' && fact.parent !== null && isSolid(fact) && fact.value.eq(spent.value.plus(left.value)))) return;
  const meant = ways.find((facts) => slipExplains(facts, (changed) => fits(changed, facts))) ?? (ways.length === 1 ? ways.find((facts) => exchangeExplains(left, (value) => fits(facts.map((fact) => (fact === left ? value : fact.value)), facts))) : undefined);
  if (meant?.[0] && !isExplained(reading, meant, left, meant[0].value.plus(meant[3]?.value ?? ZERO).minus(spent.value))) yield differs(meant[0], spent, left, meant[3] ?? null, reading);
}

/** 医保基金收入33862.91万元，支出32169.76万元，当期结余1693.15万元: one after another, whose ever they are; told where a slip explains it. */
function* ofPeriod(reading: Reading, left: Fact): Iterable<Outcome<'balance'>> {
  const [income, spent] = [reading.facts[left.index - 2], reading.facts[left.index - 1]];
  if (!income || !spent || !/^(?:当期|当年|本年|本期)(?:收支)?结余$/.test(left.lead) || !/收入$/.test(income.lead) || !/^[，、]?(?:基金)?支出$/.test(spent.lead) || left.clause - income.clause !== 2) return;
  const tied = [income, spent, left];
  if (tied.some((fact) => fact.kind !== 'amount' || fact.role !== 'level' || !isSolid(fact) || fact.aside || fact.parent !== null || fact.sentence !== left.sentence)) return;
  if (fits(tied.map(({ value }) => value), tied)) yield holds(tied);
  else if (slipExplains(tied, (values) => fits(values, tied))) yield differs(income, spent, left, null, reading);
}

const NOTHING_LEFT = /(?:^|[，；])(?:年[末底终])?(?:均|都)?(?:无|没有)(?:资金|财政拨款)?(?:结[转余存]|剩余)/;

/** 收入总计 is 支出总计, and where 年末无结余 all that came in was spent: told where a slip explains the difference. */
function* level(reading: Reading, facts: readonly Fact[]): Iterable<Outcome<'level'>> {
  const money = facts.filter((fact) => fact.kind === 'amount' && fact.role === 'level' && fact.parent === null && !fact.aside);
  const [from, spent] = [only(money, 'income') ?? only(money, 'received'), only(money, 'spending')];
  if (!from || !spent || from.line !== spent.line || !usable(from) || !usable(spent) || from.year !== spent.year || from.source !== spent.source) return;
  const text = reading.lineOf.get(spent.line)?.plain.text ?? '';
  const totals = [from, spent].every(({ lead }) => /总计/.test(lead));
  // 支出1510万元(含上年结转10万元); the totals have it inside.
  if ((totals ? money : facts).some(({ measure }) => measure === 'balance' || measure === 'carried-in' || measure === 'adjustment')) return;
  if (!totals && !NOTHING_LEFT.test((text.slice(spent.end).split('。')[0] ?? '')) || goesOtherWays(reading, spent.line, spent)) return;
  const tied = [from, spent];
  const gap = from.value.minus(spent.value);
  if (near(gap, ZERO, sum(tied.map(slack)))) return void (yield holds(tied));
  if (!slipExplains(tied, ([a = ZERO, b = ZERO]) => a.eq(b))) return;
  const received = written(reading, spent);
  const [data, expected] = [{ from: `收入${written(reading, from)}`, received, gap: inUnitOf(from, gap.abs()), why: totals ? '收支总计' : '没有结余的，两者' }, inUnitOf(spent, from.value)];
  yield { facts: tied, cells: [], fault: { message: 'level', data, places: [spent, from], expected, received, calculation: null } };
}

/** Income − spending (+ what was carried in) = what is left. */
function fits([income = ZERO, spent = ZERO, left = ZERO, carried = ZERO]: readonly Decimal[], facts: readonly Fact[]): boolean {
  return near(income.plus(carried).minus(spent), left, sum(facts.map(slack)));
}

/** The one fact of a measure; null when there is none or they differ. */
function only(facts: readonly Fact[], measure: Measure): Fact | null {
  const found = facts.filter((fact) => fact.measure === measure);
  const first = found[0];
  return first && found.every(({ value }) => value.eq(first.value)) ? first : null;
}

/** Lines before that may give what came in and what was spent. */
const LINES_BACK = 2;
const MOST_FACTS = 60;

function usable(fact: Fact): boolean {
  return fact.kind === 'amount' && fact.role === 'level' && fact.parent === null && !fact.aside && isSolid(fact) && fact.scope === 'total';
}

function* balanceOf(reading: Reading, left: Fact): Iterable<Outcome<'balance'>> {
  const before: Fact[] = [];
  for (let i = left.index; i >= 0 && before.length < MOST_FACTS; i--) {
    const fact = reading.facts[i];
    if (!fact || fact.line < left.line - LINES_BACK) break;
    if (usable(fact) && (fact === left || fact.measure !== 'balance')) before.unshift(fact);
  }
  const windows = [before.filter(({ sentence }) => sentence === left.sentence), before.filter(({ line }) => line === left.line), before.filter(({ line }) => line >= left.line - 1), before];
  for (const facts of windows) {
    const spent = only(facts.filter(({ year }) => year === left.year), 'spending');
    const sources = spent ? INCOMES.flatMap((measure) => facts.filter((fact) => fact.measure === measure && fact.year === spent.year && fact.source === spent.source)) : [];
    if (!spent || sources.length === 0) continue;
    if (holdsRemainder(reading, spent)) return;
    if (left.year === spent.year && left.source === spent.source) yield* judge(reading, left, spent, sources, only(facts, 'carried-in'));
    return;
  }
}

function* judge(reading: Reading, left: Fact, spent: Fact, sources: readonly Fact[], carried: Fact | null): Iterable<Outcome<'balance'>> {
  const incoming = sources[0];
  if (!incoming) return;
  const first = Math.min(incoming.index, spent.index);
  const lines = new Set(reading.facts.slice(first, left.index + 1).map(({ line }) => line));
  if ([...lines].some((line) => goesOtherWays(reading, line, left)) || /其中.{0,12}$/.test(left.lead)) return;
  const carries = carried ? [carried.value, ZERO] : [ZERO];
  const gap = (from: Fact, carry: Decimal): Decimal => from.value.plus(carry).minus(spent.value);
  const tolerance = (from: Fact): Decimal => sum([resultSlack(left).lt(slack(from)) ? resultSlack(left) : slack(left), slack(from), slack(spent)]);
  const tied = [incoming, ...(carried ? [carried] : []), spent, left];
  if (sources.some((from) => carries.some((carry) => near(gap(from, carry), left.value, tolerance(from))))) {
    yield holds(tied);
    return;
  }
  // 支出总计 holds what is carried over as well.
  if (/总计/.test(spent.lead)) return;
  // What is left of a budget may be what the treasury keeps: only money that came in is counted against the end of the year.
  const one = sources.every((from) => from.measure !== incoming.measure || from.value.eq(incoming.value));
  const certain = one && (incoming.measure === 'received' || incoming.measure === 'income' || left.line === spent.line && incoming.line === spent.line && incoming.measure === 'final-budget');
  if (!certain || isExplained(reading, tied, left, gap(incoming, carried?.value ?? ZERO))) return;
  yield differs(incoming, spent, left, carried, reading);
}

/** 年末结余80万元，其中上年结转30万元; 审计核减5万元; 事业收入20万元: one more amount of these lines that makes up just what is missing has come in or gone out as well. What the income or the spending itself is divided into (支出1150万元，其中购置5万元) has been counted. */
function isExplained(reading: Reading, tied: readonly Fact[], left: Fact, gap: Decimal): boolean {
  const missing = left.value.minus(gap).abs();
  const from = Math.min(...tied.map(({ line }) => line));
  const isCounted = ({ parent, lead }: Fact): boolean => tied.some((whole) => whole !== left && whole.index === parent) && !/结[转余]/.test(lead);
  return reading.index.around(left.line, left.line - from).some((fact) => fact.kind === 'amount' && fact.sentence <= left.sentence && !tied.includes(fact) && !isCounted(fact) && isSolid(fact) && near(fact.value, missing, sum([left, fact].map(slack))));
}

function differs(incoming: Fact, spent: Fact, left: Fact, carried: Fact | null, reading: Reading): Outcome<'balance'> {
  const tied = [incoming, ...(carried ? [carried] : []), spent, left];
  const carry = carried?.value ?? ZERO;
  const expected = incoming.value.plus(carry).minus(spent.value);
  const terms = [bare(incoming, incoming.value), ...(carried ? [`+ ${bare(incoming, carry)}`] : []), `− ${bare(incoming, spent.value)}`];
  const calculation = `${terms.join(' ')} = ${bare(incoming, expected)}`;
  const [received, shown] = [written(reading, left), inUnitOf(incoming, expected)];
  const from = `${{ received: '到位', income: '收入' }[incoming.measure as string] ?? '预算'}${written(reading, incoming)}`;
  return { facts: tied, cells: [], fault: { message: 'balance', data: { received, expected: shown, from, calculation }, places: [left, incoming, spent, ...(carried ? [carried] : [])], expected: shown, received, calculation } };
}
