// Two tables of one workbook about the same project and year must say the same.
import { IN_YUAN } from '../model/amount-unit';
import { Decimal, decimal, halfUnit, near } from '../model/decimal';
import type { Entry, FundRow, Table } from '../model/table';
import type { AmountColumn } from './fund-figures';
import { AMOUNT_COLUMNS, amountIn } from './fund-figures';
import type { WorkbookReport } from './rule';
import { defineRule } from './rule';
import { amount, words } from './wording';
import { FORM_BASIS } from './basis';

const NAMES: Readonly<Record<AmountColumn, string>> = { originalBudget: '年初预算数', finalBudget: '全年预算数', actualSpending: '全年执行数' };

type Message = 'amount' | 'units' | 'score';

export const crossTable = defineRule<Message>({
  id: 'cross-table',
  title: '表间一致',
  severity: 'error',
  why: '同一项目在两张表里数字不同，报出去就自相矛盾。',
  basis: { ...FORM_BASIS, clause: '同一项目同一年度各表数据应一致' },
  messages: {
    units: '“{name}”{what}本表填{received}，表“{sheet}”{cell}填{stated}，合{expected}，两表不一致。',
    amount: '“{name}”{what}本表填{received}，表“{sheet}”{cell}填{expected}，两表不一致。',
    score: '“{name}”总分本表填{received}，表“{sheet}”{cell}填{expected}，两表不一致。',
  },
  examples: [
    {
      shows: 'another budget in a second table of the project',
      form: { base: 'project', sheet: '自评表' },
      others: [{ base: 'project', sheet: '汇总', cells: { F6: 90, F7: 70 } }],
      findings: [{ cells: ['F6'], message: '“农村道路养护”全年预算数本表填90，表“自评表”F6填80，两表不一致。' }],
    },
    {
      shows: 'another total score',
      form: { base: 'project', sheet: '自评表' },
      others: [{ base: 'project', sheet: '汇总', cells: { I20: 95 } }],
      findings: [{ cells: ['I20'], message: '“农村道路养护”总分本表填95，表“自评表”I20填100，两表不一致。' }],
    },
    {
      shows: 'amounts in 元 beside others in 万元',
      form: { base: 'project', sheet: '自评表' },
      others: [{ base: 'project', sheet: '汇总', cells: { A5: '项目资金（元）', E6: 800000, E7: 600000, E8: 200000, F6: 800000, F7: 600000, F8: 200000, G6: 790000, G7: 600000, G8: 190000 } }],
      findings: [{ cells: ['G6'], message: '“农村道路养护”全年执行数本表填790000元，表“自评表”G6填80万元，合800000元，两表不一致。' }],
    },
    { shows: 'two tables of one project that agree', form: { base: 'project', sheet: '自评表' }, others: [{ base: 'project', sheet: '汇总' }], findings: [] },
    { shows: 'the same budget in whole 万元 and in full', form: { base: 'project', sheet: '自评表' }, others: [{ base: 'project', sheet: '汇总', cells: { F6: 80.36, F7: 60.36 } }], findings: [] },
    {
      shows: 'more than rounding to whole 万元 takes away',
      form: { base: 'project', sheet: '自评表' },
      others: [{ base: 'project', sheet: '汇总', cells: { F6: 80.56, F7: 60.56 } }],
      findings: [{ cells: ['F6'], message: '“农村道路养护”全年预算数本表填80.56，表“自评表”F6填80，两表不一致。' }],
    },
    { shows: 'the monitoring of July beside the evaluation', form: { base: 'project', sheet: '自评表' }, others: [{ base: 'project', sheet: '监控', cells: { A1: '项目支出绩效运行监控表', G6: 40, G7: 20, I6: '50%', K6: 5 } }], findings: [] },
    { shows: 'another part of the project', form: { base: 'project', sheet: '自评表', cells: { F4: '子项目名称', G4: '北片' } }, others: [{ base: 'project', sheet: '南片', cells: { F4: '子项目名称', G4: '南片', F6: 90, F7: 70 } }], findings: [] },
    { shows: 'another project', form: { base: 'project', sheet: '自评表' }, others: [{ base: 'project', sheet: '另一项目', cells: { C3: '桥梁加固', F6: 90, F7: 70 } }], findings: [] },
  ],
  // One table cannot contradict another.
  check: () => [],
  *checkWorkbook(tables) {
    const first = new Map<string, Table>();
    for (const table of tables) {
      const key = keyOf(table);
      if (key === null) continue;
      const other = first.get(key);
      if (other) yield* compare(nameOf(table), sideOf(table), sideOf(other));
      else first.set(key, table);
    }
    yield* summaries(tables);
  },
});

/**
 * Kind, year, project (with 子项目 and the like) and unit: what makes two tables speak of the same thing; null where a table does not say. The targets of
 * January and the results of July have other amounts than the evaluation, and rightly so.
 */
function keyOf(table: Table): string | null {
  const project = fieldText(table, PROJECT);
  const unit = fieldText(table, /实施单位|(?:部门|单位)名称|填报单位/);
  if (table.kind === 'base-data' || (project === '' && (table.kind !== 'department' || unit === ''))) return null;
  const further = table.fields.filter((field) => /项目|专项|任务|批次|类别|类型/.test(field.name) && field.entry.filled).map((field) => solid(field.entry));
  return [table.kind, table.year ?? '', project, unit, ...further].join('|');
}

const PROJECT = /^(?:项目名称|专项(?:资金)?名称)/;

