// The text against the tables: budgets, spending, rates, scores and head counts that both give must be one.
import type { Decimal } from '../model/decimal';
import { HUNDRED, near } from '../model/decimal';
import { againstIndicators, againstNames } from './against-indicators';
import { againstScores } from './against-scores';
import type { Fact } from './fact';
import { isSolid, resultSlack } from './fact';
import { plainText } from './plain-text';
import type { Reading } from './reading';
import type { Outcome } from './report-rule';
import { defineReportRule, holds, TABLE_BASIS } from './report-rule';
import { about, written } from './showing';
import { holdsRemainder } from './statements/holdings';
import { isSpendingRate } from './statements/quotient';
import { fittingQuotient } from './statements/rate';
import { partFacts, type TableFact } from './table-facts';
import type { TableSource } from './table-source';

type Message = 'amount' | 'rate' | 'score' | 'count' | 'indicator' | 'points' | 'name';

const SCORE_BEFORE = /(?:得分|总分|自评分|评分|自评)(?:合计)?(?:为|是|达到?|:|共)*$/;
const ITEM_SCORE = /指标|产出|效益|满意|执行|过程|决策|投入|管理|扣|满分|分值|权重|平均/;

export const reportTable = defineReportRule<Message>({
  id: 'report-table',
  title: '报告与表格',
  severity: 'verify',
  why: '报告和自评表数字不同，审核时最先被退回。',
  basis: TABLE_BASIS,
  messages: {
    amount: '报告写{what}{received}，{sheet}{cell}{name}是{expected}，两处不一致。',
    rate: '报告写{what}{received}，{sheet}{cell}{name}是{expected}，两处不一致。',
    score: '报告写得分{received}，{sheet}{cell}{name}是{expected}，两处不一致。',
    indicator: '报告写{what}{received}，{sheet}{cell}实际完成值是{expected}，两处不一致。',
    points: '报告写{what}{received}，{sheet}{cell}是{expected}，两处不一致。',
    name: '报告写的{label}名称“{received}”与{sheet}{cell}“{expected}”不一致。',
    count: '报告写{what}{received}，{sheet}{cell}{name}是{expected}，两处不一致。',
  },
  examples: [
    { shows: 'another budget in the table', text: '2022年度农村道路养护项目绩效自评报告\n2022年财政安排农村道路养护项目资金60万元。', form: { base: 'project' }, findings: [{ quote: '60万元', message: '报告写农村道路养护项目60万元，自评表F6全年预算数是80万元，两处不一致。' }] },
    { shows: 'another score in the table', text: '2022年度农村道路养护项目绩效自评报告\n项目自评得分98分。', form: { base: 'project' }, findings: [{ quote: '98分', message: '报告写得分98分，自评表I20总分是100，两处不一致。' }] },
    { shows: 'the same amounts in 元', text: '2022年度农村道路养护项目绩效自评报告\n2022年财政安排农村道路养护项目资金800000元，实际支出80万元，预算执行率100%，自评得分100分。', form: { base: 'project' }, findings: [] },
    { shows: 'another value of an indicator', text: '2022年度农村道路养护项目绩效自评报告\n全年养护道路里程45公里，养护验收合格率96%。', form: { base: 'project' }, findings: [{ quote: '45公里', message: '报告写养护道路里程45公里，自评表G13实际完成值是50公里，两处不一致。' }] },
    { shows: 'another value of a mean, and of a name that begins with a figure', text: '2022年度农村道路养护项目绩效自评报告\n平均处置时间2.4天，65岁以上老人出行满意率19%。', form: { base: 'project', cells: { D15: '平均处置时间', F15: '≤5天', G15: '4.2天', D18: '65岁以上老人出行满意率', F18: '≥90%', G18: '91%' } }, findings: [{ quote: '2.4天', message: '报告写平均处置时间2.4天，自评表G15实际完成值是4.2天，两处不一致。' }, { quote: '19%', message: '报告写65岁以上老人出行满意率19%，自评表G18实际完成值是91%，两处不一致。' }] },
    { shows: 'another name of the project', text: '2022年度项目绩效自评报告\n项目名称：城市桥梁加固', form: { base: 'project' }, findings: [{ quote: '城市桥梁加固', message: '报告写的项目名称“城市桥梁加固”与自评表C3“农村道路养护”不一致。' }] },
    { shows: 'a rate of other money', text: '2022年度农村道路养护项目绩效自评报告\n接收捐赠款物326.80万元，捐赠支出302.45万元，捐赠资金使用率92.55%。', form: { base: 'project' }, findings: [] },
    { shows: 'a line of the table by another name, and its rate', text: '2022年度农村道路养护项目绩效自评报告\n分级次看，县级支出18万元，执行率90%。', form: { base: 'project', cells: { C8: '县级补助', F8: 20, G6: 78, G8: 18, I6: '97.5%' } }, findings: [] },
    { shows: 'scores of parts of the table', text: '2022年度农村道路养护项目绩效自评报告\n（一）指标完成情况\n该部分共设置3项指标，分值50分，自评得分47分。\n养护按期完成，自评得分8分（满分10分）。\n（二）产出指标\n各项任务均已完成，自评得分48分。\n（三）结论\n项目自评得分100分。其中：经济性得分20分，效率性得分80分。', form: { base: 'project' }, findings: [] },
    { shows: 'the value of an indicator, a gap and money that arrived are nothing that was spent', text: '2022年度农村道路养护项目绩效自评报告\n每公里养护补助目标值≤2万元，实际完成值1.6万元。\n预算数与执行数的差额2万元，由财政收回。部门整体支出资金到位80万元。', form: { base: 'project', cells: { G6: 78, I6: '97.5%' } }, findings: [] },
    { shows: 'a line of the table and its rate, told by its whole name or behind its budget', text: '2022年度农村道路养护项目绩效自评报告\n财政资金预算60万元，支出58万元，执行率96.67%。财政资金支出58万元，执行率96.67%。', form: { base: 'project', cells: { C7: '财政资金', F7: 60, G7: 58, C8: '自筹资金', F8: 20, G8: 20, G6: 78, I6: '97.5%' } }, findings: [] },
    { shows: 'works that were paid for, and how far it was in the middle of the year', text: '2022年度农村道路养护项目绩效自评报告\n支出明细如下：设备购置费支出20万元，工程款支出60万元，合计支出80万元。\n全年签订合同9份，合同金额51.15万元，已支付51.15万元。\n截至6月底累计支出36万元，执行进度45%。上半年支出36万元，支出进度45%。', form: { base: 'project' }, findings: [] },
    { shows: 'other points of an indicator and of a group', text: '2022年度农村道路养护项目绩效自评报告\n产出指标分值50分，得45分。\n养护道路里程50公里，分值20分，得15分。养护验收合格率96%。该项分值10分，自评得10分。管护机制健全性良好，得15分。', form: { base: 'project' }, findings: [{ quote: '45分', message: '报告写产出指标得分45分，自评表I13～I16合计是50分，两处不一致。' }, { quote: '15分', message: '报告写养护道路里程得分15分，自评表I13是20分，两处不一致。' }] },
    { shows: 'points by another scheme than the table’s, and points taken off all', text: '2022年度农村道路养护项目绩效自评报告\n养护道路里程50公里，分值15分，得12分。养护验收合格率96%。该项分值15分，自评得13分，扣2分。满意度指标得10分。扣分4分。', form: { base: 'project' }, findings: [] },
    { shows: 'what was reached behind its target', text: '2022年度农村道路养护项目绩效自评报告\n养护道路里程目标值50公里，实际完成45公里。养护验收合格率年度指标值≥95%，实际完成值96%。', form: { base: 'project' }, findings: [{ quote: '45公里', message: '报告写养护道路里程45公里，自评表G13实际完成值是50公里，两处不一致。' }] },
    { shows: 'another project', text: '2022年度农村道路养护项目绩效自评报告\n2021年安排桥梁加固项目资金60万元。', form: { base: 'project' }, findings: [] },
  ],
  *check(reading) {
    if (reading.tables.length === 0) return;
    yield* againstNames(reading);
    yield* againstIndicators(reading);
    yield* againstScores(reading);
    const told = new Map<string, Fact>();
    const totals = reading.facts.filter((fact) => fact.kind === 'amount' && fact.scope === 'total');
    for (const fact of reading.facts) {
      if (!isSolid(fact) || fact.aside) continue;
      if (fact.kind === 'amount' && fact.role === 'level' && !/累计|总计/.test(fact.lead)) yield* followUps(amount(reading, fact), told);
      else if (fact.kind === 'rate' && fact.role === 'rate' && isSpendingRate(fact)) yield* rate(reading, fact, totals);
      else if (fact.kind === 'score' && fact.role === 'level' && fact.parent === null && SCORE_BEFORE.test(fact.lead) && !ITEM_SCORE.test(fact.lead) && !ofItem(reading, fact)) yield* score(reading, fact);
      else if (fact.kind === 'count' && fact.role === 'level' && (fact.scope === 'posts' || fact.scope === 'employed')) yield* count(reading, fact);
    }
  },
});

