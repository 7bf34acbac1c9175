// 部门整体支出绩效评价基础数据表: dated columns, indented lines, and the quotients the form lays out.
import { ZERO, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { BaseData, BaseDataColumn, BaseDataRow, ControlRate, Entry } from '../model/table';
import { labelText } from './labels';
import type { Lattice } from './lattice';
import { compact, isEllipsis, normalise } from './text';

const MAJOR = /^(?:[一二三四五六七八九十]+、|三公|(?:支出|经费)?(?:合计|总计)$|公用经费|项目支出|(?:部门)?基本支出|政府采购|部门.*预算调整|预算调整|(?:本年|全年|年度)(?:收入|支出)(?:合计|总计)?$|(?:年初|年末)(?:结转|结余)|楼堂馆所|厉行节约|人员经费|上年结转|会议费$|培训费$)/;

function columnKind(label: string): BaseDataColumn['kind'] {
  return /决算|实际|执行/.test(label) ? 'final' : /预算/.test(label) ? 'budget' : 'other';
}

/** Dated columns such as 2023年决算数: two or more in one row make it a header. */
function datedColumns(lattice: Lattice, row: number): readonly Entry[] {
  const found = lattice.starting(row).filter((entry) => /^(?:20\d{2}年|上年|本年|当年|今年|去年)(?:度)?(?:决算|预算|执行|实际|支出)(?:数|额|金额)?$/.test(labelText(entry.raw)));
  return found.length >= 2 ? found : underYears(lattice, row);
}

/** 2017年 | 2018年 over 决算数 | 预算数 | 决算数: the lower row has the columns, each with the year over it. */
function underYears(lattice: Lattice, row: number): readonly Entry[] {
  if (row <= lattice.range.top) return [];
  const found = lattice.starting(row).filter((entry) => /^(?:决算|预算)(?:数|额|金额)?$/.test(labelText(entry.raw)));
  const years = found.map((entry) => lattice.at(row - 1, entry.column));
  if (found.length < 2 || !years.every((entry) => /^20\d{2}年度?$/.test(labelText(entry.raw)))) return [];
  return found.map((entry, i) => ({ ...entry, text: `${labelText(years[i]?.raw ?? '')}${entry.text}`, raw: `${labelText(years[i]?.raw ?? '')}${entry.text}` }));
}

/** Reads a base-data table; null when it has neither dated columns nor control rates. */
export function readBaseData(lattice: Lattice, year: number | null): BaseData | null {
  const rows: BaseDataRow[] = [];
  const rates: ControlRate[] = [];
  const stack = new Lines();
  let head = NO_HEAD;
  let columns: readonly BaseDataColumn[] = [];
  /** 其中 or a numbered label that reaches down beside several lines. */
  let over: Entry | null = null;
  for (let row = lattice.range.top; row <= lattice.range.bottom; row++) {
    const dated = datedColumns(lattice, row);
    if (dated.length > 0) {
      head = { headers: dated, note: lattice.starting(row).find((entry) => /^(?:备注|说明|差异原因|原因说明|变动原因)$/.test(labelText(entry.raw))) ?? null };
      columns = dated.map((header) => ({ header, year: yearOf(header.text, year), kind: columnKind(header.text) }));
      continue;
    }
    const control = controlHeaders(lattice, row);
    if (control.length > 0) {
      const below = ratesBelow(lattice, row, control);
      rates.push(...below.rates);
      row = below.last;
      head = NO_HEAD;
      continue;
    }
    const line = lineAt(lattice, row, head);
    if (!line) continue;
    const { label, values, note, side } = line;
    if (side) over = side;
    const before = rows.at(-1);
    const beside = over !== null && !side && before !== undefined && row <= lattice.areaOf(over).bottom && label.column > over.column;
    rows.push(beside ? stack.beside(before, label, rows.length, values, note) : stack.place(label, rows.length, values, note, side ? over : null));
  }
  return rows.length > 0 || rates.length > 0 ? { columns, rows, controlRates: rates } : null;
}

/** The header that the lines stand under: dated columns, and 备注 beside them. */
interface Head {
  readonly headers: readonly Entry[];
  readonly note: Entry | null;
}

const NO_HEAD: Head = { headers: [], note: null };

interface LineRead {
  readonly label: Entry;
  readonly values: readonly Entry[];
  readonly note: Entry | null;
  /** What reaches down beside this line and others, on the first of them. */
  readonly side: Entry | null;
}

/** The line of a row; null for a row without one, and for what stands below the figures. */
function lineAt(lattice: Lattice, row: number, { headers, note }: Head): LineRead | null {
  const [firstHeader] = headers;
  if (!firstHeader) return null;
  const [first, second] = lattice.starting(row);
  const inner = first && second ? divided(lattice, first, second, firstHeader.column) : null;
  const label = inner ?? first;
  const isLine = label && label.column < firstHeader.column && lattice.areaOf(label).right < firstHeader.column && !/^(?:说明|注|备注|填表|填报|厉行节约|单位负责人|联系)/.test(labelText(label.raw));
  if (!isLine) return null;
  return { label, values: headers.map((header) => lattice.at(row, header.column)), note: note ? lattice.at(row, note.column) : null, side: inner ? (first ?? null) : null };
}

/** The rates below their headers: 机关, 二级单位 and 合计 below each other, or one building after the other. `last` is the last of their rows. */
function ratesBelow(lattice: Lattice, row: number, control: readonly Entry[]): { readonly rates: readonly ControlRate[]; readonly last: number } {
  const rates = [...readRates(lattice, row + 1, control)];
  let last = row + 1;
  for (let more: readonly ControlRate[] = rates; more.length > 0 && last < lattice.range.bottom;) {
    const next = last + 1;
    more = readRates(lattice, next, control).filter(({ numerator, denominator, rate }) => [numerator, denominator, rate].every((entry) => entry.quantity !== null && entry.row === next));
    rates.push(...more);
    if (more.length > 0) last = next;
  }
  return { rates, last };
}

/** 其中 or 1、业务工作专项, merged down beside 招商专项 and 宣传专项: the label of the first of them; null for any other line. */
function divided(lattice: Lattice, first: Entry, second: Entry, figures: number): Entry | null {
  const { bottom, right } = lattice.areaOf(first);
  const text = compact(normalise(first.raw));
  const groups = /^其中:?$/.test(text) || NUMBERED.test(text);
  const own = compact(normalise(second.raw));
  return groups && bottom > first.row && right < second.column && second.column < figures && second.quantity === null && !NUMBERED.test(own) && !/^其中|^[小合总]计$/.test(own) ? second : null;
}

const NUMBERED = /^(?:\d+[.、)]|\(\d+\))/;

