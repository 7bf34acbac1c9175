// 年度资金总额 must be the sum of its 其中 lines, and no line stands alone.
import type { Decimal } from '../model/decimal';
import { decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, Table } from '../model/table';
import { fundColumn } from '../reading/labels';
import { compact } from '../reading/text';
import { amountsBehindRate, type BudgetColumn } from '../scoring/rated-amounts';
import { FORM_BASIS } from './basis';
import { additionOf, numberEdit, proposal } from './correcting';
import { fundBalance } from './fund-balance';
import type { AmountColumn } from './fund-figures';
import { AMOUNT_COLUMNS, amountIn, columnName, denominator } from './fund-figures';
import { fundSplits } from './fund-splits';
import { makesTotal, mayBeRounded, roundingOf } from './adding-up';
import { leavesRestOpen, namesSome, unusedElsewhere } from './open-sources';
import { outerParts } from './outer-parts';
import { cellAt } from './rows';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { amount, words } from './wording';

type Message = 'mismatch' | 'rated' | 'mistyped' | 'short' | 'part' | 'between' | 'nested' | 'blank' | 'empty' | 'split' | 'stated' | 'balance';

export const fundParts = defineRule<Message>({
  id: 'fund-parts',
  title: '资金总额与其中',
  severity: 'error',
  why: '年度资金总额应等于各资金来源之和，不等则预算和执行都无法核对。',
  basis: { ...FORM_BASIS, clause: '年度资金总额 = 其中各项之和' },
  messages: {
    mismatch: '{column}：总额{received}，其中各项合计{expected}，两者不等。',
    rated: '{column}：总额{received}，其中各项合计{expected}，两者不等；执行率{rate}与各项合计相符。',
    mistyped: '{column}：总额{total}，其中各项合计{sum}，两者不等；“{name}”按其执行率{rate}应为{expected}，填的是{received}。',
    short: '{column}：总额{received}，其中各项只填了{expected}，其余各项空白，差{rest}没有来源。',
    part: '“{name}”{column}{received}，其中各项合计{expected}，两者不等。',
    between: '“{name}”{column}填{received}，按总额和其下各项都应为{expected}。',
    nested: '“{part}”{column}{total}，其中各项合计{sum}，两者不等；“{name}”按其执行率{rate}应为{expected}，填的是{received}。',
    blank: '{column}：总额未填，其中各项却有{expected}，总额应等于其中各项之和。',
    empty: '{column}：总额填{received}，其中各项却有{expected}，总额应等于其中各项之和。',
    stated: '“{name}”填{received}，各项合计{expected}，两者不等。',
    balance: '“{name}”{column}填{received}，按同行金额应为{expected}（{derivation}），请核对。',
    split: '“{name}”各项合计{parts}，与{columns}（{totals}）都不相等。',
  },
  examples: [
    { shows: 'parts add up to less than the total', form: { base: 'project', cells: { E8: 10 } }, findings: [{ cells: ['E6', 'E7', 'E8', 'E9'], message: '年初预算数：总额80，其中各项合计70，两者不等。' }] },
    { shows: 'a total mistyped after the rate was made', form: { base: 'project', cells: { F6: 90 } }, findings: [{ cells: ['F6', 'F7', 'F8', 'F9'], message: '全年预算数：总额90，其中各项合计80，两者不等；执行率100%与各项合计相符。' }] },
    { shows: 'a part mistyped after its rate was made', form: { base: 'project', cells: { G6: 78, I6: '97.5%', G8: 81, I8: '90%', K6: 9.75, I20: 99.75 } }, findings: [{ cells: ['G8', 'G6', 'G7', 'G9'], message: '全年执行数：总额78，其中各项合计141，两者不等；“上年结转资金”按其执行率90%应为18，填的是81。' }] },
    { shows: 'a single part above the total', form: { base: 'project', cells: { F7: 90, F8: null, F9: null } }, findings: [{ cells: ['F6', 'F7'], message: '全年预算数：总额80，其中各项合计90，两者不等。' }] },
    { shows: 'sources written with 万 beside a total in 万元', form: { base: 'project', cells: { E6: 231, E7: '200万', E8: '31万' } }, findings: [] },
    { shows: 'sources in 万元 with two digits beside a total in 元', form: { base: 'project', cells: { A5: '项目资金（元）', E6: 1234567, E7: '100.46万元', E8: '23万元', F6: 800000, F7: 600000, F8: 200000, G6: 800000, G7: 600000, G8: 200000 } }, findings: [] },
    { shows: 'a header wrapped by hand', form: { base: 'project', cells: { E5: '年初\n预算数', E8: 10 } }, findings: [{ cells: ['E6', 'E7', 'E8', 'E9'], message: '年初预算数：总额80，其中各项合计70，两者不等。' }] },
    { shows: 'the total left at 0', form: { base: 'project', cells: { G6: 0 } }, findings: [{ cells: ['G6', 'G7', 'G8', 'G9'], message: '全年执行数：总额填0，其中各项却有80，总额应等于其中各项之和。' }] },
    { shows: 'no total beside filled ones', form: { base: 'project', cells: { G6: null } }, findings: [{ cells: ['G6', 'G7', 'G8', 'G9'], message: '全年执行数：总额未填，其中各项却有80，总额应等于其中各项之和。' }] },
    { shows: 'numbered lines that do not make their part', form: { base: 'project', cells: { C7: '一、财政拨款', C8: '其中：1.中央资金', C9: '2.省级资金', E7: 80, E8: 50, E9: 20, F7: 80, F8: 60, F9: 20, G7: 80, G8: 60, G9: 20 } }, findings: [{ cells: ['E7', 'E8', 'E9'], message: '“财政拨款”年初预算数80，其中各项合计70，两者不等。' }] },
    { shows: 'a part that the total and the numbered lines below it contradict alike', form: { base: 'project', cells: { C7: '一、财政拨款', C8: '其中：1.中央资金', C9: '2.省级资金', E7: 90, E8: 60, E9: 20, F7: 80, F8: 60, F9: 20, G7: 80, G8: 60, G9: 20 } }, findings: [{ cells: ['E7', 'E6', 'E8', 'E9'], message: '“财政拨款”年初预算数填90，按总额和其下各项都应为80。' }] },
    { shows: 'a numbered line mistyped after its rate was made', form: { base: 'project', cells: { C7: '一、财政拨款', C8: '其中：1.中央资金', C9: '2.省级资金', E7: 80, F7: 80, G7: 78, G6: 78, I6: '97.5%', K6: 9.75, I20: 99.75, E8: 60, E9: 20, F8: 60, F9: 20, G8: 60, G9: 81, I9: '90%' } }, findings: [{ cells: ['G9', 'G7', 'G8'], message: '“财政拨款”全年执行数78，其中各项合计141，两者不等；“省级资金”按其执行率90%应为18，填的是81。' }] },
    { shows: 'sources told by the level that pays', form: { base: 'project', cells: { C7: '其中：省级', C8: '市级', C9: null, E7: 20, E8: 60, F7: 20, F8: 60, G7: 20, G8: 60, E9: null, F9: null, G9: null } }, findings: [] },
    { shows: 'lines below a part that make it in the other columns', form: { base: 'project', cells: { C7: '一、财政拨款', C8: '其中：中央资金', C9: '省级资金', E7: 80, E8: 50, E9: 20, F7: 80, F8: 60, F9: 20, G7: 80, G8: 60, G9: 20 } }, findings: [{ cells: ['E7', 'E8', 'E9'], message: '“财政拨款”年初预算数80，其中各项合计70，两者不等。' }] },
    { shows: 'the same money divided twice', form: { base: 'project', cells: { E7: 60, E8: 20, E9: 80 } }, findings: [] },
    { shows: 'only one source, the others blank', form: { base: 'project', cells: { E7: 80, E8: null, E9: null } }, findings: [] },
    { shows: 'every source is named, 其他资金 among them, and the filled ones are too little', form: { base: 'project', cells: { E8: null } }, findings: [{ cells: ['E6', 'E7', 'E8', 'E9'], message: '年初预算数：总额80，其中各项只填了60，其余各项空白，差20没有来源。' }] },
    { shows: 'the same of this year', form: { base: 'project', cells: { C9: '当年其他资金', E8: null } }, findings: [{ cells: ['E6', 'E7', 'E8', 'E9'], message: '年初预算数：总额80，其中各项只填了60，其余各项空白，差20没有来源。' }] },
    { shows: 'what was spent without a source, from a line that is blank throughout', form: { base: 'project', cells: { C9: '县级资金', E9: null, F9: null, G9: null, G6: 85, I6: '106.25%' } }, findings: [{ cells: ['G6', 'G7', 'G8', 'G9'], message: '全年执行数：总额85，其中各项只填了80，其余各项空白，差5没有来源。' }] },
    { shows: 'noughts beside a blank that holds it all', form: { base: 'project', cells: { E7: null, E8: 0, E9: 0 } }, findings: [] },
    { shows: 'a blank part may hold the rest where the form may have left sources out', form: { base: 'project', cells: { C9: null, E9: null, F9: null, G9: null, E8: null } }, findings: [] },
    { shows: 'the one source of several that the form names', form: { base: 'project', cells: { C7: '其中：中央补助', C8: null, C9: null, E7: 60, E8: null, E9: null, F7: 60, F8: null, F9: null, G7: 60, G8: null, G9: null } }, findings: [] },
    { shows: 'one source that is all of the money in the other columns', form: { base: 'project', cells: { C7: '其中：中央补助', C8: null, C9: null, E7: 60, E8: null, E9: null, F7: 80, F8: null, F9: null, G7: 80, G8: null, G9: null } }, findings: [{ cells: ['E6', 'E7'], message: '年初预算数：总额80，其中各项合计60，两者不等。' }] },
    {
      shows: 'sources that make the total of no column, in a list that nothing closes',
      form: { base: 'project', cells: { C7: '其中：中央资金', C8: '省级资金', C9: null, E7: 50, E8: 20, E9: null, F7: 50, F8: 20, F9: null, G7: 50, G8: 18, G9: null } },
      findings: [
        { cells: ['E6', 'E7', 'E8'], severity: 'verify', message: '年初预算数：总额80，其中各项合计70，两者不等。' },
        { cells: ['F6', 'F7', 'F8'], severity: 'verify', message: '全年预算数：总额80，其中各项合计70，两者不等。' },
        { cells: ['G6', 'G7', 'G8'], severity: 'verify', message: '全年执行数：总额80，其中各项合计68，两者不等。' },
      ],
    },
    { shows: 'whole numbers that may have been rounded', form: { base: 'project', cells: { E6: 1235, E7: 412, E8: 412, E9: 412 } }, findings: [{ cells: ['E6', 'E7', 'E8', 'E9'], severity: 'verify', message: '年初预算数：总额1235，其中各项合计1236，两者不等。' }] },
    { shows: 'a part that has results and no budget is told as such', form: { base: 'project', cells: { E7: null, F7: null } }, findings: [] },
  ],
  *check(table, { rubric }) {
    const { fund } = table;
    const total = fund?.total;
    if (!total) return;
    const budget = denominator(table, rubric).column;
    const told = new Set<Entry>();
    for (const column of AMOUNT_COLUMNS) {
      // One finding a column: the ways of dividing a wrong total are all wrong together.
      const [first] = divisions(fund).flatMap((parts) => {
        if ([...checkColumn(fund, total, parts, column, true)].length === 0) return [];
        const slip = mistyped(fund, [total, ...parts], column, budget);
        const between = slip ? null : slipBetween(fund, total, parts, column);
        const part = (slip?.row ?? between?.part)?.[column];
        if (part) told.add(part);
        return between ? [between.found] : [...checkColumn(fund, total, parts, column, slip !== null)].map((found) => (slip ? withCulprit(fund, column, found, slip) : found));
      });
      if (first) yield first;
    }
    for (const part of fund.parts) yield* checkNested(fund, total, part, budget, told);
    yield* fundSplits(fund, total);
    yield* checkForecast(table, fund, total);
    yield* checkArrived(table, fund, total);
    if (table.kind !== 'monitoring') yield* fundBalance(table);
  },
});

