// Spending above what was approved or received, where no word tells of an adjustment.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { clausesOf } from '../sentences';
import { bare, inUnitOf, written } from '../showing';
import type { Measure, Scope } from '../subjects';
import { scopeName } from './levels';
import { isOpenTotal } from './open-total';

type Message = 'above' | 'within';

const CEILINGS: readonly Measure[] = ['received', 'final-budget', 'budget', 'original-budget'];
const NAMES: Readonly<Partial<Record<Measure, string>>> = { received: '到位资金', 'final-budget': '调整后预算', budget: '预算', 'original-budget': '年初预算' };
const SCOPES: ReadonlySet<Scope> = new Set<Scope>(['total', 'basic', 'project', 'sangong', 'reception', 'public', 'staff', 'vehicle', 'vehicle-running', 'meeting', 'training']);
/** Words that explain more spending than budget. */
const ADJUSTED = /追加|调增|(?<!(?:未|没有|无|不)[^，。；]{0,10})(?:预算调整|调整预算|调整为|调整后|中期调整|年中调整|调剂)|增加预算|预算增加|自行承担|上年结[转余][^，。；]{0,8}[1-9]|年初结转|结转资金|结[转余](?:资金|经费)?(?:解决|弥补|补足|承担|列支|支付|安排)|使用(?![^，。；]*无)[^，。；后完]{0,8}结[转余]|动用|增资|增人|政策性|新增|上级(?:专项|补助|下达|拨)|较年初|比年初|大于预算|超(?:出)?(?:年初)?预算|高于(?:年初)?预算|原因|主要是|由于|因为/;
/** Money that was found elsewhere; 不足部分由单位自筹 names it, 无自筹资金 and 不存在资金缺口 say that there is none. */
const FOUND = /(?<!(?:未|没有|无|不存在|不涉及)(?:使用|安排|产生)?(?:单位|其他|任何|地方)*(?:资金|经费)?)(?:自有资金|自筹|垫付|缺口|差额)/;
const WITHIN = /(?:控制|保持)在[^，。；]{0,10}(?:预算|批复|额度)[^，。；]{0,8}(?:内|范围)|(?:未|没有|无)(?:超|突破)(?:出)?预算|未超支/;
/** Whose money it is. */
const OF_LEVEL = /中央|[省市县区镇本]级|上级|下属|提前|配套|转移支付/;
/** 省财政安排178514万元 is only a part of what 全省共支出. */
const ONE_LEVEL = /中央|[省市县区州](?:本?级|财政)/;
const WHOLE_AREA = /全[国省市县区州]|各级|各地|各[市县区州]/;
/** Words of its sentence before a figure that may say whose spending it is. */
const MOST_WORDS = 80;
/** Lines that may speak of one budget together. */
const NEAR_LINES = 3;
const NEAR_FACTS = 120;

export const reportOverspending = defineReportRule<Message>({
  id: 'report-overspending',
  title: '报告支出超预算',
  severity: 'verify',
  why: '支出比批复或到位的还多又没有说明，报送后会被要求解释。',
  basis: { ...TEXT_BASIS, clause: '支出不应超过批复的预算和到位的资金，有调整的应当说明' },
  messages: {
    above: '{what}{received}，高于{ceiling}{limit}（多{expected}），报告没有说明追加或调整。',
    within: '写的是“{received}”，但支出高于预算。',
  },
  examples: [
    { shows: 'spending above what was approved', text: '2022年预算批复150.32万元，全年实际到位资金230.32万元；实际支出153.99万元。', findings: [{ quote: '153.99万元', message: '支出153.99万元，高于预算150.32万元（多3.67万元），报告没有说明追加或调整。' }] },
    { shows: 'spending kept within the budget, so it says', text: '2022年部门预算资金78.81万元。\n2022年度一般公共预算财政拨款支出81.15万元。\n全年各项支出控制在预算额度内。', findings: [{ quote: '81.15万元', message: '支出81.15万元，高于预算78.81万元（多2.34万元），报告没有说明追加或调整。' }, { quote: '全年各项支出控制在预算额度内', message: '写的是“全年各项支出控制在预算额度内”，但支出高于预算。' }] },
    { shows: 'a limit that the figure exceeds', text: '“三公”经费支出53.1万元，控制在预算52万元以内。', findings: [{ quote: '53.1万元', message: '写的是“53.1万元，控制在预算52万元以内”，但支出高于预算。' }] },
    { shows: 'spending kept within the budget, but the table shows more', text: '2022年度项目绩效自评报告\n项目支出控制在预算以内。', form: { base: 'project', cells: { G6: 90 } }, findings: [{ quote: '项目支出控制在预算以内', message: '写的是“项目支出控制在预算以内”，但支出高于预算。' }] },
    { shows: 'projects one after another', text: '1.道路养护项目。预算安排50万元，支出50万元。\n2.河道清淤项目。预算安排80万元，支出75万元。\n3.水库除险项目。支出110万元。', findings: [] },
    { shows: 'more money than was granted, told as a total', text: '县财政下达专项资金426万元，镇级配套74万元，共计500万元。\n支出480万元，执行率96%，结余20万元。', findings: [] },
    { shows: 'no other money, so it says', text: '2022年年初预算安排100万元，全年支出120万元。项目资金均为财政拨款，无自筹资金，资金使用后无结余。', findings: [{ quote: '120万元', message: '支出120万元，高于年初预算100万元（多20万元），报告没有说明追加或调整。' }] },
    { shows: 'other money that made up for it', text: '2022年年初预算安排100万元，全年支出120万元，不足部分由单位自有资金解决。', findings: [] },
    { shows: 'money left over from before that made up for it', text: '2022年预算100万元，支出120万元，超支20万元由上年结余资金解决。', findings: [] },
    { shows: 'a budget that was raised during the year', text: '2022年年初预算100万元，年中追加预算20万元，全年支出118万元。', findings: [] },
    { shows: 'money of one level beside what all of the area spent', text: '2022年市级财政安排资金500万元。全市支出1500万元。', findings: [] },
    { shows: 'a part of the budget', text: '2024年农机购置补贴项目自评报告\n2024年项目预算资金合计2089万元。其中省内安排补贴资金312万元，中央安排补贴资金1777万元。全年预算执行数合计2089万元。', findings: [] },
    { shows: 'a budget of January beside an income that covers the spending', text: '2022年年初预算数100万元，决算收入120万元，决算支出120万元。', findings: [] },
  ],
  *check(reading) {
    const above: Outcome<Message>[] = [];
    const spendings = reading.facts.filter((fact) => usable(fact) && fact.measure === 'spending' && fact.parent === null && !/累计|历年|总投资/.test(fact.lead));
    for (const spending of spendings) {
      const outcome = judge(reading, spending);
      if (outcome?.fault) above.push(outcome);
      if (outcome) yield outcome;
    }
    yield* limits(reading);
    yield* within(reading, above);
  },
});

