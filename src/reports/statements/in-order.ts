// 分别占64.27%、22.78%和12.95%; 执行率依次为95%、90%、93.73%: rates in a row belong to the figures told just before, one by one.
import { HUNDRED, near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';

export interface Ordered {
  readonly rate: Fact;
  readonly part: Fact;
  readonly whole: Fact | null;
  /** Where the whole is no figure of the report but the parts together. */
  readonly parts: readonly Fact[];
  readonly kind: 'share' | 'rate';
  readonly holds: boolean;
}

const ROW = /^[、和及与]?$/;
const OF_SHARE = /占|比重/;
const OF_RATE = /(?:率|进度|比例)(?:分别|依次|各自)*(?:为|是|达到?|:)*$/;
const LINES_BACK = 4;
const NEAR_FACTS = 60;
/** No sentence lists more. */
const MOST = 12;

/** Runs of two and more rates of one clause with nothing but 、 or 和 between them. */
export function rows(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const found: Fact[][] = [];
  for (const fact of facts) {
    if (fact.kind !== 'rate' || fact.token.kind !== 'rate' || fact.aside) continue;
    const last = found.at(-1)?.at(-1);
    if (last && last.index === fact.index - 1 && last.clause === fact.clause && ROW.test(fact.lead)) found.at(-1)?.push(fact);
    else found.push([fact]);
  }
  return found.filter((row) => row.length >= 2 && row.length <= MOST);
}

/** 分别增长5%、3.39%; 分别增加20万元和减少5万元: changes that belong to several figures, one by one. */
export function changesInRow(facts: readonly Fact[]): ReadonlySet<Fact> {
  const found = new Set<Fact>();
  for (const [i, fact] of facts.entries()) {
    const before = facts[i - 1];
    if (!before || before.index !== fact.index - 1 || before.clause !== fact.clause || before.kind !== fact.kind || !isChange(before) || !isChange(fact)) continue;
    if (!ROW.test(fact.lead) && !(/^[、和及与]/.test(fact.lead) && (found.has(before) || before.lead.includes('分别')))) continue;
    found.add(before).add(fact);
  }
  return found;
}

const isChange = ({ role }: Fact): boolean => role === 'up' || role === 'down';

/** Every rate of a row with its figure, where all of them but at most one follow. */
export function* inOrder(reading: Reading, facts: readonly Fact[]): Iterable<Ordered> {
  for (const row of rows(facts)) {
    const first = row[0];
    if (!first) continue;
    const parts = partsBefore(reading, first, row.length);
    if (parts.length !== row.length) continue;
    if (OF_SHARE.test(first.lead)) yield* shares(reading, row, parts);
    else if (OF_RATE.test(first.lead)) yield* rates(reading, row, parts);
  }
}

/** As many figures of one kind just before. */
function partsBefore(reading: Reading, rate: Fact, wanted: number): readonly Fact[] {
  const before = reading.facts.slice(Math.max(0, rate.index - NEAR_FACTS), rate.index).filter((fact) => fact.line === rate.line && fact.sentence >= rate.sentence - 1 && fact.role === 'level' && isSolid(fact) && !fact.aside && !/^(?:共计|合计|总计)$/.test(fact.lead) && (fact.kind === 'amount' || fact.kind === 'count'));
  const last = before.at(-1);
  const parts = before.slice(-wanted);
  return last && parts.every((part) => part.kind === last.kind && (part.kind === 'amount' || part.unit === last.unit) && part.sentence === last.sentence) ? parts : [];
}

function* shares(reading: Reading, row: readonly Fact[], parts: readonly Fact[]): Iterable<Ordered> {
  const [part] = parts;
  if (!part) return;
  const total = sum(parts.map(({ value }) => value));
  const wholes = reading.index.around(part.line, LINES_BACK).filter((fact) => !parts.includes(fact) && fact.kind === part.kind && (fact.kind === 'amount' || fact.unit === part.unit) && fact.role === 'level' && isSolid(fact) && !fact.value.isZero() && parts.every(({ value }) => value.lte(fact.value)));
  const candidates = [...wholes.map((whole) => ({ whole, value: whole.value })), ...(total.isZero() ? [] : [{ whole: null, value: total }])];
  for (const wrong of [0, 1]) {
    // Two shares, one of them right: only of what is known to be their whole.
    const fitting = candidates.find(({ whole, value }) => row.filter((rate, i) => !follows(rate, parts[i], value)).length === wrong && (wrong === 0 || row.length >= 3 || whole === null || parts.every(({ parent }) => parent === whole.index)));
    if (!fitting) continue;
    for (const [i, rate] of row.entries()) {
      const own = parts[i];
      if (own) yield { rate, part: own, whole: fitting.whole, parts, kind: 'share', holds: follows(rate, own, fitting.value) };
    }
    return;
  }
}

const follows = (rate: Fact, part: Fact | undefined, whole: Fact['value']): boolean => part !== undefined && !whole.isZero() && near(part.value.div(whole).times(HUNDRED), rate.value, resultSlack(rate).times(2));

/** As many budgets in the same order further up. */
function* rates(reading: Reading, row: readonly Fact[], parts: readonly Fact[]): Iterable<Ordered> {
  const [part] = parts;
  if (!part) return;
  const before = reading.index.around(part.line, LINES_BACK).filter((fact) => fact.index < part.index && fact.kind === part.kind && fact.role === 'level' && isSolid(fact) && !fact.aside && !fact.value.isZero());
  const windows = before.flatMap((_, i) => (i + row.length <= before.length ? [before.slice(i, i + row.length)] : []));
  for (const wrong of row.length >= 3 ? [0, 1] : [0]) {
    const budgets = windows.findLast((window) => row.filter((rate, i) => !follows(rate, parts[i], window[i]?.value ?? HUNDRED)).length === wrong);
    if (!budgets) continue;
    for (const [i, rate] of row.entries()) {
      const [own, whole] = [parts[i], budgets[i]];
      if (own && whole) yield { rate, part: own, whole, parts: [], kind: 'rate', holds: follows(rate, own, whole.value) };
    }
    return;
  }
}
