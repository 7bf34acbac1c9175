// Workers that review files: one that hangs or dies on a file costs that file's result and no other. The browser's counterpart of the command line's processes.
import type { ReviewTask, TaskDone } from './review-task';

/** One worker. `review` rejects when the worker has died. */
export interface Reviewer {
  review(task: ReviewTask): Promise<TaskDone>;
  end(): void;
}

export interface ReviewersOptions {
  readonly start: () => Reviewer;
  readonly jobs: number;
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** Ends the workers; what they were at stays undone. */
  readonly signal: AbortSignal;
}

export interface ReviewersCallbacks {
  readonly done: (task: ReviewTask, answer: TaskDone) => void;
  /** The file could not be reviewed within the limit, or the worker died on it twice. */
  readonly lost: (task: ReviewTask, reason: 'time' | 'crash') => void;
}

/** Reviews all tasks; ends when every one is done or lost, or after the signal. */
export async function runReviewers(tasks: readonly ReviewTask[], { start, jobs, timeLimit, signal }: ReviewersOptions, { done, lost }: ReviewersCallbacks): Promise<void> {
  let next = 0;

  async function tryOnce(reviewer: Reviewer, task: ReviewTask): Promise<{ readonly answer: TaskDone } | 'time' | 'crash' | 'stopped'> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = (): void => undefined;
    try {
      return await Promise.race([
        reviewer.review(task).then((answer) => ({ answer }), () => 'crash' as const),
        new Promise<'time'>((resolve) => (timer = setTimeout(() => resolve('time'), timeLimit))),
        new Promise<'stopped'>((resolve) => {
          stop = () => resolve('stopped');
          signal.addEventListener('abort', stop);
          // Stopped while the task was handed over: nothing is heard of it any more.
          if (signal.aborted) stop();
        }),
      ]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  async function work(): Promise<void> {
    let reviewer = start();
    for (let task = tasks[next++]; task && !signal.aborted; task = tasks[next++]) {
      let came = await tryOnce(reviewer, task);
      if (came === 'crash') {
        // A worker may die for a reason outside the file: each file has a second try.
        reviewer.end();
        reviewer = start();
        came = await tryOnce(reviewer, task);
      }
      if (came === 'stopped') break;
      if (typeof came === 'object') done(task, came.answer);
      else {
        reviewer.end();
        reviewer = start();
        lost(task, came);
      }
    }
    reviewer.end();
  }

  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
}
