// How an actual answers its target: one verdict per line, so that no two rules report the same answer.
import type { Operator, Quantity } from '../model/quantity';
import { remembered } from '../reading/memo';
import { plainUnit } from '../reading/quantity';
import { compact } from '../reading/text';
import type { Entry, Indicator, Table, Target } from '../model/table';
import { staysAtNone } from '../scoring/quantitative';
import { given } from './indicator-facts';
import { perTable } from './per-table';
import { isExplanation } from './reasons';

/**
 * copied-operator: "≥266米" as a result · signed: "≥90%" for another figure or words · equals-weight: target and actual repeat the points · impossible: 290 % satisfied ·
 * impossible-target: the same as a target · restated: "达成目标值" for a number · percent-for-words: 100 % for 持续提升 · other-unit · shifted: 19.5 beside a limit of 1950 · words-for-number · number-for-date · date-for-number
 */
export type Answer =
  | 'copied-operator' | 'signed' | 'equals-weight' | 'impossible' | 'impossible-target' | 'restated' | 'percent-for-words'
  | 'other-unit' | 'shifted' | 'words-for-number' | 'number-for-date' | 'date-for-number' | 'sound';

const OPERATOR_FIRST = /^(?:≥|≤|>=|<=|>|<|不少于|不低于|不超过|不高于|大于等于|小于等于)/;
/** 负增长 answered with -1.2%, 下降 with 6.8%: by how much. 下降 with 100% says nothing. */
const CHANGES = /增长|增加|提高|提升|上升|下降|减少|降低|压减/;
const MOST_CHANGED = 50;
/** 不超过预算 and 不低于上年 are words like any others: a limit to be measured has a figure. */
const FIGURE = /[\d一二两三四五六七八九十百零]/;
const WRITTEN_OUT = /^[一二两三四五六七八九十壹贰叁]{1,3}[个次份期场套处座条项名人家批台辆]/;
/** 九成以上, 过半 and 绝大多数 are shares. */
const SHARES = /[一二三四五六七八九]成|过半|[一多]半|半数|[一二三四五六七八九十百千]分之|^(?:绝?大)?多数|^大部分/;
export const ALL_OF_IT = /^(?:已|实现|达到|做到)*(?:全(?:部|面|员)?覆盖|应(.)尽\1)|^(?:已|均已?)?全[部额](?:完成|达标|合格|办结|到位|发放|支付|拨付|整改|落实|通过)?(?:到位|验收)?[。.]?$/;
/** 合格, 按时完成: 100% of what is counted is so. */
const SO_OR_NOT = /^(?:质量|验收|竣工|检[测验]|考核|均|确保|保证|做到)*(?:合格|达标|完整|齐全|准确|完好|到位|通过|(?:及时|按[时期]|如期|[足全]额)+(?:到位|完成|完工|发放|支付|拨付|兑付|缴纳|办[结理]|处理|[上申]报|报送|开展|实施|交付)?)$/;
/** A name that asks for a share, and what cannot be answered by how large it is: 满意度 | 显著提升. */
const ASKS_SHARE = /(?:率|满意度|知晓度|比例|占比|覆盖面)$/;
const OF_CHANGE = /增|升|提|扩大|改善|改进|下降|降低|减少|持续|逐|不断|[显明]/;
const RESTATED = /^(?:已|均已?|全部|基本|圆满)?(?:按[期时])?(?:达成|完成|达到|实现|达标)(?:了)?(?:全部|预期|年度|年初|设定)?(?:目标|指标|任务|要求)?值?[。.]?$/;
const NOT_DONE = /^(?:尚|均|项目)?未(?:能)?(?:开展|实施|启动|完成|实现|执行|组织|建成)|^(?:已)?(?:取消|暂停|停止)/;
const NOT_YET = /^(?:项目|工程)?(?:正在|尚未|尚在|暂未|仍未|未|待|在建|建设中|进行中)/;
const NOT_ASKED = /不适用|不涉及|不考核|不作考核|无需/;
/** Shares that cannot pass 100 %. 完成率 and 增长率 can. */
const BOUNDED_SHARE = /满意|合格率|覆盖率|及时率|准确率|达标率|知晓率|合规率|普及率|入学率|参保率|验收率/;

export function isBoundedShare(name: string): boolean {
  return BOUNDED_SHARE.test(name);
}

