// The shape of a rule about a report: what it checks, why, on what basis, its messages, its executed examples and its check.
import type { Severity } from '../model/finding';
import type { TableCell } from '../model/report';
import type { Basis } from '../model/rubric';
import type { RuleHead } from '../rules/rule';
import type { Fact } from './fact';
import type { Reading } from './reading';

/** Words of a line: characters of its plain text. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Fault<M extends string = string> {
  readonly message: M;
  readonly data: Readonly<Partial<Record<string, string>>>;
  /** Where to look first comes first; a figure stands for its own place. */
  readonly places: readonly (Fact | Span)[];
  readonly expected: string | null;
  readonly received: string | null;
  readonly calculation: string | null;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly basis?: Basis;
  /** It follows from a fault of one of these figures or cells, where one was found by an earlier rule. */
  readonly follows?: { readonly facts: readonly Fact[]; readonly cells: readonly TableCell[] };
}

/** One statement of the report that was checked: the figures it ties, and what is wrong with it, if anything. */
export interface Outcome<M extends string = string> {
  readonly facts: readonly Fact[];
  readonly cells: readonly TableCell[];
  readonly fault: Fault<M> | null;
}

/** A finding as an example promises it: the words it points to first, and its sentence. */
export interface PromisedReportFinding {
  readonly quote: string;
  readonly message: string;
  /** Only where it differs from the rule's. */
  readonly severity?: Severity;
}

export interface ReportExample {
  /** What the example shows, a sentence. */
  readonly shows: string;
  /** Paragraphs, parted by line breaks. */
  readonly text: string;
  /** True: the standard project form of 80 万元, 100 points, stands in the report; cells may be changed. */
  readonly form?: { readonly base: 'project' | 'base-data'; readonly cells?: Readonly<Record<string, string | number | null>> };
  /** Exactly what the rule finds; empty: it stays silent. */
  readonly findings: readonly PromisedReportFinding[];
}

export interface ReportRuleDefinition<M extends string> extends RuleHead<M> {
  readonly examples: readonly ReportExample[];
  /** Pure and deterministic; a sentence that was not understood is passed over. */
  check(reading: Reading): Iterable<Outcome<M>>;
}

export interface ReportRule extends RuleHead {
  readonly examples: readonly ReportExample[];
  readonly check: (reading: Reading) => Iterable<Outcome>;
}

/** Keeps message keys checked inside the rule file and forgets them outside. */
export function defineReportRule<M extends string>(rule: ReportRuleDefinition<M>): ReportRule {
  return rule;
}

/** Arithmetic that the report itself lays out. */
export const TEXT_BASIS: Basis = { document: '本报告', clause: '报告文字前后勾稽关系', standing: 'seen' };

/** What the report says and its tables show must be one. */
export const TABLE_BASIS: Basis = { document: '本报告及自评表', clause: '自评报告与自评表数据应当一致', standing: 'assumed' };

export function holds(facts: readonly Fact[], cells: readonly TableCell[] = []): Outcome<never> {
  return { facts, cells, fault: null };
}
