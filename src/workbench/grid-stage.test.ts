import type { GridView } from '../workbooks/grid/grid-view';
import type { WorkbookPicture } from '../workbooks/grid/picture';
import { GridStage } from './grid-stage';
import type { CreateGrid } from './services';

// A stand-in for an element: the stage only empties it.
const container = { replaceChildren: () => undefined } as unknown as HTMLElement;
const picture = (active: number): WorkbookPicture => ({ sheets: [], styles: [], active });

function grid(name: string, log: string[], show: (shown: WorkbookPicture) => Promise<void> = () => Promise.resolve()): CreateGrid {
  return () => Promise.resolve({
    show: (shown) => {
      log.push(`${name} shows ${shown.active}`);
      return show(shown);
    },
    selected: () => null, setTheme: () => undefined, setLanguage: () => undefined, dispose: () => log.push(`${name} goes`),
  } as Partial<GridView> as GridView);
}

function workbook(active: () => number): { book: { picture(): Promise<WorkbookPicture> }; port: { onDirty(listener: () => void): () => void; setView(view: GridView | null): void }; change(): void; viewed: () => boolean } {
  const listeners = new Set<() => void>();
  let view: GridView | null = null;
  return {
    book: { picture: () => Promise.resolve(picture(active())) },
    port: {
      onDirty: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      setView: (next) => (view = next),
    },
    change: () => listeners.forEach((listener) => listener()),
    viewed: () => view !== null,
  };
}

const options = () => ({ theme: 'light', language: 'zh-CN' } as const);

test('a page without a grid shows plain tables', async () => {
  const log: string[] = [];
  const stage = new GridStage(null, () => Promise.resolve(grid('table', log)), options);
  expect((await stage.show(container, workbook(() => 1))).stage).toBe('viewer');
});

test('where the grid does not load, plain tables take its place, and the next workbook tries again', async () => {
  const log: string[] = [];
  let loads = 0;
  const load = (): Promise<CreateGrid> => (++loads === 1 ? Promise.reject(new Error('no chunk')) : Promise.resolve(grid('grid', log)));
  const stage = new GridStage(load, () => Promise.resolve(grid('table', log)), options);
  expect((await stage.show(container, workbook(() => 1))).stage).toBe('fallback');
  expect((await stage.show(container, workbook(() => 2))).stage).toBe('editor');
  expect(log).toEqual(['table shows 1', 'table goes', 'grid shows 2']);
});

test('a workbook that the grid cannot show is shown as plain tables', async () => {
  const log: string[] = [];
  const stage = new GridStage(() => Promise.resolve(grid('grid', log, () => Promise.reject(new Error('too odd')))), () => Promise.resolve(grid('table', log)), options);
  const shown = workbook(() => 1);
  expect((await stage.show(container, shown)).stage).toBe('fallback');
  expect(log).toEqual(['grid shows 1', 'grid goes', 'table shows 1']);
  expect(shown.viewed()).toBe(true);
});

test('what is written while the grid is filled is shown before the port takes over', async () => {
  const log: string[] = [];
  let version = 1;
  const shown = workbook(() => version);
  const stage = new GridStage(() => Promise.resolve(grid('grid', log, () => {
    if (version === 1) {
      version = 2;
      shown.change();
    }
    return Promise.resolve();
  })), () => Promise.reject(new Error('not needed')), options);
  expect(await stage.show(container, shown)).toEqual({ stage: 'editor', picture: picture(2) });
  expect(log).toEqual(['grid shows 1', 'grid shows 2']);
});

test('a workbook that was overtaken by another one never gets the grid', async () => {
  const log: string[] = [];
  const stage = new GridStage(() => Promise.resolve(grid('grid', log)), () => Promise.reject(new Error('not needed')), options);
  const [slow, quick] = [workbook(() => 1), workbook(() => 2)];
  const [first, second] = await Promise.all([stage.show(container, slow), stage.show(container, quick)]);
  expect([first.stage, second.stage]).toEqual(['overtaken', 'editor']);
  expect([slow.viewed(), quick.viewed()]).toEqual([false, true]);
  expect(log).toEqual(['grid shows 2']);
});

test('where nothing can be shown it says so', async () => {
  const stage = new GridStage(null, () => Promise.reject(new Error('no chunk')), options);
  expect(await stage.show(container, workbook(() => 1))).toEqual({ stage: 'failed' });
});

test('what is half typed is taken by the grid that is shown, and nothing happens where there is none', async () => {
  const log: string[] = [];
  const finishing: CreateGrid = async (...given) => ({ ...(await grid('grid', log)(...given)), finishTyping: () => log.push('typed') });
  const stage = new GridStage(() => Promise.resolve(finishing), () => Promise.reject(new Error('not needed')), options);
  stage.finishTyping();
  await stage.show(container, workbook(() => 1));
  stage.finishTyping();
  expect(log).toEqual(['grid shows 1', 'typed']);
});
