// The language of own checks is loaded when it is first needed: where it does not come, as after an update of the server, that is told.
import { phraseText, sayIn } from '../../src/pane/catalogue';
import { PaneController } from '../../src/pane/controller';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort } from './fake-port';
import { sampleSnapshot } from './sample';

jest.mock('../../src/pane/check-language', () => {
  throw new Error('no chunk');
});

const say = sayIn('zh-CN');

test('a check that cannot be kept, and a file of checks that cannot be read, are told to be so', async () => {
  const controller = new PaneController({ port: fakePort(sampleSnapshot()), preferences: memoryPreferences(), now: () => new Date(2024, 2, 15), newRun: () => 'run', say: () => say });
  await controller.start();
  const told = (): string | null => {
    const { refusal } = controller.getState();
    return refusal && phraseText(refusal.reason, say);
  };
  expect(await controller.checks.import('[]')).toEqual([]);
  expect(told()).toBe(say('refused.unexpected'));
  controller.dispatch({ type: 'refused', refusal: null });
  controller.checks.write();
  expect(await controller.checks.keep('workbook')).toBe(false);
  expect(told()).toBe(say('refused.unexpected'));
  // While it is being typed nobody has asked for anything.
  controller.dispatch({ type: 'refused', refusal: null });
  expect(await controller.checks.read()).toBeNull();
  expect(told()).toBeNull();
});
