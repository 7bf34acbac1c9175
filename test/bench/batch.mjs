// The batch as a user runs it: whole processes, start and end included; one job beside two, and the parent's memory when the files are ten times as many.
import { execFileSync, spawn } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { copyFileSync, linkSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cli = join(root, 'dist', 'cli.js');

/** Milliseconds, and the highest memory of the parent in megabytes where the system tells (Linux). */
function run(folder, out, jobs) {
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, 'batch', folder, '--out', out, '--jobs', String(jobs), '--quiet', '--exit-zero'], { stdio: 'ignore' });
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

export async function batches(folder, work, floor, python) {
  execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--version']);
  const files = readdirSync(folder).length;
  const one = await run(folder, join(work, 'out-1'), 1);
  const two = await run(folder, join(work, 'out-2'), 2);
  const again = await run(folder, join(work, 'out-3'), 1);
  const single = Math.min(one.ms, again.ms) / files;
  console.log(`\nbatch of ${files}, whole process: one job ${single.toFixed(2)} ms a file, ${(single / floor).toFixed(2)} × floor${python === null ? '' : `, ${(python / single).toFixed(1)} times as fast as openpyxl's read`}; two jobs ${(Math.min(one.ms, again.ms) / two.ms).toFixed(2)} × one job`);
  // Every process compiles its code anew, a second of work on two cores at once: ten times the files tell how jobs add up beyond that.
  const folders = tenTimes(folder, work);
  const manyOne = await run(folders, join(work, 'out-4'), 1);
  const many = await run(folders, join(work, 'out-5'), 2);
  console.log(`batch of ${files * 10}: one job ${(manyOne.ms / files / 10).toFixed(2)} ms a file, ${(manyOne.ms / files / 10 / floor).toFixed(2)} × floor; two jobs ${(manyOne.ms / many.ms).toFixed(2)} × one job`);
  if (two.highest !== null) console.log(`memory of the parent: ${two.highest.toFixed(0)} MB for ${files} files, ${many.highest.toFixed(0)} MB for ${files * 10}`);
}
