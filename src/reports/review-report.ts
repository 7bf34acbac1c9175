// The review of a report: read, checked rule by rule, every finding at its words and cells, every figure with its state.
import type { FigureKind, ReportDocument, ReportFigure, ReportFinding, ReportReview, TableCell, TextPlace } from '../model/report';
import { messageOf } from '../rules/rule';
import type { Fact } from './fact';
import { rawSpan } from './plain-text';
import type { Reading } from './reading';
import type { TableSource } from './table-source';
import { readReport } from './reading';
import type { Fault, Outcome, ReportRule, Span } from './report-rule';
import { REPORT_RULES } from './report-rules';

interface Found {
  readonly rule: ReportRule;
  readonly outcome: Outcome;
}

/**
 * Checks the figures of a report against one another and against the tables given. Pure and deterministic; silent where a sentence was not understood.
 * `sources`: the reviews of tables that belong to the report, `file` null for those inside it.
 */
export function reviewReport(document: ReportDocument, sources: readonly TableSource[], rules: readonly ReportRule[] = REPORT_RULES): ReportReview {
  const reading = readReport(document, sources);
  const found = rules.flatMap((rule) => [...rule.check(reading)].map((outcome): Found => ({ rule, outcome })));
  const faults = firstOfEach(found.flatMap(({ rule, outcome }) => (outcome.fault ? [{ rule, outcome, fault: outcome.fault, places: outcome.fault.places.map((place) => placeOf(reading, place)) }] : [])));
  const ordered = inOrder(faults);
  const causeOf = causesAmong(ordered);
  const findings = ordered.map(({ rule, outcome, fault, places }): ReportFinding => ({
    rule: rule.id, severity: fault.severity ?? rule.severity, message: messageOf(rule, fault), expected: fault.expected, received: fault.received,
    because: causeOf(fault, outcome), waived: null, basis: fault.basis ?? rule.basis, places, cells: outcome.cells, calculation: fault.calculation,
  }));
  return { figures: figuresOf(reading, found, ordered), findings, statements: found.length, remarks: [...document.remarks, ...reading.remarks] };
}

/** Names a finding inside its review: what `because` refers to. */
export function reportFindingKey({ rule, places }: Pick<ReportFinding, 'rule' | 'places'>): string {
  return `${rule}:${places[0]?.paragraph ?? ''}:${places[0]?.start ?? ''}`;
}

interface Faulty {
  readonly rule: ReportRule;
  readonly outcome: Outcome;
  readonly fault: Fault;
  readonly places: readonly TextPlace[];
}

function placeOf(reading: Reading, place: Fact | Span): TextPlace {
  const line = reading.lineOf.get(place.line);
  if (!line) return { paragraph: 0, start: 0, end: 0, quote: '', under: null };
  const span = opened(rawSpan(line.plain, place.start, place.end), line.paragraph.text);
  return { paragraph: line.paragraph.index, ...span, quote: line.paragraph.text.slice(span.start, span.end), under: line.under };
}

/** A quotation mark opened just before belongs to the words. */
function opened(span: { readonly start: number; readonly end: number }, text: string): { readonly start: number; readonly end: number } {
  return span.end > span.start && /[“‘「『]/.test(text.charAt(span.start - 1)) && /[”’」』]/.test(text.slice(span.start, span.end)) ? { ...span, start: span.start - 1 } : span;
}

/** One fault is said once: the first of a rule at the same words, and the first of two rules that say the same of them. */
function firstOfEach(faults: readonly Faulty[]): readonly Faulty[] {
  const seen = new Set<string>();
  return faults.filter(({ rule, fault, places }) => {
    const keys = [rule.id, messageOf(rule, fault)].map((said) => reportFindingKey({ rule: said, places }));
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** As the report reads; what follows from another stays behind it only where it stands there. */
function inOrder(faults: readonly Faulty[]): readonly Faulty[] {
  return faults.map((faulty, i) => ({ faulty, i })).sort((a, b) => (a.faulty.places[0]?.paragraph ?? 0) - (b.faulty.places[0]?.paragraph ?? 0) || (a.faulty.places[0]?.start ?? 0) - (b.faulty.places[0]?.start ?? 0) || a.i - b.i).map(({ faulty }) => faulty);
}

/** Many faults may follow from one list of figures: which faults touch it is looked for once. */
function causesAmong(all: readonly Faulty[]): (fault: Fault, outcome: Outcome) => string | null {
  const roots = all.filter(({ fault }) => fault.follows === undefined);
  const known = new WeakMap<readonly Fact[], readonly Faulty[]>();
  const touching = (facts: readonly Fact[]): readonly Faulty[] => {
    let found = known.get(facts);
    if (!found) {
      const figures = new Set(facts);
      found = roots.filter(({ outcome }) => outcome.facts.some((fact) => figures.has(fact)));
      known.set(facts, found);
    }
    return found;
  };
  return ({ follows }, outcome) => {
    if (!follows) return null;
    const byFigure = touching(follows.facts).find((other) => other.outcome !== outcome);
    const byCell = follows.cells.length === 0 ? undefined : roots.find((other) => other.outcome !== outcome && other.outcome.cells.some((cell) => follows.cells.some((one) => sameCell(one, cell))));
    const [cause] = [byFigure, byCell].filter((one) => one !== undefined).sort((x, y) => roots.indexOf(x) - roots.indexOf(y));
    return cause ? reportFindingKey({ rule: cause.rule.id, places: cause.places }) : null;
  };
}

const sameCell = (a: TableCell, b: TableCell): boolean => a.file === b.file && a.sheet === b.sheet && a.cell === b.cell;

function figuresOf(reading: Reading, found: readonly Found[], faults: readonly Faulty[]): readonly ReportFigure[] {
  const checked = new Set<number>();
  const cells = new Map<number, TableCell[]>();
  const wrong = new Map<number, number[]>();
  for (const { outcome } of found) {
    for (const fact of outcome.facts) {
      checked.add(fact.index);
      for (const cell of outcome.cells) {
        const known = cells.get(fact.index) ?? [];
        if (!known.some((one) => sameCell(one, cell))) cells.set(fact.index, [...known, cell]);
      }
    }
  }
  faults.forEach(({ outcome }, i) => {
    for (const fact of outcome.facts) wrong.set(fact.index, [...(wrong.get(fact.index) ?? []), i]);
  });
  return reading.facts.flatMap((fact): ReportFigure[] => {
    if (fact.kind === 'bare') return [];
    const findings = wrong.get(fact.index) ?? [];
    const kind: FigureKind = fact.kind;
    return [{
      place: placeOf(reading, fact), kind, value: kind === 'date' ? null : fact.value, unit: fact.unit, subject: fact.words, year: fact.year < 1000 ? null : fact.year,
      state: findings.length > 0 ? 'contradicts' : checked.has(fact.index) ? 'holds' : 'not-checked', cells: cells.get(fact.index) ?? [], findings,
    }];
  });
}
