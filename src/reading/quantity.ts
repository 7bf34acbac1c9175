// Quantities as tables write them: "≧2万人次", "不少于800篇", "98.25", "2022年12月底前", "持续提升".
import { begins } from '../model/characters';
import { decimal, type Decimal } from '../model/decimal';
import type { DateReading, Operator, Quantity, Reading } from '../model/quantity';
import { remembered } from './memo';
import { compact, isDash, isEllipsis, normalise, roundBrackets } from './text';

const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:≥|>=|=>|≮|(?:大于|高于|多于)(?:或者?)?等于|不(?:得|能|应)?[少低小]于|至少|最少|达到|达|完成)/, '>='],
  [/^(?:≤|<=|=<|≯|(?:小于|低于|少于)(?:或者?)?等于|不(?:得|能|应)?(?:超过|高于|大于|多于)|至多|最多|控制在)/, '<='],
  // 》95%: what a Chinese keyboard types for >, which those who write it mean to be reached as well. 《…》 is a title.
  [/^[》〉]=?(?=[\d+-]|$)/, '>='],
  [/^[《〈]=?(?=[\d+-]|$)(?!.*[》〉])/, '<='],
  [/^(?:>|大于|超过|高于|多于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];
/** The first characters of all of them. */
const mayBeginOperator = begins('≥≤≮≯><=》〉《〈大小不至达完最控超高多低少等');
/** 平均18小时, 共45人次, 实际完成45人次: words that leave the figure as it is. */
const PLAIN_WORDS = /^(?:平均|(?:全年|本年)?(?:共计?|实际|已)?(?:完成)?)(?=\d)/;
/** 稳定在25万吨以上, 降低到5%以下: the limit is what counts. Without one 提高到95% may be the very figure. */
const LEVEL = /^(?:稳定|稳步|保持|维持|巩固|提[升高]|增[加长]|降低?|下降|减少|压减|压缩|缩短)+[在到至](?=\d[\d.,]*[^\d]*(?:以[上内下]|之内)$)/;
/** The first characters of everything that is read as more than words. */
const mayBeginFigure = begins('+-≥≤≮≯><=》〉《〈大小不至达完最控超高多低少等平全本共实已稳保维巩提增降下减压缩', [['0', '9']]);
const SUFFIXES: readonly (readonly [RegExp, Operator])[] = [
  [/(?:\(含\))?(?:及|或)?以上$/, '>='],
  [/(?:\(含\))?(?:及|或)?(?:以下|以内|之内)$|(?<=小时|\dh|分钟|天|工作日|\d日|周|个月|年|秒)内$/, '<='],
  // 30分钟内到场, 3个工作日内办结: what is done by then.
  [/(?<=小时|\dh|分钟|天|工作日|\d日|周|个月|年|秒)[以之]?内(?:全部)?(?:完成|办[结理]|响应|到[场达位]|赶到|修复|处[置理]|解决|送达|回复|答复|反馈|出[警动车]|发放|拨付|支付|上报|报送|提交|交付|供货|到货|抢修|恢复|审[批核]|验收|受理|整改|启动)(?:到位|完成|完毕|现场)?$/, '<='],
];
/** Figures from here on, more than fifteen digits before the point, are an account or a code: no table counts so far, and no computer exactly. */
export const UNCOUNTED = 1e15;
const NUMBER = '[+-]?(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d+)?(?!\\d)';
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const QUANTITY = new RegExp(`^(${NUMBER})\\s*(万|亿)?\\s*([^\\d\\s=<>≥≤,，。;；:：]{0,14}(?:\\d?[^\\d\\s=<>≥≤,，。;；:：]{0,6}))?$`);
const RANGE = new RegExp(`^(${NUMBER})([^\\d~至\\-—]*)(?:~|至|-|—|到)+(${NUMBER})(.*)$`);
/** 100±2%: both sides of a figure. */
const AROUND = new RegExp(`^(${NUMBER})([^\\d±]*)±(${NUMBER})(.*)$`);
/** What is said in brackets behind a unit: ≥95%（含）, 99.98%（全国第三）. 5（天） is the unit itself, 元/（人·月） a part of it. */
const REMARK = /(?<=[^\d(/万亿])\((?![^()]*\/)[^()]*[\u4e00-\u9fa5][^()]*\)$/;
const DEADLINE = '(?:日|号)?(?:底|末|初|中旬|上旬|下旬)?(?:之?前|以前|完成|内|底前|止)?(?:全部)?(?:完成|结束|执行完毕|完工|竣工|建成|开工|启动|交付|上线|投用|投入使用|发放|拨付|支付|下达|报送|上报|印发)?(?:完成|完毕|到位)?';
const DATES: readonly RegExp[] = [
  new RegExp(`^(\\d{4})年(?:度)?(?:(\\d{1,2})月(?:份)?(?:(\\d{1,2}))?)?${DEADLINE}$`),
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:日)?(?:之?前|以前|完成)?$/,
];
/** 12.31前: month and day, since no amount is 前. */
const MONTH_POINT_DAY = /^(\d{1,2})\.(\d{1,2})(?:日|号)?(?:之前|以前|前)(?:完成)?$/;
const MONTH_ONLY = new RegExp(`^(\\d{1,2})月(?:份)?(?:(\\d{1,2}))?${DEADLINE}$`);

function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
}

