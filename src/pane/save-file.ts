// A file from the pane into the browser's downloads.
export interface FileToSave {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Media type. */
  readonly type: string;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_TYPE = 'application/json';
/** The bytes are read after the click has returned; for good, the address would hold them as long as the page lives. */
const KEPT_FOR_DOWNLOAD = 10_000;

export function saveFile({ name, content, type }: FileToSave): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as string | Uint8Array<ArrayBuffer>], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR_DOWNLOAD);
}
