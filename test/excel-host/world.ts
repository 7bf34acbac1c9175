// What the objects of one emulated Excel share: the workbook and how this Excel behaves.
import type { HostObject } from './host-object';
import type { SheetModel } from './sheet-model';
import type { WorkbookModel } from './workbook-model';

export interface WorldOptions {
  /** Cells that one range answers at most; Excel's documented limit is five million. */
  readonly cellLimit: number;
  /** What a larger range answers: null values, or an error. */
  readonly huge: 'null' | 'error';
}

export interface World {
  readonly model: WorkbookModel;
  readonly options: WorldOptions;
  /** Ranges lead back to their sheet, sheets lead to ranges. */
  readonly worksheet: (sheet: SheetModel) => HostObject;
  /** For clients that give up single references. */
  readonly release: (reference: string) => void;
  readonly releaseAll: () => void;
  readonly liveReferences: () => number;
}