/** Normalises a unit's spelling: · and * in compound units, brackets around it. */
function unitOf(text: string): string {
  return text.replace(/^[(（]|[)）]$/g, '').replace(/[*·•.]/g, '·').replace(/^·|·$/g, '').trim();
}

/** Reads a bare quantity without operator ("2万人次", "215,457.6", "98.25%"); null when the text is anything else. Expects normalised text. */
export function readBareQuantity(text: string, operator: Operator | null = null): Quantity | null {
  const match = QUANTITY.exec(text);
  if (!match) return perMany(text, operator);
  const [, digits = '', scaleName, rest = ''] = match;
  // "12.5.3" or "3-4" end up in the unit part; a unit never starts with a digit's neighbour.
  if (/^[.\-+~/]/.test(rest) || /^(?:年|月)/.test(rest) && scaleName === undefined && /^(?:年|月)[^/度均]/.test(rest)) return perMany(text, operator);
  const scale = scaleName === undefined ? 1 : (SCALES[scaleName] ?? 1);
  const number = digits.replaceAll(',', '');
  // 1e3 is typed by programs, never by people: better not read than read as 1.
  if (/^e[+-]?\d/i.test(rest)) return null;
  return { value: decimal(number).times(scale), unit: unitOf(rest), scale, operator, decimals: decimalsOf(number) };
}

const PER_MANY = new RegExp(`^(${NUMBER})/(10万|十万|1000|千|万)人?$`);
const MANY: Readonly<Record<string, string>> = { 十万: '10万', 千: '1000' };

/** 孕产妇死亡率 18/10万. */
function perMany(text: string, operator: Operator | null): Quantity | null {
  const [, digits = '', many = ''] = PER_MANY.exec(text) ?? [];
  return digits === '' ? null : { value: decimal(digits.replaceAll(',', '')), unit: `/${MANY[many] ?? many}`, scale: 1, operator, decimals: decimalsOf(digits) };
}

const DIGITS = '零一二三四五六七八九';
const PERCENT_IN_WORDS = /百分之(?:(一?百)|([二三四五六七八九]?)(十)([一二三四五六七八九]?)|([一二三四五六七八九])|(\d+(?:\.\d+)?))(?![一二三四五六七八九十百点.\d])/g;

/** 百分之九十五 is 95%; text that says none stays as it is. */
function percentInFigures(text: string): string {
  if (!text.includes('百')) return text;
  return compact(text).replace(PERCENT_IN_WORDS, (_all: string, ...[hundred, tens, ten, ones, one, figures]: readonly (string | undefined)[]) => {
    if (figures !== undefined) return `${figures}%`;
    if (hundred !== undefined) return '100%';
    const digit = (name: string | undefined): number => (name ? DIGITS.indexOf(name) : 0);
    return `${String((ten === undefined ? 0 : (tens ? digit(tens) : 1) * 10) + digit(one ?? ones))}%`;
  });
}

/** ￥1,900.00. */
function withoutCurrency(text: string): string {
  return text.startsWith('￥') || text.startsWith('¥') ? text.slice(1).trimStart() : text;
}

/** Reads a text with or without operator as one quantity; null when it is none. */
export function readQuantity(raw: string): Quantity | null {
  const text = percentInFigures(withoutCurrency(normalise(raw)));
  if (!mayBeginFigure(text)) return null;
  const reading = readFigures(text);
  if (reading.kind === 'quantity') return reading.quantity;
  // 2004.01 is a month as a deadline and an amount in a column of amounts: asked for a quantity, it is one.
  return reading.kind === 'date' && /^\d{4}\.\d{1,2}$/.test(compact(text)) ? readBareQuantity(compact(text)) : null;
}

