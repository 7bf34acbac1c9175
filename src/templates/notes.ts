// The rubric's rules as the footnotes of a form; what is assumed says so.
import type { Rubric, Sourced } from '../model/rubric';

const percent = (share: number): string => String(Math.round(share * 1000) / 10);

function doubt(...values: readonly (Sourced<unknown> | null)[]): string {
  return values.some((value) => value?.standing === 'assumed') ? '（推定，以当地文件为准）' : '';
}

/** Sentences without numbers, in the order of the form. */
export function rubricNotes(rubric: Rubric): readonly string[] {
  const { weights, weightTotal, execution, quantitative, qualitative, reasons, grades } = rubric;
  const groups = weights?.value.filter(({ aspect }) => aspect !== 'other') ?? [];
  // Points given as a range are no rule that a reader of the form could hold it to: without 分 they are read as none.
  const exact = groups.every(({ weight }) => typeof weight === 'number');
  const shown = groups.map(({ name, weight }) => {
    const [, plain = name, aside = ''] = /^([^（]*)(（.*)?$/.exec(name) ?? [];
    return `${plain}${typeof weight === 'number' ? weight : weight.join('—')}${exact ? '分' : ''}${aside}`;
  });
  const budget = execution.value.denominator === 'finalBudget' ? '全年预算数' : '年初预算数';
  const over = { inverse: '指标值÷实际完成值×分值', linear: '[1−（实际完成值−指标值）÷指标值]×分值' } as const;
  const { executionBelow, adjustment, unmet } = reasons.value;
  const asked = [executionBelow === null ? '' : `执行率低于${percent(executionBelow)}%`, adjustment ? '年中调整预算' : '', unmet ? '指标未完成或多得、少得分' : ''].filter((text) => text !== '');
  return [
    shown.length > 1 ? `总分${weightTotal.value}分：${shown.join('，')}${doubt(weights)}。` : `总分${weightTotal.value}分${doubt(weightTotal)}。`,
    `预算执行得分=分值×执行率，执行率=全年执行数÷${budget}${execution.value.capped ? '，得分不超过分值' : ''}${doubt(execution)}。`,
    `定量指标：性质为≥、=的，达到指标值得满分，未达到的得分=实际完成值÷指标值×分值；性质为≤的，不超过指标值得满分，超过的得分=${over[quantitative.value.atMost ?? 'inverse']}${doubt(quantitative)}。`,
    ...(qualitative ? [`定性指标分${qualitative.value.map(({ label }) => label).join('、')}${['', '一', '两', '三', '四', '五'][qualitative.value.length] ?? ''}档，分别按分值的${qualitative.value.map(({ low, high }, at) => `${percent(high)}%-${at === qualitative.value.length - 1 ? '0' : `${percent(low)}%（含${percent(low)}%）`}`).join('、')}计分${doubt(qualitative)}。`] : []),
    ...(asked.length > 0 ? [`${asked.join('、')}的，应说明原因${doubt(reasons)}。`] : []),
    ...(grades ? [`等级：${grades.value.map(({ name, from }, at) => (at === grades.value.length - 1 ? `${name}（其余）` : `${name}（${from}分及以上）`)).join('、')}${doubt(grades)}。`] : []),
  ];
}
