// One run over the files of a folder: workers review, the desk's worker keeps the lines, and how far it is is told a few times a second.
import { LOST, SECONDS } from '../../batch/limits';
import { companionsAmong, isReportFile } from '../../batch/report-names';
import type { Verdict } from '../../model/review';
import type { Known } from './desk-list';
import type { DeskRun } from './desk-state';
import { failedLine, type ReviewTask } from './review-task';
import { runReviewers, type Reviewer } from './reviewers';
import type { FolderFile } from './whereabouts';

export interface RunOptions {
  readonly start: () => Reviewer;
  /** Who reviews, as lines are to say. */
  readonly by: string;
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Milliseconds of any clock that only goes forward. */
  readonly clock: () => number;
  /** The whole folder: a report finds its workbooks in it, whichever files are reviewed now. */
  readonly folder: readonly FolderFile[];
  /** Earlier lines that may hold. */
  readonly known: ReadonlyMap<string, Known>;
  /** What was done before, where a run goes on. */
  readonly before: DeskRun | null;
}

export interface RunCallbacks {
  /** null: the earlier line of the file holds. */
  readonly line: (file: string, line: string | null) => void;
  readonly progress: (run: DeskRun) => void;
}

const TELL_EVERY = 200;
const NONE: Readonly<Record<Verdict, number>> = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };

/** Reviews the files; ends with how it went. */
export async function runFolder(files: readonly FolderFile[], { start, by, jobs, signal, clock, folder, known, before }: RunOptions, { line, progress }: RunCallbacks): Promise<DeskRun> {
  const begun = clock();
  const counts = { ...(before?.counts ?? NONE) };
  const already = before?.done ?? 0;
  const total = already + files.length;
  let done = already;
  let kept = before?.kept ?? 0;
  let told = 0;

  const now = (stage: DeskRun['stage']): DeskRun => {
    const seconds = (clock() - begun) / 1000;
    const rate = done > already && seconds > 0 ? (done - already) / seconds : null;
    return { total, done, kept, counts: { ...counts }, rate, left: rate === null ? null : Math.ceil((total - done) / rate), stage };
  };
  const tell = (verdict: Verdict): void => {
    done++;
    counts[verdict]++;
    if (clock() - told < TELL_EVERY) return;
    told = clock();
    progress(now('running'));
  };
  const failed = (file: string, reason: string): void => {
    const answer = failedLine(file, reason, by);
    line(file, answer.line);
    tell(answer.verdict);
  };

  progress(now('running'));
  const readable = folder.flatMap(({ path, whereabouts, problem }) => (whereabouts === null || problem !== null ? [] : [{ file: path, whereabouts }]));
  const besideOf = new Map(readable.map((one) => [one.file, one]));
  const companionsOf = companionsAmong(readable.map(({ file }) => file).filter(isReportFile), readable.map(({ file }) => file).filter((file) => !isReportFile(file)));
  const tasks: ReviewTask[] = [];
  for (const { path, whereabouts, problem } of files) {
    if (whereabouts === null || problem !== null) failed(path, problem ?? '');
    else tasks.push({ file: path, whereabouts, known: known.get(path)?.hash ?? null, ...(isReportFile(path) ? { companions: companionsOf(path).flatMap((one) => besideOf.get(one) ?? []) } : {}) });
  }
  await runReviewers(tasks, { start, jobs, timeLimit: SECONDS * 1000, signal }, {
    done({ file }, answer) {
      if (answer === null) kept++;
      line(file, answer?.line ?? null);
      tell(answer?.verdict ?? known.get(file)?.verdict ?? 'not-checked');
    },
    lost: ({ file }, reason) => failed(file, LOST[reason]),
  });
  return now(signal.aborted && done < total ? 'cancelled' : 'done');
}
