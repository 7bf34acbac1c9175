// Findings with their place in the workbook: what every list, count and button of the pane works on.
import { parseA1 } from '../model/address';
import { findingKey, type Finding, type Severity } from '../model/finding';
import { grouped } from '../model/grouped';
import type { TableReview, WorkbookReview } from '../model/review';
import { addCounted, countCauses, isExplained, openChains } from '../review/causes';
import { isOpen } from '../review/verdict';
import { numberTables, type TableNumbers } from './known-tables';
import { tableAbout } from './summary';

export interface Located {
  /** Names the finding inside one review, stable across re-checks of the same tables, whichever others come and go. */
  readonly key: string;
  readonly finding: Finding;
  readonly sheet: string;
  /** First cell; '' for a finding without one. */
  readonly cell: string;
  /** Null for findings between tables. */
  readonly table: TableReview | null;
  readonly tableIndex: number | null;
  /** Index of the table that it is about, also where it is one between tables. */
  readonly about: number | null;
  /** Key of the topmost finding that this one follows from; null when it stands alone. */
  readonly root: string | null;
}

/** Findings of a review, table by table, then those between tables. */
export function locate(review: WorkbookReview, numbers: TableNumbers = numberTables(review, null)): readonly Located[] {
  return [
    ...review.tables.flatMap((table, index) => locateIn(table.findings, `${numbers[index]}`, () => table.table.sheet, table, index, () => index)),
    ...locateIn(review.findings, 'across', (finding) => finding.sheet, null, null, (finding) => { const about = tableAbout(review, finding); return about && review.tables.indexOf(about); }),
  ];
}

function locateIn<F extends Finding>(findings: readonly F[], scope: string, sheetOf: (finding: F) => string, table: TableReview | null, tableIndex: number | null, aboutOf: (finding: F) => number | null): readonly Located[] {
  const keys = new Map<F, string>();
  const firstOf = new Map<string, F>();
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const plain = `${scope}/${table ? '' : `${sheetOf(finding)}/`}${findingKey(finding)}`;
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    keys.set(finding, times === 0 ? plain : `${plain}~${times}`);
    if (!firstOf.has(findingKey(finding))) firstOf.set(findingKey(finding), finding);
  }
  const rootOf = (finding: F): string | null => {
    const passed = new Set<F>([finding]);
    let at = finding;
    while (at.because !== null) {
      const cause = firstOf.get(at.because);
      if (!cause || passed.has(cause)) break;
      passed.add(cause);
      at = cause;
    }
    return at === finding ? null : (keys.get(at) ?? null);
  };
  return findings.map((finding) => ({ key: keys.get(finding) ?? '', finding, sheet: sheetOf(finding), cell: finding.cells[0] ?? '', table, tableIndex, about: aboutOf(finding), root: rootOf(finding) }));
}

/** What a list is about. */
export interface Counts {
  readonly all: number;
  readonly error: number;
  readonly verify: number;
  readonly hint: number;
  readonly explained: number;
}

/** Findings of each table, and those between tables: causes are told from what follows inside these. */
function byScope(located: readonly Located[]): readonly (readonly Finding[])[] {
  return [...grouped(located, ({ tableIndex }) => String(tableIndex)).values()].map((own) => own.map(({ finding }) => finding));
}

/** As the verdict counts: what follows from a finding is put right with it and is no row of its own. Explained findings count apart: they no longer wait for anybody. */
export function countFindings(located: readonly Located[]): Counts {
  const { errors, verify, hints, explained } = addCounted(byScope(located).map(countCauses));
  return { all: errors + verify + hints + explained, error: errors, verify, hint: hints, explained };
}

/** What each finding is counted under: that of the finding which it follows from. */
export function countedUnder(located: readonly Located[]): (finding: Finding) => Severity | 'explained' {
  const heads = new Map(byScope(located).flatMap(openChains).flatMap(({ finding, follows }) => follows.map((one) => [one, finding.severity] as const)));
  return (finding) => (isExplained(finding) ? 'explained' : heads.get(finding) ?? finding.severity);
}

/** A correction that may be written now: its cause, if it has one, comes first. */
export function isCorrectable({ finding, root }: Located, kind: 'safe' | 'review'): boolean {
  return finding.correction?.kind === kind && root === null && (finding.severity === 'hint' || isOpen(finding));
}

/** Certain corrections, with those that follow from them: what a preview of everything offers. */
export function countCorrectable(located: readonly Located[]): number {
  const first = new Set(located.filter((one) => isCorrectable(one, 'safe')).map((one) => one.key));
  return first.size + located.filter(({ finding, root }) => root !== null && first.has(root) && finding.correction?.kind === 'safe' && isOpen(finding)).length;
}

/** By row, then column; what has no cell comes first. */
export function byPlace(a: Located, b: Located): number {
  const [here, there] = [parseA1(a.cell), parseA1(b.cell)];
  return (here?.row ?? 0) - (there?.row ?? 0) || (here?.column ?? 0) - (there?.column ?? 0);
}
