// A rubric's values with their standing, in words, so that whoever has to defend a score knows what it rests on.
import type { Rubric, Standing } from '../model/rubric';
import type { MessageKey } from './catalogue';

export interface RubricFact {
  readonly label: MessageKey;
  /** Chinese. */
  readonly value: string;
  readonly standing: Standing;
  readonly source: string;
  readonly quote: string | null;
}

export function rubricFacts(rubric: Rubric): readonly RubricFact[] {
  const fact = (label: MessageKey, from: { readonly standing: Standing; readonly source: string; readonly quote?: string } | null, value: string): readonly RubricFact[] =>
    (from === null ? [] : [{ label, value, standing: from.standing, source: from.source, quote: from.quote ?? null }]);
  const { weights, weightTotal, execution, quantitative, qualitative, overshoot, reasons, grades, rounding } = rubric;
  return [
    ...fact('rubric.weights', weights, (weights?.value ?? []).map(({ name, weight }) => `${name} ${typeof weight === 'number' ? weight : weight.join('～')}`).join('，')),
    ...fact('rubric.weightTotal', weightTotal, `${weightTotal.value} 分`),
    ...fact('rubric.execution', execution, executionText(rubric)),
    ...fact('rubric.quantitative', quantitative, quantitativeText(rubric)),
    ...fact('rubric.qualitative', qualitative, (qualitative?.value ?? []).map(({ label, low, high }) => `${label} ${percent(low)}～${percent(high)}`).join('，')),
    ...fact('rubric.overshoot', overshoot, overshootText(rubric)),
    ...fact('rubric.reasons', reasons, reasonsText(rubric)),
    ...fact('rubric.grades', grades, (grades?.value ?? []).map(({ name, from }) => `${name} ≥${from}`).join('，')),
    ...fact('rubric.rounding', rounding, `${rounding.value} 位小数`),
  ];
}

function executionText({ execution: { value } }: Rubric): string {
  if (!value.scored) return '只填执行率，不计分';
  return `分值 × 全年执行数 ÷ ${value.denominator === 'finalBudget' ? '全年预算数' : '年初预算数'}${value.capped ? '，不超过分值' : ''}`;
}

function quantitativeText({ quantitative: { value } }: Rubric): string {
  const atMost = value.atMost === 'inverse' ? '指标值 ÷ 完成值 × 分值' : value.atMost === 'linear' ? '按超出的比例扣分' : '口径没有规定，两种算法都认可';
  return `达到指标值得满分；没有达到按完成比例计分；“≤”超出时：${atMost}`;
}

function overshootText({ overshoot: { value } }: Rubric): string {
  // What no rubric bounds is asked for all the same, from where it usually is.
  const bound = value.above === null ? '没有规定界限，按一般做法超过指标值 30%' : `超过指标值 ${percent(value.above)}`;
  return `${bound} 请说明原因${value.deduct === 'none' ? '，不扣分' : '，可以扣分'}`;
}

function reasonsText({ reasons: { value } }: Rubric): string {
  const asked = [
    `执行率低于 ${value.executionBelow === null ? '90%（没有规定界限，按一般做法）' : percent(value.executionBelow)}`,
    ...(value.adjustment ? ['预算有调整'] : []),
    ...(value.unmet ? ['指标没有完成'] : []),
  ];
  return asked.join('、');
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
