// The displayed text of a value under a number format. Common formats are done here, all others by ssf.
import { format as ssfFormat, is_date as ssfIsDate } from 'ssf';
import type { CellValue } from '../../model/grid';
import { fixed, withShownDigits } from './display-digits';

export interface Display {
  text(value: CellValue): string;
  /** Short numbers look as they are typed. */
  readonly isGeneral: boolean;
}

/** Formats of one look are asked for again and again with few values; the cap keeps a large sheet from living twice. */
const CACHE_CAP = 512;
const SIMPLE = /^(#,##)?0(?:\.(0{1,10}))?( ?%)?$/;

function group(text: string): string {
  const point = text.indexOf('.');
  const first = text.startsWith('-') ? 1 : 0;
  let end = point < 0 ? text.length : point;
  let out = text.slice(end);
  for (; end - first > 3; end -= 3) out = `,${text.slice(end - 3, end)}${out}`;
  return text.slice(0, end) + out;
}

/** Simple formats: 0 · 0.00 · #,##0.00 · 0.00% · 0.00 %. Null when the format is none of them. */
function simpleDisplay(code: string): ((value: number) => string) | null {
  const match = SIMPLE.exec(code);
  if (!match) return null;
  const decimals = match[2]?.length ?? 0;
  const percent = match[3] ?? '';
  const grouped = match[1] !== undefined;
  return (value) => {
    const text = fixed(percent === '' ? value : value * 100, decimals);
    return (grouped ? group(text) : text) + percent;
  };
}

/** General shows at most 11 characters of a number; short ones are what JavaScript writes. */
function general(value: number): string {
  const text = String(value);
  const size = Math.abs(value);
  if (text.length <= 11 && (value === 0 || (size >= 1e-4 && size < 1e11))) return text;
  return ssfFormat('General', value);
}

const AROUND_GENERAL = /^((?:"[^"]*"|\\.)*)General((?:"[^"]*"|\\.)*)$/;

/** General between literals of a section, brackets and padding among them. Null for all else. */
function aroundGeneral(body: string): ((value: number) => string) | null {
  const plain = body.replace(/"[^"]*"|\\.|_.|[()]/g, (piece) => (piece.startsWith('_') ? '\\ ' : /^[()]/.test(piece) ? `\\${piece}` : piece));
  const match = AROUND_GENERAL.exec(plain);
  if (!match) return null;
  const [before = '', after = ''] = match.slice(1).map((part) => part.replace(/"([^"]*)"|\\(.)/g, '$1$2'));
  return before + after === '' ? general : (value) => before + general(value) + after;
}

const WRITTEN_POINT = /^[0#](?:\\\.|"\.")([0#]{1,6})(,{0,3})((?:"[^"]*"|\\.)*)$/;

/** A point written as a literal, as in 0!.0,"万": the usual way to show yuan as 万元, of which ssf makes another number. Null for all else. */
function pointDisplay(code: string): ((value: number) => string) | null {
  const match = WRITTEN_POINT.exec(code);
  if (!match) return null;
  const [, zeros = '', commas = '', literals = ''] = match;
  const after = literals.replace(/"([^"]*)"|\\(.)/g, '$1$2');
  return (value) => {
    const digits = fixed(Math.abs(value) / 1000 ** commas.length, 0).padStart(zeros.length + 1, '0');
    return `${value < 0 ? '-' : ''}${digits.slice(0, -zeros.length)}.${digits.slice(-zeros.length)}${after}`;
  };
}

type Condition = (value: number) => boolean;
const CONDITIONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound, '<=': (value, bound) => value <= bound, '>': (value, bound) => value > bound, '>=': (value, bound) => value >= bound, '=': (value, bound) => value === bound, '<>': (value, bound) => value !== bound,
};

function conditionIn(brackets: string): Condition | null {
  const [, sign = '', bound = ''] = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(brackets) ?? [];
  const holds = CONDITIONS[sign];
  return holds ? (value) => holds(value, Number(bound)) : null;
}

