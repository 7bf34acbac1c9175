// The fund block of a form: amounts to be filled in, totals, rates and the score of the execution calculated.
import type { FundColumn } from '../model/table';
import { heightFor } from './canvas';
import type { FundBlockForm } from './form';
import { executionScoreFormula, rateFormula, sumFormula } from './formulas';
import { AMOUNT_RULE, hintRule } from './input-rules';
import type { Layout } from './layout';
import { slotName } from './slots';

const AMOUNTS: readonly FundColumn[] = ['originalBudget', 'finalBudget', 'actualSpending'];
const HEAD = 32;
const LINE = 24;

export function layFund(layout: Layout, block: FundBlockForm): void {
  const { canvas, options } = layout;
  const top = canvas.row;
  // The form of targets names its only amount by the lines themselves.
  if (block.columns.some((column) => column.header !== '')) {
    canvas.heights[top] = heightFor(block.columns.map(({ header }) => header), HEAD);
    canvas.put(top, block.label.at, 'label', { value: block.label.text });
    for (const { at, header } of block.columns) canvas.put(top, at, 'label', { value: header });
    canvas.row++;
  }
  const parts = options.fundParts ?? block.parts;
  const first = canvas.row;
  for (const [index, label] of [block.total, ...parts].entries()) {
    layLine(layout, block, label, index, { first, last: first + parts.length });
    canvas.row++;
  }
  const reason = block.columns.find(({ column }) => column === 'reason');
  if (reason && block.reasonMerged === true) {
    const cell = canvas.put(first, reason.at, 'text', {}, parts.length + 1);
    canvas.restrict(first, reason.at, hintRule('原因', '执行率未达到90%的，或年中发生预算调整（追加或调减）的，在这里说明原因（100字以内）。'));
    const [total, ...others] = layout.slots.fund;
    if (total) layout.slots.fund.splice(0, layout.slots.fund.length, { ...total, cells: { ...total.cells, reason: cell } }, ...others);
  }
  layout.lines(block.below ?? []);
  layout.side(block.side, top, canvas.row - 1);
}

function layLine(layout: Layout, block: FundBlockForm, label: string, index: number, { first, last }: { readonly first: number; readonly last: number }): void {
  const { canvas, rubric, slots } = layout;
  const { row } = canvas;
  const total = index === 0;
  canvas.heights[row] = heightFor([label], LINE);
  canvas.put(row, block.label.at, 'label', { value: label });
  const cells: Partial<Record<FundColumn, string>> = {};
  const at = (column: FundColumn): string => {
    const span = block.columns.find((one) => one.column === column)?.at ?? '';
    return `${span.split(':')[0] ?? ''}${row}`;
  };
  for (const { column, at: span } of block.columns) {
    if (!total && block.none.includes(column)) {
      canvas.put(row, span, 'label', { value: block.sign });
      continue;
    }
    if (AMOUNTS.includes(column)) {
      const name = span.split(':')[0] ?? '';
      const adds = total && last > first;
      cells[column] = canvas.put(row, span, adds ? 'amountResult' : 'amount', adds ? { formula: sumFormula([`${name}${first + 1}:${name}${last}`]) } : {});
      if (!adds) canvas.restrict(row, span, AMOUNT_RULE);
    } else if (column === 'executionRate') {
      const budget = rubric.execution.value.denominator === 'originalBudget' && block.columns.some((one) => one.column === 'originalBudget') ? 'originalBudget' : 'finalBudget';
      cells[column] = canvas.put(row, span, 'percent', { formula: rateFormula(at('actualSpending'), at(budget)) });
    } else if (column === 'weight') cells[column] = canvas.put(row, span, 'result', { value: block.weight });
    else if (column === 'score') {
      const weight = block.columns.some((one) => one.column === 'weight') ? at('weight') : String(block.weight);
      cells[column] = canvas.put(row, span, 'result', { formula: executionScoreFormula(at('executionRate'), weight, rubric) });
      layout.execution = { score: cells[column], weight };
    } else if (column === 'reason' && block.reasonMerged !== true) cells[column] = canvas.put(row, span, 'text');
  }
  slots.fund.push({ name: slotName(label.replace(/^其中[:：]/, '')), role: total ? 'total' : 'part', cells });
}
