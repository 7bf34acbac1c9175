// 总分 is the sum of the scores; while some are open it lies between what is given and what can still be reached.
import { Decimal, halfUnit, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { Entry, Field, Table } from '../model/table';
import { isHeadTotalLabel } from '../reading/labels';
import { roundingOf } from './adding-up';
import { FORM_BASIS } from './basis';
import { computable, numberEdit, proposal, safe } from './correcting';
import { groupsAbove } from './group-scores';
import { isLostInTotal, lostOnce } from './lost-points';
import { doubtfulAmong, gainOnceRight } from './doubtful-scores';
import { listedTotals } from './listed-projects';
import { otherScores, scoreDifferences } from './other-scores';
import type { Cause, RuleReport } from './rule';
import { defineRule } from './rule';
import { sharedGap } from './mistyped-score';
import { listAlone, settledTotal, type SettledTotal } from './scores';
import { amount, excerpt, indicatorName, words } from './wording';
import { isBonus, isDeduction } from './indicator-facts';
import { declaredTotal, pointsUnread, unseenExecution, weightsHold } from './weights';

type Message = 'line' | 'beside' | 'mean' | 'mismatch' | 'lost' | 'above' | 'unreachable' | 'head' | 'foot' | 'below' | 'project' | 'between';

export const scoreTotal = defineRule<Message>({
  id: 'score-total',
  title: '总分',
  severity: 'error',
  why: '总分决定等级，与各项得分之和不等就不可信。',
  basis: { ...FORM_BASIS, clause: '总分 = 各项得分之和' },
  messages: {
    between: '“{name}”{column}应为{expected}（{theirs}与{own}之差），填的是{received}，请核对。',
    project: '“{name}”总分填{received}，所列各项得分合计{expected}，请核对。',
    line: '“{name}”自评得分应为{expected}（本行各项得分之和），填的是{received}。',
    beside: '“{name}”合计填{received}，各项之和为{expected}，请核对。',
    mean: '“{name}”{column}填{received}，各专家评分的平均为{expected}，请核对。',
    mismatch: '总分应为{expected}（各项得分之和），填的是{received}。',
    lost: '总分填{received}，各项得分之和为{expected}，相差{gap}，正是“{name}”达标却少得的分数，请核对总分和该项得分。',
    above: '各项得分之和为{expected}，超过满分{full}，总分填的是{received}，请核对各项分值和得分后重新合计。',
    unreachable: '总分填{received}，但已填得分合计{sum}，未填各项最多{open}分，总分最多{expected}。',
    head: '表头“{name}”填{received}，与总分{expected}不一致。',
    foot: '表末“{name}”填{received}，与总分{expected}不一致。',
    below: '总分填{received}，低于已填各项得分之和{expected}。',
  },
  examples: [
    { shows: 'one point too many', form: { base: 'project', cells: { I13: 19 } }, findings: [{ cells: ['I20'], message: '总分应为99（各项得分之和），填的是100。' }] },
    { shows: 'a total that was added up before a score was mistyped, which is told of that line', form: { base: 'project', cells: { G13: '45公里', J13: '汛期停工', I13: 17, I20: 98 } }, findings: [] },
    { shows: '减分 written without its sign', form: { base: 'project', cells: { B19: '减分', C19: null, D19: '资料报送不及时', F19: null, G19: '1次', H19: null, I19: 1, H17: 25, I17: 25, B17: '效益指标（40分）', I20: 99 } }, findings: [] },
    { shows: 'a total that follows from a wrong execution score', form: { base: 'project', cells: { F6: 160, F7: 140, I6: '50%' } }, findings: [{ cells: ['I20'], message: '总分应为95（各项得分之和），填的是100。' }] },
    { shows: 'a total of whole points beside a wrong execution score', form: { base: 'project', cells: { G6: 79.3, G7: 59.3, I6: '99.13%', K6: 9 } }, findings: [{ cells: ['I20'], message: '总分应为99.91（各项得分之和），填的是100。' }] },
    { shows: 'points that are missing on one line whose target was met', form: { base: 'project', cells: { I14: 1 } }, findings: [{ cells: ['I20', 'I14'], message: '总分填100，各项得分之和为91，相差9，正是“养护验收合格率”达标却少得的分数，请核对总分和该项得分。' }] },
    { shows: 'scores that make more than there are points', form: { base: 'project', cells: { I13: 25, I14: 12, I20: 101 } }, findings: [{ cells: ['I20'], message: '各项得分之和为107，超过满分100，总分填的是101，请核对各项分值和得分后重新合计。' }] },
    { shows: 'a total that the open items cannot reach', form: { base: 'project', cells: { I13: 10, I19: null } }, findings: [{ cells: ['I20'], message: '总分填100，但已填得分合计80，未填各项最多10分，总分最多90。' }] },
    { shows: 'a total above the table that its lines cannot reach', form: { base: 'project', cells: { A4: '自评总分', C4: 100, B19: '满意度指标', H19: null, I19: null, I13: 10, A20: null, H20: null, I20: null } }, findings: [{ cells: ['C4'], message: '总分填100，但已填得分合计80，未填各项最多10分，总分最多90。' }] },
    { shows: 'a total of the scores as they are displayed', form: { base: 'project', cells: { ...Object.fromEntries([14, 15, 16, 19].map((row) => [`I${row}`, { value: 9.8253968, format: '0.00' }])), I20: 99.32 } }, findings: [] },
    { shows: 'points of the execution that stand nowhere', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, H20: 100, I20: 99.8 } }, findings: [] },
    { shows: 'one point too many where the execution has a score and no points', form: { base: 'project', cells: { H5: null, H6: null, I13: 19 } }, findings: [{ cells: ['I20'], message: '总分应为99（各项得分之和），填的是100。' }] },
    { shows: 'a score of the execution without points beside a list that makes the whole', form: { base: 'project', cells: { H5: null, H6: null, H13: 30, I13: 30 } }, findings: [] },
    { shows: 'a total row that counts the list alone', form: { base: 'project', cells: { H20: 90, I13: 19, I20: 89 } }, findings: [] },
    { shows: 'the same without the points to be had', form: { base: 'project', cells: { H20: null, I13: 19, I20: 89 } }, findings: [{ cells: ['I20'], message: '总分应为99（各项得分之和），填的是89。' }] },
    { shows: 'the same with a score left out', form: { base: 'project', cells: { H20: 90, I13: null, I20: 89 } }, findings: [] },
    { shows: 'a total of the list alone that its lines cannot reach', form: { base: 'project', cells: { H20: 90, I13: null, I14: 9, I20: 90 } }, findings: [{ cells: ['I20'], message: '总分填90，但已填得分合计69，未填各项最多20分，总分最多89。' }] },
    { shows: 'a wrong total of the list alone', form: { base: 'project', cells: { H20: 90, I13: 19, I20: 90 } }, findings: [{ cells: ['I20'], message: '总分应为89（各项得分之和），填的是90。' }] },
    { shows: 'a total of the list alone beside a wrong execution score', form: { base: 'project', cells: { F6: 160, F7: 140, I6: '50%', H20: 90, I20: 90 } }, findings: [] },
    { shows: 'a total row of all points that leaves the execution out', form: { base: 'project', cells: { I13: 19, I20: 89 } }, findings: [{ cells: ['I20'], message: '总分应为99（各项得分之和），填的是89。' }] },
    { shows: 'another total above the table', form: { base: 'project', cells: { A4: '自评总分', C4: 98 } }, findings: [{ cells: ['C4', 'I20'], message: '表头“自评总分”填98，与总分100不一致。' }] },
    { shows: 'a total above the table that is right while the row below is not', form: { base: 'project', cells: { A4: '自评得分', C4: '99分', I13: 19 } }, findings: [{ cells: ['I20'], message: '总分应为99（各项得分之和），填的是100。' }] },
    { shows: 'another total below the table', form: { base: 'project', cells: { A21: '自评总分', C21: 98 } }, findings: [{ cells: ['C21', 'I20'], message: '表末“自评总分”填98，与总分100不一致。' }] },
    { shows: 'the same total above the table, in whole points', form: { base: 'project', cells: { A4: '自评得分', C4: 99, I13: 19.4, I20: 99.4 } }, findings: [] },
    { shows: 'full marks named above the table', form: { base: 'project', cells: { A4: '总分', C4: 100, I13: 19, I20: 99 } }, findings: [] },
    { shows: 'figures in the column of scores that are no points', form: { base: 'project', cells: { H5: null, H6: null, K5: null, K6: null, ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19, 20].map((row) => [`H${row}`, null])), I13: 43800, A4: '自评总分', C4: 69, A20: null, I20: null } }, findings: [] },
    { shows: 'the sum of the scores', form: { base: 'project' }, findings: [] },
    { shows: 'no total yet', form: { base: 'project', cells: { I20: null, I13: 19 } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    yield* linesOfSummary(table);
    yield* otherScores(table);
    yield* scoreDifferences(table);
    yield* listedTotals(table);
    const entry = table.total?.score;
    const { claimed } = scorecard;
    const settled = settledTotal(table, scorecard, rubric);
    if (!entry?.quantity || !claimed || !settled || pointsUnread(table)) return;
    const full = declaredTotal(table, rubric);
    const written: WrittenTotal = { entry, claimed, tolerance: halfUnit(Math.max(entry.quantity.decimals, 1)), causes: causesOf(table, scorecard, settled.replaced.map((item) => item.cell)) };
    const complete = table.total?.place === 'row' ? knowsExecution(table, scorecard, rubric) : scorecard.weightSum?.gte(full) === true;
    if (settled.unclaimed.length === 0 && complete) {
      yield* ofAllScores(table, scorecard, rubric, settled, written);
      return;
    }
    yield* otherTotal(table, claimed, full, true, () => false);
    yield* ofSomeScores(scorecard, settled, written, full, listAlone(table, scorecard));
  },
});