function yearOf(text: string, tableYear: number | null): number | null {
  const match = /(20\d{2})/.exec(text);
  if (match) return Number(match[1]);
  if (tableYear === null) return null;
  return /上年|去年/.test(text) ? tableYear - 1 : /本年|当年|今年/.test(text) ? tableYear : null;
}

function controlHeaders(lattice: Lattice, row: number): readonly Entry[] {
  const labels = lattice.starting(row);
  return labels.some((entry) => /控制率$/.test(labelText(entry.raw))) && labels.length >= 3 && labels.every((entry) => entry.quantity === null || /\d{4}年/.test(entry.text)) ? labels : [];
}

/** Each 控制率 divides the figure at its left by the one before that: 编制数 | 在职人数 | 控制率, 批复规模 | 实际规模 | 规模控制率. */
function readRates(lattice: Lattice, row: number, labels: readonly Entry[]): readonly ControlRate[] {
  return present(labels, (label, i) => {
    const numerator = labels[i - 1];
    const denominator = labels[i - 2];
    if (!/控制率$/.test(labelText(label.raw)) || !numerator || !denominator) return null;
    if (!/实际|在职|决算|完成/.test(numerator.text) || !/编制|批复|预算|概算|计划/.test(denominator.text)) return null;
    return { name: labelText(label.raw), numerator: lattice.at(row, numerator.column), denominator: lattice.at(row, denominator.column), rate: lattice.at(row, label.column) };
  });
}

/** 一、 over （一） over 1. over （1） over ①. */
const STYLES: readonly (readonly [RegExp, string])[] = [[/^[一二三四五六七八九十]+、/, '一'], [/^\([一二三四五六七八九十]+\)/, '(一)'], [/^\d+[.、)]/, '1'], [/^\(\d+\)/, '(1)'], [/^[①-⑳]/, '①']];

interface Open {
  readonly style: string;
  readonly parent: number | null;
  /** Line under which unnumbered lines go. */
  readonly index: number;
}

