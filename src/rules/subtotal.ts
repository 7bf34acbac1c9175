// In a base-data table a line is the sum of its numbered parts, never less than its 其中, and 控制率 is its quotient, 完成率 of an indicator that of actual and target, 偏差度 by how much they differ, 得分率 that of score and weight, 资金到位率 that of what arrived and what was planned, 小计 of an amount that of the sources beside it; 小计 among indicators is the sum of its group's scores, a first total that of its lines, 金额合计 that of a department's tasks, 合计 below what the money is made of that of its lines, 资金总额 of a form of targets that of what stands under its heads; of lists and columns that have no name here, what most of their lines show.
import { Decimal, HUNDRED, decimal, halfUnit, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { BaseData, BaseDataRow, ControlRate, Entry, Indicator, IndicatorGroup, PartTotal, Table } from '../model/table';
import { inOneUnit, makesTotal, roundingOf, sumBeside, takesSum } from './adding-up';
import { amountLists } from './amount-lists';
import { arrivalRates } from './arrival-rates';
import { FORM_BASIS } from './basis';
import { completionRates } from './completion-rates';
import { additionOf, computable, numberEdit, proposal, safe } from './correcting';
import { levelTotals } from './level-totals';
import { isLostIn } from './lost-points';
import { detailAmounts } from './detail-amounts';
import { doubtfulAmong, gainOnceRight } from './doubtful-scores';
import { isOffByTens } from './scores';
import { deviations } from './deviations';
import { headedAmounts } from './headed-amounts';
import { rightScore } from './indicator-score';
import { sharedGap, type SharedGap } from './mistyped-score';
import { moneyColumns } from './money-columns';
import { pairedRates } from './paired-rates';
import { rateHolds } from './rates';
import type { Cause, RuleReport } from './rule';
import { defineRule } from './rule';
import { scoreRates } from './score-columns';
import { sourceColumns } from './source-columns';
import { summarySubtotals } from './summary-subtotals';
import { taskAmounts } from './task-amounts';
import { weightSum } from './weights';
import { amount, excerpt, indicatorName, percent, words } from './wording';

type Message = 'sum' | 'short' | 'above' | 'rate' | 'group' | 'line' | 'part' | 'task' | 'tasks' | 'detail' | 'headed' | 'reached' | 'apart' | 'scored' | 'kept';

/** 小计 of the indicators, then the whole with the execution. */
const WITH_PART = { A20: '小计', H20: 90, I20: 90, A21: '总分', H21: 100, I21: 100 };

/** What a score that is computed may be off by. */
const ROUNDED = decimal('0.05');

export const subtotal = defineRule<Message>({
  id: 'subtotal',
  title: '分项与小计',
  severity: 'error',
  why: '小计与分项对不上，说明其中一处填错，汇总数据不可用。',
  basis: { ...FORM_BASIS, clause: '小计 = 各分项之和；控制率 = 实际数 ÷ 标准数' },
  messages: {
    sum: '“{name}”{column}填{received}，各分项合计{expected}，两者不等。',
    short: '“{name}”{column}填{received}，各分项只填了{expected}，其余各项空白，两者不等。',
    above: '“{name}”{column}填{received}，其中各项合计已达{expected}，超过了小计。',
    group: '“{name}”小计{received}，所属{count}项得分合计{expected}，两者不等。',
    line: '“{name}”得分填{received}，包含它的{count}处合计都是按{expected}计算的，应为{expected}。',
    part: '“{name}”填{received}，以上{count}项得分合计{expected}，两者不等。',
    task: '任务“{name}”总额填{received}，各资金来源合计{expected}，两者不等。',
    tasks: '“{name}”{column}填{received}，以上各任务合计{expected}，两者不等。',
    headed: '“{name}”填{received}，其中各项合计{expected}，两者不等。',
    reached: '“{name}”完成率应为{expected}（{actual} ÷ {target}），填的是{received}，请核对。',
    apart: '“{name}”偏差度应为{expected}（{actual}比{target}），填的是{received}，请核对。',
    scored: '“{name}”得分率应为{expected}（{score} ÷ {weight}），填的是{received}。',
    kept: '“{name}”{column}应为{expected}（{budget} − {spent}），填的是{received}，请核对。',
    detail: '“{name}”{column}填{received}，以上{count}项合计{expected}，两者不等。',
    rate: '{name}应为{expected}（{numerator} ÷ {denominator}），填的是{received}。',
  },
  examples: [
    { shows: 'three parts of zero and a subtotal', form: { base: 'base-data', cells: { B6: 0, B8: 0, B10: 0 } }, findings: [{ cells: ['B5', 'B6', 'B9', 'B10'], message: '“三公经费”2021年决算数填6，各分项合计0，两者不等。' }] },
    { shows: 'a line that the one above it confirms', form: { base: 'base-data', cells: { A7: '①公车购置', A8: '②公车运行维护', F8: 30 } }, findings: [{ cells: ['F6', 'F7', 'F8'], message: '“公务用车购置和维护经费”2022年决算数填3，各分项合计30，两者不等。' }] },
    { shows: 'an amount with its unit beside bare ones', form: { base: 'base-data', cells: { F5: '5万元', B6: '4万元' } }, findings: [] },
    { shows: 'amounts that all have their unit', form: { base: 'base-data', cells: { F5: '6万元', F6: '3万元', F7: '0万元', F8: '3万元', F9: '0万元', F10: '2万元' } }, findings: [{ cells: ['F5', 'F6', 'F9', 'F10'], message: '“三公经费”2022年决算数填6万元，各分项合计5万元，两者不等。' }] },
    { shows: 'a control rate that is no quotient', form: { base: 'base-data', cells: { F3: '95%' } }, findings: [{ cells: ['F3', 'D3', 'B3'], message: '控制率应为90.00%（18 ÷ 20），填的是95%。' }] },
    { shows: '小计 of a group', form: { base: 'project', cells: { D18: '小计', F18: null, G18: null, H18: 15, I18: 14, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [{ cells: ['I18', 'I17'], message: '“效益指标”小计14，所属1项得分合计15，两者不等。' }] },
    { shows: 'a score that the subtotal and the total contradict', form: { base: 'project', cells: { D18: '小计', F18: null, G18: null, H18: 15, I18: 15, I17: 5, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [{ cells: ['I17', 'I18', 'I20'], message: '“沿线出行条件”得分填5，包含它的2处合计都是按15计算的，应为15。' }] },
    { shows: '小计 that adds up', form: { base: 'project', cells: { D18: '小计', F18: null, G18: null, H18: 15, I18: 15, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [] },
    { shows: '小计 of all indicators above the total', form: { base: 'project', cells: { ...WITH_PART, I20: 89 } }, findings: [{ cells: ['I20', 'I13', 'I14', 'I15', 'I16', 'I17', 'I18', 'I19'], message: '“小计”填89，以上7项得分合计90，两者不等。' }] },
    { shows: 'a first total of all indicators', form: { base: 'project', cells: { ...WITH_PART, A20: '合计', I20: 91 } }, findings: [{ cells: ['I20', 'I13', 'I14', 'I15', 'I16', 'I17', 'I18', 'I19'], message: '“合计”填91，以上7项得分合计90，两者不等。' }] },
    { shows: '小计 that was added up before a score was mistyped, which is told of that line', form: { base: 'project', cells: { ...WITH_PART, G13: '45公里', J13: '汛期停工', I13: 17, I20: 88, I21: 98 } }, findings: [] },
    { shows: '小计 of all indicators that adds up', form: { base: 'project', cells: WITH_PART }, findings: [] },
    { shows: '小计 of all indicators whose points were mistyped into those of the last group', form: { base: 'project', cells: { ...WITH_PART, H20: 10 } }, findings: [] },
    { shows: 'a first total of points that are not those of the lines', form: { base: 'project', cells: { ...WITH_PART, A20: '合计', H20: 80, I20: 79 } }, findings: [] },
    { shows: 'what the money was spent on', form: { base: 'project', cells: { A22: '支出内容', F22: '实际支出数', A23: '路面修补', F23: 52, A24: '边沟清理', F24: 27, A25: '支出合计', F25: 80 } }, findings: [{ cells: ['F25', 'F23', 'F24'], message: '“支出合计”实际支出数填80，以上2项合计79，两者不等。' }] },
    { shows: 'all parts add up', form: { base: 'base-data' }, findings: [] },
    { shows: 'a list that goes on behind the three kinds', form: { base: 'base-data', cells: { A11: '4、培训费', B11: 2, D11: 2, F11: 1.5, A12: '项目支出：', B12: 30, D12: 40, F12: 40, A13: '1、业务工作专项', B13: 30, D13: 40, F13: 40 } }, findings: [] },
    { shows: '三公经费 above its three kinds, which bear no numbers', form: { base: 'base-data', cells: { A6: '公务用车购置和维护经费', A7: null, B7: null, D7: null, F7: null, A8: null, B8: null, D8: null, F8: null, A9: '因公出国（境）费', A10: '公务接待费', F5: 9 } }, findings: [{ cells: ['F5', 'F6', 'F9', 'F10'], message: '“三公经费”2022年决算数填9，各分项合计5，两者不等。' }] },
    { shows: 'a numbered list of which a line was never used', form: { base: 'base-data', cells: { A6: '1、公务用车购置和维护经费', A9: '2、出国经费', A10: '3、公务接待', B6: 1, B7: null, B8: 1, B9: null, D9: null, F9: null } }, findings: [{ cells: ['B5', 'B6', 'B10'], message: '“三公经费”2021年决算数填6，各分项只填了3，其余各项空白，两者不等。' }] },
    { shows: 'a blank part beside parts that reach the subtotal', form: { base: 'base-data', cells: { B9: null } }, findings: [] },
  ],
  *check(table, { scorecard, rubric }) {
    const shared = sharedGap(table, scorecard, rubric);
    if (shared?.line) yield* mistypedLine(table, scorecard, rubric, shared);
    const doubts: Doubts = {
      open: (entry, lines, gap) => shared?.cells.includes(entry.cell) === true || doubtfulAmong(table, scorecard, rubric, lines).length > 0 || isLostIn(table, scorecard, lines, gap),
      gain: (lines) => gainOnceRight(table, scorecard, rubric, lines),
      causes: (lines) => doubtfulAmong(table, scorecard, rubric, lines).map(({ cell }) => ({ rule: 'score-above-weight', cell })),
    };
    const told = shared?.line ? shared.cells : [];
    for (const group of table.groups) if (group.subtotalScore && !told.includes(group.subtotalScore.cell)) yield* checkGroup(table, group, group.subtotalScore, doubts);
    for (const part of table.total?.parts ?? []) if (!told.includes(part.score.cell)) yield* checkPart(table, part, doubts);
    yield* taskAmounts(table);
    const details = [...detailAmounts(table)];
    yield* details;
    yield* amountLists(table, new Set(details.flatMap(({ cells }) => cells.slice(0, 1))));
    yield* headedAmounts(table);
    yield* completionRates(table);
    yield* deviations(table);
    yield* scoreRates(table);
    yield* arrivalRates(table);
    yield* pairedRates(table);
    const beside = [...sourceColumns(table)];
    yield* beside;
    yield* moneyColumns(table, new Set(beside.flatMap(({ cells }) => cells.slice(0, 1))));
    yield* summarySubtotals(table);
    yield* levelTotals(table);
    const { baseData } = table;
    if (!baseData) return;
    for (const row of baseData.rows) yield* checkRow(table, baseData, row);
    for (const rate of baseData.controlRates) yield* checkRate(rate);
  },
});

/** Null where one of the lines has none yet. A score merged over several lines stands with the first of them. */
function scoresOf(indicators: readonly Indicator[]): readonly Entry[] | null {
  const scores = present(indicators, ({ score }) => (score?.quantity ? score : null));
  return scores.length === 0 || indicators.some(({ score }) => score !== null && !score.quantity) ? null : scores;
}

/** A score that all sums it is in contradict; silent where the target tells it as well. */
function* mistypedLine(table: Table, scorecard: Scorecard, rubric: Rubric, { cells, line }: SharedGap): Iterable<RuleReport<Message>> {
  const item = scorecard.items.find(({ indicator }) => indicator !== null && table.indicators[indicator] === line?.indicator);
  if (!line || item && rightScore(table, scorecard, item, rubric)) return;
  const [expected, received] = [amount(line.right), words(line.entry)];
  yield {
    message: 'line',
    data: { name: indicatorName(line.indicator.name), received, expected, count: String(cells.length) },
    cells: [line.entry.cell, ...cells], expected, received,
    correction: proposal(numberEdit(line.entry, line.right)),
  };
}

/** Whether a sum is wrong or one of the scores in it. */
interface Doubts {
  /** True where sums are off by the same, one of the scores is in doubt or lacks as many points as they do. */
  readonly open: (entry: Entry, lines: readonly Indicator[], gap: Decimal) => boolean;
  readonly gain: (lines: readonly Indicator[]) => Decimal;
  readonly causes: (lines: readonly Indicator[]) => readonly Cause[];
}

/** 小计 in a list of indicators: only where every line of the group has its score. */
function* checkGroup(table: Table, group: IndicatorGroup, entry: Entry, doubts: Doubts): Iterable<RuleReport<Message>> {
  const claimed = entry.quantity?.value;
  const indicators = present(group.indicators, (index) => table.indicators[index]).filter((indicator) => !indicator.placeholder);
  const scores = scoresOf(indicators);
  if (!claimed || !scores) return;
  const total = sum(present(scores, (score) => score.quantity?.value));
  const slack = roundingOf([entry, ...scores]);
  // Added up before one of the scores was mistyped, which is told of that line.
  if (near(total, claimed, slack) || near(total.plus(doubts.gain(indicators)), claimed, Decimal.max(slack, ROUNDED))) return;
  yield {
    message: 'group',
    data: { name: group.name, received: words(entry), count: String(indicators.length), expected: amount(total) },
    cells: [entry.cell, ...scores.map((score) => score.cell)],
    expected: amount(total),
    received: words(entry),
    causes: doubts.causes(indicators),
    correction: (doubts.open(entry, indicators, claimed.minus(total)) ? proposal : safe)(numberEdit(entry, total, { formula: additionOf(scores) })),
  };
}

/**
 * A first total above the whole. What it adds up is written nowhere, so its points have to say: only where they are exactly those of the lines above it,
 * each of which has points and score. A line of the execution may follow the fund block and is corrected with that.
 */
function* checkPart(table: Table, { label, weight, score, first, end }: PartTotal, doubts: Doubts): Iterable<RuleReport<Message>> {
  const lines = table.indicators.slice(first, end).filter((indicator) => !indicator.placeholder);
  const scores = scoresOf(lines);
  const [points, claimed] = [weight.quantity?.value, score.quantity];
  if (!scores || !points || !claimed || !near(weightSum(lines), points, decimal('0.01'))) return;
  if (lines.some((line) => line.isExecution || Boolean(line.weight?.quantity) !== Boolean(line.score?.quantity))) return;
  const total = sum(present(scores, ({ quantity }) => quantity?.value));
  const slack = Decimal.max(roundingOf([score, ...scores]), halfUnit(Math.max(claimed.decimals, 1)));
  if (near(total, claimed.value, slack) || near(total.plus(doubts.gain(lines)), claimed.value, slack)) return;
  yield {
    message: 'part',
    data: { name: excerpt(label), received: words(score), count: String(lines.length), expected: amount(total) },
    cells: [score.cell, ...scores.map(({ cell }) => cell)],
    expected: amount(total),
    received: words(score),
    causes: doubts.causes(lines),
    correction: (doubts.open(score, lines, claimed.value.minus(total)) ? proposal : safe)(numberEdit(score, total, { formula: additionOf(scores) })),
  };
}

/** 1、 and ① number all the parts of a line, beside a label that reaches down over several of them as well; (1) may number some of them. */
function inFullList({ label, numbered }: BaseDataRow): boolean {
  return /^[（(]?[\d一二三四五六七八九十]+[)）]?[、.．]/.test(label.text) || numbered && !/^(?:[（(]|其中)/.test(label.text);
}

/** 4、会议费 goes on in the list of 三公经费 on some forms: none of its three kinds. */
const isBesideThree = (row: BaseDataRow, { name }: BaseDataRow): boolean => /^(?:会议|培训|差旅|办公)/.test(name) && !/会议|培训/.test(row.name);

/** What 三公经费 is made of, numbered or not. */
const THREE = [/公务用车|公车/, /出国|出境/, /接待/];

/** The lines that a line is made of. */
export function childrenOf({ rows }: BaseData, row: BaseDataRow): readonly BaseDataRow[] {
  const at = rows.indexOf(row);
  return rows.filter((child) => child.parent === at && !child.placeholder && !(/三公/.test(row.name) && isBesideThree(row, child)));
}

/** 其中 names some of the parts; a numbered list names all of them. */
function areAll({ name: whole }: BaseDataRow, children: readonly BaseDataRow[]): boolean {
  return children.length > 1 && (children.every(inFullList) || /三公/.test(whole) && THREE.every((kind) => children.some(({ name }) => kind.test(name))));
}

interface Made {
  readonly parts: readonly Entry[];
  readonly total: Decimal;
}

/** What the lines of a line make; null where they may not be `all` of it, as far as that is asked for. */
function madeOf(data: BaseData, row: BaseDataRow, at: number, all = true): Made | null {
  const children = childrenOf(data, row);
  const parts = present(children, ({ values }) => (values[at]?.quantity ? values[at] : null));
  return (areAll(row, children) || !all && children.length > 1) && parts.length === children.length ? { parts, total: sum(present(parts, ({ quantity }) => quantity?.value)) } : null;
}

/** True where the line above is made with what this one says: a line below it is as likely the slip. */
function isConfirmed(data: BaseData, { parent }: BaseDataRow, at: number): boolean {
  const above = parent === null ? undefined : data.rows[parent];
  const [whole, made] = [above?.values[at], above ? madeOf(data, above, at) : null];
  return Boolean(whole?.quantity && made && near(made.total, whole.quantity.value, roundingOf([whole, ...made.parts])));
}

/** A part with which, were it what its own lines make, the line would hold: it is told by itself. */
function slipBelow(data: BaseData, row: BaseDataRow, at: number, claimed: Decimal, total: Decimal, all = true): Entry | null {
  for (const child of childrenOf(data, row)) {
    const [entry, made] = [child.values[at], madeOf(data, child, at, all)];
    if (entry?.quantity && made && near(total.minus(entry.quantity.value).plus(made.total), claimed, roundingOf([entry, ...made.parts]))) return entry;
  }
  return null;
}

function* checkRow(table: Table, data: BaseData, row: BaseDataRow): Iterable<RuleReport<Message>> {
  const children = childrenOf(data, row);
  const complete = areAll(row, children);
  for (const [at, entry] of row.values.entries()) {
    const claimed = entry.quantity?.value;
    if (!claimed) continue;
    const parts = present(children, (child) => child.values[at]);
    const filled = parts.filter((part) => part.filled && !part.notApplicable);
    const amounts = present(filled, (part) => part.quantity?.value);
    if (filled.length === 0 || amounts.length < filled.length) continue;
    const total = sum(amounts);
    if (!inOneUnit([entry, ...filled]) || makesTotal(amounts, claimed, roundingOf([entry, ...filled]))) continue;
    const all = complete && filled.length === children.length;
    // A line that has other years and not this one is told as missing.
    const unused = complete && children.every(({ values }) => values[at]?.filled === true || values.every((value) => !value.filled));
    const kind = all ? 'sum' : total.gt(claimed) ? 'above' : unused ? 'short' : null;
    if (!kind) continue;
    const slip = kind === 'sum' ? slipBelow(data, row, at, claimed, total) : null;
    const certain = kind === 'sum' && slip === null && !isConfirmed(data, row, at);
    // 其中 of a part need not be all of it, but makes this line right: the part may be what was mistyped.
    const open = total.isZero() || certain && slipBelow(data, row, at, claimed, total, false) !== null;
    yield {
      message: kind,
      data: { name: row.name, column: table.baseData?.columns[at]?.header.text ?? '', received: words(entry), expected: sumBeside(total, entry) },
      cells: [entry.cell, ...filled.map((part) => part.cell)],
      // Some of the parts already pass it: what all of them make is not known.
      expected: certain ? sumBeside(total, entry) : null,
      received: words(entry),
      causes: slip ? [{ rule: 'subtotal', cell: slip.cell }] : [],
      correction: certain && takesSum(entry) ? (open ? proposal : safe)(numberEdit(entry, total, { formula: additionOf(filled) })) : undefined,
    };
  }
}

function* checkRate({ name, numerator, denominator, rate }: ControlRate): Iterable<RuleReport<Message>> {
  const above = numerator.quantity?.value;
  const below = denominator.quantity?.value;
  if (!above || !below?.gt(0) || !rate.filled) return;
  const quotient = above.div(below).times(HUNDRED);
  if (rateHolds(rate, quotient) !== false) return;
  // 9 % beside 90 %: a digit too many in one of the two is as likely as a wrong rate.
  const correct = isOffByTens(rate, quotient) ? proposal : safe;
  yield {
    message: 'rate',
    data: { name, expected: percent(quotient), numerator: amount(above), denominator: amount(below), received: words(rate) },
    cells: [rate.cell, numerator.cell, denominator.cell],
    expected: percent(quotient),
    received: words(rate),
    correction: correct(numberEdit(rate, quotient.div(HUNDRED).toDecimalPlaces(4), { formula: computable(numerator, denominator) ? `=${numerator.cell}/${denominator.cell}` : null, numberFormat: '0.00%' })),
  };
}
