// The two streams of the command line: results to stdout, everything else to stderr.
import { widthOf } from '../exports/text-width';
import { fileProblem } from './file-problems';

export interface Terminal {
  /** Result text or JSON. */
  out(text: string): void;
  /** What went wrong and what was done, one line. */
  say(text: string): void;
  /** A line that replaces itself on a terminal and is silent elsewhere. */
  progress(text: string | null): void;
  readonly colour: boolean;
  /** Columns of stdout; null when it is no terminal. */
  readonly width: number | null;
}

const WIDEST = 120;

/** One line of a terminal, the last column left free: there some terminals break already. */
function inOneLine(text: string, columns: number): string {
  const plain = text.replace(/\p{Cc}/gu, '');
  // Some pipes that call themselves a terminal have no width.
  if (!(columns > 0) || widthOf(plain) < columns) return plain;
  let cut = '';
  for (const letter of plain) {
    if (widthOf(cut) + widthOf(letter) > columns - 2) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** The terminal of this process. Colour only on a terminal and never with NO_COLOR set to anything. */
export function processTerminal({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  // A closed pipe (| head) is the reader's wish, not a fault; anything else still is.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // A full disk under a redirected stdout: said once, on the stream that may still work.
      if (stream === stdout) stderr.write(`结果没有写完：${fileProblem(error)}\n`);
      process.exitCode = 2;
    });
  }
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    out: (text) => {
      clear();
      stdout.write(text);
    },
    say: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!stderr.isTTY) return;
      clear();
      if (text === null) return;
      // What breaks into a second line could not be taken back.
      stderr.write(inOneLine(text, stderr.columns));
      shown = true;
    },
    colour: stdout.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    width: stdout.isTTY ? Math.min(stdout.columns, WIDEST) : null,
  };
}
