// The blocks of a base-data form: lines under dated columns with their subtotals, and quotients that the form lays out.
import { a1 } from '../model/address';
import { columnsOf } from './canvas';
import type { BaseDataBlock, BaseLine, QuotientsBlock } from './form';
import { quotientFormula, sumFormula } from './formulas';
import { AMOUNT_RULE, COUNT_RULE } from './input-rules';
import type { Layout } from './layout';
import { slotName } from './slots';

const HEAD = 32;
const LINE = 22;

interface Laid extends BaseLine {
  readonly row: number;
}

export function layBaseData(layout: Layout, block: BaseDataBlock): void {
  const { canvas, slots, options } = layout;
  canvas.heights[canvas.row] = HEAD;
  canvas.put(canvas.row, block.label, 'label', { value: layout.words(block.header) });
  for (const { at, header } of block.columns) canvas.put(canvas.row, at, 'label', { value: layout.words(header) });
  layout.header = { first: canvas.row, last: canvas.row };
  canvas.row++;
  const top = canvas.row;
  const laid: Laid[] = block.lines.flatMap((line) => (line.repeated === true ? Array.from({ length: options.rows }, (_, n) => ({ ...line, label: `${n + 1}.` })) : [line])).map((line, at) => ({ ...line, row: top + at }));
  for (const line of laid) {
    canvas.heights[line.row] = LINE;
    // Lines of projects bear their names: number and name in one cell, as the form has them.
    canvas.put(line.row, block.label, line.repeated === true ? 'text' : 'left', { value: line.label });
    const rows = laid.filter(({ key }) => line.parts?.includes(key)).map(({ row }) => row);
    const cells = block.columns.map(({ at }, index) => {
      if (line.heading === true || line.none?.includes(index)) return canvas.put(line.row, at, 'label', { value: '——' });
      if (rows.length === 0) {
        canvas.restrict(line.row, at, AMOUNT_RULE);
        return canvas.put(line.row, at, 'amount');
      }
      return canvas.put(line.row, at, 'amountResult', { formula: sumFormula(runs(rows).map(([first, last]) => range(at, first, last))) });
    });
    slots.base.push({ key: line.key, adds: rows.length > 0, name: slotName(line.label.replace(/^其中[:：]/, '')), cells });
  }
  canvas.row = top + laid.length;
}

function range(at: string, first: number, last: number): string {
  const { left } = columnsOf(at);
  return first === last ? a1(first, left) : `${a1(first, left)}:${a1(last, left)}`;
}

/** 5, 6, 7, 9 → 5–7, 9. */
function runs(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

export function layQuotients(layout: Layout, block: QuotientsBlock): void {
  const { canvas, slots } = layout;
  const top = canvas.row;
  canvas.heights[top] = HEAD;
  canvas.heights[top + 1] = LINE;
  canvas.put(top, block.label.at, 'label', { value: layout.words(block.label.text) }, 2);
  const addresses = block.cells.map(({ at, header, quotient, whole }, index) => {
    canvas.put(top, at, 'label', { value: layout.words(header) });
    if (quotient !== true) {
      canvas.restrict(top + 1, at, whole === true ? COUNT_RULE : AMOUNT_RULE);
      return canvas.put(top + 1, at, whole === true ? 'wholeNumber' : 'amount');
    }
    const [denominator = '', numerator = ''] = block.cells.slice(index - 2, index).map((cell) => a1(top + 1, columnsOf(cell.at).left));
    const rate = canvas.put(top + 1, at, 'percent', { formula: quotientFormula(numerator, denominator) });
    slots.quotients.push({ name: slotName(header), denominator, numerator, rate });
    return rate;
  });
  canvas.row = top + (addresses.length > 0 ? 2 : 0);
}
