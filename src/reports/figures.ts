// Figures as they stand in a text: amounts, rates, scores, counts and dates with value, unit and how exact they mean to be.
import { decimal, type Decimal } from '../model/decimal';

export type TokenKind = 'amount' | 'rate' | 'points' | 'score' | 'count' | 'date' | 'year' | 'bare';

export interface FigureToken {
  /** In the plain text; the unit is inside. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Amounts in 元, rates in percent, 万 of counts multiplied in; a year as a number; a date as month ÷ day in `month` and `day`. */
  readonly value: Decimal;
  /** As written: 万元, %, 人; '' when none is. */
  readonly unit: string;
  /** What was multiplied in. */
  readonly scale: number;
  /** Digits after the point as written. */
  readonly decimals: number;
  /** 约, 余, 近, 以上 and the like stand beside it: not a value to calculate with. */
  readonly approximate: boolean;
  /** An end of a range or an operand of a formula written out. */
  readonly partial: boolean;
  readonly month: number | null;
  readonly day: number | null;
}

const NUMBER = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/g;
const MONEY = /(余|多|来)?(千万|百万|十万|亿|万|千|百)?(余|多|来)?元/y;
const BARE_SCALE = /(亿|万)(余|多)?(?=[，。；、)\n,]|$)/y;
const PERCENT = /%|个?百分点/y;
const SCORE = /分(?![钟别之公局会管析成布配类批期级组园院店校厂支行队部馆解享工散担包流])/y;
const COUNTED = /(余|多|来)?(万|亿|千|百)?(余|多|来)?(人\/?次|毫克\/立方米|微克\/立方米|公里\/小时|农户|牧户|住户|剂次|户次|件次|卷次|场次|批次|车次|班次|课时|学时|公里|千米|分钟|秒|平方米|立方米|平方公里|公顷|千瓦时|千瓦|兆瓦|页|卷|小时|人|名|位|个|次|场|家|户|项|件|份|册|台|套|辆|村|所|处|座|亩|㎡|米|吨|篇|期|批|条|宗|起|例|幅|副|只|枚|羽|头|株|棵|支|张|块|笔|本|部|类|种|天|岁|队|组|班|种|艘|艇|轮|屏|对|盒|桶|袋|床|幕|盏|根|口|眼|间|栋|幢|方|升|斤|公斤|千克)/y;
const OPERATOR = /[×*÷/=+]/;
const SCALES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
/** No figure of a report has more digits; what has is no figure. */
const MOST_DIGITS = 18;
/** A paragraph with more of them is no prose: what comes behind is left aside. */
const MOST_NUMBERS = 800;
/** 节约6万元 is exact. */
const LOOSE_BEFORE = /(?:(?<![节预合集签契违条公履续])约|近|将近|接近|超过?|逾|不足|不到|不超过|至少|不低于|不少于|不高于|达到?了?近|高于|低于|多于|少于|突破|≥|≤|>|<|=?≥|上下)$/;
const LOOSE_AFTER = /^(?:[(（]?含[)）]?)?(?:以上|以内|以下|左右|上下|多(?!\d)|余)/;

/** Every figure of a plain text, in order. Linear. */
export function figuresIn(text: string): readonly FigureToken[] {
  const found: FigureToken[] = [];
  let numbers = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (++numbers > MOST_NUMBERS) break;
    const token = tokenAt(text, match.index, match[1] ?? '', match[2] ?? '');
    if (token) found.push(token);
  }
  return found;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, start: number, whole: string, fraction: string): FigureToken | null {
  const after = start + whole.length + fraction.length;
  if (after - start > MOST_DIGITS || isNoFigure(text, start, after, fraction === '')) return null;
  const found = measuredAt(text, start, after, fraction === '' ? Number(whole) : null);
  if (found === null) return null;
  const { kind, end, unit, scale, month, day } = found;
  const before = text.charAt(start - 1);
  const negative = before === '-' && !/[\d%年月日元]/.test(text.charAt(start - 2));
  const value = decimal(`${negative ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`).times(scale);
  return {
    start: negative ? start - 1 : start, end, kind, value, unit, scale, decimals: Math.max(0, fraction.length - 1),
    partial: isRange(text, start, after) || OPERATOR.test(before) || OPERATOR.test(text.charAt(after)), month, day,
    approximate: found.loose || LOOSE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) || LOOSE_AFTER.test(text.slice(end, end + 6)),
  };
}

