// Forms filled in at random with figures that are right: what a unit types, never what the form calculates.
import fc from 'fast-check';
import type { GroupForm, IndicatorBlockForm, TemplateForm } from '../../src/templates/form';
import type { IndicatorSlots, Slots } from '../../src/templates/slots';

/** What an indicator line may be: reached or not, by each sign, or a band. */
type Line =
  | { readonly kind: 'count'; readonly target: number; readonly share: number }
  | { readonly kind: 'rate'; readonly target: number; readonly share: number; readonly sign: '≥' | '=' }
  | { readonly kind: 'limit'; readonly target: number; readonly share: number }
  | { readonly kind: 'band'; readonly band: number; readonly place: number | null };

export interface Filling {
  readonly parts: readonly number[];
  /** Spent of each part, in ten-thousandths. */
  readonly spent: readonly number[];
  readonly lines: readonly Line[];
  readonly cuts: readonly number[];
}

const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), target: fc.integer({ min: 4, max: 800 }), share: fc.integer({ min: 50, max: 120 }) }),
  fc.record({ kind: fc.constant('rate' as const), target: fc.integer({ min: 80, max: 99 }), share: fc.integer({ min: 60, max: 100 }), sign: fc.constantFrom('≥' as const, '=' as const) }),
  fc.record({ kind: fc.constant('limit' as const), target: fc.integer({ min: 100, max: 90_000 }), share: fc.integer({ min: 80, max: 140 }) }),
  fc.record({ kind: fc.constant('band' as const), band: fc.integer({ min: 0, max: 2 }), place: fc.option(fc.integer({ min: 0, max: 99 })) }),
);

export const filling: fc.Arbitrary<Filling> = fc.record({
  parts: fc.array(fc.integer({ min: 100, max: 9_000_000 }).map((cents) => cents / 100), { minLength: 5, maxLength: 5 }),
  spent: fc.array(fc.integer({ min: 9_200, max: 10_000 }), { minLength: 5, maxLength: 5 }),
  lines: fc.array(line, { minLength: 60, maxLength: 60 }),
  cuts: fc.array(fc.nat(10_000), { minLength: 60, maxLength: 60 }),
});

/** Whole points that add up to `total`, none of them nothing. */
function shares(total: number, parts: number, cuts: readonly number[]): number[] {
  const sorted = cuts.slice(0, parts - 1).map((cut) => cut % (total - parts + 1)).sort((a, b) => a - b);
  const bounds = [0, ...sorted, total - parts];
  return bounds.slice(1).map((bound, i) => bound - (bounds[i] ?? 0) + 1);
}

const REASON = '受雨季和审批流程影响进度放缓，已制定整改计划，明年一季度前补齐。';
const hundredths = (value: number): number => Math.round(value * 100) / 100;

function groupsOf(form: TemplateForm): readonly GroupForm[] {
  return form.blocks.find((block): block is IndicatorBlockForm => block.kind === 'indicators')?.groups ?? [];
}

/** Points of each group: the form's own; where it leaves them to the unit, the national frame's. */
function pointsOf(form: TemplateForm, { name, weight }: GroupForm): number {
  if (weight !== null) return weight;
  if (form.id === 'project-sichuan') return { 产出指标: 40, 效益指标: 20, 满意度指标: 10, 成本指标: 20 }[name] ?? 0;
  return { 产出指标: 50, 效益指标: 30, 满意度指标: 10 }[name] ?? 0;
}

/** Bands as shares; the top one holds its upper end. */
const BANDS: readonly (readonly [number, number])[] = [[80, 100], [60, 79], [10, 59]];
const HUBEI_BANDS: readonly (readonly [number, number])[] = [[80, 100], [50, 79], [10, 49]];

/** The words a form has for its bands. */
function bandsOf(form: TemplateForm): readonly string[] {
  const word = form.rubric === 'hubei-2020' ? '预期' : '年度';
  return [`达成${word}指标`, `部分达成${word}指标并具有一定效果`, `未达成${word}指标且效果较差`];
}

/** Everything that a unit types into this form, by address. */
export function typedInto(form: TemplateForm, slots: Slots, filling: Filling): Map<string, string | number> {
  const values = new Map<string, string | number>();
  const set = (cell: string | null | undefined, value: string | number): void => {
    if (cell !== null && cell !== undefined) values.set(cell, value);
  };
  for (const { name, cell } of slots.fields) set(cell, fieldText(name));
  for (const { name, cell } of slots.closing) set(cell, /原因|问题/.test(name) ? REASON : `${name}一栏由本单位据实填写，工作总体顺利。`);
  for (const { expected, actual } of slots.goals) {
    set(expected, '更新教学设备，改善办学条件，保障课堂教学需要。');
    set(actual, '全年更新教学设备并投入使用，办学条件得到改善，课堂教学需要得到保障。');
  }
  typeFund(slots, filling, set);
  typeBase(slots, filling, set);
  let at = 0;
  for (const group of groupsOf(form)) {
    const lines = slots.indicators.filter((slot) => slot.group === group.name);
    const weights = shares(pointsOf(form, group) || 100, lines.length, filling.cuts.slice(at));
    for (const [index, slot] of lines.entries()) typeLine(form, slot, filling.lines[at + index], at + index, weights[index] ?? 1, set);
    at += lines.length;
  }
  return values;
}

