// Notes (ExcelApi 1.18) for a client that is older than they are: built beside the unmodified file from the client's own helpers.
import type { ClientObject, ClientWindow } from './client-types';

/**
 * Adds `notes` to workbook and worksheet. Wire names are guessed by analogy with comments: not verified against Excel.
 * Stands alone, so that its source can be injected into a page.
 * @returns false while the client is not there yet
 */
export function addNotes(page: object): boolean {
  const { Excel: excel, OfficeExtension: extension } = page as ClientWindow;
  if (!excel?.Workbook || !extension) return false;
  if ('notes' in excel.Workbook.prototype) return true;
  const { BatchApiHelper: batch, Utility: utility, ClientObject: Base } = extension;
  const { Range } = excel;
  const READ = 1;
  const WRITE = 0;
  const CONCURRENT = 4;
  const scalars: readonly (readonly [string, string])[] = [['authorName', 'AuthorName'], ['content', 'Content'], ['height', 'Height'], ['visible', 'Visible'], ['width', 'Width']];

  class Note extends Base {
    readonly loaded = new Map<string, unknown>();

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (value === null || value === undefined) return;
      utility.fixObjectPathIfNecessary(this, value);
      for (const [name, wire] of scalars) {
        const given = (value as Record<string, unknown>)[wire];
        if (given !== undefined) this.loaded.set(name, given);
      }
    }

    load(options: unknown): object {
      return utility.load(this, options);
    }

    delete(): void {
      batch.invokeMethod(this, 'Delete', WRITE, [], 0, 0);
    }

    getLocation(): object {
      return batch.createMethodObject(Range, this, 'GetLocation', READ, [], false, true, null, CONCURRENT);
    }
  }
  Object.defineProperty(Note.prototype, '_className', { get: () => 'Note' });
  Object.defineProperty(Note.prototype, '_scalarPropertyNames', { get: () => scalars.map(([name]) => name) });
  for (const [name, wire] of scalars) {
    Object.defineProperty(Note.prototype, name, {
      get(this: Note) {
        utility.throwIfNotLoaded(name, this.loaded.get(name), 'Note', this._isNull);
        return this.loaded.get(name);
      },
      set(this: Note, value: unknown) {
        this.loaded.set(name, value);
        batch.invokeSetProperty(this, wire, value, 0);
      },
    });
  }

  class NoteCollection extends Base {
    list: ClientObject[] | undefined;

    get items(): readonly ClientObject[] | undefined {
      utility.throwIfNotLoaded('items', this.list, 'NoteCollection', this._isNull);
      return this.list;
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (value === null || value === undefined) return;
      utility.fixObjectPathIfNecessary(this, value);
      const data = (value as { _Items?: readonly unknown[] })._Items;
      this.list = data?.map((one, index) => {
        const note = batch.createChildItemObject(Note, false, this, one, index);
        note._handleResult(one);
        return note;
      }) ?? this.list;
    }

    load(options: unknown): object {
      return utility.load(this, options);
    }

    add(cellAddress: unknown, content: unknown): object {
      return batch.createMethodObject(Note, this, 'Add', WRITE, [cellAddress, content], false, true, null, 0);
    }

    getCount(): object {
      return batch.invokeMethod(this, 'GetCount', READ, [], CONCURRENT, 0);
    }

    getItem(key: unknown): object {
      return batch.createIndexerObject(Note, this, [key]);
    }

    getItemAt(index: number): object {
      return batch.createMethodObject(Note, this, 'GetItemAt', READ, [index], false, false, null, CONCURRENT);
    }

    getItemOrNullObject(key: unknown): object {
      return batch.createMethodObject(Note, this, 'GetItemOrNullObject', READ, [key], false, false, null, CONCURRENT);
    }
  }
  Object.defineProperty(NoteCollection.prototype, '_className', { get: () => 'NoteCollection' });
  Object.defineProperty(NoteCollection.prototype, '_isCollection', { get: () => true });

  const made = new WeakMap<object, object>();
  for (const owner of [excel.Workbook, excel.Worksheet]) {
    Object.defineProperty(owner.prototype, 'notes', {
      configurable: true,
      get(this: object) {
        const notes = made.get(this) ?? batch.createPropertyObject(NoteCollection, this, 'Notes', true, CONCURRENT);
        made.set(this, notes);
        return notes;
      },
    });
  }
  return true;
}
