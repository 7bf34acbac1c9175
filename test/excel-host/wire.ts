// The messages of the Office.js client: requests of actions on object paths, and what an answer must hold.

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 6, queryAsJson: 7, recursiveQuery: 8, update: 9 } as const;
export const PATH = { global: 1, new: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside an argument that is itself an object: its path, 0 for plain values. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[] | null)[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** From it the client finds the statement that failed. */
  readonly ActionIndex: number;
}

export interface ReplyBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error: WireError | null;
}

/** Request flag of Excel.run({ delayForCellEdit: true }). */
export const DELAY_FOR_CELL_EDIT = 64;
/** Category of events of the object model. */
export const EVENT_CATEGORY = 65_536;
/** Target of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

export const EVENT = {
  DataChanged: 10, Activated: 11, Deactivated: 12, Added: 13, SelectionChanged: 14, Deleted: 15, Calculated: 16, FormatChanged: 18,
  RowSorted: 19, ColumnSorted: 20, SingleClicked: 21, RowHiddenChanged: 22, FormulaChanged: 23, ProtectionChanged: 24,
} as const;
export type EventName = keyof typeof EVENT;

export interface HostEvent {
  readonly type: number;
  readonly target: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
