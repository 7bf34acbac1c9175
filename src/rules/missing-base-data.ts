// Blanks in a base-data table: one year of a line, a subtotal above filled parts, a control rate.
import { HUNDRED, sum } from '../model/decimal';
import { present } from '../model/present';
import type { BaseData, BaseDataRow, ControlRate, Entry, Table } from '../model/table';
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
    if (row.values.some((entry) => given(entry))) yield* missingYears(baseData, row, blank);
    else if (blank.length === row.values.length && blank.length > 0 && hasFilledParts(baseData.rows, index)) yield* missingParent(row, blank);
  }
  for (const control of baseData.controlRates) {
    yield* missingControlPart(table, control);
    yield* missingControlRate(control);
  }
}

/** One year of a line whose other years are filled in. */
function* missingYears(baseData: BaseData, row: BaseDataRow, blank: readonly Entry[]): Iterable<MissingReport> {
  for (const entry of blank) {
    const at = row.values.indexOf(entry);
    const severity = blankSeverity(baseData, row, at);
    if (severity) yield { message: 'line', data: { name: row.name, column: baseData.columns[at]?.header.text ?? '' }, cells: [entry.cell], expected: null, received: null, severity };
  }
}

/** A line left blank throughout above parts that are filled in. “项目支出：” is a heading; only what calls itself a sum must hold one. */
function* missingParent({ label, name }: BaseDataRow, blank: readonly Entry[]): Iterable<MissingReport> {
  if (/[:：]$/.test(label.text)) return;
  const severity = /小计|合计|总计|总额/.test(label.text) ? 'error' : 'verify';
  yield { message: 'parent', data: { name }, cells: cellsOf(...blank), expected: null, received: null, severity };
}

function* missingControlPart(table: Table, { name, numerator, denominator, rate }: ControlRate): Iterable<MissingReport> {
  for (const part of [numerator, denominator]) {
    const other = part === numerator ? denominator : numerator;
    if (part.filled || !given(rate) || !given(other)) continue;
    yield { message: 'controlPart', data: { name, column: headerAbove(table, part), rate: words(rate) }, cells: cellsOf(part, rate), expected: null, received: null, severity: 'verify' };
  }
}

function* missingControlRate({ name, numerator, denominator, rate }: ControlRate): Iterable<MissingReport> {
  const above = numerator.quantity?.value;
  const below = denominator.quantity?.value;
  if (rate.filled || !above || !below?.gt(0)) return;
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

/** 编制数 over the blank. */
function headerAbove({ entries }: Table, { row, column }: Entry): string {
  const header = entries.findLast((entry) => entry.row < row && entry.column === column);
  return header ? words(header) : '基数';
}

/** How sure a blank in a used line is an omission; null where blank means nothing to report. */
function blankSeverity(baseData: BaseData, row: BaseDataRow, at: number): 'error' | 'verify' | null {
  // 预算调整 asks for one figure only, what is left over at the end of the year is no part of a budget; a dash shows that the form does not ask for every column.
  if (/调整/.test(row.name) || /^年末(?:结转|结余)/.test(row.name) && baseData.columns[at]?.kind === 'budget' || row.values.some((entry) => entry.notApplicable)) return null;
  if (row.values.every((entry) => !entry.filled || entry.quantity?.value.isZero())) return null;
  const planned = isPlanned(baseData, row, at);
  if (row.parent === null || !baseData.rows[row.parent]) return planned ? 'error' : 'verify';
  const open = openTo(baseData.rows, row, at);
  if (open === 'all') return planned ? 'verify' : null;
  // What the others of a numbered list leave to the subtotal is what this line must hold: nothing left, nothing missing.
  if (open === 'rest') return row.numbered ? 'error' : 'verify';
  return open === 'nothing' && !planned ? null : 'verify';
}

/** True for a blank of what was spent beside a budget of the same year. */
function isPlanned({ columns }: BaseData, row: BaseDataRow, at: number): boolean {
  const budget = columns.findIndex((column) => column.kind === 'budget' && column.year === columns[at]?.year);
  return columns[at]?.kind === 'final' && row.values[budget]?.quantity?.value.gt(0) === true;
}

/** What the line's siblings leave of the line above: all of it where they are blank too, a rest or nothing of its sum, unknown without one. */
function openTo(rows: readonly BaseDataRow[], row: BaseDataRow, at: number): 'all' | 'rest' | 'nothing' | 'unknown' {
  const siblings = present(rows.filter((other) => other.parent === row.parent), (other) => other.values[at]).filter((entry) => entry.filled);
  if (siblings.length === 0) return 'all';
  const whole = row.parent === null ? undefined : rows[row.parent]?.values[at]?.quantity?.value;
  if (!whole) return 'unknown';
  return whole.gt(sum(present(siblings, (entry) => entry.quantity?.value))) ? 'rest' : 'nothing';
}

function hasFilledParts(rows: readonly BaseDataRow[], parent: number): boolean {
  return rows.some((row) => row.parent === parent && !row.placeholder && row.values.some((entry) => given(entry)));
}
