// Threaded comments (ExcelApi 1.10) and notes (1.18): each hangs on one cell.
import { alreadyExists, invalidArgument, itemNotFound } from './host-error';
import { placeArgument, textArgument, wholeArgument } from './host-object';
import type { HostObject } from './host-object';
import { rangeObject } from './range-object';
import { sizeOf } from './references';
import { SheetModel } from './sheet-model';
import type { CommentState } from './workbook-model';
import type { World } from './world';

function oneCell(world: World, value: unknown, home?: SheetModel): { readonly sheet: SheetModel; readonly row: number; readonly column: number } {
  const { sheet, range } = placeArgument(world.model, value, home);
  if (sizeOf(range) !== 1) throw invalidArgument();
  return { sheet, row: range.top, column: range.left };
}

function cellObject(world: World, sheet: SheetModel, row: number, column: number): HostObject {
  return rangeObject(world, sheet, { top: row, left: column, bottom: row, right: column });
}

function repliesObject(world: World, comment: CommentState): HostObject {
  const replyObject = (reply: CommentState['replies'][number]): HostObject => ({
    kind: 'CommentReply',
    identity: () => ({ Id: reply.id }),
    props: { Id: () => reply.id, Content: () => reply.content, AuthorName: () => reply.author, AuthorEmail: () => '', ContentType: () => 'Plain', Resolved: () => comment.resolved },
    set: { Content: (value) => { world.model.guardObjects(comment.sheet); reply.content = textArgument(value); } },
    methods: { Delete: () => { comment.replies.splice(comment.replies.indexOf(reply), 1); } },
  });
  return {
    kind: 'CommentReplyCollection',
    items: () => comment.replies.map(replyObject),
    item: (id) => {
      const reply = comment.replies.find((one) => one.id === id);
      if (!reply) throw itemNotFound();
      return replyObject(reply);
    },
    methods: {
      GetCount: () => comment.replies.length,
      Add: (content) => {
        world.model.guardObjects(comment.sheet);
        const reply = { id: world.model.freshId(), content: textArgument(content), author: world.model.author };
        comment.replies.push(reply);
        return replyObject(reply);
      },
    },
  };
}

function commentObject(world: World, comment: CommentState): HostObject {
  const { model } = world;
  return {
    kind: 'Comment',
    identity: () => ({ Id: comment.id }),
    props: {
      Id: () => comment.id, Content: () => comment.content, AuthorName: () => comment.author, AuthorEmail: () => '', Resolved: () => comment.resolved,
      ContentType: () => 'Plain', CreationDate: () => '2022-12-31T00:00:00.000Z',
    },
    set: {
      Content: (value) => { model.guardObjects(comment.sheet); comment.content = textArgument(value); },
      Resolved: (value) => { model.guardObjects(comment.sheet); comment.resolved = value === true; },
    },
    nav: { Replies: () => repliesObject(world, comment) },
    methods: {
      GetLocation: () => cellObject(world, comment.sheet, comment.row, comment.column),
      Delete: () => { model.guardObjects(comment.sheet); model.comments = model.comments.filter((one) => one !== comment); },
    },
  };
}

/** Of the workbook, or of one sheet. */
export function commentsObject(world: World, only: SheetModel | null): HostObject {
  const { model } = world;
  const all = (): CommentState[] => model.comments.filter(({ sheet }) => only === null || sheet === only);
  const found = (id: unknown): CommentState | undefined => all().find((comment) => comment.id === id);
  const item = (id: unknown): HostObject => {
    const comment = found(id);
    if (!comment) throw itemNotFound();
    return commentObject(world, comment);
  };
  return {
    kind: 'CommentCollection',
    items: () => all().map((comment) => commentObject(world, comment)),
    item,
    methods: {
      GetItem: item,
      GetItemAt: (index) => item(all()[wholeArgument(index)]?.id),
      GetItemOrNullObject: (id) => (found(id) ? item(id) : null),
      GetCount: () => all().length,
      GetItemByCell: (address) => {
        const { sheet, row, column } = oneCell(world, address, only ?? undefined);
        return item(model.comments.find((comment) => comment.sheet === sheet && comment.row === row && comment.column === column)?.id);
      },
      Add: (address, content) => {
        const { sheet, row, column } = oneCell(world, address, only ?? undefined);
        model.guardObjects(sheet);
        const taken = sheet.notes.has(SheetModel.key(row, column)) || model.comments.some((comment) => comment.sheet === sheet && comment.row === row && comment.column === column);
        if (taken) throw invalidArgument();
        const comment = { id: model.freshId(), sheet, row, column, content: textArgument(content), author: model.author, resolved: false, replies: [] };
        model.comments.push(comment);
        return commentObject(world, comment);
      },
    },
  };
}

function noteObject(world: World, sheet: SheetModel, key: number): HostObject {
  const note = sheet.notes.get(key);
  if (!note) throw itemNotFound();
  const { row, column } = SheetModel.place(key);
  return {
    kind: 'Note',
    props: { Content: () => note.content, AuthorName: () => note.author, Visible: () => note.visible, Height: () => 60, Width: () => 108 },
    set: {
      Content: (value) => { world.model.guardObjects(sheet); note.content = textArgument(value); },
      Visible: (value) => { world.model.guardObjects(sheet); note.visible = value === true; },
      Height: () => undefined, Width: () => undefined,
    },
    methods: {
      GetLocation: () => cellObject(world, sheet, row, column),
      Delete: () => { world.model.guardObjects(sheet); sheet.notes.delete(key); },
    },
  };
}

/** Of the workbook, or of one sheet; a note is found by the address of its cell. */
export function notesObject(world: World, only: SheetModel | null): HostObject {
  const { model } = world;
  const sheets = (): readonly SheetModel[] => (only === null ? model.sheets : [only]);
  const all = (): readonly HostObject[] => sheets().flatMap((sheet) => [...sheet.notes.keys()].sort((a, b) => a - b).map((key) => noteObject(world, sheet, key)));
  const find = (address: unknown): HostObject | null => {
    const { sheet, row, column } = oneCell(world, address, only ?? undefined);
    const key = SheetModel.key(row, column);
    return sheet.notes.has(key) ? noteObject(world, sheet, key) : null;
  };
  const item = (address: unknown): HostObject => {
    const note = find(address);
    if (!note) throw itemNotFound();
    return note;
  };
  return {
    kind: 'NoteCollection',
    items: all,
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: find,
      GetItemAt: (index) => all()[wholeArgument(index)] ?? null,
      GetCount: () => all().length,
      Add: (address, content) => {
        const { sheet, row, column } = oneCell(world, address, only ?? undefined);
        model.guardObjects(sheet);
        const key = SheetModel.key(row, column);
        if (sheet.notes.has(key)) throw alreadyExists();
        if (model.comments.some((comment) => comment.sheet === sheet && comment.row === row && comment.column === column)) throw invalidArgument();
        sheet.notes.set(key, { content: textArgument(content), author: model.author, visible: false });
        return noteObject(world, sheet, key);
      },
    },
  };
}
