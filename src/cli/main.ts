// Finds the command, runs it, and turns whatever happens into words and an exit code.
import { readArguments } from './arguments';
import { batch, batchWorker } from './batch';
import { catalog } from './catalog';
import { check } from './check';
import { checks } from './checks-command';
import { UsageError, type Command } from './command';
import { correct } from './correct';
import { COULD_NOT_RUN, OK, type ExitCode } from './exit-codes';
import { explain } from './explain';
import { fileProblem } from './file-problems';
import { HELP } from './help';
import { letters } from './letters';
import { merge } from './merge';
import { rubrics } from './rubrics-command';
import { rules } from './rules-command';
import { summary } from './summary';
import { template } from './template';
import type { Terminal } from './terminal';
import { undo } from './undo';
import { VERSION } from './version';

const COMMANDS: Readonly<Record<string, Command>> = { check, correct, undo, batch, merge, summary, letters, explain, rules, rubrics, checks, template, catalog };
/** Started by others of our own; not for people, so not in the help. */
const INNER: Readonly<Record<string, Command>> = { 'batch-worker': batchWorker };

/** Runs one command line (without node and script) and gives its exit code. Never rejects. */
export async function main(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-v') {
    terminal.out(`biaoli ${VERSION}\n`);
    return OK;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = rest[0] ?? '';
    terminal.out((Object.hasOwn(HELP, topic) ? HELP[topic] : HELP['']) ?? '');
    return name === undefined ? COULD_NOT_RUN : OK;
  }
  const known = { ...COMMANDS, ...INNER };
  const command = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!command) {
    terminal.say(name.startsWith('-') ? `没有选项 ${name}，用 biaoli --help 看用法。` : `没有命令 ${name}，可用：${Object.keys(COMMANDS).join('、')}。`);
    return COULD_NOT_RUN;
  }
  const answer = readArguments(rest, command.options);
  if (!answer.ok) {
    terminal.say(answer.reason);
    return COULD_NOT_RUN;
  }
  if (answer.args.flag('help')) {
    terminal.out(HELP[name] ?? '');
    return OK;
  }
  try {
    return await command.run(answer.args, terminal);
  } catch (error) {
    terminal.progress(null);
    terminal.say(error instanceof UsageError ? error.message : fileProblem(error));
    if (answer.args.flag('debug') && error instanceof Error) terminal.say(error.stack ?? error.message);
    return COULD_NOT_RUN;
  }
}
