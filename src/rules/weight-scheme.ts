// Group weights against the scheme that the form states, or that the rubric of its authority sets.
import type { Decimal } from '../model/decimal';
import { decimal, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Basis, Rubric } from '../model/rubric';
import type { Aspect, Table } from '../model/table';
import { RUBRIC_BASIS, rubricBasis, statedBasis } from './basis';
import { defineRule } from './rule';
import { executionWeight } from './weights';
import { amount } from './wording';

export const weightScheme = defineRule({
  id: 'weight-scheme',
  title: '分值结构',
  severity: 'verify',
  why: '一级指标分值由财政部门统一设置，改动须有依据。',
  basis: RUBRIC_BASIS,
  messages: { deviates: '“{name}”分值{received}分，口径为{expected}分，请核实是否有依据。' },
  examples: [
    {
      shows: 'a note sets 50 and 30, the form uses 60 and 20',
      form: { base: 'project', cells: { A21: '注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。', B13: '产出指标（60分）', H13: 30, B17: '效益指标（20分）', H17: 10, H18: 10, I13: 30, I17: 10, I18: 10 } },
      findings: [
        { cells: ['B13'], message: '“产出指标”分值60分，口径为50分，请核实是否有依据。' },
        { cells: ['B17'], message: '“效益指标”分值20分，口径为30分，请核实是否有依据。' },
      ],
    },
    { shows: 'the form follows its note', form: { base: 'project', cells: { A21: '注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。' } }, findings: [] },
    { shows: 'other points for the groups of the national scheme', form: { base: 'project', cells: { B13: '产出指标（60分）', H13: 30, B17: '效益指标（20分）', H17: 10, H18: 10, I13: 30, I17: 10, I18: 10 } }, findings: [{ cells: ['B13'], severity: 'hint', message: '“产出指标”分值60分，口径为50分，请核实是否有依据。' }, { cells: ['B17'], severity: 'hint', message: '“效益指标”分值20分，口径为30分，请核实是否有依据。' }] },
    { shows: 'a form with a group of its own', form: { base: 'project', cells: { B13: '管理指标（20分）', B14: '产出指标（30分）' } }, findings: [] },
    { shows: 'a department', form: { base: 'project', cells: { A1: '部门整体支出绩效自评表', B13: '产出指标（60分）', H13: 30, B17: '效益指标（20分）', H17: 10, H18: 10, I13: 30, I17: 10, I18: 10 } }, findings: [] },
    { shows: 'the national scheme', form: { base: 'project' }, findings: [] },
  ],
  *check(table, { rubric }) {
    const scheme = schemeOf(table, rubric);
    if (!scheme) return;
    for (const group of table.groups) {
      if (group.level !== 1 || !group.label) continue;
      const allowed = scheme.allowed(group.aspect, group.name);
      const weight = group.declaredWeight ?? knownSum(table, group.indicators);
      if (!allowed || !weight || sameAspectTwice(table, group.aspect)) continue;
      const [low, high] = allowed;
      if (weight.gte(low) && weight.lte(high)) continue;
      const expected = low.eq(high) ? amount(low) : `${amount(low)}至${amount(high)}`;
      yield {
        message: 'deviates',
        data: { name: group.name, received: amount(weight), expected },
        cells: [(group.declaredAt ?? group.label).cell],
        expected,
        received: amount(weight),
        basis: scheme.basis,
        ...(scheme.usual ? { severity: 'hint' as const } : {}),
        causes: [{ rule: 'group-weight', cell: (group.declaredAt ?? group.label).cell }],
      };
    }
  },
});

interface Scheme {
  readonly basis: Basis;
  /** True for the national frame, which says 一般: places set points of their own. */
  readonly usual: boolean;
  allowed(aspect: Aspect, name: string): readonly [Decimal, Decimal] | null;
}

/** The form's own words first; a rubric's weights only where they were read or seen. */
function schemeOf(table: Table, rubric: Rubric): Scheme | null {
  const stated = table.stated.find((rule) => rule.kind === 'group-weights');
  if (stated) {
    return {
      basis: statedBasis(stated),
      usual: false,
      allowed(aspect, name) {
        const match = stated.weights.find((one) => one.name === name) ?? stated.weights.find((one) => one.aspect === aspect);
        return match ? [match.weight, match.weight] : null;
      },
    };
  }
  const { weights } = rubric;
  if (!weights || weights.standing === 'assumed' || !sameScheme(table, rubric)) return null;
  return {
    basis: rubricBasis(rubric, weights, '一级指标分值设置'),
    usual: nationwide(rubric),
    allowed(aspect) {
      const matches = weights.value.filter((one) => one.aspect === aspect);
      const [match] = matches;
      if (!match || matches.length > 1) return null;
      const [low, high] = typeof match.weight === 'number' ? [match.weight, match.weight] : match.weight;
      return [decimal(low), decimal(high)];
    },
  };
}

/**
 * True where the form divides its points as the rubric does: the same first-level groups, execution scored where the rubric scores it.
 * A form with other groups (投入、过程 or 管理 beside 产出) follows another scheme. Departments and lists of targets have schemes of their
 * place: the national frame is about the self-evaluation of projects, and what was seen in one form of a place does not bind the next.
 */
function sameScheme(table: Table, rubric: Rubric): boolean {
  const { weights } = rubric;
  if (!weights || (table.kind !== 'project' && (weights.standing !== 'quoted' || nationwide(rubric)))) return false;
  const own = new Set(table.groups.filter((group) => group.level === 1).map((group) => group.aspect));
  if (executionWeight(table) !== null || table.indicators.some((indicator) => indicator.isExecution)) own.add('execution');
  const theirs = new Set(weights.value.map((group) => group.aspect));
  return own.size === theirs.size && [...own].every((aspect) => theirs.has(aspect));
}

function nationwide({ places, marks }: Rubric): boolean {
  return places.length === 0 && (marks ?? []).length === 0;
}

function knownSum(table: Table, indexes: readonly number[]): Decimal | null {
  const indicators = present(indexes, (index) => table.indicators[index]).filter((indicator) => !indicator.placeholder);
  const weights = present(indicators, (indicator) => indicator.weight?.quantity?.value);
  return table.total?.place === 'row' && weights.length > 0 && weights.length === indicators.length ? sum(weights) : null;
}

/** Two groups of one aspect share its points; which part is whose is not written anywhere. */
function sameAspectTwice(table: Table, aspect: Aspect): boolean {
  return table.groups.filter((group) => group.level === 1 && group.aspect === aspect).length > 1;
}