/** Which section shows a value: by the sections' conditions, else by its sign. */
function sectionOf(conditions: readonly (Condition | null)[], value: number): number {
  const [first, second] = conditions;
  if (conditions.length < 2) return 0;
  if (!first && !second) return value < 0 ? 1 : value === 0 && conditions.length > 2 ? 2 : 0;
  if (first ? first(value) : value > 0) return 0;
  return conditions.length < 3 || (second ? second(value) : value < 0) ? 1 : 2;
}

interface Section {
  readonly condition: Condition | null;
  /** Null where ssf shows its values. */
  readonly show: ((value: number) => string) | null;
}

/** The sections of a format that are for numbers. */
function sectionsOf(code: string): Section[] {
  const sections = code.replace(/"[^"]*"|\\.|;/g, (piece) => (piece === ';' ? '\n' : piece)).split('\n');
  if (sections.length > 3 || /@/.test((sections.at(-1) ?? '').replace(/"[^"]*"|\\./g, ''))) sections.pop();
  return sections.map((section) => {
    const [, brackets = '', sign = '', body = ''] = /^((?:\[[^\]]*\])*)(-?)(.*)$/.exec(section) ?? [];
    const own = pointDisplay(body) ?? aroundGeneral(body);
    return { condition: conditionIn(brackets), show: own && ((value: number) => sign + own(value)) };
  });
}

/** Sections that ssf does not tell: with a point written as a literal, as in [>=10000]0!.0,"万";0, or with General, as in General;-General;;@. The display gives null where another section shows the value. */
function ownSections(code: string): ((value: number) => string | null) | null {
  if (!code.includes(';')) return null;
  const sections = sectionsOf(code);
  if (sections.every(({ show }) => show === null)) return null;
  const conditions = sections.map(({ condition }) => condition);
  return (value) => {
    const at = sectionOf(conditions, value);
    // A section of its own for what is negative writes its own sign.
    return sections[at]?.show?.(at === 1 && conditions.every((one) => one === null) ? Math.abs(value) : value) ?? null;
  };
}

/** The sign of what is negative, where a condition puts it into the first of several sections: [<100]0.0;0, but not [<0]"负"0. ssf writes none. */
function signOf(code: string): (value: number, text: string) => string {
  const [first, ...rest] = code.includes(';') ? sectionsOf(code) : [];
  const { condition } = first ?? {};
  // A condition that holds for what is negative only stands for the sign.
  const both = rest.length > 0 && condition && [1e-9, 1, 1e9].some((value) => condition(value)) ? condition : null;
  return (value, text) => (both && value < 0 && both(value) && !text.includes('-') ? `-${text}` : text);
}

/** True where numbers are shown as dates or times. */
export function isDateFormat(code: string): boolean {
  return ssfIsDate(forSsf(code));
}

/** General between literals, such as General"分", of which ssf forgets the literals. Null for all else. */
function generalDisplay(code: string): ((value: number) => string) | null {
  return code === '' ? general : AROUND_GENERAL.test(forSsf(code)) ? aroundGeneral(forSsf(code)) : null;
}

/** A literal in quotes or behind a backslash, or what Chinese Excel and WPS write for a backslash: 0!.0,"万" shows 45000 as 4.5万. */
const LITERAL = /"[^"]*"|\\.|!(.)/g;

/** 长日期 and its time: the file names the system's own, whose English look stands behind the tag. In Chinese it is this. */
const LONG_DATE = /\[\$-(?:F800|x-sysdate)\][^;]*/gi;
const LONG_TIME = /\[\$-(?:F400|x-systime)\][^;]*/gi;

/** What Excel shows as it stands and ssf refuses: 年, 元 and ¥ without quotes, as programs write them, and the point of yyyy.mm.dd. Padding (_x, *x) and brackets keep theirs. */
const BARE = /"[^"]*"|[\\_*].|\[[^\]]*\]|[\u0080-\uffff]|(?<=[ymd])\.(?=[ymd])/gi;

