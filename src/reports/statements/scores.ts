// Scores of items against the total: where the full marks of the items make up 100, their scores make up the total.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { holds } from '../report-rule';

const GIVEN = /(?:得分|自评|评分|实得)(?:为|是)?$/;

export interface ScoreSum {
  readonly total: Fact;
  readonly items: readonly Fact[];
}

/** Items with full marks and scores side by side in one paragraph, and the one total score of the report. */
export function* scoreSums(reading: Reading): Iterable<Outcome<never> | ScoreSum> {
  const byLine = new Map<number, Fact[]>();
  for (const fact of reading.facts) {
    if (fact.kind !== 'score' || !isSolid(fact)) continue;
    const same = byLine.get(fact.line);
    if (same) same.push(fact);
    else byLine.set(fact.line, [fact]);
  }
  for (const scores of byLine.values()) {
    const pairs = scores.flatMap((fact, i) => {
      const before = scores[i - 1];
      return before && GIVEN.test(fact.lead) && !GIVEN.test(before.lead) && fact.clause - before.clause <= 1 ? [[before, fact] as const] : [];
    });
    const [full, items] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
    if (pairs.length < 3 || !sum(full.map(({ value }) => value)).eq(100)) continue;
    const total = scores.find((fact) => !items.includes(fact) && !full.includes(fact));
    if (!total) continue;
    if (near(sum(items.map(({ value }) => value)), total.value, sum([...items, total].map(slack)))) yield holds([total, ...items]);
    else yield { total, items };
  }
}
