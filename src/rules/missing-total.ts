// A table that gives weights and scores must give their total.
import { FILLING_BASIS } from './basis';
import { numberEdit, safe } from './correcting';
import { unfilled } from './missing-head';
import { declaredTotal } from './weights';
import { defineRule } from './rule';
import { sumFormula } from './score-total';
import { settledTotal } from './scores';
import { amount } from './wording';

export const missingTotal = defineRule({
  id: 'missing-total',
  title: '总分未填',
  severity: 'error',
  why: '没有总分就没有自评结论和等级。',
  basis: { ...FILLING_BASIS, clause: '总分（合计）栏应填写得分' },
  messages: {
    sum: '总分一栏空白，按各项得分合计应为{expected}。',
    blank: '总分一栏空白，应填各项得分合计。',
  },
  examples: [
    { shows: 'all scores given, no total', form: { base: 'project', cells: { I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，按各项得分合计应为100。' }] },
    { shows: 'neither scores nor total', form: { base: 'project', cells: { K6: null, I13: null, I14: null, I15: null, I16: null, I17: null, I18: null, I19: null, I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，应填各项得分合计。' }] },
    { shows: 'a total', form: { base: 'project' }, findings: [] },
    { shows: 'a form without a total row', form: { base: 'project', cells: { A20: null, H20: null, I20: null } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    const score = table.total?.score;
    if (!score || score.filled || table.total?.place !== 'row') return;
    if (!scorecard.items.some((item) => item.weight?.gt(0) || item.claimed)) return;
    const settled = settledTotal(table, scorecard, rubric);
    const known = settled && settled.unclaimed.length === 0 && settled.total.lte(declaredTotal(table, rubric)) ? settled.total : null;
    const expected = known ? amount(known) : null;
    yield {
      message: expected ? 'sum' : 'blank',
      data: expected ? { expected } : {},
      cells: [score.cell],
      expected,
      received: null,
      causes: unfilled(table),
      correction: known ? safe(numberEdit(score, known, { formula: sumFormula(table, scorecard) })) : undefined,
    };
  },
});
