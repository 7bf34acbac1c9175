// The formulas of a form, by the rules of its rubric: the same points that the scoring computes. Only functions that every spreadsheet and our own evaluator know.
import type { Rubric } from '../model/rubric';
import { QUALITATIVE, quotedText } from './input-rules';

/** A percentage typed as a fraction (96 % is 0.96) is meant as 96 where only that comes near the target: fractions are 20 times smaller at least. */
const PLAUSIBLE = 20;

export interface IndicatorCells {
  readonly weight: string;
  readonly nature: string;
  readonly target: string;
  /** Null where the form has no column of units. */
  readonly unit: string | null;
  readonly actual: string;
  readonly coefficient: string | null;
}

/** Points of one indicator line; '' as long as weight, sign, target or result are missing. */
export function scoreFormula({ weight, nature, target, unit, actual, coefficient }: IndicatorCells, rubric: Rubric): string {
  const digits = rubric.rounding.value;
  const got = unit === null ? actual : `IF(AND(${unit}="%",${actual}<=1,${target}>${PLAUSIBLE}*${actual}),100*${actual},${actual})`;
  const atLeast = `IF(${target}>0,${weight}*MAX(0,MIN(1,${got}/${target})),IF(${got}>=${target},${weight},0))`;
  const over = rubric.quantitative.value.atMost === 'linear' ? `${weight}*MAX(0,1-(${got}-${target})/${target})` : `${weight}*${target}/${got}`;
  const atMost = `IF(${got}<=${target},${weight},IF(${target}<=0,0,${over}))`;
  return `IF(OR(COUNT(${weight})=0,${actual}=""),"",IF(${nature}="${QUALITATIVE}",ROUND(${weight}*${share(actual, coefficient, rubric)},${digits}),`
    + `IF(OR(${nature}="",COUNT(${target},${actual})<2),"",ROUND(IF(${nature}="≤",${atMost},${atLeast}),${digits}))))`;
}

/** Of a qualitative indicator: as typed, else all of it in the top band and the least of the others. */
function share(actual: string, coefficient: string | null, rubric: Rubric): string {
  const [, ...lower] = rubric.qualitative?.value ?? [];
  const byBand = lower.reduceRight((otherwise, band) => `IF(${actual}=${quotedText(band.label)},${band.low},${otherwise})`, '1');
  return coefficient === null ? byBand : `IF(COUNT(${coefficient})=1,${coefficient}/100,${byBand})`;
}

export function rateFormula(spending: string, budget: string): string {
  return `IF(COUNT(${spending},${budget})<2,"",IF(${budget}=0,"",${spending}/${budget}))`;
}

/** `weight` is an address, or the points themselves where the form shows them in a header only. */
export function executionScoreFormula(rate: string, weight: string, rubric: Rubric): string {
  return `IF(COUNT(${rate})=0,"",ROUND(${weight}*MAX(0,MIN(1,${rate})),${rubric.rounding.value}))`;
}

/** The sum of what is filled in; '' while nothing is. `more` is added once there is something to add up. */
export function sumFormula(areas: readonly string[], more: readonly string[] = [], counted: readonly string[] = areas): string {
  return `IF(COUNT(${counted.join(',')})=0,"",SUM(${[...more, ...areas].join(',')}))`;
}

export function quotientFormula(part: string, whole: string): string {
  return `IF(COUNT(${part},${whole})<2,"",IF(${whole}=0,"",${part}/${whole}))`;
}

export function gradeFormula(score: string, rubric: Rubric): string | null {
  const grades = rubric.grades?.value;
  if (!grades || grades.length === 0) return null;
  const last = grades.at(-1)?.name ?? '';
  const steps = grades.slice(0, -1).reduceRight((otherwise, { name, from }) => `IF(${score}>=${from},${quotedText(name)},${otherwise})`, quotedText(last));
  return `IF(COUNT(${score})=0,"",${steps})`;
}
