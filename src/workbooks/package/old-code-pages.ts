// Texts of Excel 5 and 95, and of what still writes as they did, are bytes in the code page that the file names. The library would decode them by tables of half a megabyte; without these it hands out the bytes as they are, and what runs us has the same tables.
import { CFB } from '@e965/xlsx';

/** What Windows calls a page → what the Encoding Standard calls it; those of a Macintosh have five digits. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'], [932, 'shift_jis'], [936, 'gbk'], [949, 'euc-kr'], [950, 'big5'], [1250, 'windows-1250'], [1251, 'windows-1251'],
  [10_002, 'big5'], [10_008, 'gbk'], [20_936, 'gbk'], [54_936, 'gb18030'], [65_001, 'utf-8'],
]);
/** Of a file that names none: what Chinese Windows has. */
const USUAL = 936;

const CODE_PAGE = 0x42;
const END = 0x0a;
/** What the first record says of the version: from Excel 97 on texts are Unicode, whatever page is named. */
const EXCEL_97 = 0x0600;

/** The container of old documents, of which the library tells no types. */
interface Containers {
  read(bytes: Uint8Array, how: { readonly type: 'array' }): unknown;
  find(file: unknown, name: string): { readonly content?: ArrayLike<number> } | null;
}

function streamOf(bytes: Uint8Array): ArrayLike<number> {
  const containers = CFB as Containers;
  const file = containers.read(bytes, { type: 'array' });
  return (containers.find(file, '/Workbook') ?? containers.find(file, '/Book'))?.content ?? [];
}

/** The page that texts are written in; null where they are Unicode. */
function pageOf(stream: ArrayLike<number>): number | null {
  const two = (at: number): number => (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
  if (stream.length < 6 || two(4) >= EXCEL_97) return null;
  for (let at = 0; at + 4 <= stream.length && two(at) !== END; at += 4 + two(at + 2)) if (two(at) === CODE_PAGE) return two(at + 4);
  return USUAL;
}

/**
 * What the library hands out as a text of the workbook → the text.
 * @param bytes the file, which the library has read: throws where it would
 */
export function textsOf(bytes: Uint8Array): (given: string) => string {
  const page = pageOf(streamOf(bytes));
  if (page === null) return (given) => given;
  const decoder = new TextDecoder(LABELS.get(page) ?? 'windows-1252', { ignoreBOM: true });
  // A character beyond the bytes was decoded already, where the library has found its tables.
  return (given) => (/^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(given) ? decoder.decode(Uint8Array.from(given, (byte) => byte.charCodeAt(0))) : given);
}
