// A workbook as Excel 95 and report generators of that time write it: texts are bytes in the code page of Chinese Windows.
import { CFB } from '@e965/xlsx';

interface Containers {
  write(file: unknown, how: { readonly type: 'array' }): ArrayLike<number>;
  readonly utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
}

const two = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 255, number >> 8]);
const record = (type: number, ...content: number[]): number[] => [...two(type, content.length), ...content];

const DECODER = new TextDecoder('gbk');
const BYTES = new Map<string, number[]>();
for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) BYTES.set(DECODER.decode(Uint8Array.of(high, low)), [high, low]);
const gbk = (text: string): number[] => Array.from(text).flatMap((character) => BYTES.get(character) ?? [character.charCodeAt(0)]);

function cell(value: string | number, row: number, column: number): number[] {
  if (typeof value === 'number') return record(0x203, ...two(row, column, 0), ...new Uint8Array(Float64Array.of(value).buffer));
  const text = gbk(value);
  return record(0x204, ...two(row, column, 0, text.length), ...text);
}

/** In a container of its own, under the name that its stream is to have. */
export function oldContainer(name: string, stream: readonly number[]): Uint8Array {
  const containers = CFB as Containers;
  const file = containers.utils.cfb_new();
  containers.utils.cfb_add(file, `/${name}`, Uint8Array.from(stream));
  return Uint8Array.from(containers.write(file, { type: 'array' }));
}

/** @param book what the stream is called; report generators write BOOK */
export function excel95(sheet: string, rows: readonly (readonly (string | number | null)[])[], book = 'Book'): Uint8Array {
  const name = gbk(sheet);
  const named = (at: number): number[] => record(0x85, ...two(at & 0xffff, at >> 16, 0), name.length, ...name);
  const globals = (at: number): number[] => [...record(0x809, ...two(0x500, 5, 0, 0)), ...record(0x42, ...two(936)), ...named(at), ...record(0x0a)];
  const cells = rows.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [] : cell(value, r, c))));
  return oldContainer(book, [...globals(globals(0).length), ...record(0x809, ...two(0x500, 0x10, 0, 0)), ...cells, ...record(0x0a)]);
}
