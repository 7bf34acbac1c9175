// A total's formula must count each of its lines once; a score's must speak of its own line. The present value may still be right.
import { parseA1 } from '../model/address';
import type { Edit } from '../model/finding';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, Table } from '../model/table';
import { FORM_BASIS } from './basis';
import { listAlone } from './scores';
import { scoredParts } from '../scoring/execution';
import { childrenOf } from './subtotal';
import { executionWeight, weightSum } from './weights';
import { proposal } from './correcting';
import { outerParts } from './outer-parts';
import { AMOUNT_COLUMNS, type AmountColumn } from './fund-figures';
import { cellsOf } from './indicator-facts';
import { references, summed } from './formula-references';
import type { RuleContext, RuleReport } from './rule';
import { defineRule } from './rule';

type Message = 'omits' | 'doubles' | 'outside' | 'row';

/** 小计 of the outputs. */
const WITH_SUBTOTAL = { B13: '产出指标（40分）', D16: '小计', F16: null, G16: null, H16: 40, I16: 40, H17: 25, I17: 25, B17: '效益指标（40分）' };

/** Points of the execution by source. */
const WITH_POINTS = { G6: 78, I6: '97.5%', K6: 9.5, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5 };

export const formulaRange = defineRule<Message>({
  id: 'formula-range',
  title: '公式范围',
  severity: 'error',
  why: '合计公式漏行、重复或错行，数字一改结果就错，而且不易发现。',
  basis: { ...FORM_BASIS, clause: '合计公式应恰好包含所属各行' },
  messages: {
    omits: '{cell}的公式“{received}”漏了{cells}。',
    doubles: '{cell}的公式“{received}”重复计算了{cells}。',
    outside: '{cell}的公式“{received}”算进了不属于合计的{cells}。',
    row: '{cell}的公式“{received}”引用的是第{other}行，不是本行（第{own}行）。',
  },
  examples: [
    { shows: 'a sum one row short', form: { base: 'project', cells: { I19: 0, G19: '0%', I20: { value: 90, formula: 'K6+SUM(I13:I18)' } } }, findings: [{ cells: ['I20', 'I19'], message: 'I20的公式“=K6+SUM(I13:I18)”漏了I19。' }] },
    { shows: 'a score counted twice', form: { base: 'project', cells: { I20: { value: 120, formula: 'K6+SUM(I13:I19)+I13' } } }, findings: [{ cells: ['I20', 'I13'], message: 'I20的公式“=K6+SUM(I13:I19)+I13”重复计算了I13。' }] },
    { shows: 'a weight among the scores', form: { base: 'project', cells: { I20: { value: 110, formula: 'K6+SUM(I13:I19)+H14' } } }, findings: [{ cells: ['I20', 'H14'], message: 'I20的公式“=K6+SUM(I13:I19)+H14”算进了不属于合计的H14。' }] },
    { shows: 'a rate of another row', form: { base: 'project', cells: { I6: { value: 1, formula: 'G7/F7', format: '0%' } } }, findings: [{ cells: ['I6'], message: 'I6的公式“=G7/F7”引用的是第7行，不是本行（第6行）。' }] },
    { shows: 'the execution as an indicator, scored of the amounts', form: { base: 'project', cells: { I15: { value: 10, formula: 'ROUND(MIN(1,G6/F6)*10,2)' } } }, findings: [] },
    { shows: 'a fund total that leaves out a source', form: { base: 'project', cells: { E6: { value: 80, formula: 'SUM(E7:E8)' } } }, findings: [{ cells: ['E6', 'E9'], message: 'E6的公式“=SUM(E7:E8)”漏了E9。' }] },
    { shows: 'formulas that count each line once', form: { base: 'project', cells: { E6: { value: 80, formula: 'SUM(E7:E9)' }, I6: { value: 1, formula: 'G6/F6', format: '0%' }, H20: { value: 100, formula: 'SUM(H13:H19)+H6' }, I20: { value: 100, formula: 'ROUND(K6+SUM(I13:I19),2)' } } }, findings: [] },
    { shows: 'sums of the list alone, without the execution', form: { base: 'project', cells: { H20: { value: 90, formula: 'SUM(H13:H19)' }, I20: { value: 90, formula: 'SUM(I13:I19)' } } }, findings: [] },
    { shows: 'a sum of the list alone that is one row short', form: { base: 'project', cells: { H20: 90, I19: 0, G19: '0%', I20: { value: 80, formula: 'SUM(I13:I18)' } } }, findings: [{ cells: ['I20', 'I19'], message: 'I20的公式“=SUM(I13:I18)”漏了I19。' }] },
    { shows: 'a list that goes on behind the three kinds of 三公经费', form: { base: 'base-data', cells: { A11: '4、培训费', B11: 2, D11: 2, F11: 1.5, A12: '项目支出：', B12: 30, D12: 40, F12: 40, A13: '1、业务工作专项', B13: 30, D13: 40, F13: 40, F5: { value: 5, formula: 'F6+F9+F10' } } }, findings: [] },
    { shows: 'the execution and 小计 of all lines', form: { base: 'project', cells: { A20: '小计', H20: 90, I20: 90, A21: '总分', H21: { value: 100, formula: 'H6+H20' }, I21: { value: 100, formula: 'K6+I20' } } }, findings: [] },
    { shows: '小计 of one group among the lines of the others', form: { base: 'project', cells: { ...WITH_SUBTOTAL, I20: { value: 100, formula: 'K6+I16+I17+I18+I19' } } }, findings: [] },
    { shows: '小计 beside its own lines', form: { base: 'project', cells: { ...WITH_SUBTOTAL, I20: { value: 140, formula: 'K6+SUM(I13:I19)' } } }, findings: [{ cells: ['I20', 'I16'], message: 'I20的公式“=K6+SUM(I13:I19)”算进了不属于合计的I16。' }] },
    { shows: 'sources with points of their own in the place of their line', form: { base: 'project', cells: { ...WITH_POINTS, H20: { value: 100, formula: 'H7+H8+SUM(H13:H19)' }, I20: { value: 99.5, formula: 'K7+K8+SUM(I13:I19)' } } }, findings: [] },
    { shows: 'such sources beside their line', form: { base: 'project', cells: { ...WITH_POINTS, I20: { value: 109, formula: 'SUM(K6:K8)+SUM(I13:I19)' } } }, findings: [{ cells: ['I20', 'K7', 'K8'], message: 'I20的公式“=SUM(K6:K8)+SUM(I13:I19)”算进了不属于合计的K7、K8。' }] },
    { shows: 'a formula that is not understood', form: { base: 'project', cells: { I20: { value: 100, formula: 'SUMPRODUCT(I13:I19)+K6' } } }, findings: [] },
  ],
  *check(table, context) {
    for (const { at, parts, standIns } of sums(table, context)) yield* checkSum(table, at, parts, standIns ?? new Map());
    yield* checkRows(table);
  },
});

