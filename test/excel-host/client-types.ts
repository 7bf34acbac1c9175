// The parts of the client library's own namespace that its hosts use; they are not in its published types.

export interface ClientObject {
  readonly _isNull: boolean;
  _handleResult(value: unknown): void;
}

export interface BatchApi {
  createMethodObject(type: unknown, parent: object, name: string, operation: number, args: readonly unknown[], isCollection: boolean, invalidAfterRequest: boolean, getById: string | null, flags: number): object;
  createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object;
  createIndexerObject(type: unknown, parent: object, args: readonly unknown[]): object;
  createChildItemObject(type: unknown, hasIndexer: boolean, parent: object, data: unknown, index: number): ClientObject;
  invokeMethod(parent: object, name: string, operation: number, args: readonly unknown[], flags: number, resultType: number): object;
  invokeSetProperty(parent: object, name: string, value: unknown, flags: number): void;
}

/** Window of a page or of jsdom once the client library was evaluated there. */
export interface ClientWindow {
  OfficeExtension?: {
    HostBridge: { init(bridge: object): void };
    BatchApiHelper: BatchApi;
    Utility: { throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void; fixObjectPathIfNecessary(object: object, value: unknown): void; load(object: object, options: unknown): object };
    ClientObject: new (context: unknown, path: unknown) => ClientObject;
  };
  Excel?: { Workbook?: { prototype: object }; Worksheet: { prototype: object }; Range: unknown };
  Office?: Record<string, unknown>;
}
