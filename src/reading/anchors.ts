// What the words of a row announce: a title, the header of a fund block, of an indicator list or of base data, a total row.
import { hasAny } from '../model/characters';
import type { Cell, Grid } from '../model/grid';
import type { FundColumn } from '../model/table';
import { BUDGET_OF_YEAR, namedBy } from './labels';
import { remembered } from './memo';

/** What a row may be to a table. */
type AnchorKind = 'title' | 'fund' | 'indicator' | 'base' | 'total';

export interface Anchor {
  readonly row: number;
  readonly kind: AnchorKind;
  /** Of a title. */
  readonly text?: string;
  /** Of a fund block's header: with 分值 or 得分 beside its amounts. */
  readonly scored?: boolean;
}

// One cheap test per cell before any label is normalised: large data sheets must cost next to nothing.
const mayAnnounce = hasAny('指标级预算执行绩效评决总合编经费支资额考得使付权值完养职满配');
const MAX_LABEL = 80;

const BARE_LEVEL = /^[一二三]级$/;
const mayBeBaseData = hasAny('编职算财费');
const BASE_DATA = /^编制数$|实际在职人数|^\d{4}年(?:度)?(?:决算|预算)数?$|^(?:上年|本年)决算数$|^财政供养人员情况|^经费控制情况/;

/** What a text may announce of a table. */
interface Announced {
  readonly fund: FundColumn | null;
  readonly indicator: ReturnType<typeof namedBy>['indicator'];
  readonly base: boolean;
  readonly title: boolean;
  readonly total: boolean;
  /** 绩效指标, 指标体系: what may stand over all levels and names. */
  readonly list: boolean;
  /** 预算 or 支出 alone: a column only beside a rate. 本年预算: one beside what was spent. */
  readonly short: 'budget' | 'budgetOfYear' | 'spending' | null;
  /** The text as a label. */
  readonly label: string;
}

/** Null for a text that announces nothing: nearly all. Asked for once of each text, since ledgers repeat theirs in every row. */
const announcedBy = remembered((raw: string): Announced | null => {
  const { fund, indicator, title, total, label } = namedBy(raw);
  const base = mayBeBaseData(raw) && BASE_DATA.test(label);
  const list = raw.includes('指标') && /^(?:年度)?(?:绩效|评价)?指标(?:体系)?$/.test(label);
  const short = raw.length > 5 ? null : label === '预算' ? 'budget' : BUDGET_OF_YEAR.test(label) ? 'budgetOfYear' : /^(?:支出|执行|决算)$/.test(label) ? 'spending' : null;
  return fund !== null || indicator !== null || base || title || total || list || short ? { fund, indicator, base, title, total, list, short, label } : null;
});

export interface Label {
  readonly cell: Cell;
  readonly announced: Announced;
}

/** What the labels of a row announce, together. */
interface RowAnnounced {
  /** Labels of a fund block of any kind, and the columns of amounts and rates among them. */
  readonly funds: number;
  readonly amounts: ReadonlySet<FundColumn>;
  readonly shorts: ReadonlySet<Announced['short']>;
  /** Columns of an indicator list: those of levels and names, those that say 一级, 二级, 三级 alone, and all others. */
  readonly named: ReadonlySet<Announced['indicator']>;
  readonly levels: number;
  readonly bare: readonly string[];
  readonly columns: number;
  readonly list: boolean;
  readonly base: number;
  /** 2024年执行数 or points beside a rate: amounts of the years in a block of funds. Base data has 决算数, and neither rate nor points. */
  readonly spent: boolean;
  /** The first title or total. */
  readonly first: Announced | null;
}

function announcedIn(labels: readonly Label[]): RowAnnounced {
  const amounts = new Set<FundColumn>();
  const named = new Set<Announced['indicator']>();
  const shorts = new Set<Announced['short']>();
  const bare: string[] = [];
  let [funds, levels, columns, base] = [0, 0, 0, 0];
  let [list, spent] = [false, false];
  let first: Announced | null = null;
  for (const { announced } of labels) {
    const { fund, indicator } = announced;
    if (fund !== null) funds++;
    if (fund !== null && fund !== 'weight' && fund !== 'score' && fund !== 'reason') amounts.add(fund);
    named.add(indicator);
    if (indicator === 'level1' || indicator === 'level2' || indicator === 'name') {
      levels++;
      if (BARE_LEVEL.test(announced.label)) bare.push(announced.label);
    } else if (indicator !== null && indicator !== 'ignored') columns++;
    shorts.add(announced.short);
    if (announced.base) base++;
    else if (fund === 'actualSpending') spent = true;
    list ||= announced.list;
    if (announced.title || announced.total) first ??= announced;
  }
  return { funds, amounts, shorts, named, levels, bare, columns, list, base, spent: (spent || named.has('score')) && amounts.has('executionRate'), first };
}

function isListHeader({ named, levels, bare, columns, list, amounts }: RowAnnounced): boolean {
  const points = named.has('weight') && named.has('score');
  // 绩效指标 over all levels and names: the columns beside it are enough.
  if (points && (named.has('actual') && named.has('target') || list && amounts.size === 0)) return true;
  // 三级 | 三级 as target and result of a line (等保三级, 三级医院) is no header: bare levels are one only where all three stand, or 绩效指标 before them and points behind.
  if (bare.length === levels && new Set(bare).size < 3 && !(list && points)) return false;
  return levels >= 2 || levels >= 1 && columns >= 2;
}

/** A rate alone is no header: 预算执行率 names an indicator as well. */
function isFundHeader({ amounts, shorts }: RowAnnounced): boolean {
  return amounts.size >= 2 || amounts.has('executionRate') && shorts.has('budget') && shorts.has('spending') || amounts.has('actualSpending') && shorts.has('budgetOfYear');
}

/** What the labels of a row make of it; null where they are no sign of a table. */
export function anchorOf(row: number, labels: readonly Label[]): Anchor | null {
  const announced = announcedIn(labels);
  const { base, spent, first, funds } = announced;
  if (isListHeader(announced)) return { row, kind: 'indicator' };
  if (base >= 2 && !spent) return { row, kind: 'base' };
  if (isFundHeader(announced)) return { row, kind: 'fund', scored: labels.some(({ announced: { fund } }) => fund === 'weight' || fund === 'score') };
  if (first?.title) return { row, kind: 'title', text: first.label };
  return first && funds === 0 ? { row, kind: 'total' } : null;
}

export type LabelRows = ReadonlyMap<number, readonly Label[]>;

/** The sheet's labels by row. */
export function findLabels(grid: Grid): LabelRows {
  const rows = new Map<number, Label[]>();
  for (const cell of grid.cells) {
    if (typeof cell.value !== 'string' || cell.text.length > MAX_LABEL || !mayAnnounce(cell.text)) continue;
    const announced = announcedBy(cell.text);
    if (!announced) continue;
    const list = rows.get(cell.row);
    if (list) list.push({ cell, announced });
    else rows.set(cell.row, [{ cell, announced }]);
  }
  return rows;
}
