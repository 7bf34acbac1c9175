// Runs the npm scripts named as arguments at the same time, prints what each said when it has ended, and fails when one of them does.
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('npm run is what starts this script.');

const codes = await Promise.all(process.argv.slice(2).map((name) => new Promise((done) => {
  const told = [];
  const child = spawn(process.execPath, [npm, 'run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => told.push(data));
  child.on('close', (code) => {
    process.stdout.write(`npm run ${name}: ${code === 0 ? 'passed' : `failed (${code})`}\n`);
    process.stdout.write(Buffer.concat(told));
    done(code ?? 1);
  });
})));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
