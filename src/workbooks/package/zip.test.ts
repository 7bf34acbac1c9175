// The container: what opens, what is refused, and that limits hold against lies.
import { zipSync, strToU8 } from 'fflate';
import { zipDeflated } from '../../../test/zip-deflated';
import { fflateCodec, type Codec } from './codec';
import { nodeCodec } from './node-codec';
import { PackageError } from './package-error';
import { writeZip } from './write-zip';
import { DEFAULT_LIMITS, openZip } from './zip';

const sample = zipSync({ 'a/One.xml': strToU8('<a/>'.repeat(500)), 'b.bin': [new Uint8Array([1, 2, 3]), { level: 0 }] });

function open(bytes: Uint8Array, codec = fflateCodec) {
  const reading = openZip(bytes, DEFAULT_LIMITS, codec);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.archive;
}
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
  return 'no error';
}

describe.each([['fflate', fflateCodec], ['zlib', nodeCodec]])('with %s', (_name, codec) => {
  test('parts are read whatever the case of the name, in their order', () => {
    const archive = open(sample, codec);
    expect([...archive.entries.keys()]).toEqual(['a/One.xml', 'b.bin']);
    expect(new TextDecoder().decode(archive.read('A/oNE.xml') ?? undefined)).toBe('<a/>'.repeat(500));
    expect([...(archive.read('b.bin') ?? [])]).toEqual([1, 2, 3]);
    expect(archive.read('c')).toBeNull();
  });

  test('a part that inflates to more than it declares is a bomb, whatever its length', () => {
    for (const length of [10_000, 90_000_000]) {
      const lying = zipDeflated({ x: new Uint8Array(length) }, 'x');
      const view = new DataView(lying.buffer);
      const central = lying.length - 22 - 46 - 1;
      expect(view.getUint32(central, true)).toBe(0x02014b50);
      view.setUint32(central + 24, 100, true);
      expect(codeOf(() => open(lying, codec).read('x'))).toBe('zip-bomb');
    }
  });

  test('a flipped byte is damage, not content', () => {
    const bytes = sample.slice();
    const at = 30 + 'a/One.xml'.length + 5;
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    expect(codeOf(() => open(bytes, codec).read('a/One.xml'))).toBe('damaged');
  });
});

test('bytes in front of the archive do no harm', () => {
  const prefixed = new Uint8Array(sample.length + 100);
  prefixed.set(sample, 100);
  expect(open(prefixed).read('b.bin')).toEqual(new Uint8Array([1, 2, 3]));
});

test('any cut of the file is answered with a code, never with a crash', () => {
  for (let length = 0; length < sample.length; length++) {
    const reading = openZip(sample.subarray(0, length));
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.reason).toMatch(/请/);
  }
});

test('a declared bomb, too many parts and an encrypted part are refused before inflating', () => {
  const declared = openZip(zipSync({ x: new Uint8Array(20_000_000) }));
  expect(declared).toMatchObject({ ok: false, code: 'zip-bomb' });
  expect(openZip(sample, { ...DEFAULT_LIMITS, entries: 1 })).toMatchObject({ ok: false, code: 'zip-bomb' });
  const encrypted = sample.slice();
  const central = new DataView(encrypted.buffer).getUint32(encrypted.length - 6, true);
  encrypted[central + 8] = 1;
  expect(openZip(encrypted)).toMatchObject({ ok: false, code: 'encrypted-zip' });
});

test('two parts that share their bytes, or their name, are refused', () => {
  const bytes = zipSync({ x: strToU8('same'), y: strToU8('same') }, { level: 0 });
  const view = new DataView(bytes.buffer);
  const second = view.getUint32(bytes.length - 6, true) + 46 + 1;
  const overlapping = bytes.slice();
  new DataView(overlapping.buffer).setUint32(second + 42, 0, true);
  expect(openZip(overlapping)).toMatchObject({ ok: false, code: 'zip-bomb' });
  const doubled = bytes.slice();
  doubled[second + 46] = 'X'.charCodeAt(0);
  expect(openZip(doubled)).toMatchObject({ ok: false, code: 'damaged' });
});

test('the JavaScript checksum equals the published check value', () => {
  expect(fflateCodec.crc32(strToU8('123456789'))).toBe(0xcbf43926);
});

test('damage in a part is told in the same words by both inflaters', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
  const whole = zipSync({ 'xl/a.xml': strToU8(Array.from({ length: 3000 }, () => `<c r="${random(900)}"><v>${random(100_000)}</v></c>`).join('')) });
  const told = (bytes: Uint8Array, codec: Codec): string => {
    try {
      return String(open(bytes, codec).read('xl/a.xml')?.length);
    } catch (error) {
      return error instanceof PackageError ? error.reason : String(error);
    }
  };
  const said = new Set<string>();
  for (let n = 0; n < 300; n++) {
    const bytes = whole.slice();
    for (let flips = 0; flips < 3; flips++) bytes[100 + random(bytes.length - 300)] = random(256);
    const words = told(bytes, fflateCodec);
    expect(told(bytes, nodeCodec)).toBe(words);
    said.add(words);
  }
  expect([...said]).toEqual([expect.stringContaining('无法解压或校验不符')]);
});

test('names as Chinese Windows writes them are told apart, and stay as they are stored', () => {
  const stored: Readonly<Record<string, readonly number[]>> = { 三: [0xc8, 0xfd], 四: [0xcb, 0xc4] };
  const opened = openZip(zipSync({ 'xl/media/_.png': new Uint8Array([1, 2, 3]) }));
  const entry = opened.ok ? opened.archive.entries.get('xl/media/_.png') : undefined;
  if (!entry) throw new Error('no entry');
  const members = Object.entries(stored).map(([name, bytes]) => ({ ...entry, name, nameBytes: new Uint8Array([...entry.nameBytes.subarray(0, 9), ...bytes, ...entry.nameBytes.subarray(10)]) }));
  const again = openZip(writeZip(members));
  expect(again.ok && [...again.archive.entries.keys()]).toEqual(['xl/media/三.png', 'xl/media/四.png']);
  expect(again.ok && [...again.archive.entries.values()].map(({ nameBytes }) => [...nameBytes.subarray(9, 11)])).toEqual(Object.values(stored));
});
