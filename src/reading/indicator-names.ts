// Names of groups and indicators: without their points, told from what a template left.
import type { Aspect, Entry } from '../model/table';
import { aspectOf } from './labels';
import { declaredPoints } from './quantity';
import { compact, isEllipsis, normalise, roundBrackets } from './text';

/** What an indicator of a list without levels is about. Only the budget's own rate counts as execution: 政府采购执行率 is an indicator like others. */
export function ownAspect(name: string): Aspect {
  const aspect = aspectOf(name);
  return aspect === 'execution' ? 'other' : aspect;
}

/** 产出指标\n(50分) → 产出指标, and 产出指标续 on the next page. */
export function groupName(raw: string): string {
  return roundBrackets(compact(normalise(raw))).replace(/\([^()]*\)/g, '').replace(/(?<!\d)\d+(?:\.\d+)?分$/, '').replace(/(?<![:：、/—-])[:：、/—-]+$/, '').replace(/(?<=指标)续$/, '');
}

/** 测算依据（5分）: a form without a column of points may write them behind the name. */
export function pointsInName(name: Entry): Entry | null {
  const points = declaredPoints(name.raw);
  return points ? { ...name, quantity: { value: points, unit: '', scale: 1, operator: null, decimals: points.decimalPlaces() } } : null;
}

/** 指标2, 指标1：, ……, or nothing at all. */
export function isPlaceholderName(name: Entry): boolean {
  const text = compact(name.text);
  return text === '' || isEllipsis(text) || /^(?:指标|任务|目标|项目|内容)?\d{0,2}[.:、：,]*(?:[….·x×*]+)?$/i.test(text);
}
