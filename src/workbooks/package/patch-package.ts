// A workbook's parts under edit: texts are decoded when first asked for, and only parts that were set are written anew.
import { CONTENT_TYPES, TypeAdditions, typesRoot } from './content-types';
import { findMainPart } from './main-part';
import { PackageError } from './package-error';
import { partKey, relationshipsPart, resolveTarget } from './part-names';
import { appendTo, attribute, attributesOf, childrenOf, cut, escapeXml, nextTag, prefixOf, rootOf, splice } from './patch-xml';
import { Recurring } from './recurring';
import { knownRelationships } from './relationships';
import type { Relationship } from './relationships';
import { knownStrings } from './strings';
import { knownLayout } from './styles-layout';
import type { StyleLayout } from './styles-layout';
import { writeZip } from './write-zip';
import type { WriteZipOptions, ZipMember } from './write-zip';
import type { Archive } from './zip';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const encoder = new TextEncoder();

interface Names {
  readonly main: string;
  readonly relationships: string;
  readonly customXml: string;
}
const TRANSITIONAL: Names = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  customXml: 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
};
const STRICT: Names = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  customXml: 'http://purl.oclc.org/ooxml/officeDocument/customXml',
};

const DAMAGED = '文件已损坏（XML 内容不完整）；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。';
const ENTITIES = '文件的 XML 中有实体声明（DOCTYPE），正常的工作簿不会有，已拒绝写入；请核对来源，用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。';

/**
 * The text of a part that is to be spliced by letters, refusing entities and what breaks off before its root ends.
 * Full well-formedness is the reader's business: checking it again here would cost as much as all the writing.
 */
function checked(xml: string): string {
  const tag = nextTag(xml, 0);
  if (xml.lastIndexOf('<!DOCTYPE', tag?.start ?? xml.length) >= 0) throw new PackageError('xml-entities', ENTITIES);
  if (!tag || (tag.kind === 'open' && xml.lastIndexOf(`</${tag.name}`) < tag.end)) throw new PackageError('damaged', DAMAGED);
  return xml;
}

/** Styles, content types and relationships are the same in file after file. */
const TEXTS = new Recurring<string | null>();

export class PackageEditor {
  private readonly keys: Map<string, string>;
  private readonly texts = new Map<string, string>();
  /** Parts to write anew (true) or to leave out (false). */
  private readonly touched = new Map<string, boolean>();
  private readonly types = new TypeAdditions();
  private readonly relationshipCache = new Map<string, readonly Relationship[]>();
  private namesCache: Names | null = null;

  constructor(private readonly archive: Archive) {
    this.keys = new Map([...archive.entries.keys()].map((key) => [partKey(key), key]));
  }

  /** Name of the workbook part. Throws PackageError when the package holds none. */
  get workbook(): string {
    const named = this.related('', 'officeDocument')?.target;
    if (named !== undefined && this.has(named)) return named;
    const { part } = findMainPart(this.archive);
    if (!this.has(part)) throw new PackageError('not-workbook', '这不是 Excel 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
    return part;
  }

  /** Namespaces of this file: strict files use their own. */
  get names(): Names {
    this.namesCache ??= this.relationships('').some((r) => r.kind === 'officeDocument' && r.type.startsWith(STRICT.relationships)) ? STRICT : TRANSITIONAL;
    return this.namesCache;
  }

  get changed(): boolean {
    this.settle();
    return this.touched.size > 0;
  }

  partNames(): string[] {
    return [...this.keys.values()];
  }

  has(part: string): boolean {
    return this.keys.has(partKey(part));
  }

  /** Decoded text of a part, null when there is none. Throws PackageError when damaged. */
  text(part: string): string | null {
    const key = this.keys.get(partKey(part));
    if (key === undefined) return null;
    let text = this.texts.get(key);
    if (text === undefined) {
      const stored = TEXTS.of(this.archive, key, (text) => text);
      if (stored === null) return null;
      // Excel itself writes VML that is not well-formed XML.
      text = partKey(key).endsWith('.vml') ? stored : checked(stored);
      this.texts.set(key, text);
    }
    return text;
  }

  /** Sets a part's text; the same text again counts as no change. */
  set(part: string, text: string): void {
    const key = this.keys.get(partKey(part)) ?? this.spelling(part);
    if (this.has(part) && this.text(part) === text) return;
    this.keys.set(partKey(part), key);
    // Parts are written as UTF-8, whatever they were before.
    const declared = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[\w.-]+/, '$1UTF-8');
    this.texts.set(key, declared);
    this.touched.set(key, true);
    if (key.endsWith('.rels')) for (const source of this.relationshipCache.keys()) if (partKey(relationshipsPart(source)) === partKey(part)) this.relationshipCache.delete(source);
  }

  /** Relationships are found by the name of their part: of one that is stored as sheet%201.xml, likewise. */
  private spelling(part: string): string {
    const owner = part.endsWith('.rels') ? [...this.keys.values()].find((key) => partKey(relationshipsPart(key)) === partKey(part)) : undefined;
    return owner === undefined ? part : relationshipsPart(owner);
  }

