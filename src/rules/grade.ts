// 等级 follows from 总分 by the rubric's bands.
import { decimal, type Decimal } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { Table } from '../model/table';
import { claimedGradeOf, gradeSaid } from '../scoring/claimed-grade';
import { gradeOf } from '../scoring/totals';
import { FORM_BASIS, rubricBasis } from './basis';
import { cellsOf } from './indicator-facts';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { declaredTotal } from './weights';
import { amount, excerpt, words } from './wording';

export const grade = defineRule<'mismatch' | 'line'>({
  id: 'grade',
  title: '等级',
  severity: 'verify',
  why: '等级由总分定，写得不对，评价结论和结果应用都会错。',
  basis: { ...FORM_BASIS, clause: '等级与总分对应' },
  messages: {
    mismatch: '总分{score}对应等级“{expected}”（{bands}），填的是“{received}”。',
    line: '“{name}”得分{score}对应等级“{expected}”（{bands}），填的是“{received}”。',
  },
  examples: [
    { shows: 'full marks called good', form: { base: 'project', cells: { J20: '良' } }, findings: [{ cells: ['J20', 'I20'], message: '总分100对应等级“优”（优≥90，良≥80，中≥60），填的是“良”。' }] },
    { shows: 'label and grade in one cell', form: { base: 'project', cells: { I13: 5, I20: 85, J20: '等级：优秀' } }, findings: [{ cells: ['J20', 'I20'], message: '总分85对应等级“良”（优≥90，良≥80，中≥60），填的是“等级：优秀”。' }] },
    { shows: 'a grade above the table', form: { base: 'project', cells: { A4: '自评等级', C4: '差' } }, findings: [{ cells: ['C4', 'I20'], message: '总分100对应等级“优”（优≥90，良≥80，中≥60），填的是“差”。' }] },
    { shows: 'the right grade', form: { base: 'project', cells: { J20: '优秀' } }, findings: [] },
    { shows: 'a total that whole points round up into the next band', form: { base: 'project', cells: { I13: 9.5, I20: 89.5, J20: '优' } }, findings: [] },
    { shows: 'boxes to tick', form: { base: 'project', cells: { J20: '优□良□中□差□' } }, findings: [] },
    { shows: 'grades of another kind', form: { base: 'project', cells: { J20: '合格' } }, findings: [] },
    { shows: 'no total', form: { base: 'project', cells: { I20: null, J20: '良' } }, findings: [] },
  ],
  *check(table, { rubric, scorecard: { claimed } }) {
    yield* linesOfSummary(table, rubric);
    const found = claimedGradeOf(table);
    const full = decimal(rubric.weightTotal.value);
    // The bands are of the whole: points of 90 or of 120 have bands of their own, which nobody wrote down.
    if (!found || !claimed || !rubric.grades || claimed.gt(full) || !declaredTotal(table, rubric).eq(full)) return;
    const expected = otherGrade(claimed, found.name, rubric);
    if (expected === null) return;
    yield {
      message: 'mismatch',
      data: { score: amount(claimed), expected, received: words(found.entry), bands: bandsOf(rubric) },
      cells: cellsOf(found.entry, table.total?.score),
      expected,
      received: words(found.entry),
      basis: rubricBasis(rubric, rubric.grades, '评价等级按总分划分'),
      causes: table.total?.score ? [{ rule: 'score-total', cell: table.total.score.cell }] : [],
    };
  },
});

/** The grade of the bands where it is another one; null where it is this one. */
function otherGrade(score: Decimal, name: string, rubric: Rubric): string | null {
  const expected = gradeOf(score, rubric);
  // 80–89 and 90–100 leave 89.5 open: people round it first.
  return expected === null || [expected, gradeOf(score.toDecimalPlaces(0), rubric)].includes(name) ? null : expected;
}

function bandsOf({ grades }: Rubric): string {
  return grades?.value.filter(({ from }) => from > 0).map(({ name, from }) => `${name}≥${from}`).join('，') ?? '';
}

/** 校舍维修 | 95 | 优 in a summary of several projects. */
function* linesOfSummary({ summary = [] }: Table, rubric: Rubric): Iterable<RuleReport<'line'>> {
  for (const { name, score, grade: claimed } of summary) {
    const said = claimed ? gradeSaid(claimed) : null;
    const points = score?.quantity?.value;
    if (!rubric.grades || !claimed || !score || said === null || !points || points.gt(rubric.weightTotal.value)) continue;
    const expected = otherGrade(points, said, rubric);
    if (expected === null) continue;
    yield {
      message: 'line',
      data: { name: excerpt(name), score: amount(points), expected, received: words(claimed), bands: bandsOf(rubric) },
      cells: [claimed.cell, score.cell],
      expected,
      received: words(claimed),
      basis: rubricBasis(rubric, rubric.grades, '评价等级按总分划分'),
    };
  }
}
