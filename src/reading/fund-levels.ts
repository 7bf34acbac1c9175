// Which lines of a fund block divide the total, and which divide a part of it: told by 其中, by numbering and by names.
import { ZERO, decimal, near, sum, type Decimal } from '../model/decimal';
import type { FundRow } from '../model/table';
import { compact } from './text';

/** 资金结构：（1）基本支出, 按支出性质分：…, or numbering that starts again at （1）: the total is divided another way from here on. */
function opensDivision(row: FundRow): boolean {
  const text = compact(row.label.text);
  return /^(?:\d+[.、])?(?:资金)?(?:来源|结构|构成|性质)[:：]|^按.*分[:：]?|\(1\)|^(?:2|二)[.、]?资金结构/.test(text);
}

/** Styles of numbering, as a form steps down through them. */
const NUMBERINGS: readonly RegExp[] = [/^[一二三四五六七八九十]+、/, /^\([一二三四五六七八九十]+\)/, /^\d+[.、]/, /^\(\d+\)|^[①-⑳]/];

/** How a line is numbered, 其中 left aside: its place among the styles; null without a number. */
function numbering(row: FundRow): number | null {
  const text = compact(row.label.text).replace(/^其中:?/, '');
  const at = NUMBERINGS.findIndex((style) => style.test(text));
  return at < 0 ? null : at;
}

const OTHER_SOURCE = /结转|其他|单位资金|自有|自筹|专户/;

/** 财政拨款, 其中：中央资金, 省级资金, 县级资金: levels of government under what is none go on dividing it. */
const OF_GOVERNMENT = /^(?:中央|上级|自治区|省|市|州|县|区|本级|地方)/;

/** 地方资金, 市县资金. */
const SEVERAL_LEVELS = /^地方|^[省市州县区]{2,}/;

/** True where levels of government, `first` the first of them, divide the line above: what is no level itself, or what is made of several (地方资金, 其中：省级, 县级). */
function isDivided(above: FundRow, first: FundRow): boolean {
  return !OF_GOVERNMENT.test(above.name) || SEVERAL_LEVELS.test(above.name) && !/^(?:中央|上级|地方)/.test(first.name);
}

const AMOUNTS = ['originalBudget', 'finalBudget', 'actualSpending'] as const;

/** 基本支出, 其中：人员经费, 公用经费, then 项目支出: once the lines below 其中 make the one above them, a further amount is no part of it where the total still wants it. */
class UsedUp {
  readonly #total: FundRow | null;
  #parent: FundRow | null = null;
  #parts = 0;
  // Sums are kept, never taken anew: a block may be a ledger of thousands of lines.
  #inner = AMOUNTS.map(() => ZERO);
  #outer = AMOUNTS.map(() => ZERO);

  constructor(total: FundRow | null) {
    this.#total = total;
  }

  take(row: FundRow, nested: boolean): void {
    const added = (sums: readonly Decimal[]): Decimal[] => AMOUNTS.map((column, i) => amountOf(row, column).plus(sums[i] ?? ZERO));
    if (nested) {
      this.#parts++;
      // 其中：三公经费 below 公用经费 divides that: what is used up stays so.
      this.#inner = added(this.#inner).map((more, i) => (this.#isMade(i) ? (this.#inner[i] ?? more) : more));
      return;
    }
    this.#parent = row;
    this.#parts = 0;
    this.#inner = AMOUNTS.map(() => ZERO);
    this.#outer = added(this.#outer);
  }

  #isMade(i: number): boolean {
    const column = AMOUNTS[i];
    const whole = column && this.#parent ? amountOf(this.#parent, column) : ZERO;
    return whole.gt(0) && near(this.#inner[i] ?? ZERO, whole, CENT);
  }

