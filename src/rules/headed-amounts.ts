// Amounts of a department's form of targets: 资金总额 beside 按收入性质分 and 按支出性质分, 基本支出 with its sources beside 项目支出, 支出预算合计 above 其中：基本支出 and 项目支出.
import { near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Quantity } from '../model/quantity';
import type { Entry, Table } from '../model/table';
import { readQuantity } from '../reading/quantity';
import { compact } from '../reading/text';
import { inOneUnit, roundingOf, sumBeside, takesSum } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

/** Heads over columns that together make the amount before them. */
const DIVISION = /^按.{1,8}分$/;
/** Heads over a sum and its sources. */
const SPENDING = /^(?:基本|项目)支出$/;
const WHOLE = /^(?:合计|小计|总计)$/;
const GRAND = /^(?:年度)?(?:资金|预算|预算支出|支出预算|支出)(?:总额|合计|总计)$/;
const STATED = /^(?:收入|支出)预算(?:合计|总额|总计)$|^预算(?:收入|支出)(?:合计|总额|总计)$/;

type Found = RuleReport<'headed'>;

/** Sums of a form of targets that their parts do not make. */
export function* headedAmounts(table: Table): Iterable<Found> {
  if (table.kind !== 'targets') return;
  yield* underHeads(table);
  yield* overLevels(table);
  yield* besideLabels(table);
  yield* overSources(table);
  yield* inTexts(table);
}

const said = (entry: Entry): string => compact(entry.text);

function* underHeads({ entries }: Table): Iterable<Found> {
  const at = (row: number, column: number): Entry | null => entries.find((entry) => entry.row === row && entry.column === column) ?? null;
  const heads = entries.filter((entry) => DIVISION.test(said(entry)) || SPENDING.test(said(entry)));
  const [first] = heads;
  if (!first || entries.some((entry) => entry.row === first.row && entry.quantity !== null)) return;
  const top = entries.filter((entry) => entry.row === first.row);
  const grand = top.find((entry) => GRAND.test(said(entry)) && entry.column < first.column);
  const wholes: Entry[] = [];
  for (const head of heads.filter((entry) => entry.row === first.row)) {
    const next = top.find((entry) => entry.column > head.column)?.column ?? Infinity;
    const columns = entries.filter((entry) => entry.row === head.row + 1 && entry.column >= head.column && entry.column < next && entry.quantity === null && entry.filled);
    const [own] = columns;
    const inner = own !== undefined && WHOLE.test(said(own));
    const whole = inner ? own : grand;
    const parts = inner ? columns.slice(1) : columns;
    // 其中：省级资金 beside 财政拨款 is a part of that.
    if (parts.some((part) => /^其中|^[小合总]计$/.test(said(part)))) continue;
    if (!whole || !inner && SPENDING.test(said(head)) || parts.length < 2) continue;
    if (inner) wholes.push(own);
    yield* unlike(head, at(head.row + 2, whole.column), parts.map(({ column }) => at(head.row + 2, column)));
  }
  if (grand && wholes.length === 2) yield* unlike(grand, at(grand.row + 2, grand.column), wholes.map(({ row, column }) => at(row + 1, column)));
}

/** 本年度预计投入 | 财政资金 over 中央 | 省级 | 市级 | 本级 | 其他: what each level gives, and the others, make the first. */
function* overLevels({ entries }: Table): Iterable<Found> {
  for (const head of entries.filter((entry) => entry.quantity === null && /^财政资金(?:\([^()]*\))?$/.test(said(entry)))) {
    const whole = entries.findLast((entry) => entry.row === head.row && entry.column < head.column);
    const behind = entries.filter((entry) => entry.row === head.row && entry.column > head.column);
    const levels = entries.filter((entry) => entry.row === head.row + 1 && entry.column >= head.column && entry.column < (behind[0]?.column ?? Infinity));
    if (!whole || !INVESTED.test(said(whole)) || levels.length < 2 || !levels.every((entry) => LEVEL.test(said(entry))) || !behind.every((entry) => OTHER.test(said(entry)))) continue;
    const below = (column: number): Entry | null => entries.find((entry) => entry.row === head.row + 2 && entry.column === column) ?? null;
    yield* unlike(whole, below(whole.column), [...levels, ...behind].map(({ column }) => below(column)));
  }
}

const INVESTED = /^(?:本年度?|年度|当年)?(?:预计投入|计划投入|投资总额|总投资|资金总额|预算总额|合计)(?:\([^()]*\))?$/;
const LEVEL = /^(?:中央|省级?|市级?|县级?|区级?|县\(?市?区\)?级?|本级|上级)(?:财政)?(?:资金)?$/;
const OTHER = /^(?:其[他它]|自筹|自有|社会)(?:资金)?$/;