interface Sum {
  readonly at: Entry;
  /** The lines that must be counted, blank ones too. */
  readonly parts: readonly Entry[];
  /** 小计 and the like: cells that are counted in the place of others. */
  readonly standIns?: StandIns;
}

type StandIns = ReadonlyMap<string, readonly string[]>;

function sums(table: Table, context: RuleContext): readonly Sum[] {
  // Most forms hold no formula at all.
  if (!table.entries.some(({ formula }) => formula !== null)) return [];
  return [...sumsOfScores(table, context), ...sumsOfFunds(table), ...sumsOfBaseData(table)];
}

/** The total row over the list, with the execution's line unless it totals the list alone. */
function sumsOfScores(table: Table, { scorecard, rubric }: RuleContext): readonly Sum[] {
  const { fund, total, indicators } = table;
  if (total?.place !== 'row') return [];
  const points = executionWeight(table)?.weight;
  const [declared, lines] = [total.weight?.quantity?.value, weightSum(indicators)];
  const weightsAlone = points !== undefined && declared?.eq(lines) === true && lines.plus(points).eq(rubric.weightTotal.value);
  // 90 | 89 of the list alone; a formula that counts the execution all the same is held to that.
  const counted = (apart: boolean, at: Entry | null, entry: Entry | null | undefined): Entry | null => (entry && (!apart || summed(at?.formula ?? '')?.includes(entry.cell) === true) ? entry : null);
  const [scores, weights] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  for (const { subtotalScore, subtotalWeight, declaredAt, indicators: own } of table.groups) {
    const lines = present(own, (index) => indicators[index]);
    if (subtotalScore) scores.set(subtotalScore.cell, cellsOf(...lines.map(({ score }) => score)));
    for (const at of [subtotalWeight, declaredAt]) if (at) weights.set(at.cell, cellsOf(...lines.map(({ weight }) => weight)));
  }
  for (const { score, weight, first, end } of total.parts ?? []) {
    scores.set(score.cell, cellsOf(...indicators.slice(first, end).map((line) => line.score)));
    weights.set(weight.cell, cellsOf(...indicators.slice(first, end).map((line) => line.weight)));
  }
  const sources = fund ? scoredParts(fund, fund.total?.weight?.quantity?.value ?? null) : [];
  return [
    ...sumOf(total.score, () => [...inPlaceOf(total.score, counted(listAlone(table, scorecard) !== null, total.score, fund?.total?.score), sources.map(({ score }) => score)), ...indicators.map((indicator) => indicator.score)], scores),
    ...sumOf(total.weight, () => [...inPlaceOf(total.weight, points === undefined ? null : counted(weightsAlone, total.weight, fund?.total?.weight), sources.map(({ weight }) => weight)), ...indicators.map((indicator) => indicator.weight)], weights),
  ];
}

