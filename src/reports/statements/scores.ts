// Scores of items against the total: where the full marks of the items make up 100, their scores make up the total.
import { near, sum } from '../../model/decimal';
import { grouped } from '../../model/grouped';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { holds } from '../report-rule';
import { oneSlipApart } from './slip';

/** 得分9分, 自评9分, 得9分: what was reached, not what could be. */
const GIVEN = /(?:得分|自评|评分|实得|得)(?:为|是|:)?$/;
const TAKEN = /扣(?:除|减|了|分)*$/;
const FULL = /满分|分值|权重/;
const TOTAL = /(?:总分|总得分|得分合计|合计得分|合计得|综合得分|自评得分|自评总分)[^，。；]{0,6}$/;
/** Reasons for which points are taken off one item. */
const MOST_TAKEN = 6;
/** Before the figure. */
const LOOK_BACK = 14;

export interface ScoreSum {
  readonly total: Fact;
  readonly items: readonly Fact[];
}

type Pair = readonly [full: Fact, given: Fact];

/** Of 决策20分，得19分；过程20分，得18分 the scores alone; all of them where no marks stand between. */
export function givenScores(scores: readonly Fact[]): readonly Fact[] {
  const given = scores.filter(({ lead }) => GIVEN.test(lead));
  return given.length * 2 === scores.length ? given : scores;
}

/** Items with full marks and scores side by side, in one paragraph or one after another, and the one total score beside them. */
export function* scoreSums(reading: Reading): Iterable<Outcome<never> | ScoreSum> {
  const scores = reading.facts.filter((fact) => fact.kind === 'score' && isSolid(fact));
  const byLine = grouped(scores, ({ line }) => line);
  const left: Pair[] = [];
  for (const facts of byLine.values()) {
    const pairs = pairsOf(facts);
    const items = pairs.map(([, item]) => item);
    if (pairs.length < 3 || !isHundred(pairs)) {
      left.push(...pairs);
      continue;
    }
    const total = facts.find((fact) => !pairs.some((pair) => pair.includes(fact)) && !TAKEN.test(fact.lead));
    if (total) yield judged(total, items);
  }
  const apart = ofOneLevel(reading, left);
  if (apart.length < 3 || !isHundred(apart)) return;
  const totals = scores.filter((fact) => !left.some((pair) => pair.includes(fact)) && TOTAL.test(textBefore(reading, fact)));
  const total = totals[0];
  if (total && totals.every(({ value }) => value.eq(total.value))) yield judged(total, apart.map(([, item]) => item));
}

/** 存在问题及扣分原因 says again what single indicators got. */
const LOOKS_AT_FAULTS = /问题|不足|原因|建议|措施|改进/;

/** 产出指标分值50分，得50分 and below it its indicators, 效益指标分值30分，得30分 and its own: of sections that tell both the groups alone; none where only some of them do. */
function ofOneLevel(reading: Reading, pairs: readonly Pair[]): readonly Pair[] {
  const bySection = grouped(pairs, ([, item]) => reading.lineOf.get(item.line)?.path.join('\n') ?? '');
  const sections = [...bySection].filter(([path]) => !LOOKS_AT_FAULTS.test(path)).map(([, section]) => section);
  if (sections.length < 2) return sections.flat();
  const heads = sections.filter(([head, ...items]) => head && items.length > 0 && sum(items.map(([{ value }]) => value)).lte(head[0].value));
  if (heads.length === 0) return sections.flat();
  return sections.some((section) => section.length > 1 && !heads.includes(section)) ? [] : sections.flatMap(([head]) => (head ? [head] : []));
}

const ONE_SCORE = /(?:自评|得分|总分)(?:为|是)?$/;
const OF_GROUP = /^[、，；]?[\u4e00-\u9fa5]{2,8}(?:得分?)?(?:为|是)?$/;

