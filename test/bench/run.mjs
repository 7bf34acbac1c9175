// npm run bench: milliseconds a file, and ratios to the floor measured in turns within the same process: of a process that has just started (all its files, compiling included), and once its code is compiled. Machines are noisy, so nothing is asserted.
// Two floors, see worker.mjs: `floor` inflates and reads any workbook by regular expressions, `leanest` fits these generated files only. Ratios to both are printed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { batches } from './batch.mjs';
import { large, workbook } from './generate.mjs';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const COUNT = Number(process.env.BENCH_FILES ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const FLOORS = ['floor', 'leanest'];
const TASKS = ['read', 'check', 'correct'];
const work = mkdtempSync(join(tmpdir(), 'biaoli-bench-'));
const say = (text) => process.stderr.write(`${text}\n`);

async function bundle() {
  const webpack = require('webpack');
  const [base] = require('../../webpack.config.js')({}, { mode: 'production' });
  const config = { ...base, name: 'bench', entry: { bench: join(here, 'entry.ts') }, output: { ...base.output, path: work, filename: 'bench.cjs' } };
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve()));
  });
  return join(work, 'bench.cjs');
}

function folderOf(name, files) {
  const folder = join(work, name);
  mkdirSync(folder);
  files.forEach((bytes, i) => writeFileSync(join(folder, `${String(i).padStart(5, '0')}.xlsx`), bytes));
  return folder;
}

const measure = (how, tasks, folder, built) => JSON.parse(execFileSync(process.execPath, ['--expose-gc', join(here, 'worker.mjs'), how, tasks, folder, built], { encoding: 'utf8', maxBuffer: 1 << 26 }));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Each task beside the floors in a process of its own, several rounds, of which the middle one counts: milliseconds and ratios of the fresh process and of compiled code, and memory. */
function rounds(folder, built, turns = ROUNDS) {
  return Object.fromEntries(TASKS.map((task) => {
    const runs = Array.from({ length: turns }, () => measure('turns', [...FLOORS, task].join(), folder, built));
    const at = (pass) => ({ ms: median(runs.map((run) => run.at(pass)[task])), ...Object.fromEntries(FLOORS.map((floor) => [floor, median(runs.map((run) => run.at(pass)[task] / run.at(pass)[floor]))])) });
    const floorMs = (pass) => median(runs.map((run) => run.at(pass).floor));
    return [task, { fresh: at(0), compiled: at(-1), floor: { fresh: floorMs(0), compiled: floorMs(-1) }, ...measure('memory', task, folder, built) }];
  }));
}

/**
 * Milliseconds a file of python3-openpyxl over the same files, where it is installed; null otherwise. `lean` is its read_only mode, which takes values and no merges, notes or styles of its own;
 * `whole` is load_workbook as it is called without a word, which takes what a review needs.
 */
function openpyxl(folder, most) {
  const script = `
import sys, time, os, json
try:
    import openpyxl
except ImportError:
    sys.exit(3)
files = [os.path.join(sys.argv[1], name) for name in sorted(os.listdir(sys.argv[1]))][:int(sys.argv[2])]
def read(lean):
    start = time.perf_counter()
    for name in files:
        book = openpyxl.load_workbook(name, read_only=lean)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                pass
        book.close()
    return 1000 * (time.perf_counter() - start) / len(files)
print(json.dumps({'lean': read(True), 'whole': read(False)}))
`;
  for (const python of ['python3', '/usr/bin/python3']) {
    const ran = spawnSync(python, ['-c', script, folder, String(most)], { encoding: 'utf8' });
    if (ran.status === 0) return JSON.parse(ran.stdout);
  }
  return null;
}

const mb = (bytes) => `${Math.round(bytes / 1048576)} MB`;
const line = (cells) => console.log(cells.map((cell, i) => String(cell)[i === 0 ? 'padEnd' : 'padStart'](i === 0 ? 34 : 12)).join(''));
const times = (ratio) => `${ratio.toFixed(2)} ×`;
const HEADS = ['fresh', '× floor', 'compiled', '× floor', '× leanest', 'peak'];
/** All tasks of one run. */
function table(title, results) {
  line([title, ...HEADS]);
  const { fresh, compiled } = results.check.floor;
  line(['floor', fresh.toFixed(2), '', compiled.toFixed(2), '', '', '']);
  for (const task of TASKS) {
    const { fresh: first, compiled: last, peak } = results[task];
    line([task, first.ms.toFixed(2), times(first.floor), last.ms.toFixed(2), times(last.floor), times(last.leanest), mb(peak)]);
  }
}

try {
  say(`building, and writing ${COUNT} workbooks …`);
  const built = await bundle();
  const small = folderOf('small', Array.from({ length: COUNT }, (_, i) => workbook(i)));
  const tenfold = folderOf('tenfold', Array.from({ length: Math.max(10, Math.round(COUNT / 20)) }, (_, i) => workbook(i, 400)));
  const big = folderOf('large', [large()]);
  say('measuring …');
  const a = rounds(small, built);
  table(`${COUNT} workbooks, 5 × 40 × 10: ms`, a);
  const python = openpyxl(small, Math.min(COUNT, 100));
  if (python === null) console.log('openpyxl is not installed here: not compared');
  else {
    const { lean, whole } = python;
    line(['openpyxl, values only', lean.toFixed(2), times(lean / a.check.floor.fresh), '', '', '', '']);
    line(['openpyxl, load_workbook', whole.toFixed(2), times(whole / a.check.floor.fresh), '', '', '', '']);
    const faster = (ms) => `${(lean / ms).toFixed(1)} times as fast as openpyxl's read of values only and ${(whole / ms).toFixed(1)} times as its whole read`;
    console.log(`check is ${faster(a.check.fresh.ms)} in a fresh process; once compiled ${faster(a.check.compiled.ms)}`);
  }
  console.log(`heap after a quarter of the files and after all: check ${mb(a.check.quarter)} and ${mb(a.check.end)}, correct ${mb(a.correct.quarter)} and ${mb(a.correct.end)}`);
  console.log(`tables reviewed ${a.check.result}, edits applied ${a.correct.result}`);

  const b = rounds(tenfold, built, 2);
  table('\nten times the rows: ms', b);
  console.log(`ten times the rows cost ${(b.check.compiled.ms / a.check.compiled.ms).toFixed(1)} times the check and ${(b.check.floor.compiled / a.check.floor.compiled).toFixed(1)} times the floor`);

  table('\none large, 50,000 × 20: ms', rounds(big, built, 2));
  await batches(small, work, python);
} finally {
  rmSync(work, { recursive: true, force: true });
}
