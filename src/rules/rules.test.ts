// Every rule passes the tester on its own examples, and the tester refuses every kind of weak rule.
import { readTables } from '../reading/read-tables';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import type { Table } from '../model/table';
import { FORM_BASIS } from './basis';
import type { Content, Form } from './example';
import { exampleGrid } from './example';
import { RULES } from './index';
import type { Rule, RuleReport } from './rule';
import { defineRule } from './rule';
import type { Judged, Road } from './rule-tester';
import { refusals } from './rule-tester';

const road: Road = (forms) => forms.flatMap((form) => readTables(exampleGrid(form)).tables.map((table): Judged => {
  const { rubric } = chooseRubric(table);
  return { table, context: { rubric, scorecard: scoreTable(table, rubric) } };
}));

describe('the rules', () => {
  test('have ids of their own', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  test('stay silent on every standard form', () => {
    for (const base of ['project', 'base-data'] as const) {
      const judged = road([{ base }]);
      expect(judged).toHaveLength(1);
      for (const { table, context } of judged) {
        expect(RULES.flatMap((rule) => [...rule.check(table, context)].map((found) => `${rule.id} ${found.cells.join()}`))).toEqual([]);
      }
    }
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s gives exactly the findings its examples promise', (_, rule) => {
    expect(refusals(rule, road)).toEqual([]);
  });
});

describe('safe corrections together', () => {
  const safeEdits = (form: Form): Record<string, Content> => Object.fromEntries(road([form]).flatMap(({ table, context }) =>
    RULES.flatMap((rule) => [...rule.check(table, context)].flatMap((found) => (found.correction?.kind === 'safe' ? found.correction.edits : [])))
      .map((edit) => [edit.cell, { value: edit.value, ...(edit.numberFormat === null ? {} : { format: edit.numberFormat }), ...(edit.formula === null ? {} : { formula: edit.formula.slice(1) }) }])));

  test.each<[string, Record<string, Content>]>([
    ['a wrong rate, its score and the total', { F6: 43, F7: 43, F8: 0, E6: 43, E7: 43, E8: 0, G6: 28, G7: 28, G8: 0, K6: 100 }],
    ['a total left at 0', { E6: 0, F6: 0, G6: 0, I6: 0, K6: 0, I20: null }],
    ['a wrong total', { I20: 98 }],
    ['a rate in points', { F6: 127.1, F7: 107.1, G6: 124.88, G7: 104.88, I6: 89.25, K6: 9.83, I20: 99.83 }],
  ])('leave nothing for a second run: %s', (_, cells) => {
    const form: Form = { base: 'project', cells };
    const edits = safeEdits(form);
    expect(Object.keys(edits)).not.toEqual([]);
    expect(safeEdits({ base: 'project', cells: { ...cells, ...edits } })).toEqual({});
  });
});

describe('a text is proposed', () => {
  const proposed = (cells: Record<string, Content>): readonly unknown[] => road([{ base: 'project', cells }]).flatMap(({ table, context }) =>
    RULES.filter(({ id }) => id === 'unit-mismatch').flatMap((rule) => [...rule.check(table, context)].map((found) => [found.cells, found.correction?.edits.map(({ cell, value }) => [cell, value]) ?? null])));

  test('where all of it is understood', () => {
    expect(proposed({ F14: '≥95 百分比', G14: '96百分比' })).toEqual([[['F14', 'G14'], [['F14', '≥95%'], ['G14', '96%']]]]);
    expect(proposed({ F14: '90-95百分比', G14: '96%' })).toEqual([[['F14'], [['F14', '90-95%']]]]);
  });

  test('for the other cells where something in one of them is not', () => {
    expect(proposed({ F14: '二100百分比', G14: '100百分比' })).toEqual([[['F14', 'G14'], [['G14', '100%']]]]);
    expect(proposed({ F14: '二100百分比', G14: '100%' })).toEqual([[['F14'], null]]);
    expect(proposed({ F14: '一100百分比', G14: '共3次100百分比' })).toEqual([[['F14', 'G14'], null]]);
  });
});

test.each<[string, Record<string, Content>]>([
  ['underspend-unexplained', { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95 }], ['date-out-of-year', { F15: '2023年12月31日前' }], ['deduction-unexplained', { I14: 7, I20: 97 }], ['goal-not-answered', { B11: 43.2, G11: 37.24 }],
  ['indicator-misplaced', { D14: '群众满意度' }], ['unit-mismatch', { F14: '=95百分比', G14: '96%' }], ['duplicate-indicator', { G11: '投入资金80万元80万元，养护农村道路50公里。' }],
])('%s names no value that would take the place of what the cell holds', (id, cells) => {
  const found = road([{ base: 'project', cells }]).flatMap(({ table, context }) => RULES.filter((rule) => rule.id === id).flatMap((rule) => [...rule.check(table, context)]));
  expect(found).not.toEqual([]);
  expect(found.map(({ expected }) => expected).filter((expected) => expected !== null)).toEqual([]);
});

describe('the rule tester', () => {
  const cell = { message: 'wrong', data: { received: '9', expected: '10' }, cells: ['K6'], expected: '10', received: '9' } as const;
  const wrong = (table: Table): boolean => table.entries.some((entry) => entry.cell === 'K6' && entry.text === '9');

  /** A sound rule about K6; what a test changes makes it weak. */
  function rule(found: Partial<RuleReport> = {}, changes: Partial<Rule> = {}): Rule {
    return { ...defineRule({
      id: 'sound', title: '得分', severity: 'error', why: '为了演示。', basis: FORM_BASIS, messages: { wrong: '得分应为{expected}，填的是{received}。' },
      examples: [
        { shows: 'nine', form: { base: 'project', cells: { K6: 9 } }, findings: [{ cells: found.cells ?? ['K6'], message: '得分应为10，填的是9。' }] },
        { shows: 'ten', form: { base: 'project' }, findings: [] },
      ],
      check: (table) => (wrong(table) ? [{ ...cell, ...found } as typeof cell] : []),
    }), ...changes };
  }

  test('accepts a sound rule', () => {
    expect(refusals(rule({ correction: { kind: 'safe', edits: [{ cell: 'K6', value: 10, formula: null, numberFormat: null }] } }), road)).toEqual([]);
  });

  test.each<[string, Rule, RegExp]>([
    ['an id that is no noun', rule({}, { id: 'Not_Good' }), /kebab-case/],
    ['a title that is not Chinese', rule({}, { title: 'score' }), /title says nothing in Chinese/],
    ['no example that fires', rule({}, { examples: rule().examples.slice(1) }), /firing/],
    ['no example that stays silent', rule({}, { examples: rule().examples.slice(0, 1) }), /silent/],
    ['the same example twice', rule({}, { examples: [...rule().examples, ...rule().examples.slice(1)] }), /same table/],
    ['a finding without a cell', rule({ cells: [] }), /has no cell/],
    ['a cell outside the table', rule({ cells: ['Z99'] }), /outside the table/],
    ['an unfilled placeholder', rule({ data: { received: '9' } }), /nothing fills \{expected\}/],
    ['a placeholder that is no word', rule({}, { messages: { wrong: '得分应为{expected}，填的是{received}{ }。' } }), /placeholder is left/],
    ['a message without both numbers', rule({}, { messages: { wrong: '得分应为{expected}。' } }), /does not name 9/],
    ['a message that does not exist', rule({ message: 'other' }), /has no message other/],
    ['a correction without edits', rule({ correction: { kind: 'safe', edits: [] } }), /has no edit/],
    ['a correction equal to what is there', rule({ correction: { kind: 'safe', edits: [{ cell: 'K6', value: 9, formula: null, numberFormat: null }] } }), /equals what is there/],
    ['an expected value that is no target of the cell', rule({ expected: '9' }), /9 in K6 does not silence/],
    ['a correction that does not silence', rule({ correction: { kind: 'safe', edits: [{ cell: 'K7', value: 10, formula: null, numberFormat: null }] } }), /does not silence/],
    ['a promise that is not kept', rule({}, { check: () => [] }), /promised but not found/],
    ['a finding that was not promised', rule({}, { check: () => [cell] }), /found but not promised/],
    ['a finding given twice', rule({}, { check: (table) => (wrong(table) ? [cell, cell] : []) }), /given twice/],
    ['a rule that throws', rule({}, { check: () => { throw new Error('broken'); } }), /it throws: Error: broken/],
    ['a rule that changes its input', rule({}, { check: (table) => { (table as { year: number }).year = 1; return []; } }), /changes its input/],
    ['a rule that adds to its input', rule({}, { check: (table) => { (table.entries as unknown[]).push(1); return []; } }), /changes its input/],
    ['an example that is no table', rule({}, { examples: [...rule().examples, { shows: 'nothing', form: { base: 'project', cells: Object.fromEntries(Array.from({ length: 20 }, (_, row) => Array.from('ABCDEFGHIJK', (column) => [`${column}${row + 1}`, null] as const)).flat()) }, findings: [] }] }), /read as 0 tables/],
  ])('refuses %s', (_, weak, reason) => {
    expect(refusals(weak, road).join('\n')).toMatch(reason);
  });

  test('refuses a rule whose second run says something else', () => {
    let runs = 0;
    const restless = rule({}, { check: (table) => (wrong(table) && runs++ % 2 === 0 ? [cell] : []) });
    expect(refusals(restless, road).join('\n')).toMatch(/second run/);
  });
});
