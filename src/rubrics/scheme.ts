// The group weights that a table declares, and whether they can belong to a rubric's scheme.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal } from '../model/decimal';
import type { GroupWeight, Rubric } from '../model/rubric';
import type { Aspect, Table } from '../model/table';

export interface DeclaredScheme {
  /** Points by aspect, as the table's own note, headers or weight columns say. */
  readonly weights: ReadonlyMap<Aspect, Decimal>;
  /** First-level aspects that the table has, with or without points. */
  readonly aspects: ReadonlySet<Aspect>;
  readonly from: 'footnote' | 'headers';
}

/** What the table says of its own scheme: a note that states it wins over the headers, which may break it. */
export function declaredScheme(table: Table): DeclaredScheme {
  const first = table.groups.filter((group) => group.level === 1);
  const aspects = new Set(first.map((group) => group.aspect));
  const stated = table.stated.find((rule) => rule.kind === 'group-weights');
  const weights = new Map<Aspect, Decimal>();
  const add = (aspect: Aspect, weight: Decimal): unknown => weights.set(aspect, (weights.get(aspect) ?? ZERO).plus(weight));
  if (stated) {
    for (const { aspect, weight } of stated.weights) add(aspect, weight);
    return { weights, aspects, from: 'footnote' };
  }
  for (const group of first) if (group.declaredWeight) add(group.aspect, group.declaredWeight);
  const execution = table.fund?.total?.weight?.quantity?.value ?? table.fund?.declaredWeight;
  if (execution && !weights.has('execution')) add('execution', execution);
  return { weights, aspects, from: 'headers' };
}

/** 满意度 stands beside 效益 in some forms and inside it in others: where one side folds it in, both may be compared together. */
function folded(aspect: Aspect): Aspect {
  return aspect === 'satisfaction' ? 'outcome' : aspect;
}

export type SchemeFit = 'fits' | 'silent' | 'contradicts';

/** fits: some declared points agree and none differ; silent: the table declares nothing to compare; contradicts: points or first-level groups differ. */
export function schemeFit(scheme: DeclaredScheme, rubric: Rubric): SchemeFit {
  const groups = rubric.weights?.value;
  if (!groups) return 'silent';
  const open = groups.some((group) => group.aspect === 'other');
  const missing = (aspect: Aspect): boolean => !groups.some((group) => group.aspect === aspect);
  // A frame with 成本 or 决策 as a first-level group is another frame than one without.
  if (!open && [...scheme.aspects].some((aspect) => ['cost', 'management', 'decision'].includes(aspect) && missing(aspect))) return 'contradicts';
  if (scheme.aspects.size > 0 && groups.some(({ aspect }) => ['cost', 'management', 'decision'].includes(aspect) && !scheme.aspects.has(aspect))) return 'contradicts';

  const bounds = boundsOf(groups);
  const apart = compare(scheme.weights, bounds.apart);
  return apart === 'contradicts' && schemeFolds(scheme, groups) ? compare(foldedPoints(scheme.weights), bounds.folded) : apart;
}

/** True where exactly one side gives 满意度 its own points. */
function schemeFolds(scheme: DeclaredScheme, groups: readonly GroupWeight[]): boolean {
  return groups.some((group) => group.aspect === 'satisfaction') !== scheme.weights.has('satisfaction');
}

interface Bounds {
  readonly low: Decimal;
  readonly high: Decimal;
}
type BoundsByAspect = ReadonlyMap<Aspect, Bounds>;

function compare(points: DeclaredScheme['weights'], bounds: BoundsByAspect): SchemeFit {
  let told = false;
  for (const [aspect, declared] of points) {
    const allowed = bounds.get(aspect);
    if (!allowed) continue;
    if (declared.lt(allowed.low) || declared.gt(allowed.high)) return 'contradicts';
    // 10 points for execution alone are common to nearly all forms and tell nothing.
    told ||= aspect !== 'execution';
  }
  return told ? 'fits' : 'silent';
}

function foldedPoints(points: DeclaredScheme['weights']): DeclaredScheme['weights'] {
  const together = new Map<Aspect, Decimal>();
  for (const [aspect, declared] of points) together.set(folded(aspect), (together.get(folded(aspect)) ?? ZERO).plus(declared));
  return together;
}

/** A rubric's groups are the same for every table: adding them up for each took half of the choice of a rubric. */
const KNOWN_BOUNDS = new WeakMap<readonly GroupWeight[], { readonly apart: BoundsByAspect; readonly folded: BoundsByAspect }>();

function boundsOf(groups: readonly GroupWeight[]): { readonly apart: BoundsByAspect; readonly folded: BoundsByAspect } {
  const bounds = KNOWN_BOUNDS.get(groups) ?? { apart: boundsBy(groups, (aspect) => aspect), folded: boundsBy(groups, folded) };
  KNOWN_BOUNDS.set(groups, bounds);
  return bounds;
}

function boundsBy(groups: readonly GroupWeight[], key: (aspect: Aspect) => Aspect): BoundsByAspect {
  const bounds = new Map<Aspect, Bounds>();
  for (const { aspect, weight } of groups) {
    const before = bounds.get(key(aspect)) ?? { low: ZERO, high: ZERO };
    const [low, high] = typeof weight === 'number' ? [weight, weight] : weight;
    bounds.set(key(aspect), { low: before.low.plus(decimal(low)), high: before.high.plus(decimal(high)) });
  }
  return bounds;
}
