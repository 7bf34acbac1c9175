// 2023年6月16日开幕，8月31日闭幕: what comes later in the life of a project has the later date.
import type { Fact } from '../fact';
import type { Reading } from '../reading';

export interface Stages {
  readonly first: Fact;
  readonly second: Fact;
  readonly holds: boolean;
}

/** In the order in which they must come; 签订 and 开工 stand beside one another, both ways are seen. */
const STAGES: readonly (readonly [RegExp, number])[] = [
  [/^(?:起)?(?:正式|统一|集中)?(?:发布|刊登|挂网)?[\u4e00-\u9fa5]{0,4}(?:招标公告|采购公告)/, 0], [/^(?:完成|组织|进行)?(?:开标|评标|中标|完成招标|招标完成)/, 1], [/^(?:与[\u4e00-\u9fa5]{2,20})?签[订署定]/, 2],
  [/^(?:正式|全面|集中|陆续)?(?:开工|动工|进场|开幕|启动|开始|开机|破土)/, 2], [/^(?:前)?(?:顺利|全面|全部|正式|如期|主体)?(?:完工|竣工|建成|完成(?!率|度|\d)|闭幕|结束|落幕|收官)/, 4], [/^(?:前)?(?:顺利|全面|全部|正式|如期)?(?:通过|完成|组织)?[\u4e00-\u9fa5]{0,4}验收/, 5],
];
const NEXT_YEAR = /次年|翌年|第二年|下年|来年|今年|去年|上年/;

export function* stages(reading: Reading, facts: readonly Fact[]): Iterable<Stages> {
  const dates = facts.filter(({ kind }) => kind === 'date');
  for (const [i, second] of dates.entries()) {
    const first = dates[i - 1];
    const text = reading.lineOf.get(second.line)?.plain.text ?? '';
    if (!first || first.aside !== second.aside || second.clause - first.clause > 2 || NEXT_YEAR.test(text.slice(first.end, second.start + 4))) continue;
    const range = /^(?:日)?[至到-]$/.test(text.slice(first.end, second.start)) && yearOf(first) !== null && yearOf(second) !== null;
    const [from, to] = [stageOf(text, first), stageOf(text, second)];
    if (!range && (from === null || to === null || to <= from)) continue;
    // 11月开工，3月完工 may go on into the next year where no day and no year stands.
    if (!range && yearOf(second) === null && (first.token.day === null || second.token.day === null)) continue;
    yield { first, second, holds: compare(first, second) <= 0 };
  }
}

function stageOf(text: string, { end }: Fact): number | null {
  const behind = text.slice(end, end + 30).split(/[，。；]/)[0] ?? '';
  return STAGES.find(([pattern]) => pattern.test(behind))?.[1] ?? null;
}

/** A date without a year has none of its own: its value is the month. */
function yearOf({ token }: Fact): number | null {
  const value = Number(token.value.toString());
  return value > 31 ? value : null;
}

/** Below nought: the first is earlier; nought where it cannot be told. */
function compare(first: Fact, second: Fact): number {
  const years = (yearOf(first) ?? 0) - (yearOf(second) ?? yearOf(first) ?? 0);
  if (yearOf(first) === null && yearOf(second) !== null) return 0;
  const months = (first.token.month ?? 0) - (second.token.month ?? 0);
  const days = first.token.day === null || second.token.day === null ? 0 : first.token.day - second.token.day;
  return years !== 0 ? years : months !== 0 ? months : days;
}