/** 2010.5 and 1958.9 are amounts: a year and month so written are of about our time, or the month has its nought. */
const POINTED = /^(\d{4})\.(?:[1-9]|1[0-2])$/;
const POINTED_YEARS = { first: 2015, last: 2039 };

function isAmount(text: string): boolean {
  const year = Number(POINTED.exec(text)?.[1] ?? POINTED_YEARS.first);
  return year < POINTED_YEARS.first || year > POINTED_YEARS.last;
}

function readDate(text: string): DateReading | null {
  if (isAmount(text)) return null;
  for (const pattern of DATES) {
    const match = pattern.exec(text);
    if (match) return checkedDate(Number(match[1]), match[2], match[3]);
  }
  const point = MONTH_POINT_DAY.exec(text);
  if (point) return checkedDate(null, point[1], point[2]);
  const month = MONTH_ONLY.exec(text);
  return month && /月(?:份)?(?:\d|底|末|初|前|以前|之前|中|上|下|完)/.test(text) ? checkedDate(null, month[1], month[2]) : null;
}

function checkedDate(year: number | null, month: string | undefined, day: string | undefined): DateReading | null {
  const m = month === undefined ? null : Number(month);
  const d = day === undefined ? null : Number(day);
  if (year !== null && (year < 1949 || year > 2099)) return null;
  if (m !== null && (m < 1 || m > 12)) return null;
  if (d !== null && (d < 1 || d > 31)) return null;
  return { year, month: m, day: d };
}

/** Splits a leading operator off; words such as 不少于 count as one. */
export function splitOperator(text: string): { readonly operator: Operator | null; readonly rest: string } {
  if (!mayBeginOperator(text)) return { operator: null, rest: text };
  for (const [pattern, operator] of OPERATORS) {
    const match = pattern.exec(text);
    if (match) return { operator, rest: text.slice(match[0].length).trim() };
  }
  return { operator: null, rest: text };
}

const BLANK: Reading = { kind: 'blank' };
const WORDS: Reading = { kind: 'words' };
const MIXED: Reading = { kind: 'mixed' };

/** What a displayed text says: quantity, range, date, words, or a mixture that was not understood. Never guesses. */
export function readText(raw: string): Reading {
  const text = percentInFigures(withoutCurrency(normalise(raw)));
  // Names and sentences come through here as well, most of them new ones: their first character tells them apart.
  return mayBeginFigure(text) ? readFigures(text) : readWords(compact(text));
}

function readWords(text: string): Reading {
  if (text === '' || isDash(text) || isEllipsis(text)) return BLANK;
  return /\d/.test(text) ? MIXED : WORDS;
}

const readFigures = remembered((normalised: string): Reading => {
  const said = compact(normalised);
  const text = (said.startsWith('完成') ? said : said.replace(PLAIN_WORDS, '').replace(LEVEL, '')).replace(/(?<=.)[。;]$/, '');
  const asWords = readWords(text);
  if (asWords !== MIXED) return asWords;
  const { operator, rest } = splitOperator(text);
  if (!/^[+-]?\d/.test(rest)) return MIXED;
  const date = readDate(rest);
  if (date) return { kind: 'date', date, operator };
  // ≥6%左右 is a limit all the same; 200人左右 is none, and 198人 answers it.
  let body = (operator !== null && rest.endsWith('左右') ? rest.slice(0, -2) : rest).replace(REMARK, '');
  let suffixed: Operator | null = null;
  for (const [pattern, op] of SUFFIXES) {
    if (pattern.test(body)) {
      body = body.replace(pattern, '');
      suffixed = op;
      break;
    }
  }
  const around = AROUND.exec(body);
  if (around) return rangeAround(around) ?? MIXED;
  const range = RANGE.exec(body);
  if (range) {
    const low = readBareQuantity((range[1] ?? '') + (range[2] || (range[4] ?? '')), '>=');
    const high = readBareQuantity((range[3] ?? '') + (range[4] ?? ''), '<=');
    if (low && high && low.value.lte(high.value)) return { kind: 'range', low, high };
  }
  const quantity = readBareQuantity(body, operator ?? suffixed);
  return quantity ? { kind: 'quantity', quantity } : MIXED;
});