/** False where the points of the execution stand nowhere. */
function knowsExecution(table: Table, { items }: Scorecard, rubric: Rubric): boolean {
  return items.some(({ indicator, claimed }) => indicator === null && claimed !== null) || unseenExecution(table, rubric) === null;
}

/** True where the scores that were read are all that a blank total row holds: none stands elsewhere, none is taken off without its sign. */
export function addsUp(table: Table, scorecard: Scorecard, rubric: Rubric): boolean {
  return !pointsUnread(table) && knowsExecution(table, scorecard, rubric) && unsigned(table, scorecard).isZero();
}

interface WrittenTotal {
  readonly entry: Entry;
  readonly claimed: Decimal;
  readonly tolerance: Decimal;
  readonly causes: readonly Cause[];
}

/** Every score is there: the total is their sum. */
function* ofAllScores(table: Table, scorecard: Scorecard, rubric: Rubric, settled: SettledTotal, { entry, claimed, tolerance, causes }: WrittenTotal): Iterable<RuleReport<Message>> {
  const full = declaredTotal(table, rubric);
  // 加分 beyond the whole may be cut off at it.
  const capped = settled.total.gt(full) && table.indicators.some((indicator) => isBonus(table, indicator)) ? full : settled.total;
  const list = listAlone(table, scorecard);
  // Nearly always the first one holds.
  const wrong = ![() => settled.total, () => settled.shown, () => capped, () => list ?? capped, () => settled.total.minus(unsigned(table, scorecard).times(2))]
    .some((made) => near(claimed, made(), tolerance));
  const total = list ?? settled.total;
  const slips = (): boolean => doubtfulAmong(table, scorecard, rubric).length > 0;
  yield* otherTotal(table, wrong ? total : claimed, full, list !== null, () => !wrong && !slips());
  // Right by the scores as they stand and a formula: it follows by itself once they are right.
  if (!wrong || (entry.formula !== null && settled.replaced.length > 0) || near(claimed, total.plus(gainOnceRight(table, scorecard, rubric)), tolerance)) return;
  // The subtotals agree with it: one of the scores is the slip, and told as such where it is known.
  const shared = sharedGap(table, scorecard, rubric);
  const doubtful = shared?.cells.includes(entry.cell) === true;
  if (doubtful && shared.line) return;
  // Weights that pass the whole do not say that the list of a form without a total row is complete.
  const beyond = table.total?.place !== 'row' && scorecard.weightSum?.gt(full) === true;
  const expected = amount(total);
  const impossible = total.gt(full);
  const lost = impossible || list ? null : lostOnce(table, scorecard, rubric);
  // Which of the two is right, only those who scored know.
  const open = lost !== null || doubtful || beyond || slips() || isLostInTotal(table, scorecard, rubric) || mayBeList(table, scorecard, rubric, total.minus(claimed));
  yield {
    message: impossible ? 'above' : lost ? 'lost' : 'mismatch',
    data: { expected, received: words(entry), full: amount(full), gap: amount(claimed.minus(total).abs()), name: lost ? indicatorName(lost.name) : '' },
    cells: [entry.cell, ...(lost?.score ? [lost.score.cell] : [])], expected, received: words(entry), causes,
    correction: impossible ? undefined : (open ? proposal : safe)(numberEdit(entry, total, { formula: list ? null : sumFormula(table, scorecard) })),
  };
}

