// Character references and the five entities that XML itself knows; a workbook declares no others.
import { PackageError } from './package-error';

export const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);
/** XML that is not well-formed, or a part that cannot be decoded. */
export function malformed(detail: string): PackageError {
  return new PackageError('damaged', `文件已损坏（${detail}）；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。`);
}

function decodeEntity(body: string): string {
  const known = ENTITIES.get(body);
  if (known !== undefined) return known;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
  const code = match ? (match[1] !== undefined ? parseInt(match[1], 16) : Number(match[2])) : -1;
  const legal = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code <= 0x10ffff);
  if (!legal) throw malformed('XML 中有无法识别的实体');
  return String.fromCodePoint(code);
}

/** Replaces the five named entities and character references. Throws PackageError on any other. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at + 1);
    if (end < 0 || end - at > 12) throw malformed('XML 中有不完整的实体');
    out += text.slice(from, at) + decodeEntity(text.slice(at + 1, end));
    from = end + 1;
  }
  return out + text.slice(from);
}
