// "(50分)" must be the sum of the weights under it, and the points of a first total that of the lines above it.
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Indicator, IndicatorGroup, PartTotal, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { FORM_BASIS } from './basis';
import { additionOf, numberEdit, proposal, safe } from './correcting';
import { isUnused } from './indicator-facts';
import { innerPoints, listedPoints } from './listed-points';
import { mistypedWeight } from './mistyped-weight';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { sourcePoints } from './source-points';
import { declaredTotal, executionWeight, weightSum, weightsHold } from './weights';
import { amount, excerpt, words } from './wording';

type Message = 'mismatch' | 'subtotal' | 'part' | 'source' | 'groups' | 'lines' | 'inner';

const HUNDREDTH = decimal('0.01');

/** 小计 of the outputs. */
const WITH_SUBTOTAL = { B13: '产出指标（40分）', D16: '小计', F16: null, G16: null, H16: 40, I16: 40, H17: 25, I17: 25, B17: '效益指标（40分）' };

/** Points of the groups alone. */
const WITHOUT_WEIGHTS = Object.fromEntries(['H12', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'].map((cell) => [cell, null]));

export const groupWeight = defineRule<Message>({
  id: 'group-weight',
  title: '分组分值',
  severity: 'error',
  why: '一级（二级）指标标明的分值与所属指标分值之和不等，总分必然不对。',
  basis: { ...FORM_BASIS, clause: '分组分值 = 所属各指标分值之和' },
  messages: {
    mismatch: '“{name}”标明{expected}分，所属{count}项指标分值合计{received}分。',
    subtotal: '“{name}”小计分值填{received}，标明的和所属{count}项指标合计的都是{expected}分。',
    part: '“{name}”分值填{received}，以上{count}项指标分值合计{expected}分。',
    groups: '“{name}”标明{expected}分，所列{count}组指标标明的分值合计{received}分。',
    lines: '“{name}”标明{expected}分，所列{count}项指标分值合计{received}分。',
    inner: '“{name}”标明{expected}分，所属{count}个二级指标标明的分值合计{received}分。',
    source: '“{name}”分值填{received}，按其得分和预算执行的{whole}分应为{expected}。',
  },
  examples: [
    { shows: 'five points too many under 效益', form: { base: 'project', cells: { H17: 20 } }, findings: [{ cells: ['B17', 'H17', 'H18'], message: '“效益指标”标明30分，所属2项指标分值合计35分。' }] },
    { shows: 'too few under 产出', form: { base: 'project', cells: { H13: 10 } }, findings: [{ cells: ['B13', 'H13', 'H14', 'H15', 'H16'], message: '“产出指标”标明50分，所属4项指标分值合计40分。' }] },
    { shows: 'too few beside a line that is not used', form: { base: 'project', cells: { B17: '效益指标（30分）', D18: '无', F18: '无', G18: '无', H18: null, I18: null } }, findings: [{ cells: ['B17', 'H17'], message: '“效益指标”标明30分，所属1项指标分值合计15分。' }] },
    { shows: 'too few beside a part of the line above', form: { base: 'project', cells: { D14: '其中：县道里程', F14: '≥20公里', G14: '21公里', H14: null, I14: null } }, findings: [{ cells: ['B13', 'H13', 'H15', 'H16'], message: '“产出指标”标明50分，所属3项指标分值合计40分。' }] },
    { shows: 'the weights add up', form: { base: 'project' }, findings: [] },
    { shows: 'the last group of a table that was cut off may go on', form: { base: 'project', cells: { B19: '满意度指标（20分）', H17: 5, B17: '效益指标（20分）', A20: null, H20: null, I20: null } }, findings: [] },
    { shows: 'the last group of a table without a total row that has all points', form: { base: 'project', cells: { B19: '满意度指标（20分）', A20: null, H20: null, I20: null } }, findings: [{ cells: ['B19', 'H19'], message: '“满意度指标”标明20分，所属1项指标分值合计10分。' }] },
    { shows: 'points of 小计 that are not those of its group', form: { base: 'project', cells: { ...WITH_SUBTOTAL, H16: 4 } }, findings: [{ cells: ['H16', 'B13', 'H13', 'H14', 'H15'], message: '“产出指标”小计分值填4，标明的和所属3项指标合计的都是40分。' }] },
    { shows: 'points of 小计 whose score is of other lines', form: { base: 'project', cells: { ...WITH_SUBTOTAL, H16: 65, I16: 65 } }, findings: [] },
    { shows: 'points of a first total that are not those of the lines it has the scores of', form: { base: 'project', cells: { A20: '小计', H20: 9, I20: 90, A21: '总分', H21: 100, I21: 100 } }, findings: [{ cells: ['H20', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '“小计”分值填9，以上7项指标分值合计90分。' }] },
    { shows: 'points and score of a first total that are of other lines', form: { base: 'project', cells: { A20: '小计', H20: 80, I20: 80, A21: '总分', H21: 100, I21: 100 } }, findings: [] },
    { shows: 'points of a source that its score contradicts', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.5, H7: 4, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [{ cells: ['H7', 'H6', 'H8'], message: '“当年财政拨款”分值填4，按其得分和预算执行的10分应为5。' }] },
    { shows: 'the same where the whole is what was mistyped', form: { base: 'project', cells: { G6: 78, I6: '97.5%', H6: 11, K6: 9.5, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [] },
    { shows: 'points beside the whole list that the groups do not make', form: { base: 'project', cells: { ...WITHOUT_WEIGHTS, A12: '绩效指标（80分）' } }, findings: [{ cells: ['A12', 'B13', 'B17', 'B19'], message: '“绩效指标”标明80分，所列3组指标标明的分值合计90分。' }] },
    { shows: 'points beside the whole list that the groups make', form: { base: 'project', cells: { ...WITHOUT_WEIGHTS, A12: '绩效指标（90分）' } }, findings: [] },
    { shows: 'points beside the whole list that its lines do not make', form: { base: 'project', cells: { A12: '绩效指标（80分）' } }, findings: [{ cells: ['A12', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '“绩效指标”标明80分，所列7项指标分值合计90分。' }] },
    { shows: 'points beside the whole list whose lines do not make the form\'s, which is told of the total', form: { base: 'project', cells: { A12: '绩效指标（90分）', B17: '效益指标', H17: 20 } }, findings: [] },
    { shows: 'points of a group that those of its second level do not make', form: { base: 'project', cells: { ...WITHOUT_WEIGHTS, B13: '产出指标（60分）', C13: '数量指标30分', C14: null, C15: '时效指标10分', C16: '成本指标10分' } }, findings: [{ cells: ['B13', 'C13', 'C15', 'C16'], message: '“产出指标”标明60分，所属3个二级指标标明的分值合计50分。' }] },
    { shows: 'points of the second level that make their group', form: { base: 'project', cells: { ...WITHOUT_WEIGHTS, C13: '数量指标30分', C14: null, C15: '时效指标10分', C16: '成本指标10分' } }, findings: [] },
    { shows: 'a group without points in its label', form: { base: 'project', cells: { B17: '效益指标', H17: 20 } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    let agreed = true;
    for (const group of table.groups) {
      const { declaredWeight, declaredAt } = group;
      if (!declaredWeight || !declaredAt) continue;
      const inner = innerPoints(table, group);
      if (inner) {
        agreed = false;
        const [expected, received] = [amount(declaredWeight), amount(inner.sum)];
        yield { message: 'inner', data: { name: group.name, expected, received, count: String(inner.cells.length) }, cells: [declaredAt.cell, ...inner.cells], expected, received };
        continue;
      }
      const indicators = present(group.indicators, (index) => table.indicators[index]);
      const weighted = indicators.filter((indicator) => indicator.weight?.quantity);
      if (weighted.length === 0) continue;
      // A named indicator without a weight leaves open what the group adds up to; in a form with weights, none means a merged one that is counted above.
      const shared = table.indicatorHeaders.weight !== undefined;
      if (indicators.some((indicator) => !indicator.placeholder && indicator.name.filled && !indicator.weight?.quantity && !isUnused(indicator) && !(shared && indicator.weight === null))) continue;
      const total = sum(present(weighted, (indicator) => indicator.weight?.quantity?.value));
      yield* ofSubtotal(group, indicators, total);
      // Points in the label, shares of the whole in the lines.
      if (near(total, declaredWeight, HUNDREDTH) || near(total.times(HUNDRED), declaredWeight, HUNDREDTH) || (total.lt(declaredWeight) && mayGoOn(table, group, rubric))) continue;
      const shown = { name: group.name, expected: amount(declaredWeight), received: amount(total), count: String(weighted.length) };
      const slip = mistypedWeight(table, scorecard, rubric);
      agreed = false;
      yield {
        message: 'mismatch',
        data: shown,
        cells: [declaredAt.cell, ...present(weighted, (indicator) => indicator.weight?.cell)],
        expected: shown.expected,
        received: shown.received,
        causes: slip?.indicator && indicators.includes(slip.indicator) ? [slip.cause] : [],
      };
    }
    yield* ofList(table, rubric, agreed);
    for (const part of table.total?.parts ?? []) yield* ofPart(table, part, rubric, agreed);
    yield* sourcePoints(table, rubric);
  },
});

/** 绩效指标（80分） beside the list. Where its groups contradict their lines, or these the form's points, that is what is wrong. */
function* ofList(table: Table, rubric: Rubric, agreed: boolean): Iterable<RuleReport<Message>> {
  const listed = agreed ? listedPoints(table) : null;
  if (!listed || listed.of === 'lines' && !weightsHold(table, rubric)) return;
  const [expected, received] = [amount(listed.declared), amount(listed.sum)];
  yield { message: listed.of, data: { name: labelText(listed.at.raw), expected, received, count: String(listed.count) }, cells: [listed.at.cell, ...listed.cells], expected, received };
}

/** 小计 | 9 | 90 below lines of 90 points that have its score and make the whole with the execution: the one figure is a slip. `agreed`: no group says that one of the lines is. */
function* ofPart(table: Table, { label, weight, score, first, end }: PartTotal, rubric: Rubric, agreed: boolean): Iterable<RuleReport<Message>> {
  const [claimed, got] = [weight.quantity?.value, score.quantity?.value];
  const lines = table.indicators.slice(first, end).filter(({ placeholder }) => !placeholder);
  const weights = present(lines, (line) => (line.weight?.quantity ? line.weight : null));
  if (!claimed || !got || weights.length === 0 || lines.some((line) => Boolean(line.weight?.quantity) !== Boolean(line.score?.quantity))) return;
  const total = weightSum(lines);
  if (near(claimed, total, HUNDREDTH) || !near(sum(present(lines, (line) => line.score?.quantity?.value)), got, decimal('0.05')) || !weightsHold(table, rubric)) return;
  const [expected, received] = [amount(total), words(weight)];
  yield {
    message: 'part', data: { name: excerpt(label), received, expected, count: String(weights.length) }, cells: [weight.cell, ...weights.map(({ cell }) => cell)],
    expected, received, correction: (agreed ? safe : proposal)(numberEdit(weight, total, { formula: additionOf(weights) })),
  };
}

/** 小计 | 5 | 15 below lines of 15 points that have the score of it, in a group of 15: the one figure is a slip. */
function* ofSubtotal({ name, declaredWeight, declaredAt, subtotalWeight, subtotalScore }: IndicatorGroup, lines: readonly Indicator[], total: Decimal): Iterable<RuleReport<Message>> {
  const [claimed, score] = [subtotalWeight?.quantity?.value, subtotalScore?.quantity?.value];
  if (!subtotalWeight || !claimed || !score || !declaredAt || !declaredWeight || !near(total, declaredWeight, HUNDREDTH) || near(claimed, total, HUNDREDTH)) return;
  const scores = present(lines, (line) => line.score?.quantity?.value);
  if (scores.length === 0 || !near(sum(scores), score, decimal('0.05'))) return;
  const [expected, received] = [amount(total), words(subtotalWeight)];
  const weights = present(lines, ({ weight }) => (weight?.quantity ? weight : null));
  yield {
    message: 'subtotal', data: { name, received, expected, count: String(weights.length) }, cells: [subtotalWeight.cell, declaredAt.cell, ...weights.map(({ cell }) => cell)],
    expected, received, correction: safe(numberEdit(subtotalWeight, total, { formula: additionOf(weights) })),
  };
}

/** The last group of a table without a total row may have been cut off: its lines are then not known to be all, unless they make the whole already. */
function mayGoOn(table: Table, group: IndicatorGroup, rubric: Rubric): boolean {
  const all = weightSum(table.indicators).plus(executionWeight(table)?.weight ?? 0);
  return table.total?.place !== 'row' && all.lt(declaredTotal(table, rubric)) && group.indicators.includes(table.indicators.length - 1);
}