function rangeAround([, middle = '', unit = '', spread = '', last = '']: readonly string[]): Reading | null {
  const [center, apart] = [readBareQuantity(middle + (unit || last)), readBareQuantity(spread + (last || unit))];
  if (!center || !apart || center.unit !== apart.unit) return null;
  return { kind: 'range', low: { ...center, operator: '>=', value: center.value.minus(apart.value) }, high: { ...center, operator: '<=', value: center.value.plus(apart.value) } };
}

/** 百分比, 百分点 and the like are percent. */
export const plainUnit = (unit: string): string => (unit === '' || unit === '%' ? unit : knownUnit(unit));

const knownUnit = remembered((unit: string): string => {
  // %（百分比）, 公里（km）: the same said twice. 元（人/月） is another unit.
  const plain = unit.replace(/^([^()\s]{1,6})\([^()/每*·]{1,6}\)?$/, '$1');
  return /^(?:%|百分比|百分之|个?百分点|pct)$|^%(?:[全已均按时期量面部都]{0,3})(?:达标|达到|合格|完成|覆盖|到位|满意|通过|完好|及时|落实|整改|办结|发放|拨付|支付|兑付|执行|验收)+$/i.test(plain) ? '%' : plain.replace(/^个?人次$/, '人次');
});

/** True when two quantities may be compared: the same unit, or one of them writes none. */
export function commensurable(a: Quantity, b: Quantity): boolean {
  const x = plainUnit(a.unit);
  const y = plainUnit(b.unit);
  return x === y || x === '' || y === '';
}

/** How many times one figure may be the other and still be taken for the same unit when one of them writes none. */
export const MOST_APART = 20;

/** True where two figures may measure the same thing in one unit. */
export function plausible(a: Decimal, b: Decimal, most = MOST_APART): boolean {
  if (a.isZero() || b.isZero()) return true;
  const ratio = a.div(b);
  return ratio.gte(decimal(1).div(most)) && ratio.lte(most);
}

/** The same quantity expressed in the unit that a 度量单位 cell names ("万元" multiplies, "%" only names); the 万 of "2万" is said already. */
export function inUnit(quantity: Quantity, unitText: string): Quantity {
  if (quantity.unit !== '' || unitText === '') return quantity;
  const unit = compact(normalise(unitText));
  if (unit === '' || unit === '无' || isDash(unit)) return quantity;
  const match = /^(万|亿)(.*)$/.exec(unit);
  const scale = match && quantity.scale === 1 ? (SCALES[match[1] ?? ''] ?? 1) : 1;
  return { ...quantity, value: quantity.value.times(scale), unit: unitOf(match?.[2] ?? unit), scale: quantity.scale * scale };
}

/** (15) or （15分） in a column of points, as headers write them; 9（扣1分） and 10分（满分）. */
export function bracketedPoints(raw: string): Quantity | null {
  const match = /^\((\d+(?:\.\d+)?)分?\)$|^(\d+(?:\.\d+)?)分?\([^()]*[\u4e00-\u9fa5][^()]*\)$/.exec(compact(normalise(raw)));
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? null : readBareQuantity(digits);
}

/** Points in a label such as "产出指标\n(50分)" or "预算执行情况（10 分）"; null without them. */
export function declaredPoints(label: string): Decimal | null {
  const text = roundBrackets(compact(normalise(label)));
  const [, before = '', inside = ''] = /^(.*)\(([^()]*)\)$/.exec(text) ?? [];
  if ((inside.match(/\d分/g)?.length ?? 0) > 1) return ofWhole(before, inside);
  const match = /\((?:共|满分|权重|分值)?:?(\d+(?:\.\d+)?)(?:分|%)?\)$|[(:](\d+(?:\.\d+)?)分[*)]|(?<![\d.])(\d+(?:\.\d+)?)分\)?$/.exec(text);
  const digits = match?.[1] ?? match?.[2] ?? match?.[3];
  return digits === undefined ? null : decimal(digits);
}

/** 目标完成（50分，附加分5分）, 数量指标（每项5分，共20分）, 产出指标40分（数量20分，质量20分）: of several points in a bracket the sum, the first, or those before it are the label's own; null where all are of its parts. */
function ofWhole(before: string, inside: string): Decimal | null {
  const digits = (/(?:共计?|合计|满分):?(\d+(?:\.\d+)?)分/.exec(inside) ?? /^(?:权重|分值)?:?(\d+(?:\.\d+)?)分[,、;]/.exec(inside) ?? /(?<![\d.])(\d+(?:\.\d+)?)分$/.exec(before))?.[1];
  return digits === undefined ? null : decimal(digits);
}
