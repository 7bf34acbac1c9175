// The group weights that a table declares, and whether they can belong to a rubric's scheme.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, sum } from '../model/decimal';
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

  const apart = compare(scheme, groups, (aspect) => aspect);
  return apart === 'contradicts' && schemeFolds(scheme, groups) ? compare(scheme, groups, folded) : apart;
}

/** True where exactly one side gives 满意度 its own points. */
function schemeFolds(scheme: DeclaredScheme, groups: readonly GroupWeight[]): boolean {
  return groups.some((group) => group.aspect === 'satisfaction') !== scheme.weights.has('satisfaction');
}

function compare(scheme: DeclaredScheme, groups: readonly GroupWeight[], key: (aspect: Aspect) => Aspect): SchemeFit {
  const compared: Aspect[] = [];
  for (const aspect of new Set([...scheme.weights.keys()].map(key))) {
    const allowed = groups.filter((group) => key(group.aspect) === aspect);
    if (allowed.length === 0) continue;
    compared.push(aspect);
    const declared = sum([...scheme.weights].filter(([one]) => key(one) === aspect).map(([, weight]) => weight));
    const [low, high] = boundsOf(allowed);
    if (declared.lt(low) || declared.gt(high)) return 'contradicts';
  }
  // 10 points for execution alone are common to nearly all forms and tell nothing.
  return compared.some((aspect) => aspect !== 'execution') ? 'fits' : 'silent';
}

function boundsOf(groups: readonly GroupWeight[]): readonly [Decimal, Decimal] {
  const bound = (end: 0 | 1): Decimal => sum(groups.map(({ weight }) => decimal(typeof weight === 'number' ? weight : weight[end])));
  return [bound(0), bound(1)];
}
