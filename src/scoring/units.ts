// Target and actual in one unit, or why they cannot be compared.
import type { Decimal } from '../model/decimal';
import { HUNDRED } from '../model/decimal';
import type { Quantity } from '../model/quantity';
import { remembered } from '../reading/memo';
import { mayBeYears, oftener } from '../reading/part-of-year';
import { MOST_APART, plainUnit, plausible } from '../reading/quantity';
import { PHRASES } from './phrases';
import { withUnit } from './points';

export type Comparable =
  | { readonly kind: 'comparable'; readonly target: Decimal; readonly actual: Decimal }
  | { readonly kind: 'different'; readonly why: string };

/** Base unit and factor of the units that tables mix; 万 and 亿 are already multiplied in. */
const SAME: ReadonlyMap<string, readonly [string, number]> = new Map(Object.entries<readonly [string, number]>({
  km: ['米', 1000], 千米: ['米', 1000], 公里: ['米', 1000], m: ['米', 1], 克: ['克', 1], g: ['克', 1], 斤: ['克', 500], 公斤: ['克', 1000], 千克: ['克', 1000], kg: ['克', 1000], 吨: ['克', 1e6], t: ['克', 1e6],
  '㎡': ['平方米', 1], m2: ['平方米', 1], 'm²': ['平方米', 1], 平米: ['平方米', 1], km2: ['平方公里', 1], 'km²': ['平方公里', 1], 平方千米: ['平方公里', 1], '㎥': ['立方米', 1], m3: ['立方米', 1], 'm³': ['立方米', 1], 方: ['立方米', 1], 千元: ['元', 1000], 块: ['元', 1], s: ['秒', 1], 分钟: ['秒', 60], min: ['秒', 60], 小时: ['秒', 3600], h: ['秒', 3600], d: ['天', 1], 日: ['天', 1], 日历天: ['天', 1], 日历日: ['天', 1], 工作日: ['工作日', 1],
  名: ['人', 1], 位: ['人', 1], 场次: ['场', 1], 批次: ['批', 1],
}));
/** Names of shares: a bare 98 beside them is 98 %. */
const SHARE = /率|度|比例|比重|占比|%/;

const baseUnit = remembered((unit: string): readonly [string, number] => {
  const plain = plainUnit(unit).toLowerCase().replace(/^个(?=.)/, '').replace(/[*·.]|每/g, '/')
    // The table is about one year: 30处/年 answered with 30处.
    .replace(/(?<=.)\/年$/, '');
  const [of = '', ...each] = plain.split('/');
  if (of === '' || each.length === 0) return SAME.get(plain) ?? [plain, 1];
  // 元/㎡ is 元/平方米; what changes the figure of one behind the stroke is left as it is.
  const [unitOf, factor] = SAME.get(of) ?? [of, 1];
  return [[unitOf, ...each.map((one) => (SAME.get(one)?.[1] === 1 ? SAME.get(one)?.[0] : one))].join('/'), factor];
});

/** 元/亩 → 元. */
function perWhat(unit: string): string {
  const at = unit.indexOf('/');
  return at > 0 ? unit.slice(0, at) : unit;
}

const BARE = ['', 1] as const;

function base(quantity: Quantity): { readonly value: Decimal; readonly unit: string } {
  const [unit, factor] = quantity.unit === '' ? BARE : baseUnit(quantity.unit);
  return { value: factor === 1 ? quantity.value : quantity.value.times(factor), unit };
}

/** Brings both into the target's unit. A unit written on one side only is taken for both where the magnitudes make sense. */
export function comparable(target: Quantity, actual: Quantity, name: string): Comparable {
  const found = inBaseUnits(target, inTargetsShare(target, actual), name);
  const factor = target.unit === '' ? 1 : baseUnit(target.unit)[1];
  // 45公里 of 50公里 are figured in 公里, as the table has them.
  return found.kind === 'comparable' && factor !== 1 ? { ...found, target: found.target.div(factor), actual: found.actual.div(factor) } : found;
}

