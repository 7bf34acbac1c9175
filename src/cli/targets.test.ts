import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { save, targetFor } from './targets';

const copyOf = (file: string): string => targetFor(file, { inPlace: false, folder: 'f', done: '更正' });

test('a copy has the extension by which Excel opens what is in it', () => {
  expect(['表.xlsx', '表.XLSM', '模板.xltx', '模板.xltm', '旧名.xls', '旧名.et', '表（已撤销）.xlsx'].map(copyOf)).toEqual(['表（已更正）.xlsx', '表（已更正）.XLSM', '模板（已更正）.xltx', '模板（已更正）.xltm', '旧名（已更正）.xlsx', '旧名（已更正）.xlsx', '表（已更正）.xlsx'].map((name) => join('f', name)));
});

test('what somebody saved while the file was worked on is not written over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'targets-'));
  const file = join(folder, '表.xlsx');
  const inPlace = { inPlace: true, overwrite: true, folder: null, done: '更正', written: new Map<string, string>() };
  try {
    writeFileSync(file, '旧');
    const before = readFileSync(file);
    writeFileSync(file, '刚存的');
    expect(save(file, before, new Uint8Array([1]), inPlace)).toEqual({ ok: false, reason: expect.stringContaining('请重新运行') as string });
    expect(readFileSync(file, 'utf8')).toBe('刚存的');
    expect(save(file, readFileSync(file), new Uint8Array([1]), inPlace)).toEqual({ ok: true, target: file });
    const copy = join(folder, '表（已更正）.xlsx');
    const again = { ...inPlace, inPlace: false, written: new Map<string, string>() };
    writeFileSync(copy, '刚存的');
    expect(save(copy, before, new Uint8Array([1]), again)).toEqual({ ok: false, reason: expect.stringContaining('请重新运行') as string });
    expect(save(copy, readFileSync(copy), new Uint8Array([1]), again)).toEqual({ ok: true, target: copy });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
