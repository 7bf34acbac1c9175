// A note as the user typed it: of one that was there the author and the box stay.
import { parseA1 } from '../../model/address';
import type { Note } from './notes';
import { escapeCellText } from './patch-content';
import type { SheetSession } from './patch-session';
import { appendTo, childOf, childrenOf, localName, prefixOf, rootOf } from './patch-xml';

/** Signs notes that a user makes here: who it is, nobody has told. */
const USER = '用户';

/** The comment element with another text, in the type of its first words. */
function retold({ ref, author, raw }: Note, text: string): Note {
  const comment = rootOf(raw);
  if (!comment) return { ref, author, raw, text };
  const prefix = prefixOf(comment.name);
  const old = childOf(raw, comment, 'text');
  const run = old && childrenOf(raw, old).find((element) => localName(element.name) === 'r');
  const look = run ? childOf(raw, run, 'rPr') : null;
  const written = `<${prefix}text><${prefix}r>${look ? raw.slice(look.start, look.end) : ''}<${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t></${prefix}r></${prefix}text>`;
  return { ref, author, text, raw: old ? raw.slice(0, old.start) + written + raw.slice(old.end) : appendTo(raw, comment, written) };
}

/** Writes the text, or takes the note away (null). Called when the cells are written. */
export function writeNote({ notes }: SheetSession, ref: string, text: string | null): void {
  const at = parseA1(ref);
  if (!at) return;
  const old = notes.read(ref);
  if (text !== null && old && notes.restore(ref, at, retold(old, text))) return;
  if (old) notes.restore(ref, at, null);
  if (text !== null) notes.write([{ ref, at, text }], USER);
}