/** 自评96分，等级为优。预算执行9.6分、产出指标48.4分、效益指标28分、满意度10分: a list of scores alone behind its total, told where a slip explains it; full marks would make 100. */
export function* listedScores(reading: Reading): Iterable<Outcome<never> | ScoreSum> {
  for (const [i, items] of reading.sentences.entries()) {
    const [total, ...others] = reading.sentences[i - 1] ?? [];
    if (!total || others.length > 0 || total.kind !== 'score' || !ONE_SCORE.test(total.lead) || !isSolid(total) || items.length < 3 || items[0]?.line !== total.line) continue;
    if (items.some((fact) => fact.kind !== 'score' || fact.aside || fact.role !== 'level' || !isSolid(fact) || !OF_GROUP.test(fact.lead) || FULL.test(fact.lead) || TAKEN.test(fact.lead))) continue;
    const added = sum(items.map(({ value }) => value));
    if (added.eq(total.value)) yield holds([total, ...items]);
    else if (!added.eq(100) && oneSlipApart(total, items)) yield { total, items };
  }
}

function pairsOf(scores: readonly Fact[]): readonly Pair[] {
  return scores.flatMap((fact, i): Pair[] => {
    const before = scores[i - 1];
    const behind = scores[i + 1];
    // 产出指标得34分（满分35分）
    if (behind?.aside === true && !fact.aside && !FULL.test(fact.lead) && behind.clause === fact.clause && FULL.test(behind.lead)) return [[behind, fact]];
    return before && GIVEN.test(fact.lead) && !/最终|总/.test(fact.lead) && !GIVEN.test(before.lead) && fact.clause - before.clause <= 1 ? [[before, fact]] : [];
  });
}

const isHundred = (pairs: readonly Pair[]): boolean => sum(pairs.map(([{ value }]) => value)).eq(100);

function judged(total: Fact, items: readonly Fact[]): Outcome<never> | ScoreSum {
  return near(sum(items.map(({ value }) => value)), total.value, sum([...items, total].map(slack))) ? holds([total, ...items]) : { total, items };
}

function textBefore(reading: Reading, fact: Fact): string {
  return reading.lineOf.get(fact.line)?.plain.text.slice(Math.max(0, fact.start - LOOK_BACK), fact.start) ?? '';
}

/** 产出指标(50分)：得49.52分，扣0.48分: what was reached and what was taken off make up the full marks. */
export function* takenOff(reading: Reading): Iterable<{ readonly total: Fact; readonly parts: readonly Fact[]; readonly holds: boolean }> {
  for (const taken of reading.facts) {
    const [full, given] = reading.facts.slice(Math.max(0, taken.index - 2), taken.index);
    if (!full || !given || taken.kind !== 'score' || !/^[，、]?扣(?:除|减|分|了)?$/.test(taken.lead) || [full, given].some((fact) => fact.kind !== 'score' || fact.line !== taken.line || !isSolid(fact)) || !GIVEN.test(given.lead) || GIVEN.test(full.lead) || TOTAL.test(textBefore(reading, given)) || taken.clause - given.clause > 1 || given.value.gt(full.value)) continue;
    // 得9分，扣0.5分，另扣0.5分
    const more = reading.facts.slice(taken.index + 1, taken.index + 1 + MOST_TAKEN).filter(({ kind, line, segment, lead }) => kind === 'score' && line === taken.line && segment === taken.segment && TAKEN.test(lead));
    const parts = [given, taken, ...more];
    const holds = sum(parts.map(({ value }) => value)).eq(full.value);
    // 得10分。扣分4.11分。 is of all that was listed.
    if (holds || more.length === 0 && taken.sentence === given.sentence) yield { total: full, parts, holds };
  }
}

/** 分值10分，得50分; 得19分（满分10分）: more than could be reached. */
export function* aboveFull(reading: Reading): Iterable<Pair> {
  for (const facts of reading.sentences) {
    const scores = facts.filter((fact) => fact.kind === 'score' && isSolid(fact));
    for (const [full, given] of pairsOf(scores)) {
      if (FULL.test(full.lead) && given.value.gt(full.value) && !/综合|合计|共/.test(given.lead) && !/加分|附加|奖励/.test(reading.lineOf.get(given.line)?.plain.text ?? '')) yield [full, given];
    }
  }
}
