// Points of targets that are words or dates: a band of the weight where the answer names one, else any share of it.
import type { Decimal } from '../model/decimal';
import { ONE, ZERO, decimal } from '../model/decimal';
import type { DateReading, Reading } from '../model/quantity';
import type { Band, Rubric } from '../model/rubric';
import type { Indicator } from '../model/table';
import { compact } from '../reading/text';
import { PHRASES } from './phrases';
import { band, met, shownPoints, unknown, type Points } from './points';

const BOTTOM = /未(?:能)?(?:达成|完成|达到|达标|实现|开展|启动)|没有(?:达成|完成|达到|开展)|不达标|效果较差/;
/** 全部或基本达成预期指标 is the first of three bands in the ministry's notes: 基本达成 alone is no middle. */
const MIDDLE = /部分(?:达成|完成|达到|实现)|大部分|具有一定效果/;
/** 基本完成 and 基本达到 are written for either of the two: 7 of 8 and 6 of 8 are both right. */
const NEARLY = /基本(?:完成|达到|实现|达标)/;
const TOP = /达成|完成|达标|实现|达到|已落实|已建立/;

/** Points by a target in words: 达成、部分达成、未达成 name a band of the rubric; anything else leaves the whole weight open. */
export function qualitativePoints(indicator: Indicator, weight: Decimal | null, rubric: Rubric): Points {
  if (indicator.actual.kind === 'blank') return unknown(PHRASES.noActual());
  const text = compact(indicator.actualEntry?.text ?? '');
  const target = compact(indicator.targetEntry?.text ?? '');
  const bands = rubric.qualitative?.value;
  const named = bands && bandOf(text, target, bands);
  if (!named) return band(weight, ZERO, ONE, weight ? PHRASES.openWords(shownPoints(weight, rubric)) : PHRASES.openWordsUnweighted());
  const [low, high] = [decimal(named.low), decimal(named.high)];
  const words = PHRASES.band(named.label, low.times(100).toString(), high.times(100).toString());
  return band(weight, low, high, weight ? PHRASES.bandPoints(words, shownPoints(weight.times(low), rubric), shownPoints(weight.times(high), rubric)) : words);
}

function bandOf(text: string, target: string, bands: readonly Band[]): Band | null {
  if (text === target && text !== '') return bands[0] ?? null;
  // A bare 100 % says nothing about which band; the question belongs to the reviewer.
  if (/^[\d.]+%?$/.test(text)) return null;
  if (BOTTOM.test(text)) return bands.at(-1) ?? null;
  if (MIDDLE.test(text)) return bands.length > 2 ? (bands[1] ?? null) : null;
  if (NEARLY.test(text)) return upperTwo(bands);
  return TOP.test(text) ? (bands[0] ?? null) : null;
}

function upperTwo([top, middle, bottom]: readonly Band[]): Band | null {
  return top && middle && bottom ? { label: `${top.label}”或“${middle.label}`, low: middle.low, high: top.high } : null;
}

/** 5月 beside a deadline is a month, not five of them, and 12.20 a day; of 12.2 the day may have lost its 0. */
function asDate(actual: Reading): Reading {
  if (actual.kind !== 'quantity' || actual.quantity.scale !== 1) return actual;
  const { value, unit, decimals } = actual.quantity;
  if (unit === '月' ? decimals > 0 : unit !== '' || decimals === 0) return actual;
  const [month, day] = value.toFixed(2).split('.').map(Number);
  if (month === undefined || month < 1 || month > 12) return actual;
  return { kind: 'date', date: { year: null, month, day: decimals === 2 && day !== undefined && day >= 1 && day <= 31 ? day : null }, operator: null };
}

const QUARTER = /^(?:(\d{4})年)?(?:第?([一二三四1-4])季度|(上半年)|(?:年底|年末|年内))(?:末|底|内)?(?:完成)?$/;
const END = /^(?:(\d{4})年)?年?(?:底|末)(?:之?前|以前)(?:完成)?$/;

/** 第三季度 and 年底前 as a deadline, its last month; null for any other words. A date in the quarter is in time, whichever it is. */
function periodEnd(text: string): DateReading | null {
  const [all, year, quarter, half] = QUARTER.exec(text) ?? END.exec(text) ?? [];
  if (all === undefined) return null;
  const months = quarter === undefined ? (half === undefined ? 12 : 6) : ((QUARTERS.indexOf(quarter) % 4) + 1) * 3;
  return { year: year === undefined ? null : Number(year), month: months, day: null };
}

const QUARTERS = '一二三四1234';

/** The deadline of a line; a part of the year in words is one where a date answers it. */
function deadlineOf({ target: { reading }, targetEntry, actual }: Indicator): Reading {
  const end = (reading.kind === 'words' || reading.kind === 'mixed') && asDate(actual).kind === 'date' ? periodEnd(compact(targetEntry?.text ?? '')) : null;
  return end ? { kind: 'date', date: end, operator: null } : reading;
}

/** True for a deadline, and for 第三季度 that a date answers. */
export const isDeadline = (indicator: Indicator): boolean => deadlineOf(indicator).kind === 'date';

/** Points by a deadline: on or before it is met; later, the rubric leaves the deduction open. `year` fills a date that names none. */
export function deadlinePoints(indicator: Indicator, year: number | null, weight: Decimal | null): Points {
  const reading = deadlineOf(indicator);
  const actual = asDate(indicator.actual);
  if (reading.kind !== 'date') return unknown(PHRASES.targetNotDate());
  if (actual.kind !== 'date') return unknown(actual.kind === 'blank' ? PHRASES.noActual() : PHRASES.actualNotDate());
  if (reading.operator === '>=' || reading.operator === '>') return unknown(PHRASES.targetIsStart());
  const late = isLate(actual.date, reading.date, year);
  if (late === null) return unknown(PHRASES.datesIncomplete());
  return late ? band(weight, ZERO, ONE, PHRASES.late()) : met(weight, PHRASES.inTime());
}

/** Compared on what both name; the same month counts as in time, since 12月 against 12月31日 says no more. */
function isLate(actual: DateReading, target: DateReading, year: number | null): boolean | null {
  const years = [actual.year ?? year, target.year ?? year] as const;
  if (years[0] === null || years[1] === null) {
    if (actual.year !== target.year) return null;
  } else if (years[0] !== years[1]) return years[0] > years[1];
  if (actual.month === null || target.month === null) return false;
  if (actual.month !== target.month) return actual.month > target.month;
  return actual.day !== null && target.day !== null && actual.day > target.day;
}
