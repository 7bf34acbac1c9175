// One fault in a form that is right otherwise: each is found by the rule that is for it.
import fc from 'fast-check';
import { a1 } from '../../src/model/address';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { FORMS } from '../../src/templates/catalogue';
import { filledPlan } from '../../src/templates/fill';
import type { Slots } from '../../src/templates/slots';
import { blankTemplate } from '../../src/templates/templates';
import { planBytes } from '../../src/workbooks/package/plan-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { filling, typedInto } from './filling';

const TYPED = fc.sample(filling, { numRuns: 1, seed: 20240401 })[0];

type Typed = Map<string, string | number>;
/** Changes what was typed, or types over a formula as somebody does who takes the protection off; false where the form has no such thing. */
type Fault = (typed: Typed, slots: Slots) => boolean;

function numberAt(typed: Typed, cell: string | undefined): number {
  return Number(typed.get(cell ?? ''));
}

function type(typed: Typed, cell: string | null | undefined, value: string | number): boolean {
  if (cell === null || cell === undefined) return false;
  typed.set(cell, value);
  return true;
}

function blank(typed: Typed, cell: string | null | undefined): boolean {
  return cell !== null && cell !== undefined && typed.delete(cell);
}

const scored = (slots: Slots) => slots.indicators.find(({ cells }) => cells.score !== undefined);

const FAULTS: readonly (readonly [string, string, Fault])[] = [
  ['a weight too high', 'weight', (typed, slots) => type(typed, scored(slots)?.cells.weight, numberAt(typed, scored(slots)?.cells.weight) + 5)],
  ['a result left out', 'missing-field', (typed, slots) => blank(typed, slots.indicators.find(({ cells }) => cells.actual !== undefined)?.cells.actual)],
  ['a score above its weight', 'score-above-weight', (typed, slots) => type(typed, scored(slots)?.cells.score, numberAt(typed, scored(slots)?.cells.weight) + 2)],
  ['a score typed over its formula', 'formula-overwritten', (typed, slots) => type(typed, scored(slots)?.cells.score, 0)],
  ['a rate typed over its formula', 'execution-rate', (typed, slots) => type(typed, slots.fund.find(({ cells }) => cells.executionRate !== undefined)?.cells.executionRate, 0.5)],
  ['a score of the execution typed over its formula', 'execution-score', (typed, slots) => type(typed, slots.fund[0]?.cells.score, 3)],
  ['a total typed over its formula', 'score-total', (typed, slots) => type(typed, slots.total?.score, 12)],
  ['a grade that the score does not reach', 'grade', (typed, slots) => slots.total?.grade !== null && type(typed, slots.total?.score, 55) && type(typed, slots.total?.grade, '优')],
  ['a total of funds typed over its formula', 'fund-parts', (typed, slots) => slots.fund.length > 1 && type(typed, slots.fund[0]?.cells.finalBudget ?? slots.fund[0]?.cells.originalBudget, 999_999_999)],
  ['more spent than the budget', 'execution-above-100', (typed, slots) => {
    const { finalBudget, actualSpending } = (slots.fund.length > 1 ? slots.fund[1] : slots.fund[0])?.cells ?? {};
    return finalBudget !== undefined && type(typed, actualSpending, 90_000_000);
  }],
  ['a head field left out', 'missing-field', (typed, slots) => blank(typed, slots.fields.find(({ name }) => /项目名称|部门名称|填报单位/.test(name))?.cell)],
  ['crosses left in a name', 'placeholder-left', (typed, slots) => type(typed, slots.indicators[0]?.cells.name, 'XX设备采购数')],
  ['the same indicator twice', 'duplicate-indicator', (typed, slots) => {
    // Of one level: elsewhere the same name may be meant otherwise.
    const [first, second] = slots.indicators.filter(({ subgroup }) => subgroup === slots.indicators[0]?.subgroup);
    for (const column of ['name', 'nature', 'target', 'unit', 'actual'] as const) {
      const value = typed.get(first?.cells[column] ?? '');
      if (value !== undefined && !type(typed, second?.cells[column], value)) return false;
    }
    return second !== undefined;
  }],
  ['a subtotal typed over its formula', 'subtotal', (typed, slots) => type(typed, slots.base.find(({ key }) => key === 'three')?.cells[1], 1)],
  ['a control rate typed over its formula', 'subtotal', (typed, slots) => type(typed, slots.quotients[0]?.rate, 0.1)],
  ['a figure of a line left out', 'missing-field', (typed, slots) => blank(typed, slots.base.find(({ key }) => key === 'purchases')?.cells[2])],
];

describe.each(FAULTS)('%s', (_, rule, fault) => {
  const bearing = FORMS.filter((form) => {
    const { slots } = blankTemplate(form.id, { year: 2024, rows: 2 });
    return TYPED !== undefined && fault(typedInto(form, slots, TYPED), slots);
  });

  test('there are forms that can bear it', () => {
    expect(bearing.length).toBeGreaterThan(0);
  });

  test.each(bearing.map((form) => [form.id, form] as const))(`is found in %s by ${rule}`, (id, form) => {
    if (!TYPED) throw new Error('nothing was typed');
    const { plan, slots } = blankTemplate(id, { year: 2024, rows: 2 });
    const typed = typedInto(form, slots, TYPED);
    fault(typed, slots);
    const reading = readPackage(planBytes([filledPlan(plan, typed)]));
    if (!reading.ok) throw new Error(reading.reason);
    const rules = reviewWorkbook(reading.snapshot).tables.flatMap((table) => table.findings.map((finding) => finding.rule));
    // Where a group declares its points the fault is told of the group, and the total follows from it.
    expect(rules.filter((one) => (rule === 'weight' ? ['group-weight', 'weight-total'].includes(one) : one === rule))).not.toEqual([]);
  });
});

test('lines that are not needed may be hidden, and must be when a level has others', () => {
  const form = FORMS[0];
  if (!form || !TYPED) throw new Error('no form');
  const { plan, slots } = blankTemplate(form.id, { year: 2024, rows: 2 });
  const typed = typedInto(form, slots, TYPED);
  const [first, spare] = slots.indicators;
  const weight = numberAt(typed, first?.cells.weight) + numberAt(typed, spare?.cells.weight);
  for (const cell of Object.values(spare?.cells ?? {})) typed.delete(cell);
  type(typed, first?.cells.weight, weight);
  const reading = readPackage(planBytes([filledPlan(plan, typed)]));
  if (!reading.ok) throw new Error(reading.reason);
  const [grid] = reading.snapshot.grids;
  const row = plan.cells.find((cell) => a1(cell.row, cell.column) === spare?.cells.name)?.row ?? 0;
  const rulesOf = (hidden: readonly number[]): string[] =>
    reviewWorkbook({ ...reading.snapshot, grids: grid ? [{ ...grid, hiddenRows: new Set(hidden) }] : [] }).tables.flatMap((table) => table.findings.map((finding) => finding.rule));
  expect(rulesOf([])).toEqual(['placeholder-left']);
  expect(rulesOf([row])).toEqual([]);
});
