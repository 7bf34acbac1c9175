// A copy of the open file, for what this Excel does not tell: merged areas below ExcelApi 1.13, and more than 512 of them on any.
import type { Range } from '../../model/address';

/** Slices of at most 4 MB are allowed. */
const SLICE = 4_194_304;

function fileBytes(): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        resolve(null);
        return;
      }
      const file = opened.value;
      const bytes = new Uint8Array(file.size);
      let at = 0;
      const finish = (result: Uint8Array | null): void => file.closeAsync(() => resolve(result));
      const next = (index: number): void => {
        if (index === file.sliceCount) {
          finish(bytes);
          return;
        }
        file.getSliceAsync(index, (slice) => {
          if (slice.status !== Office.AsyncResultStatus.Succeeded) {
            finish(null);
            return;
          }
          const data = Uint8Array.from(slice.value.data as ArrayLike<number>);
          bytes.set(data.subarray(0, bytes.length - at), at);
          at += data.length;
          next(index + 1);
        });
      };
      next(0);
    });
  });
}

/** Merged areas by sheet as the file states them; null when Excel does not hand the file out. The reader of files is loaded only now. */
export async function mergesFromFile(): Promise<ReadonlyMap<string, readonly Range[]> | null> {
  const bytes = await fileBytes();
  if (!bytes) return null;
  const { readPackage } = await import(/* webpackChunkName: "file-copy" */ '../package/read');
  const reading = readPackage(bytes);
  return reading.ok ? new Map(reading.snapshot.grids.map((grid) => [grid.sheet, grid.merges])) : null;
}
