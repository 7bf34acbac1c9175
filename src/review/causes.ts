// What there is to do about a table: a slip and all that follows from it are one thing, and what is explained waits for nobody.
import { findingKey, type Finding } from '../model/finding';
import { isOpen } from './verdict';

type Caused = Pick<Finding, 'rule' | 'cells' | 'severity' | 'because' | 'waived'>;

/** A finding that stands alone, with what follows from it, directly or by way of others. */
export interface Chain<F extends Caused> {
  readonly finding: F;
  readonly follows: readonly F[];
}

/** Rate, score, total, grade: no real chain of causes is longer than that. */
const DEEPEST = 16;

/** An explanation answers a finding to verify, as long as it fits the cells. */
export function isExplained({ severity, waived }: Pick<Finding, 'severity' | 'waived'>): boolean {
  return severity === 'verify' && waived !== null && !waived.stale;
}

/**
 * Open findings (errors, and findings to verify without an explanation) by what they follow from. One whose cause is explained or a mere hint
 * stands alone, for nobody else will put it right; so does each of a circle.
 */
export function openChains<F extends Caused>(findings: readonly F[]): readonly Chain<F>[] {
  const open = findings.filter(isOpen);
  const byKey = new Map(open.map((finding) => [findingKey(finding), finding]));
  const rootOf = (finding: F): F => {
    let at = finding;
    for (let step = 0; step < DEEPEST; step++) {
      const cause = at.because === null ? undefined : byKey.get(at.because);
      if (cause === undefined) return at;
      at = cause;
    }
    return finding;
  };
  const follows = new Map<F, F[]>();
  for (const finding of open) {
    const root = rootOf(finding);
    if (!follows.has(root)) follows.set(root, []);
    if (root !== finding) follows.get(root)?.push(finding);
  }
  return open.flatMap((finding) => { const own = follows.get(finding); return own ? [{ finding, follows: own }] : []; });
}

/** How much there is to do: errors and verify are causes; what follows from them is put right with them and counts apart. */
export interface Counted {
  readonly errors: number;
  readonly verify: number;
  readonly hints: number;
  readonly follows: number;
  readonly explained: number;
}

export function countCauses(findings: readonly Caused[]): Counted {
  const chains = openChains(findings);
  const of = (severity: Finding['severity']): number => chains.filter(({ finding }) => finding.severity === severity).length;
  return {
    errors: of('error'), verify: of('verify'), hints: findings.filter(({ severity }) => severity === 'hint').length,
    follows: chains.reduce((sum, { follows }) => sum + follows.length, 0), explained: findings.filter(isExplained).length,
  };
}

/** Of several tables together. Causes are counted table by table: what follows from a slip stands in its own table. */
export function addCounted(counts: readonly Counted[]): Counted {
  const of = (what: keyof Counted): number => counts.reduce((sum, one) => sum + one[what], 0);
  return { errors: of('errors'), verify: of('verify'), hints: of('hints'), follows: of('follows'), explained: of('explained') };
}