/** The lines whose answer is not sound: few in most tables, and asked for by seven rules. */
const faultyAnswers = perTable((table): ReadonlyMap<Indicator, Answer> => {
  const faulty = new Map<Indicator, Answer>();
  for (const indicator of table.indicators) {
    const answer = judged(table, indicator);
    if (answer !== 'sound') faulty.set(indicator, answer);
  }
  return faulty;
});

/** How a line of this table answers its target. */
export function answerOf(table: Table, indicator: Indicator): Answer {
  return faultyAnswers(table).get(indicator) ?? 'sound';
}

function judged(table: Table, indicator: Indicator): Answer {
  const { actualEntry, targetEntry, target, actual } = indicator;
  if (indicator.placeholder || !given(actualEntry) || !given(targetEntry) || actual.kind === 'blank' || target.reading.kind === 'blank') return 'sound';
  if (copiesOperator(actualEntry) && !signedByForm(table).has(indicator)) return copiesFigure(indicator) ? 'copied-operator' : 'signed';
  return repeatsWeight(table, indicator) ? 'equals-weight' : compared(indicator, targetEntry, actualEntry);
}

/** False where the figure behind the sign is not the target's: then it was not copied from there. */
function copiesFigure({ target: { quantity }, actual }: Indicator): boolean {
  return quantity !== null && actual.kind === 'quantity' ? quantity.value.eq(actual.quantity.value) || quantity.value.eq(actual.quantity.value.div(actual.quantity.scale)) : quantity !== null || actual.kind !== 'quantity';
}

/** So many lines show what the form does. */
const SIGNED = 3;

/** The lines of ≥120公里 | ≥121.5公里, ≤4元 | ≤3.9元: a form that writes the sign of the target before every result, with figures of their own behind it. */
const signedByForm = perTable(({ indicators }): ReadonlySet<Indicator> => {
  const measured = indicators.filter(({ target, actual }) => target.operator !== null && target.quantity !== null && actual.kind === 'quantity');
  const signed = measured.filter(({ target, actual }) => actual.kind === 'quantity' && actual.quantity.operator === target.operator);
  const apart = signed.filter(({ target: { quantity }, actual }) => actual.kind === 'quantity' && quantity?.value.eq(actual.quantity.value) === false);
  return new Set(signed.length >= SIGNED && signed.length === measured.length && apart.length * 2 > signed.length ? signed : []);
});

/** What is asked for decides what can answer it: words and dates first, then figures. */
function compared(indicator: Indicator, targetEntry: Entry, actualEntry: Entry): Answer {
  const { target, actual } = indicator;
  const want = target.quantity;
  const got = actual.kind === 'quantity' ? (indicator.actualQuantity ?? actual.quantity) : null;
  const beyond = pastAll(want, got);
  if (beyond !== null && isBoundedShare(indicator.name.text)) return beyond;
  if (target.reading.kind === 'words') return got && percentSaysNothing(got, targetEntry, actualEntry, compact(indicator.name.text)) ? 'percent-for-words' : 'sound';
  if (target.reading.kind === 'date') return got && NEVER_WHEN.has(dimension(got)) ? 'number-for-date' : 'sound';
  if (actual.kind === 'words') return isMeasurable(target, targetEntry) ? answerInWords(indicator, compact(actualEntry.text)) : 'sound';
  if (!want) return 'sound';
  if (actual.kind === 'date' && actual.date.year !== null) return 'date-for-number';
  return got && actual.kind === 'quantity' ? answerInFigures(want, got, actual.quantity, indicator) : 'sound';
}

