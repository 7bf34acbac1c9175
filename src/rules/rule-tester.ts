// Runs a rule's examples along the real road and refuses weak rules: each refusal is one sentence.
import { contains, parseA1 } from '../model/address';
import type { Correction, Edit, Finding } from '../model/finding';
import type { Table } from '../model/table';
import type { Content, Form } from './example';
import type { Example, PromisedFinding, Rule, RuleContext, RuleReport } from './rule';
import { report } from './rule';

export interface Judged {
  readonly table: Table;
  readonly context: RuleContext;
}

/** Reads the forms of one workbook and scores each table: one table per form, in order. */
export type Road = (forms: readonly Form[]) => readonly Judged[];

/** Every reason why the rule is not good enough; empty when it is. */
export function refusals(rule: Rule, road: Road): readonly string[] {
  return [...refuseDefinition(rule), ...rule.examples.flatMap((example) => refuseExample(rule, example, road))];
}

function refuseDefinition(rule: Rule): string[] {
  const refused: string[] = [];
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(rule.id)) refused.push(`the id ${rule.id} is not a kebab-case noun`);
  for (const [what, text] of [['title', rule.title], ['why', rule.why], ['basis', rule.basis.clause], ...Object.entries(rule.messages)] as const) {
    if (!/\p{Script=Han}/u.test(text)) refused.push(`${what} says nothing in Chinese`);
  }
  if (!rule.examples.some((example) => example.findings.length > 0)) refused.push('no example shows the rule firing');
  if (!rule.examples.some((example) => example.findings.length === 0)) refused.push('no example shows the rule staying silent');
  const seen = new Set<string>();
  for (const example of rule.examples) {
    const content = JSON.stringify([example.form, example.others ?? []]);
    if (seen.has(content)) refused.push(`two examples have the same table: ${example.shows}`);
    seen.add(content);
  }
  return refused;
}

function refuseExample(rule: Rule, example: Example, road: Road): string[] {
  const forms = [example.form, ...(example.others ?? [])];
  const refuse = (reason: string): string => `${example.shows}: ${reason}`;
  let judged: readonly Judged[];
  let first: readonly Located[];
  try {
    judged = road(forms);
    if (judged.length !== forms.length) return [refuse(`${forms.length} forms were read as ${judged.length} tables`)];
    for (const { table, context } of judged) {
      deepFreeze(table);
      deepFreeze(context);
    }
    first = run(rule, judged);
  } catch (error) {
    return [refuse(error instanceof TypeError && /read only|not extensible|Cannot delete|Cannot add/.test(error.message) ? `the rule changes its input (${error.message})` : `it throws: ${String(error)}`)];
  }
  const refused: string[] = [];
  if (JSON.stringify(first) !== JSON.stringify(run(rule, judged))) refused.push(refuse('a second run gives other findings'));
  refused.push(...refusePromise(rule, example.findings, first.map(({ finding }) => finding)).map(refuse));
  for (const located of first) refused.push(...refuseFinding(rule, located, judged, forms, road).map(refuse));
  return refused;
}

/** A finding and the index of the table that it stands on. */
interface Located {
  readonly at: number;
  readonly finding: Finding;
}

function run(rule: Rule, judged: readonly Judged[]): readonly Located[] {
  const render = (at: number, found: RuleReport): Located => ({ at, finding: report(rule, found) });
  const own = judged.flatMap(({ table, context }, at) => [...rule.check(table, context)].map((found) => render(at, found)));
  const across = [...(rule.checkWorkbook?.(judged.map(({ table }) => table)) ?? [])];
  return [...own, ...across.map((found) => render(judged.findIndex(({ table }) => table.sheet === found.sheet), found))];
}

