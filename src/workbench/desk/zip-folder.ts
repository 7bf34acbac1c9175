// A zip as a folder: its directory is read, its parts stay where they are until each is reviewed, so that one bad part costs its own result only.
import { isLeftAside } from '../../batch/workbook-names';
import { DEFAULT_LIMITS } from '../../workbooks/package/zip';
import { reviewedAmong } from './reviewed';
import { BOMB, isBomb, type FolderFile, type ZipPart } from './whereabouts';

export type ZipFolder = { readonly ok: true; readonly files: readonly FolderFile[]; readonly others: readonly string[] } | { readonly ok: false; readonly reason: string };

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const HEX32 = 0xffffffff;
/** A directory of that many parts with the longest of names is smaller. */
const LARGEST_DIRECTORY = 64 * 1024 * 1024;

const NOT_ZIP = '这不是完整的 zip 压缩包，可能没有下载完：请重新取得，或解压后选择文件夹。';
const TOO_MANY = `压缩包里的文件超过 ${DEFAULT_LIMITS.entries} 个：请分成几个压缩包，或解压后选择文件夹。`;
const ENCRYPTED = '压缩包里的这个文件加了密码：请先解压，再选择解压后的文件夹。';
const METHOD = '压缩包里的这个文件用了不支持的压缩方式：请先解压，再选择解压后的文件夹。';

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where it must end. */
  readonly end: number;
}

const viewOf = async (zip: Blob, from: number, to: number): Promise<DataView> => new DataView(await zip.slice(from, to).arrayBuffer());

async function directoryOf(zip: Blob): Promise<Directory | null> {
  const from = Math.max(0, zip.size - END_SIZE - LONGEST_COMMENT);
  const view = await viewOf(zip, from, zip.size);
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue;
    const plain = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), end: from + at };
    const wide = plain.count === 0xffff || plain.size === HEX32 || plain.offset === HEX32;
    return wide ? ((await directory64(zip, plain.end)) ?? plain) : plain;
  }
  return null;
}

async function directory64(zip: Blob, end: number): Promise<Directory | null> {
  if (end < 20) return null;
  const locator = await viewOf(zip, end - 20, end);
  if (locator.getUint32(0, true) !== LOCATOR64) return null;
  const at = Number(locator.getBigUint64(8, true));
  const view = await viewOf(zip, at, at + 56);
  if (view.byteLength < 56 || view.getUint32(0, true) !== END64) return null;
  return { count: Number(view.getBigUint64(32, true)), size: Number(view.getBigUint64(40, true)), offset: Number(view.getBigUint64(48, true)), end: at };
}

/** Sizes and offset that did not fit into 32 bits stand in an extra field, in this order, only where needed. */
function widened(extra: DataView, values: readonly [number, number, number]): readonly [number, number, number] {
  const wide: [number, number, number] = [...values];
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const [i, value] of values.entries()) {
      if (value !== HEX32 || field + 8 > extra.byteLength) continue;
      wide[i] = Number(extra.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

/** Windows and older WPS write names in the code page of the computer, which is a Chinese one here; newer programs say or show that theirs is UTF-8. */
function nameIn(bytes: Uint8Array, extra: DataView): string {
  for (let at = 0; at + 9 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    // Info-ZIP's field for the name in UTF-8: version and checksum before it.
    if (extra.getUint16(at, true) === 0x7075) return new TextDecoder().decode(new Uint8Array(extra.buffer, extra.byteOffset + at + 9, Math.max(0, Math.min(extra.getUint16(at + 2, true) - 5, extra.byteLength - at - 9))));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A path as a program that unpacks would make it: no way out of the folder. */
function pathOf(name: string): readonly string[] {
  return name.replaceAll('\\', '/').split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
}

function problemOf(part: ZipPart, flags: number): string | null {
  if (flags & 1) return ENCRYPTED;
  if (part.method !== 0 && part.method !== 8) return METHOD;
  return isBomb(part) ? BOMB : null;
}

/** Parts that share their bytes are a bomb's trick: a few kilobytes that are inflated again and again. */
function overlapping(parts: readonly ZipPart[]): ReadonlySet<ZipPart> {
  const found = new Set<ZipPart>();
  let end = 0;
  for (const part of [...parts].sort((a, b) => a.offset - b.offset)) {
    if (part.offset < end) found.add(part);
    end = Math.max(end, part.offset + part.compressedSize);
  }
  return found;
}

/** The workbooks of a zip, in the order of the directory; what is wrong with one stands in its `problem`; the names of the rest are `others`. Rejects where the file cannot be read. */
export async function zipFolder(zip: Blob): Promise<ZipFolder> {
  const directory = await directoryOf(zip);
  if (!directory) return { ok: false, reason: NOT_ZIP };
  const start = directory.end - directory.size;
  const shift = start - directory.offset;
  if (directory.count > DEFAULT_LIMITS.entries || directory.size > LARGEST_DIRECTORY) return { ok: false, reason: TOO_MANY };
  if (start < 0 || shift < 0) return { ok: false, reason: NOT_ZIP };
  const view = await viewOf(zip, start, directory.end);
  const found: { readonly folder: string; readonly name: string; readonly part: ZipPart; readonly flags: number }[] = [];
  const parts: ZipPart[] = [];
  let at = 0;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return { ok: false, reason: NOT_ZIP };
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > view.byteLength) return { ok: false, reason: NOT_ZIP };
    const extra = new DataView(view.buffer, nameEnd, extraEnd - nameEnd);
    const [size, compressedSize, offset] = widened(extra, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    const name = nameIn(new Uint8Array(view.buffer, at + 46, nameEnd - at - 46), extra);
    const part: ZipPart = { name, offset: offset + shift, compressedSize, size, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true) };
    const steps = pathOf(name);
    parts.push(part);
    if (!/[/\\]$/.test(name) && !steps.some(isLeftAside)) found.push({ folder: steps.slice(0, -1).map((step) => `${step}/`).join(''), name: steps.at(-1) ?? '', part, flags: view.getUint16(at + 8, true) });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  const shared = overlapping(parts);
  const names = new Map<string, string[]>(found.map(({ folder }) => [folder, []]));
  for (const { folder, name } of found) names.get(folder)?.push(name);
  const reviewed = new Map([...names].map(([folder, inside]) => [folder, reviewedAmong(inside)]));
  const isReviewed = ({ folder, name }: { readonly folder: string; readonly name: string }): boolean => reviewed.get(folder)?.has(name) === true;
  const others = found.filter((one) => !isReviewed(one)).map(({ name }) => name);
  return { ok: true, others, files: found.filter(isReviewed).map(({ folder, name, part, flags }) => ({ path: folder + name, whereabouts: { kind: 'part', zip, part }, problem: shared.has(part) ? BOMB : problemOf(part, flags), handle: null })) };
}