const FULL_MARKS = /满分|分值|权重/;
/** A heading of one group of indicators: the scores below it are the group's. */
const GROUP_HEADING = /产出|效益|效果|满意|数量|质量|时效|成本|决策|过程|履职|管理/;

/** 该部分分值50分，自评得分47分, 自评得分8分（满分10分）, or below 产出指标完成情况: the score of a part of the table. */
function ofItem(reading: Reading, fact: Fact): boolean {
  const scores = reading.index.around(fact.line, 0).filter(({ kind }) => kind === 'score');
  const at = scores.indexOf(fact);
  const [before, behind] = [scores[at - 1], scores[at + 1]];
  const marked = [before, behind?.sentence === fact.sentence && behind.clause - fact.clause <= 1 ? behind : undefined].some((one) => one !== undefined && FULL_MARKS.test(one.lead) && !one.value.eq(HUNDRED));
  return marked || GROUP_HEADING.test(reading.lineOf.get(fact.line)?.path.at(-1) ?? '');
}

function same(fact: Fact, cell: TableFact): boolean {
  return near(fact.value, cell.value, biggest(resultSlackOf(fact, cell), cell.slack));
}

/** What contradicts one cell with one value again and again is one slip. */
function* followUps(outcomes: Iterable<Outcome<Message>>, told: Map<string, Fact>): Iterable<Outcome<Message>> {
  for (const outcome of outcomes) {
    const fact = outcome.facts[0];
    if (!outcome.fault || !fact) {
      yield outcome;
      continue;
    }
    const key = `${outcome.cells[0]?.sheet ?? ''}!${outcome.cells[0]?.cell ?? ''}=${fact.value.toString()}`;
    const first = told.get(key);
    if (!first) told.set(key, fact);
    yield first ? { ...outcome, fault: { ...outcome.fault, follows: { facts: [first], cells: [] } } } : outcome;
  }
}