/** 全年预计执行数 of a form of monitoring divides like the other amounts. */
const FORECAST = /^(?:全年)?预计(?:全年)?(?:预算)?(?:执行|支出|完成)(?:数|金额|额)(?:\([A-Z]\))?$/;

function* checkForecast(table: Table, fund: FundBlock, total: FundRow): Iterable<RuleReport<Message>> {
  const header = table.kind === 'monitoring' ? table.entries.find((entry) => entry.row < total.label.row && entry.quantity === null && FORECAST.test(compact(entry.text))) : undefined;
  if (header) yield* checkOther(table, fund, total, header, header.column);
}

/** 到位数 beside budget and spending, or the other of two budgets, under its header or behind its label. */
const ARRIVED = /^(?:实际|资金)*到位(?:数|资金|金额|额)?(?:\([A-Z万元]+\))?:?$/;

function* checkArrived(table: Table, fund: FundBlock, total: FundRow): Iterable<RuleReport<Message>> {
  const { actualSpending: spending, ...budgets } = fund.headers;
  if (!spending) return;
  const known = new Set(Object.values(budgets).map(({ column }) => column));
  const row = table.entries.filter((entry) => entry.row === spending.row && entry.column < spending.column);
  for (const header of row.filter(({ quantity, column, raw, text }) => quantity === null && !known.has(column) && (ARRIVED.test(compact(text)) || /Budget$/.test(fundColumn(raw) ?? '')))) {
    const behind = spending.row === total.actualSpending?.row ? row.find((entry) => entry.column > header.column && entry.quantity !== null) : header;
    if (behind) yield* checkOther(table, fund, total, header, behind.column);
  }
}