/** 总分 | (blank) | 88 where the lines of the list have 88 and the execution 9.3: without the points to be had, or with wrong ones, there is no telling whether it was forgotten or is told apart. */
function mayBeList(table: Table, { items }: Scorecard, rubric: Rubric, gap: Decimal): boolean {
  const declared = table.total?.weight;
  return (declared?.filled === false || declared?.quantity?.value.isZero() === true || !weightsHold(table, rubric)) && items.some(({ indicator, claimed }) => indicator === null && claimed?.eq(gap) === true);
}

/** What 减分 | 1 takes off where it is written without its sign: it was added once. */
function unsigned(table: Table, { items }: Scorecard): Decimal {
  return sum(present(items, ({ indicator: at, claimed }) => {
    const indicator = at === null ? undefined : table.indicators[at];
    return indicator && claimed?.gt(0) && isDeduction(table, indicator) ? claimed : null;
  }));
}

/** Some scores are open: the total lies between what is given and what can still be reached. `list`: what the lines have where they alone are totalled. */
function* ofSomeScores({ items, claimedSum }: Scorecard, settled: SettledTotal, { entry, claimed, tolerance, causes }: WrittenTotal, full: Decimal, list: Decimal | null): Iterable<RuleReport<Message>> {
  const found = { cells: [entry.cell], expected: null, received: words(entry), causes };
  const counted = list ? items.filter(({ indicator }) => indicator !== null) : items;
  const weights = sum(present(counted, (item) => (item.claimed && item.weight ? item.weight : null)));
  const known = counted.every((item) => item.claimed === null || item.weight !== null);
  const open = full.minus(weights);
  const given = list ?? claimedSum ?? settled.total;
  const right = list ?? settled.total;
  if (given.lte(full.times(MOST)) && claimed.lt(Decimal.min(given, right).minus(tolerance))) {
    yield { ...found, message: 'below', data: { expected: amount(given), received: words(entry) } };
  } else if (known && open.gte(0) && claimed.gt(Decimal.max(given, right).plus(open).plus(tolerance))) {
    yield { ...found, message: 'unreachable', data: { received: words(entry), sum: amount(given), open: amount(open), expected: amount(given.plus(open)) } };
  }
}

