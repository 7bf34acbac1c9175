// The shape of a rule: what it checks, why, on what basis, its messages, its executed examples and its check.
import type { Correction, Finding, Severity } from '../model/finding';
import type { Basis, Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { Table } from '../model/table';
import type { Form } from './example';

/** What a rule may look at beside the table. */
export interface RuleContext {
  readonly rubric: Rubric;
  readonly scorecard: Scorecard;
}

/** The finding that another one follows from: the rule's id and its first cell. */
export interface Cause {
  readonly rule: string;
  readonly cell: string;
}

/** What a check yields, before it is rendered into a Finding. */
export interface RuleReport<M extends string = string> {
  /** Key of the rule's messages. */
  readonly message: M;
  /** Fills the message's {placeholders}; more may be given than the message uses. */
  readonly data: Readonly<Partial<Record<string, string>>>;
  /** A1 addresses on the table's sheet; where to look first comes first. */
  readonly cells: readonly string[];
  /** What should stand in the place of `received`: lists show the two as 应为 and 填报. Where `received` is what the first cell says, it must be right to write it there; a limit or a year stands in the message only. */
  readonly expected: string | null;
  /** What the first cell says, or the sum of the cells. */
  readonly received: string | null;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly basis?: Basis;
  readonly correction?: Correction | undefined;
  /** Possible causes, the nearest first; those that were not found are ignored. */
  readonly causes?: readonly Cause[];
}

/** A report about a workbook's tables together: its cells stand on `sheet`. */
export type WorkbookReport<M extends string = string> = RuleReport<M> & { readonly sheet: string };

/** A finding as an example promises it: exactly this rule's, these cells, this sentence. */
export interface PromisedFinding {
  readonly cells: readonly string[];
  readonly message: string;
  /** Only where it differs from the rule's. */
  readonly severity?: Severity;
}

export interface Example {
  /** What the example shows, a sentence. */
  readonly shows: string;
  readonly form: Form;
  /** Further tables of the same workbook. */
  readonly others?: readonly Form[];
  /** Exactly what the rule finds; empty: it stays silent. */
  readonly findings: readonly PromisedFinding[];
}

/** What every rule says of itself, whatever it looks at. */
export interface RuleHead<M extends string = string> {
  /** The noun of the fault, part of the published contract. */
  readonly id: string;
  /** Chinese, short. */
  readonly title: string;
  readonly severity: Severity;
  /** A Chinese sentence: what goes wrong for the unit when it stays. */
  readonly why: string;
  /** What the rule rests on unless a report says otherwise. */
  readonly basis: Basis;
  readonly messages: Readonly<Record<M, string>>;
}

export interface RuleDefinition<M extends string> extends RuleHead<M> {
  readonly examples: readonly Example[];
  /** Pure and deterministic; silent where input is missing or unreadable. */
  check(table: Table, context: RuleContext): Iterable<RuleReport<M>>;
  checkWorkbook?(tables: readonly Table[]): Iterable<WorkbookReport<M>>;
}

export interface Rule extends RuleHead {
  readonly examples: readonly Example[];
  readonly check: (table: Table, context: RuleContext) => Iterable<RuleReport>;
  readonly checkWorkbook?: (tables: readonly Table[]) => Iterable<WorkbookReport>;
}

/** Keeps message keys checked inside the rule file and forgets them outside. */
export function defineRule<M extends string>(rule: RuleDefinition<M>): Rule {
  return rule;
}

/** Renders a report: the rule's severity and basis where it names none. Throws as messageOf does. */
export function report(rule: Rule, found: RuleReport): Finding {
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    cells: found.cells,
    message: messageOf(rule, found),
    said: [{ message: found.message, data: found.data }],
    expected: found.expected,
    received: found.received,
    because: null,
    basis: found.basis ?? rule.basis,
    waived: null,
    correction: found.correction ?? null,
  };
}

/** One of the rule's messages, filled. Throws on an unknown one and on an unfilled placeholder, which are bugs of the rule. */
export function messageOf(rule: Pick<RuleHead, 'id' | 'messages'>, { message, data }: Pick<RuleReport, 'message' | 'data'>): string {
  const template = rule.messages[message];
  if (template === undefined) throw new Error(`${rule.id} has no message ${message}`);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`${rule.id}: nothing fills {${name}}`);
    return value;
  });
}
