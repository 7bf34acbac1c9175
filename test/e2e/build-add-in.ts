// The add-in as a production build makes it, in a folder of its own, for tests that look at the real thing.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');

export interface Build {
  readonly code: number | null;
  readonly told: string;
  readonly folder: string;
}

/** `env` are the build's own choices, such as office=self. */
export function buildAddIn(...env: readonly string[]): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-add-in-'));
  const choices = env.flatMap((choice) => ['--env', choice]);
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/webpack/bin/webpack.js'), '--config-name', 'addin', '--mode', 'production', '--output-path', folder, '--stats=errors-warnings', ...choices], { cwd: ROOT });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (told += data.toString()));
    child.on('close', (code) => done({ code, told, folder }));
  });
}
