/** @jest-environment jsdom */
// The lists of a folder do not come: the network is gone, or the workbench was published anew since it was opened.
import './jsdom-gaps';
import { act, screen } from '@testing-library/react';
import { configure } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { mountWorkbench } from '../../src/workbench/mount';
import { sampleSnapshot } from '../pane/sample';
import { fakeWorld, file } from './fakes';

let mockReached = false;
jest.mock('../../src/workbench/components/desk/desk-view', () => {
  if (!mockReached) throw new Error('Loading chunk desk-view failed.');
  return jest.requireActual<object>('../../src/workbench/components/desk/desk-view');
});

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });

test('the workbook that is open, and what is unsaved of it, stays; the lists are asked for again', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const world = fakeWorld(sampleSnapshot(), { pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => new Promise(() => undefined) }]) });
  const element = document.createElement('div');
  document.body.append(element);
  const workbench = await act(() => Promise.resolve(mountWorkbench(element, world)));
  await act(() => workbench.open([file('自评表.xlsx')]));
  act(() => world.ports[0]?.touch());
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole('button', { name: '文件夹' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/没有加载出来/);
  expect(screen.getByRole('button', { name: /^返回表格“自评表\.xlsx”/ })).toBeTruthy();
  mockReached = true;
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByRole('tablist', { name: '怎样列出' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^返回表格“自评表\.xlsx”/ }));
  expect(document.title).toBe('● 自评表.xlsx - 表里如一');
  act(() => workbench.unmount());
});
