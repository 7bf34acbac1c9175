// The workbench on a fake world, in the page of a test; taken down after each test of the file that takes it from here.
import { configure } from '@testing-library/dom';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mountWorkbench } from '../../src/workbench/mount';
import type { MountedWorkbench } from '../../src/workbench/services';
import type { FakeWorld } from './fakes';

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });

let workbench: MountedWorkbench | null = null;

/** What is left when a page goes, for the next one to be mounted. */
export function leavePage(): void {
  act(() => workbench?.unmount());
  workbench = null;
  document.body.replaceChildren();
}

afterEach(() => {
  leavePage();
  cleanup();
});

export const user = userEvent.setup({ delay: null });
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

export async function mountOn(world: FakeWorld): Promise<MountedWorkbench> {
  const element = document.createElement('div');
  document.body.append(element);
  await act(async () => {
    workbench = mountWorkbench(element, world);
    await Promise.resolve();
  });
  if (!workbench) throw new Error('nothing was mounted');
  return workbench;
}
