// What the user has typed in the grid on its way into the book: kept until somebody needs it there, then written at once.
import type { Book } from './book';
import type { GridEdit, GridView } from './grid-view';
import type { PictureChange } from './picture';

/** A result that only says "this program does not know the function" must not go into the file. */
const UNKNOWN = new Set(['#NAME?', '#GETTING_DATA', '#SPILL!', '#CALC!']);

/** Excel keeps 15 digits of a number; the grid's own arithmetic of a typed 65.12% leaves 0.6512000000000001. */
function asKept(edit: GridEdit): GridEdit {
  const value = edit.content?.value;
  return edit.content && typeof value === 'number' ? { ...edit, content: { ...edit.content, value: Number(value.toPrecision(15)) } } : edit;
}

/** A cell of a change with what was typed into it since: the file takes that next. Null where its look, or a formula, was changed: there the grid is right as it is. */
function underTyping(change: PictureChange['cells'][number], typed: readonly GridEdit[]): PictureChange['cells'][number] | null {
  const { sheet, cell } = change;
  const edits = typed.filter((edit) => edit.row === cell.row && edit.column === cell.column && edit.sheet === sheet);
  if (edits.length === 0) return change;
  const { content, note, fill, numberFormat } = edits.reduce((all, edit) => ({ ...all, ...edit }));
  if (fill !== undefined || numberFormat !== undefined || (content && content.formula !== null)) return null;
  return { sheet, cell: { ...cell, ...(content ? { value: content.value, formula: null } : {}), ...(note === undefined ? {} : { note }) } };
}

export interface Typing {
  add(edits: readonly GridEdit[]): void;
  /** What a write has changed, but for what was typed while it ran: the grid must go on showing what the file will hold. */
  spare(change: PictureChange): PictureChange;
  /** Writes what was typed up to now; what is typed meanwhile waits for the next time. */
  flush(): Promise<void>;
}

/** @param refused told once for each reason for which something could not be kept; the cells show again what the file holds */
export function typingInto(book: Book, view: () => GridView | null, refused: (sentence: string) => void): Typing {
  let typed: GridEdit[] = [];
  const spare = (change: PictureChange): PictureChange => (typed.length === 0 ? change : { ...change, cells: change.cells.flatMap((one) => underTyping(one, typed) ?? []) });

  async function written(edits: GridEdit[]): ReturnType<Book['type']> {
    try {
      const results = ((await view()?.results()) ?? []).filter(({ value }) => !(typeof value === 'object' && value !== null && UNKNOWN.has(value.error)));
      return await book.type(edits, results);
    } catch (error) {
      // The other side has broken down: the grid goes on showing what was typed, so it must not be forgotten, or a save would go without it.
      typed = [...edits, ...typed];
      throw error;
    }
  }

  return {
    // One by one: a call takes no more than some hundred thousand arguments.
    add(edits) {
      for (const edit of edits) typed.push(asKept(edit));
    },
    spare,
    async flush() {
      if (typed.length === 0) return;
      const edits = typed;
      typed = [];
      const { answer, change } = await written(edits);
      view()?.put(spare(change));
      const reasons = answer.ok ? answer.value.filter(({ word }) => word !== 'applied' && word !== 'unchanged').map(({ cell, reason }) => `${cell}：${reason ?? '没有写入。'}`) : [answer.reason];
      for (const reason of new Set(reasons)) refused(reason);
      // A file that takes nothing at all: the grid goes back to what it holds.
      if (!answer.ok) await view()?.show(await book.picture());
    },
  };
}
