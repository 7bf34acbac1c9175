import { makeGrid } from '../../test/make-grid';
import { unitsWithAmounts } from '../../test/one-table';
import { exampleGrid, type Form } from '../rules/example';
import { defineRule } from '../rules/rule';
import { RULES } from '../rules/index';
import type { WorkbookSnapshot } from '../model/grid';
import { planWorkbook } from './plan-workbook';
import { reviewWorkbook } from './review-workbook';
import { addWaiver, cellsAlike, writeWaiver } from './waivers';

const book = (...forms: readonly Form[]): WorkbookSnapshot => ({ format: 'xlsx', grids: forms.map(exampleGrid), definedNames: [], remarks: [] });
const RIGHT: Form = { base: 'project' };
const WRONG: Form = { base: 'project', cells: { F6: 100, F7: 80, I6: '100%' } };
const PLAN = { formulas: false, kinds: ['safe'], marks: true, date: '2024-03-01' } as const;

const broken = defineRule({
  id: 'broken', title: '坏规则', severity: 'error', why: '测试。', basis: { document: '测试', clause: '', standing: 'assumed' }, messages: { x: 'x' }, examples: [],
  check() {
    throw new Error('boom');
  },
});

describe('reviewWorkbook', () => {
  it('calls a right form clean', () => {
    const review = reviewWorkbook(book(RIGHT));
    expect(review.tables.map(({ verdict }) => verdict)).toEqual(['clean']);
  });

  it('does not call a table clean of which a formula was never calculated', () => {
    const verdict = (value: number | string | null): unknown => reviewWorkbook(book({ base: 'project', cells: { I20: { value, formula: 'K6+SUM(I13:I19)' }, J20: { value: '', formula: 'IF(I20>100,"超","")' } } })).tables[0]?.verdict;
    expect([verdict(null), verdict(100)]).toEqual(['not-checked', 'clean']);
  });

  it('does not call a list clean of which the amounts alone were read', () => {
    const verdicts = (rate: string): unknown => reviewWorkbook({ ...book(), grids: [makeGrid(unitsWithAmounts(rate))] }).tables.map(({ verdict, table }) => [verdict, table.notUnderstood.length]);
    expect([verdicts('80%'), verdicts('90%')]).toEqual([[['not-checked', 1]], [['errors', 1]]]);
  });

  it('goes on when a rule breaks, says so, and does not call the table clean', () => {
    const [table] = reviewWorkbook(book(RIGHT), { rules: [broken, ...RULES] }).tables;
    expect(table?.remarks.join()).toContain('无法核查“坏规则”');
    expect(table?.verdict).toBe('not-checked');
    const [wrong] = reviewWorkbook(book(WRONG), { rules: [broken, ...RULES] }).tables;
    expect(wrong?.findings.map(({ rule }) => rule)).toContain('execution-rate');
  });

  it('chains rate, score and total: each follows from the one before', () => {
    const because = new Map(reviewWorkbook(book(WRONG)).tables[0]?.findings.map((finding) => [finding.rule, finding.because]));
    expect([because.get('execution-rate'), because.get('execution-score'), because.get('score-total')]).toEqual([null, 'execution-rate:I6', 'execution-score:K6']);
  });

  it('shows what is late under the date whose year may be the slip', () => {
    const late: Form = { base: 'project', cells: { F15: '2021年12月底前' } };
    const because = new Map(reviewWorkbook(book(late)).tables[0]?.findings.map((finding) => [finding.rule, finding.because]));
    expect([because.get('date-out-of-year'), because.get('indicator-score')]).toEqual([null, 'date-out-of-year:F15']);
  });

  it('checks hidden sheets as well and says so', () => {
    const snapshot = book(WRONG);
    const hidden = { ...snapshot, grids: snapshot.grids.map((grid) => ({ ...grid, visibility: 'hidden' as const })) };
    const [table] = reviewWorkbook(hidden).tables;
    expect(table?.verdict).toBe('errors');
    expect(table?.remarks.join()).toContain('隐藏');
  });

  it('lets a written explanation settle the table, and reports one that nothing needs any more', () => {
    const over: Form = { base: 'project', cells: { G13: '90公里' } };
    const [table] = reviewWorkbook(book(over)).tables;
    const finding = table?.findings.find(({ rule }) => rule === 'overshoot-unexplained');
    if (!table || !finding) throw new Error('no finding to explain');
    const answer = writeWaiver(finding, table.table.sheet, table.table, { reason: '上级追加里程四十公里', date: '2024-03-01', role: '填报人' });
    if (!answer.ok) throw new Error(answer.reason);
    expect(reviewWorkbook(book(over), { waivers: [answer.waiver] }).tables[0]?.verdict).toBe('clean');
    const settled = reviewWorkbook(book(RIGHT), { waivers: [answer.waiver] });
    expect(settled.remarks.join()).toContain('不再对应任何问题');
  });

  it('of two equal tables below each other explains the one that the explanation is for, and both with one each', () => {
    const upper = exampleGrid({ base: 'project', cells: { G13: '90公里' } });
    const shift = 25;
    const lower = { cells: upper.cells.map((cell) => ({ ...cell, row: cell.row + shift })), merges: upper.merges.map((merge) => ({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift })) };
    const twice: WorkbookSnapshot = { ...book(), grids: [{ ...upper, cells: [...upper.cells, ...lower.cells], merges: [...upper.merges, ...lower.merges], rowCount: upper.rowCount + shift }] };
    const before = reviewWorkbook(twice);
    const written = before.tables.map(({ table, findings: [finding] }) => {
      if (!finding) throw new Error('no finding to explain');
      const answer = writeWaiver(finding, table.sheet, table, { reason: '上级追加里程四十公里', date: '2024-03-01', role: '填报人' });
      if (!answer.ok) throw new Error(answer.reason);
      return answer.waiver;
    });
    const verdicts = (waivers: typeof written): unknown => reviewWorkbook(twice, { waivers }).tables.map(({ verdict }) => verdict);
    expect(verdicts(written.slice(0, 1))).toEqual(['clean', 'to-verify']);
    expect(verdicts(written.slice(1))).toEqual(['to-verify', 'clean']);
    const [first, second] = written;
    if (!first || !second) throw new Error('two tables are read');
    expect(verdicts([...addWaiver([second], first, cellsAlike(first, before))])).toEqual(['clean', 'clean']);
  });

  it('says what a workbook without tables came closest to', () => {
    const review = reviewWorkbook({ format: 'xlsx', grids: [{ ...exampleGrid(RIGHT), cells: [], merges: [] }], definedNames: [], remarks: ['读取时的说明。'] });
    expect(review.tables).toEqual([]);
    expect(review.remarks[0]).toBe('读取时的说明。');
    expect(review.remarks[1]).toContain('没有认出表格');
  });
});

