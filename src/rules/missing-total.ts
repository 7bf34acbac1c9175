// A table that gives weights and scores must give their total.
import { halfUnit, near } from '../model/decimal';
import { FILLING_BASIS } from './basis';
import { numberEdit, proposal, safe } from './correcting';
import { doubtfulAmong } from './doubtful-scores';
import { unfilled } from './missing-head';
import { declaredTotal } from './weights';
import { defineRule } from './rule';
import { addsUp, footTotals, headTotals, sumFormula } from './score-total';
import { listAlone, settledTotal } from './scores';
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
    { shows: 'points to be had of the list alone, without the execution', form: { base: 'project', cells: { H20: 90, I13: 10, J13: '汛期停工', F6: 160, F7: 140, I6: '50%', K6: 5, I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，按各项得分合计应为80。' }] },
    { shows: 'points of the execution that stand nowhere', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，应填各项得分合计。' }] },
    { shows: '减分 written without its sign', form: { base: 'project', cells: { B19: '减分', C19: null, D19: '资料报送不及时', F19: null, G19: '1次', H19: null, I19: 1, H17: 25, I17: 25, I13: 18, J13: '汛期停工', B17: '效益指标（40分）', I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，应填各项得分合计。' }] },
    { shows: 'another total above the table', form: { base: 'project', cells: { A4: '自评得分', C4: 99, I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，按各项得分合计应为100。' }] },
    { shows: 'neither scores nor total', form: { base: 'project', cells: { K6: null, I13: null, I14: null, I15: null, I16: null, I17: null, I18: null, I19: null, I20: null } }, findings: [{ cells: ['I20'], message: '总分一栏空白，应填各项得分合计。' }] },
    { shows: 'a blank total above a form without a total row', form: { base: 'project', cells: { A4: '自评总分', C4: null, F4: null, G4: null, A20: null, H20: null, I20: null } }, findings: [{ cells: ['C4'], message: '总分一栏空白，按各项得分合计应为100。' }] },
    { shows: 'the same with the total at the foot', form: { base: 'project', cells: { A4: '自评总分', C4: null, F4: null, G4: null, A20: null, H20: null, I20: null, A22: '自评总得分', C22: 100 } }, findings: [] },
    { shows: 'the same without any score', form: { base: 'project', cells: { A4: '自评总分', C4: null, F4: null, G4: null, K6: null, ...Object.fromEntries([13, 14, 15, 16, 17, 18, 19].map((row) => [`I${row}`, null])), A20: null, H20: null, I20: null } }, findings: [] },
    { shows: 'a total', form: { base: 'project' }, findings: [] },
    { shows: 'a form without a total row', form: { base: 'project', cells: { A20: null, H20: null, I20: null } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    const score = table.total?.score;
    if (!score || score.filled || table.total?.place === 'head' && [...footTotals(table)].length > 0) return;
    // Above a form without a total row what was handed in with scores lacks its total; a blank form lacks more than that.
    if (!scorecard.items.some((item) => (table.total?.place === 'row' && item.weight?.gt(0)) || item.claimed)) return;
    const settled = settledTotal(table, scorecard, rubric);
    const list = listAlone(table, scorecard);
    const total = list ?? settled?.total;
    const known = settled && settled.unclaimed.length === 0 && addsUp(table, scorecard, rubric) && total?.lte(declaredTotal(table, rubric)) ? total : null;
    // A score in doubt, the list alone beside an execution with a score, or another total above or below the table: a person is to look.
    const open = list !== null || doubtfulAmong(table, scorecard, rubric).length > 0 || known !== null && [...headTotals(table, declaredTotal(table, rubric)), ...footTotals(table)].some(({ entry: { quantity } }) => quantity && !near(quantity.value, known, halfUnit(quantity.decimals)));
    const expected = known ? amount(known) : null;
    yield {
      message: expected ? 'sum' : 'blank',
      data: expected ? { expected } : {},
      cells: [score.cell],
      expected,
      received: null,
      causes: unfilled(table),
      correction: known ? (open ? proposal : safe)(numberEdit(score, known, { formula: list ? null : sumFormula(table, scorecard) })) : undefined,
    };
  },
});
