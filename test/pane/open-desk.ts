// A pane's controller over a workbook of its own, checked once, with what is kept on "this computer" in a variable.
import type { OwnRules } from '../../src/model/plan';
import { sayIn } from '../../src/pane/catalogue';
import { PaneController } from '../../src/pane/controller';
import type { HouseServices } from '../../src/pane/house';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

export interface Desk {
  readonly controller: PaneController;
  readonly port: FakePort;
  readonly kept: () => OwnRules | null;
}

/** `own`: the storage, where several panes share it. */
export async function openDesk(kept: OwnRules | null = null, port: FakePort = fakePort(sampleSnapshot()), own: HouseServices['own'] | null = null): Promise<Desk> {
  let here = kept;
  const house = { catalog: null, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: own ?? { read: () => Promise.resolve(here), write: (rules: OwnRules) => { here = rules; return Promise.resolve(); } } };
  const controller = new PaneController({ port, house, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => sayIn('zh-CN') });
  await controller.start();
  await controller.check();
  return { controller, port, kept: () => here };
}
