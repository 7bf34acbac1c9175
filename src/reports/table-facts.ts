// Figures of the tables that a text may repeat: amounts of the fund block and of base data, scores, head counts.
import type { Decimal } from '../model/decimal';
import { halfUnit, ZERO } from '../model/decimal';
import type { TableCell } from '../model/report';
import type { AmountUnit, Entry, FundRow, Table } from '../model/table';
import { ratePercent } from '../rules/rates';
import type { TableSource } from './table-source';
import type { Measure, Scope } from './subjects';
import { readSubject } from './subjects';

export interface TableFact {
  readonly at: TableCell;
  readonly source: TableSource;
  readonly kind: 'amount' | 'rate' | 'score' | 'count';
  /** Amounts in 元, rates in percent. */
  readonly value: Decimal;
  /** Half a unit of the last digit, in the base unit. */
  readonly slack: Decimal;
  /** As the cell writes it, with the table's unit. */
  readonly shown: string;
  /** What people call it: 全年预算数. */
  readonly name: string;
  readonly scope: Scope | null;
  readonly measure: Measure | null;
  /** Own name of the line, plain, for scope 'named'; of a project's table its name. */
  readonly own: string;
  readonly year: number | null;
}

const SCALES: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };
const COLUMNS = [['originalBudget', 'original-budget', '年初预算数'], ['finalBudget', 'final-budget', '全年预算数'], ['actualSpending', 'spending', '全年执行数']] as const;

export function tableFacts(sources: readonly TableSource[], reportYear: number | null): readonly TableFact[] {
  return sources.flatMap((source) => {
    const { table } = source.review;
    if (table.kind === 'targets' || table.kind === 'monitoring') return [];
    return [...fundFacts(source, table, reportYear), ...scoreFacts(source, table, reportYear), ...baseFacts(source, table)];
  });
}

export function projectName(table: Table): string {
  return table.fields.find((field) => /^(?:项目名称|专项(?:资金)?名称)/.test(field.name) && field.entry.filled)?.entry.text.replace(/\s/g, '') ?? '';
}

const at = (source: TableSource, entry: Entry): TableCell => ({ file: source.file, sheet: source.review.table.sheet, cell: entry.cell });

function* fundFacts(source: TableSource, table: Table, reportYear: number | null): Iterable<TableFact> {
  const { fund } = table;
  if (!fund?.total) return;
  const unit = fund.unit ?? table.amountUnit;
  const base = { source, own: table.kind === 'project' ? projectName(table) : '', year: table.year ?? reportYear, scope: 'total' as const };
  if (unit !== null) yield* rowFacts(source, fund.total, unit, { ...base, prefix: '' });
  if (unit !== null) {
    for (const part of fund.parts) {
      const scope = readSubject(part.name, '', false).scope;
      if (scope !== null && scope !== 'named' && scope !== 'total') yield* rowFacts(source, part, unit, { ...base, scope, prefix: part.name });
    }
  }
  const rate = fund.total.executionRate;
  const percent = rate ? ratePercent(rate) : null;
  if (rate && percent) yield { ...base, at: at(source, rate), kind: 'rate', value: percent, slack: halfUnit(rate.quantity?.decimals ?? 2), shown: rate.text, name: '执行率', measure: 'spending' };
}

/** The amounts of the lines below the total, one line after the other, whatever they are called: the table's own parts of its money. */
export function partFacts(source: TableSource, reportYear: number | null): readonly (readonly TableFact[])[] {
  const { table } = source.review;
  const unit = table.fund?.unit ?? table.amountUnit;
  return unit === null ? [] : (table.fund?.parts ?? []).map((part) => [...rowFacts(source, part, unit, { own: '', year: table.year ?? reportYear, scope: 'total', prefix: part.name })]);
}

function* rowFacts(source: TableSource, row: FundRow, unit: AmountUnit, base: { scope: Scope; own: string; year: number | null; prefix: string }): Iterable<TableFact> {
  for (const [column, measure, name] of COLUMNS) {
    const entry = row[column];
    if (!isAmount(entry) || entry.notApplicable) continue;
    yield { ...amountFact(source, entry, unit), scope: base.scope, own: base.own, year: base.year, measure, name: base.prefix + name };
  }
}

/** Money by its unit, or without one: 12人 among amounts is none. */
function isAmount(entry: Entry | null | undefined): entry is Entry {
  const unit = entry?.quantity?.unit;
  return unit === '' || unit?.endsWith('元') === true;
}

function amountFact(source: TableSource, entry: Entry, unit: AmountUnit): Pick<TableFact, 'at' | 'source' | 'kind' | 'value' | 'slack' | 'shown'> {
  const { quantity } = entry;
  // 231万 in a form in 万元 is 231万元, and nobody's 231万万元.
  const named = quantity?.unit.endsWith('元') ?? false;
  const own = named || (quantity !== null && quantity.scale !== 1);
  const scale = own ? 1 : SCALES[unit];
  return {
    at: at(source, entry), source, kind: 'amount', value: (quantity?.value ?? ZERO).times(scale),
    slack: quantity && quantity.decimals > 0 ? halfUnit(quantity.decimals).times(scale).times(quantity.scale) : ZERO, shown: named ? entry.text : own ? `${entry.text}元` : `${entry.text}${unit}`,
  };
}

function* scoreFacts(source: TableSource, table: Table, reportYear: number | null): Iterable<TableFact> {
  const score = table.total?.score;
  if (!score?.quantity) return;
  yield { at: at(source, score), source, kind: 'score', value: score.quantity.value, slack: halfUnit(score.quantity.decimals), shown: score.text, name: '总分', scope: 'total', measure: null, own: projectName(table), year: table.year ?? reportYear };
}

function* baseFacts(source: TableSource, table: Table): Iterable<TableFact> {
  const data = table.baseData;
  if (!data) return;
  for (const row of data.rows) {
    const scope = readSubject(row.name, '', false).scope;
    if (scope === null || row.placeholder) continue;
    for (const [i, column] of data.columns.entries()) {
      const entry = row.values[i];
      if (!isAmount(entry) || column.kind === 'other' || column.year === null) continue;
      yield {
        ...amountFact(source, entry, table.amountUnit ?? '万元'), scope, own: scope === 'named' ? row.name : '', year: column.year,
        measure: column.kind === 'budget' ? 'budget' : 'spending', name: `${row.name}${column.header.text.replace(/\s/g, '')}`,
      };
    }
  }
  for (const rate of data.controlRates) {
    for (const entry of [rate.numerator, rate.denominator]) {
      const header = table.entries.filter((one) => one.column === entry.column && one.row < entry.row && /编制|在职|实有/.test(one.text)).at(-1);
      const scope = readSubject(header?.text ?? '', '', false).scope;
      if (!entry.quantity || (scope !== 'posts' && scope !== 'employed')) continue;
      yield { at: at(source, entry), source, kind: 'count', value: entry.quantity.value, slack: ZERO, shown: entry.text, name: header?.text ?? '', scope, measure: null, own: '', year: table.year };
    }
  }
}
