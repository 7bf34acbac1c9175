// Every rule, in the order of the form: money, weights and totals, blanks, indicators, reasons, style, formulas, workbook.
import { actualNotMeasurable } from './actual-not-measurable';
import { budgetAdjustmentUnexplained } from './budget-adjustment-unexplained';
import { crossTable } from './cross-table';
import { dateOutOfYear } from './date-out-of-year';
import { deductionUnexplained } from './deduction-unexplained';
import { duplicateIndicator } from './duplicate-indicator';
import { executionAbove100 } from './execution-above-100';
import { executionRate } from './execution-rate';
import { executionScore } from './execution-score';
import { formulaError } from './formula-error';
import { formulaOverwritten } from './formula-overwritten';
import { formulaRange } from './formula-range';
import { fundParts } from './fund-parts';
import { goalNotAnswered } from './goal-not-answered';
import { grade } from './grade';
import { groupWeight } from './group-weight';
import { indicatorMisplaced } from './indicator-misplaced';
import { indicatorScore } from './indicator-score';
import { missingField } from './missing-field';
import { missingTotal } from './missing-total';
import { numberFormat } from './number-format';
import { overshootUnexplained } from './overshoot-unexplained';
import { overspendUnexplained } from './overspend-unexplained';
import { placeholderLeft } from './placeholder-left';
import { qualitativePercent } from './qualitative-percent';
import { rounding } from './rounding';
import type { Rule } from './rule';
import { scoreAboveWeight } from './score-above-weight';
import { scoreTotal } from './score-total';
import { subtotal } from './subtotal';
import { targetImplausible } from './target-implausible';
import { underspendUnexplained } from './underspend-unexplained';
import { unitMismatch } from './unit-mismatch';
import { weightScheme } from './weight-scheme';
import { weightTotal } from './weight-total';

export const RULES: readonly Rule[] = [
  executionRate,
  executionScore,
  executionAbove100,
  fundParts,
  subtotal,
  scoreAboveWeight,
  groupWeight,
  weightTotal,
  weightScheme,
  scoreTotal,
  grade,
  missingTotal,
  missingField,
  placeholderLeft,
  indicatorScore,
  qualitativePercent,
  unitMismatch,
  actualNotMeasurable,
  dateOutOfYear,
  overshootUnexplained,
  deductionUnexplained,
  underspendUnexplained,
  overspendUnexplained,
  budgetAdjustmentUnexplained,
  goalNotAnswered,
  targetImplausible,
  indicatorMisplaced,
  duplicateIndicator,
  numberFormat,
  rounding,
  formulaError,
  formulaRange,
  formulaOverwritten,
  crossTable,
];
