import { BroadcastChannel } from 'node:worker_threads';
import { channelClaims, lockClaims } from './draft-claims';

const channels: BroadcastChannel[] = [];
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

function page(name: string) {
  const channel = new BroadcastChannel(name);
  channels.push(channel);
  return channelClaims(channel as unknown as globalThis.BroadcastChannel);
}

test('without locks a draft that another page works on is neither listed as free nor given, until that page lets it go', async () => {
  const [first, second] = [page('claims'), page('claims')];
  expect(await first.hold('甲')).toBe(true);
  expect(await first.hold('甲')).toBe(true);
  expect([...(await second.held())]).toEqual(['甲']);
  expect(await second.hold('甲')).toBe(false);
  expect(await second.hold('乙')).toBe(true);
  expect([...(await first.held())].sort()).toEqual(['乙', '甲']);
  await first.release('甲');
  expect(await second.hold('甲')).toBe(true);
});

test('a page that has gone holds nothing', async () => {
  const [first, second] = [page('gone'), page('gone')];
  await first.hold('甲');
  channels[0]?.close();
  expect([...(await second.held())]).toEqual([]);
});

/** As the browser's: asked for at once, granted a moment later. */
function fakeLocks(): { readonly locks: LockManager; readonly held: Set<string> } {
  const held = new Set<string>();
  const request = async (name: string, _options: LockOptions, granted: (lock: Lock | null) => unknown): Promise<unknown> => {
    await Promise.resolve();
    if (held.has(name)) return granted(null);
    held.add(name);
    try {
      return await granted({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { locks: { request, query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }) } as unknown as LockManager, held };
}

test('with locks a draft that is asked for twice at once, as by two clicks, is this page’s both times', async () => {
  const { locks } = fakeLocks();
  const [first, second] = [lockClaims(locks), lockClaims(locks)];
  expect(await Promise.all([first.hold('甲'), first.hold('甲')])).toEqual([true, true]);
  expect([...(await second.held())]).toEqual(['甲']);
  expect(await second.hold('甲')).toBe(false);
  await first.release('甲');
  expect([...(await second.held())]).toEqual([]);
  expect(await second.hold('甲')).toBe(true);
});

test('a draft that is let go before its lock was granted is not held after it', async () => {
  const { locks, held } = fakeLocks();
  const claims = lockClaims(locks);
  const asked = claims.hold('甲');
  await claims.release('甲');
  await asked;
  await new Promise((done) => setTimeout(done));
  expect([...held]).toEqual([]);
});