/** A report or a table that names no year speaks of the same one. */
const sameYear = (fact: Fact, year: number | null): boolean => year === null || fact.year === 0 || fact.year === year;

/** Whole 万元 may stand for a cell with more digits. */
function resultSlackOf(fact: Fact, cell: TableFact): Decimal {
  return fact.decimals === 0 && cell.slack.isZero() ? cell.slack : resultSlack(fact);
}

const biggest = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b);

/** 预算 without a word about January or December is either of the two. */
const BUDGETS = ['original-budget', 'final-budget', 'budget'];

function fitsMeasure(fact: Fact, cell: TableFact): boolean {
  if (fact.measure === 'budget') return cell.measure !== null && BUDGETS.includes(cell.measure);
  if (fact.measure === 'original-budget' || fact.measure === 'final-budget') return cell.measure === fact.measure || cell.measure === 'budget';
  return fact.measure === cell.measure;
}

/** 合同金额51.15万元，已支付51.15万元, and 工程款 in a list of what was paid for: of a piece of work, whatever the project took. */
function isOfWorks(reading: Reading, fact: Fact): boolean {
  const before = reading.facts[fact.index - 1];
  return fact.measure === 'spending' && (/工程款/.test(fact.lead) || before?.kind === 'amount' && before.sentence === fact.sentence && before.clause >= fact.clause - 1 && /合同|中标|采购/.test(before.lead));
}