/** =K7+K8+SUM(I13:I19): the sources with points of their own, counted in the place of the line that they make. */
function inPlaceOf(at: Entry | null, whole: Entry | null, sources: readonly (Entry | null)[]): readonly (Entry | null)[] {
  const named = sources.length > 0 ? summed(at?.formula ?? '') : null;
  return named && whole && !named.includes(whole.cell) && sources.every((source) => source !== null && named.includes(source.cell)) ? sources : [whole];
}

/** The total line over each way of dividing it. */
function sumsOfFunds({ fund }: Table): readonly Sum[] {
  if (!fund?.total) return [];
  const { total, parts } = fund;
  return [...new Set(parts.map((part) => part.division))].flatMap((division) =>
    AMOUNT_COLUMNS.flatMap((column) => sumOf(total[column], () => countedParts(fund, total, parts.filter((part) => part.level === 1 && part.division === division), column))));
}

/** Sources that are of the one above them are counted with it, or in its place. */
function countedParts(fund: FundBlock, total: FundRow, division: readonly FundRow[], column: AmountColumn): readonly (Entry | null)[] {
  const counted = summed(total[column]?.formula ?? '') ?? [];
  const isCounted = (row: FundRow): boolean => counted.includes(row[column]?.cell ?? '');
  const lines = outerParts(fund, total, division, null)?.flatMap(({ part, below }) => (below.some(isCounted) && !isCounted(part) ? below : [part])) ?? division;
  return lines.map((line) => line[column]);
}

/** Each line over its parts, where it has several. */
function sumsOfBaseData({ baseData }: Table): readonly Sum[] {
  if (!baseData) return [];
  return baseData.rows.flatMap((row) => {
    const children = childrenOf(baseData, row);
    return children.length > 1 ? row.values.flatMap((entry, column) => sumOf(entry, () => children.map((child) => child.values[column]))) : [];
  });
}

/** Most totals are typed: without a formula there is no list of lines to make. */
function sumOf(at: Entry | null, parts: () => readonly (Entry | null | undefined)[], standIns?: StandIns): readonly Sum[] {
  return at?.formula ? [{ at, parts: present(parts(), (part) => part), ...(standIns ? { standIns } : {}) }] : [];
}

