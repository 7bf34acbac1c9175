// All weights together make 100, or what the total row says.
import { HUNDRED, decimal, near, ONE, sum } from '../model/decimal';
import type { Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Entry, Table, TotalRow } from '../model/table';
import { FORM_BASIS } from './basis';
import { numberEdit, proposal } from './correcting';
import { denominator, exactRate, totalFigures } from './fund-figures';
import { asksForResults, isBonus, isDetail, isUnused } from './indicator-facts';
import { listedWeights } from './listed-projects';
import { mistypedWeight, type MistypedWeight } from './mistyped-weight';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { declaredTotal, executionWeight, isDeclaredWrong, pointsUnread, unseenExecution, weightSum } from './weights';
import { amount, indicatorName, words } from './wording';

type Message = 'mismatch' | 'mistyped' | 'declared' | 'nothing' | 'above' | 'project';

const TOLERANCE = decimal('0.01');

export const weightTotal = defineRule<Message>({
  id: 'weight-total',
  title: '分值合计',
  severity: 'error',
  why: '各项分值合计不是满分，得分就无法按百分制比较和定级。',
  basis: { ...FORM_BASIS, clause: '预算执行分值与各指标分值合计 = 总分分值' },
  messages: {
    project: '“{name}”各项分值合计{received}，应为{expected}，请核对。',
    mismatch: '各项分值合计{received}（预算执行{execution}、各指标{indicators}），总分为{expected}。',
    mistyped: '各项分值合计{received}，总分为{expected}；按其得分和其余各项，“{name}”分值应为{right}，填的是{weight}。',
    declared: '各项分值合计{expected}，总分分值却填{received}，两者不等。',
    above: '各项分值合计{received}，总分分值也填{received}，满分应为{expected}，请核实。',
    nothing: '总分分值填{received}，没有任何指标分值，应为{expected}。',
  },
  examples: [
    { shows: 'indicators of 100 beside the execution of 10', form: { base: 'project', cells: { H17: 25, I17: 25 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计110（预算执行10、各指标100），总分为100。' }] },
    { shows: 'one weight that its score, its group and the whole contradict', form: { base: 'project', cells: { H14: 1 } }, findings: [{ cells: ['H14', 'H20', 'H6', 'H13', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计91，总分为100；按其得分和其余各项，“养护验收合格率”分值应为10，填的是1。' }] },
    { shows: 'the points to be had mistyped in the total row', form: { base: 'project', cells: { H20: 10 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计100，总分分值却填10，两者不等。' }] },
    { shows: 'the points of the whole beside the execution, whose score is right of its own', form: { base: 'project', cells: { H6: 100 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计190（预算执行100、各指标90），总分为100。' }] },
    { shows: 'a total of 0 and no weights', form: { base: 'project', cells: { H6: null, H13: null, H14: null, H15: null, H16: null, H17: null, H18: null, H19: null, H20: 0 } }, findings: [{ cells: ['H20'], message: '总分分值填0，没有任何指标分值，应为100。' }] },
    { shows: 'points of the execution that stand nowhere', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null } }, findings: [{ cells: ['H20', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], severity: 'verify', message: '各项分值合计90（预算执行0、各指标90），总分为100。' }] },
    { shows: 'points of the execution that stand nowhere, and are counted by its rate', form: { base: 'project', cells: { G6: 78.3, G7: 58.3, I6: '97.88%', H5: null, K5: null, H6: null, K6: null, I20: 99.79 } }, findings: [] },
    { shows: 'more than all points, declared as such', form: { base: 'project', cells: { H17: 25, I17: 25, B17: '效益指标（40分）', H20: 110, I20: 110 } }, findings: [{ cells: ['H20'], severity: 'verify', message: '各项分值合计110，总分分值也填110，满分应为100，请核实。' }] },
    { shows: 'more than 100 points that the form asks for', form: { base: 'project', cells: { H17: 25, I17: 25, B17: '效益指标（40分）', H20: 110, I20: 110, A21: '注：本表满分110分，其中附加10分。' } }, findings: [] },
    { shows: 'a score of the execution where no block is known to have it', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, F4: '资金评审得分', G4: 9.7, I20: 99.7 } }, findings: [] },
    { shows: 'a score of the execution that stands in one cell with its label', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, F4: '资金评审', G4: '得分9.7', I20: 99.7 } }, findings: [] },
    { shows: 'a score of the execution without its weight', form: { base: 'project', cells: { H6: null } }, findings: [] },
    { shows: 'more than all points in a form without a total row', form: { base: 'project', cells: { A20: null, H20: null, I20: null, A4: '自评得分', C4: 100, H17: 20, I17: 20 } }, findings: [{ cells: ['H12', 'H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], severity: 'verify', message: '各项分值合计105（预算执行10、各指标95），总分为100。' }] },
    { shows: 'one weight that its score and the whole contradict, in a form without a total row', form: { base: 'project', cells: { A20: null, H20: null, I20: null, H17: 10 } }, findings: [{ cells: ['H17', 'H12', 'H6', 'H13', 'H14', 'H15', 'H16', 'H18', 'H19'], severity: 'verify', message: '各项分值合计95，总分为100；按其得分和其余各项，“沿线出行条件”分值应为15，填的是10。' }] },
    { shows: 'fewer points in a form that may go on', form: { base: 'project', cells: { A20: null, H20: null, I20: null, H17: 10, I17: 10 } }, findings: [] },
    { shows: 'too few points beside a part of the line above', form: { base: 'project', cells: { D14: '其中县道里程', F14: '≥20公里', G14: '21公里', H14: null, I14: null, I20: 90 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计90（预算执行10、各指标80），总分为100。' }] },
    { shows: 'too few points beside lines that tell what the heading above them is scored for', form: { base: 'project', cells: { F13: null, G13: null, C14: '数量指标', D14: '县道里程', F14: '≥20公里', G14: '21公里', H14: null, I14: null, I20: 90 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '各项分值合计90（预算执行10、各指标80），总分为100。' }] },
    { shows: 'points to be added', form: { base: 'project', cells: { C18: '加分项', D18: '获省级表彰', H17: 30, I17: 30, H18: 5, I18: 5, F18: '1次', G18: '1次' } }, findings: [] },
    { shows: 'points to be taken off', form: { base: 'project', cells: { B19: '减分', C19: null, D19: '资料报送不及时', H19: -1, I19: -1, F19: null, G19: '1次', H17: 25, I17: 25, B17: '效益指标（40分）', I20: 99 } }, findings: [] },
    { shows: 'points in names only, and not in all of them', form: { base: 'project', cells: { H5: null, H6: null, H12: null, H13: null, H14: null, H15: null, H16: null, H17: null, H18: null, H19: null, H20: null } }, findings: [] },
    { shows: 'weights of 100', form: { base: 'project' }, findings: [] },
    { shows: 'the points of the indicators alone beside a score that counts the execution', form: { base: 'project', cells: { H20: 90, I20: 100 } }, findings: [{ cells: ['H20', 'H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], severity: 'verify', message: '各项分值合计100，总分分值却填90，两者不等。' }] },
    { shows: 'a total of the indicators alone', form: { base: 'project', cells: { H20: 90, I20: 90 } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    yield* listedWeights(table);
    const { total } = table;
    const points = decimal(rubric.weightTotal.value);
    // Nearly all weights make the whole.
    const slip: Slip = () => mistypedWeight(table, scorecard, rubric);
    if (total?.place !== 'row') yield* aboveAll(table, points, slip);
    else if (!table.indicators.some(({ weight }) => weight?.quantity)) yield* nothingWeighted(table, total, points);
    else if (!pointsUnread(table) && everyLineWeighted(table)) yield* againstTotal(table, total, rubric, slip);
  },
});

/** 0 in the total row over a column of weights that is empty. */
function* nothingWeighted({ indicatorHeaders }: Table, { weight }: TotalRow, full: Decimal): Iterable<RuleReport<Message>> {
  if (!weight?.quantity?.value.isZero() || !indicatorHeaders.weight) return;
  const expected = amount(full);
  yield { message: 'nothing', data: { received: words(weight), expected }, cells: [weight.cell], expected, received: words(weight) };
}

/** False where a line may have points that are not known: a named indicator whose weight is blank is reported as missing, and without a column for weights only some are known from names. */
function everyLineWeighted(table: Table): boolean {
  const { indicators, indicatorHeaders } = table;
  return indicators.every((indicator) => indicator.placeholder || !indicator.name.filled || indicator.weight?.quantity || isUnused(indicator) || indicator.weight === null && indicatorHeaders.weight || isDetail(table, indicator));
}

/** All weights of the list and the execution's, added up. */
interface Added {
  readonly weighted: readonly Entry[];
  readonly indicators: Decimal;
  readonly execution: ReturnType<typeof executionWeight>;
  readonly all: Decimal;
}

function addedUp(table: Table): Added {
  const weighted: Entry[] = [];
  for (const { weight } of table.indicators) if (weight?.quantity) weighted.push(weight);
  const indicators = weightSum(table.indicators);
  const execution = executionWeight(table);
  return { weighted, indicators, execution, all: indicators.plus(execution?.weight ?? 0) };
}

/** `at`: where the whole is declared. */
function mismatch({ weighted, indicators, execution, all }: Added, at: Entry, full: Decimal): RuleReport<Message> {
  const expected = amount(full);
  return {
    message: 'mismatch',
    data: { received: amount(all), execution: amount(execution?.weight ?? decimal(0)), indicators: amount(indicators), expected },
    cells: [...new Set([at.cell, ...(execution ? [execution.at.cell] : []), ...weighted.map((entry) => entry.cell)])],
    expected,
    received: amount(all),
  };
}

/** Another figure in the total row than the lines make. */
function otherDeclared(added: Added, at: Entry): RuleReport<Message> {
  return { ...mismatch(added, at, added.all), message: 'declared', data: { expected: amount(added.all), received: words(at) }, received: words(at), correction: proposal(numberEdit(at, added.all)) };
}

type Slip = () => MistypedWeight | null;

/** The sum is told with the one weight that spoils it. */
function ofOne({ item, indicator, entry, right }: MistypedWeight, found: RuleReport<Message>): RuleReport<Message> {
  return {
    ...found,
    message: 'mistyped',
    data: { ...found.data, name: indicator ? indicatorName(indicator.name) : item.name, right: amount(right), weight: words(entry) },
    cells: [entry.cell, ...found.cells.filter((cell) => cell !== entry.cell)],
    correction: proposal(numberEdit(entry, right)),
  };
}

function* againstTotal(table: Table, total: TotalRow, rubric: Rubric, slip: Slip): Iterable<RuleReport<Message>> {
  const added = addedUp(table);
  const { all, indicators, execution } = added;
  const full = declaredTotal(table, rubric);
  const points = decimal(rubric.weightTotal.value);
  if (total.weight && isDeclaredWrong(table, rubric)) {
    yield otherDeclared(added, total.weight);
    return;
  }
  const bonus = weightSum(table.indicators.filter((indicator) => isBonus(table, indicator)));
  // 加分 stands beside the whole; weights as shares (0.1) make 1.
  if (near(all.minus(bonus), full, TOLERANCE) || near(all, ONE, TOLERANCE)) {
    const above = bonus.isZero() ? declaredAbove(table, full, points) : null;
    if (above) yield above;
    return;
  }
  // Some forms total the indicators alone, or write 100 while the execution is one of the indicators.
  if (near(all, full, TOLERANCE)) return;
  if (near(indicators, full, TOLERANCE) && execution !== null && !near(full, points, TOLERANCE)) {
    const one = slip();
    if (one) yield ofOne(one, mismatch(added, total.weight ?? total.label, points));
    // 90 | 99.5: the score counts the execution, the points to be had leave it out.
    else if (total.weight && near(all, points, TOLERANCE) && total.score?.quantity?.value.gt(full)) yield { ...otherDeclared(added, total.weight), severity: 'verify' };
    return;
  }
  const unseen = unseenExecution(table, rubric);
  // A score of the execution without its weight: the points are there, nobody wrote how many.
  if (unseen && (!table.fund || table.fund.total?.score?.quantity || scoreStandsOutside(table) || countsExecution(table, rubric, unseen))) return;
  const found = mismatch(added, total.weight ?? total.label, full);
  const one = slip();
  yield one ? ofOne(one, found) : { ...found, ...(unseen ? { severity: 'verify' as const } : {}) };
}

/** 预算执行得分 | 9.8 in a block of a shape not known: exactly what the total counts beside the indicators stands over the list, or between it and the total. */
function scoreStandsOutside({ total, indicators, entries }: Table): boolean {
  const claimed = total?.score?.quantity?.value;
  const [first] = indicators;
  const end = total?.label.row;
  if (!claimed || !first || end === undefined) return false;
  const last = indicators.at(-1)?.row ?? end;
  const rest = claimed.minus(sum(present(indicators, ({ score }) => score?.quantity?.value)));
  // 9.8, 9.8分, or 得分9.8 behind the rate.
  return rest.gt(0) && entries.some(({ row, text }) => {
    const figure = row < first.row || row > last && row < end ? /^(?:(?:执行率?|自评)?得分:?)?(\d+(?:\.\d+)?)分?$/.exec(text)?.[1] : undefined;
    return figure !== undefined && near(decimal(figure), rest, decimal('0.005'));
  });
}

/** 99.79 over lines that have 90 of 90, where 97.9% was spent: the total counts the execution by its rate, although the form shows neither its points nor its score. All of it spent might as well be a total without regard to the lines. */
function countsExecution(table: Table, rubric: Rubric, points: Decimal): boolean {
  const figures = totalFigures(table, denominator(table, rubric).column);
  const claimed = table.total?.score?.quantity?.value;
  if (!figures || !claimed) return false;
  const rest = claimed.minus(sum(present(table.indicators, ({ score }) => score?.quantity?.value)));
  return rest.lt(points) && near(rest, exactRate(figures).div(HUNDRED).times(points), TOLERANCE);
}

/** Beyond this the list holds more than one table. */
const MOST = decimal('1.5');

/** 110 in the total row as the lines add up to it: the sum holds, and the whole is more than all points. A form that means it says so. */
function declaredAbove(table: Table, declared: Decimal, full: Decimal): RuleReport<Message> | null {
  const at = table.total?.weight;
  if (!at || declared.lte(full) || declared.gt(full.times(MOST)) || !asksForResults(table)) return null;
  if (table.entries.some(({ text }) => text.includes('分') && (/附加|加分|奖励/.test(text) || text.includes(`满分${amount(declared)}`)))) return null;
  return {
    message: 'above',
    severity: 'verify',
    data: { received: amount(declared), expected: amount(full) },
    cells: [at.cell],
    expected: amount(full),
    received: words(at),
    causes: present(table.groups, ({ declaredAt }) => (declaredAt ? { rule: 'group-weight', cell: declaredAt.cell } : null)),
  };
}

/** True for the weights of a list of targets from outputs to satisfaction that make neither the whole nor what the execution leaves of it (90, 80). */
function isOdd(table: Table, all: Decimal, full: Decimal): boolean {
  const aspects = new Set(table.indicators.map(({ aspect }) => aspect));
  const complete = aspects.has('output') && aspects.has('satisfaction') && table.indicators.every((indicator) => indicator.placeholder || indicator.weight?.quantity || isUnused(indicator));
  return table.kind === 'targets' && complete && all.gt(full.times('0.8')) && !near(all, all.div(10).toDecimalPlaces(0).times(10), decimal('0.05'));
}

/** Without a total row the list may have been cut off, but it cannot hold more than all points. */
function* aboveAll(table: Table, full: Decimal, slip: Slip): Iterable<RuleReport<Message>> {
  const header = table.indicatorHeaders.weight;
  if (!header || !asksForResults(table) && table.kind !== 'targets' || table.indicators.some((indicator) => isBonus(table, indicator))) return;
  const added = addedUp(table);
  const { all, indicators } = added;
  const one = near(all, full, TOLERANCE) ? null : slip();
  if (one) {
    yield { ...ofOne(one, mismatch(added, header, full)), severity: 'verify' };
    return;
  }
  if (all.lte(full.plus(TOLERANCE)) && !isOdd(table, all, full) || all.gt(full.times(MOST)) || indicators.eq(full)) return;
  yield { ...mismatch(added, header, full), severity: 'verify' };
}
