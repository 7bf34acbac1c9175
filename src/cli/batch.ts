// biaoli batch: hundreds of workbooks in, one line a file out; may be killed and resumed, and spread over machines.
import { availableParallelism } from 'node:os';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isResults, openLedger, type Known } from '../batch/ledger';
import { LOST, MEGABYTES, SECONDS } from '../batch/limits';
import { runPool } from '../batch/pool';
import { lineOf, recordOf, type FileRecord } from '../batch/record';
import { verdictOfRecord } from '../batch/record-verdict';
import { REDACTED } from '../batch/redact';
import { companionsAmong, isReportFile } from '../batch/report-names';
import { inShard, readShard, type Shard } from '../batch/shard';
import { SUMMARY_XLSX } from '../batch/workbook-names';
import { serveBatch, type WorkItem, type WorkResult } from '../batch/worker';
import { filesOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, ERRORS_FOUND, OK, type ExitCode } from './exit-codes';
import { findFiles, sameFile } from './find-files';
import { passedSentence } from './passed-files';
import type { Verdict } from '../model/review';
import type { Arguments } from './arguments';
import type { Terminal } from './terminal';
import { JUDGING, judgingOption } from './judging';

function numberOption(args: Arguments, name: string, otherwise: number, most: number): number {
  const text = args.text(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most) throw new UsageError(`--${name}“${text}”不对，请写 1 到 ${most} 的整数。`);
  return value;
}

function shardOption(args: Arguments): Shard {
  const text = args.text('shard');
  const shard = text === null ? { index: 1, of: 1 } : readShard(text, process.env);
  if (typeof shard === 'string') throw new UsageError(shard);
  return shard;
}

function folderOf(args: Arguments): string {
  const [folder, ...more] = filesOf(args, '要核查的文件夹');
  if (folder === undefined || more.length > 0) throw new UsageError('biaoli batch 一次核查一个文件夹，请只写一个。');
  try {
    if (statSync(folder).isDirectory()) return folder;
  } catch {
    throw new UsageError(`没有文件夹“${folder}”，请检查路径。`);
  }
  throw new UsageError(`“${folder}”不是文件夹；核查单个文件请用 biaoli check。`);
}

/** The workbook that `summary` wrote beside the results of an earlier run: where these lie among the workbooks, it is none of a unit's. Null without results. */
function summaryIn(out: string): string | null {
  const path = join(out, SUMMARY_XLSX);
  return existsSync(path) && readdirSync(out).some(isResults) ? path : null;
}

function verdictIn(line: string): Verdict {
  return verdictOfRecord(JSON.parse(line) as FileRecord);
}