/** 产出 | 效益 | 满意度 | 执行 | 总得分 in one line of a summary. */
function* linesOfSummary({ summary = [] }: Table): Iterable<RuleReport<Message>> {
  for (const { name, points, score } of summary) {
    const parts = present(points, ({ quantity }) => quantity?.value);
    if (!score?.quantity || parts.length < 2 || parts.length < points.length) continue;
    const total = sum(parts);
    if (near(total, score.quantity.value, roundingOf([score, ...points]))) continue;
    yield { message: 'line', data: { name: excerpt(name), expected: amount(total), received: words(score) }, cells: [score.cell, ...points.map(({ cell }) => cell)], expected: amount(total), received: words(score) };
  }
}

/** Figures that add up to more than so many times the points to be had are none. */
const MOST = 2;

/** Totals above the table. 总分 | 100 names the points to be had. */
export function headTotals({ fields }: Table, full: Decimal): readonly Field[] {
  return fields.filter(({ name, entry: { quantity } }) => quantity !== null && isHeadTotalLabel(name) && !(quantity.value.eq(full) && !/自评|得分/.test(name)));
}

/** 自评总分 | 99.6 | 绩效等级 | 优 below 合计. */
export const footTotals = ({ closing, total }: Table): readonly Field[] =>
  closing.filter(({ name, label, entry }) => entry.quantity !== null && name.includes('自评') && isHeadTotalLabel(name) && label.row > (total?.label.row ?? 0));

