// Reads the options of one command; what is wrong with them is said in Chinese.
import { parseArgs } from 'node:util';

export type OptionSpec = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;

export interface Arguments {
  readonly positionals: readonly string[];
  text(name: string): string | null;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

export type ArgumentsAnswer = { readonly ok: true; readonly args: Arguments } | { readonly ok: false; readonly reason: string };

/** Options that every command knows. */
export const COMMON: OptionSpec = { help: { type: 'boolean' }, debug: { type: 'boolean' }, quiet: { type: 'boolean' } };

export function readArguments(words: readonly string[], spec: OptionSpec): ArgumentsAnswer {
  try {
    const options = Object.fromEntries(Object.entries({ ...COMMON, ...spec }).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false, ...(name === 'help' ? { short: 'h' } : {}) }]));
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const all = (name: string): readonly (string | boolean)[] => [values[name] ?? []].flat();
    const texts = (name: string): readonly string[] => all(name).filter((value) => typeof value === 'string');
    return { ok: true, args: { positionals, texts, text: (name) => texts(name)[0] ?? null, flag: (name) => all(name).includes(true) } };
  } catch (error) {
    return { ok: false, reason: sentence(error) };
  }
}

function sentence(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option}，用 --help 看有哪些选项。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message.includes('does not take') ? `选项 ${option} 后面不能带值。` : `选项 ${option} 后面要写一个值。`;
  return `命令行写得不对：${message}`;
}