function* amount(reading: Reading, fact: Fact): Iterable<Outcome<Message>> {
  if (fact.scope === null || fact.measure === null || holdsRemainder(reading, fact) || isOfWorks(reading, fact)) return;
  const cells = reading.tables.filter((cell) => cell.kind === 'amount' && cell.scope === fact.scope && sameYear(fact, cell.year) && fitsMeasure(fact, cell) && named(fact, cell));
  const equal = cells.find((cell) => same(fact, cell));
  if (equal) return void (yield holds([fact], [equal.at]));
  if (fact.measure === 'received' || fact.measure === 'income') {
    const budget = reading.tables.find((cell) => cell.kind === 'amount' && cell.scope === fact.scope && cell.measure === 'final-budget' && sameYear(fact, cell.year) && same(fact, cell));
    if (budget) yield holds([fact], [budget.at]);
    return;
  }
  // Which table a total belongs to must be certain, and money of one source is only a part of it.
  const sources = new Set(cells.map(({ source }) => source));
  if (cells.length === 0 || sources.size > 1 || (fact.source !== '' && fact.scope === 'total') || fact.parent !== null && fact.scope === 'named') return;
  const tables = new Set(reading.tables.filter(({ scope, measure }) => scope === 'total' && measure !== null).map(({ source }) => source));
  if (fact.scope === 'total' && tables.size > 1) return;
  const cell = cells.find(({ measure }) => measure === 'final-budget') ?? cells[0];
  // 县级支出161万元 is what the table's own line of it says, by whatever name.
  const part = fact.scope === 'total' && cell ? partFacts(cell.source, cell.year).map((row) => row.find((one) => fitsMeasure(fact, one) && same(fact, one) && (namesPart(fact, one) || goesOnAbout(reading, fact, one, row)))).find((one) => one !== undefined) : undefined;
  if (part) yield holds([fact], [part.at]);
  else if (cell) yield differs(reading, fact, cell, 'amount', cells);
}

/** Words that every line of the money may have. */
const OF_ANY = /[^\u4e00-\u9fa5]|其中|当年|本年|上年|一般|公共|预算|财政|专项|拨款|补助|资金|收入|支出|经费|配套|其他|项目|年初|全年|执行|数/g;

const COLUMN_NAME = /(?:年初预算数|全年预算数|全年执行数)$/;

/** 财政资金预算900万元，支出847.15万元: the line of the table whose budget has just been told. */
function goesOnAbout(reading: Reading, fact: Fact, cell: TableFact, row: readonly TableFact[]): boolean {
  const before = reading.facts[fact.index - 1];
  return before?.kind === 'amount' && before.sentence === fact.sentence && row.some((other) => other !== cell && same(before, other));
}

/** 县级支出, 债券资金支出 of 县级补助, 专项债券资金: two characters of the line's own, or the level that pays; or the line's whole name. */
function namesPart({ lead }: Fact, { name }: TableFact): boolean {
  const line = plainText(name.replace(COLUMN_NAME, '')).text;
  if (line.length >= 2 && lead.includes(line)) return true;
  const own = name.replace(OF_ANY, '');
  const level = /^[省市州县区镇乡]/.exec(own)?.[0];
  return level !== undefined && lead.includes(`${level}级`) || [...own].some((character, i) => i > 0 && lead.includes(`${own[i - 1] ?? ''}${character}`));
}

