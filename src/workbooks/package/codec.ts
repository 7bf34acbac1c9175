// Inflating and checksums as plain functions, so that Node may hand in its own zlib while the browser uses fflate.
import { Inflate, inflateSync } from 'fflate';

export interface Codec {
  /** Inflates a raw deflate stream. Gives at most `size` + 1 bytes: one byte too many tells that the declared size was a lie. Throws on damage. */
  inflate(raw: Uint8Array, size: number): Uint8Array;
  /** CRC-32 as in ZIP, unsigned. */
  crc32(bytes: Uint8Array): number;
}

/** Deflate gives at most 1,032 bytes for one; below this length a stream can do no harm before its end is seen. */
const HARMLESS = 65_536;
const CHUNK = 16_384;

function inflateWithFflate(raw: Uint8Array, size: number): Uint8Array {
  // With a buffer given fflate neither grows it nor complains: bytes beyond the end are dropped.
  if (raw.length <= HARMLESS) return inflateSync(raw, { out: new Uint8Array(size + 1) });
  const out = new Uint8Array(size + 1);
  let length = 0;
  const stream = new Inflate((piece) => {
    const room = out.length - length;
    out.set(piece.length > room ? piece.subarray(0, room) : piece, length);
    length += Math.min(piece.length, room);
  });
  for (let at = 0; at < raw.length && length <= size; at += CHUNK) stream.push(raw.subarray(at, at + CHUNK), at + CHUNK >= raw.length);
  return out.subarray(0, length);
}

/** Four tables, so that four bytes are taken at once: about three times as fast as one. */
const TABLES = Array.from({ length: 4 }, () => new Uint32Array(256));
const [T0 = new Uint32Array(256), T1 = T0, T2 = T0, T3 = T0] = TABLES;
for (let i = 0; i < 256; i++) {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  T0[i] = value;
}
for (let t = 1; t < 4; t++) {
  for (let i = 0; i < 256; i++) {
    const before = TABLES[t - 1]?.[i] ?? 0;
    const table = TABLES[t];
    if (table) table[i] = (before >>> 8) ^ (T0[before & 255] ?? 0);
  }
}

/** CRC-32 as in ZIP, unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = T3[crc & 255]! ^ T2[(crc >>> 8) & 255]! ^ T1[(crc >>> 16) & 255]! ^ T0[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = T0[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Pure JavaScript: for the browser and wherever nothing better is at hand. */
export const fflateCodec: Codec = { inflate: inflateWithFflate, crc32 };
