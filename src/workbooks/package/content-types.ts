// Additions to the content types of a package, gathered so that the part is edited once, however many parts are made.
import { PackageError } from './package-error';
import { partKey } from './part-names';
import { appendTo, attribute, escapeXml, localName, prefixOf, rootOf, splice, tagEnd } from './patch-xml';
import type { Span, Splice } from './patch-xml';

export const CONTENT_TYPES = '[Content_Types].xml';

/** The root of the content types. Throws PackageError when the text is none. */
export function typesRoot(xml: string | null): { readonly xml: string; readonly root: Span } {
  const root = xml === null ? null : rootOf(xml);
  if (xml === null || !root || localName(root.name) !== 'Types') throw new PackageError('damaged', '文件缺少内容类型清单；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。');
  return { xml, root };
}

/** A type that the file still states of a part that is long gone must not be stated twice: Excel would find the file damaged. */
function withoutStale(text: string | null, parts: ReadonlySet<string>): { readonly xml: string; readonly root: Span } {
  const found = typesRoot(text);
  const { xml, root } = found;
  const open = `<${prefixOf(root.name)}Override`;
  const stale: Splice[] = [];
  for (let at = xml.indexOf(open, root.openEnd); at >= 0; at = xml.indexOf(open, at + open.length)) {
    const end = tagEnd(xml, at);
    if (parts.has(partKey(attribute(xml.slice(at, end), 'PartName') ?? ''))) stale.push({ start: at, end, text: '' });
  }
  return stale.length === 0 ? found : typesRoot(splice(xml, stale));
}

function knowsExtension(xml: string, root: Span, extension: string): boolean {
  const open = `<${prefixOf(root.name)}Default`;
  for (let at = xml.indexOf(open, root.openEnd); at >= 0; at = xml.indexOf(open, at + open.length)) {
    if (attribute(xml.slice(at, tagEnd(xml, at)), 'Extension')?.toLowerCase() === extension) return true;
  }
  return false;
}

export class TypeAdditions {
  /** By extension in lower case. */
  private readonly defaults = new Map<string, string>();
  private readonly parts: (readonly [part: string, contentType: string])[] = [];

  get some(): boolean {
    return this.defaults.size + this.parts.length > 0;
  }

  /** States the content type of one part. */
  part(part: string, contentType: string): void {
    this.parts.push([part, contentType]);
  }

  /** States the content type of an extension, unless the file already does. */
  extension(extension: string, contentType: string): void {
    if (!this.defaults.has(extension)) this.defaults.set(extension, contentType);
  }

  /** The text with what was gathered, which is forgotten. Throws PackageError, see typesRoot. */
  putInto(text: string | null): string {
    const { xml, root } = withoutStale(text, new Set(this.parts.map(([part]) => partKey(part))));
    const prefix = prefixOf(root.name);
    const overrides = this.parts.map(([part, contentType]) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`).join('');
    const defaults = [...this.defaults].filter(([extension]) => !knowsExtension(xml, root, extension)).map(([extension, contentType]) => `<${prefix}Default Extension="${extension}" ContentType="${contentType}"/>`);
    this.defaults.clear();
    this.parts.length = 0;
    const longer = overrides === '' ? xml : appendTo(xml, root, overrides);
    return defaults.length === 0 ? longer : longer.slice(0, root.openEnd) + defaults.reverse().join('') + longer.slice(root.openEnd);
  }
}
