// Shared strings and the rich text inside them; what only tells how to pronounce the text is left out.
import { Keepsake } from './keepsake';
import { CLOSE, END, OPEN, TEXT, XmlScanner } from './xml';
import type { Archive } from './zip';

/** Excel writes characters that XML cannot hold as _x000D_, and a literal "_x" as _x005F_x. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** Text of a string item (si, is, text) just opened: its t elements, runs joined, phonetic runs left out. Ends behind the item. */
export function readStringItem(xml: XmlScanner): string {
  const outside = xml.depth - 1;
  let out = '';
  let inText = false;
  for (;;) {
    const event = xml.next();
    if (event === TEXT) {
      if (inText) out = out === '' ? xml.text() : out + xml.text();
    } else if (event === OPEN) {
      if (xml.name === 't') inText = true;
      else if (xml.name === 'rPh') xml.skip();
    } else if (event === CLOSE) {
      if (xml.depth === outside) return unescapeText(out);
      if (xml.name === 't') inText = false;
    }
  }
}

const HINTLESS = '</t></si>';
const HINTED = /^<si><t>[^<]*(<\/t><phoneticPr [^<>]*\/><\/si>)$/;

const KNOWN = new Keepsake<readonly string[]>();

/** What `readSharedStrings` gave for that part of an archive that keeps parts. */
export function knownStrings(archive: Archive, part: string): readonly string[] | undefined {
  return KNOWN.of(archive, part);
}

/** Texts by the index that cells name; none where the part is missing. Throws PackageError on damage. */
export function readSharedStrings(archive: Archive, part: string): readonly string[] {
  const text = archive.text(part);
  const strings = text === null ? [] : stringsIn(text);
  KNOWN.leave(archive, part, strings);
  return strings;
}

function stringsIn(source: string): readonly string[] {
  const xml = new XmlScanner(source);
  const strings: string[] = [];
  // Asked once instead of of each; the _ of _x000A_ may itself be written by its number.
  const escapes = source.includes('_x') || source.includes('&#');
  // Chinese Excel marks what was typed into it with one and the same hint about pronunciation.
  let hinted = HINTLESS;
  for (;;) {
    // Nearly all items are plain, and taking them whole saves half of the time.
    const plain = xml.depth === 1 ? xml.take('<si><t>', hinted) ?? xml.take('<si><t>', HINTLESS) ?? xml.take('<si><t xml:space="preserve">', HINTLESS) : null;
    if (plain !== null) {
      strings.push(escapes ? unescapeText(plain) : plain);
      continue;
    }
    const event = xml.next();
    if (event === END) return strings;
    if (event !== OPEN || xml.name !== 'si') continue;
    const { start } = xml;
    strings.push(readStringItem(xml));
    hinted = HINTED.exec(xml.source.slice(start, xml.end))?.[1] ?? hinted;
  }
}
