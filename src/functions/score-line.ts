// One indicator of a form made from a function's arguments, scored by the same code that reviews whole tables.
import { decimal, type Decimal } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { actualQuantity, readActual, readTarget } from '../reading/targets';
import { scoreIndicator } from '../scoring/indicator';
import { comparable } from '../scoring/units';

export interface Line {
  readonly name: Entry;
  readonly target: Entry;
  readonly actual: Entry;
  readonly weight: Entry;
}

export function indicatorOf({ name, target: targetEntry, actual: actualEntry, weight }: Line): Indicator {
  const target = readTarget(targetEntry, null, null);
  const actual = readActual(actualEntry, target);
  return {
    row: 1, name, group: null, subgroup: null, aspect: 'other',
    nature: null, targetEntry, unitEntry: null, actualEntry, weight, score: null, coefficient: null, reason: null, method: null,
    target, actual, actualQuantity: actualQuantity(actual, target, null),
    placeholder: false, isExecution: false,
  };
}

/** A form that holds this line only. */
function tableOf(indicator: Indicator): Table {
  return {
    kind: 'project', sheet: '', range: { top: 1, left: 1, bottom: 1, right: 1 }, title: null, year: null, province: null, amountUnit: null, fields: [], fund: null, goals: [],
    // Named headers are what tells a blank target from a form without targets.
    indicatorHeaders: { target: indicator.name, actual: indicator.name, weight: indicator.name },
    indicatorsDeclaredWeight: null, groups: [], indicators: [indicator], total: null, baseData: null, stated: [], closing: [], footnotes: [], notUnderstood: [], entries: [],
  };
}

/** The line's score item; its `state` and `derivation` say what was found. */
export function scoreLine(line: Line, rubric: Rubric): ScoreItem {
  const item = scoreIndicator(tableOf(indicatorOf(line)), 0, rubric);
  if (!item) throw new Error('a line that is no placeholder has a score item');
  return item;
}

/** True where 12 against 10 counts as more or as too much only by the indicator's name, and no name is given. */
export function directionUnknown(line: Line): boolean {
  if (line.name.filled) return false;
  const { target, actual, actualQuantity: own } = indicatorOf(line);
  const got = own ?? (actual.kind === 'quantity' ? actual.quantity : null);
  if (!target.quantity || target.operator !== null || !got) return false;
  const compared = comparable(target.quantity, got, '');
  return compared.kind === 'comparable' && !compared.actual.eq(compared.target);
}

/** Any share of the weight: the rubric leaves the score to whoever judges. */
export function isOpen(low: Decimal, high: Decimal, weight: Decimal): boolean {
  return low.isZero() && high.eq(weight) && !weight.isZero();
}

/** As scorecards give a score: rounded to the rubric's digits. */
export function rounded(points: Decimal, rubric: Rubric): number {
  return decimal(points).toDecimalPlaces(rubric.rounding.value).toNumber();
}
