// What leaves the workbench is told with what could not be kept on the way: typed into a cell and saved at once, it is refused while the file is written.
import { GivingOut } from './giving-out';
import type { Session } from './session';
import type { WorkFacts } from './work-facts';

const REFUSED = 'C5：公式不完整，没有写入。';

function saving(refused: boolean): { readonly out: GivingOut; readonly session: Session; readonly told: unknown[]; readonly heard: () => number } {
  const told: unknown[] = [];
  const listeners = new Set<(sentence: string) => void>();
  const port = {
    onRefused: (listener: (sentence: string) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    bytes: () => {
      if (refused) for (const listener of listeners) listener(REFUSED);
      return Promise.resolve(new Uint8Array(1));
    },
  };
  const facts = {
    services: { save: () => Promise.resolve({ ok: true, how: 'download', because: null }) },
    state: () => ({ task: null, current: null, path: null }), dispatch: () => undefined, inZip: () => false, onSaved: () => undefined,
    tell: (tone: string, words: unknown, then: unknown) => {
      told.push([tone, words]);
      return then;
    },
  } as unknown as WorkFacts;
  const session = { facts: { name: '甲.xlsx', place: null, book: { readOnly: false } }, port, saved: () => undefined, dirty: () => false } as unknown as Session;
  return { out: new GivingOut(facts, () => true, () => true), session, told, heard: () => listeners.size };
}

const SAVED = { key: 'save.downloaded', params: { name: '甲.xlsx' } };

test('a save says what was refused on its way', async () => {
  const { out, session, told, heard } = saving(true);
  expect(await out.save(session)).toBe(true);
  expect(told).toEqual([['warning', { key: 'edit.refusedThere', params: { outcome: SAVED, reason: REFUSED } }]]);
  expect(heard()).toBe(0);
});

test('a save of everything says no more than that', async () => {
  const { out, session, told } = saving(false);
  expect(await out.save(session)).toBe(true);
  expect(told).toEqual([['done', SAVED]]);
});
