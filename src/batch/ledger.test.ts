import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type * as NodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeResults, openLedger } from './ledger';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof NodeFs>('node:fs') }));

/** The very object that the ledger looks into. */
const fs = jest.requireMock<{ fsyncSync: typeof NodeFs.fsyncSync; renameSync: typeof NodeFs.renameSync }>('node:fs');
const WHOLE = { index: 1, of: 1 };
const line = (file: string): string => JSON.stringify({ file, by: 'x', sha256: null });
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaoli-ledger-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('results that could not be written whole leave nothing of themselves behind, and the ones before stay', () => {
  const first = openLedger(folder, WHOLE, false);
  first.add('甲.xlsx', line('甲.xlsx'));
  first.finish(['甲.xlsx']);
  const again = openLedger(folder, WHOLE, true);
  again.add('乙.xlsx', line('乙.xlsx'));
  jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  expect(() => again.finish(['甲.xlsx', '乙.xlsx'])).toThrow('no space');
  expect(readdirSync(folder)).toEqual(['results.jsonl', 'results.progress']);
  expect(readFileSync(join(folder, 'results.jsonl'), 'utf8')).toBe(`${line('甲.xlsx')}\n`);
});

const told = process.platform === 'linux';
// Windows puts no file in the place of one that is open.
(told ? test : test.skip)(`earlier results are not open any more when the new ones take their place${told ? '' : ' (skipped: only Linux tells which files are open)'}`, () => {
  const first = openLedger(folder, WHOLE, false);
  first.add('甲.xlsx', line('甲.xlsx'));
  const results = first.finish(['甲.xlsx']);
  const again = openLedger(folder, WHOLE, true);
  const open = (): readonly string[] => readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });
  let held: readonly string[] = [];
  const { renameSync } = jest.requireActual<typeof NodeFs>('node:fs');
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    held = open().filter((path) => path === results || path === from);
    renameSync(from, to);
  });
  again.finish(['甲.xlsx']);
  expect(held).toEqual([]);
});

test('of two results of one folder the one that was written later counts, whatever it is called', () => {
  const put = (name: string, by: string, at: number): void => {
    writeFileSync(join(folder, name), `${JSON.stringify({ file: '甲.xlsx', by })}\n`);
    utimesSync(join(folder, name), at, at);
  };
  put('results.jsonl', '合并', 1000);
  put('results-1-of-2.jsonl', '重新核查', 2000);
  expect(mergeResults([folder])).toMatchObject({ lines: [expect.stringContaining('重新核查')], conflicts: ['甲.xlsx'], sources: 2 });
  utimesSync(join(folder, 'results.jsonl'), 3000, 3000);
  expect(mergeResults([folder]).lines).toEqual([expect.stringContaining('合并')]);
});
