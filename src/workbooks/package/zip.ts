// The ZIP container by its central directory: what Excel itself goes by. Limits hold while inflating, since a bomb may lie about its size.
import { fflateCodec } from './codec';
import type { Codec } from './codec';
import { PackageError } from './package-error';
import { partKey } from './part-names';
import { decodeXml } from './xml-text';

export interface ZipEntry {
  readonly name: string;
  /** The name as stored, for writing it back unchanged. */
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Bytes when inflated, as declared. */
  readonly size: number;
  /** DOS time in the low, DOS date in the high 16 bits. */
  readonly time: number;
  /** Compressed bytes as stored. */
  readonly raw: Uint8Array;
}

export interface Limits {
  readonly entries: number;
  /** Bytes of one part and of all parts, inflated. */
  readonly entrySize: number;
  readonly totalSize: number;
  /** Highest size ÷ compressed size of parts above 8 MB; sheets from the wild stay below 60. */
  readonly ratio: number;
  /** Cells kept of one workbook. */
  readonly cells: number;
}

export const DEFAULT_LIMITS: Limits = { entries: 10_000, entrySize: 128 * 1024 * 1024, totalSize: 384 * 1024 * 1024, ratio: 200, cells: 2_000_000 };

export interface Archive {
  /** In the order of the central directory. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Inflated bytes of a part, null when there is none; names are compared without case, as OPC demands. Throws PackageError on a bomb or damage. */
  read(name: string): Uint8Array | null;
  /** Decoded text of a part, null when there is none; `stored` are its bytes where they are at hand. Throws as `read` does, and when the encoding is none. */
  text(name: string, stored?: Uint8Array): string | null;
  /** True where parts, and what was made of them, are kept for a second use. */
  readonly keeps: boolean;
}

export type ZipErrorCode = 'not-zip' | 'encrypted-zip' | 'zip-bomb' | 'zip64' | 'damaged';
export type ZipReading = { readonly ok: true; readonly archive: Archive } | { readonly ok: false; readonly code: ZipErrorCode; readonly reason: string };

const RATIO_FROM = 8 * 1024 * 1024;
const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const HEX32 = 0xffffffff;
const TRUNCATED = '文件不完整（压缩包的目录缺失或损坏），可能没有下载完或传输中断；请重新取得原文件。';
const BOMB = '文件解压后过大，疑似“压缩炸弹”，已拒绝打开；请核对来源，用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。';

function damaged(detail: string): PackageError {
  return new PackageError('damaged', `文件已损坏（${detail}）；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。`);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** Names are UTF-8 or ASCII; what packs files on Chinese Windows writes them as Windows does, where two read as UTF-8 could come out alike. */
function decodeName(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return GB18030.decode(bytes);
  }
}

function findEnd(view: DataView): number {
  // The comment behind the end record may take 65,535 bytes.
  for (let at = view.byteLength - 22, last = Math.max(0, at - 65_535); at >= last; at--) {
    if (view.getUint32(at, true) === SIGNATURES.end && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return -1;
}

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory must end: what stands before it tells of bytes put in front of the archive. */
  readonly end: number;
}

function findDirectory(view: DataView): Directory | null {
  const at = findEnd(view);
  if (at < 0) return null;
  const plain = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), end: at };
  if (plain.count !== 0xffff && plain.size !== HEX32 && plain.offset !== HEX32) return plain;
  if (at < 20 || view.getUint32(at - 20, true) !== SIGNATURES.locator64) return plain;
  const at64 = Number(view.getBigUint64(at - 12, true));
  if (at64 + 56 > at || view.getUint32(at64, true) !== SIGNATURES.end64) {
    throw new PackageError('zip64', '文件采用 ZIP64 格式，目录无法读取；请用 Excel 或 WPS 打开后另存为新的 .xlsx。');
  }
  return { count: Number(view.getBigUint64(at64 + 32, true)), size: Number(view.getBigUint64(at64 + 40, true)), offset: Number(view.getBigUint64(at64 + 48, true)), end: at64 };
}

/** Sizes and offset of an entry that did not fit into 32 bits stand in its ZIP64 extra field, in this order, only where needed. */
function widen(view: DataView, from: number, to: number, values: readonly [number, number, number]): [number, number, number] {
  const wide: [number, number, number] = [...values];
  if (!values.includes(HEX32)) return wide;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const [i, value] of values.entries()) {
      if (value !== HEX32 || field + 8 > to) continue;
      wide[i] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    return wide;
  }
  return wide;
}

function refuseOverlaps(spans: [number, number][]): void {
  spans.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < spans.length; i++) {
    if ((spans[i]?.[0] ?? 0) < (spans[i - 1]?.[1] ?? 0)) throw new PackageError('zip-bomb', BOMB);
  }
}

