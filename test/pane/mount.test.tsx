/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, screen, waitFor } from '@testing-library/react';
import { mountPane, type MountedPane } from '../../src/pane/mount';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

let pane: MountedPane | null = null;
afterEach(() => {
  act(() => pane?.unmount());
  document.body.replaceChildren();
});

function mounted(port: FakePort): MountedPane {
  const element = document.createElement('div');
  document.body.append(element);
  let run = 0;
  pane = mountPane(element, { port, locale: 'zh-CN', theme: 'light', preferences: memoryPreferences(), now: () => new Date(2024, 2, 15), newRun: () => `run-${++run}` });
  return pane;
}

test('a cell that was asked for is explained also where 一键核查 is pressed before the pane comes to it', async () => {
  const port = fakePort(sampleSnapshot());
  let go: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    go = resolve;
  });
  const slow: FakePort = { ...port, listen: (...given) => waits.then(() => port.listen(...given)) };
  const told = mounted(slow).explain(port.snapshot.grids[0]?.sheet ?? '', 'I5');
  (await screen.findByRole('button', { name: '一键核查' })).click();
  await act(async () => {
    go();
    await new Promise((done) => void setTimeout(done, 20));
  });
  expect(await told).toBe(true);
  await waitFor(() => expect(document.querySelector('[data-stop][aria-expanded="true"]')?.textContent).toContain('I5'), { timeout: 20_000 });
});

test('a cell that was asked for and has no finding is said to have none', async () => {
  const port = fakePort(sampleSnapshot());
  const sheet = port.snapshot.grids[0]?.sheet ?? '';
  const opened = await act(() => Promise.resolve(mounted(port)));
  expect(await act(() => opened.show(sheet, 'A1'))).toBe(false);
  expect(screen.queryByText(/提出问题/)).toBeNull();
  expect(await act(() => opened.explain(sheet, 'A1', 'execution-rate'))).toBe(false);
  expect((await screen.findAllByText(`没有对“${sheet}”的 A1 提出问题。`)).map((one) => one.closest('[role="status"]') !== null).sort()).toEqual([false, true]);
});
