// 预算数 or 执行数 over 小计 | 财政资金 | 其他资金: in every line of the block the first is what the others make.
import { sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { compact } from '../reading/text';
import { makesTotal, roundingOf } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

const AMOUNTS = ['originalBudget', 'finalBudget', 'actualSpending'] as const;
const WHOLE = /^(?:合计|小计|总计|总额)$/;
const SOURCE = /^(?:(?:当年|本年|一般公共预算|政府性基金)?(?:财政|预算)?(?:拨款|资金)|(?:中央|省级?|市级?|县级?|区级?|地方|上级|本级|自筹|自有|单位|社会|结转|上年结转|专项债券?)(?:财政)?(?:资金)?|一般公共预算|政府性基金(?:预算)?)$/;
/** 财政拨款 may be told in full by some of those behind it. */
const GENERAL = /^(?:当年|本年)?(?:财政|预算)(?:拨款|资金)$/;
const WITHIN = /^(?:(?:中央|省级?|市级?|县级?|区级?|地方|上级|本级)(?:财政)?(?:资金)?|一般公共预算.*|政府性基金.*)$/;
/** Closes the list of sources: nothing else pays. */
const LAST = /^其[他它](?:资金|来源)?$/;

/** Sums that their sources beside them do not make. */
export function* sourceColumns({ fund, entries }: Table): Iterable<RuleReport<'headed'>> {
  const total = fund?.total;
  if (!fund || !total) return;
  for (const column of AMOUNTS) {
    const [header, value] = [fund.headers[column], total[column]];
    if (!header || !value) continue;
    const heads = headsUnder(entries, header, value);
    if (!heads) continue;
    for (const line of [total, ...fund.parts]) {
      const whole = line[column];
      const given = whole ? present(heads, (head) => entries.find((entry) => entry.row === whole.row && entry.column === head.column && entry.quantity !== null)) : [];
      if (!whole?.quantity || given.length < heads.length) continue;
      const expected = sum(amountsOf(given));
      const slack = roundingOf([whole, ...given]);
      const made = (parts: readonly Entry[]): boolean => makesTotal(amountsOf(parts), whole.quantity?.value ?? expected, slack);
      if (made(given) || made(given.filter((_, i) => !isWithin(heads, i)))) continue;
      yield {
        message: 'headed',
        data: { name: `${excerpt(line.label)}${excerpt(header)}`, received: words(whole), expected: amount(expected) },
        cells: [whole.cell, ...given.map(({ cell }) => cell)], expected: amount(expected), received: words(whole),
        correction: proposal(numberEdit(whole, expected, { formula: additionOf(given) })),
      };
    }
  }
}

const amountsOf = (entries: readonly Entry[]): readonly Decimal[] => present(entries, ({ quantity }) => quantity?.value);

/** 财政拨款 | 一般公共预算 | 政府性基金 | 其他资金 without 其中: what stands behind 财政拨款 may be of it. */
function isWithin(heads: readonly Entry[], index: number): boolean {
  const [head, before] = [heads[index], heads[index - 1]];
  return head !== undefined && before !== undefined && WITHIN.test(compact(head.text)) && (GENERAL.test(compact(before.text)) || isWithin(heads, index - 1));
}

/** The sources right behind 小计 in the row below the header, which end with 其他资金; null where they do not. */
function headsUnder(entries: readonly Entry[], header: Entry, value: Entry): readonly Entry[] | null {
  const row: Entry[] = [];
  for (const entry of entries) {
    if (entry.row > header.row + 1) break;
    if (entry.row === header.row + 1 && entry.column >= value.column && entry.quantity === null) row.push(entry);
  }
  const [whole, ...behind] = row;
  if (whole?.column !== value.column || !WHOLE.test(compact(whole.text))) return null;
  const last = behind.findIndex((entry) => LAST.test(compact(entry.text)));
  const sources = behind.slice(0, last + 1);
  return last > 0 && sources.every((entry, i) => entry.column === value.column + i + 1 && (i === last || SOURCE.test(compact(entry.text)))) ? sources : null;
}
