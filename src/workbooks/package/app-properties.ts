// docProps/app.xml lists the sheets for the file's properties. Where it does so in the usual way, new sheets join the list; where not, it is left alone.
import type { PackageEditor } from './patch-package';
import { attribute, childOf, childrenOf, escapeXml, prefixOf, rootOf, splice, textOf, withAttribute } from './patch-xml';
import type { Span, Splice } from './patch-xml';

interface Lists {
  /** The number behind the first heading: how many worksheets there are. */
  readonly count: Span;
  readonly titles: Span;
  readonly names: readonly Span[];
}

/** Worksheets come first, under a heading in the language of the program. */
function listsIn(xml: string): Lists | null {
  const root = rootOf(xml);
  const headings = root && childOf(xml, root, 'HeadingPairs');
  const parts = root && childOf(xml, root, 'TitlesOfParts');
  const pairs = headings && childOf(xml, headings, 'vector');
  const titles = parts && childOf(xml, parts, 'vector');
  const second = pairs && childrenOf(xml, pairs)[1];
  const count = second && childOf(xml, second, 'i4');
  return count && titles && !titles.empty && attribute(xml.slice(titles.start, titles.openEnd), 'size') !== null ? { count, titles, names: childrenOf(xml, titles) } : null;
}

/** Adds the names behind those of the worksheets that are listed. */
export function listInProperties(pkg: PackageEditor, added: readonly string[]): void {
  const part = pkg.related('', 'extended-properties')?.target;
  const xml = part === undefined ? null : pkg.text(part);
  const lists = xml === null ? null : listsIn(xml);
  if (part === undefined || xml === null || !lists) return;
  const { count, titles, names } = lists;
  const sheets = Number(textOf(xml, count));
  const last = names[sheets - 1];
  if (!last || names.slice(0, sheets).some((one) => childrenOf(xml, one).length > 0)) return;
  const element = `${prefixOf(last.name)}lpstr`;
  const splices: Splice[] = [
    { start: count.openEnd, end: count.closeStart, text: String(sheets + added.length) },
    { start: titles.start, end: titles.openEnd, text: withAttribute(xml.slice(titles.start, titles.openEnd), 'size', String(names.length + added.length)) },
    { start: last.end, end: last.end, text: added.map((name) => `<${element}>${escapeXml(name)}</${element}>`).join('') },
  ];
  pkg.set(part, splice(xml, splices));
}
