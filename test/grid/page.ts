// A page with nothing but the grid, and what a test asks of it.
import { openUniverView, type UniverOptions } from '../../src/workbooks/grid/univer-view';
import type { GridEdit, GridView } from '../../src/workbooks/grid/grid-view';
import type { RefusedFor } from '../../src/workbooks/grid/univer-guard';

export interface TestGrid {
  view: GridView;
  readonly edits: GridEdit[];
  readonly refused: (readonly [string, RefusedFor])[];
  /** Keys that reached the page. */
  readonly keys: string[];
  open(options?: Partial<UniverOptions>): Promise<number>;
}

declare global {
  interface Window {
    grid: TestGrid;
  }
}

const edits: GridEdit[] = [];
const refused: (readonly [string, RefusedFor])[] = [];
const keys: string[] = [];
document.addEventListener('keydown', (event) => {
  const name = `${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`;
  keys.push(event.defaultPrevented ? `${name} taken` : name);
  if (/^(Ctrl\+[os]|F6)$/i.test(name)) event.preventDefault();
});

const container = document.getElementById('grid');
if (!container) throw new Error('no place for the grid');
window.grid = {
  view: undefined as unknown as GridView,
  edits, refused, keys,
  async open(options = {}) {
    const start = performance.now();
    this.view = await openUniverView(container, { theme: 'light', language: 'zh-CN', onRefused: (command, why) => refused.push([command, why]), ...options });
    this.view.onEdit((heard) => edits.push(...heard));
    return performance.now() - start;
  },
};
