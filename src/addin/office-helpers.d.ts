// Of @microsoft/office-js-helpers only its Storage is used. Its own typings would draw in a second, far older set of Office.js types.
declare module '@microsoft/office-js-helpers/dist/office.helpers.min.js' {
  export const StorageType: { readonly LocalStorage: 0 };
  export class Storage {
    constructor(container: string, type: 0);
    get(key: string): unknown;
    set(key: string, value: unknown): unknown;
    has(key: string): boolean;
    delete(key: string): unknown;
  }
}
