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

/** The type that the file states of an extension; null where it states none. */
function statedOf(xml: string, root: Span, extension: string): string | null {
  const open = `<${prefixOf(root.name)}Default`;
  for (let at = xml.indexOf(open, root.openEnd); at >= 0; at = xml.indexOf(open, at + open.length)) {
    const tag = xml.slice(at, tagEnd(xml, at));
    if (attribute(tag, 'Extension')?.toLowerCase() === extension) return attribute(tag, 'ContentType') ?? '';
  }
  return null;
}

export class TypeAdditions {
  private readonly byExtension: (readonly [part: string, contentType: string])[] = [];
  private readonly parts: (readonly [part: string, contentType: string])[] = [];

  get some(): boolean {
    return this.byExtension.length + this.parts.length > 0;
  }

  /** States the content type of one part. */
  part(part: string, contentType: string): void {
    this.parts.push([part, contentType]);
  }

  /** States the content type of a part's extension; of the part alone where the file gives the extension another one, as the Open XML SDK gives .xml that of its first part. */
  extensionOf(part: string, contentType: string): void {
    this.byExtension.push([part, contentType]);
  }

  /** The text with what was gathered, which is forgotten. Throws PackageError, see typesRoot. */
  putInto(text: string | null): string {
    const all = [...this.parts, ...this.byExtension];
    const { xml, root } = withoutStale(text, new Set(all.map(([part]) => partKey(part))));
    const prefix = prefixOf(root.name);
    const defaults = new Map<string, string>();
    for (const [part, contentType] of this.byExtension) {
      const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
      const stated = statedOf(xml, root, extension) ?? defaults.get(extension);
      if (stated === undefined) defaults.set(extension, contentType);
      else if (stated.toLowerCase() !== contentType.toLowerCase()) this.parts.push([part, contentType]);
    }
    const overrides = this.parts.map(([part, contentType]) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`).join('');
    const stated = [...defaults].map(([extension, contentType]) => `<${prefix}Default Extension="${extension}" ContentType="${contentType}"/>`);
    this.byExtension.length = 0;
    this.parts.length = 0;
    const longer = overrides === '' ? xml : appendTo(xml, root, overrides);
    return stated.length === 0 ? longer : longer.slice(0, root.openEnd) + stated.reverse().join('') + longer.slice(root.openEnd);
  }
}
