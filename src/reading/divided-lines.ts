// Lines that say how the points of the one above them are divided: 一、示范片建设 | 15 over 1、侧深施肥 | 5, 2、种肥同播 | 5, 3、配方肥 | 5.
import { ZERO, decimal, near, sum, type Decimal } from '../model/decimal';
import type { FundBlock, Indicator, TotalRow } from '../model/table';
import { compact } from './text';

const TOLERANCE = decimal('0.01');

/** Styles of numbering, as a list steps down through them. */
const NUMBERINGS: readonly RegExp[] = [/^[一二三四五六七八九十]+、/, /^\([一二三四五六七八九十]+\)/, /^\d{1,2}[.、](?!\d)/, /^\(\d{1,2}\)|^[①-⑳]/];

/** How a line is numbered: its place among the styles; null without a number. */
function numbering(text: string): number | null {
  const at = NUMBERINGS.findIndex((style) => style.test(text));
  return at < 0 ? null : at;
}

/** How many lines right below `at` are numbered inside its number, or follow it with 其中. */
function detailsBelow(indicators: readonly Indicator[], texts: readonly string[], at: number): number {
  const [own, parent] = [indicators[at], numbering(texts[at] ?? '')];
  const first = texts[at + 1] ?? '';
  const opens = first.startsWith('其中') && texts[at]?.startsWith('其中') === false;
  const isDetail = (text: string): boolean => (opens ? text.startsWith('其中') : parent !== null && (numbering(text) ?? -1) > parent);
  let end = at + 1;
  for (; end < indicators.length; end++) {
    const { group, subgroup } = indicators[end] ?? {};
    if (group !== own?.group || subgroup !== own?.subgroup || !isDetail(texts[end] ?? '')) break;
  }
  return end - at - 1;
}

const pointsOf = (column: 'weight' | 'score') => (indicator: Indicator): Decimal | null => indicator[column]?.quantity?.value ?? null;

/** True where the details have points that make those of the line above; null where neither has any. */
function divides(line: Indicator, details: readonly Indicator[], column: 'weight' | 'score'): boolean | null {
  const [whole, parts] = [pointsOf(column)(line), details.map(pointsOf(column))];
  if (whole === null && parts.every((part) => part === null)) return null;
  return whole !== null && whole.gt(0) && parts.every((part) => part?.gt(0)) && near(sum(parts.map((part) => part ?? ZERO)), whole, TOLERANCE);
}

/** True where the form counts all of its lines. */
function countsAll(indicators: readonly Indicator[], fund: FundBlock | null, total: TotalRow | null): boolean {
  const made = (column: 'weight' | 'score'): Decimal => sum(indicators.map((indicator) => pointsOf(column)(indicator) ?? ZERO));
  const execution = { weight: fund?.total?.weight?.quantity?.value ?? fund?.declaredWeight, score: fund?.total?.score?.quantity?.value };
  const is = (column: 'weight' | 'score', whole: Decimal | undefined): boolean => whole !== undefined && [made(column), made(column).plus(execution[column] ?? ZERO)].some((all) => near(all, whole, TOLERANCE));
  return is('weight', total?.weight?.quantity?.value ?? decimal(100)) || is('score', total?.score?.quantity?.value);
}

/** The lines with points of their own: those of details are in the line that they divide. */
export function withoutDividedPoints(indicators: readonly Indicator[], fund: FundBlock | null, total: TotalRow | null): readonly Indicator[] {
  const texts = indicators.map(({ name }) => compact(name.text));
  const details = new Set<Indicator>();
  for (const [at, line] of indicators.entries()) {
    if (details.has(line)) continue;
    const below = indicators.slice(at + 1, at + 1 + detailsBelow(indicators, texts, at));
    const [weights, scores] = below.length > 1 ? [divides(line, below, 'weight'), divides(line, below, 'score')] : [false, false];
    if (weights ?? scores) for (const detail of below) details.add(detail);
  }
  if (details.size === 0 || countsAll(indicators, fund, total)) return indicators;
  return indicators.map((indicator) => (details.has(indicator) ? { ...indicator, weight: null, score: null } : indicator));
}