/** ≥266米 as a result; ≥266米（实际270米） tells what was reached as well. */
function copiesOperator({ text }: Entry): boolean {
  return OPERATOR_FIRST.test(text) && FIGURE.test(text) && !/\(实际[^()]*\d/.test(compact(text));
}

/** Which of the two is more than all of it, for names of which that is the most. */
function pastAll(want: Quantity | null, got: Quantity | null): 'impossible' | 'impossible-target' | null {
  if (got && (plainUnit(got.unit) === '%' ? got.value.gt(100) : beyondAll(got, want))) return 'impossible';
  return want && plainUnit(want.unit) === '%' && want.value.gt(100) ? 'impossible-target' : null;
}

/** 100% for 持续提升; a share of 九成以上 and by how much it fell are said in per cent. */
function percentSaysNothing(got: Quantity, { text: wanted }: Entry, { text }: Entry, name: string): boolean {
  if (!text.endsWith('%') || CHANGES.test(wanted) && got.value.abs().lt(MOST_CHANGED) || SHARES.test(wanted)) return false;
  const said = compact(wanted);
  return !ALL_OF_IT.test(said) && !(got.value.eq(100) && SO_OR_NOT.test(said)) && !(ASKS_SHARE.test(name) && !OF_CHANGE.test(said));
}

/** A figure, or a few words around one. */
function isMeasurable({ quantity, reading }: Target, { text }: Entry): boolean {
  return quantity !== null || (reading.kind === 'mixed' && text.length <= 8 && /\d/.test(text));
}

/** Words that answer a figure well. */
const TELLING_WORDS: readonly ((indicator: Indicator, said: string) => boolean)[] = [
  // 未发生 is how people write 0.
  (indicator) => staysAtNone(indicator),
  // 两次 and 壹份 are figures written out, 全覆盖 is all of it.
  ({ target: { quantity: want } }, said) => WRITTEN_OUT.test(said) || want !== null && (want.unit === '%' && ALL_OF_IT.test(said) || saysWhole(want, said)),
  // 长期 is longer than 3年.
  ({ target: { quantity: want } }, said) => want?.unit === '年' && /^(?:长期|永久)(?:有效|影响|使用|坚持)?$/.test(said),
  // 未开展, and no points claimed for it: that is an answer.
  ({ score }, said) => NOT_DONE.test(said) && score?.quantity?.value.isZero() === true,
  // 建设期不适用, and the line says why; 正在组织验收 with the reason beside fewer points, or in a form without points.
  (indicator, said) => isExplanation(indicator.reason) && (NOT_ASKED.test(said) || NOT_YET.test(said) && (losesPoints(indicator) || isUnscored(indicator))),
];

function answerInWords(indicator: Indicator, said: string): Answer {
  if (TELLING_WORDS.some((tells) => tells(indicator, said))) return 'sound';
  if (RESTATED.test(said)) return 'restated';
  return indicator.target.quantity !== null ? 'words-for-number' : 'sound';
}

/** `written`: the answer as it stands there; a bare number takes the target's unit and is fine. */
function answerInFigures(want: Quantity, got: Quantity, written: Quantity, { actualEntry, target }: Indicator): Answer {
  if (!sameDimension(want, written, actualEntry?.text ?? '') || scaleSlipped(want, written)) return 'other-unit';
  return pointShifted(want, got, target.operator) ? 'shifted' : 'sound';
}

/** 365天 answered with 全年, 24小时 with 全天候. */
function saysWhole({ value, unit }: Quantity, said: string): boolean {
  const plain = plainUnit(unit);
  const days = /^[天日]$/.test(plain) && value.gte(365) && value.lte(366) || /^个?月$/.test(plain) && value.eq(12);
  return days ? /^全年/.test(said) : /^(?:个?小时|h)$/i.test(plain) && value.eq(24) && /^全天/.test(said);
}

/** 满意度（%）≥90 answered with a bare 108: a target of most of them, and more than all. */
function beyondAll(got: Quantity, want: Quantity | null): boolean {
  return got.unit === '' && got.scale === 1 && got.value.gt(100) && got.value.lt(200) && want !== null && (want.unit === '' || want.unit === '%') && want.value.gte(50) && want.value.lte(100);
}

const isUnscored = ({ weight, score }: Indicator): boolean => weight === null && score === null;

/** Fewer points claimed than the line has. */
export function losesPoints({ weight, score }: Indicator): boolean {
  const [all, got] = [weight?.quantity?.value, score?.quantity?.value];
  return all !== undefined && got?.lt(all) === true;
}

type Dimension = 'share' | 'points' | 'money' | 'time' | 'people' | 'times' | 'length' | 'area' | 'weight' | 'count' | 'scaled' | 'none';

function dimension({ unit, scale }: Quantity): Dimension {
  return unit === '' ? (scale > 1 ? 'scaled' : 'none') : dimensionOf(unit);
}

const dimensionOf = remembered((unit: string): Dimension => {
  // 元/亩 is money, as is the 元 that answers it; 7.5%左右 is a share as 8.1% is one.
  const plain = plainUnit(unit.replace(/(?:左右|上下)$/, '')).replace(/(?<=.)(?:[/／]|每).*$/, '');
  if (plain === '%') return 'share';
  if (plain === '分') return 'points';
  if (/^[万亿千百]?(?:元|块)$/.test(plain)) return 'money';
  if (/^(?:天|日|d|个?月|年|小时|h|分钟|min|秒|s|周)$|^(?:个?工作日|日历[天日]|小时|分钟|个月)/i.test(plain)) return 'time';
  const measured = MEASURES.find(([units]) => units.test(plain));
  return measured ? measured[1] : 'count';
});

/** Units that name what is measured beyond doubt; 个, 项, 户 and the rest count anything. */
const MEASURES: readonly (readonly [RegExp, Dimension])[] = [
  [/^(?:人|名|位)$/, 'people'],
  [/^(?:次|期|场|场次|批次)$/, 'times'],
  [/^(?:公里|千米|米|里|延米|km|m)$/i, 'length'],
  [/^(?:亩|公顷|平方米|平方公里|㎡|m2|m²)$/i, 'area'],
  [/^(?:吨|公斤|千克|斤|kg|t)$/i, 'weight'],
];
/** What no deadline is told in; 25日, 2次 and 95分 beside one may be. */
const NEVER_WHEN: ReadonlySet<Dimension> = new Set<Dimension>(['share', 'money', 'people', 'length', 'area', 'weight']);
const COUNTS: ReadonlySet<Dimension> = new Set<Dimension>(['count', 'people', 'times', 'length', 'area', 'weight']);

/** ≥2300元 answered with 2412万元: without the 万 they are of one size, with it worlds apart. */
function scaleSlipped(want: Quantity, got: Quantity): boolean {
  if (want.unit !== got.unit || want.unit === '' || want.scale === got.scale || want.value.lte(0) || got.value.lte(0)) return false;
  const bare = got.value.div(got.scale).div(want.value.div(want.scale));
  const apart = got.value.div(want.value);
  return bare.gt(0.5) && bare.lt(2) && (apart.gt(1000) || apart.lt(0.001));
}

/** Fewer figures than this are alike by chance: 20 of at most 200 is a good year. */
const TELLING = 3;

/** 3 for 1950 and for 0.195: noughts at the ends tell nothing. */
function figuresOf({ value }: Quantity): number {
  const [mantissa = ''] = value.toNumber().toExponential().split('e');
  return mantissa.replace('.', '').length;
}

/** ≤1950元/人·月 answered with 19.5元/人·月: the same figures, the point elsewhere, and so a limit that seems kept. */
function pointShifted(want: Quantity, got: Quantity, operator: Operator | null): boolean {
  const limit = operator ?? want.operator;
  if (limit !== '<=' && limit !== '<' || want.unit === '%' || want.value.lte(0) || got.value.lte(0) || figuresOf(want) < TELLING) return false;
  return [10, 100, 1000, 10_000].some((times) => got.value.times(times).eq(want.value));
}

const isShare = ({ unit }: Quantity): boolean => unit === '‰' || plainUnit(unit) === '%';

/** A bare number fits any unit; 28万 without a unit is anything but a share. */
function sameDimension(want: Quantity, got: Quantity, text: string): boolean {
  if (want.unit === got.unit && want.scale === got.scale && want.unit !== '') return !text.endsWith('%') || dimension(want) === 'share';
  if (isShare(want) && isShare(got)) return true;
  const a = dimension(want);
  const b = /%$/.test(text) ? 'share' : dimension(got);
  if (a === b || a === 'none' || b === 'none') return true;
  // 5条 of 12公里 may be one road; 12次 are no 12人, and 6000平方米 no 6000米.
  // 3000户 are more than 3000人.
  if (a === 'people' && plainUnit(got.unit) === '户' || b === 'people' && plainUnit(want.unit) === '户') return false;
  if (COUNTS.has(a) && COUNTS.has(b)) return a === 'count' || b === 'count';
  return a === 'scaled' ? b !== 'share' : b === 'scaled' ? a !== 'share' : false;
}

/** 12.5 | 12.5 | 12.5: nobody's target is a broken number without a unit that happens to be the weight. */
function repeatsWeight(table: Table, { weight, target, actual, targetEntry, actualEntry, subgroup }: Indicator): boolean {
  const points = weight?.quantity?.value;
  if (!points || target.reading.kind !== 'quantity' || actual.kind !== 'quantity' || !targetEntry || !actualEntry) return false;
  if (points.isInteger() || !target.reading.quantity.value.eq(points) || !actual.quantity.value.eq(points)) return false;
  if (!/^[\d.]+分?$/.test(targetEntry.text) || !/^[\d.]+分?$/.test(actualEntry.text)) return false;
  const name = subgroup === null ? '' : (table.groups[subgroup]?.name ?? '');
  return /数量|质量|时效|成本|产出|效益/.test(name || '产出');
}
