// 预算数 or 执行数 over 小计 | 财政资金 | 其他资金: in every line of the block the first is what the others make.
import { sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { compact } from '../reading/text';
import { amountsOf, inOneUnit, makesTotal, roundingOf, sumBeside, takesSum } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import { cellsIn, figureAt } from './rows';
import type { RuleReport } from './rule';
import { excerpt, words } from './wording';

const AMOUNTS = ['originalBudget', 'finalBudget', 'actualSpending'] as const;
const WHOLE = /^(?:合计|小计|总计|总额)$/;
const SOURCE = /^(?:(?:当年|本年|一般公共预算|政府性基金)?(?:财政|预算)?(?:拨款|资金)|(?:中央|省级?|市级?|县级?|区级?|地方|上级|本级|自筹|自有|单位|社会|结转|上年结转|专项债券?)(?:财政)?(?:资金)?|一般公共预算|政府性基金(?:预算)?)$/;
/** 财政拨款 may be told in full by some of those behind it. */
const GENERAL = /^(?:当年|本年)?(?:财政|预算)(?:拨款|资金)$/;
const WITHIN = /^(?:(?:中央|省级?|市级?|县级?|区级?|地方|上级|本级)(?:财政)?(?:资金)?|一般公共预算.*|政府性基金.*)$/;
/** Closes the list of sources: nothing else pays. */
const LAST = /^其[他它](?:资金|来源)?$/;

/** Sums that their sources beside them do not make. */
export function* sourceColumns(table: Table): Iterable<RuleReport<'headed'>> {
  const { fund } = table;
  const total = fund?.total;
  if (!fund || !total) return;
  for (const column of AMOUNTS) {
    const [header, value] = [fund.headers[column], total[column]];
    if (!header || !value) continue;
    const heads = headsUnder(table, header, value);
    if (!heads) continue;
    const inner = innerSources(heads);
    for (const line of [total, ...fund.parts]) {
      const whole = line[column];
      const given = whole ? present(heads, (head) => figureAt(table, whole.row, head.column)) : [];
      if (!whole?.quantity || given.length < heads.length || !inOneUnit([whole, ...given])) continue;
      // As the columns of 财政拨款 are counted with which the sum is nearer to what stands there.
      const apart = given.filter(({ column: at }) => !inner.has(at));
      const [all, outer] = [sum(amountsOf(given)), sum(amountsOf(apart))];
      const added = inner.size > 0 && outer.minus(whole.quantity.value).abs().lt(all.minus(whole.quantity.value).abs()) ? apart : given;
      const expected = added === given ? all : outer;
      const slack = roundingOf([whole, ...given]);
      const made = (parts: readonly Entry[]): boolean => makesTotal(amountsOf(parts), whole.quantity?.value ?? expected, slack);
      if (made(given) || made(apart)) continue;
      yield {
        message: 'headed',
        data: { name: `${excerpt(line.label)}${excerpt(header)}`, received: words(whole), expected: sumBeside(expected, whole) },
        cells: [whole.cell, ...added.map(({ cell }) => cell)], expected: sumBeside(expected, whole), received: words(whole),
        correction: takesSum(whole) ? proposal(numberEdit(whole, expected, { formula: additionOf(added) })) : undefined,
      };
    }
  }
}

/** Columns of 一般公共预算 and 政府性基金 behind 财政拨款, which may be of it although no 其中 says so. */
function innerSources(heads: readonly Entry[]): ReadonlySet<number> {
  const inner = new Set<number>();
  let inGeneral = false;
  for (const { text, column } of heads) {
    const name = compact(text);
    inGeneral = GENERAL.test(name) || inGeneral && WITHIN.test(name);
    if (inGeneral && WITHIN.test(name)) inner.add(column);
  }
  return inner;
}

/** The sources right behind 小计 in the row below the header, which end with 其他资金; null where they do not. */
function headsUnder(table: Table, header: Entry, value: Entry): readonly Entry[] | null {
  const row = cellsIn(table, header.row + 1).filter((entry) => entry.column >= value.column && entry.quantity === null);
  const [whole, ...behind] = row;
  if (whole?.column !== value.column || !WHOLE.test(compact(whole.text))) return null;
  const last = behind.findIndex((entry) => LAST.test(compact(entry.text)));
  const sources = behind.slice(0, last + 1);
  return last > 0 && sources.every((entry, i) => entry.column === value.column + i + 1 && (i === last || SOURCE.test(compact(entry.text)))) ? sources : null;
}
