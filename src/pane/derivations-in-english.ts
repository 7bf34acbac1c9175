// How points follow, and why they do not, in English: each sentence of scoring is known again by its fixed words, and said anew with the same parts.
import { PHRASES } from '../scoring/phrases';
import type { Language } from './catalogue';
import { knownAgain, LONGEST_SENTENCE } from './known-again';

type Key = keyof typeof PHRASES;
type Say = (...parts: readonly string[]) => string;

const COLUMNS: Readonly<Record<string, string>> = { 年初预算数: 'original budget', 全年预算数: 'final budget', 全年执行数: 'actual spending' };
const columnOf = (name: string): string => COLUMNS[name] ?? `“${name}”`;
/** A sentence within a sentence; what the table's people wrote is none and stays as it is. */
const again = (sentence: string): string => derivationIn('en-US', sentence);

/** With the parts of the Chinese sentence in its order. */
const ENGLISH: { readonly [K in Key]: (...parts: Parameters<(typeof PHRASES)[K]>) => string } = {
  noActual: () => 'The actual value is blank: nothing to compute',
  noTarget: () => 'The target is blank: nothing to compute',
  noTargetsByDesign: () => 'This form is scored by its scoring standard and has no targets: the score is not computed',
  targetNotNumber: () => 'The target is not one number: nothing to compute',
  targetMixed: () => 'The target has several numbers or words and cannot be computed with as one number',
  targetRange: () => 'The target is a range and the actual value is not one number: nothing to compute',
  targetNotDate: () => 'The target is not a date',
  targetIsStart: () => 'The target is a day to begin on: not judged',
  targetNotPositive: () => 'The target is not above 0: no score in proportion',
  targetNegative: () => 'The target is below 0: no score in proportion',
  targetApproximate: (target) => `The target (${target}) is approximate and cannot be computed with as one number`,
  actualWords: () => 'The actual value is words and cannot be compared with the target',
  actualDate: () => 'The actual value is a date and cannot be compared with the target',
  actualNotDate: () => 'The target is a date and the actual value is not: they cannot be compared',
  actualNotNumber: () => 'The actual value is not one number: nothing to compute',
  actualUnit: () => 'The unit of the actual value is not clear: nothing to compute',
  datesIncomplete: () => 'The dates are incomplete: which is earlier cannot be told',
  unitsDiffer: (target, actual) => `Target (${target}) and actual value (${actual}) have different units: nothing to compute`,
  noDirection: (target, actual) => `The target ${target} does not say whether it is the most or the least; the actual value is ${actual}: not judged`,

  met: (comparison, points) => `${comparison}, target met, full marks ${points}`,
  metUnweighted: (comparison) => `${comparison}, target met`,
  unmetUnweighted: (comparison) => `${again(comparison)}, target missed; the form has no weights, so the points cannot be computed`,
  exceededUnweighted: (comparison) => `${again(comparison)}, limit exceeded; the form has no weights, so the points cannot be computed`,
  byOwnStandard: (standard) => `Target missed, scored by the indicator’s own standard: ${standard}`,
  inRange: () => 'Within the target range, full marks',
  outOfRange: () => 'Outside the target range; the reviewer decides how much is deducted',
  inTime: () => 'Done in time, full marks',
  late: () => 'Done later than the target; the reviewer decides how much is deducted',
  openWords: (points) => `Qualitative indicator: 0 to ${points}, by how far it was reached`,
  openWordsUnweighted: () => 'Qualitative indicator, judged by how far it was reached',
  band: (label, low, high) => `Qualitative indicator, band “${label}”: ${low}%–${high}% of the weight`,
  bandPoints: (derivation, low, high) => `${again(derivation)}, that is ${low} to ${high}`,
  sharedWeight: (count) => `${count} indicators share one weight, each scored by how far it was reached`,
  sharedScore: (count) => `${count} indicators share one score, judged by how far they were reached`,
  withCoefficient: (derivation, product) => `${again(derivation)}; by the coefficient filled in ${product}`,
  byCoefficient: (product, why) => `${product}, by the coefficient filled in; ${again(why)}`,
  scoreIsWeight: (derivation) => `${again(derivation)}; the form has no weights, the score stands as filled in`,

  noFundTotal: () => 'No line with the year’s total amount was found: no execution rate',
  amountBlank: (column) => `The total amount’s ${columnOf(column)} is blank: no execution rate`,
  amountNoNumber: (column) => `The total amount’s ${columnOf(column)} is not a number: no execution rate`,
  amountZero: (column) => `The total amount’s ${columnOf(column)} is 0: no execution rate`,
  partsFilled: (why, parts) => `${again(why)}; of its parts ${parts.replace(/填有预算数 (.+?)、执行数 ([^，]+)/g, ' has the budget $1 and the spending $2').replaceAll(' 空', ' (blank)').replaceAll('，“', ', “')}: fill in the total first`,
  spendingNegative: () => 'Actual spending of the total amount is negative: no execution rate',
  noExecutionWeight: () => 'No weight of the execution was found: no points',
  partsUneven: () => 'The points of the parts do not make those of the execution: no points',
  partsIncomplete: () => 'Budget or spending of some parts is blank: no points',
  executionStandard: (rate, standard) => `Execution rate ${rate}, scored by the form’s own standard: ${standard}`,
  atMostWeight: (derivation, points) => `${again(derivation)}, at most the weight: ${points}`,
  atLeastNought: (derivation) => `${again(derivation)}, below 0: 0`,
  rateAlone: (derivation) => `${again(derivation)} (the form has neither budget nor spending: by the rate filled in)`,
  rateFilledIn: (derivation) => `${again(derivation)} (by the rate filled in)`,
  otherBudget: (derivation, wanted, used) => `${again(derivation)} (the form has no ${columnOf(wanted)}: by the ${columnOf(used)})`,
  rateReached: (rate, target, points) => `Execution rate ${rate}%, target ${target}% met, full marks ${points}`,
  bySumOfParts: (derivation) => `${again(derivation)}, by the sum of the parts`,

  executionUnseen: (cell, points) => `${cell} Total: the ${points} points of the execution were not found in the table; the total was not checked`,
  against: (actual, target) => `${actual} against ${target}`,
};

