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

/** A worker with what it is asked by: calls reject when it has died. */
function startBooks(source: string | undefined): { readonly books: Books; readonly died: Promise<never>; readonly end: () => void } {
  const worker = startWorker(source);
  const died = new Promise<never>((_, reject) => worker.addEventListener('error', (event) => reject(new WorkerDied(event.message))));
  return { books: remoteBooks(worker as unknown as Channel, died), died, end: () => worker.terminate() };
}

/** The engine of this page; throws where the page was not built with one. One that has died takes its open book along; the next file gets another. */
export function startEngine(): Books {
  let engine: Books | null = null;
  const running = (): Books => {
    if (engine) return engine;
    const { books, died, end } = startBooks(window.biaoliEngine);
    died.catch(() => {
      end();
      engine = null;
    });
    engine = books;
    return books;
  };
  running();
  return { open: (bytes, name) => running().open(bytes, name), other: (name, argument) => running().other(name, argument) };
}

/** A worker that reviews files of a folder by these rules, which go over once; its script has come with the desk's. */
export function startReviewer(judges: Judges): Reviewer {
  const { books, end } = startBooks(window.biaoliDesk);
  // Answered in order: what is reviewed next is judged by them.
  books.other('judges', judges).catch(() => undefined);
  return { review: (task) => books.other('review', task) as Promise<TaskDone>, end };
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
  const { books, end } = startBooks(window.biaoliDesk);
  return { ask: ((name: string, argument: unknown) => books.other(name, argument)) as Desk['ask'], end };
}