function usable(fact: Fact): boolean {
  return fact.kind === 'amount' && fact.role === 'level' && !fact.aside && isSolid(fact) && fact.scope !== null && SCOPES.has(fact.scope);
}

function judge(reading: Reading, spending: Fact): Outcome<Message> | null {
  const near = reading.index.around(spending.line, NEAR_LINES, NEAR_LINES).filter((fact) => fact !== spending && Math.abs(fact.index - spending.index) <= NEAR_FACTS && usable(fact) && fact.scope === spending.scope && fact.year === spending.year && compatible(fact, spending));
  const ofArea = WHOLE_AREA.test(saidBefore(reading, spending));
  const before = near.filter((fact) => fact.index < spending.index && fact.measure !== null && fact.parent === null && CEILINGS.includes(fact.measure) && !(ofArea && ONE_LEVEL.test(fact.lead) && !WHOLE_AREA.test(fact.lead)));
  // Projects one after another, each with its own budget: what stands in the same paragraph is meant.
  const beside = before.filter(({ line }) => line === spending.line);
  const ceilings = beside.length > 0 ? beside : before;
  if (ceilings.length === 0) return null;
  if (beside.length === 0 && ceilings.some((one) => ceilings.some((other) => other.measure === one.measure && !other.value.eq(one.value)))) return null;
  const limit = ceilings.find((ceiling) => spending.value.gt(ceiling.value.plus(resultSlack(ceiling)).plus(resultSlack(spending))));
  if (!limit) return holds([spending, ...ceilings.slice(-1)]);
  // What covers the spending besides a budget that may be of January.
  const covers = near.filter((fact) => fact.value.plus(resultSlack(fact)).gte(spending.value));
  if (covers.some(({ measure }) => measure === 'final-budget')) return null;
  // 下达426万元，配套74万元，共计500万元: all there is may be told without a word for budget.
  if (reading.index.around(spending.line, NEAR_LINES).some((fact) => fact.index < spending.index && isOpenTotal(fact) && fact.year === spending.year && fact.value.gte(spending.value))) return null;
  // 下达第一批300万元，第二批200万元，共下达500万元: a part of what covers the spending.
  if (near.some((fact) => fact.measure === limit.measure && (fact.sentence === limit.sentence || fact.sentence === spending.sentence) && fact.value.gte(spending.value))) return null;
  // 中央下达500万元，省级下达300万元: one on top of the other.
  const more = reading.index.around(limit.line, 0).filter((fact) => fact !== limit && fact.index < spending.index && fact.kind === 'amount' && fact.role === 'level' && fact.parent === null && isSolid(fact) && !fact.aside && fact.measure !== null && CEILINGS.includes(fact.measure) && OF_LEVEL.test(fact.lead) && (fact.sentence === limit.sentence || OF_LEVEL.test(limit.lead)));
  if (sum([limit, ...more].map(({ value }) => value)).plus(resultSlack(spending)).gte(spending.value)) return null;
  // 预算支出1200万元，决算收入1280万元、决算支出1260万元
  if (limit.measure === 'budget' && covers.some(({ measure, lead }) => measure === 'income' && /决算/.test(lead))) return null;
  if (limit.measure === 'original-budget' && covers.some(({ measure }) => measure === 'income' || measure === 'received' || measure === 'budget')) return null;
  for (let line = spending.line - NEAR_LINES; line <= spending.line + NEAR_LINES; line++) {
    const text = reading.lineOf.get(line)?.plain.text.slice(0, 4000) ?? '';
    if (ADJUSTED.test(text) || FOUND.test(text)) return null;
  }
  // 支出611.7万元。中央预算200万元，支出200万元；省级预算437.5万元，…: the whole was told before the budgets of its parts.
  if (near.some((fact) => fact.index < limit.index && fact.line === limit.line && fact.measure === 'spending' && fact.value.eq(spending.value))) return null;
  const over = spending.value.minus(limit.value);
  const what = spending.scope === 'total' ? '支出' : scopeName(spending.scope, spending.words);
  const calculation = `${bare(spending, spending.value)} − ${bare(spending, limit.value)} = ${bare(spending, over)}`;
  const data = { what, received: written(reading, spending), ceiling: NAMES[limit.measure ?? 'budget'] ?? '预算', limit: written(reading, limit), expected: inUnitOf(spending, over) };
  return { facts: [spending, limit], cells: [], fault: { message: 'above', data, places: [spending, limit], expected: null, received: data.received, calculation } };
}

