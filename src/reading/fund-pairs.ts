// Amounts beside their labels instead of under headers: label and figure by turns, one by one in the head, or in the lines of a form of targets.
import type { Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { AmountUnit, Entry, FundBlock, FundColumn, FundRow } from '../model/table';
import type { ColumnSpan } from './column-span';
import { withLevels } from './fund-levels';
import { readAmountUnit } from './head';
import { fundColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints, readBareQuantity } from './quantity';
import { compact, normalise } from './text';

/** 其中：当年财政拨款 → 当年财政拨款. */
export function fundName(raw: string): string {
  return compact(normalise(raw)).replace(/^其中[:—–-]?/, '').replace(/^(?:[一二三四五六七八九十]+、|\d+[.、]|\(\d+\))/, '').replace(/(?<![:：、,])[:：、,]+$/, '');
}

const SCALED_YUAN: ReadonlyMap<number, AmountUnit> = new Map([[1, '元'], [1e4, '万元'], [1e8, '亿元']]);

/** The unit that amounts are written with (600万元); null where one of them bears another, or bears none and no other tells the same figure with it (2.38 over 其中：中央补助 2.38万元). */
export function writtenUnit(amounts: readonly (Entry | null)[]): AmountUnit | null {
  const quantities = present(amounts, (entry) => entry?.quantity);
  const [bare, written] = [quantities.filter(({ unit }) => unit === ''), quantities.filter(({ unit }) => unit !== '')];
  const [first] = written;
  if (!first || written.some(({ unit, scale }) => unit !== '元' || scale !== first.scale)) return null;
  const told = bare.every(({ value }) => value.isZero()) || bare.some((one) => one.value.gt(0) && one.scale === 1 && written.some(({ value }) => value.eq(one.value.times(first.scale))));
  return told ? (SCALED_YUAN.get(first.scale) ?? null) : null;
}

/** A figure with its label, by what the label names. */
interface LabelledFigure {
  readonly column: FundColumn;
  readonly label: Entry;
  readonly value: Entry;
}

/** 当年预算金额（元）| 3200000 | 当年执行数（元）| 3104000, 预算执行率 | 97%; null unless budget and spending each stand there once. */
export function readPairedFund(lattice: Lattice, top: number, bottom: number): FundBlock | null {
  const found = new Map<FundColumn, LabelledFigure>();
  for (let row = top; row <= bottom; row++) {
    const entries = lattice.starting(row);
    // 2021年 | 2022年 | 累计 over the figures: one for each year, and no telling which is meant.
    if (entries.filter((entry) => /^20\d{2}年度?$/.test(labelText(entry.raw))).length > 1) return null;
    for (const figure of [...inlineAmounts(entries), ...figuresBeside(entries)]) {
      // Twice the same: a list of some kind, not a head.
      if (found.has(figure.column)) return null;
      found.set(figure.column, figure);
    }
    const rate = found.get('executionRate');
    const points = rate && entries.includes(rate.label) ? pointsBehindRate(entries, rate) : null;
    if (points) found.set('score', points);
  }
  const rate = found.get('executionRate');
  if (rate && !found.has('score')) for (const points of pointsBelowRate(lattice, rate, bottom)) found.set(points.column, points);
  return blockOf(found);
}

/** Labels with the figures right behind them. */
function figuresBeside(entries: readonly Entry[]): readonly LabelledFigure[] {
  const rated = entries.some((entry) => fundColumn(entry.raw) === 'executionRate') || amountsByTurns(entries);
  return present(entries, (label, i): LabelledFigure | null => {
    const column = typeof label.value === 'string' ? (fundColumn(label.raw) ?? wholeName(label) ?? (rated ? shortName(label) : null)) : null;
    const value = entries[i + 1];
    if (column === null || column === 'reason' || column === 'weight' || !value?.quantity) return null;
    return column === 'score' && !scoresExecution(label) && !besideRate(rated, label, value) ? null : { column, label, value };
  });
}

/** 预算执行率（10%） | … | 执行率 | 95.06% | 9.51: what is left over behind the rate are its points. */
function pointsBehindRate(entries: readonly Entry[], rate: LabelledFigure): LabelledFigure | null {
  const [side] = entries;
  const at = entries.indexOf(rate.label);
  const last = entries[at + 2];
  if (!side || side === rate.label || !last || entries.length !== at + 3 || fundColumn(side.raw) !== 'executionRate') return null;
  const points = declaredPoints(side.raw);
  return points && last.quantity?.value.lte(points) ? { column: 'score', label: side, value: last } : null;
}

/** 执行率 | 95% over 分值 | 10 and 得分 | 9.5, one below the other. */
function pointsBelowRate(lattice: Lattice, { label: { row, column } }: LabelledFigure, bottom: number): readonly LabelledFigure[] {
  const found: LabelledFigure[] = [];
  for (let at = row + 1; at <= Math.min(bottom, row + 2); at++) {
    const [label, value, ...more] = lattice.starting(at).filter((entry) => entry.column >= column);
    const name = label?.column === column ? fundColumn(label.raw) : null;
    if (!label || name !== 'weight' && name !== 'score' || !value?.quantity?.value.lte(MOST_POINTS) || more.length > 0) break;
    found.push({ column: name, label, value });
  }
  return found;
}

function blockOf(found: ReadonlyMap<FundColumn, LabelledFigure>): FundBlock | null {
  const budget = found.get('finalBudget') ?? found.get('originalBudget');
  if (!budget || !found.has('actualSpending')) return null;
  const valueOf = (column: FundColumn): Entry | null => found.get(column)?.value ?? null;
  const total: FundRow = {
    label: budget.label, name: '年度资金总额', role: 'total', level: 0, division: 0,
    originalBudget: valueOf('originalBudget'), finalBudget: valueOf('finalBudget'), actualSpending: valueOf('actualSpending'), executionRate: valueOf('executionRate'),
    weight: valueOf('weight'), score: valueOf('score'), reason: null,
  };
  return {
    unit: readAmountUnit([...found.values()].map(({ label }) => label.raw)) ?? writtenUnit([total.originalBudget, total.finalBudget, total.actualSpending]),
    headers: Object.fromEntries([...found].map(([column, { label }]) => [column, label])),
    declaredWeight: declaredPoints(found.get('score')?.label.raw ?? ''), total, parts: [], splits: [],
  };
}

/** 年初预算 | 1500 | 调整后 | 1500 | 执行 | 1462: words that name an amount only after another one, or in a row with the rate. */
function shortName(entry: Entry): FundColumn | null {
  const label = labelText(entry.raw);
  return /^年初$/.test(label) ? 'originalBudget' : /^(?:年中)?调整后?$|^预算$/.test(label) ? 'finalBudget' : /^(?:实际|预算)?(?:执行|支出|决算)$/.test(label) ? 'actualSpending' : null;
}

/** 预算数：56.8 | 支出数：56.8 | 执行率：100% | 得分（10分）：10, each with its label in one cell; one alone is a text. */
function inlineAmounts(entries: readonly Entry[]): readonly LabelledFigure[] {
  const found: LabelledFigure[] = [];
  for (const entry of entries) {
    const match = typeof entry.value === 'string' && entry.text.length <= 30 ? /^([^:\d]{2,12})(\(\d+分\))?:\s*(\d[\d,.]*\s*(?:%|[万亿千]?元|分)?)\s*(\(\d+分\))?$/.exec(entry.text) : null;
    const [, plain = '', before = '', figure = '', behind = ''] = match ?? [];
    const name = plain + (before || behind);
    const column = match && fundColumn(name);
    const quantity = column ? readBareQuantity(figure) : null;
    if (!column || column === 'reason' || column === 'weight' || !quantity || column === 'score' && quantity.value.gt(MOST_POINTS)) continue;
    found.push({ column, label: { ...entry, raw: name, text: name }, value: { ...entry, raw: figure, text: figure, quantity } });
  }
  return found.length > 1 && found.some(({ column }) => column === 'actualSpending') ? found : [];
}

/** 预算（万元） | 年初 | 80 | 调整后 | 76 | 执行 | 74.48: the side label says what the words are about. */
function amountsByTurns([side, ...entries]: readonly Entry[]): boolean {
  return side !== undefined && /^(?:项目|部门|年度)?(?:预算|资金|经费)[^\d]{0,10}$/.test(compact(side.text)) && entries.length >= 4 && entries.every((entry, i) => i % 2 === 0 ? shortName(entry) !== null || fundColumn(entry.raw) !== null : entry.quantity !== null);
}

/** 预算数 | 1580 | 到位数 | 1580 | 执行数 | 1501: labels and amounts by turns. The amounts' columns are what the labels name. */
export function pairsIn(lattice: Lattice, row: number): readonly (readonly [FundColumn, ColumnSpan])[] {
  const entries = lattice.starting(row);
  const found: (readonly [FundColumn, ColumnSpan])[] = [];
  const blank: (readonly [FundColumn, ColumnSpan])[] = [];
  const rated = entries.some((entry) => fundColumn(entry.raw) === 'executionRate');
  entries.forEach((entry, i) => {
    const name = typeof entry.value === 'string' ? (fundColumn(entry.raw) ?? (found.length > 0 || rated ? shortName(entry) : null)) : null;
    if (name === null) return;
    const next = entries[i + 1];
    const beside = lattice.areaOf(entry).right + 1;
    const figure = next?.quantity && fundColumn(next.raw) === null && (name === 'executionRate' || next.quantity.unit !== '%') && !passesFigures(lattice, entry, next) ? next : null;
    if (figure) found.push([name, { header: entry, left: figure.column, right: lattice.areaOf(figure).right }]);
    // 执行数： | (blank): the figure was left out, its place is known.
    else if (beside <= lattice.range.right && !lattice.at(row, beside).filled && next?.column !== beside) blank.push([name, { header: entry, left: beside, right: beside }]);
  });
  // Headers with nothing under them yet are no pairs; a colon says that the figure belongs behind it.
  return found.length > 0 ? [...found, ...blank.filter(([, { header }]) => found.length > 1 || /[:：]$/.test(header.text))] : [];
}

/** 执行数 | (blank) | 100 over 其中：财政拨款 | 6.84: the figures stand nearer to their labels in the line below, what comes next here is of something else. */
function passesFigures(lattice: Lattice, label: Entry, next: Entry): boolean {
  const [from, to] = [lattice.areaOf(label).right + 1, next.column];
  if (to <= from || label.row >= lattice.range.bottom) return false;
  const below = lattice.starting(label.row + 1);
  return below.some(({ column, quantity }) => column === label.column && quantity === null) && below.some(({ column, quantity }) => column >= from && column < to && quantity !== null);
}

/** 当年预算数 | 3486000 | 上年预算数 | … right over 预算执行数 | 3402880 | 预算执行率 | 97.62; null where the row above names no budget of the year. */
export function budgetAbove(lattice: Lattice, header: number): { readonly name: 'originalBudget' | 'finalBudget'; readonly label: Entry; readonly value: Entry } | null {
  if (header <= lattice.range.top) return null;
  for (const wanted of ['finalBudget', 'originalBudget'] as const) {
    const pair = pairsIn(lattice, header - 1).find(([name]) => name === wanted)?.[1];
    if (pair) return { name: wanted, label: pair.header, value: lattice.at(header - 1, pair.left) };
  }
  return null;
}

/** 实际支出 | 2430.4 | 预算执行率 | 98% right below 年初预算 | 2480 | 调整后预算 | 2480; null where that row names no spending. */
export function spendingBelow(lattice: Lattice, row: number): { readonly label: Entry; readonly value: Entry } | null {
  const pair = pairsIn(lattice, row).find(([name]) => name === 'actualSpending')?.[1];
  const value = pair && lattice.at(row, pair.left);
  return pair && value?.quantity ? { label: pair.header, value } : null;
}

/** In a block of labels and figures by turns a further line names a source of the money; 预算执行率 | 97 | 自评总分 | 95.7 does not. */
export function isSource(lattice: Lattice, row: number): boolean {
  // 得分 | 9.8 may stand behind a source.
  const labels = lattice.starting(row).filter((entry, i) => entry.quantity === null && !(i > 1 && fundColumn(entry.raw) === 'score'));
  return labels.length > 0 && labels.every((entry) => fundColumn(entry.raw) === null && (/其中|财政|拨款|资金|其[他它]|收入|自[筹有]|结转|债券|支出/.test(entry.text) || !/[\u4e00-\u9fa5]/.test(entry.text)));
}

/** 预算执行率 | 97 below the amounts, with other things beside it. */
export function rateIn(lattice: Lattice, row: number): { readonly label: Entry; readonly value: Entry } | null {
  const entries = lattice.starting(row);
  const at = entries.findIndex((entry) => typeof entry.value === 'string' && fundColumn(entry.raw) === 'executionRate');
  const [label, value] = [entries[at], entries[at + 1]];
  return label && value?.quantity ? { label, value } : null;
}

/** 总预算 | 400 behind its sources. */
function wholeName(entry: Entry): FundColumn | null {
  const label = labelText(entry.raw);
  return /^总预算(?:数|额)?$/.test(label) ? 'finalBudget' : /^总支出(?:数|额)?$/.test(label) ? 'actualSpending' : null;
}

/** 执行率 | 92% | 得分 | 9.2: more than these points are the whole table's. */
const besideRate = (rated: boolean, label: Entry, value: Entry | undefined): boolean => rated && labelText(label.raw) === '得分' && value?.quantity?.value.lte(MOST_POINTS) === true;

/** 执行率得分, 预算执行得分（10分）. */
const scoresExecution = (label: Entry): boolean => /执行.*得分/.test(compact(label.text));

/** The most points that any rubric gives the execution. */
export const MOST_POINTS = 20;

/** 得分 | 9.5 below the amounts of a block whose label has the points (预算执行（10分）), or 执行率得分 | 9.75; `inside` a block every score is its own. */
export function scoreIn(lattice: Lattice, row: number, points: Decimal | null, inside = false): { readonly label: Entry; readonly value: Entry } | null {
  const entries = lattice.starting(row);
  const at = entries.findIndex((entry) => typeof entry.value === 'string' && fundColumn(entry.raw) === 'score');
  const [label, value] = [entries[at], entries[at + 1]];
  if (!label || !value?.quantity) return null;
  const most = points ?? declaredPoints(label.raw);
  return most ? (value.quantity.value.lte(most) ? { label, value } : null) : scoresExecution(label) || inside && value.quantity.value.lte(MOST_POINTS) ? { label, value } : null;
}

/** 预算数 | 40 | 执行数 | 40 | 得分：10 or 得分（10分）：9.5: the score with its label in one cell behind the amounts. What it got is not what was to be had. */
export function scoreBehind(lattice: Lattice, row: number): { readonly label: Entry; readonly value: Entry } | null {
  for (const entry of lattice.starting(row)) {
    const [, label, figure] = entry.text.startsWith('得分') && entry.quantity === null ? /^(得分(?:[(（]\d+分[)）])?[:：]?)\s*(\d+(?:\.\d+)?\s*分?)$/.exec(entry.text) ?? [] : [];
    const quantity = figure === undefined ? null : readBareQuantity(figure);
    if (label !== undefined && figure !== undefined && quantity?.value.lte(MOST_POINTS)) return { label: { ...entry, raw: label, text: label }, value: { ...entry, raw: figure, text: figure, quantity } };
  }
  return null;
}

/** Amounts of a target form, which has no header for them: 年度资金总额：| 1800, 其中：财政拨款 | 1800, 其他资金 | 0. Null without such lines. */
export function readLabelledFund(lattice: Lattice, top: number, bottom: number): { readonly fund: FundBlock; readonly rows: readonly number[] } | null {
  const heads: Entry[] = [];
  for (let row = top; row <= bottom; row++) heads.push(...lattice.starting(row).filter((entry) => /^(?:年度|实施期|项目|本年度?|当年)?(?:资金)?(?:总额|总投资|资金总量)$|^年度金额$/.test(labelText(entry.raw)) && labelText(entry.raw).length >= 3));
  const head = heads.find((entry) => /年度|当年/.test(entry.text)) ?? heads[0] ?? budgetBesideSources(lattice, top, bottom);
  if (!head) return null;
  const line = (label: Entry, role: 'total' | 'part'): FundRow => {
    const right = lattice.areaOf(label).right + 1;
    return {
      label, name: fundName(label.raw), role, level: role === 'total' ? 0 : 1, division: 0,
      originalBudget: right <= lattice.range.right ? amountBehind(lattice, label.row, right) : null,
      finalBudget: null, actualSpending: null, executionRate: null, weight: null, score: null, reason: null,
    };
  };
  const side = lattice.touching(head.row).find((entry) => entry.column < head.column);
  const bottomOfBlock = side ? lattice.areaOf(side).bottom : head.row;
  const beside = besideWhole(lattice, head);
  const parts: FundRow[] = beside.map((label) => line(label, 'part'));
  for (let row = head.row + 1; row <= bottom && beside.length === 0; row++) {
    const label = lattice.starting(row).find((entry) => entry.column === head.column);
    // Only a list that opens with 其中 or a number divides the total, or 财政拨款 and 其他; other lines below it are amounts of their own.
    if (!label || parts.length === 0 && !OPENS_LIST.test(compact(label.text)) && !(row < bottomOfBlock && dividesInTwo(lattice, row, head.column))) break;
    const part = line(label, 'part');
    const named = SOURCE.test(compact(label.text));
    if (!named && !(row <= bottomOfBlock && isAmountOf(part))) break;
    parts.push(part);
  }
  const total = line(head, 'total');
  const fund: FundBlock = { unit: readAmountUnit([side?.raw ?? '', head.raw]), headers: {}, declaredWeight: null, total, parts: withLevels([total, ...parts], total).slice(1), splits: [] };
  return { fund, rows: parts.length > 0 ? [head.row, ...parts.map((part) => part.label.row)] : [] };
}

/** 预算数 | 24 | 其中：财政资金 | 24 | 其他资金 | (blank): what it is made of stands in its line. */
function budgetBesideSources(lattice: Lattice, top: number, bottom: number): Entry | undefined {
  for (let row = top; row <= bottom; row++) {
    const head = lattice.starting(row).find((entry) => /^预算(?:数|金额|总额)$/.test(labelText(entry.raw)));
    if (head && besideWhole(lattice, head).length > 1) return head;
  }
  return undefined;
}

/** 年度资金总额： | (blank) | 854万元: the amount stands in the next cell that holds anything, where a merge was taken off. */
function amountBehind(lattice: Lattice, row: number, column: number): Entry {
  const beside = lattice.at(row, column);
  const { left, right } = lattice.area(row, column);
  if (beside.filled || left < right) return beside;
  const next = lattice.starting(row).find((entry) => entry.column > column);
  return next && /^\d/.test(next.text) ? next : beside;
}

const SOURCE = /^(?:其中)?:?.*(?:拨款|资金|收入|补助|债券|自筹|结转)[:：]?$/;

/** 财政拨款 | 80 over 其他 | 20: the two make the whole. */
function dividesInTwo(lattice: Lattice, row: number, column: number): boolean {
  const [first, second] = [row, row + 1].map((at) => lattice.starting(at).find((entry) => entry.column === column));
  return first !== undefined && second !== undefined && /^财政(?:拨款|资金|性资金)$/.test(labelText(first.raw)) && /^其[他它](?:资金)?$/.test(labelText(second.raw));
}

/** 资金总额 | 100 | 其中：财政拨款 | 80 | 其他资金 | 20 in one line: the labels of the sources. */
function besideWhole(lattice: Lattice, head: Entry): readonly Entry[] {
  const labels = lattice.starting(head.row).filter((entry) => entry.column > head.column && entry.quantity === null && !entry.notApplicable);
  const [first] = labels;
  if (!first || !OPENS_LIST.test(compact(first.text)) || !labels.every((entry) => SOURCE.test(compact(entry.text)))) return [];
  // 其他资金 | 20 right below 其中：财政拨款 | 80, beside a total merged down over both.
  const below: Entry[] = [];
  for (let row = head.row + 1; labels.length === 1 && row <= lattice.areaOf(head).bottom; row++) {
    const next = lattice.starting(row).find((entry) => entry.column === first.column);
    if (next?.quantity !== null || !SOURCE.test(compact(next.text))) break;
    below.push(next);
  }
  return [...labels, ...below];
}

const OPENS_LIST = /^(?:其中|[一1][、.]|\(一\))/;

/** 社会力量投入 | 86.5 among the sources, whatever it is called; 上年安排, 累计投入 and the grounds of the amount are none. */
function isAmountOf({ name, originalBudget }: FundRow): boolean {
  return /^[\u4e00-\u9fa5]/.test(name) && !/总|累计|上年(?!结)|以前|依据|标准|说明|单价|比例|率$/.test(name) && originalBudget !== null && (originalBudget.quantity !== null || !originalBudget.filled || originalBudget.notApplicable);
}
