// What became of a write, an undo or a clearing, as one sentence for a person.
import { grouped } from '../model/grouped';
import type { WriteOutcome } from '../model/plan';
import type { Say } from './catalogue';

export type Deed = 'corrected' | 'restored' | 'cleared';

const NOTHING = { corrected: 'done.nothing', restored: 'done.nothingToUndo', cleared: 'done.nothingToClear' } as const;
/** More cells than these are counted, not named. */
const NAMED_CELLS = 6;

/** "已更正 2 处，已标注 5 处；1 处没有写入：G7 在核查后被改过，请重新核查。" `marked` are cells whose content was not to change. */
export function outcomeText(outcomes: readonly WriteOutcome[], deed: Deed, say: Say, marked: ReadonlySet<string> = new Set()): string {
  const applied = outcomes.filter(({ word }) => word === 'applied');
  const marks = applied.filter((one) => marked.has(`${one.sheet}!${one.cell}`)).length;
  const done = [
    ...(applied.length - marks > 0 ? [say(`done.${deed}`, { count: applied.length - marks })] : []),
    ...(marks > 0 ? [say('done.marked', { count: marks })] : []),
  ];
  const refused = outcomes.filter(({ word }) => word !== 'applied' && word !== 'unchanged');
  const several = new Set(outcomes.map(({ sheet }) => sheet)).size > 1;
  // A host's sentence ends with its own full stop.
  const byReason = grouped(refused, ({ word, reason }) => (reason ?? say(`word.${word}`)).replace(/[。.]$/, ''));
  const left = [...byReason].map(([reason, same]) => say(deed === 'corrected' ? 'done.refused' : 'done.kept', { count: same.length, cells: cellNames(same.map(({ sheet, cell }) => (several ? `${sheet}!${cell}` : cell)), say), reason }));
  const parts = [...(done.length === 0 && left.length === 0 ? [say(NOTHING[deed])] : done), ...left];
  return parts.join(say('done.join')) + say('done.end');
}

export function cellNames(cells: readonly string[], say: Say): string {
  return cells.length <= NAMED_CELLS ? cells.join(say('names.join')) : `${cells.slice(0, NAMED_CELLS).join(say('names.join'))}…`;
}