function saidBefore(reading: Reading, { line, start }: Fact): string {
  return reading.lineOf.get(line)?.plain.text.slice(Math.max(0, start - MOST_WORDS), start).split(/[。；\n]/).at(-1) ?? '';
}

const compatible = (a: Fact, b: Fact): boolean => a.source === b.source || a.source === '' || b.source === '';

/** 三公经费48.26万元，控制在预算52万元以内: the limit stands beside the figure. */
function* limits(reading: Reading): Iterable<Outcome<Message>> {
  for (const facts of reading.sentences) {
    for (const limit of facts) {
      if (limit.role !== 'limit' || limit.kind !== 'amount' || limit.aside || limit.token.partial || !/控制在[^，。；]{0,12}$/.test(limit.lead) || !/^[^，。；]{0,3}(?:以内|之内|内|以下)/.test(limit.tail)) continue;
      const spending = facts.filter((fact) => fact.index < limit.index && fact.role === 'level' && fact.kind === 'amount' && isSolid(fact) && !fact.aside).at(-1);
      if (!spending || spending.clause < limit.clause - 3) continue;
      if (spending.value.lte(limit.value)) {
        yield holds([spending, limit]);
        continue;
      }
      const over = spending.value.minus(limit.value);
      const received = `${written(reading, spending)}，${reading.lineOf.get(limit.line)?.plain.text.slice(limit.clauseStart, limit.clauseEnd) ?? ''}`;
      yield { facts: [spending, limit], cells: [], fault: { message: 'within', data: { received }, places: [spending, limit], expected: null, received, calculation: `${bare(spending, spending.value)} − ${bare(spending, limit.value)} = ${bare(spending, over)}` } };
    }
  }
}

/** 支出控制在预算以内, although a figure of the report says otherwise. */
function* within(reading: Reading, above: readonly Outcome<Message>[]): Iterable<Outcome<Message>> {
  const totals = reading.tables.filter(({ kind, scope }) => kind === 'amount' && scope === 'total');
  const table = (['spending', 'final-budget'] as const).map((measure) => {
    const found = totals.filter((cell) => cell.measure === measure);
    return found.length === 1 ? found[0] : undefined;
  });
  const cause = above.find(({ facts }) => facts[0]?.scope === 'total');
  for (const line of reading.lines) {
    const { text } = line.plain;
    if (!/预算|超支|额度/.test(text)) continue;
    for (const clause of clausesOf(text)) {
      const words = text.slice(clause.start, Math.min(clause.end, clause.start + 60));
      if (!WITHIN.test(words) || /三公|接待|公务|会议|培训/.test(words)) continue;
      const span = { line: line.at, start: clause.start, end: clause.end };
      const [spent, budget] = table;
      if (!cause && spent && budget) {
        const cells = [spent.at, budget.at];
        if (spent.value.lte(budget.value)) yield holds([], cells);
        else yield { facts: [], cells, fault: { message: 'within', data: { received: words }, places: [span], expected: null, received: words, calculation: `${spent.shown} − ${budget.shown}` } };
      } else if (cause) yield { facts: [], cells: [], fault: { message: 'within', data: { received: words }, places: [span, ...cause.facts], expected: null, received: words, calculation: null, follows: { facts: cause.facts, cells: [] } } };
    }
  }
}
