import { hashOf as nodeHashOf } from './node-hash';
import { hashOf, Sha256 } from './sha256';

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255);

test('gives what Node gives, at every length around the ends of blocks', () => {
  for (const length of [...Array.from({ length: 200 }, (_, at) => at), 4095, 4096, 65_537]) expect(hashOf(bytesOf(length))).toBe(nodeHashOf(bytesOf(length)));
});

test('pieces of any size give the hash of the whole', () => {
  const whole = bytesOf(1000);
  for (const size of [1, 7, 63, 64, 65, 999]) {
    const hash = new Sha256();
    for (let at = 0; at < whole.length; at += size) hash.update(whole.subarray(at, at + size));
    expect(hash.hex()).toBe(nodeHashOf(whole));
  }
});

test('a part of a larger buffer is hashed by itself', () => {
  const part = bytesOf(500).subarray(100, 300);
  expect(hashOf(part)).toBe(nodeHashOf(part.slice()));
});
