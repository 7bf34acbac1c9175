// Random forms that are right in every figure, in the layouts the field knows; and the harmless changes that must not matter.
import fc from 'fast-check';
import { decimal } from '../../src/model/decimal';
import type { Line } from '../make-grid';

export interface FormSpec {
  readonly budget: number;
  readonly spent: number;
  /** Points of the output indicators; they add up to 50. */
  readonly weights: readonly number[];
  readonly targets: readonly number[];
  /** Order of 年度指标值 | 实际完成值 | 分值 | 得分. */
  readonly order: readonly number[];
  readonly unit: '元' | '万元';
  readonly merged: boolean;
  /** Figures as text, as people type them into copied forms. */
  readonly asText: boolean;
}

export interface Form {
  readonly rows: Line[];
  readonly merges: readonly string[];
}

/** Whole points that add up to `total`. */
function shares(total: number, parts: number, cuts: readonly number[]): number[] {
  const sorted = [...cuts].map((cut) => 1 + (cut % (total - parts))).sort((a, b) => a - b).slice(0, parts - 1);
  const bounds = [0, ...sorted, total - parts];
  return bounds.slice(1).map((bound, i) => bound - (bounds[i] ?? 0) + 1);
}

export const formSpec: fc.Arbitrary<FormSpec> = fc.record({
  budget: fc.integer({ min: 10_000, max: 900_000 }).map((cents) => cents / 100),
  share: fc.integer({ min: 9_100, max: 10_000 }),
  count: fc.integer({ min: 1, max: 6 }),
  cuts: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
  targets: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 6 }),
  order: fc.constantFrom([0, 1, 2, 3], [2, 0, 1, 3], [0, 2, 1, 3]),
  unit: fc.constantFrom('元' as const, '万元' as const),
  merged: fc.boolean(),
  asText: fc.boolean(),
}).map(({ share, count, cuts, budget, ...rest }) => ({ ...rest, budget, spent: Math.floor(budget * share) / 10_000, weights: shares(50, count, cuts) }));

/** The form with every figure right: rate, scores and total follow from budget and spending; every target just met. */
export function rightForm(spec: FormSpec): Form {
  const { unit, order } = spec;
  const spent = decimal(spec.spent).toDecimalPlaces(2).toNumber();
  const rate = decimal(spent).div(spec.budget);
  const score = rate.times(10).toDecimalPlaces(2);
  const total = score.plus(90);
  const figure = (value: number | string): number | string => (spec.asText ? String(value) : value);
  const line = (group: string | null, sub: string, name: string, target: string, actual: string, weight: number): Line => {
    const columns = [target, actual, figure(weight), figure(weight)];
    return [null, group, sub, name, ...order.map((i) => columns[i] ?? null), null];
  };
  const header = ['年度指标值', '实际完成值', '分值', '得分'];
  const outputs = spec.weights.map((weight, i) => line(i === 0 ? '产出指标（50分）' : null, '数量指标', `第${i + 1}批设备采购数`, `≥${spec.targets[i] ?? 1}台`, `${spec.targets[i] ?? 1}台`, weight));
  const rows: Line[] = [
    ['2022年度项目支出绩效自评表'],
    ['项目名称', null, '设备更新项目', null, null, null, null, null, null],
    ['主管部门', null, '青石县财政局', null, '实施单位', '青石县第一小学'],
    [`项目资金（${unit}）`, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, null, '年度资金总额', figure(spec.budget), figure(spec.budget), figure(spent), figure(10), `${rate.times(100).toDecimalPlaces(2).toString()}%`, figure(score.toNumber())],
    [null, null, '其中：当年财政拨款', figure(spec.budget), figure(spec.budget), figure(spent), '—', '—', '—'],
    ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
    [null, '按计划更新教学设备，保障课堂教学需要', null, null, null, '设备已全部更新到位并投入使用，课堂教学需要得到保障'],
    ['绩效指标', '一级指标', '二级指标', '三级指标', ...order.map((i) => header[i] ?? null), '偏差原因分析及改进措施'],
    ...outputs,
    line('效益指标（30分）', '社会效益指标', '教学条件', '有效改善', '有效改善', 30),
    line('满意度指标（10分）', '服务对象满意度指标', '师生满意度', '≥90%', '95%', 10),
  ];
  const sums: Record<number, number | string | null> = { 0: null, 1: null, 2: figure(100), 3: figure(total.toNumber()) };
  rows.push(['总分', null, null, null, ...order.map((i) => sums[i] ?? null), null]);
  const last = 9 + outputs.length + 2;
  return { rows, merges: spec.merged ? ['A1:I1', 'A4:B6', 'A7:A8', 'B7:E7', 'F7:I7', 'B8:E8', 'F8:I8', `A9:A${last}`, ...(outputs.length > 1 ? [`B10:B${9 + outputs.length}`, `C10:C${9 + outputs.length}`] : []), `A${last + 1}:D${last + 1}`] : [] };
}

/** Slips whose correction has one answer: the cell, and what somebody typed there. */
export const slip = fc.constantFrom('rate', 'score', 'total');

export function withSlip({ rows, merges }: Form, kind: string, order: readonly number[]): Form {
  const changed = rows.map((row) => [...row]);
  const fund = changed[4];
  const total = changed.at(-1);
  if (kind === 'rate' && fund) fund[7] = fund[7] === '50%' ? '60%' : '50%';
  if (kind === 'score' && fund) fund[8] = Number(fund[8]) > 5 ? 3 : 9;
  if (kind === 'total' && total) total[4 + order.indexOf(3)] = 77;
  return { rows: changed, merges };
}