/** A column that is none of the three divides like them. */
function* checkOther(table: Table, fund: FundBlock, total: FundRow, header: Entry, column: number): Iterable<RuleReport<Message>> {
  const moved = (row: FundRow): FundRow => ({ ...row, actualSpending: cellAt(table, row.label.row, column) });
  const expected = { ...fund, headers: { ...fund.headers, actualSpending: header }, total: moved(total), parts: fund.parts.map(moved) };
  const [first] = divisions(expected).flatMap((parts) => [...checkColumn(expected, expected.total, parts, 'actualSpending')]);
  if (first) yield first;
}

/** The outermost parts by the way in which they divide the total: 资金来源 and 资金结构 each make it by themselves. */
function divisions(fund: FundBlock): readonly (readonly FundRow[])[] {
  const outer = fund.parts.filter((part) => part.level === 1);
  return [...new Set(outer.map((part) => part.division))].map((division) => outer.filter((part) => part.division === division));
}

/** A column of amounts whose parts can be added up. */
interface Column {
  readonly total: Entry;
  readonly claimed: Decimal | null;
  readonly parts: readonly Entry[];
  readonly filled: readonly Entry[];
  readonly amounts: readonly Decimal[];
  readonly partsSum: Decimal;
}

/** Null where the form does not have the column, no part is filled in or one holds no amount. */
function readColumn(fund: FundBlock, row: FundRow, division: readonly FundRow[], column: AmountColumn): Column | null {
  const total = row[column];
  const parts = present(division, (part) => part[column]);
  if (!total || parts.length === 0) return null;
  const filled = parts.filter((part) => part.filled && !part.notApplicable);
  const amounts = present(filled, (part) => amountIn(fund, part));
  if (filled.length === 0 || amounts.length < filled.length) return null;
  return { total, claimed: amountIn(fund, total), parts, filled, amounts, partsSum: sum(amounts) };
}

