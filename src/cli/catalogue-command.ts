// A command that lists a catalogue, or tells all of the entries that are named.
import { UsageError, type Command } from './command';
import { OK } from './exit-codes';

export interface Catalogue<T extends { readonly id: string }> {
  readonly entries: readonly T[];
  /** One line of the list. */
  readonly line: (entry: T) => string;
  readonly described: (entry: T) => string;
  /** The sentence for an id that no entry bears. */
  readonly unknown: (id: string) => string;
}

export function catalogueCommand<T extends { readonly id: string }>({ entries, line, described, unknown }: Catalogue<T>): Command {
  return {
    options: {},
    run({ positionals }, terminal) {
      const named = positionals.map((id) => {
        const entry = entries.find((one) => one.id === id);
        if (!entry) throw new UsageError(unknown(id));
        return entry;
      });
      terminal.out(named.length === 0 ? entries.map((entry) => `${line(entry)}\n`).join('') : named.map(described).join('\n'));
      return Promise.resolve(OK);
    },
  };
}
