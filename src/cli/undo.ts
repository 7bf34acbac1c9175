// biaoli undo: gives back, cell by cell, what corrections replaced.
import { filesOf, type Command } from './command';
import { COULD_NOT_RUN, OK, worse, type ExitCode } from './exit-codes';
import { findFiles } from './find-files';
import { openWorkbook, undoEdits } from './host';
import { PLACEMENT, placementOf, save, type Placement } from './targets';
import type { Terminal } from './terminal';

export const undo: Command = {
  options: { ...PLACEMENT, last: { type: 'boolean' } },

  async run(args, terminal) {
    const placement = placementOf(args, '撤销');
    let code: ExitCode = OK;
    for (const { file, problem } of await findFiles(filesOf(args))) {
      const outcome = problem === null ? await undoFile(file, placement, args.flag('last'), terminal) : problem;
      if (typeof outcome === 'string') terminal.say(`${file}：${outcome}`);
      code = worse(code, typeof outcome === 'string' ? COULD_NOT_RUN : outcome);
    }
    return code;
  },
};

/** The exit code, or a Chinese sentence on why nothing was written. */
async function undoFile(file: string, placement: Placement, last: boolean, terminal: Terminal): Promise<ExitCode | string> {
  const opened = await openWorkbook(file);
  if (!opened.ok) return opened.reason;
  if (opened.state.journal.length === 0) return opened.problems.length > 0 ? opened.problems.join('') : '文件里没有可以撤销的更正。';
  const undone = undoEdits(opened, last);
  if (!undone.ok) return undone.reason;
  const saved = save(file, opened.bytes, undone.bytes, placement);
  if (!saved.ok) return saved.reason;
  const restored = undone.outcomes.filter(({ word }) => word === 'applied' || word === 'unchanged').length;
  terminal.out(`${file} → ${saved.target}\n  还原 ${restored} 处。\n`);
  for (const { sheet, cell, word, reason } of undone.outcomes) {
    if (word === 'stale') terminal.out(`  ${sheet}!${cell} ${reason ?? '更正之后有人改过，没有动。'}\n`);
    else if (word !== 'applied' && word !== 'unchanged') terminal.out(`  ${sheet}!${cell} 没有还原${reason === null ? '。' : `：${reason}`}\n`);
    else if (reason !== null) terminal.out(`  ${sheet}!${cell} 已还原。${reason}\n`);
  }
  return undone.outcomes.some(({ word }) => word === 'failed') ? COULD_NOT_RUN : OK;
}