  /** Removes a part, its relationships and its content type; who points to it must be told separately. */
  remove(part: string): void {
    for (const name of [part, relationshipsPart(part)]) {
      const key = this.keys.get(partKey(name));
      if (key === undefined) continue;
      this.keys.delete(partKey(name));
      this.texts.delete(key);
      this.touched.set(key, false);
    }
    this.relationshipCache.clear();
    this.settle();
    const { xml, root } = typesRoot(this.text(CONTENT_TYPES));
    const own = childrenOf(xml, root).find((e) => partKey(attribute(xml.slice(e.start, e.openEnd), 'PartName') ?? '') === partKey(`/${part}`));
    if (own) this.set(CONTENT_TYPES, cut(xml, own));
  }

  /** The first name of a numbered series that is free: free('xl/comments', '.xml') → xl/comments3.xml. */
  free(stem: string, ending: string): string {
    for (let n = 1; ; n++) if (!this.has(`${stem}${n}${ending}`)) return `${stem}${n}${ending}`;
  }

  relationships(part: string): readonly Relationship[] {
    let all = this.relationshipCache.get(part);
    if (!all) {
      const name = relationshipsPart(part);
      all = (this.asStored(name) ? knownRelationships(this.archive, part) : undefined) ?? this.relationshipsIn(this.text(name), part);
      this.relationshipCache.set(part, all);
    }
    return all;
  }

  private relationshipsIn(xml: string | null, part: string): Relationship[] {
    const root = xml === null ? null : rootOf(xml);
    return xml === null || !root ? [] : childrenOf(xml, root).map((element) => relationship(part, xml.slice(element.start, element.openEnd)));
  }

  /** Shared strings as the reader has told them; undefined when nobody has read them or the part is under edit. */
  strings(part: string): readonly string[] | undefined {
    return this.asStored(part) ? knownStrings(this.archive, part) : undefined;
  }

  /** Tables of the style part as the reader has met them; undefined under the same conditions. */
  styleLayout(part: string): StyleLayout | undefined {
    return this.asStored(part) ? knownLayout(this.archive, part) : undefined;
  }

  private asStored(part: string): boolean {
    const key = this.keys.get(partKey(part));
    return key !== undefined && !this.touched.has(key);
  }

  /** The first of that kind that leads to a part; where all lead nowhere, the first. */
  related(part: string, kind: string): Relationship | null {
    const all = this.relationships(part).filter((r) => r.kind === kind && !r.external);
    return all.find((r) => this.has(r.target)) ?? all[0] ?? null;
  }

  /** Adds a relationship and gives its id. `kind` is the last segment of its type. */
  relate(part: string, kind: string, target: string): string {
    const name = relationshipsPart(part);
    const xml = this.text(name) ?? `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const root = rootOf(xml);
    if (!root) throw new PackageError('damaged', '文件的部件关系已损坏；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。');
    const taken = new Set(this.relationships(part).map((r) => r.id));
    let n = 1;
    while (taken.has(`rIdB${n}`)) n++;
    // Absolute targets are right whatever folder the source part stands in.
    const fragment = `<${prefixOf(root.name)}Relationship Id="rIdB${n}" Type="${this.names.relationships}/${kind}" Target="/${escapeXml(target)}"/>`;
    const all = this.relationships(part);
    this.set(name, appendTo(xml, root, fragment));
    this.relationshipCache.set(part, [...all, relationship(part, fragment)]);
    return `rIdB${n}`;
  }

  /** Removes relationships; a relationships part of which nothing is left goes too. */
  unrelate(part: string, ids: ReadonlySet<string>): void {
    const name = relationshipsPart(part);
    const xml = this.text(name);
    const root = xml === null ? null : rootOf(xml);
    if (xml === null || !root) return;
    const all = childrenOf(xml, root);
    const gone = all.filter((e) => ids.has(attribute(xml.slice(e.start, e.openEnd), 'Id') ?? ''));
    if (gone.length > 0 && gone.length === all.length) this.remove(name);
    else this.set(name, splice(xml, gone.map((e) => ({ start: e.start, end: e.end, text: '' }))));
  }

  /** States the content type of one part. */
  declare(part: string, contentType: string): void {
    this.types.part(part, contentType);
  }

  /** States the content type of a part's extension, unless the file already does; where it states another, that of the part. */
  declareDefault(part: string, contentType: string): void {
    this.types.extensionOf(part, contentType);
  }

  /** Puts into the content types what was stated since. */
  private settle(): void {
    if (this.types.some) this.set(CONTENT_TYPES, this.types.putInto(this.text(CONTENT_TYPES)));
  }

  /** The whole file: members not touched as they were, changed ones in their place, new ones at the end. */
  write(options: WriteZipOptions): Uint8Array {
    this.settle();
    const members: ZipMember[] = [];
    for (const [key, entry] of this.archive.entries) {
      const touched = this.touched.get(key);
      if (touched === undefined) members.push(entry);
      else if (touched) members.push({ name: key, data: encoder.encode(this.texts.get(key)), time: entry.time });
    }
    for (const [key, stays] of this.touched) if (stays && !this.archive.entries.has(key)) members.push({ name: key, data: encoder.encode(this.texts.get(key)), time: null });
    return writeZip(members, options);
  }
}

function relationship(part: string, tag: string): Relationship {
  const attributes = attributesOf(tag);
  const type = attributes.get('Type') ?? '';
  const target = attributes.get('Target') ?? '';
  const external = attributes.get('TargetMode') === 'External';
  return { id: attributes.get('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), type, target: external ? target : resolveTarget(part, target), external };
}
