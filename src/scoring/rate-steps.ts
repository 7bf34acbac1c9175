// Steps in which a form scores the execution rate (≥95%得10分；90%（含）-95%得8分；低于90%不得分), where its words name a score for every rate.
import type { Decimal } from '../model/decimal';
import { HUNDRED, ZERO, decimal } from '../model/decimal';
import { compact, normalise } from '../reading/text';

interface Step {
  /** In percent, both ends included: what stands on an end may belong to either side, unless the words say to which. */
  readonly from: Decimal;
  readonly to: Decimal | null;
  /** Ends that the words include: ≥95%, 90%（含）-95%. */
  readonly includes: readonly Decimal[];
  /** Null for full marks. */
  readonly points: Decimal | null;
  /** The words that say so. */
  readonly words: string;
}

/** The points that the steps leave open, and the words of the step that they rest on. */
export interface StepPoints {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly words: string;
}

/** 95%, 90%（含）, 90（含90%）; the sign may stand behind the last figure of a range only. */
const PERCENT = String.raw`(\d+(?:\.\d+)?)%?(?:\(不?含(?:\d+%)?\))?`;
const RATE = '(?:预算|资金)?(?:执行|支出)?(?:率|进度)?';
/** 80%-90%, 80%≤执行率<90%. */
const RANGE = new RegExp(`${PERCENT}(?:[-~至到—]|[≤<]${RATE}[≤<])${PERCENT}`);
/** 90%>执行率≥80%. */
const FALLING = new RegExp(`${PERCENT}[≥>]${RATE}[≥>]${PERCENT}`);
/** ≥95%, 不低于95%, 超过95%, 95%及以上; 100%得10分, where nothing stands behind the figure. */
const LEAST = new RegExp(`(?:≥|>=|>|大于等于|大于或等于|大于|不低于|不少于|不小于|高于|超过|达到?|在|为|=)${PERCENT}|${PERCENT}(?:(?:及|或)?(?:以上|的)|$)`);
/** What does not reach its own line: >95%, 超过95%. */
const BEYOND = /^(?:>(?!=)|大于(?!等|或)|高于|超过)/;
/** 低于60%, 60%以下, 不超过60%; 不低于60% is the contrary. */
const BELOW = new RegExp(`(?:<|≤|(?<!不)(?:低于|小于|少于)|[不未](?:高于|大于|超过)|不足|未达到?|不到)${PERCENT}|${PERCENT}(?:及|或)?以下`);
/** 得8分, 8分 at the end, 不得分, 满分. */
const POINTS = /(?:得|计|给|记|为)(\d+(?:\.\d+)?)分|(\d+(?:\.\d+)?)分$|(不得分|不计分|得0分)|([得计给记]?满分)/;

/** What a sentence is about; the words before it may be another rule's. */
const SUBJECT = /执行率|预算完成率|资金(?:支出|支付)率|(?:执行|支出|支付)进度/;

/** The steps of the sentence about the rate, or of a text that speaks of nothing else: null where points are taken away by the percent, or where fewer than two steps were understood. */
function readSteps(text: string): readonly Step[] | null {
  const sentences = compact(normalise(text).replaceAll('\n', ';')).split('。');
  const about = sentences.filter((sentence) => SUBJECT.test(sentence));
  for (const sentence of about.length > 0 ? about : sentences) {
    const steps = stepsIn(sentence.slice(Math.max(0, sentence.search(SUBJECT))));
    if (steps) return steps;
  }
  return null;
}

function stepsIn(sentence: string): readonly Step[] | null {
  const steps: Step[] = [];
  for (const clause of sentence.split(/[,，;；、]/)) {
    if (/每[^分]{0,12}扣|扣\d|酌情|比例|[×*÷]/.test(clause)) return null;
    const step = readStep(clause);
    if (step) steps.push(step);
    // What follows the steps is about something else.
    else if (steps.length > 0 && clause !== '') break;
  }
  return steps.length > 1 ? steps : null;
}

function readStep(words: string): Step | null {
  const [, given, last, none, full] = POINTS.exec(words) ?? [];
  const said = given ?? last;
  if (said === undefined && none === undefined && full === undefined) return null;
  const points = none !== undefined ? ZERO : said === undefined ? null : decimal(said);
  const before = words.slice(0, words.search(POINTS));
  const between = RANGE.exec(before) ?? FALLING.exec(before);
  if (between) return span(between, points, words);
  const below = BELOW.exec(before);
  if (below) return { from: ZERO, to: decimal(below[1] ?? below[2] ?? '0'), includes: [], points, words };
  const least = LEAST.exec(before);
  const from = decimal(least?.[1] ?? least?.[2] ?? '0');
  return least ? { from, to: null, includes: BEYOND.test(least[0]) ? [] : [from], points, words } : null;
}

function span([all, one = '0', other = '0']: RegExpExecArray, points: Decimal | null, words: string): Step {
  const [first, second] = [decimal(one), decimal(other)];
  const includes = [...(/^[\d.]+%?(?:\(含|[≤≥])/.test(all) ? [first] : []), ...(/\(含\d*%?\)$|[≤≥][\d.]+%?$/.test(all) ? [second] : [])];
  return first.lte(second) ? { from: first, to: second, includes, points, words } : { from: second, to: first, includes, points, words };
}

/** What a rate (in percent) gets of `weight`: one score, or two where it stands on the line between two steps; null where the words do not tell it for certain. */
export function stepPoints(texts: Iterable<string>, rates: readonly Decimal[], weight: Decimal): StepPoints | null {
  for (const text of texts) {
    if (!text.includes('%') && !text.includes('％')) continue;
    const steps = readSteps(text);
    if (!steps) continue;
    const worth = (step: Step): Decimal => step.points ?? weight;
    const all = steps.map(worth);
    // The best step gives all points, and no step gives more: else they are counted out of something else.
    if (!all.some((points) => points.eq(weight)) || all.some((points) => points.gt(weight))) return null;
    const found = rates.flatMap((rate) => stepsAt(steps, rate));
    const [first] = found;
    if (!first || rates.some((rate) => stepsAt(steps, rate).length === 0)) return null;
    const points = found.map(worth);
    return { low: points.reduce((a, b) => (a.lt(b) ? a : b)), high: points.reduce((a, b) => (a.gt(b) ? a : b)), words: first.words };
  }
  return null;
}

/** Of 95%以上 and 90%以上 the higher line counts. */
function stepsAt(steps: readonly Step[], rate: Decimal): readonly Step[] {
  const shown = rate.gt(HUNDRED) ? HUNDRED : rate;
  const within = steps.filter(({ from, to, includes }) => (to === null ? from.lt(shown) || includes.some((end) => end.eq(shown)) : from.lte(shown) && to.gte(shown)));
  const highest = within.filter(({ to }) => to === null).reduce<Step | null>((best, step) => (best === null || step.from.gt(best.from) ? step : best), null);
  const found = within.filter((step) => step.to !== null && (highest === null || step.from.gte(highest.from) || step.to.eq(shown)) || step === highest);
  const told = found.filter(({ includes }) => includes.some((end) => end.eq(shown)));
  return told.length > 0 ? told : found;
}
