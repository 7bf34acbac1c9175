// Blanks in a base-data table: one year of a line, a subtotal above filled parts, a control rate.
import { HUNDRED } from '../model/decimal';
import type { BaseDataRow, Table } from '../model/table';
import { computable, numberEdit, proposal } from './correcting';
import { cellsOf, given } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { percent, words } from './wording';

export function* missingInBaseData(table: Table): Iterable<MissingReport> {
  const { baseData } = table;
  if (!baseData) return;
  for (const [index, row] of baseData.rows.entries()) {
    if (row.placeholder) continue;
    const blank = row.values.filter((entry) => !entry.filled);
    const filled = row.values.filter((entry) => given(entry));
    if (filled.length > 0) {
      for (const entry of blank) {
        const column = baseData.columns[row.values.indexOf(entry)]?.header.text ?? '';
        yield { message: 'line', data: { name: row.name, column }, cells: [entry.cell], expected: null, received: null };
      }
    } else if (blank.length === row.values.length && blank.length > 0 && hasFilledParts(baseData.rows, index)) {
      yield { message: 'parent', data: { name: row.name }, cells: cellsOf(...blank), expected: null, received: null };
    }
  }
  for (const { name, numerator, denominator, rate } of baseData.controlRates) {
    const above = numerator.quantity?.value;
    const below = denominator.quantity?.value;
    if (rate.filled || !above || !below?.gt(0)) continue;
    const expected = percent(above.div(below).times(HUNDRED));
    yield {
      message: 'controlRate',
      data: { name, numerator: words(numerator), denominator: words(denominator), expected },
      cells: cellsOf(rate, numerator, denominator),
      expected,
      received: null,
      correction: proposal(numberEdit(rate, above.div(below).toDecimalPlaces(4), { formula: computable(numerator, denominator) ? `=${numerator.cell}/${denominator.cell}` : null, numberFormat: '0.00%' })),
    };
  }
}

function hasFilledParts(rows: readonly BaseDataRow[], parent: number): boolean {
  return rows.some((row) => row.parent === parent && !row.placeholder && row.values.some((entry) => given(entry)));
}