/** The amounts of a line, and what those that divide it make so far. */
interface Amounts {
  readonly own: readonly Entry[];
  parts: number;
  sums: readonly Decimal[];
}

/** Finds each line's parent from 其中, numbering and the form's main headings: indentation is not kept reliably. */
class Lines {
  #stack: Open[] = [];
  readonly #levels: number[] = [];
  readonly #amounts: Amounts[] = [];

  /** `over`: the label beside this one and those below it. */
  place(label: Entry, index: number, values: readonly Entry[], note: Entry | null, over: Entry | null = null): BaseDataRow {
    const text = compact(normalise((over?.raw ?? '') + label.raw));
    const body = text.replace(/^其中:?/, '');
    const style = STYLES.find(([pattern]) => pattern.test(body))?.[1] ?? null;
    const name = (over ? compact(normalise(label.raw)) : body).replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、)]|\(\d+\)|[①-⑳])/, '').replace(/[:：]$/, '').replace(/^[“"]|[”"]/g, '');
    const parent = this.#parent(text, name, style, index, values);
    this.#keep(index, parent, values);
    const level = parent === null ? 0 : (this.#levels[parent] ?? 0) + 1;
    this.#levels[index] = level;
    const given = values.some((entry) => entry.quantity !== null);
    const placeholder = !given && (isEllipsis(text) || /一个(?:专项|项目)一行|^\d*[.、]?(?:项目|专项)\d*$|^[….]+$/.test(name));
    return { label, name, level, parent, numbered: style !== null && style !== '一' && style !== '(一)', values, note, placeholder };
  }

  /** A further line beside the label that the one before it stands beside. */
  beside(before: BaseDataRow, label: Entry, index: number, values: readonly Entry[], note: Entry | null): BaseDataRow {
    this.#levels[index] = before.level;
    this.#keep(index, before.parent, values);
    return { ...before, label, name: compact(normalise(label.raw)).replace(/[:：]$/, ''), values, note, placeholder: isEllipsis(compact(normalise(label.raw))) && !values.some((entry) => entry.quantity !== null) };
  }

  #keep(index: number, parent: number | null, values: readonly Entry[]): void {
    this.#amounts[index] = { own: values, parts: 0, sums: values.map(() => ZERO) };
    const above = parent === null ? undefined : this.#amounts[parent];
    if (!above) return;
    above.parts++;
    above.sums = above.sums.map((made, i) => made.plus(values[i]?.quantity?.value ?? ZERO));
  }

  /** 公务用车费, 其中：购置费, 运行费, then 公务接待费: the lines below 其中 make the one above them, and a further amount is no part of it. */
  #isUsedUp(index: number, values: readonly Entry[]): boolean {
    const { own, parts, sums } = this.#amounts[index] ?? { own: [], parts: 0, sums: [] };
    return parts > 1 && own.some((entry, i) => entry.quantity?.value.gt(0) === true && values[i]?.quantity?.value.gt(0) === true && sums[i]?.eq(entry.quantity.value) === true);
  }

  #parent(text: string, name: string, style: string | null, index: number, values: readonly Entry[]): number | null {
    if (/^其中/.test(text)) {
      // 其中 divides the line above; a second one inside it divides that line again.
      const parent = index > 0 ? index - 1 : null;
      if (parent !== null) this.#stack.push({ style: 'within', parent, index: parent });
      if (style !== null) this.#stack.push({ style, parent, index });
      return parent;
    }
    if (style === '一' || MAJOR.test(text) || (MAJOR.test(name) && style === null)) {
      this.#stack = [{ style: '一', parent: null, index }];
      return null;
    }
    if (style === null) {
      while (this.#stack.length > 1 && this.#stack.at(-1)?.style === 'within' && this.#isUsedUp(this.#stack.at(-1)?.index ?? 0, values)) this.#stack.pop();
      const open = this.#stack.at(-1);
      return open?.index ?? null;
    }
    const known = this.#stack.findLastIndex((open) => open.style === style);
    // A style already open goes on beside its first line; a new one divides the line above.
    const parent = known >= 0 ? (this.#stack[known]?.parent ?? null) : index > 0 ? index - 1 : null;
    if (known >= 0) this.#stack.length = known;
    this.#stack.push({ style, parent, index });
    return parent;
  }
}