describe('planWorkbook', () => {
  it('corrects the cause first and computes what follows from the corrected numbers, one edit a cell', () => {
    const { corrections, after } = planWorkbook(book(WRONG), {}, PLAN);
    expect(corrections.map(({ cell, value }) => [cell, value])).toEqual([['I6', 0.8], ['K6', 8], ['I20', 98]]);
    expect(corrections.map(({ before }) => before)).toEqual(['100%', '10', '100']);
    expect(after.tables[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has nothing to correct in what it corrected', () => {
    const first = planWorkbook(book(WRONG), {}, PLAN);
    const { cells = {} } = WRONG;
    const corrected: Form = { base: 'project', cells: { ...cells, I6: { value: 0.8, format: '0.00%' }, K6: 8, I20: 98 } };
    expect(first.corrections).toHaveLength(3);
    expect(planWorkbook(book(corrected), {}, PLAN).corrections).toEqual([]);
  });

  it('never plans a value over a formula, and does not blame a formula for its old result', () => {
    const total: Form = { ...WRONG, cells: { ...WRONG.cells, I20: { value: 100, formula: 'K6+SUM(I13:I19)' } } };
    const { corrections, marks, after } = planWorkbook(book(total), {}, PLAN);
    expect(corrections.map(({ cell }) => cell)).toEqual(['I6', 'K6']);
    expect(marks.map(({ cell }) => cell)).not.toContain('I20');
    expect(after.tables[0]?.findings.map(({ rule }) => rule)).not.toContain('score-total');
  });

  it('marks without touching the content when nothing may be corrected', () => {
    const { corrections, marks } = planWorkbook(book(WRONG), {}, { ...PLAN, kinds: [] });
    expect(corrections).toEqual([]);
    const rate = marks.find(({ cell }) => cell === 'I6');
    expect([rate?.value, rate?.formula, rate?.mark]).toEqual(['100%', null, 'error']);
    expect(rate?.note).toContain('执行率偏低未说明');
  });

  it('corrects only the rules that were asked for', () => {
    const { corrections } = planWorkbook(book(WRONG), {}, { ...PLAN, rules: ['execution-rate'] });
    expect(corrections.map(({ cell }) => cell)).toEqual(['I6']);
  });
});
