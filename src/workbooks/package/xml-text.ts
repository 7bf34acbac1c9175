// The text of a part: the encodings that workbooks come in.
import { malformed } from './xml-entities';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const HEAD = 120;
/** What Excel writes, and WPS, LibreOffice and most programs after it. */
const USUAL = '<?xml version="1.0" encoding="UTF-8"';

/** The encoding that the XML declaration names; '' for UTF-8, and for UTF-16, which tells itself by its first bytes. */
function declaredEncoding(bytes: Uint8Array): string {
  let usual = 0;
  while (usual < USUAL.length && bytes[usual] === USUAL.charCodeAt(usual)) usual++;
  if (usual === USUAL.length) return '';
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(String.fromCharCode(...bytes.subarray(0, HEAD)))?.[1] ?? '';
  return /^utf-?(8|16)$/i.test(declared) ? '' : declared;
}

/** Decodes a part: UTF-8 (with or without a mark), UTF-16 by its mark or its first bytes, or what the declaration names. Throws PackageError. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  let label = '';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) label = 'utf-16le';
  else if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) label = 'utf-16be';
  else if (a === 0x3c && b === 0x3f) label = declaredEncoding(bytes);
  try {
    return label === '' ? UTF8.decode(bytes) : new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw malformed('文字编码无法识别');
  }
}
