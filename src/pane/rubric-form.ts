// A rubric as a form's texts and back: what a person types is kept as typed, what comes of it is judged as any rubric is.
import { decimal } from '../model/decimal';
import type { Severity } from '../model/finding';
import type { Rubric, Sourced } from '../model/rubric';
import type { Aspect, TableKind } from '../model/table';
import { complaintsAbout, type Complaint } from '../rubrics/own';

/** A section of the form: one sourced value of the rubric. */
export type Section = 'weights' | 'execution' | 'quantitative' | 'qualitative' | 'overshoot' | 'reasons' | 'grades' | 'rounding';
export const SECTIONS: readonly Section[] = ['weights', 'execution', 'quantitative', 'qualitative', 'overshoot', 'reasons', 'grades', 'rounding'];

export interface RubricForm {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly version: string;
  readonly from: string;
  readonly until: string;
  readonly kinds: readonly TableKind[];
  /** Places parted by 、 */
  readonly places: string;
  readonly weights: readonly { readonly name: string; readonly aspect: Aspect; readonly weight: string }[];
  readonly denominator: 'originalBudget' | 'finalBudget';
  readonly capped: boolean;
  readonly scored: boolean;
  readonly atMost: 'inverse' | 'linear' | '';
  /** Lower ends in percent, best first; the upper end of each is the lower end of the one before. */
  readonly bands: readonly { readonly label: string; readonly low: string }[];
  /** Percent above the target; '' asks for nothing. */
  readonly above: string;
  readonly deduct: 'none' | 'allowed';
  /** Percent; '' asks for nothing. */
  readonly executionBelow: string;
  readonly adjustment: boolean;
  readonly unmet: boolean;
  readonly grades: readonly { readonly name: string; readonly from: string }[];
  readonly rounding: string;
  /** Rules that are taken otherwise than usual. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Labels, one a line. */
  readonly required: string;
  /** The words that a section rests on; a section without words is 推定. */
  readonly quotes: Readonly<Record<Section, string>>;
}

/** The form of a copy: a new id, the words of what was copied. `taken`: ids that are in use. */
export function copyOf(rubric: Rubric, taken: readonly string[]): RubricForm {
  const stem = (rubric.base ?? rubric.id).slice(0, 60);
  let number = 1;
  while (taken.includes(`${stem}-own${number === 1 ? '' : `-${number}`}`)) number++;
  return { ...formOf(rubric), id: `${stem}-own${number === 1 ? '' : `-${number}`}`, title: `${rubric.title}（修改）`, version: '1' };
}

export function formOf(rubric: Rubric): RubricForm {
  const quote = (value: Sourced<unknown> | null): string => value?.quote ?? '';
  return {
    id: rubric.id, title: rubric.title, issuer: rubric.issuer, documentNumber: rubric.documentNumber, version: rubric.version ?? '1',
    from: String(rubric.from), until: rubric.until === null ? '' : String(rubric.until), kinds: rubric.kinds, places: rubric.places.join('、'),
    weights: (rubric.weights?.value ?? []).map(({ name, aspect, weight }) => ({ name, aspect, weight: typeof weight === 'number' ? String(weight) : weight.join('–') })),
    denominator: rubric.execution.value.denominator, capped: rubric.execution.value.capped, scored: rubric.execution.value.scored,
    atMost: rubric.quantitative.value.atMost ?? '',
    bands: (rubric.qualitative?.value ?? []).map(({ label, low }) => ({ label, low: percentText(low) })),
    above: rubric.overshoot.value.above === null ? '' : percentText(rubric.overshoot.value.above), deduct: rubric.overshoot.value.deduct,
    executionBelow: rubric.reasons.value.executionBelow === null ? '' : percentText(rubric.reasons.value.executionBelow), adjustment: rubric.reasons.value.adjustment, unmet: rubric.reasons.value.unmet,
    grades: (rubric.grades?.value ?? []).map(({ name, from }) => ({ name, from: String(from) })),
    rounding: String(rubric.rounding.value), severities: rubric.severities ?? {}, required: (rubric.required ?? []).join('\n'),
    quotes: {
      weights: quote(rubric.weights), execution: quote(rubric.execution), quantitative: quote(rubric.quantitative), qualitative: quote(rubric.qualitative),
      overshoot: quote(rubric.overshoot), reasons: quote(rubric.reasons), grades: quote(rubric.grades), rounding: quote(rubric.rounding),
    },
  };
}