  /** True where an amount of the line above is used up. */
  get isFull(): boolean {
    return AMOUNTS.some((_column, i) => this.#isMade(i));
  }

  /** True where an amount of the line above is used up and this one would be too much of it; in one column at least, since another may hold a slip. */
  upBy(row: FundRow): boolean {
    const [parent, total] = [this.#parent, this.#total];
    if (!parent || !total || this.#parts < 2) return false;
    return AMOUNTS.some((column, i) => {
      const [own, all] = [amountOf(row, column), amountOf(total, column)];
      return own.gt(0) && this.#isMade(i) && own.plus(this.#outer[i] ?? ZERO).lte(all.plus(CENT));
    });
  }
}

const CENT = decimal('0.01');
const amountOf = (row: FundRow, column: typeof AMOUNTS[number]): Decimal => row[column]?.quantity?.value ?? ZERO;

/** Where a walk down the lines of a block stands. */
interface Walk {
  /** The line goes on dividing a part of the total. */
  readonly nested: boolean;
  /** A part of the total was seen in this division. */
  readonly sawPart: boolean;
  readonly division: number;
  readonly last: FundRow | null;
  /** Levels of government divide the part above. */
  readonly byGovernment: boolean;
  /** 其中： stood in a line of its own: what follows is as if it had the word before it. */
  readonly opened: boolean;
}

/**
 * The lines of a block with their levels: 0 the total, 1 what divides it, 2 what divides a part; and which division of the total they belong to. Names tell how far the lines
 * below 其中 go, unless the total is made only where they go on until they make the line above them: 单位资金, 其中：事业收入, 其他收入.
 */
export function withLevels(rows: readonly FundRow[], total: FundRow | null): readonly FundRow[] {
  const named = levelled(rows, total, endsNesting);
  if (!total || named.every(({ level }) => level < 2)) return named;
  const made = columnsMade(named, total);
  if (made === AMOUNTS.length) return named;
  const filled = levelled(rows, total, (_walk, _row, own, outermost, used) => own !== null && own === outermost || used.isFull);
  return columnsMade(filled, total) > made ? filled : named;
}

/** In how many columns the outermost lines make the total, in one way of dividing it at least. */
function columnsMade(rows: readonly FundRow[], total: FundRow): number {
  const outer = rows.filter(({ level }) => level === 1);
  const divisions = [...new Set(outer.map(({ division }) => division))];
  return AMOUNTS.filter((column) => divisions.some((division) => {
    const lines = outer.filter((row) => row.division === division);
    return amountOf(total, column).gt(0) && near(sum(lines.map((row) => amountOf(row, column))), amountOf(total, column), CENT.times(lines.length));
  })).length;
}

type EndsNesting = typeof endsNesting;

function levelled(rows: readonly FundRow[], total: FundRow | null, ends: EndsNesting): readonly FundRow[] {
  // 一、财政拨款, 其中：1.中央 2.省级, 二、其他资金: the style of the first part is the outermost. 1.资金来源：（1）… has the two in one.
  const first = rows.find((row) => row !== total && numbering(row) !== null);
  const outermost = first && !opensDivision(first) ? numbering(first) : null;
  const used = new UsedUp(total);
  let walk: Walk = { nested: false, sawPart: false, division: 0, last: null, byGovernment: false, opened: false };
  return rows.map((row) => {
    if (row === total) return { ...row, role: 'total' as const, level: 0 };
    // 按支出性质分 over the lines and without amounts is none of them: 其中 behind it divides the total.
    if (opensDivision(row) && AMOUNTS.every((column) => !row[column]?.filled)) {
      walk = { ...walk, nested: false, sawPart: false, division: walk.division + (walk.sawPart ? 1 : 0) };
      return { ...row, level: 0, division: walk.division };
    }
    // 三公经费 is of what the other lines have, with 其中 before it or without, and none of them.
    const [, opens, within] = walk.sawPart ? /^(其中:?)?(["“”]?三公)/.exec(compact(row.label.text)) ?? [] : [];
    if (within === undefined || opens !== undefined) walk = step(walk, row, outermost, used, ends);
    if (within !== undefined) return { ...row, level: 3, division: walk.division };
    used.take(row, walk.nested);
    return { ...row, level: walk.nested ? 2 : 1, division: walk.division };
  });
}

function step(walk: Walk, row: FundRow, outermost: number | null, used: UsedUp, ends: EndsNesting): Walk {
  const text = compact(row.label.text);
  if (/^其中:?$/.test(text)) return { ...walk, nested: walk.sawPart, opened: true };
  const own = numbering(row);
  const deeper = walk.sawPart && outermost !== null && own !== null && own > outermost;
  const opens = walk.sawPart && !deeper && opensDivision(row);
  const here: Walk = { ...walk, nested: opens ? false : walk.nested, division: walk.division + (opens ? 1 : 0), sawPart: true, last: row, opened: false };
  // The second 其中 divides the line above it; lines that are parts of the total by their very name or number end it.
  if (walk.opened || text.startsWith('其中')) return { ...here, nested: walk.sawPart, byGovernment: OF_GOVERNMENT.test(row.name) && walk.last !== null && isDivided(walk.last, row) };
  if (deeper) return { ...here, nested: true };
  return here.nested && ends(here, row, own, outermost, used) ? { ...here, nested: false } : here;
}

/** True for a line that divides the total again, below lines that divide a part of it. */
function endsNesting({ byGovernment }: Walk, row: FundRow, own: number | null, outermost: number | null, used: UsedUp): boolean {
  if (own !== null && own === outermost) return true;
  if (outermost !== 0 && (OTHER_SOURCE.test(row.name) || !byGovernment && /县级|市级|省级|区级|地方/.test(row.name))) return true;
  return own === null && used.upBy(row) && !OF_GOVERNMENT.test(row.name);
}
