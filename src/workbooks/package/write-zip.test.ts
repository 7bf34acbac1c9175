// The container as written: what streaming writers leave behind is put straight, everything else stays.
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import { writeZip } from './write-zip';
import { openZip } from './zip';

/** A member with sizes in a data descriptor, as streaming writers leave it. */
function streamed(): Uint8Array {
  const plain = zipSync({ 'a.xml': strToU8('<a/>'.repeat(50)) });
  const view = new DataView(plain.buffer);
  const central = new DataView(plain.buffer, plain.length - 22 - 46 - 5);
  const body = plain.subarray(35, 35 + central.getUint32(20, true));
  const out = new Uint8Array(plain.length + 16);
  out.set(plain.subarray(0, 35 + body.length));
  const local = new DataView(out.buffer);
  local.setUint16(6, view.getUint16(6, true) | 8, true);
  for (const at of [14, 18, 22]) local.setUint32(at, 0, true);
  const descriptor = 35 + body.length;
  local.setUint32(descriptor, 0x08074b50, true);
  for (const [i, from] of [16, 20, 24].entries()) local.setUint32(descriptor + 4 + 4 * i, central.getUint32(from, true), true);
  out.set(plain.subarray(descriptor), descriptor + 16);
  local.setUint16(descriptor + 16 + 8, local.getUint16(6, true), true);
  local.setUint32(out.length - 6, descriptor + 16, true);
  return out;
}

test('sizes move from the data descriptor into the header, with the same compressed bytes', () => {
  const reading = openZip(streamed());
  if (!reading.ok) throw new Error(reading.reason);
  const out = writeZip(reading.archive.entries.values());
  const view = new DataView(out.buffer);
  expect(view.getUint16(6, true) & 8).toBe(0);
  expect(view.getUint32(22, true)).toBe(200);
  expect(new TextDecoder().decode(unzipSync(out)['a.xml'])).toBe('<a/>'.repeat(50));
});

test('new members with Chinese names are told to be UTF-8, and what does not shrink is stored', () => {
  const out = writeZip([{ name: '表.bin', data: new Uint8Array([1, 2, 3]), time: null }]);
  const view = new DataView(out.buffer);
  expect(view.getUint16(6, true) & 0x800).toBe(0x800);
  expect(view.getUint16(8, true)).toBe(0);
  expect([...(unzipSync(out)['表.bin'] ?? [])]).toEqual([1, 2, 3]);
});

test('a member that comes back with the same name and bytes is not deflated again; other bytes, another time and another way of deflating are heeded', () => {
  const asked: number[] = [];
  const counting = (): ((bytes: Uint8Array) => Uint8Array) => {
    const at = asked.push(0) - 1;
    return (bytes) => {
      asked[at] = (asked[at] ?? 0) + 1;
      return deflateSync(bytes);
    };
  };
  const [one, other] = [counting(), counting()];
  const written = (text: string, deflate: (bytes: Uint8Array) => Uint8Array, time: number | null = null): Uint8Array => writeZip([{ name: 'xl/styles.xml', data: strToU8(text.repeat(200)), time }], { deflate });
  const first = written('<a/>', one);
  expect(written('<a/>', one)).toEqual(first);
  expect(asked).toEqual([1, 0]);
  expect(new TextDecoder().decode(unzipSync(written('<b/>', one))['xl/styles.xml'])).toBe('<b/>'.repeat(200));
  const later = written('<b/>', one, 0x5a210000);
  expect(new DataView(later.buffer).getUint32(10, true)).toBe(0x5a210000);
  expect(written('<b/>', other, 0x5a210000)).toEqual(later);
  expect(asked).toEqual([2, 1]);
});
