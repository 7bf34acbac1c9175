// (838÷5384) behind 15.56%, (1186.5÷1250)×100%=94.92%: a calculation that the report writes out gives what it says.
import type { Decimal } from '../../model/decimal';
import { decimal, HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { resultSlack } from '../fact';
import type { Reading } from '../reading';

export interface Formula {
  readonly result: Fact;
  /** What the rate is called; null where no words say it. */
  readonly name: string | null;
  readonly written: string;
  readonly expected: Decimal;
  readonly holds: boolean;
}

/** Two operands of one kind of unit, and the result behind = or before the bracket. */
const QUOTIENT = /(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)(?:÷[\u4e00-\u9fa5]{0,20}?|\/)(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)(?:[×*]100%?)?(?=[)=，。；]|$)/g;
/** (86.5万元÷90万元)×100%= */
const LEADS = /^(?:\)(?:[×*]100%?)?)?=/;
/** 预算完成率=(…: what the rate is called, before what is calculated. */
const NAME = /(?:年度?)?([\u4e00-\u9fa5]{2,16})=[^=，。；]*$/;
const MOST_BEFORE = 60;
/** 1-(25÷500), 3×20÷80: a part of a longer calculation. */
const GOES_ON = /[-+×*÷/]\(?[\u4e00-\u9fa5]{0,20}$/;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const value = (digits: string, scale: string | undefined): Decimal => decimal(digits.replaceAll(',', '')).times(SCALES[scale ?? ''] ?? 1);

/** Rates whose quotient is written out in the bracket behind them or before their =. */
export function* formulas(reading: Reading): Iterable<Formula> {
  for (const line of reading.lines) {
    const { text } = line.plain;
    if (!/÷|\/\d/.test(text) || text.length > 4000) continue;
    for (const match of text.matchAll(QUOTIENT)) {
      const [all, a = '', scale, unit = '', b = '', other, last = ''] = match;
      if (unit !== last || /^\d{1,2}$/.test(a) && /^\d{1,2}$/.test(b) && !all.includes('÷')) continue;
      // 增长5%(2023/2022), 100%(2023/12) name years and months.
      if (/^20\d{2}$/.test(a) && /^(?:20\d{2}|\d{1,2})$/.test(b) && !all.includes('÷')) continue;
      const [above, below] = [value(a, scale), value(b, other)];
      const end = match.index + all.length;
      const facts = reading.index.around(line.paragraph.index, 0);
      const before = text.slice(Math.max(0, match.index - MOST_BEFORE), match.index);
      if (GOES_ON.test(before)) continue;
      const opened = text.charAt(end) === ')' ? /\([\u4e00-\u9fa5]{0,20}$/.exec(before)?.[0].length : undefined;
      const leads = LEADS.exec(text.slice(end, end + 7))?.[0];
      const result = facts.find((fact) => (leads === undefined ? opened !== undefined && fact.end === match.index - opened : fact.start === end + leads.length));
      if (!result || result.kind !== 'rate' || result.token.kind !== 'rate' || result.token.approximate || below.isZero()) continue;
      const percent = above.div(below).times(HUNDRED);
      yield { result, name: NAME.exec(before)?.[1] ?? result.words, written: all, expected: percent, holds: near(percent, result.value, resultSlack(result).times(2)) };
    }
  }
}
