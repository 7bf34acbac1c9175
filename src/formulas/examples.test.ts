// Every documented example is executed: it holds where it says so, and finds exactly what it promises where it fails.
import type { Table } from '../model/table';
import { readTables } from '../reading/read-tables';
import { chooseRubric } from '../rubrics/choose';
import { exampleGrid, type Form } from '../rules/example';
import { scoreTable } from '../scoring/score-table';
import { readCheckFile } from './check-file';
import { writeCheckText } from './check-text';
import { compileCheck, type CheckDraft } from './compile';
import { CHECK_EXAMPLES } from './examples';
import { evaluateCheck, type CheckOutcome } from './judge';
import type { OwnCheck } from './own-check';

function tableOf(form: Form): Table {
  const { tables } = readTables(exampleGrid(form));
  expect(tables).toHaveLength(1);
  return tables[0] as Table;
}

function compiled(draft: CheckDraft): OwnCheck {
  const answer = compileCheck(draft);
  if (!answer.ok) throw new Error(answer.problems.map(({ problem }) => problem.message).join());
  return answer.check;
}

function judge(draft: CheckDraft, form: Form): CheckOutcome {
  const table = tableOf(form);
  const { rubric } = chooseRubric(table);
  return evaluateCheck(compiled(draft), table, scoreTable(table, rubric), rubric);
}

describe('the examples of own checks', () => {
  it('are twenty, each with an id, a table and words of its own', () => {
    expect(CHECK_EXAMPLES).toHaveLength(20);
    for (const facts of [CHECK_EXAMPLES.map(({ draft }) => draft.id), CHECK_EXAMPLES.map(({ draft }) => draft.formula), CHECK_EXAMPLES.map(({ shows }) => shows)]) expect(new Set(facts).size).toBe(20);
  });

  it.each(CHECK_EXAMPLES.map((example) => [example.draft.id, example] as const))('%s holds where it says so', (_, { draft, holds }) => {
    const { word, findings, remarks } = judge(draft, holds);
    expect({ word, findings, remarks }).toEqual({ word: 'holds', findings: [], remarks: [] });
  });

  it.each(CHECK_EXAMPLES.map((example) => [example.draft.id, example] as const))('%s finds exactly what it promises', (_, { draft, fails, findings }) => {
    const outcome = judge(draft, fails);
    expect(outcome.remarks).toEqual([]);
    expect(outcome.findings.map(({ cells, message }) => ({ cells, message }))).toEqual(findings);
    for (const finding of outcome.findings) expect(finding).toMatchObject({ rule: `own:${draft.id}`, title: draft.label, severity: draft.severity, because: null, basis: { standing: 'quoted' } });
  });

  it('carry no advice: none of them means something else than it says', () => {
    expect(CHECK_EXAMPLES.flatMap(({ draft }): readonly unknown[] => { const answer = compileCheck(draft); return answer.ok ? answer.advice : answer.problems; })).toEqual([]);
  });

  it('read back the same from the plain text and from JSON', () => {
    const drafts = CHECK_EXAMPLES.map(({ draft }) => draft);
    const text = readCheckFile(writeCheckText(drafts, { title: '示例', issuer: '某省财政厅', version: '1' }));
    const json = readCheckFile(JSON.stringify({ title: '示例', issuer: '某省财政厅', version: '1', checks: drafts }));
    expect(text).toEqual(json);
    expect(text).toMatchObject({ ok: true, set: { title: '示例', checks: drafts.map(({ id }) => ({ id })) } });
  });
});
