// Starts workers from their text: a page opened from a disk may not start one from a file beside it.
import type { Judges } from '../batch/judges';
import { remoteBooks, type Books, type Channel } from '../workbooks/grid/remote-book';
import type { DeskCalls } from './desk/desk-calls';
import { WorkerDied, WorkerMissing } from './desk/worker-died';
import type { Reviewer } from './desk/reviewers';
import type { TaskDone } from './desk/review-task';

declare global {
  interface Window {
    /** The workers' scripts, put here by engine.js and desk.js. */
    biaoliEngine?: string;
    biaoliDesk?: string;
  }
}

/** By their text: to make one of two million letters takes 30 ms, and reviewers are started several at once. */
const scripts = new Map<string, Blob>();

function scriptOf(source: string): Blob {
  const made = scripts.get(source);
  if (made) return made;
  const script = new Blob([source], { type: 'text/javascript' });
  scripts.set(source, script);
  return script;
}

function startWorker(source: string | undefined): Worker {
  if (source === undefined) throw new Error('a worker’s script is missing beside the page');
  const address = URL.createObjectURL(scriptOf(source));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}

/** The engine of this page; throws where the page was not built with one. */
export function startEngine(): Books {
  return remoteBooks(startWorker(window.biaoliEngine) as unknown as Channel);
}

/** A worker that reviews files of a folder by these rules, which go over once; its script has come with the desk's. */
export function startReviewer(judges: Judges): Reviewer {
  const worker = startWorker(window.biaoliDesk);
  const engine = remoteBooks(worker as unknown as Channel);
  const died = new Promise<never>((_, reject) => worker.addEventListener('error', (event) => reject(new WorkerDied(event.message))));
  // Heard where a review waits for it; a worker that dies idle is nobody's loss.
  died.catch(() => undefined);
  // Answered in order: what is reviewed next is judged by them.
  engine.other('judges', judges).catch(() => undefined);
  return { review: (task) => Promise.race([engine.other('review', task) as Promise<TaskDone>, died]), end: () => worker.terminate() };
}

/** The desk's worker, asked by name; calls reject when it has died. */
export interface Desk {
  ask<Name extends keyof DeskCalls>(name: Name, ...argument: Parameters<DeskCalls[Name]>): ReturnType<DeskCalls[Name]>;
  end(): void;
}

/** Its script comes with the first folder: a script element works from a disk as well, where nothing may be fetched. */
function deskScript(): Promise<void> {
  if (window.biaoliDesk !== undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'desk.js';
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new WorkerMissing('desk.js is missing beside the page'));
    };
    document.head.append(script);
  });
}

export async function startDesk(): Promise<Desk> {
  await deskScript();
  const worker = startWorker(window.biaoliDesk);
  const desk = remoteBooks(worker as unknown as Channel);
  const died = new Promise<never>((_, reject) => worker.addEventListener('error', (event) => reject(new WorkerDied(event.message))));
  died.catch(() => undefined);
  return { ask: ((name: string, argument: unknown) => Promise.race([desk.other(name, argument), died])) as Desk['ask'], end: () => worker.terminate() };
}
