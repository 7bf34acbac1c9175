// What indicator lines are set by and lack: name, target or weight, where the other lines of the form have theirs.
import type { Indicator, Table } from '../model/table';
import { compact } from '../reading/text';
import { cellsOf, given, isBonus } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { indicatorName, pointsWords, words } from './wording';

/** Of fewer lines no habit can be told. */
const FEW = 5;
/** One line in so many is an omission, more are a habit of the form. */
const RARELY = 5;

/** 无, 不涉及, 本项目不产生直接经济效益 where the name of an indicator would be: the level has none. */
const SETS_NONE = /^(?:暂?无|无此项|不[涉适考])|不(?:直接)?(?:产生|涉及|适用|考核|明显)/;

/** A form that only sets targets: a line named and left without, where nearly all have theirs. */
export function* missingTargets({ kind, indicators }: Table): Iterable<MissingReport> {
  if (kind !== 'targets') return;
  const lines = indicators.filter(({ placeholder, name, targetEntry }) => !placeholder && name.filled && !name.notApplicable && !SETS_NONE.test(compact(name.text)) && targetEntry);
  const blank = lines.filter(({ targetEntry }) => targetEntry?.filled === false);
  if (lines.length < FEW || blank.length * RARELY > lines.length) return;
  for (const { name, targetEntry } of blank) yield { message: 'targetOnly', data: { name: indicatorName(name) }, cells: cellsOf(targetEntry, name), expected: null, received: null, severity: 'verify' };
}

/** What most lines that count have: a line without it was left out. */
interface Habits {
  /** Lines with points, or with results in a form without a column for points. */
  readonly counted: readonly Indicator[];
  readonly unscored: boolean;
  readonly named: boolean;
  readonly targeted: boolean;
  readonly weighted: boolean;
  /** Nearly every line has a target. */
  readonly rarelyBlank: boolean;
}

function habitsOf({ indicators, indicatorHeaders }: Table): Habits {
  const unscored = !indicatorHeaders.score;
  const counted = indicators.filter(({ placeholder, isExecution, score, actualEntry }) => !placeholder && !isExecution && (unscored ? given(actualEntry) : score?.quantity));
  const usual = (has: (indicator: Indicator) => boolean): boolean => counted.filter(has).length * 2 > counted.length;
  return {
    counted, unscored,
    named: usual(({ name }) => name.filled),
    targeted: usual(({ targetEntry }) => given(targetEntry)),
    weighted: usual(({ weight }) => weight?.quantity !== null && weight?.quantity !== undefined),
    rarelyBlank: counted.length >= FEW && counted.filter(({ targetEntry }) => targetEntry?.filled === false).length * RARELY <= counted.length,
  };
}

/** Where most lines have it, a line that counts without name, target or weight. */
export function* missingSetting(table: Table, weightsOpen: boolean): Iterable<MissingReport> {
  const habits = habitsOf(table);
  const weighted = weightsOpen && habits.weighted;
  for (const indicator of habits.counted) {
    const { name, targetEntry, actualEntry, weight, score } = indicator;
    const found = { expected: null, received: null, severity: 'verify' as const };
    if (habits.named && lacksName(indicator)) {
      yield { ...found, message: 'name', data: { weight: pointsWords(weight), score: words(score) }, cells: cellsOf(name, score) };
    }
    // 加分项 | 获省级表彰 | 1次: none sets itself such a target, nor the points of it.
    if (habits.targeted && lacksTarget(indicator, habits) && !isBonus(table, indicator)) {
      yield { ...found, message: habits.unscored ? 'goalless' : 'target', data: { name: indicatorName(name) }, cells: cellsOf(targetEntry, actualEntry) };
    }
    if (weighted && name.filled && score && lacksWeight(indicator) && !isBonus(table, indicator)) yield withoutWeight(indicator);
  }
  if (!weighted) return;
  // The execution among the indicators has no target of its own, but points as all.
  for (const indicator of table.indicators) {
    if (!indicator.placeholder && indicator.isExecution && indicator.score?.quantity?.value.gt(0) && lacksWeight(indicator)) yield withoutWeight(indicator);
  }
}

/** Points for nothing that has a name. */
function lacksName({ name, weight }: Indicator): boolean {
  return !name.filled && weight?.quantity?.value.gt(0) === true;
}

function lacksWeight({ weight }: Indicator): boolean {
  return weight?.filled === false;
}

function withoutWeight({ name, weight, score }: Indicator): MissingReport {
  return { message: 'weight', data: { name: indicatorName(name), score: words(score) }, cells: cellsOf(weight, score), expected: null, received: null, severity: 'verify' };
}

/** A result that was given points beside no target; a method of its own tells what the points rest on. */
function lacksTarget({ name, aspect, targetEntry, actualEntry, actual, score, method }: Indicator, { unscored, rarelyBlank }: Habits): boolean {
  if (!name.filled || targetEntry?.filled !== false || given(method)) return false;
  if (!unscored && !score?.quantity?.value.gt(0)) return false;
  // 可行性 and the like are judged by what stands there, without a target, unless the unit gave nearly every line one.
  return actual.kind === 'quantity' || actual.kind === 'date' || (rarelyBlank && /^(?:output|outcome|satisfaction|cost)$/.test(aspect) && given(actualEntry));
}
