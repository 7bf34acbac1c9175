// What a table states itself goes over the rubric: its notes and headers are the authority's own form.
import type { Decimal } from '../model/decimal';
import { ONE, decimal, sum } from '../model/decimal';
import type { Band, GroupWeight, Rubric, Sourced } from '../model/rubric';
import type { StatedRule, Table } from '../model/table';

interface Overridden {
  readonly rubric: Rubric;
  /** Chinese names of the values taken from the table. */
  readonly names: readonly string[];
}

/** A copy of the rubric with the values that the table states; the rubric itself where it states none. */
export function withStated(rubric: Rubric, table: Table): Overridden {
  const names: string[] = [];
  let copy = rubric;
  const set = (change: Partial<Rubric>, name: string): void => {
    copy = { ...copy, ...change };
    names.push(name);
  };
  for (const rule of table.stated) {
    switch (rule.kind) {
      case 'group-weights':
        set({ weights: quoted(stated(rule, copy), rule) }, `一级指标分值（${rule.at.cell} ${rule.weights.map(({ name, weight }) => `${name}${weight.toString()}`).join('、')}）`);
        break;
      case 'denominator':
        if (rule.of !== copy.execution.value.denominator) set({ execution: quoted({ ...copy.execution.value, denominator: rule.of }, rule) }, `执行率分母为${BUDGETS[rule.of]}（${rule.at.cell}）`);
        break;
      case 'underspend-reason': {
        const below = share(rule.below);
        set({ reasons: quoted({ ...copy.reasons.value, executionBelow: below.toNumber() }, rule) }, `执行率低于 ${below.times(100).toString()}% 须说明原因（${rule.at.cell}）`);
        break;
      }
      case 'adjustment-reason':
        set({ reasons: quoted({ ...copy.reasons.value, adjustment: true }, rule) }, `预算调整须说明理由（${rule.at.cell}）`);
        break;
      case 'rounding':
        set({ rounding: quoted(rule.decimals, rule) }, `得分保留${rule.decimals === 0 ? '整数' : `${rule.decimals.toString()}位小数`}（${rule.at.cell}）`);
        break;
      case 'qualitative-bands': {
        const bands = bandsFrom(rule.lows, copy);
        if (bands) set({ qualitative: quoted(bands, rule) }, `定性指标分档 ${bands.map((band) => `${decimal(band.low).times(100).toString()}%`).join('、')}（${rule.at.cell}）`);
        break;
      }
    }
  }
  const headers = table.fund?.headers;
  const named = table.stated.some((rule) => rule.kind === 'denominator');
  if (!named && headers?.originalBudget && !headers.finalBudget && copy.execution.value.denominator !== 'originalBudget') {
    const { cell, text } = headers.originalBudget;
    set({ execution: { value: { ...copy.execution.value, denominator: 'originalBudget' }, standing: 'quoted', source: `本表表头 ${cell}`, quote: text } }, `执行率分母为年初预算数（表头 ${cell} 只有这一栏预算）`);
  }
  return { rubric: copy, names };
}

const BUDGETS = { originalBudget: '年初预算数', finalBudget: '全年预算数' } as const;

function quoted<T>(value: T, rule: StatedRule): Sourced<T> {
  return { value, standing: 'quoted', source: `本表表注 ${rule.at.cell}`, quote: rule.quote };
}

/** Thresholds are written 90% or 0.9. */
function share(value: Decimal): Decimal {
  return value.gt(ONE) ? value.div(100) : value;
}

/** The weights in the note, and the rubric's execution weight where the note speaks of the indicators only. */
function stated(rule: StatedRule & { kind: 'group-weights' }, rubric: Rubric): readonly GroupWeight[] {
  const weights = rule.weights.map(({ name, aspect, weight }): GroupWeight => ({ name, aspect, weight: weight.toNumber() }));
  if (weights.some((group) => group.aspect === 'execution')) return weights;
  const execution = rubric.weights?.value.find((group) => group.aspect === 'execution');
  const whole = execution && typeof execution.weight === 'number' && sum(rule.weights.map(({ weight }) => weight)).plus(execution.weight).eq(rubric.weightTotal.value);
  return execution && whole ? [execution, ...weights] : weights;
}

const LABELS = ['达成年度指标', '部分达成年度指标并具有一定效果', '未达成年度指标且效果较差'];

/** Bands from their lower ends, best first; null when the note names fewer than two. */
function bandsFrom(lows: readonly Decimal[], rubric: Rubric): readonly Band[] | null {
  const ends = [...new Set([...lows.map((low) => share(low).toNumber()), 0])].sort((a, b) => b - a);
  if (ends.length < 2) return null;
  return ends.map((low, index) => ({ label: rubric.qualitative?.value[index]?.label ?? LABELS[index] ?? `第${index + 1}档`, low, high: ends[index - 1] ?? 1 }));
}
