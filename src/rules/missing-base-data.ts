// Blanks in a base-data table: one year of a line, a subtotal above filled parts, a control rate.
import { HUNDRED, sum } from '../model/decimal';
import type { BaseData, BaseDataRow, Entry, Table } from '../model/table';
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
    if (row.values.some((entry) => given(entry))) {
      for (const entry of blank) {
        const at = row.values.indexOf(entry);
        const severity = blankSeverity(baseData, index, at);
        if (severity) yield { message: 'line', data: { name: row.name, column: baseData.columns[at]?.header.text ?? '' }, cells: [entry.cell], expected: null, received: null, severity };
      }
      // “项目支出：” is a heading; only what calls itself a sum must hold one.
    } else if (blank.length === row.values.length && blank.length > 0 && !/[:：]$/.test(row.label.text) && hasFilledParts(baseData.rows, index)) {
      const severity = /小计|合计|总计|总额/.test(row.label.text) ? 'error' : 'verify';
      yield { message: 'parent', data: { name: row.name }, cells: cellsOf(...blank), expected: null, received: null, severity };
    }
  }
  for (const { name, numerator, denominator, rate } of baseData.controlRates) {
    const above = numerator.quantity?.value;
    const below = denominator.quantity?.value;
    for (const part of [numerator, denominator]) {
      const other = part === numerator ? denominator : numerator;
      if (part.filled || !given(rate) || !given(other)) continue;
      yield { message: 'controlPart', data: { name, column: headerAbove(table, part), rate: words(rate) }, cells: cellsOf(part, rate), expected: null, received: null, severity: 'verify' };
    }
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

/** 编制数 over the blank. */
function headerAbove({ entries }: Table, { row, column }: Entry): string {
  const header = entries.findLast((entry) => entry.row < row && entry.column === column);
  return header ? words(header) : '基数';
}

/** How sure a blank in a used line is an omission; null where blank means nothing to report. */
function blankSeverity({ rows, columns }: BaseData, index: number, at: number): 'error' | 'verify' | null {
  const row = rows[index];
  // 预算调整 asks for one figure only; a dash shows that the form does not ask for every column.
  if (!row || /调整/.test(row.name) || row.values.some((entry) => entry.notApplicable)) return null;
  if (row.values.every((entry) => !entry.filled || entry.quantity?.value.isZero())) return null;
  const budget = columns.findIndex((column) => column.kind === 'budget' && column.year === columns[at]?.year);
  const planned = columns[at]?.kind === 'final' && row.values[budget]?.quantity?.value.gt(0) === true;
  const parent = row.parent === null ? null : (rows[row.parent] ?? null);
  if (parent) {
    const siblings = rows.filter((other) => other.parent === row.parent).flatMap((other) => other.values[at] ?? []).filter((entry) => entry.filled);
    const whole = parent.values[at]?.quantity?.value;
    if (siblings.length === 0) return planned ? 'verify' : null;
    const left = whole?.minus(sum(siblings.flatMap((entry) => entry.quantity?.value ?? [])));
    // What the others of a numbered list leave to the subtotal is what this line must hold: nothing left, nothing missing.
    if (left?.gt(0)) return row.numbered ? 'error' : 'verify';
    return left && !planned ? null : 'verify';
  }
  return planned ? 'error' : 'verify';
}

function hasFilledParts(rows: readonly BaseDataRow[], parent: number): boolean {
  return rows.some((row) => row.parent === parent && !row.placeholder && row.values.some((entry) => given(entry)));
}