function named(fact: Fact, cell: TableFact): boolean {
  if (fact.scope !== 'named') return true;
  const own = cell.own.replace(/^[\d.、\s]+/, '');
  return own.length >= 4 && fact.words !== null && fact.words.endsWith(own);
}

function differs(reading: Reading, fact: Fact, cell: TableFact, message: Message, all: readonly TableFact[]): Outcome<Message> {
  const [received, expected] = [written(reading, fact), cell.shown];
  const sheet = cell.at.file === null ? cell.at.sheet : `“${cell.at.sheet}”`;
  return { facts: [fact], cells: [cell, ...all.filter((one) => one.at !== cell.at)].map(({ at }) => at), fault: { message, data: { what: about(fact), received, expected, sheet, cell: cell.at.cell, name: cell.name }, places: [fact], expected, received, calculation: null } };
}

const RATE_WORDS = /(?:[执支使拨结兑][行出用付算现]|支付)(?:率|进度|比例)[^，。；]*$|全年|本年|年度|截[至止]|预算|资金|经费|财政|拨款|支出|项目|部门|整体|单位|总体|综合|总|平均|实际|其|的|年|月|底|末|[\d、，：()]/g;

/** 接收捐赠款物326.8万元，支出302.45万元，捐赠资金使用率92.55%: money of another name, whose own amounts stand beside it. */
function ofOtherMoney(reading: Reading, fact: Fact): boolean {
  const own = fact.lead.replace(RATE_WORDS, '');
  const amounts = reading.index.around(fact.line, 0).filter((one) => one.sentence === fact.sentence && one.index < fact.index && one.kind === 'amount' && isSolid(one) && one.value.gt(0));
  return own.length >= 2 && amounts.some((one) => amounts.some((other) => other !== one && near(one.value.div(other.value).times(HUNDRED), fact.value, resultSlack(fact).times(2))));
}

/** The rate of a part of the money, given with its own amounts, is not the table's. */
function ofOwnAmounts(reading: Reading, fact: Fact): boolean {
  const own = fittingQuotient(reading, fact);
  if (own && (own.above.scope !== 'total' || own.below.scope !== 'total') || ofOtherMoney(reading, fact)) return true;
  const before = reading.facts[fact.index - 1];
  return before?.kind === 'amount' && before.sentence === fact.sentence && before.clause === fact.clause - 1 && before.source !== '' && before.role === 'level';
}

const BEFORE_DECEMBER = /(?:截[至止]|[到至])(?:20\d{2}年)?(?:[1-9]|1[01]|[一二三四五六七八九十]|十一)月|上半年|[一二三]季度/;

/** 截至6月底累计支出9万元，执行进度45%: the table gives the year. */
function midYear(reading: Reading, fact: Fact): boolean {
  const before = reading.facts[fact.index - 1];
  return [fact.lead, before?.sentence === fact.sentence ? before.lead : ''].some((lead) => BEFORE_DECEMBER.test(lead));
}

