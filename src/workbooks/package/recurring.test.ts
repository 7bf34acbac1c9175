import { zipSync } from 'fflate';
import { Recurring } from './recurring';
import { openZip } from './zip';
import type { Archive } from './zip';

function archiveOf(parts: Record<string, string>): Archive {
  const opened = openZip(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.archive;
}

function counted(): { readonly recurring: Recurring<{ text: string | null }>; readonly make: (text: string | null) => { text: string | null }; readonly made: (string | null)[] } {
  const made: (string | null)[] = [];
  return { recurring: new Recurring(), made, make: (text) => {
    made.push(text);
    return { text };
  } };
}

test('the same part of the next file is not read again', () => {
  const { recurring, make, made } = counted();
  const first = recurring.of(archiveOf({ 'a.xml': '<a/>', 'b.xml': '<b/>' }), 'a.xml', make);
  const second = recurring.of(archiveOf({ 'a.xml': '<a/>', 'c.xml': '<c/>' }), 'a.xml', make);
  expect(second).toBe(first);
  expect(made).toEqual(['<a/>']);
});

test('a part of which one letter differs is read again', () => {
  const { recurring, make, made } = counted();
  for (const text of ['<a/>', '<b/>', '<a/>']) expect(recurring.of(archiveOf({ 'a.xml': text }), 'a.xml', make).text).toBe(text);
  expect(made).toEqual(['<a/>', '<b/>', '<a/>']);
});

test('a part that is missing in the next file is missing there', () => {
  const { recurring, make } = counted();
  recurring.of(archiveOf({ 'a.xml': '<a/>' }), 'a.xml', make);
  expect(recurring.of(archiveOf({ 'b.xml': '<a/>' }), 'a.xml', make).text).toBeNull();
});

test('what was made does not hold when the caller says so', () => {
  const { recurring, make, made } = counted();
  recurring.of(archiveOf({ 'a.xml': '<a/>' }), 'a.xml', make);
  recurring.of(archiveOf({ 'a.xml': '<a/>' }), 'a.xml', make, () => false);
  expect(made).toHaveLength(2);
});

test('a part that differs from its checksum is refused, whatever came before', () => {
  const { recurring, make } = counted();
  const sound = archiveOf({ 'a.xml': '<a/>' });
  recurring.of(sound, 'a.xml', make);
  const entry = sound.entries.get('a.xml');
  if (!entry) throw new Error('no such part');
  const read = (): never => { throw new Error('校验不符'); };
  const bad: Archive = { entries: new Map([['a.xml', { ...entry, raw: entry.raw.map((byte) => byte ^ 1) }]]), read, text: read, keeps: false };
  expect(() => recurring.of(bad, 'a.xml', make)).toThrow('校验不符');
});
