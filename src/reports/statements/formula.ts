// (838÷5384) behind 15.56%, 12×5=60: a calculation that the report writes out gives what it says.
import type { Decimal } from '../../model/decimal';
import { decimal, HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { resultSlack } from '../fact';
import type { Reading } from '../reading';

export interface Formula {
  readonly result: Fact;
  readonly written: string;
  readonly expected: Decimal;
  readonly holds: boolean;
}

/** Two operands of one kind of unit, and the result behind = or before the bracket. */
const QUOTIENT = /(\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)[÷/](\d[\d,]*(?:\.\d+)?)(万|亿)?([\u4e00-\u9fa5]{0,3}?)(?:[×*]100%?)?(?=[)=，。；]|$)/g;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const value = (digits: string, scale: string | undefined): Decimal => decimal(digits.replaceAll(',', '')).times(SCALES[scale ?? ''] ?? 1);

/** Rates whose quotient is written out in the bracket behind them or before their =. */
export function* formulas(reading: Reading): Iterable<Formula> {
  for (const line of reading.lines) {
    const { text } = line.plain;
    if (!/[÷/]\d/.test(text) || text.length > 4000) continue;
    for (const match of text.matchAll(QUOTIENT)) {
      const [all, a = '', scale, unit = '', b = '', other, last = ''] = match;
      if (unit !== last || /^\d{1,2}$/.test(a) && /^\d{1,2}$/.test(b) && !all.includes('÷')) continue;
      // 增长5%(2023/2022), 100%(2023/12) name years and months.
      if (/^20\d{2}$/.test(a) && /^(?:20\d{2}|\d{1,2})$/.test(b) && !all.includes('÷')) continue;
      const [above, below] = [value(a, scale), value(b, other)];
      const end = match.index + all.length;
      const facts = reading.index.around(line.paragraph.index, 0);
      const opened = text.charAt(match.index - 1) === '(' && text.charAt(end) === ')';
      const result = opened ? facts.find((fact) => fact.end === match.index - 1) : text.charAt(end) === '=' ? facts.find((fact) => fact.start === end + 1) : undefined;
      if (!result || result.kind !== 'rate' || result.token.kind !== 'rate' || result.token.approximate || below.isZero()) continue;
      const percent = above.div(below).times(HUNDRED);
      yield { result, written: all, expected: percent, holds: near(percent, result.value, resultSlack(result).times(2)) };
    }
  }
}
