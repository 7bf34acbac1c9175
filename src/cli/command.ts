// What every command has in common.
import { localDate } from '../exports/local-date';
import { RUBRICS } from '../rubrics/catalogue';
import type { Arguments, OptionSpec } from './arguments';
import type { ExitCode } from './exit-codes';
import type { Terminal } from './terminal';

export interface Command {
  readonly options: OptionSpec;
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** A fault of the command line itself: a Chinese sentence, exit 2. */
export class UsageError extends Error {}

/** The value of --rubric; throws a UsageError for an id that no rubric bears. */
export function rubricOption(args: Arguments): string | null {
  const id = args.text('rubric');
  if (id === null || RUBRICS.some((rubric) => rubric.id === id)) return id;
  throw new UsageError(`没有口径 ${id}，用 biaoli rubrics 看有哪些口径。`);
}

/** The value of --date or today's local date, as ISO. */
export function dateOption(args: Arguments): string {
  const text = args.text('date');
  if (text === null) return localDate(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isDay(text)) throw new UsageError(`日期“${text}”不对，请写成 2024-03-15 这样的形式。`);
  return text;
}

/** True for a day of the calendar: 2024-02-31 is read as a day of March otherwise. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The named files; throws a UsageError when there are none, which tells `what` should be named. */
export function filesOf(args: Arguments, what = '要处理的文件、文件夹或通配符'): readonly string[] {
  if (args.positionals.length === 0) throw new UsageError(`请写明${what}，用 --help 看用法。`);
  return args.positionals;
}

/** The named folders of results. */
export function resultFoldersOf(args: Arguments): readonly string[] {
  return filesOf(args, '批量核查的结果文件夹');
}