/** 0.8% of at most 5‰ is 8‰. */
function inTargetsShare(target: Quantity, actual: Quantity): Quantity {
  if (!target.unit.startsWith('‰') && !actual.unit.startsWith('‰')) return actual;
  const [wanted, got] = [plainUnit(target.unit), plainUnit(actual.unit)];
  if (wanted === '‰' && got === '%') return { ...actual, value: actual.value.times(10), unit: target.unit };
  return wanted === '%' && got === '‰' ? { ...actual, value: actual.value.div(10), unit: target.unit } : actual;
}

function inBaseUnits(target: Quantity, actual: Quantity, name: string): Comparable {
  // 198人 answers 200人左右 as well as 203人 does: how near is near, the form does not say.
  if (target.unit.length > 1 && /(?:左右|上下)$/.test(target.unit)) return { kind: 'different', why: PHRASES.targetApproximate(withUnit(target)) };
  const t = base(target);
  const a = base(actual);
  const yes = (left: Decimal, right: Decimal): Comparable => ({ kind: 'comparable', target: left, actual: right });
  if (t.unit === a.unit) {
    const rescaled = target.scale === actual.scale ? null : unscaled(target, actual, t.value, a.value);
    return rescaled ?? yes(t.value, a.value);
  }
  const different: Comparable = { kind: 'different', why: PHRASES.unitsDiffer(withUnit(target), withUnit(actual)) };
  // 1次/月 answered with 12次 or 12 is told by the month and by the year; 600元/月 answered with 600元 leaves the month out.
  if ((a.unit === '' || a.unit === perWhat(t.unit)) && mayBeYears(a.value, t)) return different;
  if (oftener(t.unit) !== oftener(a.unit) && t.unit !== '' && a.unit !== '' && !t.unit.startsWith('元') && !a.unit.startsWith('元')) return different;
  // ≤1500元/亩 answered with 1450元: for what is said once.
  if (t.unit !== '' && a.unit !== '') return (t.unit === perWhat(a.unit) || a.unit === perWhat(t.unit)) && plausible(t.value, a.value) ? yes(t.value, a.value) : different;
  if (t.unit === '%' || a.unit === '%') return SHARE.test(name) || t.unit === '%' ? share(t, a, yes) ?? different : different;
  return unscaled(target, actual, t.value, a.value) ?? (plausible(t.value, a.value) ? yes(t.value, a.value) : different);
}

/** One side is a percentage: the bare number beside it may be 98 or 0.98. */
function share(t: { value: Decimal; unit: string }, a: { value: Decimal; unit: string }, yes: (t: Decimal, a: Decimal) => Comparable): Comparable | null {
  const [percent, bare] = t.unit === '%' ? [t.value, a.value] : [a.value, t.value];
  // 1 against 100 %: one percent or all of it; only a reading near the other side is believed.
  const read = bare.gt(0) && bare.lte(1) && percent.gt(bare.times(MOST_APART)) ? bare.times(HUNDRED) : bare;
  if (!plausible(read, percent)) return null;
  return t.unit === '%' ? yes(t.value, read) : yes(read, a.value);
}

/** "≤202.6万元" answered with 132.9: the unit of the other side was meant, where only that makes sense. */
function unscaled(target: Quantity, actual: Quantity, t: Decimal, a: Decimal): Comparable | null {
  if (plausible(t, a)) return null;
  const scaledActual = actual.unit === '' && actual.scale === 1 ? a.times(target.scale) : a;
  const scaledTarget = target.unit === '' && target.scale === 1 ? t.times(actual.scale) : t;
  if (scaledActual.eq(a) && scaledTarget.eq(t)) return null;
  return plausible(scaledTarget, scaledActual) ? { kind: 'comparable', target: scaledTarget, actual: scaledActual } : null;
}