/** Counts, rate and remaining time, in one line that replaces itself. */
class Progress {
  private readonly begun = Date.now();
  private done = 0;
  private shown = 0;
  readonly counts: Record<Verdict, number> = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };

  constructor(private readonly terminal: Terminal, private readonly total: number) {}

  add(word: Verdict): void {
    this.counts[word]++;
    this.done++;
    const now = Date.now();
    if (now - this.shown < 100 && this.done < this.total) return;
    this.shown = now;
    const seconds = (now - this.begun) / 1000;
    const rate = this.done / Math.max(seconds, 0.001);
    const left = Math.ceil((this.total - this.done) / Math.max(rate, 0.001));
    const filled = Math.floor((20 * this.done) / this.total);
    this.terminal.progress(`[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}] ${this.done}/${this.total}　每秒 ${rate.toFixed(0)} 个　还要 ${duration(left)}　${this.text()}`);
  }

  text(): string {
    const { errors, 'to-verify': verify, clean, 'not-checked': none } = this.counts;
    return `未通过 ${errors}、待核实 ${verify}、通过 ${clean}、未核查 ${none}`;
  }
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} 分钟` : `${(seconds / 3600).toFixed(1)} 小时`;
}

export const batch: Command = {
  options: { out: { type: 'string' }, jobs: { type: 'string' }, resume: { type: 'boolean' }, shard: { type: 'string' }, ...JUDGING, redact: { type: 'boolean' }, 'exit-zero': { type: 'boolean' } },

  async run(args, terminal) {
    const folder = folderOf(args);
    const out = args.text('out');
    if (out === null) throw new UsageError('请用 --out 写明结果放在哪个文件夹。');
    const judging = await judgingOption(args);
    for (const sentence of judging.told) terminal.say(sentence);
    const redact = args.flag('redact');
    const by = `${judging.by}${redact ? REDACTED : ''}`;
    const shard = shardOption(args);
    const jobs = numberOption(args, 'jobs', availableParallelism(), 256);
    // Messages of ten thousand files would let the room for young objects grow to its most, 50 MB for what 1 MB holds: this process has but a few objects that last.
    setFlagsFromString('--semi-space-growth-factor=1');

    const nameOf = (path: string): string => relative(folder, path).split(sep).join('/');
    const passed: string[] = [];
    const listed = await findFiles([folder], 'all', (file) => passed.push(file));
    const own = summaryIn(out);
    const found = own === null ? listed : listed.filter(({ file }) => !sameFile(file, own));
    const nothing = found.find(({ file, problem }) => problem !== null && resolve(file) === resolve(folder))?.problem;
    if (nothing) throw new UsageError(`“${folder}”：${nothing}`);
    const mine = found.filter(({ file }) => inShard(nameOf(file), shard));
    // Every part sees the whole folder, so that a report finds its workbooks whichever part they fall into.
    const pathOf = new Map(found.flatMap(({ file, problem }) => (problem === null ? [[nameOf(file), file] as const] : [])));
    const companionsOf = companionsAmong([...pathOf.keys()].filter(isReportFile), [...pathOf.keys()].filter((file) => !isReportFile(file)));
    const ledger = openLedger(out, shard, args.flag('resume'));
    const progress = new Progress(terminal, mine.length);
    let kept = 0;

    const add = (file: string, { line, verdict }: WorkResult): void => {
      ledger.add(file, line);
      progress.add(verdict);
    };
    const failed = (file: string, reason: string): void => {
      const record = recordOf({ file, status: 'unreadable', reason, review: null }, null, by);
      add(file, { line: lineOf(record), verdict: verdictOfRecord(record) });
    };
    const items: WorkItem[] = [];
    for (const { file: path, problem } of mine) {
      const file = nameOf(path);
      if (problem !== null) failed(file, problem);
      else {
        const companions = isReportFile(file) ? { companions: companionsOf(file).map((one) => ({ file: one, path: pathOf.get(one) ?? one })) } : {};
        items.push({ file, path, known: hashKnown(ledger.known(file), by), ...companions });
      }
    }
    await runPool(items, { jobs: Math.min(jobs, Math.max(items.length, 1)), script: __filename, words: ['batch-worker', `--into=${ledger.progress}`, ...judging.words(out), ...(redact ? ['--redact'] : [])], timeLimit: SECONDS * 1000, memoryLimit: MEGABYTES }, {
      done({ file, result }) {
        if (result !== null) return add(file, result);
        kept++;
        const before = ledger.known(file);
        if (before) progress.add(verdictIn(before.line));
      },
      lost: ({ file }, reason) => failed(file, LOST[reason]),
    });
    terminal.progress(null);
    const results = ledger.finish(mine.map(({ file }) => nameOf(file)));
    if (!args.flag('quiet')) terminal.say(`共 ${mine.length} 个文件${kept > 0 ? `（${kept} 个没有变化，沿用上次结果）` : ''}：${progress.text()}。\n结果已写入 ${results}`);
    // The lists of an earlier run, where they lie in the folder itself, are nobody's.
    const unseen = passedSentence(passed.filter((file) => inShard(nameOf(file), shard) && !resolve(file).startsWith(resolve(out) + sep)));
    if (unseen !== null && !args.flag('quiet')) terminal.say(unseen);
    return args.flag('exit-zero') ? OK : exitCode(progress.counts);
  },
};

function hashKnown(known: Known | null, by: string): string | null {
  if (known === null || known.by !== by) return null;
  return (JSON.parse(known.line) as Partial<FileRecord>).inputs ?? known.sha256;
}

function exitCode(counts: Progress['counts']): ExitCode {
  if (counts['not-checked'] > 0) return COULD_NOT_RUN;
  return counts.errors > 0 ? ERRORS_FOUND : OK;
}

/** Started by batch itself, never by people. */
export const batchWorker: Command = {
  options: { into: { type: 'string' }, ...JUDGING, redact: { type: 'boolean' } },
  async run(args) {
    if (process.send === undefined) throw new UsageError('batch-worker 由 biaoli batch 自己启动，不单独使用。');
    const judging = await judgingOption(args);
    serveBatch({ judging, by: judging.by, redact: args.flag('redact'), into: args.text('into') });
    return new Promise(() => undefined);
  },
};