/** Sentences around other sentences, the outermost first. */
const AROUND: readonly Key[] = ['scoreIsWeight', 'withCoefficient', 'byCoefficient', 'rateAlone', 'rateFilledIn', 'otherBudget', 'partsFilled', 'bySumOfParts', 'atMostWeight', 'atLeastNought', 'bandPoints', 'unmetUnweighted', 'exceededUnweighted'];

interface Known {
  readonly pattern: RegExp;
  readonly say: Say;
}

function knownBy(key: Key): Known {
  const chinese: Say = PHRASES[key];
  // Marks that no table writes stand for the parts.
  const marks = Array.from({ length: chinese.length }, (_, at) => String.fromCharCode(0xe000 + at));
  const fixed = chinese(...marks).split(/[\ue000-\ue0ff]/);
  return { pattern: knownAgain(fixed), say: ENGLISH[key] };
}

let known: readonly Known[] | null = null;

/** A derivation in the pane's language; the table's own words stay as they are. */
export function derivationIn(language: Language, text: string): string {
  if (language !== 'en-US' || text.length > LONGEST_SENTENCE) return text;
  known ??= [...new Set([...AROUND, ...(Object.keys(PHRASES) as Key[])])].map(knownBy);
  for (const { pattern, say } of known) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return text;
}

/** What of a scorecard was not computed (“F8 参训人次等4项：…”) in the pane's language. */
export function notComputedIn(language: Language, text: string): string {
  // A name may hold a colon itself.
  for (let at = text.indexOf('：'); at >= 0; at = text.indexOf('：', at + 1)) {
    const why = text.slice(at + 1);
    const english = derivationIn(language, why);
    if (english !== why) return `${text.slice(0, at).replace(/等(\d+)项$/, ' and others, $1 in all')}: ${english}`;
  }
  return derivationIn(language, text);
}
