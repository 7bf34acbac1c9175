// The starter: builds when needed, from anywhere, and two at once do not get into each other's way.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, utimesSync, existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'biaoli-launch-'));

beforeAll(() => {
  for (const name of ['src', 'assets', 'package.json', 'webpack.config.js', 'tsconfig.json']) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs to the end, or only until it has said `enough` on stderr. */
function launch(enough?: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(copy, 'src', 'launch.mjs'), '--version'], { cwd: tmpdir() });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
      if (enough !== undefined && err.includes(enough)) child.kill();
    });
    child.on('close', (code) => done({ code, out, err }));
  });
}

describe('src/launch.mjs', () => {
  it('builds what is missing, two at once, and leaves nothing lying about', async () => {
    const runs = await Promise.all([launch(), launch()]);
    for (const { code, out } of runs) expect([code, out]).toEqual([0, expect.stringMatching(/^biaoli \d/)]);
    expect(readdirSync(join(copy, 'dist')).filter((name) => name.startsWith('.build'))).toEqual([]);
    expect(existsSync(join(copy, 'dist', 'cli.js'))).toBe(true);
  });

  it('does not build again while nothing changed, and does after a change', async () => {
    expect((await launch()).err).toBe('');
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(copy, 'src', 'cli.ts'), later, later);
    expect((await launch('正在构建')).err).toContain('正在构建');
  });
});
