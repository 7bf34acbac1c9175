// What the user does in the grid, from both sides of it: before, what may not be done is refused; after, what has changed is told as edits. What we write ourselves is neither.
import { CustomCommandExecutionError, type ICommandInfo, type IDisposable, type IExecutionOptions } from '@univerjs/core';
import type { GridEdit } from './grid-view';
import type { BookInGrid } from './univer-book';
import { stateOf } from './univer-cells';
import { editBetween, type CellState } from './univer-edits';
import { isMutation, mayRun, type RefusedFor } from './univer-guard';
import { selectionIn, selectWholeCells } from './univer-place';
import { keepKnownResults, type NewResults } from './univer-results';
import { KEY } from './univer-shown';
import { cellsOf, dropForeignStyle, type TouchedCell } from './univer-touched';

export interface Told {
  readonly edited: (edits: readonly GridEdit[]) => void;
  readonly refused: (command: string, why: RefusedFor) => void;
}

type Before = readonly (readonly [TouchedCell, CellState])[];

function opensEditor({ id, params }: Readonly<ICommandInfo>): boolean {
  return id === 'sheet.operation.set-cell-edit-visible' && (params as { visible?: boolean } | undefined)?.visible === true;
}

/** Of the cells that a mutation touched, what is another than before. */
function editsSince(book: BookInGrid, before: Before): readonly GridEdit[] {
  return before.flatMap(([cell, was]) => {
    const sheet = book.sheet(cell.sheet);
    const edit = sheet ? editBetween({ sheet: sheet.name, row: cell.row + 1, column: cell.column + 1 }, was, stateOf(book, cell)) : null;
    // What is given for a new formula is known only after it has been calculated.
    if (edit?.content) sheet?.results.delete(cell.row * KEY + cell.column);
    return edit ? [edit] : [];
  });
}

/** Univer hands the same `params` to both sides of a mutation: by them what was before is found again. */
export function hearingIn(book: BookInGrid, results: NewResults, told: Told): readonly IDisposable[] {
  const befores = new WeakMap<object, Before>();
  const isLocked = (id: string, row: number, column: number): boolean => book.sheet(id)?.locks(row, column) === true;

  function refuse(command: string, why: RefusedFor): never {
    told.refused(command, why);
    throw new CustomCommandExecutionError(command);
  }

  function before(command: Readonly<ICommandInfo>, how: IExecutionOptions = {}): void {
    if (book.unit() === null || how['ours'] === true) return;
    const { id, type, params } = command;
    if (how['fromFormula'] === true) {
      if (params) keepKnownResults(book, id, params);
      return;
    }
    if (!mayRun(id, type)) refuse(id, 'not-carried');
    if (id === 'sheet.operation.set-selections' && params) selectWholeCells(book, params);
    if (opensEditor(command)) {
      const place = selectionIn(book);
      if (place && isLocked(place.id, place.row, place.column)) refuse(id, 'locked');
    }
    if (!isMutation(type) || !params) return;
    const touched = cellsOf(id, params);
    if (touched.length === 0) return;
    if (touched.some(({ sheet, row, column }) => isLocked(sheet, row, column))) refuse(id, 'locked');
    dropForeignStyle(id, params);
    befores.set(params, touched.map((cell) => [cell, stateOf(book, cell)] as const));
  }

  function after({ id, type, params }: Readonly<ICommandInfo>, how: IExecutionOptions = {}): void {
    if (!isMutation(type) || !params || book.unit() === null) return;
    if (how['fromFormula'] === true) {
      results.calculated(id, params);
      return;
    }
    const was = befores.get(params);
    if (!was || how['ours'] === true) return;
    befores.delete(params);
    const edits = editsSince(book, was);
    if (edits.length > 0) told.edited(edits);
  }

  return [book.commands.beforeCommandExecuted(before), book.commands.onCommandExecuted(after)];
}
