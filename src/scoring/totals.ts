// Totals of a scorecard: claimed and computed, the range, the weights and the grade.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, show, sum } from '../model/decimal';
import { grouped } from '../model/grouped';
import type { Rubric } from '../model/rubric';
import type { ScoreItem, Scorecard } from '../model/scorecard';
import type { Table } from '../model/table';
import { claimedGradeOf } from './claimed-grade';
import { rubricExecutionPoints } from './execution-weight';
import { PHRASES } from './phrases';
import { claimHolds, keptDigits } from './tolerance';

/** The scorecard of these items. Sums are null as soon as a part of them is not known. */
export function totalUp(table: Table, items: readonly ScoreItem[], rubric: Rubric): Scorecard {
  const claimed = items.map((item) => item.claimed).filter((score) => score !== null);
  const weights = items.map((item) => item.weight).filter((weight) => weight !== null);
  // The execution alone is no score of a form whose indicators are not here.
  const unseen = unseenPoints(table, items, rubric);
  // Nor are some of the points the whole where others stand in a list that was not read.
  const counted = table.indicators.length === 0 || unseen || table.notUnderstood.some(({ scored }) => scored) ? [] : items;
  const computed = sumOfAll(counted.map((item) => settled(item, rubric)));
  // A claimed score that cannot be judged counts as written on both ends.
  const [low, high] = around(computed, sumOfAll(counted.map((item) => item.low ?? item.claimed)), sumOfAll(counted.map((item) => item.high ?? item.claimed)));
  const grades = [computed, low, high].map((score) => gradeOf(score, rubric));
  return {
    items,
    claimed: table.total?.score?.quantity?.value ?? null,
    claimedSum: claimed.length > 0 ? sum(claimed) : null,
    computed, low, high,
    weightSum: weights.length > 0 ? sum(weights) : null,
    grade: grades.every((grade) => grade === grades[0]) ? (grades[0] ?? null) : null,
    claimedGrade: claimedGradeOf(table)?.name ?? (table.total?.grade?.filled && !table.total.grade.notApplicable ? table.total.grade.text : null),
    notComputed: unseen ? [...notComputed(items), unseen] : notComputed(items),
  };
}

/** 得分：10 in a place not known: exactly the execution's points are missing from the weights, and the total counts some that no line has. A sentence, or null. */
function unseenPoints({ total }: Table, items: readonly ScoreItem[], rubric: Rubric): string | null {
  const points = rubricExecutionPoints(rubric);
  const [declared, claimed] = [total?.weight?.quantity?.value, total?.score?.quantity?.value];
  if (!points || !declared || !claimed || items.some((item) => item.aspect === 'execution')) return null;
  const missing = declared.minus(sum(items.map((item) => item.weight ?? ZERO)));
  const beyond = claimed.minus(sum(items.map((item) => item.claimed ?? ZERO)));
  return missing.eq(points) && beyond.gt(0) && beyond.lte(points) ? PHRASES.executionUnseen(total?.score?.cell ?? '', show(missing)) : null;
}

/** More items with one reason than this are told in one sentence. */
const TOLD_ONE_BY_ONE = 2;

/** Lines without points (不涉及 | 0) are nothing to compute. */
function notComputed(items: readonly ScoreItem[]): readonly string[] {
  const open = items.filter((item) => item.weight?.isZero() !== true && (item.state === 'unknown' || (item.claimed !== null && item.low === null && item.state !== 'band')));
  return [...grouped(open, ({ derivation }) => derivation)].flatMap(([reason, same]) => {
    const [first] = same;
    if (!first || same.length <= TOLD_ONE_BY_ONE) return same.map((item) => `${item.cell} ${item.name}：${reason}`);
    return [`${first.cell} ${first.name}等${same.length}项：${reason}`];
  });
}

/** What the item counts for: as claimed where the rubric allows it, else the nearest score that it allows. */
function settled(item: ScoreItem, rubric: Rubric): Decimal | null {
  const { claimed, low, high } = item;
  if (!low || !high) return claimed;
  if (!claimed) return low.eq(high) ? low.toDecimalPlaces(rubric.rounding.value) : null;
  if (claimHolds(item, rubric)) return claimed;
  return (claimed.lt(low) ? low : high).toDecimalPlaces(keptDigits(rubric));
}

function sumOfAll(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return values.length > 0 && known.length === values.length ? sum(known) : null;
}

/** A score within the rounding of its amounts may lie a little outside what they make: then the range reaches as far. */
function around(computed: Decimal | null, low: Decimal | null, high: Decimal | null): readonly [Decimal | null, Decimal | null] {
  if (!computed || !low || !high || low.eq(high)) return [low, high];
  return [computed.lt(low) ? computed : low, computed.gt(high) ? computed : high];
}

/** Grade of a score by the rubric's bands; null without bands or score. */
export function gradeOf(score: Decimal | null, rubric: Rubric): string | null {
  if (!score) return null;
  return rubric.grades?.value.find((grade) => score.gte(decimal(grade.from)))?.name ?? null;
}
