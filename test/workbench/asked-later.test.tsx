/** @jest-environment jsdom */
// Of several things asked for while one is still on its way, the one that was asked for last comes.
import './jsdom-gaps';
import { act, screen, waitFor } from '@testing-library/react';
import type { Entry } from '../../src/workbench/desk/gathering';
import { failedLine } from '../../src/workbench/desk/review-task';
import type { MountedWorkbench, OpenableFile, WorkbenchServices } from '../../src/workbench/services';
import { sampleSnapshot } from '../pane/sample';
import { bytesOf, fakeDesk, fakeWorld, file, type FakeWorld } from './fakes';
import { button, mountOn, user } from './mounting';


async function mounted(change: Partial<WorkbenchServices> = {}): Promise<{ world: FakeWorld; page: MountedWorkbench }> {
  const world = fakeWorld(sampleSnapshot(), change);
  return { world, page: await mountOn(world) };
}

/** A file that is read when `give` is called. */
function slow(name: string): { readonly file: OpenableFile; readonly give: () => Promise<void> } {
  let give: () => void = () => undefined;
  const bytes = new Promise<Uint8Array>((resolve) => {
    give = () => resolve(bytesOf(name));
  });
  return {
    file: { ...file(name), read: () => bytes },
    give: () => act(async () => {
      give();
      await new Promise((done) => void setTimeout(done, 20));
    }),
  };
}

const panes = ({ log }: FakeWorld): readonly string[] => log.filter((line) => line.startsWith('pane '));

test('the question about what is unsaved is about the file asked for last, though an earlier one is read meanwhile', async () => {
  const { world, page } = await mounted();
  await act(() => page.open([file('旧.xlsx')]));
  const first = slow('甲.xlsx');
  await act(async () => {
    void page.open([first.file]);
    await new Promise((done) => void setTimeout(done, 20));
  });
  act(() => world.ports.at(-1)?.touch());
  await act(() => page.open([file('乙.xlsx')]));
  await first.give();
  await user.click(button('不保存'));
  await waitFor(() => expect(panes(world)).toContain('pane 乙.xlsx'));
  expect(panes(world)).toEqual(['pane 旧.xlsx', 'pane 乙.xlsx']);
  expect(screen.queryByText(/正在打开.*甲/)).toBeNull();
});

test('who opens a file while the sample is still being fetched keeps that file', async () => {
  let come: () => void = () => undefined;
  const sample = new Promise<{ name: string; bytes: Uint8Array }>((resolve) => {
    come = () => resolve({ name: '示例.xlsx', bytes: bytesOf('sample') });
  });
  const { world, page } = await mounted({ sample: () => sample });
  await user.click(button('试用示例'));
  await act(() => page.open([file('甲.xlsx')]));
  await act(async () => {
    come();
    await new Promise((done) => void setTimeout(done, 20));
  });
  expect(panes(world)).toEqual(['pane 甲.xlsx']);
});

test('of two lines of a folder the one pressed last is opened, though the file of the other comes later', async () => {
  let come: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  const handle = (name: string, waits: Promise<void>): FileSystemFileHandle => ({ name, kind: 'file', getFile: async () => {
    await waits;
    return Object.assign(new File([name], name), { arrayBuffer: () => Promise.resolve(bytesOf(name).buffer) });
  } }) as Partial<FileSystemFileHandle> as FileSystemFileHandle;
  const entry = (name: string, waits: Promise<void>): Entry => ({ name, kind: 'file', handle: handle(name, waits), file: () => Promise.resolve(Object.assign(new File([name], name), { arrayBuffer: () => Promise.resolve(bytesOf(name).buffer) })) });
  const { world } = await mounted({
    desk: fakeDesk({ startReviewer: () => ({ review: (task) => Promise.resolve(failedLine(task.file, '读不出来。', '')), end: () => undefined }) }),
    pickFolder: () => Promise.resolve([{ name: '甲区', kind: 'folder', entries: () => Promise.resolve([entry('甲.xlsx', late), entry('乙.xlsx', Promise.resolve())]) }]),
  });
  await user.click(button('文件夹'));
  await screen.findAllByText(/核查完成/, {}, { timeout: 30_000 });
  await user.click(screen.getByRole('tab', { name: /^文件/ }));
  for (const name of [/^甲/, /^乙/]) {
    await user.click(await screen.findByRole('button', { name }));
    await user.click(await screen.findByRole('button', { name: '打开文件' }));
  }
  await waitFor(() => expect(panes(world)).toEqual(['pane 乙.xlsx']));
  await act(async () => {
    come();
    await new Promise((done) => void setTimeout(done, 50));
  });
  expect(panes(world)).toEqual(['pane 乙.xlsx']);
});
