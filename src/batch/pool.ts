// Child processes that review files: a file that hangs, grows or crashes costs its own result and no other.
import { fork, type ChildProcess } from 'node:child_process';
import type { WorkDone, WorkItem } from './worker';

export interface PoolOptions {
  readonly jobs: number;
  /** The built command line, and the words that make it a worker. */
  readonly script: string;
  readonly words: readonly string[];
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** Megabytes of JavaScript heap. */
  readonly memoryLimit: number;
}

export interface PoolCallbacks {
  readonly done: (answer: WorkDone) => void;
  /** The file could not be reviewed within the limits, twice where the process died. */
  readonly lost: (item: WorkItem, reason: 'time' | 'crash') => void;
}

/** Items a child holds beside the one it works on, so that it never waits for its parent. */
const AHEAD = 3;

interface Child {
  readonly process: ChildProcess;
  /** In the order of work; the first one is being worked on. */
  readonly items: WorkItem[];
  timer: NodeJS.Timeout | null;
  overdue: boolean;
}

/** Items that nobody has yet; those that came back from a child go first. */
interface Supply {
  next(): WorkItem | null;
  /** Taken too early: it is the next one again. */
  putBack(item: WorkItem): void;
  comeBack(items: readonly WorkItem[]): void;
  readonly hasReturned: boolean;
}

function supplyOf(items: Iterable<WorkItem>): Supply {
  const queue = items[Symbol.iterator]();
  const again: WorkItem[] = [];
  return {
    next() {
      const waiting = again.shift();
      if (waiting) return waiting;
      const next: IteratorResult<WorkItem, unknown> = queue.next();
      return next.done === true ? null : next.value;
    },
    putBack: (item) => void again.unshift(item),
    comeBack: (items) => void again.push(...items),
    get hasReturned() {
      return again.length > 0;
    },
  };
}

function forked({ script, words, memoryLimit }: PoolOptions): Child {
  // Lines that are sent go as they are: as JSON inside JSON every quotation mark of them is escaped and read back. Room for ten files' objects instead of five
  // before the young ones are collected takes a quarter off the collector's time, 8 parts in a hundred of a child's.
  const process = fork(script, [...words], { execArgv: [`--max-old-space-size=${memoryLimit}`, '--max-semi-space-size=32'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' });
  return { process, items: [], timer: null, overdue: false };
}

/** The time of the first item begins now. */
function watch(child: Child, timeLimit: number): void {
  if (child.timer) clearTimeout(child.timer);
  child.timer = child.items.length === 0 ? null : setTimeout(() => {
    child.overdue = true;
    child.process.kill('SIGKILL');
  }, timeLimit);
}

/** A child without work is let go. `most`: items that it may hold. */
function feed(child: Child, supply: Supply, timeLimit: number, most = 1 + AHEAD): void {
  while (child.items.length < most) {
    const item = supply.next();
    if (!item) break;
    child.items.push(item);
    child.process.send(item);
    if (child.items.length === 1) watch(child, timeLimit);
  }
  if (child.items.length === 0) child.process.disconnect();
}

/** Reviews all items; ends when every one is done or lost. */
export function runPool(items: Iterable<WorkItem>, options: PoolOptions, { done, lost }: PoolCallbacks): Promise<void> {
  const { jobs, timeLimit } = options;
  const supply = supplyOf(items);
  /** A process may die for a reason outside the file: each file has a second try. */
  const tried = new Set<string>();
  let running = 0;

  return new Promise((resolve) => {
    function ended(child: Child): void {
      if (child.timer) clearTimeout(child.timer);
      running--;
      const [current, ...rest] = child.items;
      if (current) {
        if (child.overdue) lost(current, 'time');
        else if (tried.has(current.file)) lost(current, 'crash');
        else {
          tried.add(current.file);
          supply.comeBack([current]);
        }
        supply.comeBack(rest);
      }
      if (supply.hasReturned) start();
      else if (running === 0) resolve();
    }

    function start(): void {
      const first = supply.next();
      if (!first) {
        if (running === 0) resolve();
        return;
      }
      running++;
      supply.putBack(first);
      const child = forked(options);
      child.process.on('message', (answer: WorkDone) => {
        if (child.items[0]?.file !== answer.file) return;
        child.items.shift();
        done(answer);
        watch(child, timeLimit);
        feed(child, supply, timeLimit);
      });
      let over = false;
      const once = (): void => {
        if (!over) ended(child);
        over = true;
      };
      child.process.on('error', once);
      child.process.on('exit', once);
      // One each to begin with: of few files the first child would take them all.
      feed(child, supply, timeLimit, 1);
    }

    for (let at = 0; at < jobs; at++) start();
  });
}