/** ssf knows no Chinese noon marks, weekdays, calendar tags and numerals, and General by its English name only: digits stand for numerals, which readers compare anyway. */
function forSsf(code: string): string {
  return code
    .replace(LITERAL, (whole, escaped: string | undefined) => (escaped === undefined ? whole : `\\${escaped}`))
    .replace(LONG_DATE, 'yyyy"年"m"月"d"日"')
    .replace(LONG_TIME, 'h:mm:ss')
    .replace(/"[^"]*"|\\.|a{3,4}/gi, (piece) => (/^a/i.test(piece) ? 'd'.repeat(piece.length) : piece))
    .replace(/G\/通用格式/g, 'General')
    .replace(/\[\$-[0-9A-Fa-f]+\]/g, '')
    .replace(/上午\/下午/g, 'AM/PM')
    .replace(/\[DBNum\d\]/gi, '')
    .replace(BARE, (piece) => (/^[\u0080-\uffff]|^\.$/.test(piece) ? `\\${piece}` : piece));
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** 星期六 for aaaa, and for dddd in a Chinese format; 六 for aaa. */
function withChineseDays(text: string, code: string): string {
  const bare = code.replace(LITERAL, '');
  const long = /a{4}/i.test(bare) || (bare.includes('[$-804]') && /d{4}/i.test(bare));
  if (!long && !/a{3}/i.test(bare)) return text;
  return text.replace(/(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*/g, (_, day: string) => (long ? '星期' : '') + '日一二三四五六'.charAt(DAYS.indexOf(day)));
}

function localise(text: string, code: string): string {
  if (code.includes('上午/下午')) return text.replace('AM', '上午').replace('PM', '下午');
  return withChineseDays(text, code);
}

/** The next number beyond one with 15 digits: ssf rounds the binary value, of which 1.005 lies below the tie that Excel sees. */
function beyondTie(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 1e15 ? value : Number(value.toPrecision(15)) * (1 + Number.EPSILON);
}

/** How strings look: null as they are; else through their own section of the format. */
function textSection(code: string): string | null {
  if (code === 'General' || code === '@') return null;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '');
  const sections = bare.split(';').length;
  const own = sections > 3 ? bare.split(';')[3] ?? '' : bare;
  if (sections <= 3) return sections === 1 && bare.includes('@') ? code : null;
  // Padding alone (accounting formats) is no content.
  return own.trim() === '@' && !/"[^"]*"[^;]*$/.test(code.slice(code.lastIndexOf(';'))) ? null : code;
}

/**
 * A display for one number format.
 * @param code as stored in the file
 * @param date1904 the workbook counts days from 1904
 */
export function displayFor(code: string, date1904: boolean): Display {
  const cleaned = forSsf(code);
  const simple = generalDisplay(code) ?? simpleDisplay(code) ?? pointDisplay(cleaned);
  const strings = textSection(code);
  const isDate = simple === null && ssfIsDate(cleaned);
  const sections = simple || isDate ? null : ownSections(cleaned);
  const signed = simple || isDate ? null : signOf(cleaned);
  // A format that begins with General is nothing else to ssf.
  const known = sections ? `""${cleaned}` : cleaned;
  const cache = new Map<number | string, string>();
  const viaSsf = (value: number | string): string => {
    const shown = cache.get(value);
    if (shown !== undefined) return shown;
    let text: string;
    try {
      text = localise(typeof value === 'number' && !isDate ? ssfFormat(withShownDigits(known, value), beyondTie(value)) : ssfFormat(known, value, { date1904 }), code);
      if (typeof value === 'number' && signed) text = signed(value, text);
    } catch {
      // A format that nobody can read: the plain number is what the user may still recognise.
      text = typeof value === 'number' ? general(value) : value;
    }
    if (cache.size < CACHE_CAP) cache.set(value, text);
    return text;
  };
  const numbers = simple ?? ((value: number) => sections?.(value) ?? viaSsf(value));
  return {
    isGeneral: simple === general,
    text(value) {
      if (typeof value === 'string') return strings === null ? value : viaSsf(value);
      if (typeof value === 'number') return numbers(value);
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      return value === null ? '' : value.error;
    },
  };
}
