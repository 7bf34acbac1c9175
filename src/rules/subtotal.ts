// In a base-data table a line is the sum of its numbered parts, never less than its 其中, and 控制率 is its quotient.
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, halfUnit, sum } from '../model/decimal';
import type { BaseDataRow, ControlRate, Entry, Table } from '../model/table';
import { makesTotal } from './adding-up';
import { FORM_BASIS } from './basis';
import { computable, numberEdit, proposal, safe } from './correcting';
import { rateHolds } from './rates';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { amount, percent, words } from './wording';

type Message = 'sum' | 'above' | 'rate';

export const subtotal = defineRule<Message>({
  id: 'subtotal',
  title: '分项与小计',
  severity: 'error',
  why: '小计与分项对不上，说明其中一处填错，汇总数据不可用。',
  basis: { ...FORM_BASIS, clause: '小计 = 各分项之和；控制率 = 实际数 ÷ 标准数' },
  messages: {
    sum: '“{name}”{column}填{received}，各分项合计{expected}，两者不等。',
    above: '“{name}”{column}填{received}，其中各项合计已达{expected}，超过了小计。',
    rate: '{name}应为{expected}（{numerator} ÷ {denominator}），填的是{received}。',
  },
  examples: [
    { shows: 'three parts of zero and a subtotal', form: { base: 'base-data', cells: { B6: 0, B8: 0, B10: 0 } }, findings: [{ cells: ['B5', 'B6', 'B9', 'B10'], message: '“三公经费”2021年决算数填6，各分项合计0，两者不等。' }] },
    { shows: 'a control rate that is no quotient', form: { base: 'base-data', cells: { F3: '95%' } }, findings: [{ cells: ['F3', 'D3', 'B3'], message: '控制率应为90.00%（18 ÷ 20），填的是95%。' }] },
    { shows: 'all parts add up', form: { base: 'base-data' }, findings: [] },
    { shows: 'a blank part beside parts that reach the subtotal', form: { base: 'base-data', cells: { B9: null } }, findings: [] },
  ],
  *check(table) {
    const { baseData } = table;
    if (!baseData) return;
    for (const [index, row] of baseData.rows.entries()) yield* checkRow(table, row, baseData.rows.filter((child) => child.parent === index && !child.placeholder));
    for (const rate of baseData.controlRates) yield* checkRate(rate);
  },
});

function* checkRow(table: Table, row: BaseDataRow, children: readonly BaseDataRow[]): Iterable<RuleReport<Message>> {
  // 其中 names some of the parts; a numbered list names all of them.
  const complete = children.length > 1 && children.every((child) => /^[（(]?[\d一二三四五六七八九十]+[)）]?[、.．]/.test(child.label.text));
  for (const [at, entry] of row.values.entries()) {
    const claimed = entry.quantity?.value;
    if (!claimed) continue;
    const parts = children.flatMap((child) => child.values[at] ?? []);
    const filled = parts.filter((part) => part.filled && !part.notApplicable);
    const amounts = filled.flatMap((part) => part.quantity?.value ?? []);
    if (filled.length === 0 || amounts.length < filled.length) continue;
    const total = sum(amounts);
    if (makesTotal(amounts, claimed, rounding([entry, ...filled]))) continue;
    const kind = complete && filled.length === children.length ? 'sum' : total.gt(claimed) ? 'above' : null;
    if (!kind) continue;
    yield {
      message: kind,
      data: { name: row.name, column: table.baseData?.columns[at]?.header.text ?? '', received: words(entry), expected: amount(total) },
      cells: [entry.cell, ...filled.map((part) => part.cell)],
      expected: amount(total),
      received: words(entry),
      correction: kind === 'sum' ? (total.isZero() ? proposal : safe)(numberEdit(entry, total, { formula: computable(...filled) ? `=${filled.map((part) => part.cell).join('+')}` : null })) : undefined,
    };
  }
}

function* checkRate({ name, numerator, denominator, rate }: ControlRate): Iterable<RuleReport<Message>> {
  const above = numerator.quantity?.value;
  const below = denominator.quantity?.value;
  if (!above || !below?.gt(0) || !rate.filled) return;
  const quotient = above.div(below).times(HUNDRED);
  if (rateHolds(rate, quotient) !== false) return;
  yield {
    message: 'rate',
    data: { name, expected: percent(quotient), numerator: amount(above), denominator: amount(below), received: words(rate) },
    cells: [rate.cell, numerator.cell, denominator.cell],
    expected: percent(quotient),
    received: words(rate),
    correction: safe(numberEdit(rate, quotient.div(HUNDRED).toDecimalPlaces(4), { formula: computable(numerator, denominator) ? `=${numerator.cell}/${denominator.cell}` : null, numberFormat: '0.00%' })),
  };
}

function rounding(entries: readonly Entry[]): Decimal {
  return sum(entries.map((entry) => (entry.quantity && entry.quantity.decimals > 0 ? halfUnit(entry.quantity.decimals) : decimal(0))));
}