function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (!directory) {
    if (bytes.length >= 4 && view.getUint32(0, true) === SIGNATURES.local) throw new PackageError('damaged', TRUNCATED);
    throw new PackageError('not-zip', '这不是 Excel 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
  }
  if (directory.count > limits.entries) throw new PackageError('zip-bomb', BOMB);
  const start = directory.end - directory.size;
  const shift = start - directory.offset;
  if (start < 0 || shift < 0) throw new PackageError('damaged', TRUNCATED);

  const entries = new Map<string, ZipEntry>();
  const lower = new Set<string>();
  const spans: [number, number][] = [];
  let total = 0;
  let at = start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== SIGNATURES.central) throw new PackageError('damaged', TRUNCATED);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > directory.end) throw new PackageError('damaged', TRUNCATED);
    const [size, compressedSize, offset] = widen(view, nameEnd, extraEnd, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    const nameBytes = bytes.subarray(at + 46, nameEnd);
    const name = decodeName(nameBytes);

    if (flags & 1) throw new PackageError('encrypted-zip', '文件已加密；请在 Excel 或 WPS 中输入密码打开，取消密码后另存再试。');
    if (method !== 0 && method !== 8) throw damaged('采用了不支持的压缩方式');
    if (lower.has(name.toLowerCase())) throw damaged(`部件“${name}”重复出现`);
    lower.add(name.toLowerCase());
    total += size;
    if (size > limits.entrySize || total > limits.totalSize || (size > RATIO_FROM && size > compressedSize * limits.ratio)) throw new PackageError('zip-bomb', BOMB);

    const local = offset + shift;
    if (local + 30 > start || view.getUint32(local, true) !== SIGNATURES.local) throw new PackageError('damaged', TRUNCATED);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (data + compressedSize > start) throw new PackageError('damaged', TRUNCATED);
    spans.push([local, data + compressedSize]);
    entries.set(name, { name, nameBytes, flags, method, crc: view.getUint32(at + 16, true), compressedSize, size, time: view.getUint32(at + 12, true), raw: bytes.subarray(data, data + compressedSize) });
    at = next;
  }
  refuseOverlaps(spans);
  return entries;
}

/** Deflate gives at most 1,032 bytes for one: a stream no longer than this can be inflated to its end without harm. */
const HARMLESS = 65_536;
const MOST_FOR_ONE = 1032;

/** More than was declared: a lie about the size where the checksum is that of the whole, else damage that an inflater without zlib's checks reads on through. */
function isLie({ raw, crc }: ZipEntry, codec: Codec): boolean {
  if (raw.length > HARMLESS) return true;
  try {
    return codec.crc32(codec.inflate(raw, raw.length * MOST_FOR_ONE)) === crc;
  } catch {
    return false;
  }
}

/**
 * Inflates one entry under its declared size and checks its CRC. Throws PackageError.
 * One sentence for all damage: what zlib refuses while inflating, other inflaters notice by size or checksum only.
 */
export function inflateEntry(entry: ZipEntry, codec: Codec): Uint8Array {
  // Made only when thrown: an error notes the stack, which takes a third of the time of inflating a small part.
  const broken = (): PackageError => damaged(`部件“${entry.name}”无法解压或校验不符`);
  let bytes: Uint8Array;
  try {
    bytes = entry.method === 0 ? entry.raw : codec.inflate(entry.raw, entry.size);
  } catch {
    throw broken();
  }
  if (bytes.length > entry.size && (entry.method === 0 || isLie(entry, codec))) throw new PackageError('zip-bomb', BOMB);
  if (bytes.length !== entry.size || codec.crc32(bytes) !== entry.crc) throw broken();
  return bytes;
}

/**
 * Opens a ZIP container; nothing is inflated yet.
 * @param bytes the whole file
 * @returns the archive, or a code and a Chinese sentence. Never throws; reading a part may, see Archive.read.
 */
export function openZip(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS, codec: Codec = fflateCodec): ZipReading {
  try {
    const entries = readDirectory(bytes, limits);
    let names: Map<string, string> | null = null;
    const read = (name: string): Uint8Array | null => {
      let entry = entries.get(name);
      if (!entry) {
        names ??= new Map([...entries.keys()].map((key) => [partKey(key), key]));
        entry = entries.get(names.get(partKey(name)) ?? '');
      }
      return entry ? inflateEntry(entry, codec) : null;
    };
    return { ok: true, archive: { entries, read, text: (name, stored) => textOf(stored ?? read(name)), keeps: false } };
  } catch (error) {
    if (error instanceof PackageError) return { ok: false, code: error.code as ZipErrorCode, reason: error.reason };
    throw error;
  }
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : decodeXml(bytes);
}

/** Parts up to this size are kept; a workbook's large sheets would double the memory of reading it. */
const KEPT_SIZE = 1024 * 1024;

/** The same archive, inflating and decoding each part only once: for reading a workbook and writing it straight after. */
export function keepingParts(archive: Archive): Archive {
  const parts = new Map<string, Uint8Array | null>();
  const texts = new Map<string, string>();
  const read = (name: string): Uint8Array | null => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const bytes = archive.read(name);
    if (bytes === null || bytes.length <= KEPT_SIZE) parts.set(name, bytes);
    return bytes;
  };
  return {
    entries: archive.entries,
    keeps: true,
    read,
    text(name, stored) {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const bytes = stored ?? read(name);
      const text = textOf(bytes);
      if (text === null || bytes === null || bytes.length > KEPT_SIZE) return text;
      // Whoever has asked for the text asks for the bytes no more.
      parts.delete(name);
      texts.set(name, text);
      return text;
    },
  };
}