/** `complete`: the blanks are known to hold nothing. */
function* checkColumn(fund: FundBlock, row: FundRow, division: readonly FundRow[], column: AmountColumn, complete = false): Iterable<RuleReport<Message>> {
  const read = readColumn(fund, row, division, column);
  if (!read) return;
  const { total, claimed, parts, filled, amounts, partsSum } = read;
  if (!total.filled || claimed?.isZero()) {
    if (partsSum.gt(0) && (claimed || othersFilled(row, column))) yield otherTotal(columnName(fund, column), read, claimed ? 'empty' : 'blank');
    return;
  }
  if (!claimed || makesTotal(amounts, claimed, roundingOf([total, ...filled], fund))) return;
  const outer = outerParts(fund, row, division, column);
  if (outer && outer.length < division.length) {
    yield* checkColumn(fund, row, outer.map(({ part }) => part), column, complete);
    return;
  }
  const open = !complete && filled.length < parts.length && !partsSum.gt(claimed);
  if (open && !leavesRestOpen(division, column) && !unusedElsewhere(fund, row, division, column)) return;
  const partial = row === fund.total && partsSum.lt(claimed) ? namesSome(fund, row, division) : null;
  if (partial === 'one') return;
  if (!open || parts.every((part) => part.filled)) yield { ...otherTotal(columnName(fund, column), read, 'mismatch'), ...(partial ? { severity: 'verify' as const, correction: undefined } : mayBeRounded(total, filled, fund) ? { severity: 'verify' as const } : {}) };
  // Noughts alone divide nothing: the blanks beside them were left to the total.
  else if (!partsSum.isZero()) yield tooLittle(columnName(fund, column), read, claimed);
}

