// Where the bytes of a workbook are, without the bytes: a file of the user's disk, or a part of a zip. Goes to workers as it is.
import { DEFAULT_LIMITS, inflateEntry } from '../../workbooks/package/zip';
import { fflateCodec } from '../../workbooks/package/codec';

/** A part of a zip as the zip's directory tells of it. */
export interface ZipPart {
  readonly name: string;
  /** Of its local head, from the start of the zip. */
  readonly offset: number;
  readonly compressedSize: number;
  /** Bytes when inflated, as declared. */
  readonly size: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
}

export type Whereabouts = { readonly kind: 'file'; readonly file: Blob } | { readonly kind: 'part'; readonly zip: Blob; readonly part: ZipPart };

/** A workbook of a folder: its path with slashes, and its bytes or why there are none. */
export interface FolderFile {
  readonly path: string;
  readonly whereabouts: Whereabouts | null;
  /** A Chinese sentence where it cannot be read; null otherwise. */
  readonly problem: string | null;
  /** Where the browser may write back to the file itself. */
  readonly handle: FileSystemFileHandle | null;
}

export type Bytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

const GONE = '文件读不出来：可能没有权限，或者选择之后被移动、删除、改动过，请检查后重新选择文件夹。';
export const BOMB = '文件解压后过大，疑似“压缩炸弹”，已拒绝打开；请核对来源，解压后重新选择文件夹。';
const DAMAGED = '压缩包里的这个文件已损坏，请重新取得压缩包，或解压后选择文件夹。';
const LOCAL_HEAD = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const RATIO_FROM = 8 * 1024 * 1024;

export function sizeOf(whereabouts: Whereabouts): number {
  return whereabouts.kind === 'file' ? whereabouts.file.size : whereabouts.part.size;
}

/** True for a part that the limits of workbooks' own parts refuse before it is inflated. */
export function isBomb({ size, compressedSize }: Pick<ZipPart, 'size' | 'compressedSize'>): boolean {
  return size > DEFAULT_LIMITS.entrySize || (size > RATIO_FROM && size > compressedSize * DEFAULT_LIMITS.ratio);
}

async function bytesOfPart(zip: Blob, { name, offset, compressedSize, size, method, crc }: ZipPart): Promise<Bytes> {
  const head = new DataView(await zip.slice(offset, offset + LOCAL_HEAD).arrayBuffer());
  if (head.byteLength < LOCAL_HEAD || head.getUint32(0, true) !== LOCAL_SIGNATURE) return { ok: false, reason: DAMAGED };
  const start = offset + LOCAL_HEAD + head.getUint16(26, true) + head.getUint16(28, true);
  const raw = new Uint8Array(await zip.slice(start, start + compressedSize).arrayBuffer());
  if (raw.length < compressedSize) return { ok: false, reason: DAMAGED };
  try {
    return { ok: true, bytes: inflateEntry({ name, nameBytes: new Uint8Array(), flags: 0, method, crc, compressedSize, size, time: 0, raw }, fflateCodec) };
  } catch {
    return { ok: false, reason: DAMAGED };
  }
}

/** The bytes, or a Chinese sentence. Never rejects on what is there. */
export async function bytesAt(whereabouts: Whereabouts): Promise<Bytes> {
  try {
    if (whereabouts.kind === 'part') return await bytesOfPart(whereabouts.zip, whereabouts.part);
    return { ok: true, bytes: new Uint8Array(await whereabouts.file.arrayBuffer()) };
  } catch {
    return { ok: false, reason: GONE };
  }
}
