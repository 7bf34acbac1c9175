// 基本支出1824万元，占26.87%；项目支出4965万元，占73.13%: shares beside one another tell their whole; 其次是农林水支出，占27.36% names its part.
import { HUNDRED, near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import { exchangeExplains, oneSlipApart, slipExplains } from './slip';

export interface SiblingShare {
  readonly share: Fact;
  readonly part: Fact;
  readonly siblings: readonly Fact[];
  /** Null: the parts together. */
  readonly whole: Fact | null;
  readonly holds: boolean;
}

/** Nothing but 占, 占比, 占总额的: of what is not said. */
const UNSAID = /^\(?占(?:比|总(?:额|数)?的?)?(?:比例|比重)?(?:为|是|的|达)*$/;
const LINES_BACK = 4;

/** Shares each behind its own figure, none of them with a word about the whole. */
export function* siblingShares(reading: Reading, facts: readonly Fact[]): Iterable<SiblingShare> {
  const pairs = facts.flatMap((share) => {
    const part = reading.facts[share.index - 1];
    return share.kind === 'rate' && share.role === 'share' && isSolid(share) && (!share.aside || share.lead.startsWith('(')) && part && part.sentence === share.sentence && part.role === 'level' && (part.parent === null || share.aside) && isSolid(part) && !part.aside && (part.kind === 'amount' || part.kind === 'count') ? [{ share, part }] : [];
  });
  const first = pairs[0]?.part;
  if (!first || pairs.length < 2 || pairs.some(({ part }) => part.kind !== first.kind || (part.kind === 'count' && part.unit !== first.unit))) return;
  // 占衔接资金总额的61%；…，占29%: the first says of what, the others go on.
  const named = pairs.filter(({ share }) => !UNSAID.test(share.lead));
  if (named.length > 1 || named.some((pair) => pair !== pairs[0])) return;
  const siblings = pairs.map(({ part }) => part);
  const together = sum(siblings.map(({ value }) => value));
  const misfits = (whole: Fact['value']): number => pairs.filter(({ share, part }) => !follows(share, part, whole)).length;
  const wholes = reading.index.around(first.line, LINES_BACK).filter((fact) => !siblings.includes(fact) && fact.kind === first.kind && (fact.kind === 'amount' || fact.unit === first.unit) && fact.role === 'level' && isSolid(fact) && fact.value.gt(0));
  const whole = wholes.find(({ value }) => misfits(value) === 0) ?? null;
  const value = whole?.value ?? together;
  // One of them off: told of the parts together, or of a figure that two others follow from.
  const other = whole ?? (misfits(together) <= 1 ? null : wholes.find((fact) => pairs.length >= 3 && misfits(fact.value) === 1));
  // None of them fits because one part is off: with its digits right, all shares follow from the parts together.
  const mistyped = whole || pairs.length < 3 || misfits(together) < 2 ? undefined : pairs.find(({ part }) => exchangeExplains(part, (value) => pairs.every(({ share, part: own }) => follows(share, { ...own, value: own === part ? value : own.value }, together.minus(part.value).plus(value)))));
  if (mistyped) return void (yield { ...mistyped, siblings, whole: null, holds: false });
  if (other === undefined) return;
  for (const { share, part } of pairs) yield { share, part, siblings, whole: other, holds: follows(share, part, other?.value ?? value) };
}

/** Shares that make up 100: then their parts make up the whole. */
export function* dividedByShares(reading: Reading, facts: readonly Fact[]): Iterable<{ readonly total: Fact; readonly parts: readonly Fact[]; readonly holds: boolean }> {
  const shares = [...siblingShares(reading, facts)];
  const [first] = shares;
  if (!first?.whole || shares.some(({ holds }) => !holds) || !sum(shares.map(({ share }) => share.value)).eq(HUNDRED)) return;
  const holds = near(sum(first.siblings.map(({ value }) => value)), first.whole.value, sum([first.whole, ...first.siblings].map(resultSlack)));
  if (holds || oneSlipApart(first.whole, first.siblings)) yield { total: first.whole, parts: first.siblings, holds };
}

/** Much above 100, the money is divided by two kinds at once: 财政拨款占92.35%, 基本支出占57.65%. */
const MOST_OVER = 10;
const MONEY = /支出|经费|资金|收入|拨款|预算/;

/** 基本支出623万元，占总支出的62.3%；项目支出387万元，占总支出的38.7%: shares of money in one whole, together above 100, where a slip in one of them explains it. */
export function sharesAbove100(reading: Reading, facts: readonly Fact[]): readonly Fact[] {
  const shares = facts.filter((fact) => fact.kind === 'rate' && fact.role === 'share' && fact.token.kind === 'rate' && !fact.aside && fact.decimals > 0);
  const [first] = shares;
  const wholeOf = ({ lead }: Fact): string => lead.slice(lead.indexOf('占') + 1);
  const isMoney = ({ lead, index }: Fact): boolean => (lead.startsWith('占') ? reading.facts[index - 1]?.kind === 'amount' : MONEY.test(lead.split('占')[0] ?? ''));
  if (!first || shares.length < 2 || shares.some((share) => !isSolid(share) || !share.lead.includes('占') || wholeOf(share) !== wholeOf(first) || !isMoney(share))) return [];
  const makes100 = (values: readonly Fact['value'][]): boolean => sum(values).eq(HUNDRED);
  const over = sum(shares.map(({ value }) => value)).minus(HUNDRED);
  return over.gt(sum(shares.map(resultSlack))) && over.lte(MOST_OVER) && slipExplains(shares, makes100) ? shares : [];
}

function follows(share: Fact, part: Fact, whole: Fact['value']): boolean {
  return whole.gt(0) && near(part.value.div(whole).times(HUNDRED), share.value, resultSlack(share).times(2));
}

const NAME = /(?:最[大高多]的?(?:部分)?|其次|再次|第[一二三]位?)[\u4e00-\u9fa5]{0,4}?(?:是|为)([\u4e00-\u9fa5]{3,16})$/;
const NAME_ONLY = /支出|资金|经费|收入|财政|金额|总额|第|的/g;

const core = (words: string | null): string => (words ?? '').replace(NAME_ONLY, '');

/** The part that the words before 占 name: 四季度支出占全年支出的33%; undefined where they name none, null where it is not known. */
export function namedPart(reading: Reading, share: Fact): Fact | null | undefined {
  const ofWhole = /^([\u4e00-\u9fa5]{2,8}?)的?比例[为是达约]*$/.exec(share.lead)?.[1];
  if (ofWhole !== undefined) return reading.facts.slice(Math.max(0, share.index - 3), share.index).find((fact) => fact.parent !== null && (fact.words ?? '').replace(/达$/, '') === ofWhole.replace(/达$/, '') && fact.sentence === share.sentence) ?? undefined;
  const own = /^[、，和]?(?:即|其中|而|则)?([\u4e00-\u9fa5]{2,16}?)约?占/.exec(share.lead)?.[1];
  const text = reading.lineOf.get(share.line)?.plain.text ?? '';
  const before = share.lead.startsWith('占') ? NAME.exec(text.slice(Math.max(0, share.clauseStart - 40), Math.max(0, share.clauseStart - 1)).split(/[，。；]/).at(-1) ?? '')?.[1] : undefined;
  const name = core(own ?? before ?? '');
  if (name.length < 2) return undefined;
  const found = reading.index.around(share.line, 1).filter((fact) => fact.index < share.index && (fact.kind === 'amount' || fact.kind === 'count') && fact.role === 'level' && isSolid(fact) && !fact.aside && (core(fact.words) === name || fact.sentence === share.sentence && core(fact.words).endsWith(name) || (name.length >= 3 || fact.sentence === share.sentence) && core(fact.words).startsWith(name)));
  const first = found.at(-1);
  return first && found.every(({ value }) => value.eq(first.value)) ? first : null;
}