/** `totals`: of what is wrong with one of them, a rate follows. */
function* rate(reading: Reading, fact: Fact, totals: readonly Fact[]): Iterable<Outcome<Message>> {
  if (ofOwnAmounts(reading, fact) || midYear(reading, fact)) return;
  const rates = reading.tables.filter((cell) => cell.kind === 'rate');
  const equal = rates.find((cell) => near(fact.value, cell.value, biggest(resultSlack(fact), cell.slack)));
  // A rate that the table only claims is worth nothing against the amounts beside it.
  const sources = [...new Set(reading.tables.filter(({ scope, measure }) => scope === 'total' && measure !== null).map(({ source }) => source))];
  const [source] = sources;
  if (sources.length !== 1 || !source || fact.scope !== null && fact.scope !== 'total' && fact.scope !== 'named' || !sameYear(fact, source.review.table.year)) return;
  const { spent, quotients } = totalsOf(reading);
  const fitting = quotients.find(({ percent }) => near(percent, fact.value, resultSlack(fact).times(2)));
  if (fitting && spent) return void (yield holds([fact], [spent.at, fitting.budget.at]));
  const part = partOf(reading, fact, source);
  if (part) return void (yield holds([fact], part.map(({ at }) => at)));
  const [first] = quotients;
  if (!first || !spent) {
    if (equal) yield holds([fact], [equal.at]);
    else if (rates[0]) yield differs(reading, fact, rates[0], 'rate', rates.slice(0, 1));
    return;
  }
  const expected = `${first.percent.toDecimalPlaces(2).toString()}%`;
  const shown: TableFact = { ...spent, shown: `${expected}（${spent.shown} ÷ ${first.budget.shown}）`, name: '执行率算得' };
  const found = differs(reading, fact, shown, 'rate', [spent, first.budget]);
  yield { ...found, fault: found.fault && { ...found.fault, calculation: `${spent.shown} ÷ ${first.budget.shown} = ${expected}`, follows: { facts: totals, cells: [] } } };
}

/** 县级支出161万元，执行率90.45%: the line of the table that has been named by its amount right before, and makes this rate. */
function partOf(reading: Reading, fact: Fact, source: TableSource): readonly TableFact[] | null {
  const before = reading.facts[fact.index - 1];
  if (before?.kind !== 'amount' || before.sentence !== fact.sentence) return null;
  for (const amounts of partFacts(source, source.review.table.year)) {
    const spent = amounts.find(({ measure }) => measure === 'spending');
    const budget = amounts.find(({ measure, value }) => measure !== 'spending' && spent && !value.isZero() && near(spent.value.div(value).times(HUNDRED), fact.value, resultSlack(fact).times(2)));
    if (spent && budget && [spent, budget].some((one) => same(before, one) && (namesPart(before, one) || goesOnAbout(reading, before, one, amounts)))) return [spent, budget];
  }
  return null;
}

interface TableTotals {
  readonly spent: TableFact | undefined;
  /** What was spent of the budget of the year, then of that of January, in percent. */
  readonly quotients: readonly { readonly budget: TableFact; readonly percent: Decimal }[];
}

/** What the table says was spent in all, and of which budgets. */
function totalsOf(reading: Reading): TableTotals {
  const of = (measure: string): TableFact | undefined => reading.tables.find((cell) => cell.kind === 'amount' && cell.scope === 'total' && cell.measure === measure);
  const spent = of('spending');
  const quotients = ['final-budget', 'original-budget'].flatMap((measure) => {
    const budget = of(measure);
    return spent && budget && !budget.value.isZero() ? [{ budget, percent: spent.value.div(budget.value).times(100) }] : [];
  });
  return { spent, quotients };
}

function* score(reading: Reading, fact: Fact): Iterable<Outcome<Message>> {
  const cells = reading.tables.filter(({ kind }) => kind === 'score');
  const equal = cells.find((cell) => near(fact.value, cell.value, biggest(resultSlack(fact), cell.slack)));
  if (equal) yield holds([fact], [equal.at]);
  else if (cells.length === 1 && cells[0] && sameYear(fact, cells[0].year)) yield differs(reading, fact, cells[0], 'score', cells);
}

function* count(reading: Reading, fact: Fact): Iterable<Outcome<Message>> {
  const cells = reading.tables.filter((cell) => cell.kind === 'count' && cell.scope === fact.scope && sameYear(fact, cell.year));
  const equal = cells.find((cell) => cell.value.eq(fact.value));
  if (equal) return void (yield holds([fact], [equal.at]));
  const first = cells[0];
  // 行政编制 and 事业编制 are parts of what the table gives as one number.
  if (first && cells.length === 1 && fact.parent === null && !/行政|事业|工勤|机关|参公|下属|其中/.test(fact.lead)) yield differs(reading, fact, first, 'count', cells);
}