/** A part of a word or of a document's number, or the number of an item. */
function isNoFigure(text: string, start: number, after: number, isWhole: boolean): boolean {
  return /[A-Za-z.第〔[<《]/.test(text.charAt(start - 1)) || /[A-Za-z号届〕]/.test(text.charAt(after)) || isWhole && isListNumber(text, start, after);
}

/** What a number counts, by the unit behind it. */
interface Measured {
  readonly kind: TokenKind;
  /** Behind the unit. */
  readonly end: number;
  readonly unit: string;
  readonly scale: number;
  /** 余, 多 and the like stand inside the unit. */
  readonly loose: boolean;
  readonly month: number | null;
  readonly day: number | null;
}

const measured = (kind: TokenKind, end: number, unit = '', scale = 1, loose = false): Measured => ({ kind, end, unit, scale, loose, month: null, day: null });

/** `whole`: its value where it has no fraction. Null for a year or a month that makes no date. */
function measuredAt(text: string, start: number, after: number, whole: number | null): Measured | null {
  const money = sticky(MONEY, text, after);
  if (money) return measured('amount', MONEY.lastIndex, `${money[2] ?? ''}元`, scaleOf(money[2]), isLoose(money));
  const percent = sticky(PERCENT, text, after);
  if (percent) return measured(percent[0] === '%' ? 'rate' : 'points', PERCENT.lastIndex, percent[0]);
  const date = whole === null ? null : dateAt(text, start, after, whole);
  if (date) return date;
  if (/[年月日]/.test(text.charAt(after))) return null;
  if (sticky(SCORE, text, after)) return measured('score', SCORE.lastIndex, '分');
  const counted = sticky(COUNTED, text, after);
  if (counted) return measured('count', COUNTED.lastIndex, counted[4] ?? '', scaleOf(counted[2]), isLoose(counted));
  const scaled = sticky(BARE_SCALE, text, after);
  return scaled ? measured('bare', BARE_SCALE.lastIndex, scaled[1] ?? '', scaleOf(scaled[1]), scaled[2] !== undefined) : measured('bare', after);
}

const scaleOf = (word: string | undefined): number => SCALES[word ?? ''] ?? 1;

/** 余, 多, 来 before or behind 万. */
const isLoose = (match: RegExpExecArray): boolean => match[1] !== undefined || match[3] !== undefined;

/** 1、 (1) 1. at the beginning of a clause numbers what follows. */
function isListNumber(text: string, start: number, after: number): boolean {
  const before = text.charAt(start - 1);
  const next = text.charAt(after);
  if (before === '(' && next === ')' && after - start <= 2) return true;
  const opens = before === '' || '。；：，！？\n)'.includes(before);
  return opens && after - start <= 2 && /[、.)]/.test(next) && !/\d/.test(text.charAt(after + 1));
}

function isRange(text: string, start: number, after: number): boolean {
  const back = text.slice(Math.max(0, start - 2), start);
  const ahead = text.slice(after, after + 3);
  // 10万至50万元
  return /[\d%元年月日][-~至到]$|万[-~至]$/.test(back) || /^[%元年月日]?[-~至到]\d/.test(ahead);
}

function dateAt(text: string, start: number, after: number, value: number): Measured | null {
  const next = text.charAt(after);
  if (next === '年' && after - start === 4 && value >= 1949 && value <= 2099) {
    const rest = /^年(\d{1,2})月(?:(\d{1,2})[日号])?/.exec(text.slice(after, after + 8));
    if (rest) return { ...measured('date', after + rest[0].length), month: Number(rest[1]), day: rest[2] === undefined ? null : Number(rest[2]) };
    return measured('year', after + 1);
  }
  if (next !== '月' || after - start > 2 || text.charAt(start - 1) === '年') return null;
  const rest = /^月(?:(\d{1,2})[日号])/.exec(text.slice(after, after + 5));
  return rest ? { ...measured('date', after + rest[0].length), month: value, day: Number(rest[1]) } : null;
}
