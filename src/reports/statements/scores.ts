// Scores of items against the total: where the full marks of the items make up 100, their scores make up the total.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../facts';
import { isSolid, slack } from '../facts';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { holds } from '../report-rule';

const FULL = /(?:满分|分值|权重)(?:为|是)?$/;
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
    const full = scores.filter(({ lead }) => FULL.test(lead));
    const items = scores.filter((fact, i) => GIVEN.test(fact.lead) && FULL.test(scores[i - 1]?.lead ?? ''));
    if (full.length < 3 || items.length !== full.length || !sum(full.map(({ value }) => value)).eq(100)) continue;
    const total = scores.find((fact) => !items.includes(fact) && !full.includes(fact));
    if (!total) continue;
    if (near(sum(items.map(({ value }) => value)), total.value, sum([...items, total].map(slack)))) yield holds([total, ...items]);
    else yield { total, items };
  }
}
