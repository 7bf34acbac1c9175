// The list of files in words: one line for each file, one for all.
import type { Speak } from './catalogue';
import type { ListedFile } from './workbench-state';

/** 未通过 · 4 处错误、9 处待核实 */
export function verdictLine({ progress, verdict }: ListedFile, speak: Speak): string {
  if (progress !== 'judged' || !verdict) return speak(progress === 'judging' ? 'files.judging' : 'files.waiting');
  if (verdict.status === 'unreadable') return speak('files.unreadable');
  if (verdict.status === 'no-table') return speak('files.noTable');
  const word = speak(`verdict.${verdict.verdict}`);
  const { errors, verify } = verdict;
  if (errors + verify === 0) return word;
  const counts = errors > 0 && verify > 0 ? speak('files.counts', { errors, verify }) : errors > 0 ? speak('files.errors', { errors }) : speak('files.verify', { verify });
  return speak('files.verdict', { verdict: word, counts });
}

/** How far the judging is, and what it came to once it is done. */
export function listHead(files: readonly ListedFile[], speak: Speak): string {
  const done = files.filter(({ progress }) => progress === 'judged').length;
  if (done < files.length) return speak('files.progress', { done, total: files.length });
  return speak('files.allDone', { total: files.length, errors: files.filter(({ verdict }) => verdict?.verdict === 'errors').length });
}
