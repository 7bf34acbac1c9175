// Table × Rubric → Scorecard: every score with what the rubric makes of it and how.
import { decimal, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Table } from '../model/table';
import { scoreExecution } from './execution';
import { scoreIndicator } from './indicator';
import { withPoints } from './shares';
import { totalUp } from './totals';

/** Scores a table by a rubric; points are exact, unrounded decimals. Never throws for what a table may hold. */
export function scoreTable(written: Table, rubric: Rubric): Scorecard {
  const table = withPoints(written);
  // Lists of targets ask for no results: there is nothing to score unless the form has a column for it.
  if (table.kind !== 'project' && table.kind !== 'department' && !table.indicatorHeaders.score) return totalUp(table, [], rubric);
  const execution = scoreExecution(table, rubric);
  const items: ScoreItem[] = execution ? [execution] : [];
  for (let index = 0; index < table.indicators.length; index++) {
    const item = scoreIndicator(table, index, rubric);
    if (item) items.push(item);
  }
  return totalUp(table, withoutUnscored(table, items, rubric), rubric);
}

/** Lines with neither points nor score (其中 of a line above) are no items where the others make up the whole. */
function withoutUnscored(table: Table, items: readonly ScoreItem[], rubric: Rubric): readonly ScoreItem[] {
  const scored = items.filter((item) => item.weight !== null || item.claimed !== null);
  if (scored.length === items.length) return items;
  const whole = table.total?.weight?.quantity?.value ?? decimal(rubric.weightTotal.value);
  return sum(present(scored, (item) => item.weight)).gte(whole) ? scored : items;
}
