// Numerals of automatic numbering, as Word writes them.

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const LEGAL_SIMPLIFIED = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], zero: '零', ten: '壹拾' };
const LEGAL_TRADITIONAL = { digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟'], zero: '零', ten: '壹拾' };
const PLAIN = { digits: '零一二三四五六七八九', units: UNITS, zero: '零', ten: '十' };

interface Counting {
  readonly digits: string;
  readonly units: readonly string[];
  readonly zero: string;
  /** How 10 to 19 begin. */
  readonly ten: string;
}

/** 十, 十一, 二十, 一百零一; plain digits above 9,999. */
function counted(value: number, { digits, units, zero, ten }: Counting): string {
  if (value > 9999) return String(value);
  if (value === 0) return zero;
  let out = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = out !== '';
    else {
      out += (gap ? zero : '') + (digits[digit] ?? '') + (units[place] ?? '');
      gap = false;
    }
  }
  return value >= 10 && value < 20 ? ten + out.slice(2) : out;
}

function byDigits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let out = '';
  for (const [size, letters] of ROMAN) for (; rest >= size; rest -= size) out += letters;
  return out;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(value: number): string {
  return value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** A run of characters that Unicode has in order; plain digits outside it. */
function ranged(value: number, ...runs: readonly (readonly [first: number, last: number, code: number])[]): string {
  const run = runs.find(([first, last]) => value >= first && value <= last);
  return run ? String.fromCodePoint(run[2] + value - run[0]) : String(value);
}

function among(value: number, all: string): string {
  return all[value - 1] ?? String(value);
}

function enclosed(value: number): string {
  return ranged(value, [1, 20, 0x2460], [21, 35, 0x3251], [36, 50, 0x32b1]);
}

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map(Object.entries<(value: number) => string>({
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: enclosed,
  decimalEnclosedCircleChinese: enclosed,
  decimalEnclosedParen: (value) => ranged(value, [1, 20, 0x2474]),
  decimalEnclosedFullstop: (value) => ranged(value, [1, 20, 0x2488]),
  ideographEnclosedCircle: (value) => ranged(value, [1, 10, 0x3280]),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: (value) => counted(value, PLAIN),
  chineseCountingThousand: (value) => counted(value, PLAIN),
  taiwaneseCounting: (value) => counted(value, PLAIN),
  taiwaneseCountingThousand: (value) => counted(value, PLAIN),
  japaneseCounting: (value) => counted(value, PLAIN),
  koreanCounting: (value) => counted(value, PLAIN),
  chineseLegalSimplified: (value) => counted(value, LEGAL_SIMPLIFIED),
  ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL),
  japaneseLegal: (value) => counted(value, LEGAL_TRADITIONAL),
  ideographDigital: byDigits,
  japaneseDigitalTenThousand: byDigits,
  taiwaneseDigital: byDigits,
  koreanDigital2: byDigits,
  ideographTraditional: (value) => among(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => among(value, '子丑寅卯辰巳午未申酉戌亥'),
}));

/** A number in one of Word's formats (ST_NumberFormat of ECMA-376, 17.18.59); decimal for every format not known here. */
export function numberWord(value: number, format: string): string {
  return FORMATS.get(format)?.(value) ?? String(value);
}
