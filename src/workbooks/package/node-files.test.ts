// Files on disk: whole or not at all, and nothing overwritten unasked.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbookFile, writeWorkbookFile } from './node-files';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, '表.xlsx');

test('a new file is written whole and leaves no temporary one', () => {
  expect(writeWorkbookFile(path, new Uint8Array([1, 2, 3]))).toEqual({ ok: true });
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['表.xlsx']);
});

test('an existing file is only overwritten when that is asked for', () => {
  writeFileSync(path, 'old');
  expect(writeWorkbookFile(path, new Uint8Array([1]))).toMatchObject({ ok: false, reason: expect.stringContaining('没有覆盖') as string });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(writeWorkbookFile(path, new Uint8Array([7]), { overwrite: true })).toEqual({ ok: true });
  expect([...readFileSync(path)]).toEqual([7]);
  expect(readdirSync(folder)).toEqual(['表.xlsx']);
});

test('what goes wrong is a sentence', () => {
  expect(readWorkbookFile(join(folder, 'none.xlsx'))).toMatchObject({ ok: false, reason: expect.stringContaining('找不到') as string });
  expect(readWorkbookFile(folder)).toMatchObject({ ok: false, reason: expect.stringContaining('文件夹') as string });
  expect(writeWorkbookFile(join(folder, 'none', 'a.xlsx'), new Uint8Array(1))).toMatchObject({ ok: false });
  expect(writeWorkbookFile(folder, new Uint8Array(1), { overwrite: true })).toMatchObject({ ok: false });
});

test('a name as long as names can be is written to, a longer one is told', () => {
  const long = join(folder, `${'绩'.repeat(83)}.xlsx`);
  writeFileSync(long, 'old');
  expect(writeWorkbookFile(long, new Uint8Array([7]), { overwrite: true })).toEqual({ ok: true });
  expect([...readFileSync(long)]).toEqual([7]);
  rmSync(long);
  expect(writeWorkbookFile(join(folder, `${'绩'.repeat(300)}.xlsx`), new Uint8Array(1))).toMatchObject({ ok: false, reason: expect.stringContaining('文件名太长') as string });
  expect(readdirSync(folder)).toEqual(['表.xlsx']);
});

test('a read-only file is left as it is, although its folder would let it be replaced', () => {
  writeFileSync(path, 'old');
  chmodSync(path, 0o444);
  expect(writeWorkbookFile(path, new Uint8Array([7]), { overwrite: true })).toMatchObject({ ok: false, reason: expect.stringContaining('只读') as string });
  expect(readFileSync(path, 'utf8')).toBe('old');
  chmodSync(path, 0o644);
});

test('a file that is written over keeps its rights, whatever the umask', () => {
  chmodSync(path, 0o664);
  const before = process.umask(0o077);
  try {
    expect(writeWorkbookFile(path, new Uint8Array([7]), { overwrite: true })).toEqual({ ok: true });
  } finally {
    process.umask(before);
  }
  expect(statSync(path).mode & 0o777).toBe(0o664);
});
