// What `npm start` starts, for tests that open the workbench.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { built } from './build';

const SERVE = join(resolve(__dirname, '..', '..'), 'src/workbench/serve.mjs');

/** The workbook stands in the grid: its name box knows the cell. */
export const gridReady = (page: Page): Promise<void> => page.locator('[data-u-comp="defined-name"] input').waitFor({ timeout: 60_000 });

export interface ServedWorkbench {
  /** Ends with a slash. */
  readonly address: string;
  stop(): void;
}

/** Waits for its address. */
export async function serveWorkbench(): Promise<ServedWorkbench> {
  // What `npm start` would build first, built beside the others.
  const { code, told: wrong } = await built('workbench');
  if (code !== 0) throw new Error(wrong);
  const child = spawn(process.execPath, [SERVE], { env: { ...process.env, CI: '1', PORT: '0' } });
  return new Promise((done, fail) => {
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => {
      told += data.toString();
      const address = /http:\/\/localhost:\d+\//.exec(told)?.[0];
      if (address === undefined) return;
      child.removeAllListeners('exit');
      done({ address, stop: () => void child.kill() });
    });
    child.on('exit', (code) => fail(new Error(`npm start ended with ${code}: ${told}`)));
  });
}
