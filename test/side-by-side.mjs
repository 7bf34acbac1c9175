// Runs npm scripts in lanes and fails when one of them does: each argument is a lane (a+b: first a, then b, whatever a's end), all lanes at the same time.
// What the first lane says is seen as it comes; of the others each script is told whole when it has ended.
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('npm run is what starts this script.');

const lanes = process.argv.slice(2).map((words) => words.split('+'));
let failed = false;

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

async function drive(names, live) {
  for (const name of names) {
    const ended = await run(name, live);
    failed ||= ended.code !== 0;
    tell(ended);
  }
}

await Promise.all(lanes.map((names, place) => drive(names, place === 0)));
process.exitCode = failed ? 1 : 0;
