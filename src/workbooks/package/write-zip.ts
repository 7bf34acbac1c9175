// Writes a ZIP container: members that were not touched keep their original compressed bytes, their order and their stored names.
import { deflateSync } from 'fflate';
import { fflateCodec } from './codec';
import type { Codec } from './codec';
import { sameBytes } from './recurring';
import type { ZipEntry } from './zip';

export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** A member with new content; `time` is DOS time and date as in ZipEntry. */
export interface FreshMember {
  readonly name: string;
  readonly data: Uint8Array;
  readonly time: number | null;
}

export type ZipMember = ZipEntry | FreshMember;

export interface WriteZipOptions {
  /** Raw deflate; fflate's at its default level when left out. */
  readonly deflate?: Deflate;
  /** For checksums; JavaScript's when left out. */
  readonly codec?: Codec;
}

/** 1 January 1980: new members carry no clock, so that the same input gives the same bytes. */
const EPOCH = 0x00210000;
/** Below this length, compressing costs more time than it saves bytes. */
const STORED = 512;
const DATA_DESCRIPTOR = 1 << 3;
const UTF8_NAME = 1 << 11;
const encoder = new TextEncoder();

interface Packed {
  readonly data: Uint8Array;
  readonly entry: ZipEntry;
}

/** Larger members are seldom written twice. */
const LARGEST_KEPT = 32 * 1024;
/** Names that are kept for each way of deflating. */
const MOST_KEPT = 32;
/** What was last written under each name: corrected copies of one template get the same styles, content types and relationships again, which are half of what is deflated. */
const packed = new WeakMap<Deflate, Map<string, Packed>>();

function prepare(member: ZipMember, options: WriteZipOptions): ZipEntry {
  if ('raw' in member) return member;
  const deflate = options.deflate ?? deflateSync;
  const known = packed.get(deflate)?.get(member.name);
  if (known && sameBytes(known.data, member.data)) return { ...known.entry, time: member.time ?? EPOCH };
  const entry = pack(member, deflate, options);
  if (member.data.length > LARGEST_KEPT) return entry;
  const kept = packed.get(deflate) ?? new Map<string, Packed>();
  if (kept.size >= MOST_KEPT) kept.clear();
  packed.set(deflate, kept.set(member.name, { data: member.data, entry }));
  return entry;
}

function pack(member: FreshMember, deflate: Deflate, options: WriteZipOptions): ZipEntry {
  const raw = member.data.length < STORED ? member.data : deflate(member.data);
  const stored = raw.length >= member.data.length;
  const nameBytes = encoder.encode(member.name);
  return {
    name: member.name,
    nameBytes,
    flags: nameBytes.length === member.name.length ? 0 : UTF8_NAME,
    method: stored ? 0 : 8,
    crc: (options.codec ?? fflateCodec).crc32(member.data),
    compressedSize: stored ? member.data.length : raw.length,
    size: member.data.length,
    time: member.time ?? EPOCH,
    raw: stored ? member.data : raw,
  };
}

/** The 26 bytes that the local header and the central record have in common. */
function putCommon(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  // Sizes stand in the header itself, so a streaming writer's data descriptor behind the member is neither needed nor written.
  view.setUint16(at + 2, entry.flags & ~DATA_DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

/**
 * Writes the members in the order given.
 * @returns the whole file; below 4 GB and 65,535 members by the reader's limits, hence never ZIP64
 */
export function writeZip(members: Iterable<ZipMember>, options: WriteZipOptions = {}): Uint8Array {
  const entries = Array.from(members, (member) => prepare(member, options));
  const length = entries.reduce((sum, entry) => sum + 76 + 2 * entry.nameBytes.length + entry.raw.length, 22);
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    putCommon(view, at + 4, entry);
    out.set(entry.nameBytes, at + 30);
    out.set(entry.raw, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.raw.length;
  }
  const directory = at;
  for (const [i, entry] of entries.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    putCommon(view, at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
