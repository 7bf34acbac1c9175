/** @jest-environment jsdom */
// A page of the pane that does not come: the network is gone, or the pane was published anew since it was opened.
import './jsdom-gaps';
import { act, cleanup, render, screen } from '@testing-library/react';
import { configure } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { sayIn } from '../../src/pane/catalogue';
import { App } from '../../src/pane/components/app';
import { PaneProvider } from '../../src/pane/components/pane-context';
import { PaneController } from '../../src/pane/controller';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort } from './fake-port';
import { sampleSnapshot } from './sample';

let mockReached = false;
jest.mock('../../src/pane/components/settings-view', () => {
  if (!mockReached) throw new Error('Loading chunk settings-view failed.');
  return jest.requireActual<object>('../../src/pane/components/settings-view');
});

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });
afterEach(cleanup);

test('a page that does not come is said to, leads back, and is asked for again; the pane stays', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const say = sayIn('zh-CN');
  const controller = new PaneController({ port: fakePort(sampleSnapshot()), preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => say });
  render(<FluentProvider theme={webLightTheme}><PaneProvider value={{ controller, language: 'zh-CN', say }}><App /></PaneProvider></FluentProvider>);
  await act(() => controller.start());
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole('button', { name: '设置' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/没有加载出来/);
  await user.click(screen.getByRole('button', { name: '返回' }));
  expect(screen.getByRole('button', { name: '一键核查' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '设置' }));
  mockReached = true;
  await user.click(await screen.findByRole('button', { name: '再试一次' }));
  expect(await screen.findByRole('heading', { name: '设置' })).toBeTruthy();
});
