// Every rule, in the order of the form: money, weights, totals, blanks, indicators, reasons, style, formulas, workbook.
import { executionAbove100 } from './execution-above-100';
import { executionRate } from './execution-rate';
import type { Rule } from './rule';
import { scoreAboveWeight } from './score-above-weight';

export const RULES: readonly Rule[] = [executionRate, executionAbove100, scoreAboveWeight];
