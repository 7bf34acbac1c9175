// (838÷5384) behind 15.56%, 10×97.14%=9.71分, (1186.5÷1250)×100%=94.92%, [(14.26-18.5)/18.5]×100%=-22.92%: a calculation that the report writes out gives what it says.
import type { Decimal } from '../../model/decimal';
import { decimal, HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { resultSlack } from '../fact';
import type { Reading } from '../reading';
import { inUnitOf, percentText } from '../showing';

export interface Formula {
  readonly result: Fact;
  /** What the rate is called; null where no words say it. */
  readonly name: string | null;
  readonly written: string;
  readonly expected: string;
  readonly holds: boolean;
}

/** Two operands of one kind of unit, and the result behind = or before the bracket. */
const QUOTIENT = /(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)[÷/](?:[\u4e00-\u9fa5]{0,20}?)(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)(?:[×*]100%?)?(?=[)=，。；]|$)/g;
/** (14.26-18.5)/18.5, (决算14.26万元-预算18.5万元)÷预算18.5万元: what two differ by, or make together, of a third. */
const OF_TWO = /[(|](?:[\u4e00-\u9fa5]{0,20})(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)([-+])(?:[\u4e00-\u9fa5]{0,20}?)(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)[)|][÷/](?:[\u4e00-\u9fa5]{0,20}?)(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)(?:[×*]100%?)?(?=[)\]=，。；]|$)/g;
/** (86.5万元÷90万元)×100%= */
const LEADS = /^(?:[)\]](?:[×*]100%?)?)?=/;
/** 预算完成率=(…: what the rate is called, before what is calculated. */
const NAME = /(?:年度?)?([\u4e00-\u9fa5]{2,16})=[^，。；]*$/;
const MOST_BEFORE = 60;
/** ]×100%= */
const AS_PERCENT = 7;
/** 1-(25÷500), 3×20÷80: a part of a longer calculation. */
const GOES_ON = /[-+×*÷/]\(?[\u4e00-\u9fa5]{0,20}$/;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const value = (digits: string, scale: string | undefined): Decimal => decimal(digits.replaceAll(',', '')).times(SCALES[scale ?? ''] ?? 1);

/** 10×97.14%=9.71分, 9.71分(97.14%×10): full marks by a rate. */
const MARKS = /(\d+(?:\.\d+)?)分?[×*][\u4e00-\u9fa5]{0,12}(\d+(?:\.\d+)?)%(?=[)=])|(\d+(?:\.\d+)?)%[×*][\u4e00-\u9fa5]{0,12}(\d+(?:\.\d+)?)分?(?=[)=])/g;

/** What is written out, and what it gives; null where it divides by nothing. */
interface Calculation {
  readonly written: string;
  readonly start: number;
  readonly gives: Decimal | null;
  readonly kind: 'rate' | 'score';
}

const percentOf = (above: Decimal, below: Decimal): Decimal | null => (below.isZero() ? null : above.div(below).times(HUNDRED));

function* calculationsIn(text: string): Iterable<Calculation> {
  for (const match of text.matchAll(QUOTIENT)) {
    const [all, a = '', scale, unit = '', b = '', other, last = ''] = match;
    const certain = all.includes('÷') || /[×*]100%/.test(text.slice(match.index, match.index + all.length + AS_PERCENT));
    if (unit !== last || /^\d{1,2}$/.test(a) && /^\d{1,2}$/.test(b) && !certain) continue;
    // 增长5%(2023/2022), 100%(2023/12) name years and months.
    if (/^20\d{2}$/.test(a) && /^(?:20\d{2}|\d{1,2})$/.test(b) && !certain) continue;
    yield { written: all, start: match.index, gives: percentOf(value(a, scale), value(b, other)), kind: 'rate' };
  }
  for (const match of text.matchAll(OF_TWO)) {
    const [all, a = '', scale, unit, sign, b = '', other, unitB, c = '', third, unitC] = match;
    const [first, second] = [value(a, scale), value(b, other)];
    if (unit === unitB && unit === unitC) yield { written: all, start: match.index, gives: percentOf(sign === '-' ? first.minus(second) : first.plus(second), value(c, third)), kind: 'rate' };
  }
  for (const match of text.matchAll(MARKS)) {
    const [all, full, rate, percent = rate, marks = full] = match;
    // 10×102%: nobody has more than full marks.
    if (percent !== undefined && marks !== undefined && decimal(percent).lte(HUNDRED)) yield { written: all, start: match.index, gives: decimal(marks).times(percent).div(HUNDRED), kind: 'score' };
  }
}

/** Rates and scores whose calculation is written out in the bracket behind them or before their =. */
export function* formulas(reading: Reading): Iterable<Formula> {
  for (const line of reading.lines) {
    const { text } = line.plain;
    if (!/[÷/×*]/.test(text) || text.length > 4000) continue;
    for (const { written, start, gives, kind } of calculationsIn(text)) {
      const end = start + written.length;
      const facts = reading.index.around(line.at, 0);
      const before = text.slice(Math.max(0, start - MOST_BEFORE), start);
      if (gives === null || GOES_ON.test(before)) continue;
      const opened = /[)\]]/.test(text.charAt(end)) ? /[([][\u4e00-\u9fa5]{0,20}$/.exec(before)?.[0].length : undefined;
      const leads = LEADS.exec(text.slice(end, end + AS_PERCENT))?.[0];
      const result = facts.find((fact) => (leads === undefined ? opened !== undefined && fact.end === start - opened : fact.start === end + leads.length));
      if (!result || result.kind !== kind || result.token.kind !== kind || result.token.approximate) continue;
      // 下降22.92%: the words say which way it went; a rate often leaves it out.
      const expected = result.role === 'down' ? gives.abs() : gives;
      const own = /[\u4e00-\u9fa5]/.test(result.words ?? '') ? result.words : null;
      yield { result, name: NAME.exec(before)?.[1] ?? own, written, expected: kind === 'rate' ? percentText(expected) : inUnitOf(result, expected), holds: near(gives.abs(), result.value.abs(), resultSlack(result).times(2)) };
    }
  }
}
