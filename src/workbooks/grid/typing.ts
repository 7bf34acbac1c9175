// What the user has typed in the grid on its way into the book: kept until somebody needs it there, then written at once.
import type { Book } from './book';
import type { GridEdit, GridView } from './grid-view';

/** A result that only says "this program does not know the function" must not go into the file. */
const UNKNOWN = new Set(['#NAME?', '#GETTING_DATA', '#SPILL!', '#CALC!']);

/** Excel keeps 15 digits of a number; the grid's own arithmetic of a typed 65.12% leaves 0.6512000000000001. */
function asKept(edit: GridEdit): GridEdit {
  const value = edit.content?.value;
  return edit.content && typeof value === 'number' ? { ...edit, content: { ...edit.content, value: Number(value.toPrecision(15)) } } : edit;
}

export interface Typing {
  add(edits: readonly GridEdit[]): void;
  /** Writes what was typed up to now; what is typed meanwhile waits for the next time. */
  flush(): Promise<void>;
}

/** @param refused told once for each reason for which something could not be kept; the cells show again what the file holds */
export function typingInto(book: Book, view: () => GridView | null, refused: (sentence: string) => void): Typing {
  let typed: GridEdit[] = [];
  return {
    add: (edits) => void typed.push(...edits.map(asKept)),
    async flush() {
      if (typed.length === 0) return;
      const edits = typed;
      typed = [];
      const results = ((await view()?.results()) ?? []).filter(({ value }) => !(typeof value === 'object' && value !== null && UNKNOWN.has(value.error)));
      const { answer, change } = await book.type(edits, results);
      view()?.put(change);
      const reasons = answer.ok ? answer.value.filter(({ word }) => word !== 'applied' && word !== 'unchanged').map(({ cell, reason }) => `${cell}：${reason ?? '没有写入。'}`) : [answer.reason];
      for (const reason of new Set(reasons)) refused(reason);
      // A file that takes nothing at all: the grid goes back to what it holds.
      if (!answer.ok) await view()?.show(await book.picture());
    },
  };
}