function refusePromise(rule: Rule, promised: readonly PromisedFinding[], found: readonly Finding[]): string[] {
  const expected = promised.map((one) => `${one.severity ?? rule.severity} ${one.cells.join(',')} ${one.message}`);
  const received = found.map((one) => `${one.severity} ${one.cells.join(',')} ${one.message}`);
  return [
    ...expected.filter((line) => !received.includes(line)).map((line) => `promised but not found: ${line}`),
    ...received.filter((line) => !expected.includes(line)).map((line) => `found but not promised: ${line}`),
    ...(new Set(received).size < received.length ? ['the same finding is given twice'] : []),
  ];
}

function refuseFinding(rule: Rule, { at, finding }: Located, judged: readonly Judged[], forms: readonly Form[], road: Road): string[] {
  const table = judged[at]?.table;
  if (!table) return ['a finding names a sheet that the example does not have'];
  const remains: Remains = (written) => run(rule, road(forms.map((form, index) => (index === at ? apply(form, written) : form))))
    .some((other) => other.at === at && other.finding.cells[0] === finding.cells[0] && other.finding.message === finding.message);
  return [...refuseCells(finding, table), ...refuseMessage(finding), ...refuseExpected(finding, table, remains), ...refuseCorrection(finding, table, remains)];
}

function refuseCells({ cells }: Finding, { range }: Table): string[] {
  if (cells.length === 0) return ['a finding has no cell'];
  return cells.filter((cell) => {
    const position = parseA1(cell);
    return !position || !contains(range, position.row, position.column);
  }).map((cell) => `the cell ${cell} lies outside the table`);
}

function refuseMessage({ message, expected, received }: Finding): string[] {
  const sides = expected !== null && received !== null ? [expected, received] : [];
  return [
    ...(/[{}]/.test(message) ? [`a placeholder is left in: ${message}`] : []),
    ...sides.filter((side) => !message.includes(side)).map((side) => `the message does not name ${side}: ${message}`),
  ];
}

/** Whether a finding is still there with that written into the form. */
type Remains = (written: Correction) => boolean;

/** What is expected must be right to write into the first cell, unless the finding is about a sum of cells. */
function refuseExpected({ cells, message, expected, received }: Finding, { entries }: Table, remains: Remains): string[] {
  if (expected === null) return [];
  const says = entries.find((entry) => entry.cell === cells[0])?.text ?? '';
  if (received !== null && says !== received && Number(says) !== Number(received)) return [];
  const value = /^-?\d+(?:\.\d+)?$/.test(expected) ? Number(expected) : expected;
  const written: Correction = { kind: 'review', edits: cells.slice(0, 1).map((cell) => ({ cell, value, formula: null, numberFormat: null })) };
  return remains(written) ? [`${expected} in ${cells[0] ?? 'no cell'} does not silence: ${message}`] : [];
}

function refuseCorrection({ correction, message }: Finding, table: Table, remains: Remains): string[] {
  if (!correction) return [];
  const { edits } = correction;
  return [
    ...(edits.length === 0 ? ['a correction has no edit'] : []),
    ...edits.filter((edit) => changesNothing(table, edit)).map(({ cell }) => `the correction of ${cell} equals what is there`),
    ...(remains(correction) ? [`the correction does not silence: ${message}`] : []),
  ];
}

function changesNothing(table: Table, edit: Edit): boolean {
  const present = table.entries.find((entry) => entry.cell === edit.cell);
  const value = present?.value ?? null;
  const formula = present?.formula ?? null;
  return edit.value === value && (edit.formula === null || edit.formula === `=${formula ?? ''}`) && (edit.numberFormat === null || edit.numberFormat === present?.numberFormat);
}

function apply(form: Form, correction: Correction | null): Form {
  const edits = (correction?.edits ?? []).map((edit): readonly [string, Content] => [edit.cell, {
    value: edit.value,
    ...(edit.formula === null ? {} : { formula: edit.formula.slice(1) }),
    ...(edit.numberFormat === null ? {} : { format: edit.numberFormat }),
  }]);
  return { ...form, cells: { ...form.cells, ...Object.fromEntries(edits) } };
}

/** Plain objects, arrays and decimals; sets, maps and functions stay as they are. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
