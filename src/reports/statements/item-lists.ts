// 项目支出986.17万元，主要包括： and numbered paragraphs behind it: what they give, one by one under the same measure, is what the sentence above says.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isComparedWith, isSolid, slack } from '../fact';
import type { Line } from '../lines';
import type { Reading } from '../reading';
import type { NamedTotal } from './named-totals';
import { exchangedPart, exchangeExplains, oneSlipApart } from './slip';

const OPENS = /(?:包括|如下|其中|分别(?:为|是)|具体(?:为|是)|情况|用于|有|%|万元|元)：$/;
const LEAST = 2;
const MOST = 20;
const JOINED = /等|另|部分|主要项目/;

const usable = (fact: Fact): boolean => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside;

/** Numbered paragraphs 1, 2, 3 … just behind a line, with one style; [] where the numbers do not begin with 1 or skip. */
function itemsBehind(reading: Reading, at: number): readonly Line[] {
  const style = reading.lines[at + 1]?.number?.style;
  const items: Line[] = [];
  for (const line of reading.lines.slice(at + 1, at + 1 + MOST)) {
    if (style === undefined || line.number?.style !== style || line.number.value !== items.length + 1) break;
    items.push(line);
  }
  return items.length >= LEAST ? items : [];
}

/** The measure of each amount in the sentence that ends with a colon, added up over the items; told where one slip explains what does not fit. */
export function* itemLists(reading: Reading): Iterable<NamedTotal> {
  for (const [at, line] of reading.lines.entries()) {
    if (!OPENS.test(line.plain.text.trimEnd())) continue;
    const own = reading.index.around(line.at, 0);
    const last = own.at(-1);
    const heads = own.filter((fact) => fact.sentence === last?.sentence && usable(fact) && fact.parent === null && !isComparedWith(fact));
    const items = heads.length === 0 || JOINED.test(line.plain.text.slice(-12)) ? [] : itemsBehind(reading, at);
    for (const total of heads) {
      const parts = items.map((item) => partOf(reading, item, total, heads.length === 1));
      const known = parts.flatMap((part) => (part ? [part] : []));
      if (known.length < LEAST || known.length !== items.length) continue;
      const holds = near(sum(known.map(({ value }) => value)), total.value, sum([total, ...known].map(slack)));
      if (holds || oneSlipApart(total, known) || exchangedPart(total, known)) yield { total, parts: known, holds };
    }
  }
}

/** 预算480万元，支出480万元: the item's one amount of the measure; of a single total the first that the item gives. */
function partOf(reading: Reading, item: Line, total: Fact, single: boolean): Fact | null {
  const amounts = reading.index.around(item.at, 0).filter((fact) => usable(fact) && fact.scale === total.scale && fact.year === total.year);
  const same = amounts.filter(({ measure, parent }) => parent === null && measure === total.measure && measure !== null);
  const [first] = same;
  if (first && same.length === 1) return first;
  return single && same.length === 0 && amounts[0]?.parent === null ? amounts[0] : null;
}

const CLOSES = /^(?:以上|上述)?([两二三四五六七八九])(?:个|项|类)(?:子?项目|资金|补助)?(?:合计|共计|总计|共)(?:结余|剩余|支出|预算|执行)(?:资金|为)*$/;
const NUMBERS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 三项合计结余56.66万元 behind three paragraphs, each with one balance. */
export function* closedLists(reading: Reading): Iterable<NamedTotal> {
  for (const total of reading.facts) {
    const wanted = NUMBERS[CLOSES.exec(total.lead)?.[1] ?? ''];
    if (wanted === undefined || !usable(total) || total.measure === null || reading.index.around(total.line, 0)[0] !== total) continue;
    const parts = Array.from({ length: wanted }, (_, i) => reading.index.around(total.line - wanted + i, 0).filter((fact) => usable(fact) && fact.measure === total.measure && fact.scale === total.scale && fact.parent === null));
    const known = parts.flatMap((found) => (found.length === 1 ? found : []));
    if (known.length !== wanted) continue;
    const holds = near(sum(known.map(({ value }) => value)), total.value, sum([total, ...known].map(slack)));
    if (holds || oneSlipApart(total, known)) yield { total, parts: known, holds };
  }
}

/** 孤儿21名，…；事实无人抚养儿童46名，共67名: kinds in other parts of the sentence, told where the total's digits are exchanged. */
export function* kindsApart(reading: Reading): Iterable<NamedTotal> {
  for (const facts of reading.sentences) {
    const at = facts.findIndex(({ lead, kind }) => kind === 'count' && /^(?:共|共计|合计|总计)$/.test(lead));
    const total = facts[at];
    if (!total || !isSolid(total)) continue;
    const parts = facts.slice(0, at).filter(({ kind, unit, role, aside }) => kind === 'count' && unit === total.unit && role === 'level' && !aside);
    if (parts.length < LEAST || parts.some((fact) => !isSolid(fact) || fact.parent !== null) || parts.every(({ segment }) => segment === total.segment)) continue;
    const added = sum(parts.map(({ value }) => value));
    const holds = added.eq(total.value);
    if (holds || exchangeExplains(total, (value) => value.eq(added))) yield { total, parts, holds };
  }
}
