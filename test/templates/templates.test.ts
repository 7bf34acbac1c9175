// Every template blank, filled in at random, and with one fault in it: what our own review says of each.
import fc from 'fast-check';
import type { TableReview } from '../../src/model/review';
import type { SheetPlan } from '../../src/model/sheet-plan';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { FORMS } from '../../src/templates/catalogue';
import { filledPlan } from '../../src/templates/fill';
import { blankTemplate } from '../../src/templates/templates';
import { planBytes } from '../../src/workbooks/package/plan-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { filling, typedInto } from './filling';

const OPTIONS = { year: 2024 };

function reviewOf(plan: SheetPlan): TableReview {
  const reading = readPackage(planBytes([plan]));
  if (!reading.ok) throw new Error(reading.reason);
  const review = reviewWorkbook(reading.snapshot);
  expect(review.remarks).toEqual([]);
  expect(review.findings).toEqual([]);
  const [only] = review.tables;
  if (!only || review.tables.length !== 1) throw new Error(`${review.tables.length} tables`);
  return only;
}

const said = ({ findings }: TableReview): string[] => findings.map(({ rule, cells, message }) => `${rule} ${cells.join()} ${message}`);

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (id, form) => {
  test('blank: known for what it is, and nothing is said but what is missing', () => {
    const review = reviewOf(blankTemplate(id, OPTIONS).plan);
    expect([review.table.kind, review.table.province, review.choice.rubric.id, review.table.year]).toEqual([form.kind, form.province, form.rubric, 2024]);
    expect(review.table.notUnderstood).toEqual([]);
    expect(review.findings.length).toBeGreaterThan(0);
    expect(said(review).filter((one) => !one.startsWith('missing-'))).toEqual([]);
  });

  test('blank and without a year: nothing more is said', () => {
    const review = reviewOf(blankTemplate(id).plan);
    expect(review.table.year).toBeNull();
    expect(said(review)).toEqual(said(reviewOf(blankTemplate(id, OPTIONS).plan)));
  });

  test('filled in right: clean, and what is claimed is what is computed', () => {
    fc.assert(fc.property(filling, fc.integer({ min: 1, max: 3 }), (typed, rows) => {
      const { plan, slots } = blankTemplate(id, { ...OPTIONS, rows });
      const review = reviewOf(filledPlan(plan, typedInto(form, slots, typed)));
      expect(said(review)).toEqual([]);
      expect(review.verdict).toBe('clean');
      expect(review.scorecard.notComputed).toEqual([]);
      if (form.kind === 'base-data' || form.kind === 'targets') return;
      expect(review.scorecard.claimed?.toString()).toBe(review.scorecard.computed?.toDecimalPlaces(2).toString());
      // Every score is what the rubric gives for target and result, rounded as the form rounds; inside its band where the rubric leaves room.
      const { value: digits } = review.choice.rubric.rounding;
      for (const { claimed, low, high, cell, state } of review.scorecard.items) {
        expect(state === 'band' || (low && high && low.eq(high))).toBe(true);
        if (low && high && low.eq(high)) expect([cell, claimed?.toString()]).toEqual([cell, low.toDecimalPlaces(digits).toString()]);
        else expect([cell, claimed && low && high && claimed.gte(low.toDecimalPlaces(digits)) && claimed.lte(high.toDecimalPlaces(digits))]).toEqual([cell, true]);
      }
      expect(review.scorecard.weightSum?.toString()).toBe('100');
    }), { numRuns: 10, endOnFailure: true });
  });
});