function* checkSum(table: Table, at: Entry, parts: readonly Entry[], standIns: StandIns): Iterable<RuleReport<Message>> {
  const named = summed(at.formula ?? '');
  if (!named || parts.length < 2) return;
  const own = new Set(parts.map((part) => part.cell));
  // A formula that counts none of the lines adds up something else, such as group subtotals.
  if (!named.some((cell) => own.has(cell))) return;
  // 小计 is counted for its lines, unless they are counted beside it.
  const counted = named.flatMap((cell) => {
    const lines = standIns.get(cell);
    return lines && !own.has(cell) && !lines.some((line) => named.includes(line)) ? lines : [cell];
  });
  const omitted = parts.filter((part) => part.filled && part.quantity && !counted.includes(part.cell)).map((part) => part.cell);
  const doubled = [...new Set(counted.filter((cell, index) => own.has(cell) && counted.indexOf(cell) !== index))];
  const numbers = new Map(table.entries.map((entry) => [entry.cell, entry]));
  const outside = [...new Set(counted.filter((cell) => !own.has(cell) && (cell === at.cell || typeof numbers.get(cell)?.value === 'number')))];
  for (const [message, cells] of [['omits', omitted], ['doubles', doubled], ['outside', outside]] as const) {
    if (cells.length === 0) continue;
    yield {
      message,
      data: { cell: at.cell, received: `=${at.formula ?? ''}`, cells: cells.join('、') },
      cells: [at.cell, ...cells.filter((cell) => cell !== at.cell)],
      expected: null,
      received: `=${at.formula ?? ''}`,
      correction: proposal(countingOnce(at, parts)),
    };
  }
}

/** =K6+SUM(I13:I19) over exactly the lines, whose sum is its value. Null where a filled line holds no number. */
function countingOnce(at: Entry, parts: readonly Entry[]): Edit | null {
  if (parts.some((part) => part.filled && typeof part.value !== 'number')) return null;
  const column = parts.filter((part) => part.column === at.column);
  const others = parts.filter((part) => part.column !== at.column);
  const first = column[0];
  const last = column.at(-1);
  const gapless = first !== undefined && last !== undefined && last.row - first.row + 1 === column.length;
  const terms = [...others.filter((part) => part.filled).map((part) => part.cell), gapless ? `SUM(${first.cell}:${last.cell})` : column.map((part) => part.cell).join('+')];
  const value = parts.reduce((total, part) => (part.quantity ? part.quantity.value.plus(total).toNumber() : total), 0);
  return { cell: at.cell, value, formula: `=${terms.filter((term) => term !== '').join('+')}`, numberFormat: null };
}

/** Rates and scores take their own line; a formula all of whose references stand in one other row slipped. */
function* checkRows(table: Table): Iterable<RuleReport<Message>> {
  const { fund } = table;
  const rows = fund?.total ? [fund.total, ...fund.parts] : (fund?.parts ?? []);
  const entries: (readonly [Entry, ReadonlySet<number>])[] = [];
  const add = (entry: Entry | null, ...beside: readonly (Entry | null)[]): void => {
    if (entry?.formula) entries.push([entry, new Set(present(beside, (one) => one?.row))]);
  };
  for (const { originalBudget, finalBudget, actualSpending, executionRate, weight, score } of rows) {
    add(executionRate, originalBudget, finalBudget, actualSpending);
    add(score, executionRate, weight);
  }
  // The execution may be scored among the indicators as well.
  const amounts = present(rows, (row) => row.actualSpending ?? row.finalBudget);
  for (const indicator of table.indicators) add(indicator.score, ...amounts);
  for (const [entry, own] of entries) {
    if (!entry.formula || summed(entry.formula)) continue;
    const referred = references(entry.formula) ?? [];
    const others = [...new Set(present(referred, (cell) => parseA1(cell)?.row))];
    const [other] = others;
    // 执行率 below the amounts of its line, in a block of labels and figures by turns.
    if (referred.length < 2 || others.length !== 1 || other === undefined || other === entry.row || own.has(other)) continue;
    yield { message: 'row', data: { cell: entry.cell, received: `=${entry.formula}`, other: String(other), own: String(entry.row) }, cells: [entry.cell], expected: null, received: `=${entry.formula}` };
  }
}
