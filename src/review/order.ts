// The order a reviewer reads in: errors first, then by place, a follow-on right after its cause.
import { parseA1 } from '../model/address';
import { findingKey, type Finding, type Severity } from '../model/finding';

const RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };

/** Errors, then to verify, then hints; inside by row, column and rule; every follow-on directly below its cause. Nothing is lost, circles included. */
export function order<F extends Finding>(findings: readonly F[]): readonly F[] {
  const keys = new Set(findings.map(findingKey));
  const children = new Map<string | null, F[]>();
  for (const finding of findings) {
    const parent = finding.because !== null && keys.has(finding.because) && finding.because !== findingKey(finding) ? finding.because : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(finding);
    else children.set(parent, [finding]);
  }
  const done = new Set<F>();
  const visit = (list: readonly F[]): void => {
    for (const finding of [...list].sort(compare)) {
      if (done.has(finding)) continue;
      done.add(finding);
      visit(children.get(findingKey(finding)) ?? []);
    }
  };
  visit(children.get(null) ?? []);
  visit(findings);
  return [...done];
}

/** How deep findings hang under others: 0 for one that stands alone. */
export function depths(findings: readonly Finding[]): (finding: Finding) => number {
  const byKey = new Map(findings.map((other) => [findingKey(other), other]));
  return (finding) => {
    let level = 0;
    for (let at: Finding | undefined = finding; at?.because !== null && at !== undefined && level < findings.length; level++) at = byKey.get(at.because);
    return level;
  };
}

function compare(a: Finding, b: Finding): number {
  const [here, there] = [place(a), place(b)];
  return RANK[a.severity] - RANK[b.severity] || here.row - there.row || here.column - there.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function place(finding: Finding): { readonly row: number; readonly column: number } {
  return parseA1(finding.cells[0] ?? '') ?? { row: 0, column: 0 };
}
