// What a form takes off for every percent by which the execution rate falls short (执行率每低1个百分点扣0.1分，扣完为止), where its words name nothing else.
import { ZERO, decimal, type Decimal } from '../model/decimal';
import { compact, normalise } from '../reading/text';
import type { StepPoints } from './rate-steps';

const SUBJECT = /(?:执行|预算完成|支出|支付)率|(?:执行|支出|支付)进度/;
const OF_OTHERS = /指标|目标|完成|满意|成本|质量|及时/;
/** 每低1%扣0.1分, 每下降一个百分点，扣减0.5分, 每低5个百分点扣1分. */
const EVERY = /每(?:降低|减少|下降|相差|低于?|少|降|差)(?:100%)?([1一5五]|10|十)?个?(?:百分点|%)的?,?扣[减除]?(\d+(?:\.\d+)?)分/;
const STEP: Readonly<Record<string, number>> = { 五: 5, 十: 10, 5: 5, 10: 10 };
/** In proportion as well, or by steps before it: more than the words here tell. */
const MORE = /比例|得分=|[×*](?!100%)|扣\d|每/;

const percentsIn = (words: string): readonly number[] => [...new Set([...words.replace(/[×*]100%/g, '').matchAll(/(\d+(?:\.\d+)?)%/g)].map(([, percent]) => Number(percent)))];

/** What a rate (in percent) leaves of `weight`: by the full percent or by parts of it, as the words leave open; null where they do not tell it for certain. */
export function pointsLeft(texts: Iterable<string>, rates: readonly Decimal[], weight: Decimal): StepPoints | null {
  for (const text of texts) {
    const found = text.includes('每') ? deductionIn(compact(normalise(text).replaceAll('\n', ';'))) : null;
    if (!found) continue;
    const { from, by, every, full, below, words } = found;
    if (full.some((points) => !weight.eq(points)) || rates.some((rate) => below.some((percent) => rate.lt(percent)))) return null;
    // 低于80%的，每低1%扣0.5分 does not say that 90% gets all of them.
    if (!/满分|得\d/.test(words) && rates.some((rate) => rate.gte(from))) return null;
    const [lowest, highest] = [rates.reduce((a, b) => (a.lt(b) ? a : b)), rates.reduce((a, b) => (a.gt(b) ? a : b))];
    const left = (rate: Decimal, full: (steps: number) => number): Decimal => {
      const points = weight.minus(decimal(full(Math.max(0, from.minus(rate).div(every).toNumber()))).times(by));
      return points.gt(0) ? points : ZERO;
    };
    return { low: left(lowest, Math.ceil), high: left(highest, Math.floor), words };
  }
  return null;
}

interface Deduction {
  /** In percent: what still gets all points. */
  readonly from: Decimal;
  readonly by: Decimal;
  readonly every: number;
  /** 得10分: full marks by the words. */
  readonly full: readonly number[];
  /** Percents that are named behind it, as in 低于60%不得分. */
  readonly below: readonly number[];
  readonly words: string;
}

function deductionIn(text: string): Deduction | null {
  let lead = '';
  let at = 0;
  for (const sentence of text.split(/[。;]/)) {
    // 执行率100%得10分；每低1%扣0.5分: a sentence that names nothing else goes on about the rate.
    const own = sentence.search(SUBJECT);
    lead = own >= 0 ? sentence.slice(own) : lead === '' || OF_OTHERS.test(sentence) ? '' : `${lead};${sentence}`;
    const found = EVERY.exec(lead);
    at += sentence.length + 1;
    if (!found) continue;
    const [words, every = '', by = ''] = found;
    const before = lead.slice(0, found.index);
    const [from = 100, ...others] = percentsIn(before);
    const behind = lead.slice(found.index + words.length) + text.slice(at);
    if (others.length > 0 || from > 100 || MORE.test(before) || OF_OTHERS.test(before.replace(/预算完成/g, '')) || EVERY.test(behind) && SUBJECT.test(behind)) return null;
    return { from: decimal(from), by: decimal(by), every: STEP[every] ?? 1, full: [...before.matchAll(/[得计给](\d+(?:\.\d+)?)分/g)].map(([, points]) => Number(points)), below: percentsIn(behind), words: lead };
  }
  return null;
}
