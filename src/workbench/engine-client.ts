// Starts the worker from its text: a page opened from a disk may not start one from a file beside it.
import { remoteBooks, type Books, type Channel } from '../workbooks/grid/remote-book';

declare global {
  interface Window {
    /** The worker's script, put here by engine.js. */
    biaoliEngine?: string;
  }
}

/** The engine of this page; throws where the page was not built with one. */
export function startEngine(): Books {
  const source = window.biaoliEngine;
  if (source === undefined) throw new Error('engine.js is missing beside the page');
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return remoteBooks(worker as unknown as Channel);
}