const solid = ({ text }: Entry): string => text.replace(/\s/g, '');

/** '' where no field of that name is filled. */
function fieldText({ fields }: Table, pattern: RegExp): string {
  const found = fields.find(({ name, entry }) => pattern.test(name) && entry.filled);
  return found ? solid(found.entry) : '';
}

function nameOf({ fields }: Table): string {
  return fields.find((field) => /名称/.test(field.name) && field.entry.filled)?.entry.text ?? '同一单位';
}

/** What one table says of a project: in its own form, or in a line of a summary. */
interface Side {
  readonly table: Table;
  readonly amounts: FundRow | null;
  readonly score: Entry | null;
}

const sideOf = (table: Table): Side => ({ table, amounts: table.fund?.total ?? null, score: table.total?.score ?? null });

function* compare(name: string, mine: Side, theirs: Side): Iterable<WorkbookReport<Message>> {
  const { sheet } = mine.table;
  const shared = { name, sheet: theirs.table.sheet };
  for (const column of AMOUNT_COLUMNS) {
    const [own, other] = [mine.amounts?.[column], theirs.amounts?.[column]];
    if (!own || !other || !differ(mine, column, theirs, column) || isOtherBudget(mine, theirs, column)) continue;
    const inOwn = inOwnUnit(mine, theirs, own, other);
    if (inOwn) {
      yield { sheet, message: 'units', data: { ...shared, ...inOwn, expected: `${inOwn.expected}${mine.table.fund?.unit ?? ''}`, what: NAMES[column], cell: other.cell }, cells: [own.cell], expected: inOwn.expected, received: words(own) };
      continue;
    }
    yield { sheet, message: 'amount', data: { ...shared, what: NAMES[column], received: words(own), expected: words(other), cell: other.cell }, cells: [own.cell], expected: words(other), received: words(own) };
  }
  const [own, other] = [mine.score, theirs.score];
  if (own?.quantity && other?.quantity && !near(own.quantity.value, other.quantity.value, decimal('0.05'))) {
    yield { sheet, message: 'score', data: { ...shared, received: amount(own.quantity.value), expected: amount(other.quantity.value), cell: other.cell }, cells: [own.cell], expected: amount(other.quantity.value), received: amount(own.quantity.value) };
  }
}

/** 790000 of a table in 元 beside 80 of one in 万元, which are 800000 here; null where both count in one unit. */
function inOwnUnit({ table: { fund } }: Side, { table: { fund: others } }: Side, own: Entry, other: Entry): { readonly expected: string; readonly received: string; readonly stated: string } | null {
  const there = others && amountIn(others, other);
  if (!fund?.unit || !others?.unit || fund.unit === others.unit || !there) return null;
  const [unit, theirs] = [fund.unit, others.unit];
  const named = (entry: Entry, of: string): string => (entry.quantity?.unit === '' && entry.quantity.scale === 1 ? `${words(entry)}${of}` : words(entry));
  const expected = amount(there.times(IN_YUAN[theirs]).div(IN_YUAN[unit]));
  return { expected, received: named(own, unit), stated: named(other, theirs) };
}

/** A line of a summary and the form of the project that it names. */
function* summaries(tables: readonly Table[]): Iterable<WorkbookReport<Message>> {
  for (const table of tables) for (const { name, score } of table.summary ?? []) {
    const own = tables.filter((one) => !one.summary && one.kind === 'project' && fieldText(one, PROJECT) === solid(name) && (one.year ?? table.year) === (table.year ?? one.year));
    const [form] = own;
    // Twice the same name is a project of two units or in two parts: no telling which.
    if (!form || own.length > 1 || table.summary?.filter((line) => line.name.text === name.text).length !== 1) continue;
    const amounts = table.fund?.parts.find((part) => AMOUNT_COLUMNS.some((column) => part[column]?.row === name.row)) ?? null;
    yield* compare(name.text, { table, amounts, score }, sideOf(form));
  }
}

/** 预算 in a summary that has one column for it may be either of the two. */
function isOtherBudget(mine: Side, theirs: Side, column: AmountColumn): boolean {
  const { summary, fund } = mine.table;
  if (!summary || column === 'actualSpending' || fund?.headers.originalBudget && fund.headers.finalBudget) return false;
  const other = column === 'finalBudget' ? 'originalBudget' : 'finalBudget';
  return amountOf(theirs, other) !== null && !differ(mine, column, theirs, other);
}

/** True for two amounts of which neither is the other rounded to the digits that it shows; false where either is not known. */
function differ(mine: Side, column: AmountColumn, theirs: Side, other: AmountColumn): boolean {
  const [a, b] = [amountOf(mine, column), amountOf(theirs, other)];
  return a !== null && b !== null && !near(a.yuan, b.yuan, Decimal.max(a.rounding, b.rounding));
}

/** In 元, with what the digits shown may hide: a hundredth of the table's unit at the least. */
function amountOf({ table: { fund }, amounts }: Side, column: AmountColumn): { readonly yuan: Decimal; readonly rounding: Decimal } | null {
  const entry = amounts?.[column];
  if (!fund?.unit || !entry?.quantity) return null;
  const unit = IN_YUAN[fund.unit];
  const yuan = amountIn(fund, entry)?.times(unit);
  const { decimals, scale } = entry.quantity;
  return yuan ? { yuan, rounding: Decimal.max(decimal('0.01').times(unit), halfUnit(decimals).times(entry.quantity.unit === '元' ? scale : unit)) } : null;
}
