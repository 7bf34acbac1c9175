import { strToU8, zipSync, type Zippable } from 'fflate';
import { bytesAt } from './whereabouts';
import { zipFolder } from './zip-folder';

const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const zipped = (files: Zippable): Uint8Array => zipSync(files);

async function opened(bytes: Uint8Array) {
  const folder = await zipFolder(blobOf(bytes));
  if (!folder.ok) throw new Error(folder.reason);
  return folder.files;
}

/** Places of the central directory's records and of the local heads they lead to. */
function recordsOf(bytes: Uint8Array): readonly { readonly central: number; readonly local: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found: { central: number; local: number }[] = [];
  for (let at = 0; at + 46 <= bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) found.push({ central: at, local: view.getUint32(at + 42, true) });
  return found;
}

test('workbooks are found as in a folder, the others and what is hidden left aside, and their bytes come one by one', async () => {
  const files = await opened(zipped({ 'a.xlsx': strToU8('one'), '下属/b.XLS': [strToU8('two'), { level: 0 }], '说明.txt': strToU8('x'), '~$a.xlsx': strToU8('x'), '__MACOSX/._a.xlsx': strToU8('x'), '.git/c.et': strToU8('x'), '空/': strToU8('') }));
  expect(files.map(({ path, problem }) => [path, problem])).toEqual([['a.xlsx', null], ['下属/b.XLS', null]]);
  const read = await Promise.all(files.flatMap(({ whereabouts }) => (whereabouts ? [bytesAt(whereabouts)] : [])));
  expect(read.map((one) => one.ok && new TextDecoder().decode(one.bytes))).toEqual(['one', 'two']);
});

test('names in the code page of Chinese Windows are read', async () => {
  const bytes = zipped({ 'AAAA.xlsx': strToU8('x') });
  // 自评 in GBK, without the sign for UTF-8.
  const gbk = [0xd7, 0xd4, 0xc6, 0xc0];
  for (const { central, local } of recordsOf(bytes)) for (const at of [central + 46, local + 30]) bytes.set(gbk, at);
  expect((await opened(bytes)).map(({ path }) => path)).toEqual(['自评.xlsx']);
});

test('no path leads out of the folder', async () => {
  expect((await opened(zipped({ '../../x.xlsx': strToU8('x'), '/y.xlsx': strToU8('y'), 'd\\z.xlsx': strToU8('z') }))).map(({ path }) => path)).toEqual(['x.xlsx', 'y.xlsx', 'd/z.xlsx']);
});

test('a bomb, a password and an unknown method cost their own file only', async () => {
  const bytes = zipped({ 'bomb.xlsx': new Uint8Array(16 * 1024 * 1024), 'locked.xlsx': strToU8('x'), 'odd.xlsx': strToU8('x'), 'good.xlsx': strToU8('good') });
  const [, locked, odd] = recordsOf(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint16((locked?.central ?? 0) + 8, 1, true);
  view.setUint16((odd?.central ?? 0) + 10, 12, true);
  expect((await opened(bytes)).map(({ path, problem }) => [path, problem?.slice(0, 12) ?? null])).toEqual([['bomb.xlsx', '文件解压后过大，疑似“压'], ['locked.xlsx', '压缩包里的这个文件加了密'], ['odd.xlsx', '压缩包里的这个文件用了不'], ['good.xlsx', null]]);
});

test('parts that share their bytes are refused, the first of them is read', async () => {
  const bytes = zipped({ 'a.xlsx': strToU8('x'.repeat(5000)), 'b.xlsx': strToU8('y') });
  const [first, second] = recordsOf(bytes);
  new DataView(bytes.buffer).setUint32((second?.central ?? 0) + 42, first?.local ?? 0, true);
  expect((await opened(bytes)).map(({ problem }) => problem === null)).toEqual([true, false]);
});

test('a part that lies about its size, is damaged or cut off is told in words', async () => {
  const bytes = zipped({ 'a.xlsx': strToU8('0123456789'.repeat(2000)) });
  const [{ central = 0, local = 0 } = {}] = recordsOf(bytes);
  const lying = bytes.slice();
  new DataView(lying.buffer).setUint32(central + 24, 100, true);
  const damaged = bytes.slice();
  damaged.fill(0xff, local + 40, local + 60);
  const moved = bytes.slice();
  new DataView(moved.buffer).setUint32(central + 42, 7, true);
  for (const bad of [lying, damaged, moved]) {
    const [file] = await opened(bad);
    const read = file?.whereabouts && (await bytesAt(file.whereabouts));
    expect(read).toEqual({ ok: false, reason: '压缩包里的这个文件已损坏，请重新取得压缩包，或解压后选择文件夹。' });
  }
});

test('what is no zip, or cut off anywhere, is refused in words and never throws', async () => {
  const bytes = zipped({ 'a.xlsx': strToU8('x'.repeat(300)), 'b.xlsx': strToU8('y') });
  for (let length = 0; length < bytes.length; length += 7) expect(await zipFolder(blobOf(bytes.slice(0, length)))).toMatchObject({ ok: false, reason: expect.stringMatching(/。$/) as unknown });
  expect(await zipFolder(blobOf(strToU8('不是压缩包')))).toMatchObject({ ok: false });
});

test('bytes in front of the archive do no harm', async () => {
  const bytes = zipped({ 'a.xlsx': strToU8('one') });
  const shifted = new Uint8Array(bytes.length + 100);
  shifted.set(bytes, 100);
  const [file] = await opened(shifted);
  expect(file?.whereabouts && (await bytesAt(file.whereabouts))).toMatchObject({ ok: true });
});

test('a file that has gone since is told in words', async () => {
  const gone = { ...new Blob(['x']), size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) } as unknown as Blob;
  expect(await bytesAt({ kind: 'file', file: gone })).toMatchObject({ ok: false, reason: expect.stringContaining('重新选择文件夹') as unknown });
});
