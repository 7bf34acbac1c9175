// Measures a review of the corpus against what careful readers expect of each table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseA1 } from '../../src/model/address';
import type { Finding } from '../../src/model/finding';
import type { CorpusTable } from './workbooks';

export interface ExpectedFault {
  readonly cell: string;
  /** Rules that may report it; the first is the one that fits best. */
  readonly rules: readonly string[];
  readonly certainty: 'certain' | 'debatable';
  /** The fault is the whole table's: a finding of the first rule counts wherever it points. */
  readonly anywhere?: boolean;
  readonly why: string;
}

export interface Expectation {
  readonly table: string;
  readonly faults: readonly ExpectedFault[];
  /** What adds up and must stay silent; without cells it is there for the reader. */
  readonly holds: readonly { readonly why: string; readonly cells?: readonly string[] }[];
  /** Faults that the workbook alone cannot show: nobody is asked to find them, nobody is blamed for it. */
  readonly outside: readonly { readonly cell: string; readonly rules: readonly string[]; readonly why: string }[];
}

export type Reported = Pick<Finding, 'rule' | 'severity' | 'cells'> & Partial<Pick<Finding, 'message'>>;

export interface CorpusScore {
  /** Faults that are certain and inside the workbook. */
  readonly certain: number;
  /** Of these: reported by a rule that fits, on the row (or anywhere, where the fault is the table's). */
  readonly found: number;
  /** Of these: with the very cell among the finding's cells. */
  readonly located: number;
  /** Findings of severity error that match nothing expected. */
  readonly falseErrors: number;
  /** The same for verify, and for missing content of a copy that ends early. */
  readonly extraVerify: number;
  /** Errors whose first cell holds by the reader's own arithmetic. */
  readonly brokenHolds: readonly string[];
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
  readonly extras: readonly string[];
}

export function expectationOf(table: CorpusTable): Expectation {
  return JSON.parse(readFileSync(join(__dirname, 'expected', `${table.id}.json`), 'utf8')) as Expectation;
}

function onRow(reported: Reported, cell: string): boolean {
  const row = parseA1(cell)?.row;
  return reported.cells.some((one) => parseA1(one)?.row === row);
}

function matches(fault: Pick<ExpectedFault, 'cell' | 'rules' | 'anywhere'>, reported: Reported): boolean {
  if (!fault.rules.includes(reported.rule)) return false;
  return (fault.anywhere === true && reported.rule === fault.rules[0]) || onRow(reported, fault.cell);
}

function describe(id: string, reported: Reported): string {
  return `${id} ${reported.cells.join(',')} ${reported.rule}: ${reported.message ?? ''}`;
}

/** Scores the findings of each table (by fixture id; an id left out counts as reviewed in silence). */
export function scoreCorpus(tables: readonly CorpusTable[], findings: ReadonlyMap<string, readonly Reported[]>, expect: (table: CorpusTable) => Expectation = expectationOf): CorpusScore {
  let [certain, found, located] = [0, 0, 0];
  const [missed, alarms, extras, brokenHolds]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const table of tables) {
    const expected = expect(table);
    const reported = findings.get(table.id) ?? [];
    for (const fault of expected.faults.filter(({ certainty }) => certainty === 'certain')) {
      certain++;
      const hits = reported.filter((one) => matches(fault, one));
      if (hits.length === 0) missed.push(`${table.id} ${fault.cell} ${fault.rules[0] ?? ''}: ${fault.why}`);
      else found++;
      if (hits.some((one) => one.cells.includes(fault.cell))) located++;
    }
    for (const one of reported) {
      if (one.severity === 'hint' || [...expected.faults, ...expected.outside].some((fault) => matches(fault, one))) continue;
      const cutOff = table.completeness === 'partial' && one.rule.startsWith('missing-');
      if (one.severity === 'error' && !cutOff) alarms.push(describe(table.id, one));
      else extras.push(describe(table.id, one));
      const held = expected.holds.find(({ cells }) => cells?.includes(one.cells[0] ?? ''));
      if (one.severity === 'error' && held) brokenHolds.push(`${describe(table.id, one)} — ${held.why}`);
    }
  }
  return { certain, found, located, falseErrors: alarms.length, extraVerify: extras.length, brokenHolds, missed, alarms, extras };
}