/** The rubric that the form says; typed texts that are no number become null, which the schema refuses. `base`: what it was copied from. */
export function rubricOf(form: RubricForm, base: Rubric): unknown {
  const list = (text: string, by: RegExp): readonly string[] => [...new Set(text.split(by).map((one) => one.trim()).filter((one) => one !== ''))];
  const sourced = (section: Section, value: unknown): unknown => {
    const before = base[section];
    const quote = form.quotes[section].trim();
    // What was not touched keeps what it rests on.
    if (before && JSON.stringify(before.value) === JSON.stringify(value) && (before.quote ?? '') === quote) return before;
    const source = [form.issuer, form.documentNumber].filter((text) => text.trim() !== '').join(' ') || '自定';
    return quote === '' ? { value, standing: 'assumed', source } : { value, standing: 'quoted', source, quote };
  };
  const required = list(form.required, /[\n、,，;；]/);
  const weights = form.weights.map(({ name, aspect, weight }) => ({ aspect, name: name.trim(), weight: weightOf(weight) }));
  const bands = form.bands.map(({ label, low }, at) => ({ label: label.trim(), low: shareOf(low), high: at === 0 ? 1 : shareOf(form.bands[at - 1]?.low ?? '') }));
  const grades = form.grades.map(({ name, from }) => ({ name: name.trim(), from: numberOf(from) }));
  return {
    id: form.id.trim(), title: form.title.trim(), issuer: form.issuer.trim(), documentNumber: form.documentNumber.trim(),
    from: numberOf(form.from), until: form.until.trim() === '' ? null : numberOf(form.until) ?? 'x', kinds: form.kinds, places: list(form.places, /[、,，;；\s]+/),
    ...(base.marks === undefined ? {} : { marks: base.marks }),
    weights: weights.length === 0 ? null : sourced('weights', weights),
    weightTotal: base.weightTotal,
    execution: sourced('execution', { denominator: form.denominator, capped: form.capped, scored: form.scored }),
    quantitative: sourced('quantitative', { atLeast: 'proportional', atMost: form.atMost === '' ? null : form.atMost, equal: 'proportional' }),
    qualitative: bands.length === 0 ? null : sourced('qualitative', bands),
    overshoot: sourced('overshoot', { above: form.above.trim() === '' ? null : shareOf(form.above) ?? 'x', deduct: form.deduct }),
    reasons: sourced('reasons', { executionBelow: form.executionBelow.trim() === '' ? null : shareOf(form.executionBelow) ?? 'x', adjustment: form.adjustment, unmet: form.unmet }),
    grades: grades.length === 0 ? null : sourced('grades', grades),
    rounding: sourced('rounding', numberOf(form.rounding)),
    ...(Object.keys(form.severities).length === 0 ? {} : { severities: form.severities }),
    ...(required.length === 0 ? {} : { required }),
    version: form.version.trim(), base: base.base ?? base.id,
  };
}

export interface FormReading {
  /** Null while something is wrong. */
  readonly rubric: Rubric | null;
  readonly complaints: readonly Complaint[];
}

export function readForm(form: RubricForm, base: Rubric): FormReading {
  const value = rubricOf(form, base);
  const complaints = complaintsAbout(value);
  return { rubric: complaints.length === 0 ? (value as Rubric) : null, complaints };
}

/** Complaints about a field or a section and what is inside it. */
export function complaintsAt(complaints: readonly Complaint[], field: string): readonly Complaint[] {
  return complaints.filter(({ at }) => at === field || at.startsWith(`${field}/`));
}

function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** 30 or 30% → 0.3, without the dust of binary fractions. */
function shareOf(text: string): number | null {
  const number = numberOf(text.replace(/[%％]\s*$/, ''));
  return number === null ? null : decimal(number).div(100).toNumber();
}

function percentText(share: number): string {
  return decimal(share).times(100).toString();
}

/** A number, or two with a dash between where the authority leaves room. */
function weightOf(text: string): number | readonly [number, number] | null {
  const [low = '', high, ...more] = text.normalize('NFKC').split(/\s*[–—~～-]\s*/);
  const from = numberOf(low);
  if (high === undefined) return from;
  const to = numberOf(high);
  return from === null || to === null || more.length > 0 ? null : [from, to];
}
