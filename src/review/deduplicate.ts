// One fault, one finding: what a rule says twice about the same first cell is merged.
import { findingKey, type Finding, type Severity } from '../model/finding';
import type { RawFinding } from './run-rules';

const RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };

/** The more severe of two severities. */
export function graver(a: Severity, b: Severity): Severity {
  return RANK[a] <= RANK[b] ? a : b;
}

/** Merges findings of one rule on one first cell: the first one's words, all cells and causes, the gravest severity. Order is kept. */
export function deduplicate(raw: readonly RawFinding[]): readonly RawFinding[] {
  const byKey = new Map<string, RawFinding>();
  for (const next of raw) {
    const key = findingKey(next.finding);
    const seen = byKey.get(key);
    byKey.set(key, seen ? merge(seen, next) : next);
  }
  return [...byKey.values()];
}

function merge(first: RawFinding, second: RawFinding): RawFinding {
  const same = first.finding.message === second.finding.message;
  const finding: Finding = {
    ...first.finding,
    severity: graver(first.finding.severity, second.finding.severity),
    cells: [...new Set([...first.finding.cells, ...second.finding.cells])],
    message: same ? first.finding.message : `${first.finding.message}${second.finding.message}`,
    ...(first.finding.said && second.finding.said ? { said: same ? first.finding.said : [...first.finding.said, ...second.finding.said] } : {}),
    correction: first.finding.correction ?? second.finding.correction,
  };
  return { finding, causes: [...first.causes, ...second.causes] };
}