/** Which of the blanks is to be filled, or whether the total is wrong, the form does not tell. */
function tooLittle(name: string, { total, parts, partsSum }: Column, claimed: Decimal): RuleReport<Message> {
  const received = words(total);
  return {
    message: 'short', data: { column: name, expected: amount(partsSum), received, rest: amount(claimed.minus(partsSum)) },
    cells: [total.cell, ...parts.map((part) => part.cell)], expected: null, received,
  };
}

/** The total as the parts make it. */
function otherTotal(name: string, { total, filled, partsSum }: Column, message: 'mismatch' | 'blank' | 'empty'): RuleReport<Message> {
  const [expected, received] = [amount(partsSum), words(total)];
  return {
    message, data: { column: name, expected, received }, cells: [total.cell, ...filled.map((part) => part.cell)],
    expected, received: message === 'blank' ? null : received,
    // Noughts in all lines were not filled in: the total is no nought for that.
    correction: partsSum.isZero() ? undefined : proposal(numberEdit(total, partsSum, { formula: additionOf(filled) })),
  };
}

/** The amount that is wrong, where a rate was made of the right one. */
interface Mistyped {
  readonly row: FundRow;
  readonly rate: Entry;
  readonly right: Decimal;
}

function mistyped(fund: FundBlock, rows: readonly FundRow[], column: AmountColumn, budget: BudgetColumn): Mistyped | null {
  if (column !== 'actualSpending' && column !== budget) return null;
  for (const row of rows) {
    const behind = row.executionRate ? amountsBehindRate(fund, row, budget) : null;
    const [right, own] = [column === 'actualSpending' ? behind?.spending : behind?.budget, amountIn(fund, row[column])];
    if (row.executionRate && right && own && !near(right, own, decimal('0.01'))) return { row, rate: row.executionRate, right };
  }
  return null;
}

/** A part without a rate that is wrong: the numbered lines below it make what the total leaves for it. */
function slipBetween(fund: FundBlock, total: FundRow, division: readonly FundRow[], column: AmountColumn): { readonly part: FundRow; readonly found: RuleReport<Message> } | null {
  for (const part of division) {
    const nested = linesBelow(fund, part);
    const own = nested.length > 0 ? readColumn(fund, part, nested, column) : null;
    const whole = total[column];
    if (!own?.claimed || !whole || own.filled.length < nested.length || makesTotal(own.amounts, own.claimed, roundingOf([own.total, ...own.filled], fund)) || !totalHolds(fund, total, part, column, own.partsSum)) continue;
    const [expected, received] = [amount(own.partsSum), words(own.total)];
    return { part, found: {
      message: 'between', data: { name: part.name, column: columnName(fund, column), received, expected },
      cells: [own.total.cell, whole.cell, ...own.filled.map(({ cell }) => cell)], expected, received, correction: proposal(numberEdit(own.total, own.partsSum, { formula: additionOf(own.filled) })),
    } };
  }
  return null;
}

/** True where the total is made by its parts once this one is `right`. */
function totalHolds(fund: FundBlock, total: FundRow, part: FundRow, column: AmountColumn, right: Decimal): boolean {
  const division = divisions(fund).find((parts) => parts.includes(part));
  const outer = division && outerParts(fund, total, division, column)?.map((one) => one.part);
  const read = division && readColumn(fund, total, outer?.includes(part) ? outer : division, column);
  return Boolean(read?.claimed && makesTotal(read.filled.map((entry, i) => (entry === part[column] ? right : (read.amounts[i] ?? right))), read.claimed, roundingOf([read.total, ...read.filled], fund)));
}

