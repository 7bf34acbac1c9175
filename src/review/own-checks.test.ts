// Own checks in a review: they run beside the rules, are explained like them, and change nothing where there are none.
import { compileCheck, type CheckDraft } from '../formulas/compile';
import { ownJudge, type OwnJudge } from '../formulas/judge';
import type { WorkbookSnapshot } from '../model/grid';
import { exampleGrid, type Form } from '../rules/example';
import { markText } from '../cli/plan-text';
import { previewSheets } from '../pane/preview-items';
import { trialOf } from '../pane/rubric-trial';
import { planWorkbook } from './plan-workbook';
import { reviewWorkbook } from './review-workbook';
import { writeWaiver } from './waivers';

const book = (form: Form): WorkbookSnapshot => ({ format: 'xlsx', grids: [exampleGrid(form)], definedNames: [], remarks: [] });
const RIGHT = book({ base: 'project' });

function own(...drafts: readonly Partial<CheckDraft>[]): OwnJudge {
  return ownJudge(drafts.map((draft, at) => {
    const answer = compileCheck({ id: `B-${at}`, label: '试', severity: 'verify', formula: '[总分] = 99', ...draft });
    if (!answer.ok) throw new Error(answer.problems.map(({ problem }) => problem.message).join());
    return answer.check;
  }));
}

describe('own checks in a review', () => {
  it('stand among the findings in their order, and decide the verdict', () => {
    const [table] = reviewWorkbook(RIGHT, { own: own({ id: 'HB-01', label: '总分九十九' }) }).tables;
    expect(table?.verdict).toBe('to-verify');
    expect(table?.findings).toMatchObject([{ rule: 'own:HB-01', title: '总分九十九', severity: 'verify', cells: ['I20'] }]);
    expect(reviewWorkbook(RIGHT, { own: own({ severity: 'error' }) }).tables[0]?.verdict).toBe('errors');
    expect(reviewWorkbook(RIGHT, { own: own({ severity: 'hint' }) }).tables[0]?.verdict).toBe('clean');
  });

  it('say what could not be checked, and leave the verdict to the rest', () => {
    const [table] = reviewWorkbook(RIGHT, { own: own({ formula: '[表头/项目等级] = “甲”' }) }).tables;
    expect(table?.verdict).toBe('clean');
    expect(table?.remarks).toEqual([expect.stringMatching(/^无法核查“试”（B-0）：.*项目等级.*。$/)]);
  });

  it('are called by their names in a plan and in a trial of a rubric', () => {
    const judge = own({ id: 'HB-01', label: '总分九十九' });
    const { marks } = planWorkbook(RIGHT, { own: judge }, { formulas: false, kinds: [], marks: true, date: '2024-03-15' });
    expect(marks).toMatchObject([{ rule: 'own:HB-01', title: '总分九十九' }]);
    expect(marks.map((edit) => markText(edit, false))).toEqual([expect.stringMatching(/总分九十九$/)]);
    expect(previewSheets(marks, marks, new Set(), () => 'General', 'zh-CN')[0]?.items[0]?.rule).toBe('总分九十九');
    const [trial] = trialOf(reviewWorkbook(RIGHT), reviewWorkbook(RIGHT, { own: judge }), '');
    expect(trial?.added).toEqual([expect.objectContaining({ cells: ['I20'], title: '总分九十九' })]);
  });

  it('change nothing where there are none', () => {
    expect(JSON.stringify(reviewWorkbook(RIGHT, { own: own() }))).toBe(JSON.stringify(reviewWorkbook(RIGHT)));
  });

  it('that break cost their own result only and keep the table from passing', () => {
    const judge: OwnJudge = (table, scorecard, rubric) => own({ formula: '[总分] = 100' })(table, { ...scorecard, get items(): never { throw new Error('坏了'); } }, rubric);
    const [table] = reviewWorkbook(RIGHT, { own: judge }).tables;
    expect(table?.verdict).toBe('not-checked');
    expect(table?.remarks.join()).toContain('程序内部出错（坏了）');
  });

  it('are explained like rules, and an explanation waits while the checks are not loaded', () => {
    const judge = own({ id: 'HB-01' });
    const [table] = reviewWorkbook(RIGHT, { own: judge }).tables;
    const [finding] = table?.findings ?? [];
    if (!table || !finding) throw new Error('nothing to explain');
    const answer = writeWaiver(finding, '自评表', table.table, { reason: '总分经主管部门复核确认为100分。', date: '2024-03-15', role: '填报人' });
    if (!answer.ok) throw new Error(answer.reason);
    const covered = reviewWorkbook(RIGHT, { own: judge, waivers: [answer.waiver] });
    expect(covered.tables[0]).toMatchObject({ verdict: 'clean', findings: [{ waived: { stale: false } }] });
    expect(reviewWorkbook(RIGHT, { waivers: [answer.waiver] }).remarks).toEqual([]);
    expect(reviewWorkbook(RIGHT, { own: own(), waivers: [answer.waiver] }).remarks).toEqual([expect.stringContaining('不再对应任何问题')]);
  });
});