/** A form may give its total twice, above the table or below it and below the list. `made`: the scores make the one below, and none of them is in doubt. */
function* otherTotal(table: Table, right: Decimal, full: Decimal, alone: boolean, made: () => boolean): Iterable<RuleReport<Message>> {
  const row = table.total?.score;
  if (!row || table.total?.place !== 'row') return;
  // Below 合计 of the lines alone stands what they make with the execution.
  const foot = alone ? [] : footTotals(table);
  for (const { name, entry } of [...headTotals(table, full), ...foot]) {
    if (!entry.quantity || near(entry.quantity.value, right, halfUnit(entry.quantity.decimals))) continue;
    const expected = amount(right);
    yield {
      message: entry.row > row.row ? 'foot' : 'head', data: { name, received: words(entry), expected }, cells: [entry.cell, row.cell], expected, received: words(entry),
      causes: [{ rule: 'score-total', cell: row.cell }],
      correction: right.lte(full) && made() ? safe(numberEdit(entry, right)) : undefined,
    };
  }
}

function causesOf(table: Table, { items }: Scorecard, replaced: readonly string[]): Cause[] {
  const above = items.filter((item) => item.claimed && item.weight && item.claimed.gt(item.weight)).map((item) => ({ rule: 'score-above-weight', cell: item.cell }));
  const weight = table.total?.weight;
  const groups = present(groupsAbove(table), ({ scores: [first] }) => first && { rule: 'score-above-weight', cell: first.cell });
  return [...replaced.map((cell) => ({ rule: 'execution-score', cell })), ...above, ...groups, ...(weight ? [{ rule: 'weight-total', cell: weight.cell }] : [])];
}

/**
 * =K5+SUM(I12:I21): the very scores that the total adds up, each once. Subtotals of groups among them are left out: =K5+SUM(I12,I14:I16).
 * Null unless each is a number in a cell, those of the list in one column.
 */
export function sumFormula(table: Table, scorecard: Scorecard): string | null {
  const claimed = scorecard.items.filter((item) => item.claimed !== null);
  const entries = present(claimed, ({ claimedEntry }) => claimedEntry);
  const scores = present(claimed, ({ indicator, claimedEntry }) => (indicator === null ? null : claimedEntry)).sort((a, b) => a.row - b.row);
  const [first] = scores;
  if (table.total?.place !== 'row' || !first || entries.length < claimed.length || !computable(...entries) || scores.some(({ column }) => column !== first.column) || unsigned(table, scorecard).gt(0)) return null;
  const alone = present(claimed, ({ indicator, claimedEntry }) => (indicator === null && claimedEntry ? `${claimedEntry.cell}+` : null));
  return `=${alone.join('')}SUM(${runsOf(table, scores).join(',')})`;
}

/** "I12", "I14:I16": pieces of a column that hold these scores and no other number. */
function runsOf({ entries }: Table, scores: readonly Entry[]): readonly string[] {
  const own = new Set(scores.map(({ cell }) => cell));
  const runs: [Entry, Entry][] = [];
  let run: [Entry, Entry] | null = null;
  for (const entry of entries) {
    if (entry.column !== scores[0]?.column || !computable(entry)) continue;
    if (!own.has(entry.cell)) run = null;
    else if (run) run[1] = entry;
    else runs.push(run = [entry, entry]);
  }
  return runs.map(([from, to]) => (from === to ? from.cell : `${from.cell}:${to.cell}`));
}