function fieldText(name: string): string {
  return /项目名称/.test(name) ? '教学设备更新项目' : /日期/.test(name) ? '2025年2月20日' : /部门/.test(name) ? '青石县教育局' : /单位/.test(name) ? '青石县第一小学' : /过程概述/.test(name) ? '按计划采购并安装教学设备，分批验收后投入使用。' : '按章程办理';
}

type Set = (cell: string | null | undefined, value: string | number) => void;

function typeFund({ fund }: Slots, { parts, spent }: Filling, set: Set): void {
  const typed = fund.length > 1 ? fund.filter(({ role }) => role === 'part') : fund;
  for (const [index, { cells }] of typed.entries()) {
    const budget = parts[index] ?? 0;
    set(cells.originalBudget, budget);
    set(cells.finalBudget, budget);
    set(cells.actualSpending, hundredths((budget * (spent[index] ?? 0)) / 10_000));
  }
}

/** Lines without parts of their own are typed; the form adds up the others. */
function typeBase({ base, quotients }: Slots, { parts, cuts }: Filling, set: Set): void {
  for (const [index, { key, adds, cells, name }] of base.entries()) {
    if (adds) continue;
    for (const [column, cell] of cells.entries()) {
      if (key === 'adjusted' && column === 0) continue;
      // Spent within the budget, a little more than last year.
      // 公用经费 holds the three lines below it and more.
      const amount = key === 'office' ? 30_000 + 3 * (parts[0] ?? 0) : (cuts[index] ?? 0) + (parts[0] ?? 0);
      set(cell, hundredths((amount * ([9, 10, 9.5][column] ?? 10)) / 1000));
    }
    if (key === 'project') set(cells[0]?.replace(/^[A-Z]+/, 'A'), `${name === '' ? index : name}.教学设备更新第${index}批`);
  }
  for (const { denominator, numerator } of quotients) {
    const whole = 10 + ((cuts[0] ?? 0) % 90);
    set(denominator, whole);
    set(numerator, whole - ((cuts[1] ?? 0) % 9));
  }
}

function typeLine(form: TemplateForm, { cells, subgroup }: IndicatorSlots, line: Line | undefined, index: number, weight: number, set: Set): void {
  if (!line) return;
  set(cells.weight, weight);
  const number = index + 1;
  const numeric = (name: string, sign: string, target: number, unit: string, actual: number, unmet: boolean): void => {
    set(cells.name, name);
    set(cells.nature, sign);
    set(cells.target, target);
    set(cells.unit, unit);
    set(cells.actual, actual);
    if (unmet) set(cells.reason, REASON);
  };
  switch (line.kind) {
    case 'count': {
      const actual = Math.max(1, Math.floor((line.target * line.share) / 100));
      return numeric(`第${number}批教学设备采购数`, '≥', line.target, '台', actual, actual < line.target);
    }
    case 'rate': {
      const actual = hundredths((line.target * line.share) / 100);
      // Of a cost that is to be equal to a figure, nobody says whether more or less is better.
      return numeric(`第${number}批设备验收${/满意/.test(subgroup) ? '满意度' : '合格率'}`, subgroup.includes('成本') ? '≥' : line.sign, line.target, '%', actual, actual < line.target);
    }
    case 'limit': {
      const actual = hundredths((line.target * line.share) / 100);
      return subgroup.includes('成本')
        ? numeric(`第${number}批设备单位采购成本`, '≤', line.target, '元', actual, actual > line.target)
        : numeric(`第${number}批设备安装用时`, '≤', line.target, '小时', actual, actual > line.target);
    }
    case 'band': {
      const [low, high] = (form.rubric === 'hubei-2020' ? HUBEI_BANDS : BANDS)[line.band] ?? [0, 100];
      set(cells.name, `第${number}批设备带来的办学条件变化`);
      set(cells.nature, '定性');
      set(cells.target, '明显改善');
      set(cells.actual, bandsOf(form)[line.band] ?? '');
      if (line.place !== null) set(cells.coefficient, low + Math.floor(((high - low) * line.place) / 100));
      set(cells.reason, line.band === 0 && line.place === null ? '无' : REASON);
    }
  }
}
