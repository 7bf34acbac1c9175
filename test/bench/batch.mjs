// The batch as a user runs it: whole processes, start and end included; one job beside two, and the parent's memory when the files are ten times as many.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { copyFileSync, linkSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const cli = join(root, 'dist', 'cli.js');

const FIRST_PROCESSOR = ['taskset', '-c', '0'];
/** Null on systems without it. */
const pinned = spawnSync(FIRST_PROCESSOR[0], [...FIRST_PROCESSOR.slice(1), process.execPath, '--version']).status === 0 ? FIRST_PROCESSOR : null;

/** Milliseconds of a whole process, and its highest memory in megabytes where the system tells (Linux). `before` are the words that start it in another way. */
function timed(words, before = []) {
  const begun = performance.now();
  const [command, ...rest] = [...before, process.execPath, ...words];
  const child = spawn(command, rest, { stdio: 'ignore' });
  let highest = null;
  const timer = setInterval(() => {
    try {
      highest = Math.max(highest ?? 0, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    } catch {
      // Not this system, or the process has just ended.
    }
  }, 20);
  return new Promise((resolve) => child.on('exit', () => {
    clearInterval(timer);
    resolve({ ms: performance.now() - begun, highest });
  }));
}

let runs = 0;
const run = (folder, work, jobs, before) => timed([cli, 'batch', folder, '--out', join(work, `out-${++runs}`), '--jobs', String(jobs), '--quiet', '--exit-zero'], before);

/** Ten names for each file, without ten times the disk. */
function tenTimes(folder, work) {
  const many = join(work, 'many');
  mkdirSync(many);
  for (const name of readdirSync(folder)) {
    for (let copy = 0; copy < 10; copy++) {
      try {
        linkSync(join(folder, name), join(many, `${copy}-${name}`));
      } catch {
        copyFileSync(join(folder, name), join(many, `${copy}-${name}`));
      }
    }
  }
  return many;
}

export async function batches(folder, work, python) {
  execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--version']);
  const few = readdirSync(folder).length;
  // Every process compiles its code anew, a second of work on two cores at once: ten times the files tell how jobs add up beyond that.
  for (const [files, from] of [[few, folder], [few * 10, tenTimes(folder, work)]]) {
    // In turns, and each as often before as after another: a slow minute is slow for all.
    const spent = { floor: 0, one: 0, two: 0 };
    let highest = null;
    for (const order of [['floor', 'one', 'two'], ['two', 'one', 'floor']]) {
      for (const what of order) {
        const ended = what === 'floor' ? await timed([join(here, 'worker.mjs'), 'once', 'floor', from]) : await run(from, work, what === 'one' ? 1 : 2);
        spent[what] += ended.ms / files / 2;
        if (what === 'two') highest = ended.highest;
      }
    }
    console.log(`\nbatch of ${files}, whole processes: floor ${spent.floor.toFixed(2)} ms a file, one job ${spent.one.toFixed(2)} ms: ${(spent.one / spent.floor).toFixed(2)} × floor${python === null ? '' : `, ${(python.lean / spent.one).toFixed(1)} times as fast as openpyxl's read of values only, ${(python.whole / spent.one).toFixed(1)} times as its whole read`}; two jobs ${(spent.one / spent.two).toFixed(2)} × one job${highest === null ? '' : `; memory of the parent ${highest.toFixed(0)} MB`}`);
    if (pinned === null) continue;
    // One job already compiles and collects on a second core while it works: this is what a job brings with each processor.
    const alone = await run(from, work, 1, pinned);
    console.log(`one job on one processor ${(alone.ms / files).toFixed(2)} ms a file; two jobs on two ${(alone.ms / files / spent.two).toFixed(2)} × that`);
  }
}
