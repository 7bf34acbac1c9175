// Points beside the unit's own in a list of indicators (复核得分, 专家一, 扣分): the total row is their sum as well, and 平均分 the mean of the experts'.
import { hasAny } from '../model/characters';
import { ZERO, decimal, halfUnit, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Quantity } from '../model/quantity';
import type { Entry, Indicator, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { isBonus } from './indicator-facts';
import { cellAt, cellsIn, figureAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

const mayBePoints = hasAny('分评核专');
const POINTS = /(?:得分|评分|扣分|打分)$|^(?:复[核评审]|核[定查实]|审核|评审|评价|平均|财政|主管)分(?:值|数)?$|^专家[一二三四五六七八九\d]{0,2}$|^.{0,8}(?:自评|评价|复核|复评)$/;

/** Columns of points whose total row holds another figure than their sum. */
export function* otherScores(table: Table): Iterable<RuleReport<'beside' | 'mean'>> {
  const { total, indicators } = table;
  if (indicators.length < 2) return;
  const headers = headersOf(table);
  if (headers.length > 2) yield* means(table, headers);
  if (total?.place !== 'row') return;
  for (const header of headers) {
    const claimed = cellAt(table, total.label.row, header.column);
    const points = claimed?.quantity && isPlain(claimed) ? pointsIn(table, header.column) : null;
    if (!claimed?.quantity || !points || indicators.some((indicator) => isBonus(table, indicator))) continue;
    const whole = sum(points.map(({ value }) => value));
    const rest = claimed.quantity.value.minus(whole);
    const tolerance = halfUnit(Math.max(claimed.quantity.decimals, 1));
    // 9.8343 shows 9.83, and that is what a person adds up.
    const shown = sum(points.map(({ value, decimals }) => value.toDecimalPlaces(decimals)));
    if (near(rest, ZERO, tolerance) || near(claimed.quantity.value, shown, tolerance) || isMeanOfTotals(table, header, claimed.quantity)) continue;
    const execution = executionUnder(table, header);
    if (execution ? near(rest, execution, tolerance) : mayBeExecution(table, rest, tolerance)) continue;
    const expected = amount(whole.plus(execution ?? ZERO));
    yield { message: 'beside', severity: 'verify', data: { name: excerpt(header), expected, received: words(claimed) }, cells: [claimed.cell], expected, received: words(claimed) };
  }
}

/** 96.17 below 平均分 as the mean of the experts' totals, where the rounded means of the lines make 96.18. */
function isMeanOfTotals(table: Table, header: Entry, { value, decimals }: Quantity): boolean {
  if (!labelText(header.raw).startsWith('平均') || !table.total) return false;
  const row = table.total.label.row;
  const totals = present(cellsIn(table, header.row), ({ raw, column }) => (labelText(raw).startsWith('专家') ? figureAt(table, row, column)?.quantity?.value : null));
  return totals.length > 1 && near(sum(totals).div(totals.length), value, halfUnit(Math.max(decimals, 1)));
}

/** Lines whose 平均分 is not what the experts' points make, with or without the highest and the lowest. */
function* means(table: Table, headers: readonly Entry[]): Iterable<RuleReport<'mean'>> {
  const mean = headers.find(({ raw }) => labelText(raw).startsWith('平均'));
  const experts = new Set(headers.filter(({ raw }) => labelText(raw).startsWith('专家')).map(({ column }) => column));
  if (!mean || experts.size < 2) return;
  for (const { row, name } of table.indicators) {
    const line = cellsIn(table, row).filter(isPlain);
    const claimed = line.find(({ column }) => column === mean.column);
    const points = present(line, ({ column, quantity }) => (experts.has(column) ? quantity?.value : null)).sort((a, b) => (a.lt(b) ? -1 : a.gt(b) ? 1 : 0));
    if (!claimed?.quantity || points.length < experts.size) continue;
    const slack = halfUnit(Math.max(claimed.quantity.decimals, 1));
    const exact = sum(points).div(points.length);
    const trimmed = points.length > 2 ? sum(points.slice(1, -1)).div(points.length - 2) : exact;
    if (near(claimed.quantity.value, exact, slack) || near(claimed.quantity.value, trimmed, slack)) continue;
    const expected = amount(exact.toDecimalPlaces(2));
    yield { message: 'mean', severity: 'verify', data: { name: excerpt(name), column: excerpt(mean), expected, received: words(claimed) }, cells: [claimed.cell], expected, received: words(claimed) };
  }
}

const DIFFERENCE = /^(?:得分|评分|复核|自评)?(?:差异|差额|分差|增减)(?:分|值|数|情况)?$/;

/** 差异 | -1 beside 自评得分 | 5 | 复核得分 | 4: in a line where it is not what is between them, while in the others it is. */
export function* scoreDifferences(table: Table): Iterable<RuleReport<'between'>> {
  const { indicators, indicatorHeaders, total } = table;
  const header = indicatorHeaders.score && cellsIn(table, indicatorHeaders.score.row).find(({ raw, quantity }) => quantity === null && DIFFERENCE.test(labelText(raw)));
  const other = header && headersOf(table).findLast(({ column }) => column < header.column);
  if (!header || !other) return;
  const rows = [...indicators.map(({ name, score }) => ({ label: name, score })), ...(total?.place === 'row' ? [total] : [])];
  const lines = present(rows, ({ label, score }) => {
    const [theirs, claimed] = [figureAt(table, label.row, other.column), figureAt(table, label.row, header.column)];
    if (!score?.quantity || !theirs?.quantity || !claimed?.quantity || score.row !== label.row) return null;
    const made = theirs.quantity.value.minus(score.quantity.value);
    return { label, score, theirs, claimed, made, value: claimed.quantity.value };
  });
  // 自评 less 复核, or the amount alone.
  const ways = [(made: Decimal): Decimal => made, (made: Decimal): Decimal => made.negated(), (made: Decimal): Decimal => made.abs()];
  const holds = (way: (made: Decimal) => Decimal) => ({ made, value }: (typeof lines)[number]): boolean => near(way(made), value, decimal('0.01'));
  const best = ways.map((way) => ({ way, wrong: lines.filter((line) => !holds(way)(line)) })).sort((a, b) => a.wrong.length - b.wrong.length)[0];
  // Noughts are so in every way.
  const shown = lines.filter(({ made }) => !made.isZero()).length;
  const [only, ...more] = best?.wrong ?? [];
  if (!best || !only || more.length > 0 || lines.length < 4 || shown < 2) return;
  const [expected, received] = [amount(best.way(only.made)), words(only.claimed)];
  yield { message: 'between', severity: 'verify', data: { name: excerpt(only.label), column: excerpt(header), expected, theirs: words(only.theirs), own: words(only.score), received }, cells: [only.claimed.cell, only.theirs.cell, only.score.cell], expected, received };
}

/** What somebody else gives the unit: 复核得分, 主管部门评分, 核查分数. */
const OF_OTHERS = /^(?:复[核评审]|抽[查评核]|核[定查实]|审核|评审|财政(?:部门)?|主管(?:部门)?)(?:得|评)?分(?:值|数)?$/;

interface AboveWeight {
  readonly header: Entry;
  readonly indicator: Indicator;
  readonly entry: Entry;
}

/** Points of others above what there is to be had, in a column whose other figures are not. */
export function othersAboveWeight(table: Table): readonly AboveWeight[] {
  const { indicators } = table;
  return headersOf(table).filter(({ raw }) => OF_OTHERS.test(labelText(raw))).flatMap((header) => {
    const lines = present(indicators, (indicator, at): AboveWeight & { readonly above: boolean } | null => {
      const entry = figureAt(table, indicator.row, header.column);
      const most = indicator.weight?.quantity?.value;
      // One figure for several lines, merged over them or on the first.
      const next = indicators[at + 1];
      if (!entry || !isPlain(entry) || !most?.gt(0) || next && !cellAt(table, next.row, header.column)) return null;
      return { header, indicator, entry, above: aboveMost(entry, most) };
    });
    const above = lines.filter((line) => line.above);
    return above.length * 3 <= lines.length ? above : [];
  });
}

/** The heads of such columns behind the names; none as a rule. */
function headersOf({ entries, indicators, indicatorHeaders }: Table): readonly Entry[] {
  const first = indicators[0];
  const top = indicatorHeaders.name?.row ?? indicatorHeaders.weight?.row;
  if (!first || top === undefined) return [];
  const found: Entry[] = [];
  for (const entry of entries) {
    if (entry.row >= first.row) break;
    if (entry.row >= top && entry.column > first.name.column && entry.quantity === null && mayBePoints(entry.text) && POINTS.test(labelText(entry.raw))) found.push(entry);
  }
  if (found.length === 0) return found;
  const known = new Set([...Object.values(indicatorHeaders).map((header) => header.column), first.score?.column, first.weight?.column]);
  return found.filter(({ column }) => !known.has(column));
}

const aboveMost = ({ quantity }: Entry, most: Decimal): boolean => quantity?.value.gt(most.plus(decimal('0.005'))) === true;

const isPlain = ({ quantity }: Entry): boolean => quantity?.unit === '' || quantity?.unit === '分';

/** One figure for each line that has a weight, none above it; null where one is missing or they are no points. */
function pointsIn(table: Table, column: number): readonly Quantity[] | null {
  const points: Quantity[] = [];
  for (const { row, weight, placeholder } of table.indicators) {
    const entry = figureAt(table, row, column);
    const quantity = entry && isPlain(entry) ? entry.quantity : null;
    const most = weight?.quantity?.value;
    if (!most || placeholder) {
      if (quantity) return null;
      continue;
    }
    if (!entry || !quantity || quantity.value.lt(0) || aboveMost(entry, most)) return null;
    points.push(quantity);
  }
  return points.length > 1 ? points : null;
}

/** 复核得分 over the amounts as well: what the same people gave the execution. */
function executionUnder(table: Table, { raw }: Entry): Decimal | null {
  const { headers, total } = table.fund ?? {};
  const own = headers?.score && table.entries.find((entry) => entry.row === headers.score?.row && labelText(entry.raw) === labelText(raw));
  return own && total?.score ? (figureAt(table, total.score.row, own.column)?.quantity?.value ?? null) : null;
}

/** What is beyond the list's points may be the execution's, which stand in the block of amounts. */
function mayBeExecution({ fund, entries }: Table, rest: Decimal, tolerance: Decimal): boolean {
  const total = fund?.total;
  if (!total) return false;
  const most = total.weight?.quantity?.value ?? fund.declaredWeight;
  const row = (total.score ?? total.weight ?? total.actualSpending)?.row;
  return Boolean(most && rest.gt(0) && rest.lte(most)) || entries.some((entry) => entry.row === row && entry.quantity !== null && near(entry.quantity.value, rest, tolerance));
}
