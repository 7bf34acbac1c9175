// The fund block: budget, spending, rate and score, in every shape the forms give it.
import type { Decimal } from '../model/decimal';
import type { Entry, Field, FundBlock, FundColumn, FundRow, FundSplit, Indicator } from '../model/table';
import { adjustmentIn, movedHeaders, movedTotal, withoutFinal } from './fund-adjustments';
import { pairedColumns, pastLabels, readColumns, withDivisor, type Columns } from './fund-columns';
import { budgetAbove, fundName, isSource, pairsIn, rateIn, scoreIn, spendingBelow, writtenUnit } from './fund-pairs';
import { readAmountUnit } from './head';
import { withLevels } from './fund-levels';
import { headersOf } from './indicator-columns';
import { fundColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { withPoints } from './list-cells';
import { declaredPoints, readBareQuantity } from './quantity';
import { compact } from './text';

export interface FundRead {
  readonly fund: FundBlock;
  /** Lines of explanation inside the block. */
  readonly remarks: readonly Field[];
  /** Last row that belongs to it. */
  readonly bottom: number;
}

const NOTHING: FundBlock = { unit: null, headers: {}, declaredWeight: null, total: null, parts: [], splits: [] };

/** Reads the block under the header row `header`; `bottom` is the last row that can belong to it. */
export function readFund(lattice: Lattice, header: number, bottom: number): FundRead {
  const inline = pairsIn(lattice, header);
  const paired = inline.length >= 2;
  const columns: Columns = paired ? pairedColumns(inline) : pastLabels(lattice, withDivisor(lattice, header, bottom, readColumns(lattice, header)));
  if (Object.keys(columns).length === 0) return { fund: NOTHING, remarks: [], bottom: header };
  const first = Math.min(...Object.values(columns).map((column) => column.left));
  // 备注 merged down beside all lines is no header of two rows.
  const heads = Object.entries(columns).filter(([name, column]) => name !== 'reason' && column.left <= lattice.areaOf(column.header).right).map(([, column]) => lattice.areaOf(column.header).bottom);
  // 预算数 | 80 | 执行数 | 80 as the first line: it bears the headers and the total at once.
  const bodyTop = paired ? header : Math.max(header, ...heads) + 1;
  const side = sideLabel(lattice, header, first);
  const { rows, splits, remarks, alone, last } = readLines(lattice, { header, bodyTop, bottom, columns, first, side, paired });
  const own = budgetKept(spendingLines(rows), columns);
  const whole = findTotal(own, side);
  // 小计 of some lines among those that 合计 adds up would count them twice.
  const levelled = withLevels(whole?.name === '小计' ? own : own.filter(({ name }) => name !== '小计'), whole);
  const found = levelled.find((row) => row.role === 'total') ?? null;
  const above = paired && found && !columns.finalBudget && !columns.originalBudget ? budgetAbove(lattice, header) : null;
  const spent = paired && found && !columns.actualSpending && last < bottom ? spendingBelow(lattice, last + 1) : null;
  const total = found && { ...found, ...(above ? { [above.name]: above.value } : {}), ...(spent ? { actualSpending: spent.value } : {}) };
  const rate = paired && !columns.executionRate && last < bottom ? rateIn(lattice, last + 1) : null;
  const heading = header > lattice.range.top && lattice.starting(header - 1).length === 1 ? lattice.starting(header - 1)[0] : undefined;
  const points = side ? declaredPoints(side.raw) : heading && /资金|预算|执行/.test(compact(heading.text)) ? declaredPoints(heading.raw) : null;
  const below = alone ?? (paired && total && !total.score ? scoreBelow(lattice, header + 1, Math.min(last + 1, bottom), points, side ? lattice.areaOf(side).bottom : header) : null);
  const texts = [side?.raw ?? '', ...lattice.starting(header).map((entry) => entry.raw)];
  const fund: FundBlock = {
    unit: readAmountUnit(texts) ?? writtenUnit(rows.flatMap((row) => [row.originalBudget, row.finalBudget, row.actualSpending])),
    headers: { ...headersOf(columns), ...(above ? { [above.name]: above.label } : {}), ...(spent ? { actualSpending: spent.label } : {}), ...(rate ? { executionRate: rate.label } : {}), ...(below ? { score: below.label } : {}) },
    declaredWeight: points ?? (columns.weight ? declaredPoints(columns.weight.header.raw) : null) ?? (columns.score ? declaredPoints(columns.score.header.raw.replace(/[*×].*$/, ')')) : null) ?? (below ? declaredPoints(below.label.raw) : null),
    total: total && { ...total, ...(rate ? { executionRate: rate.value } : {}), ...(below ? { score: below.value } : {}) },
    // 得分 behind a source stands where the rate stands in the line above.
    parts: levelled.filter((row) => row.role === 'part').map((row) => (below && row.executionRate?.cell === below.value.cell ? { ...row, executionRate: null } : row)),
    splits,
  };
  const adjustment = total ? adjustmentIn(lattice, header, columns, paired) : null;
  const moved = adjustment && total ? movedTotal(lattice, total, adjustment) : null;
  if (adjustment && moved) return { fund: { ...fund, headers: movedHeaders(fund.headers, adjustment), total: moved, parts: withoutFinal(fund.parts, adjustment) }, remarks, bottom: last };
  return { fund, remarks, bottom: last };
}

/** True where the form scores the execution in a block whose total line was not found, and in no line of its list: how many points that brings is then not known. */
export function isExecutionUnread(fund: FundBlock | null, indicators: readonly Indicator[]): boolean {
  return fund !== null && !fund.total && Boolean(fund.headers.weight ?? fund.headers.score ?? fund.declaredWeight) && !indicators.some(({ isExecution }) => isExecution);
}

/** Where the lines of a block are looked for. */
interface Body {
  readonly header: number;
  readonly bodyTop: number;
  readonly bottom: number;
  readonly columns: Columns;
  /** The leftmost column of figures. */
  readonly first: number;
  readonly side: Entry | null;
  /** Labels and figures by turns. */
  readonly paired: boolean;
}

interface LinesRead {
  readonly rows: readonly FundRow[];
  readonly splits: readonly FundSplit[];
  readonly remarks: readonly Field[];
  /** A score in a line of its own. */
  readonly alone: ReturnType<typeof scoreIn>;
  /** The last row that is the block's. */
  readonly last: number;
}

/** The lines of the block, as far down as they go. */
function readLines(lattice: Lattice, { header, bodyTop, bottom, columns, first, side, paired }: Body): LinesRead {
  const rows: FundRow[] = [];
  const splits: FundSplit[] = [];
  const remarks: Field[] = [];
  let alone: LinesRead['alone'] = null;
  let last = header;
  for (let row = bodyTop; row <= bottom; row++) {
    if (side && beginsAnew(lattice, row, side) || paired && row > header && !isSource(lattice, row)) break;
    const remark = remarkIn(lattice, row, first);
    if (remark) {
      remarks.push(remark);
      last = row;
      continue;
    }
    const scored = columns.score ? null : scoreAlone(lattice, row);
    if (scored) {
      alone ??= scored;
      last = row;
      continue;
    }
    const parts = textRow(lattice, row, columns);
    if (parts.length > 0) addSplits(splits, parts);
    else {
      const read = readRow(lattice, header, row, columns, first, side);
      if (!read) continue;
      // 列次 | 1 | 2 | 3 numbers the columns.
      if (/^(?:列|行|栏)次$/.test(read.name)) continue;
      if (isWords(read)) break;
      if (tellsLeftover(read)) continue;
      if (labelsAmounts(read, row)) continue;
      rows.push(read);
    }
    last = row;
  }
  return { rows, splits, remarks, alone, last };
}

/** 预算执行得分（10分） | 9.8 in a line of its own: no source of money. */
function scoreAlone(lattice: Lattice, row: number): ReturnType<typeof scoreIn> {
  const [label, value, ...more] = lattice.starting(row);
  return label && value?.quantity && more.length === 0 && label.quantity === null && /得分|评分/.test(label.text) ? scoreIn(lattice, row, null) : null;
}

/** 得分 | 9.8 behind a source or below all of them. */
function scoreBelow(lattice: Lattice, from: number, to: number, points: Decimal | null, sideBottom: number): ReturnType<typeof scoreIn> {
  for (let row = from; row <= to; row++) {
    const found = scoreIn(lattice, row, points, row <= sideBottom);
    if (found) return found;
  }
  return null;
}

/** 预算调整说明 | …, or one wide text that says so: an explanation inside the block. */
function remarkIn(lattice: Lattice, row: number, first: number): Field | null {
  const [label, ...others] = lattice.starting(row);
  if (!label || label.column >= first || typeof label.value !== 'string' || !/说明|原因|^备注/.test(compact(label.text).slice(0, 20))) return null;
  if (others.some((entry) => entry.quantity !== null)) return null;
  return { name: labelText(label.raw).slice(0, 20), label, entry: others[0] ?? label };
}

/** 年初预算 50 | 调整预算 blank or — throughout: nothing was adjusted, and the budget of January is that of the year. */
function budgetKept(rows: readonly FundRow[], { finalBudget, originalBudget }: Columns): readonly FundRow[] {
  if (!finalBudget || !originalBudget || !/调整/.test(finalBudget.header.text)) return rows;
  const open = rows.every((row) => !row.finalBudget?.filled || row.finalBudget.notApplicable);
  return open && rows.some((row) => row.originalBudget?.quantity?.value.gt(0)) ? rows.map((row) => ({ ...row, finalBudget: row.originalBudget })) : rows;
}

/** 收入合计, 其中：财政拨款, 支出合计, 其中：基本支出, 项目支出: what came in is held to nothing here. */
function spendingLines(rows: readonly FundRow[]): readonly FundRow[] {
  const at = (side: RegExp): number => rows.findIndex(({ name }) => side.test(name));
  const income = at(/^(?:本年|年度|全年)?(?:总收入|收入(?:合计|总计|总额))$/);
  const spending = at(/^(?:本年|年度|全年)?(?:总支出|支出(?:合计|总计|总额))$/);
  if (income < 0 || spending < 0) return rows;
  const [whole, ...lines] = income < spending ? rows.slice(spending) : rows.slice(spending, income);
  // Why the budget moved may be told beside either.
  return whole ? [{ ...whole, reason: whole.reason?.filled ? whole.reason : (rows[income]?.reason ?? whole.reason) }, ...lines] : rows;
}

/** 资金结余 | 130 | 结余原因 | … below the amounts: what was left of them, no source. 上年结转 has a budget and spending of its own. */
function tellsLeftover({ name, originalBudget, finalBudget, actualSpending }: FundRow): boolean {
  const amounts = [originalBudget, finalBudget, actualSpending].filter((entry) => entry?.quantity);
  return amounts.length < 2 && /^(?:资金|年末|期末|年底|当年|本年)(?:结余|剩余)(?:结转)?(?:金额|数|额)?(?:\(万?元\))?$/.test(name);
}

/** A line whose amounts are words belongs to what follows the block (资金到位率 | 资金已到位). */
function isWords(row: FundRow): boolean {
  const amounts = [row.originalBudget, row.finalBudget, row.actualSpending].filter((entry) => entry?.filled && entry.row === row.label.row && !entry.notApplicable);
  return amounts.length > 0 && amounts.every((entry) => entry?.quantity === null && /[\u4e00-\u9fa5]{2,}/.test(entry.text));
}

/** 资金来源： | 一般公共预算 | 437: a label stands where others have an amount, and the amount in the column behind it is that label's. */
function labelsAmounts({ originalBudget, finalBudget, actualSpending }: FundRow, row: number): boolean {
  const own = [originalBudget, finalBudget, actualSpending].filter((entry) => entry?.filled && entry.row === row && !entry.notApplicable);
  return own.some((entry) => entry?.quantity) && own.some((entry) => entry?.quantity === null && /^(?:其中[:：])?[\u4e00-\u9fa5（）()、“”]*(?:预算|支出|资金|收入|拨款|结构|来源)[:：]?$/.test(compact(entry.text)));
}

/** 项目资金（万元） at the left of the block, reaching down beside its lines. */
function sideLabel(lattice: Lattice, header: number, first: number): Entry | null {
  return lattice.touching(header).find((entry) => entry.column < first && /资金|预算|经费|支出|收支|整体/.test(compact(entry.text))) ?? null;
}

/** 市级 | 3260 under 其中：省级 | 2000 names a source by the level that pays. */
const LEVEL_OF_GOVERNMENT = /^(?:中央|省|自治区|市|州|县|区|旗|镇|乡|乡镇|街道|本|地方|市县|县区|区县)(?:级|本级)?(?:配套|补助|安排|投入|承担)?$|^(?:企业|社会|群众|银行)?(?:自[筹有]|贷款|配套|投入)$/;

/** 专项债券付息情况 | … below the block's side label: another block's, whatever figures stand in its columns. */
function beginsAnew(lattice: Lattice, row: number, side: Entry): boolean {
  const { top, bottom, left } = lattice.areaOf(side);
  if (bottom === top || row <= bottom) return false;
  const label = lattice.at(row, left);
  return label.filled && label.row === row && label.quantity === null && !LEVEL_OF_GOVERNMENT.test(labelText(label.raw)) && !/其中|财政|拨款|资金|预算|收入|支出|[合总小]计|总额|列次|说明|原因|备注/.test(compact(label.text));
}

/** Cells of a line that hold label and amount in one text, such as 其中：一般公共预算：124.88; empty for an ordinary line. */
function textRow(lattice: Lattice, row: number, columns: Columns): readonly Entry[] {
  const entries = lattice.starting(row).filter((entry) => typeof entry.value === 'string');
  const budgets = [columns.originalBudget, columns.finalBudget, columns.actualSpending].filter((column) => column !== undefined);
  const covering = entries.filter((entry) => {
    const area = lattice.areaOf(entry);
    return entry.quantity === null && budgets.some((column) => area.left < column.left && area.right >= column.left || area.left <= column.right && area.right > column.right && area.left >= column.left) && /[:：]|按.*分/.test(entry.text);
  });
  return covering.length > 0 ? entries.filter((entry) => /[:：]|按.*分/.test(entry.text)) : [];
}

/** 按支出性质分：, and the same with what its parts make (按支出性质分：1240.5). */
const DIVIDED_BY = /按[^:：]{1,12}分(?:[:：][\d.,]*(?:万?元)?)?$/;

function addSplits(splits: FundSplit[], parts: readonly Entry[]): void {
  for (const entry of parts) {
    const known = splits.findIndex((split) => split.label.column === entry.column);
    const existing = splits[known];
    const heading = DIVIDED_BY.test(compact(entry.text));
    if (heading || !existing) {
      splits.push({ label: entry, parts: heading ? [] : [splitPart(entry)] });
      continue;
    }
    splits[known] = { ...existing, parts: [...existing.parts, splitPart(entry)] };
  }
}

function splitPart(entry: Entry): FundSplit['parts'][number] {
  const text = compact(entry.text).replace(/^其中:?/, '');
  const at = text.lastIndexOf(':');
  const amount = at < 0 ? null : readBareQuantity(text.slice(at + 1));
  // The amount as written: 万元 is the block's own unit here, so that it compares with the columns.
  return { name: text.slice(0, at < 0 ? undefined : at), entry, amount: amount ? amount.value.div(amount.scale) : null };
}

function readRow(lattice: Lattice, header: number, row: number, columns: Columns, first: number, side: Entry | null): FundRow | null {
  const pick = (name: FundColumn): Entry | null => {
    const column = columns[name];
    if (!column) return null;
    for (let c = column.left; c <= Math.min(column.right, lattice.range.right); c++) {
      const entry = lattice.at(row, c);
      if (entry.filled && entry.row === row) return entry;
    }
    return lattice.at(row, column.left);
  };
  const points = (name: 'weight' | 'score'): Entry | null => {
    const entry = pick(name);
    return entry && withPoints(entry);
  };
  // A rate merged down beside the sources is the whole's.
  const rate = pick('executionRate');
  // A label is worded; a bare code or number beside it (often in a hidden column) is none.
  const candidates = lattice.starting(row).filter((entry) => entry.column < first && entry.cell !== side?.cell && /[\u4e00-\u9fa5]/.test(entry.text));
  // 任务名称 | 主要内容 | 完成情况 before the figures: the line is named by the first of them.
  // A text over label and figure columns is a heading of what follows, not a line.
  if (candidates.some((entry) => lattice.areaOf(entry).right >= first)) return null;
  const label = candidates.filter((entry) => !/内容|完成|情况|说明/.test(lattice.at(header, entry.column).text)).at(-1) ?? candidates.at(-1) ?? null;
  const values = { originalBudget: pick('originalBudget'), finalBudget: pick('finalBudget'), actualSpending: pick('actualSpending'), executionRate: rate?.filled && rate.row > header && rate.row < row ? null : rate, weight: points('weight'), score: points('score'), reason: pick('reason') };
  const any = Object.values(values).some((entry) => entry?.filled && entry.row === row);
  // 2,000 | 1,860 | 93% right under headers that begin at the form's edge: the line needs no name.
  const bare = !label && !side && row === lattice.areaOf(lattice.at(header, first)).bottom + 1 && first === lattice.range.left && lattice.starting(row).filter((entry) => entry.quantity !== null).length >= 2;
  const named = label ?? (bare ? lattice.at(header, first) : any ? side : null);
  if (!named || (!label && rowIsBlank(lattice, row, first))) return null;
  if (label && labelText(label.raw) === '' && !any) return null;
  return { label: named, name: fundName(named.raw), role: 'part', level: 1, division: 0, ...values };
}

function rowIsBlank(lattice: Lattice, row: number, first: number): boolean {
  return !lattice.starting(row).some((entry) => entry.column >= first);
}

function findTotal(rows: readonly FundRow[], side: Entry | null): FundRow | null {
  const labelled = rows.find((row) => /总额|总计|合计|资金总|总预算|总金额|^总|小计|^年度财政资金|^预算总/.test(row.name) && !/^其中/.test(compact(row.label.text)));
  // 小计 under each department's lines, 合计 under all of them.
  if (labelled) return (labelled.name === '小计' ? rows.findLast((row) => /^(?:合计|总计)$/.test(row.name)) : undefined) ?? labelled;
  const [top] = rows;
  if (top && fundColumn(top.label.raw) !== null) return top;
  // The first line bears no label of its own, the others do: it is the block's.
  if (top && rows.filter((row) => row.label.cell === side?.cell).length === 1 && top.label.cell === side?.cell) return top;
  // The only line with points of its own, or the one that 其中 divides.
  if (top && (top.weight?.quantity ?? top.score?.quantity) && !/^其中/.test(compact(top.label.text)) && !rows.slice(1).some((row) => row.weight?.quantity ?? row.score?.quantity)) return top;
  const [only] = rows;
  return rows.length === 1 && only && !/^其中/.test(compact(only.label.text)) ? only : null;
}
