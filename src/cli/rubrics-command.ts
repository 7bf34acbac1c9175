// biaoli rubrics: the scoring rules of the authorities, each value with how well it is known.
import { padEnd } from '../exports/text-width';
import { KIND_WORDS, STANDING_WORDS } from '../exports/words';
import type { Rubric, Sourced } from '../model/rubric';
import { RUBRICS } from '../rubrics/catalogue';
import { catalogueCommand } from './catalogue-command';

export const rubrics = catalogueCommand<Rubric>({
  entries: RUBRICS,
  line: (rubric) => `${padEnd(rubric.id, 28)}${padEnd(span(rubric), 14)}${padEnd(rubric.places.join('、') || '全国', 14)}${rubric.title}`,
  described,
  unknown: (id) => `没有口径 ${id}，用 biaoli rubrics 看有哪些口径。`,
});

function span(rubric: Rubric): string {
  if (rubric.until === null) return `${rubric.from} 年起`;
  return rubric.until === rubric.from ? `${rubric.from} 年` : `${rubric.from}～${rubric.until} 年`;
}

function described(rubric: Rubric): string {
  const { weights, execution, quantitative, qualitative, overshoot, reasons, grades, rounding, weightTotal } = rubric;
  return [
    `${rubric.id}  ${rubric.title}`,
    `发布：${[rubric.issuer, rubric.documentNumber].filter((text) => text !== '').join('　')}`,
    `适用：${rubric.places.join('、') || '全国'}，${span(rubric)}，${rubric.kinds.map((kind) => KIND_WORDS[kind]).join('、')}`,
    ...line('分值结构', weights, (groups) => groups.map(({ name, weight }) => `${name} ${typeof weight === 'number' ? weight : weight.join('～')}`).join('，')),
    ...line('分值合计', weightTotal, String),
    ...line('预算执行', execution, ({ denominator, capped, scored }) => `${scored ? '计分' : '不计分'}，全年执行数 ÷ ${denominator === 'finalBudget' ? '全年预算数' : '年初预算数'}${capped ? '，不超过分值' : ''}`),
    ...line('定量指标', quantitative, ({ atMost }) => `≥ 未达标：实际 ÷ 指标 × 分值；≤ 超出：${atMost === 'inverse' ? '指标 ÷ 实际 × 分值' : atMost === 'linear' ? '（1 −（实际 − 指标）÷ 指标）× 分值' : '没有规定，两种算法都接受'}`),
    ...line('定性指标', qualitative, (bands) => bands.map(({ label, low, high }) => `${label} ${low * 100}～${high * 100}%`).join('，')),
    ...line('超额完成', overshoot, ({ above, deduct }) => (above === null ? '没有规定' : `超过指标值 ${above * 100}% 须说明原因，${deduct === 'allowed' ? '可以扣分' : '不扣分'}`)),
    ...line('原因说明', reasons, ({ executionBelow, adjustment, unmet }) => [executionBelow === null ? '' : `执行率低于 ${executionBelow * 100}%`, adjustment ? '年中调整预算' : '', unmet ? '指标未完成' : ''].filter(Boolean).join('、') || '没有规定'),
    ...line('等级', grades, (list) => list.map(({ name, from }) => `${name} ≥ ${from}`).join('，')),
    ...line('小数位', rounding, (digits) => `${digits} 位`),
    '',
  ].join('\n');
}

function line<T>(name: string, sourced: Sourced<T> | null, words: (value: T) => string): readonly string[] {
  if (sourced === null) return [`${padEnd(name, 10)}没有规定`];
  return [`${padEnd(name, 10)}${words(sourced.value)}`, `${' '.repeat(10)}${STANDING_WORDS[sourced.standing]}：${sourced.quote ?? sourced.source}`];
}
