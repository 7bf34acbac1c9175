// Two tables of one workbook about the same project and year must say the same.
import type { Entry, Table } from '../model/table';
import { near, decimal, type Decimal } from '../model/decimal';
import type { AmountColumn } from './fund-figures';
import { AMOUNT_COLUMNS, amountIn } from './fund-figures';
import type { WorkbookReport } from './rule';
import { defineRule } from './rule';
import { amount, words } from './wording';
import { FORM_BASIS } from './basis';

const NAMES: Readonly<Record<AmountColumn, string>> = { originalBudget: '年初预算数', finalBudget: '全年预算数', actualSpending: '全年执行数' };
const IN_YUAN = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 } as const;

export const crossTable = defineRule<'amount' | 'score'>({
  id: 'cross-table',
  title: '表间一致',
  severity: 'error',
  why: '同一项目在两张表里数字不同，报出去就自相矛盾。',
  basis: { ...FORM_BASIS, clause: '同一项目同一年度各表数据应一致' },
  messages: {
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
    { shows: 'two tables of one project that agree', form: { base: 'project', sheet: '自评表' }, others: [{ base: 'project', sheet: '汇总' }], findings: [] },
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
      if (other) yield* compare(table, other);
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
  const named = (pattern: RegExp): string => table.fields.find((field) => pattern.test(field.name) && field.entry.filled)?.entry.text.replace(/\s/g, '') ?? '';
  const project = named(/^(?:项目名称|专项(?:资金)?名称)/);
  const unit = named(/实施单位|(?:部门|单位)名称|填报单位/);
  if (table.kind === 'base-data' || (project === '' && (table.kind !== 'department' || unit === ''))) return null;
  const further = table.fields.filter((field) => /项目|专项|任务|批次|类别|类型/.test(field.name) && field.entry.filled).map((field) => field.entry.text.replace(/\s/g, ''));
  return [table.kind, table.year ?? '', project, unit, ...further].join('|');
}

function* compare(table: Table, other: Table): Iterable<WorkbookReport<'amount' | 'score'>> {
  const name = table.fields.find((field) => /名称/.test(field.name) && field.entry.filled)?.entry.text ?? '同一单位';
  const shared = { name, sheet: other.sheet };
  for (const column of AMOUNT_COLUMNS) {
    const mine = table.fund?.total?.[column];
    const theirs = other.fund?.total?.[column];
    const a = inYuan(table, column);
    const b = inYuan(other, column);
    if (!mine || !theirs || !a || !b || near(a, b, decimal('0.01').times(IN_YUAN[table.fund?.unit ?? '元']))) continue;
    yield { sheet: table.sheet, message: 'amount', data: { ...shared, what: NAMES[column], received: words(mine), expected: words(theirs), cell: theirs.cell }, cells: [mine.cell], expected: words(theirs), received: words(mine) };
  }
  const mine = table.total?.score;
  const theirs = other.total?.score;
  if (mine?.quantity && theirs?.quantity && !near(mine.quantity.value, theirs.quantity.value, decimal('0.05'))) {
    yield { sheet: table.sheet, message: 'score', data: { ...shared, received: amount(mine.quantity.value), expected: amount(theirs.quantity.value), cell: theirs.cell }, cells: [mine.cell], expected: amount(theirs.quantity.value), received: amount(mine.quantity.value) };
  }
}

const PROJECT = /^(?:项目名称|专项(?:资金)?名称)/;
const named = ({ fields }: Table): string => fields.find(({ name, entry }) => PROJECT.test(name) && entry.filled)?.entry.text.replace(/\s/g, '') ?? '';

/** A line of a summary and the form of the project that it names. */
function* summaries(tables: readonly Table[]): Iterable<WorkbookReport<'amount' | 'score'>> {
  for (const summary of tables) for (const line of summary.summary ?? []) {
    const own = tables.filter((table) => !table.summary && table.kind === 'project' && named(table) === line.name.text.replace(/\s/g, '') && (table.year ?? summary.year) === (summary.year ?? table.year));
    const [form] = own;
    // Twice the same name is a project of two units or in two parts: no telling which.
    if (!form || own.length > 1 || summary.summary?.filter(({ name }) => name.text === line.name.text).length !== 1) continue;
    const part = summary.fund?.parts.find(({ finalBudget, originalBudget, actualSpending }) => [finalBudget, originalBudget, actualSpending].some((entry) => entry?.row === line.name.row));
    const shared = { name: line.name.text, sheet: form.sheet };
    for (const column of AMOUNT_COLUMNS) {
      const [mine, theirs] = [part?.[column], form.fund?.total?.[column]];
      const [a, b] = [amountInYuan(summary, mine), inYuan(form, column)];
      if (!mine || !theirs || !a || !b || near(a, b, decimal('0.01').times(IN_YUAN[summary.fund?.unit ?? '元'])) || isOtherBudget(summary, form, column, a)) continue;
      yield { sheet: summary.sheet, message: 'amount', data: { ...shared, what: NAMES[column], received: words(mine), expected: words(theirs), cell: theirs.cell }, cells: [mine.cell], expected: words(theirs), received: words(mine) };
    }
    const [mine, theirs] = [line.score, form.total?.score];
    if (mine?.quantity && theirs?.quantity && !near(mine.quantity.value, theirs.quantity.value, decimal('0.05'))) {
      yield { sheet: summary.sheet, message: 'score', data: { ...shared, received: amount(mine.quantity.value), expected: amount(theirs.quantity.value), cell: theirs.cell }, cells: [mine.cell], expected: amount(theirs.quantity.value), received: amount(mine.quantity.value) };
    }
  }
}

/** 预算 in a summary that has one column for it may be either of the two. */
function isOtherBudget({ fund }: Table, form: Table, column: AmountColumn, claimed: Decimal): boolean {
  if (column === 'actualSpending' || fund?.headers.originalBudget && fund.headers.finalBudget) return false;
  return inYuan(form, column === 'finalBudget' ? 'originalBudget' : 'finalBudget')?.eq(claimed) === true;
}

function amountInYuan({ fund }: Table, entry: Entry | null | undefined): Decimal | null {
  return fund?.unit && entry ? (amountIn(fund, entry)?.times(IN_YUAN[fund.unit]) ?? null) : null;
}

function inYuan(table: Table, column: AmountColumn): ReturnType<typeof amountIn> {
  const { fund } = table;
  if (!fund?.total || fund.unit === null) return null;
  return amountIn(fund, fund.total[column])?.times(IN_YUAN[fund.unit]) ?? null;
}
