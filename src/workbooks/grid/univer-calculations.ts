// Whether the formula engine is still at work: it starts a tenth of a second after a change and tells when it has ended.
import type { ICommandService } from '@univerjs/core';
import { isMutation } from './univer-guard';

const START = 'formula.mutation.set-formula-calculation-start';
const NOTICE = 'formula.mutation.set-formula-calculation-notification';
/** After these the engine looks whether anything has to be calculated anew. */
const CAUSES = new Set(['sheet.mutation.set-range-values', 'sheet.mutation.insert-sheet', 'sheet.mutation.remove-sheet', 'formula.mutation.set-trigger-formula-calculation-start', 'formula.mutation.set-defined-name']);
const STOPPED = 1;
/** How often (ms) is looked, and after how many looks in vain a change has caused no calculation. Looks and not time: while the page is busy, nothing can begin. */
const LOOK = 50;
const IN_VAIN = 10;
/** Nobody waits longer (ms) for a sheet that does not come to an end. */
const LONGEST = 30_000;

export interface Calculations {
  /** A workbook is about to be opened: its first calculation is waited for. */
  begin(): void;
  /** Ends when nothing is left to be calculated. */
  settled(): Promise<void>;
  dispose(): void;
}

export function calculationsOf(commands: ICommandService): Calculations {
  let changed = 0;
  let looks = 0;
  let running = false;
  let startedFor = 0;
  let doneFor = 0;
  let waiting: (() => void)[] = [];

  function look(): void {
    if (running || (doneFor < changed && looks++ < IN_VAIN)) return;
    doneFor = changed;
    const all = waiting;
    waiting = [];
    for (const done of all) done();
  }

  const hearing = commands.onCommandExecuted(({ id, type, params }, options = {}) => {
    if (!isMutation(type)) return;
    if (CAUSES.has(id) && (options.onlyLocal !== true || id !== 'sheet.mutation.set-range-values')) {
      changed++;
      looks = 0;
    }
    if (id === START) {
      running = true;
      startedFor = changed;
    }
    const state = id === NOTICE ? (params as { functionsExecutedState?: number }).functionsExecutedState : undefined;
    if (state === undefined) return;
    running = false;
    if (state !== STOPPED) doneFor = startedFor;
    // Results are written into the cells right after this notice.
    setTimeout(look);
  });

  return {
    begin() {
      changed++;
      looks = 0;
    },
    settled: () => new Promise((done) => {
      waiting.push(done);
      const timer = setInterval(() => {
        look();
        if (!waiting.includes(done)) clearInterval(timer);
      }, LOOK);
      setTimeout(() => {
        clearInterval(timer);
        waiting = waiting.filter((one) => one !== done);
        done();
      }, LONGEST);
      look();
    }),
    dispose() {
      hearing.dispose();
      const all = waiting;
      waiting = [];
      for (const done of all) done();
    },
  };
}
