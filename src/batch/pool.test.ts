// How files are shared out among the processes of a batch.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPool } from './pool';

const folder = mkdtempSync(join(tmpdir(), 'biaoli-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that takes its time and says who it is. */
const script = join(folder, 'worker.cjs');
writeFileSync(script, `
process.on('message', ({ file }) => setTimeout(() => process.send({ file, result: { line: String(process.pid), verdict: 'clean' } }), 100));
process.on('disconnect', () => process.exit(0));
`);

test.each([[4, 4], [6, 3]])('%i files among %i processes leave none of them idle', async (count, jobs) => {
  const workers = new Map<string, number>();
  const items = Array.from({ length: count }, (_, at) => ({ file: `${at}.xlsx`, path: '', known: null }));
  await runPool(items, { jobs, script, words: [], timeLimit: 30_000, memoryLimit: 256 }, {
    done: ({ result }) => {
      const who = typeof result?.line === 'string' ? result.line : '';
      workers.set(who, (workers.get(who) ?? 0) + 1);
    },
    lost: ({ file }) => { throw new Error(file); },
  });
  expect([workers.size, [...workers.values()].reduce((sum, one) => sum + one)]).toEqual([jobs, count]);
}, 30_000);
