// Notes of a sheet by cell: legacy comments, and the text of threaded ones in place of their stand-in.
import { parseA1 } from '../../model/address';
import type { Archive } from './zip';
import type { Relationship } from './relationships';
import { readStringItem } from './strings';
import { CLOSE, END, OPEN, XmlScanner } from './xml';

/** One number per address, in row-major order. */
export function cellKey(row: number, column: number): number {
  return row * 32_768 + column;
}

function keyOf(ref: string | null): number {
  const position = parseA1(ref ?? '');
  return position ? cellKey(position.row, position.column) : 0;
}

function readLegacy(source: string, notes: Map<number, string>): void {
  const xml = new XmlScanner(source);
  let key = 0;
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.name === 'comment') key = keyOf(xml.attribute('ref'));
    else if (xml.name === 'text' && key > 0) notes.set(key, readStringItem(xml));
  }
}

/** Replies follow their first comment, a line each. */
function readThreaded(source: string): Map<number, string> {
  const threads = new Map<number, string>();
  const xml = new XmlScanner(source);
  let key = 0;
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event === CLOSE) continue;
    if (xml.name === 'threadedComment' && event === OPEN) key = keyOf(xml.attribute('ref'));
    else if (xml.name === 'text' && event === OPEN && key > 0) {
      const text = xml.innerText();
      const before = threads.get(key);
      threads.set(key, before === undefined ? text : `${before}\n${text}`);
    }
  }
  return threads;
}

/** Notes of a sheet by cellKey. Throws PackageError on damage. */
export function readComments(archive: Archive, relationships: readonly Relationship[]): Map<number, string> {
  const notes = new Map<number, string>();
  for (const { kind, target } of relationships) {
    const text = kind === 'comments' ? archive.text(target) : null;
    if (text !== null) readLegacy(text, notes);
  }
  for (const { kind, target } of relationships) {
    const source = kind === 'threadedComment' ? archive.text(target) : null;
    if (source !== null) for (const [key, text] of readThreaded(source)) notes.set(key, text);
  }
  return notes;
}
