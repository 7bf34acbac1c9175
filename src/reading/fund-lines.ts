// The lines of a fund block, as far down as they go: sources of the money, texts that divide it, remarks, a score of its own.
import type { Decimal } from '../model/decimal';
import { sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Field, FundColumn, FundRow, FundSplit } from '../model/table';
import type { Columns } from './fund-divisor';
import { fundName, isSource, scoreIn } from './fund-pairs';
import { labelText } from './labels';
import type { Lattice } from './lattice';
import { withPoints } from './list-cells';
import { readBareQuantity } from './quantity';
import { compact } from './text';

/** Where the lines of a block are looked for. */
export interface Body {
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

export interface LinesRead {
  readonly rows: readonly FundRow[];
  readonly splits: readonly FundSplit[];
  readonly remarks: readonly Field[];
  /** A score in a line of its own. */
  readonly alone: ReturnType<typeof scoreIn>;
  /** The last row that is the block's. */
  readonly last: number;
}

/** The lines of the block, as far down as they go. */
export function readLines(lattice: Lattice, body: Body): LinesRead {
  const { header, bodyTop, bottom, columns, first, side, paired } = body;
  const rows: FundRow[] = [];
  const splits: FundSplit[] = [];
  const remarks: Field[] = [];
  let alone: LinesRead['alone'] = null;
  let last = header;
  for (let row = bodyTop; row <= bottom; row++) {
    if (side && beginsAnew(lattice, row, side) || paired && row > header && !isSource(lattice, row)) break;
    const remark = remarkIn(lattice, row, first);
    const scored = remark || columns.score ? null : scoreAlone(lattice, row);
    const parts = remark || scored ? [] : textRow(lattice, row, columns);
    if (remark) remarks.push(remark);
    else if (scored) alone ??= scored;
    else if (parts.length > 0) addSplits(splits, parts);
    else {
      const read = readRow(lattice, row, body);
      if (!read || NUMBERS_COLUMNS.test(read.name)) continue;
      if (isWords(read)) break;
      if (labelsAmounts(read, row) || goesOnBeside(lattice, row, read, body)) {
        addPairs(splits, lattice.starting(row));
        continue;
      }
      if (tellsLeftover(read, rows) || isNoMoney(read) || rows.length > 0 && hasPairs(lattice, row)) continue;
      rows.push(read);
    }
    last = row;
  }
  return { rows, splits, remarks, alone, last };
}

/** 列次 | 1 | 2 | 3. */
const NUMBERS_COLUMNS = /^(?:列|行|栏)次$/;

/** 预算执行得分（10分） | 9.8 in a line of its own: no source of money. */
function scoreAlone(lattice: Lattice, row: number): ReturnType<typeof scoreIn> {
  const [label, value, ...more] = lattice.starting(row);
  return label && value?.quantity && more.length === 0 && label.quantity === null && /得分|评分/.test(label.text) ? scoreIn(lattice, row, null) : null;
}

/** 预算调整说明 | …, or one wide text that says so: an explanation inside the block. */
function remarkIn(lattice: Lattice, row: number, first: number): Field | null {
  const [label, ...others] = lattice.starting(row);
  if (!label || label.column >= first || typeof label.value !== 'string' || !/说明|原因|^备注/.test(compact(label.text).slice(0, 20))) return null;
  if (others.some((entry) => entry.quantity !== null)) return null;
  return { name: labelText(label.raw).slice(0, 20), label, entry: others[0] ?? label };
}

/** 资金结余 | 130 | 结余原因 | … below the amounts: what was left of them, no source. 上年结转 has a budget and spending of its own. `above`: the lines before it. */
function tellsLeftover({ name, originalBudget, finalBudget, actualSpending }: FundRow, above: readonly FundRow[]): boolean {
  const amounts = [originalBudget, finalBudget, actualSpending].filter((entry) => entry?.quantity);
  // 结余资金 | (blank) | (blank) | 5 has no budget: a source has one.
  if (actualSpending?.quantity && amounts.length === 1 && (originalBudget ?? finalBudget) !== null && LEFT_OVER.test(name)) return !makesSpending(above, actualSpending.quantity.value);
  // 本年收支结余, 年末滚存结余 of an insurance fund have a budget as well.
  return /^(?:本年|当年|本期|当期|年末|期末)?(?:累计|收支|滚存|当期)结余$/.test(name) || amounts.length < 2 && /^(?:资金|年末|期末|年底|当年|本年)(?:结余|剩余)(?:结转)?(?:金额|数|额)?(?:\(万?元\))?$/.test(name);
}

/** 80 over 60 and 10, with 结余资金 | (blank) | (blank) | 10 below them: spent of what was left before, and counted. */
function makesSpending([total, ...parts]: readonly FundRow[], spent: Decimal): boolean {
  const whole = total?.actualSpending?.quantity?.value;
  return whole !== undefined && parts.length > 0 && sum(present(parts, (part) => part.actualSpending?.quantity?.value)).plus(spent).eq(whole);
}

const LEFT_OVER = /^(?:资金|年末|期末|年底|当年|本年|项目|预算|财政)?(?:(?:结转)?结余|结余结转|剩余|余额)(?:资金)?(?:金额|数|额)?(?:\(万?元\))?$|^结转(?:至)?下年/;

/** 受益人数 | 1200, or 联系电话 | 0571-… behind a name, right below the amounts: another line of the form. */
function isNoMoney({ name, originalBudget, finalBudget, actualSpending }: FundRow): boolean {
  return NO_MONEY.test(name) || [originalBudget, finalBudget, actualSpending].some((entry) => entry?.quantity === null && PERSON.test(labelText(entry.raw)));
}

const NO_MONEY = /(?:人数|户数|人次|个数|数量|面积|里程|电话)(?:\([^()]*\))?$/;
const PERSON = /^(?:项目|财务|单位)?(?:联系|负责|经办|填[报表])人$|^(?:联系|办公|手机)?(?:电话|手机号码?|方式)$/;

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

/** 其他资金 | 0 | (blank) right below 政府性基金 | 0 | 项目支出 | 392.5: the last of the labels on the left, with the amount where theirs are. */
function goesOnBeside(lattice: Lattice, row: number, read: FundRow, body: Body): boolean {
  const amounts = ({ originalBudget, finalBudget, actualSpending }: FundRow): readonly string[] => [...new Set(present([originalBudget, finalBudget, actualSpending], (entry) => (entry?.filled ? entry.cell : null)))];
  const above = row - 1 > body.header ? readRow(lattice, row - 1, body) : null;
  const [own, ...more] = amounts(read);
  return own !== undefined && more.length === 0 && above !== null && labelsAmounts(above, row - 1) && [above.originalBudget, above.finalBudget].some((entry) => entry?.quantity && lattice.at(row, entry.column).cell === own);
}

/** 还本付息 | 应付利息 | 570 | 实付利息 | 570 below the lines of the block: figures behind labels of their own. */
function hasPairs(lattice: Lattice, row: number): boolean {
  const [heading, one, first, other, second] = lattice.starting(row);
  if (!heading || !one || !first?.quantity || !other || !second?.quantity) return false;
  // 财政拨款 | 财政拨款 | 80 | 财政拨款 | 80 names the same source for each amount.
  return one.text !== heading.text && other.text !== heading.text && one.text !== other.text && [heading, one, other].every(({ text }) => /^[\u4e00-\u9fa5（）()]{3,}[:：]?$/.test(text));
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

/** 其中：基本支出 | 512.8 below 按支出性质分：, the amount in a cell of its own. */
function addPairs(splits: FundSplit[], cells: readonly Entry[]): void {
  for (const [at, label] of cells.entries()) {
    const known = splits.findIndex((split) => split.label.column === label.column);
    const [existing, entry] = [splits[known], cells[at + 1]];
    if (!existing || label.quantity || !DIVIDED_BY.test(compact(existing.label.text))) continue;
    // 其中 further down divides the line above it.
    const amount = entry?.quantity && !(existing.parts.length > 0 && compact(label.text).startsWith('其中')) ? entry.quantity.value.div(entry.quantity.scale) : null;
    splits[known] = { ...existing, parts: [...existing.parts, { name: compact(label.text).replace(/^其中:?/, ''), entry: entry?.quantity ? entry : label, amount }] };
  }
}

function splitPart(entry: Entry): FundSplit['parts'][number] {
  const text = compact(entry.text).replace(/^其中:?/, '');
  const at = text.lastIndexOf(':');
  const amount = at < 0 ? null : readBareQuantity(text.slice(at + 1));
  // The amount as written: 万元 is the block's own unit here, so that it compares with the columns.
  return { name: text.slice(0, at < 0 ? undefined : at), entry, amount: amount ? amount.value.div(amount.scale) : null };
}

/** 合计 | 5个项目. */
const HOW_MANY = /^\(?共?计?\d+[个项家](?:项目|资金|单位|部门)?\)?$/;

/** The line of a row; null where it is none. */
function readRow(lattice: Lattice, row: number, body: Body): FundRow | null {
  const { first, side } = body;
  // A label is worded; a bare code or number beside it (often in a hidden column) is none.
  const candidates = lattice.starting(row).filter((entry) => entry.column < first && entry.cell !== side?.cell && /[\u4e00-\u9fa5]/.test(entry.text));
  // A text over label and figure columns is a heading of what follows, not a line.
  if (candidates.some((entry) => lattice.areaOf(entry).right >= first)) return null;
  // 任务名称 | 主要内容 | 完成情况 before the figures: the line is named by the first of them.
  const names = candidates.filter((entry) => !HOW_MANY.test(compact(entry.text)));
  const label = names.filter((entry) => !/内容|完成|情况|说明/.test(lattice.at(body.header, entry.column).text)).at(-1) ?? names.at(-1) ?? candidates.at(-1) ?? null;
  const values = valuesIn(lattice, row, body);
  const any = Object.values(values).some((entry) => entry?.filled && entry.row === row);
  if (label ? labelText(label.raw) === '' && !any : rowIsBlank(lattice, row, first)) return null;
  const named = label ?? nameless(lattice, row, body) ?? (any ? side : null);
  return named && { label: named, name: fundName(named.raw), role: 'part', level: 1, division: 0, ...values };
}

type Values = Pick<FundRow, FundColumn>;

function valuesIn(lattice: Lattice, row: number, { header, columns }: Body): Values {
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
  const rate = pick('executionRate');
  // A rate merged down beside the sources is the whole's.
  const above = rate?.filled && rate.row > header && rate.row < row;
  return { originalBudget: pick('originalBudget'), finalBudget: pick('finalBudget'), actualSpending: pick('actualSpending'), executionRate: above ? null : rate, weight: points('weight'), score: points('score'), reason: pick('reason') };
}

/** 2,000 | 1,860 | 93% right under headers that begin at the form's edge: the line needs no name, the first header stands for it. */
function nameless(lattice: Lattice, row: number, { header, first, side }: Body): Entry | null {
  if (side || first !== lattice.range.left) return null;
  const head = lattice.at(header, first);
  return row === lattice.areaOf(head).bottom + 1 && lattice.starting(row).filter((entry) => entry.quantity !== null).length >= 2 ? head : null;
}

function rowIsBlank(lattice: Lattice, row: number, first: number): boolean {
  return !lattice.starting(row).some((entry) => entry.column >= first);
}
