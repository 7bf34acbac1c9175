// What a draft of a rubric would change in the open workbook: verdict, score and findings of each table, before and after.
import type { Finding } from '../model/finding';
import type { TableReview, Verdict, WorkbookReview } from '../model/review';
import { isOpen } from '../review/verdict';

interface Judged {
  readonly verdict: Verdict;
  /** As displayed; null where none can be computed. */
  readonly score: string | null;
  readonly rubric: string;
}

export interface TableTrial {
  readonly sheet: string;
  /** False: the draft does not judge this table. */
  readonly judged: boolean;
  /** Why the rubric was chosen, a Chinese sentence. */
  readonly why: string;
  readonly before: Judged;
  readonly after: Judged;
  /** Findings that come and go. */
  readonly added: readonly Finding[];
  readonly gone: readonly Finding[];
}

/** Tables keep their order: both reviews are of the same snapshot. `id`: the draft's. */
export function trialOf(before: WorkbookReview, after: WorkbookReview, id: string): readonly TableTrial[] {
  return after.tables.flatMap((now, at) => {
    const was = before.tables[at];
    if (!was) return [];
    const told = (findings: readonly Finding[]): ReadonlyMap<string, Finding> => new Map(findings.filter(isOpen).map((one) => [`${one.rule} ${one.cells.join()} ${one.severity} ${one.message}`, one]));
    const old = told(was.findings);
    const fresh = told(now.findings);
    return [{
      sheet: now.table.sheet, judged: now.choice.rubric.id === id, why: now.choice.why, before: judged(was), after: judged(now),
      added: [...fresh].filter(([key]) => !old.has(key)).map(([, one]) => one), gone: [...old].filter(([key]) => !fresh.has(key)).map(([, one]) => one),
    }];
  });
}

function judged({ verdict, scorecard: { low, high, computed }, choice }: TableReview): Judged {
  const digits = choice.rubric.rounding.value;
  const text = (value: typeof low): string => value?.toDecimalPlaces(digits).toString() ?? '';
  const score = computed ? text(computed) : low && high ? `${text(low)}～${text(high)}` : null;
  return { verdict, score, rubric: choice.rubric.title };
}
