// Blanks in the head of a form, in its goals, and forms with nothing filled in at all.
import type { Rubric } from '../model/rubric';
import type { Entry, Table } from '../model/table';
import { asksForResults, cellsOf, filledIndicators } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { AMOUNT_COLUMNS } from './fund-figures';
import { perTable } from './per-table';
import type { Cause } from './rule';

const REQUIRED = /^(?:(?:一级|二级)?项目名称|专项(?:资金)?名称|(?:县级|市级|省级|预算)?主管部门(?:及代码)?|(?:项目)?实施单位|(?:预算|区级预算|评价)?(?:部门|单位)名称|填报单位|.*项目实施内容及过程概述)$/;

export function* missingInHead(table: Table, rubric: Rubric): Iterable<MissingReport> {
  // Who filled in the project's name left out the rest by itself.
  const named = table.fields.some(({ name, entry }) => entry.filled && REQUIRED.test(plainLabel(name)));
  for (const { name, label, entry } of table.fields) {
    if (entry.filled) continue;
    const plain = plainLabel(name);
    if (!REQUIRED.test(plain) || awaitsStamp(table, label)) continue;
    yield { message: 'field', data: { name: plain }, cells: cellsOf(entry, label), expected: null, received: null, ...(named ? {} : { causes: unfilled(table) }) };
  }
  yield* missingForBureau(table, rubric);
  for (const goal of table.goals) {
    if (!asksForResults(table) || !goal.expected || goal.expected.filled || goal.actual?.filled !== true) continue;
    yield { message: 'goal', data: {}, cells: cellsOf(goal.expected, goal.actual), expected: null, received: null, severity: 'verify' };
  }
  yield* noGoals(table);
  yield* emptyBlocks(table);
}

/** 填报单位（盖章）： beside a unit that is named: the stamp comes on paper. */
function awaitsStamp(table: Table, label: Entry): boolean {
  return /盖章|公章|签章/.test(label.raw) && table.fields.some(({ name, entry }) => entry.filled && /(?:实施|填报|主管|预算)(?:单位|部门)|(?:单位|部门)名称/.test(name));
}

/** 年度总体目标 left as the template has it, although the indicators below were filled in. */
function* noGoals(table: Table): Iterable<MissingReport> {
  const [first] = table.goals;
  const header = Object.values(table.indicatorHeaders)[0];
  if (!asksForResults(table) || !first?.expected || !first.actual || !first.expectedLabel || !header || filledIndicators(table).length === 0) return;
  if (table.goals.some(({ expected, actual }) => expected?.filled !== false || actual?.filled !== false)) return;
  const { row, column } = first.expectedLabel;
  // Whatever stands between the labels and the list may be the goals, laid out in another way.
  if (table.entries.some((entry) => entry.row > row && entry.row < header.row && entry.column >= column)) return;
  yield { message: 'goals', data: {}, cells: cellsOf(first.expected, first.actual), expected: null, received: null, severity: 'verify' };
}

function plainLabel(name: string): string {
  return name.replace(/[(（].*?[)）]|[:：\s]/g, '');
}

/** What the bureau asks for beyond every form's fields; a label that the form does not have is the template's business. */
function* missingForBureau(table: Table, { required, title, version }: Rubric): Iterable<MissingReport> {
  if (required === undefined || required.length === 0) return;
  const asked = new Set(required.map(plainLabel));
  const basis = { document: version === undefined ? title : `${title}（版本 ${version}）`, clause: `必填栏目：${required.join('、')}`, standing: 'quoted' } as const;
  for (const { name, label, entry } of [...table.fields, ...table.closing]) {
    const plain = plainLabel(name);
    if (!entry.filled && asked.has(plain) && !REQUIRED.test(plain)) yield { message: 'field', data: { name: plain }, cells: cellsOf(entry, label), expected: null, received: null, basis };
  }
}

/** What else a form lacks that was sent back as it came follows from just that. */
export const unfilled = perTable((table): readonly Cause[] => {
  const [report] = emptyBlocks(table);
  const cell = report?.message === 'nothing' ? report.cells[0] : undefined;
  return cell === undefined ? [] : [{ rule: 'missing-field', cell }];
});

/** A template that was sent back as it came. */
function* emptyBlocks(table: Table): Iterable<MissingReport> {
  const header = Object.values(table.indicatorHeaders)[0];
  if (!header || table.kind === 'base-data' || table.indicators.some((indicator) => !indicator.placeholder)) return;
  const rows = table.fund ? [...(table.fund.total ? [table.fund.total] : []), ...table.fund.parts] : [];
  const money = rows.some((row) => AMOUNT_COLUMNS.some((column) => row[column]?.filled));
  const fundHeader = Object.values(table.fund?.headers ?? {})[0];
  // Lines full of figures under headers in other words were filled in, they were not understood.
  if (holdsFigures(table, header)) return;
  const cells = cellsOf(firstOfRow(table, header), ...(money || !fundHeader ? [] : [firstOfRow(table, fundHeader)]));
  yield { message: money ? 'indicators' : 'nothing', data: {}, cells, expected: null, received: null };
}

/** True when three lines or more below the header hold two figures each: a template has the points alone. */
function holdsFigures(table: Table, header: Entry): boolean {
  const figures = new Map<number, number>();
  for (const { row, quantity } of table.entries) if (row > header.row && quantity !== null) figures.set(row, (figures.get(row) ?? 0) + 1);
  return [...figures.values()].filter((count) => count > 1).length > 2;
}

/** The block's own label at the left of its header row. */
function firstOfRow(table: Table, header: Entry): Entry {
  return table.entries.find((entry) => entry.row === header.row) ?? header;
}
