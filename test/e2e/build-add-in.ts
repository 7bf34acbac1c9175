// The add-in as a production build makes it, in a folder of its own, for tests that look at the real thing.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');

export interface Build {
  readonly code: number | null;
  readonly told: string;
  readonly folder: string;
}

/** Names the folder of a build without choices that several suites share; whoever set it removes it. */
const SHARED = 'BIAOLI_TEST_ADD_IN';
/** What that build told, such as its size. */
const TOLD = 'BIAOLI_TEST_ADD_IN_TOLD';

/** jest's global set-up of the tests in a browser: the build that nearly all of them open, once. */
export async function shareBuild(): Promise<() => void> {
  const { code, told, folder } = await buildAddIn();
  if (code !== 0) throw new Error(told);
  process.env[SHARED] = folder;
  process.env[TOLD] = told;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Leaves a shared build to the other suites. */
export function removeBuild({ folder }: Build): void {
  if (folder !== process.env[SHARED]) rmSync(folder, { recursive: true, force: true });
}

/** `env` are the build's own choices, such as office=self. */
export function buildAddIn(...env: readonly string[]): Promise<Build> {
  const shared = process.env[SHARED];
  if (env.length === 0 && shared !== undefined) return Promise.resolve({ code: 0, told: process.env[TOLD] ?? '', folder: shared });
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-add-in-'));
  const choices = env.flatMap((choice) => ['--env', choice]);
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/webpack/bin/webpack.js'), '--config-name', 'addin', '--mode', 'production', '--output-path', folder, '--stats=errors-warnings', ...choices], { cwd: ROOT });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (told += data.toString()));
    child.on('close', (code) => done({ code, told, folder }));
  });
}
