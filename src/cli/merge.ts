// biaoli merge: the results of parts that were reviewed apart, in one file.
import { writeMerged } from '../batch/ledger';
import { resultFoldersOf, UsageError, type Command } from './command';
import { OK } from './exit-codes';
import { mergedFrom, unfinishedText } from './results';

export const merge: Command = {
  options: { out: { type: 'string' } },

  run(args, terminal) {
    const folders = resultFoldersOf(args);
    const out = args.text('out');
    if (out === null) throw new UsageError('请用 --out 写明合并后的结果放在哪个文件夹。');
    const { lines, conflicts, sources, unfinished } = mergedFrom(folders);
    if (sources === 0) throw new UsageError('这些文件夹里没有批量核查的结果（results*.jsonl），请检查路径。');
    for (const name of unfinished) terminal.say(unfinishedText(name));
    for (const file of conflicts) terminal.say(`注意：“${file}”在几份结果里不一样，取后写的一份。`);
    const path = writeMerged(out, lines);
    terminal.say(`合并了 ${sources} 份结果，共 ${lines.length} 个文件，已写入 ${path}`);
    return Promise.resolve(OK);
  },
};
