// Runs the npm scripts named as arguments at the same time and fails when one of them does. What the first one says is seen as it comes; each of the others is told whole when it and the first have ended.
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('npm run is what starts this script.');

/** @returns exit code, and what was said where it was kept */
function run(name, live) {
  return new Promise((done) => {
    const told = [];
    const child = spawn(process.execPath, [npm, 'run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (live ? process.stdout.write(data) : told.push(data)));
    child.on('close', (code) => done({ name, code: code ?? 1, told: Buffer.concat(told) }));
  });
}
function tell({ name, code, told }) {
  process.stdout.write(told);
  process.stdout.write(`npm run ${name}: ${code === 0 ? 'passed' : `failed (${code})`}\n`);
}

const [first, ...others] = process.argv.slice(2).map((name, place) => run(name, place === 0));
const ended = [await first];
tell(ended[0]);
for (const other of others) {
  ended.push(await other);
  tell(ended.at(-1));
}
process.exitCode = ended.every(({ code }) => code === 0) ? 0 : 1;
