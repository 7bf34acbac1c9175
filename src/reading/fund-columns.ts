// Which column of a fund block holds what: headers of one row or two, names that come twice.
import { decimal, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundColumn } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import { isBudgetOf, isCarriedOver } from './fund-adjustments';
import { ratesAgree, type Columns } from './fund-divisor';
import { pairsIn, rateIn, scoreIn } from './fund-pairs';
import { BUDGET_OF_YEAR, fundColumn, indicatorColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';
import { compact } from './text';

/** A column with what its header names; a name may come twice. */
type Named = readonly [FundColumn, ColumnSpan];
type NameOf = typeof fundColumn;

/** The columns that the header at `header`, of one row or two, names; a name that comes twice stands for what it means in full. */
export function readColumns(lattice: Lattice, header: number): Columns {
  const columnOf = namesIn(lattice, header);
  const labels = lattice.starting(header).filter((entry) => columnOf(entry.raw) !== null);
  const pairs = pairsIn(lattice, header + 1);
  if (pairs.length >= 2) return Object.fromEntries([...besidePairs(lattice, labels, pairs, columnOf), ...[...pairs].reverse()]);
  const second = lattice.starting(header + 1).filter((entry) => columnOf(entry.raw) !== null);
  const rows = second.length >= 2 ? [...labels, ...second] : labels;
  const told = withoutIncome(lattice, header, spentByOthers(lattice, rows.map((entry) => columnNamed(lattice, header, entry, rows, columnOf)).filter((named) => named !== null)));
  const found = repeats(told) ? ofLastYear(lattice, header, told) : told;
  const spent = repeats(found) ? spendingSide(lattice, header, found) : [];
  if (spent.length > 0) return Object.fromEntries(spent);
  const columns = chosen(lattice, found);
  return columns.actualSpending && !columns.originalBudget && !columns.finalBudget ? withSources(lattice, header, columns) : columns;
}

/** Headers beside labels and figures by turns in the row below. */
function besidePairs(lattice: Lattice, labels: readonly Entry[], pairs: readonly Named[], columnOf: NameOf): readonly Named[] {
  const named = new Set(pairs.map(([name]) => name));
  return present(labels, (entry): Named | null => {
    const name = columnOf(entry.raw) ?? 'reason';
    const over = pairs.some(([, column]) => column.left >= entry.column && column.left <= lattice.areaOf(entry).right);
    return named.has(name) || over ? null : [name, spanOf(lattice, entry)];
  });
}

/** The column that a header cell names, among those in `rows`; null where it names more than a column. */
function columnNamed(lattice: Lattice, header: number, entry: Entry, rows: readonly Entry[], columnOf: NameOf): Named | null {
  const name = columnOf(entry.raw);
  const area = lattice.areaOf(entry);
  const another = (): boolean => rows.some((other) => other !== entry && columnOf(other.raw) === name);
  if (name === null) return null;
  // A header over others names the group, not a column of its own.
  if (entry.row === header && rows.some((other) => other.row > header && other.column >= area.left && other.column <= area.right)) return null;
  // 预算执行率 before the amounts names the line where the rate has a column of its own behind them.
  if (name === 'executionRate' && area.left === lattice.range.left && another()) return null;
  if (namesBlock(lattice, entry, header, rows, columnOf)) return null;
  const periods = periodsUnder(lattice, entry);
  // 支出进度 over 一季度 … 全年 beside 执行率 tells how the year went.
  if (periods.length > 0 && another()) return null;
  const whole = periods.find((period) => /^(?:全年|年度|合计|累计)/.test(labelText(period.raw)));
  const parts = periods.length > 0 || name === 'reason' ? [] : sourcesUnder(lattice, entry);
  if (parts.length === 0) return [name, spanOf(lattice, whole ?? entry)];
  // 预算数 over 上年结转 | 当年预算 | 合计: their sum; without one no column holds the amount.
  const sum = parts.find((part) => /^(?:合计|小计|总计|总额)$/.test(labelText(part.raw)));
  return sum ? [name, { ...spanOf(lattice, sum), header: entry }] : null;
}

/** What came in says nothing of what was spent: only where the columns outside 收入 are enough by themselves. */
function withoutIncome(lattice: Lattice, header: number, found: readonly Named[]): readonly Named[] {
  const income = incomeAbove(lattice, header);
  if (!income) return found;
  const outside = found.filter(([, column]) => column.left < income.left || column.left > income.right);
  return outside.some(([name]) => name === 'actualSpending') && outside.some(([name]) => isBudget(name)) ? outside : found;
}

/** 全年执行数 | 全年执行数(其他): the rate is of both together, unless it tells otherwise. Where the second holds an amount, no column has all that was spent. */
function spentByOthers(lattice: Lattice, found: readonly Named[]): readonly Named[] {
  const others = found.filter(([name, { header }]) => name === 'actualSpending' && /[(（]其[他它](?:资金)?[)）]/.test(header.text));
  const all = found.find((named) => named[0] === 'actualSpending' && !others.includes(named))?.[1];
  if (others.length === 0 || !all) return found;
  const spent = others.some(([, column]) => amountsBelow(lattice, column).some(({ quantity }) => quantity?.value.isZero() === false));
  return found.filter((named) => !(spent && !holdsAll(lattice, all, found) ? named[0] === 'actualSpending' : others.includes(named)));
}

/** The rates are of what this column holds. */
function holdsAll(lattice: Lattice, spending: ColumnSpan, found: readonly Named[]): boolean {
  const rate = found.find(([name]) => name === 'executionRate')?.[1];
  const header = lattice.areaOf(spending.header).bottom;
  return rate !== undefined && found.some(([name, budget]) => isBudget(name) && ratesAgree(lattice, header, header + amountsBelow(lattice, spending).length, [budget, spending, rate]));
}

/** The cells under a header down to the first text. */
function amountsBelow(lattice: Lattice, { header, left }: ColumnSpan): readonly Entry[] {
  const cells: Entry[] = [];
  for (let row = lattice.areaOf(header).bottom + 1; row <= lattice.range.bottom; row++) {
    const cell = lattice.at(row, left);
    if (cell.filled && !cell.quantity && !cell.notApplicable) break;
    cells.push(cell);
  }
  return cells;
}

/** One column for each name, the one that says it in full. */
function chosen(lattice: Lattice, found: readonly Named[]): Columns {
  const columns: Columns = {};
  const rate = found.find(([name]) => name === 'executionRate')?.[1];
  const twice = repeats(found);
  for (const [name, column] of found) {
    const known = columns[name];
    // 收入 and 支出 side by side repeat the headers: the rate belongs to the run that it closes.
    const closed = known && rate && name !== 'executionRate' && column.left < rate.left && column.left > known.left && rate.left > known.left && twice;
    if (!known || closed || isLater(known, column)) columns[name] = column;
    // Two headers may read as a budget: the one that says 全年 or 调整后 is; the other stands over the labels.
    else if (name === 'finalBudget' && finality(column) > finality(known)) {
      if (isApproved(known) && lattice.at(lattice.areaOf(known.header).bottom + 1, known.left).quantity) columns.originalBudget ??= known;
      columns.finalBudget = column;
    }
  }
  return columns;
}

/** 1-6月执行数 | 1-9月执行数 | 全年执行数: that of the whole year; of two years the later; 本年执行数 before 累计执行数. */
const isLater = (known: ColumnSpan, column: ColumnSpan): boolean => partOfYear(known) && !partOfYear(column) || ofYear(column) > ofYear(known) || ofAllYears(known) && ofThisYear(column);

/** 2023年 | 2024年 over 预算数 | 执行数 | 预算数 | 执行数: the columns of the last year that has spending, with those of no year. */
function ofLastYear(lattice: Lattice, header: number, found: readonly Named[]): readonly Named[] {
  if (header <= lattice.range.top) return found;
  const years = lattice.starting(header - 1).filter((entry) => OVER_YEAR.test(labelText(entry.raw)) && entry.column < lattice.areaOf(entry).right);
  if (years.length < 2) return found;
  const under = (year: Entry, { left }: ColumnSpan): boolean => left >= year.column && left <= lattice.areaOf(year).right;
  const spent = (year: Entry): boolean => found.some(([name, column]) => name === 'actualSpending' && under(year, column) && hasFigures(lattice, column));
  const last = years.findLast(spent);
  return last ? found.filter(([, column]) => under(last, column) || !years.some((year) => under(year, column))) : found;
}

const OVER_YEAR = /^(?:20\d{2}年度?|(?:上|本|当)年度?)$/;

/** Right below its header, or below a blank line there. */
function hasFigures(lattice: Lattice, { header, left }: ColumnSpan): boolean {
  const first = lattice.areaOf(header).bottom + 1;
  return [first, first + 1].some((row) => row <= lattice.range.bottom && lattice.at(row, left).quantity !== null);
}

/** 中央 | 省 | 本级 | 其他 | 合计 | 执行数: the sources stand side by side, their 合计 is the budget. */
function withSources(lattice: Lattice, header: number, columns: Columns): Columns {
  const sum = lattice.starting(header).find((entry) => /^(?:合计|总计|小计|总额)$/.test(labelText(entry.raw)));
  return sum ? { ...columns, finalBudget: spanOf(lattice, sum) } : columns;
}

/** 预算安排情况（万元） or 资金安排（万元） at the left edge, reaching down beside the lines: it names the block, and its columns are the headers behind it. */
function namesBlock(lattice: Lattice, entry: Entry, header: number, rows: readonly Entry[], columnOf: NameOf): boolean {
  const area = lattice.areaOf(entry);
  if (area.left !== lattice.range.left || area.bottom <= header) return false;
  const budgets = rows.filter((other) => other.column > area.right && isBudget(columnOf(other.raw)));
  if (area.bottom > header + 1 && budgets.length > 0) return true;
  if (!isBudget(columnOf(entry.raw))) return false;
  // 省级 | 市县 | 合计 | 实际支出 behind it, or headers over a single line of amounts.
  return lattice.starting(header).some((other) => other.column > area.right && /^(?:合计|总计)$/.test(labelText(other.raw)))
    || budgets.some((other) => other.row === header && lattice.at(header + 1, other.column).quantity !== null);
}

const isBudget = (name: FundColumn | null): boolean => name === 'originalBudget' || name === 'finalBudget';

/** What labels name in this header: 预算 | 支出 beside 执行率 are columns as well, and 资金执行情况 behind 预算安排情况. */
function namesIn(lattice: Lattice, header: number): NameOf {
  const labels = lattice.starting(header).map((entry) => entry.raw);
  const known = new Set(labels.map((raw) => fundColumn(raw)));
  const short = known.has('executionRate') && !known.has('actualSpending') && !known.has('finalBudget') && labels.some((raw) => labelText(raw) === '预算');
  const states = !known.has('actualSpending') && labels.slice(0, -1).some((raw) => /^(?:预算|资金)安排情况$/.test(labelText(raw)));
  // 上年结转 | 本年预算 | 预算合计 | 本年支出 | 结转支出 | 支出合计: the sums are what the rate is of.
  const summed = labels.some((raw) => /^预算合计/.test(labelText(raw))) && labels.some((raw) => SPENT_IN_ALL.test(labelText(raw)));
  // 本年预算 is too short a word where others tell of a budget, or of what was carried over and more.
  const before = labels.slice(0, labels.findIndex((raw) => fundColumn(raw) === 'actualSpending'));
  const amounts = before.slice(before.findIndex((raw) => isYearsOrCarried(raw)));
  const budgeted = known.has('actualSpending') && !known.has('finalBudget') && (amounts.every(isYearsOrCarried) || !amounts.some((raw) => /结[转余]/.test(raw)));
  // 计划筹措 | 实际到位 | 实际支出: what arrived is what could be spent.
  const arrived = known.has('actualSpending') && !known.has('finalBudget') && !known.has('originalBudget');
  // 基本支出数 | 项目支出数: kinds of what was spent. 资金使用率 beside 预算执行率 is of what arrived.
  const kinds = labels.some((raw) => /^基本支出/.test(labelText(raw)));
  const rated = labels.some((raw) => /执行率$/.test(labelText(raw)));
  return (raw) => {
    const label = labelText(raw);
    if (kinds && /^项目(?:执行|支出)数$/.test(label) || rated && /使用率$/.test(label)) return null;
    if (summed) return ofSums(raw, label);
    if (budgeted && BUDGET_OF_YEAR.test(label)) return 'finalBudget';
    if (short && label === '预算') return 'finalBudget';
    if (short && /^(?:支出|执行|决算)$/.test(label)) return 'actualSpending';
    if (arrived && label === '实际到位') return 'finalBudget';
    if (states && /^(?:资金|预算)执行情况$/.test(label)) return 'actualSpending';
    // 最终得分, 自评分值: what the list may call its scores.
    if (!known.has('score') && (indicatorColumn(raw) === 'score' || known.has('weight') && label === '自评分值')) return 'score';
    return fundColumn(raw);
  };
}

/** 上年结转 | 本年预算. */
const isYearsOrCarried = (raw: string): boolean => BUDGET_OF_YEAR.test(labelText(raw)) || isCarriedOver(raw);

const SPENT_IN_ALL = /^(?:支出|执行)合计(?:数|额|金额)?$/;

/** Among parts and their sums, the sums alone. */
function ofSums(raw: string, label: string): FundColumn | null {
  const name = fundColumn(raw);
  if (SPENT_IN_ALL.test(label)) return 'actualSpending';
  if (name === 'executionRate' || /^(?:总|合计|综合)执行率$/.test(label)) return /^(?:本|当)年|^结转/.test(label) ? null : 'executionRate';
  return name === 'actualSpending' || name === 'originalBudget' || name === 'finalBudget' && !label.startsWith('预算合计') ? null : name;
}

/** 上年结转 | 当年预算 | 合计 right under a header that spans them; none as a rule. */
function sourcesUnder(lattice: Lattice, header: Entry): readonly Entry[] {
  const { left, right, bottom } = lattice.areaOf(header);
  if (left === right || bottom >= lattice.range.bottom) return [];
  const below = lattice.starting(bottom + 1).filter((entry) => entry.column >= left && entry.column <= right);
  return below.length > 1 && below.every((entry) => entry.quantity === null && OF_SOURCES.test(labelText(entry.raw))) ? below : [];
}

const OF_SOURCES = /^(?:(?:上年|以前年度)?(?:结转|结余)(?:结转|结余)?(?:资金|预算)?|(?:当年|本年|年初|追加|调整)(?:预算|安排|资金|追加)?|(?:中央|省|自治区|市|县|区|地方|本|上)级?(?:财政)?(?:资金|补助|配套)?|财政(?:拨款|资金)|其[他它](?:资金)?|自筹(?:资金)?|合计|小计|总计|总额)$/;

/** 一季度, 上半年, 全年 right under a header that spans them; none as a rule. */
function periodsUnder(lattice: Lattice, header: Entry): readonly Entry[] {
  const { left, right, bottom } = lattice.areaOf(header);
  if (left === right) return [];
  const below = lattice.starting(bottom + 1).filter((entry) => entry.column >= left && entry.column <= right);
  return below.length > 1 && below.every((entry) => /季度|半年|月|^(?:全年|年度|合计|累计)/.test(labelText(entry.raw)) && entry.quantity === null) ? below : [];
}

/** 全年预算数 and 调整后预算 before 预算调整数, which may be the difference alone, before any other. */
const finality = ({ header }: ColumnSpan): number => (/调整后|全年/.test(header.text) ? 2 : /调整/.test(header.text) ? 1 : 0);
/** 预算批复数, 预算安排金额 beside 调整后预算: the budget before the adjustment. What came in is none. */
const isApproved = ({ header }: ColumnSpan): boolean => /批复|安排|下达|预算/.test(header.text) && !/到位|调整|全年/.test(header.text);
/** 2022年执行数 | 2023年执行数: the later one is that of the form. */
const ofYear = ({ header }: ColumnSpan): number => Number(/^(20\d{2})年/.exec(compact(header.text))?.[1] ?? 0);
const ofAllYears = ({ header }: ColumnSpan): boolean => labelText(header.raw).startsWith('累计');
const ofThisYear = ({ header }: ColumnSpan): boolean => /^(?:本|当|全)年/.test(labelText(header.raw));
const partOfYear = ({ header }: ColumnSpan): boolean => /\d+-\d+月|半年|季度|截[至止]/.test(labelText(header.raw));

/** Label and figure by turns: the first of each name, and of two budgets the adjusted one with the other before it, or the one that the rate divides by (预算数 | 120 | 到位数 | 110). */
export function pairedColumns(lattice: Lattice, header: number, bottom: number, pairs: readonly Named[]): Columns {
  const columns: Columns = Object.fromEntries([...pairs].reverse());
  const { finalBudget, actualSpending, executionRate } = columns;
  const budgets = present(pairs, ([name, column]) => (name === 'finalBudget' ? column : null));
  if (!finalBudget || budgets.length < 2) return columns;
  const adjusted = budgets.find((column) => finality(column) > 1);
  if (adjusted && finality(finalBudget) === 0 && isApproved(finalBudget)) return { ...columns, originalBudget: columns.originalBudget ?? finalBudget, finalBudget: adjusted };
  const amountOf = ({ left }: ColumnSpan): Decimal | null => lattice.at(header, left).quantity?.value ?? null;
  const rate = executionRate ? lattice.at(header, executionRate.left) : below(lattice, header, bottom, (row) => rateIn(lattice, row));
  // Without a rate its score tells, of points that a label may have (资金情况（10分）), else of the usual 10.
  const [points = USUAL_POINTS] = columns.weight ? present([columns.weight], amountOf) : present(lattice.touching(header), ({ raw, quantity }) => (quantity ? null : declaredPoints(raw)));
  const score = below(lattice, header - 1, bottom, (row) => scoreIn(lattice, row, points, true));
  const spent = actualSpending && amountOf(actualSpending);
  const agreeing = budgets.find((budget) => {
    const amount = amountOf(budget);
    return spent && amount && isBudgetOf(amount, spent, { executionRate: rate, weight: null, score }, points);
  });
  return agreeing ? { ...columns, finalBudget: agreeing } : columns;
}

const USUAL_POINTS = decimal(10);

/** 预算执行率 | 95% in a line below the amounts and their sources. */
function below(lattice: Lattice, header: number, bottom: number, find: (row: number) => ReturnType<typeof rateIn>): Entry | null {
  for (let row = header + 1; row <= bottom; row++) {
    const found = find(row);
    if (found) return found.value;
  }
  return null;
}

/** 年初预算数 over 年度资金总额： | 90 and 全年执行数 over the same label | 88: the figures stand behind the labels, in each column. */
export function pastLabels(lattice: Lattice, columns: Columns): Columns {
  const moved: Columns = {};
  for (const name of ['originalBudget', 'finalBudget', 'actualSpending'] as const) {
    const column = columns[name];
    const below = column && lattice.areaOf(column.header).bottom + 1;
    if (!column || below === undefined || column.left === column.right || below > lattice.range.bottom) continue;
    const label = lattice.at(below, column.left);
    const left = lattice.areaOf(label).right + 1;
    if (label.row === below && label.quantity === null && /总额|合计|财政|资金/.test(label.text) && left <= column.right && lattice.at(below, left).quantity) moved[name] = { ...column, left };
  }
  return moved.actualSpending && (moved.originalBudget ?? moved.finalBudget) ? { ...columns, ...moved } : columns;
}

const INCOME = /^(?:部门|年度)?(?:收入|资金来源)(?:项目|构成|情况)?$/;
const SPENDING = /^(?:部门|年度)?(?:支出|资金用途|资金使用)(?:项目|构成|情况)?$/;

/** 收入 | 预算数 | 执行数 | 执行率 | 支出 | 预算数 | 执行数: what came in says nothing of what was spent. Empty where no such label divides the columns. */
function spendingSide(lattice: Lattice, header: number, found: readonly Named[]): readonly Named[] {
  const labels = lattice.starting(header);
  const income = labels.find((entry) => INCOME.test(labelText(entry.raw)));
  const spending = labels.find((entry) => SPENDING.test(labelText(entry.raw)));
  return income && spending && spending.column > income.column ? found.filter(([, column]) => column.left > spending.column) : [];
}

/** The columns that 收入 spans where 支出 spans others to its right, in the header row or the one above. */
function incomeAbove(lattice: Lattice, header: number): { readonly left: number; readonly right: number } | null {
  for (const row of [header, header - 1]) {
    if (row < lattice.range.top) continue;
    const wide = lattice.starting(row).filter((entry) => lattice.areaOf(entry).right > entry.column);
    const income = wide.find((entry) => INCOME.test(labelText(entry.raw)));
    const spending = wide.find((entry) => SPENDING.test(labelText(entry.raw)));
    if (income && spending && spending.column > income.column) return lattice.areaOf(income);
  }
  return null;
}

/** True when budget and spending both come twice. */
function repeats(found: readonly Named[]): boolean {
  const count = (wanted: (name: FundColumn) => boolean): number => found.filter(([name]) => wanted(name)).length;
  return count((name) => name === 'finalBudget') > 1 && count((name) => name === 'actualSpending') > 1;
}