/** The sum that does not hold, told with the amount that spoils it. */
function withCulprit(fund: FundBlock, column: AmountColumn, found: RuleReport<Message>, slip: Mistyped): RuleReport<Message> {
  const entry = slip.row[column];
  if (found.message !== 'mismatch' || !entry) return found;
  if (slip.row === fund.total) return { ...found, message: 'rated', data: { ...found.data, rate: words(slip.rate) } };
  const [expected, received] = [amount(slip.right), words(entry)];
  return {
    message: 'mistyped',
    data: { column: columnName(fund, column), total: found.received ?? '', sum: found.expected ?? '', name: slip.row.name, rate: words(slip.rate), expected, received },
    cells: [entry.cell, ...found.cells.filter((cell) => cell !== entry.cell)], expected, received,
    correction: proposal(numberEdit(entry, slip.right)),
  };
}

/** 一、财政拨款, 其中：1.中央资金 2.省级资金: the numbered lines under a part make it; none where other lines do not have to. */
function linesBelow(fund: FundBlock, part: FundRow): readonly FundRow[] {
  const at = fund.parts.indexOf(part);
  if (part.level !== 1) return [];
  const end = fund.parts.findIndex((other, i) => i > at && other.level <= 1);
  const nested = fund.parts.slice(at + 1, end < 0 ? undefined : end).filter(({ level }) => level === 2);
  const division = divisions(fund).find((parts) => parts.includes(part)) ?? [];
  if (nested.length === 0 && fund.total) return outerParts(fund, fund.total, division, null)?.find((outer) => outer.part === part)?.below ?? [];
  return nested.length > 1 && (nested.every(({ label }) => /^(?:其中[:：]?)?(?:\d+[.、．]|[(（]\d+[)）])/.test(label.text.trim())) || makeElsewhere(fund, part, nested)) ? nested : [];
}

/** One finding a part. `told`: amounts that the total's finding names. */
function* checkNested(fund: FundBlock, total: FundRow, part: FundRow, budget: BudgetColumn, told: ReadonlySet<Entry>): Iterable<RuleReport<Message>> {
  const nested = linesBelow(fund, part);
  for (const column of nested.length > 0 ? AMOUNT_COLUMNS : []) {
    const [found] = [...checkColumn(fund, part, nested, column)];
    const entry = part[column];
    if (!found || !entry || told.has(entry)) continue;
    const slip = mistyped(fund, [part, ...nested], column, budget);
    const culprit = slip && withCulprit(fund, column, found, slip);
    if (culprit?.message === 'mistyped') {
      yield { ...culprit, message: 'nested', data: { ...culprit.data, part: part.name } };
      return;
    }
    const own = amountIn(fund, entry);
    // The total is made with it: one of the lines below is wrong, nobody can say which.
    const confirmed = found.message === 'mismatch' && own && totalHolds(fund, total, part, column, own);
    yield { ...found, message: found.message === 'mismatch' ? 'part' : found.message, data: { ...found.data, name: part.name }, ...(confirmed ? { expected: null, correction: undefined } : {}) };
    return;
  }
}

/** 其中 may name some of the parts only: that they are all of them is told by columns in which they make the sum, more than one of them. */
function makeElsewhere(fund: FundBlock, part: FundRow, nested: readonly FundRow[]): boolean {
  return AMOUNT_COLUMNS.filter((column) => {
    const whole = amountIn(fund, part[column]);
    const amounts = present(nested, (row) => amountIn(fund, row[column]));
    return whole?.gt(0) === true && amounts.length === nested.length && amounts.every((one) => one.gt(0)) && near(sum(amounts), whole, decimal('0.01'));
  }).length > 1;
}

/** A blank total is an omission only where the line is otherwise used; else the form may put the total elsewhere. */
function othersFilled(row: FundRow, column: AmountColumn): boolean {
  return AMOUNT_COLUMNS.some((other) => other !== column && row[other]?.filled === true);
}

/** Where the total line of a table contradicts its parts, for rules that follow from it. */
export function fundPartsCauses(table: Table): { rule: string; cell: string }[] {
  const total = table.fund?.total;
  return present([total?.originalBudget, total?.finalBudget, total?.actualSpending], (entry) => (entry ? { rule: 'fund-parts', cell: entry.cell } : null));
}
