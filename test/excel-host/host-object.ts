// What the object model of Excel offers on the wire: members by their wire names, as functions over the workbook model.
import type { Range } from '../../src/model/address';
import { invalidArgument, itemNotFound } from './host-error';
import type { SheetModel } from './sheet-model';
import { rangeOf, splitReference } from './references';
import type { WorkbookModel } from './workbook-model';

export interface HostObject {
  readonly kind: string;
  /** Goes with every answer about the object, so that the client can find it again. */
  readonly identity?: () => Readonly<Record<string, unknown>>;
  readonly props?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  readonly nav?: Readonly<Record<string, () => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
  /** Of ranges, so that they can be arguments of others. */
  readonly place?: { readonly sheet: SheetModel; readonly range: Range };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

export function textArgument(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function wholeArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

/** A place given as a range object or as an address such as "Sheet1!A1". */
export function placeArgument(model: WorkbookModel, value: unknown, home: SheetModel = model.active): { readonly sheet: SheetModel; readonly range: Range } {
  if (isHostObject(value) && value.place) return value.place;
  const { sheet: name, cells } = splitReference(textArgument(value));
  const sheet = name === null ? home : model.sheet(name);
  if (!sheet) throw itemNotFound();
  const range = rangeOf(cells);
  if (!range) throw invalidArgument();
  return { sheet, range };
}