/** 支出预算合计 | 800 over 其中：基本支出 | 300 | 项目支出 | 500. */
function* besideLabels({ entries }: Table): Iterable<Found> {
  for (const label of entries.filter((entry) => entry.quantity === null && STATED.test(said(entry)))) {
    const total = entries.find((entry) => entry.row === label.row && entry.column > label.column);
    const below = entries.filter((entry) => entry.row === label.row + 1 && entry.column >= label.column);
    const parts = below.filter((_, i) => i % 2 === 1);
    if (!below[0] || !said(below[0]).startsWith('其中') || below.length % 2 !== 0 || parts.length < 2 || below.some((entry, i) => (i % 2 === 0) !== (entry.quantity === null))) continue;
    // The sources go on in the next line.
    const [more, figure] = entries.filter((entry) => entry.row === label.row + 2 && entry.column >= label.column);
    if (more && figure?.quantity && more.column === label.column && !STATED.test(said(more))) continue;
    yield* unlike(label, total ?? null, parts);
  }
}

/** 中期资金总额 | 90 over 其中：财政拨款 | 80 and 其他资金 | 10, beside the amounts of the year that the block is read from. */
function* overSources({ entries, fund }: Table): Iterable<Found> {
  const after = (label: Entry): Entry | null => {
    const next = entries.find((entry) => entry.row === label.row && entry.column > label.column);
    return next && (next.quantity ?? next.notApplicable) ? next : null;
  };
  for (const label of entries.filter((entry) => entry.quantity === null && entry.cell !== fund?.total?.label.cell && OTHER_WHOLE.test(said(entry)))) {
    const lines: Entry[] = [];
    for (let line: Entry | undefined = label; line !== undefined;) {
      const row: number = line.row + 1;
      line = entries.find((entry) => entry.row === row && entry.column === label.column && SOURCE.test(said(entry)));
      if (line) lines.push(line);
    }
    const [first] = lines;
    if (first && lines.length > 1 && said(first).startsWith('其中') && !lines.slice(1).some((line) => said(line).startsWith('其中'))) yield* unlike(label, after(label), lines.map(after));
  }
}

const OTHER_WHOLE = /^(?:中期|实施期|项目期|长期|全周期)(?:资金)?总额:?$/;
const SOURCE = /^(?:其中:?)?[^:\d]{0,10}(?:拨款|资金|收入|补助|自筹|结转)(?:\([^()]*\))?:?$/;

/** 资金总额：250 over 一、预算资金：230 and 二、自有资金：20, each amount in one cell with its label. */
function* inTexts({ entries }: Table): Iterable<Found> {
  for (const label of entries) {
    const total = /^(?:年度|项目)?资金总额:(.+)$/.exec(said(label))?.[1];
    const claimed = total === undefined ? null : asWritten(total);
    if (!claimed) continue;
    const lines: Entry[] = [];
    for (let row = label.row + 1; ; row++) {
      const line = entries.find((entry) => entry.row === row && entry.column === label.column);
      if (!line || !(lines.length === 0 ? OPENS : FOLLOWS).test(said(line))) break;
      lines.push(line);
    }
    const read = lines.map((line) => ({ ...line, quantity: asWritten(said(line).replace(/^[^:]*:/, '')) }));
    const filled = read.filter((line) => !said(line).endsWith(':'));
    // 其中 below a source divides that source.
    if (filled.length < 2 || filled.length < read.length || read.slice(1).some((line) => /其中/.test(line.text))) continue;
    const [found] = unlike(label, { ...label, quantity: claimed }, filled);
    // The cell holds its label as well: no figure can be put in its place.
    if (found) yield { ...found, data: { ...found.data, name: said(label).replace(/:.*$/, ''), received: amount(claimed.value) }, received: amount(claimed.value), correction: undefined };
  }
}

/** 20万元 among lines that count in 万元 is 20; 元 in so many words may be another unit than that of the form. */
function asWritten(text: string): Quantity | null {
  const quantity = readQuantity(text);
  return quantity === null || quantity.unit === '元' && quantity.scale === 1 ? null : { ...quantity, value: quantity.value.div(quantity.scale), scale: 1 };
}

const OPENS = /^(?:其中:?|一、|1[.、]|\(一\))[^:\d]{2,12}:/;
const FOLLOWS = /^(?:[二三四五六]、|[2-6][.、]|\([二三四五六]\))?[^:\d]{2,12}(?:资金|拨款|收入|补助|自筹|其[他它])?:(?:[\d.,]+(?:万?元)?)?$/;

/** Blanks are noughts where the others already pass the whole, and left open where they do not reach it. */
function* unlike(name: Entry, total: Entry | null, all: readonly (Entry | null)[]): Iterable<Found> {
  const filled = present(all, (entry) => (entry?.filled && !entry.notApplicable ? entry : null));
  const amounts = present(filled, ({ quantity }) => quantity?.value);
  const claimed = total?.quantity?.value;
  if (!total || !claimed || amounts.length === 0 || amounts.length < filled.length) return;
  const expected = sum(amounts);
  if (near(expected, claimed, roundingOf([total, ...filled])) || !inOneUnit([total, ...filled])) return;
  const open = filled.length < all.length && expected.lt(claimed);
  yield {
    message: 'headed',
    ...(open ? { severity: 'verify' as const } : {}),
    data: { name: excerpt(name), received: words(total), expected: sumBeside(expected, total) },
    cells: [total.cell, ...filled.map(({ cell }) => cell)],
    expected: open ? null : sumBeside(expected, total),
    received: words(total),
    correction: open || !takesSum(total) ? undefined : proposal(numberEdit(total, expected, { formula: additionOf(filled) })),
  };
}
