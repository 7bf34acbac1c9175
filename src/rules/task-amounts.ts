// 年度主要任务 of a department: every task's 总额 is the sum of its sources, 金额合计 that of the tasks.
import { near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { compact } from '../reading/text';
import { inOneUnit, roundingOf, sumBeside, takesSum } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import type { RuleReport } from './rule';
import { excerpt, words } from './wording';

const WHOLE = /^(?:总额|合计|小计|总计)$/;
const SOURCE = /^(?:其中:?)?(?:财政(?:拨款|资金|性资金)|上级资金|本级资金|单位资金|自有资金|非财政拨款|其[他它]资金)$/;
/** Closes the list of sources: nothing else pays. */
const LAST_SOURCE = /^其[他它]资金$/;
const CLOSING = /^(?:金额|预算)?(?:合计|总计)$/;
const OTHERS = /(?:率|进度|得分|分值|权重)(?:[(（].*)?$/;
/** More lines than any department has tasks. */
const MOST_LINES = 60;

interface Tasks {
  /** Columns of 总额 and its sources. */
  readonly whole: Entry;
  readonly sources: readonly Entry[];
  /** Rows of the tasks, and that of 金额合计 with its label; null without one. */
  readonly rows: readonly number[];
  readonly closing: Entry | null;
}

/** 总额 | 财政拨款 | 其他资金 over the tasks, as a rule with 金额合计 below them; null where the form has no such list. */
function tasksOf({ entries }: Table): Tasks | null {
  const last = entries.find((entry) => LAST_SOURCE.test(compact(entry.text)) && entries.some((other) => other.row === entry.row && WHOLE.test(compact(other.text))));
  const header = last && entries.filter((entry) => entry.row === last.row && entry.column <= last.column);
  const whole = header?.find((entry) => WHOLE.test(compact(entry.text)));
  if (!last || !header || !whole) return null;
  const sources = header.filter((entry) => entry.column > whole.column);
  if (sources.length < 2 || !sources.every((entry) => SOURCE.test(compact(entry.text)))) return null;
  const closing = entries.find((entry) => entry.row > last.row && entry.row <= last.row + MOST_LINES && entry.column < whole.column && CLOSING.test(compact(entry.text))) ?? null;
  const lines = entries.filter((entry) => entry.row > last.row && entry.row < (closing?.row ?? endOf(entries, whole)));
  // Tasks within tasks would count twice.
  if (lines.some(({ text }) => /^其中|小计$/.test(compact(text)))) return null;
  // 执行率 and 得分 below 预算数 and 执行数 of each source are no amounts.
  const others = new Set(present(lines, ({ row, column, text, quantity }) => (column < whole.column && quantity === null && OTHERS.test(compact(text)) ? row : null)));
  const rows = [...new Set(lines.map((entry) => entry.row))].filter((row) => !others.has(row));
  return { whole, sources, rows, closing };
}

/** The row after the last of the tasks that follow each other with an amount. */
function endOf(entries: readonly Entry[], whole: Entry): number {
  let row = whole.row + 1;
  while (row <= whole.row + MOST_LINES && entries.some((entry) => entry.row === row && entry.column === whole.column && entry.quantity !== null)) row++;
  return row;
}

/** What contradicts itself in the list of tasks. Without 金额合计 the sources may be some of them only: that they are all is told by a task that they make. */
export function* taskAmounts(table: Table): Iterable<RuleReport<'task' | 'tasks'>> {
  if (table.kind !== 'targets' && table.kind !== 'department') return;
  const tasks = tasksOf(table);
  if (!tasks) return;
  const { whole, sources, rows, closing } = tasks;
  const at = (row: number, column: number): Entry | null => table.entries.find((entry) => entry.row === row && entry.column === column && entry.quantity !== null) ?? null;
  const unlike = (row: number, total: Entry | null, parts: readonly (Entry | null)[]): RuleReport<'task' | 'tasks'> | null => {
    const given = present(parts, (part) => part);
    if (!total?.quantity || given.length < 2) return null;
    const expected = sum(present(given, ({ quantity }) => quantity?.value));
    const slack = roundingOf([total, ...given]);
    if (near(expected, total.quantity.value, slack) || !inOneUnit([total, ...given])) return null;
    return {
      message: row === closing?.row ? 'tasks' : 'task',
      data: { name: excerpt(table.entries.filter((entry) => entry.row === row && entry.column < whole.column && entry.quantity === null).at(0) ?? total), received: words(total), expected: sumBeside(expected, total) },
      cells: [total.cell, ...given.map(({ cell }) => cell)],
      expected: sumBeside(expected, total),
      received: words(total),
      correction: takesSum(total) ? proposal(numberEdit(total, expected, { formula: additionOf(given) })) : undefined,
    };
  };
  const complete = rows.filter((row) => at(row, whole.column) && sources.every(({ column }) => at(row, column)));
  const wrong = present(complete, (row) => unlike(row, at(row, whole.column), sources.map(({ column }) => at(row, column))));
  // One source that is all of a task tells as much as several that make it.
  const alone = rows.some((row) => !complete.includes(row) && sources.some(({ column }) => at(row, column)?.quantity?.value.eq(at(row, whole.column)?.quantity?.value ?? -1)));
  if (closing || wrong.length < complete.length || alone) yield* wrong;
  if (!closing) return;
  for (const column of [whole, ...sources]) {
    const found = unlike(closing.row, at(closing.row, column.column), rows.map((row) => at(row, column.column)));
    if (found) yield { ...found, data: { ...found.data, column: excerpt(column) } };
  }
}
