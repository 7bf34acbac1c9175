import { BroadcastChannel } from 'node:worker_threads';
import { channelClaims } from './draft-claims';

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
  first.release('甲');
  expect(await second.hold('甲')).toBe(true);
});

test('a page that has gone holds nothing', async () => {
  const [first, second] = [page('gone'), page('gone')];
  await first.hold('甲');
  channels[0]?.close();
  expect([...(await second.held())]).toEqual([]);
});
