// The stories outside the body: headers and footers of its sections, footnotes, endnotes and comments.
import type { ReportPart } from '../../model/report';
import type { Relationship } from '../package/relationships';
import { XmlScanner } from '../package/xml';
import type { Archive } from '../package/zip';
import type { Block } from './blocks';
import { openElement } from './open-element';
import { Story, type StoryContext } from './story';

type Guard = (what: string, read: () => Block[]) => Block[];

/** Blocks of every element of that name in a part; separators between text and notes are no notes. */
function stories(archive: Archive, target: string, element: string, part: ReportPart, context: StoryContext): Block[] {
  const text = archive.text(target);
  if (text === null) return [];
  const xml = new XmlScanner(text);
  const blocks: Block[] = [];
  while (openElement(xml, element)) {
    if (/eparator$/.test(xml.attribute('type') ?? '')) xml.skip();
    else for (const block of new Story(xml, context, part, false).blocks()) blocks.push(block);
  }
  return blocks;
}

/** In the order headers, footers, footnotes, endnotes, comments; one entry for each part. Headers and footers count where a section uses them. */
export function readNotes(archive: Archive, related: readonly Relationship[], context: StoryContext, guard: Guard): Block[][] {
  const used = [...new Set(context.sections)].flatMap((id) => related.filter((one) => one.id === id && !one.external));
  const kinds: readonly (readonly [ReportPart, string, string, readonly Relationship[]])[] = [
    ['header', 'hdr', '页眉', used.filter(({ kind }) => kind === 'header')],
    ['footer', 'ftr', '页脚', used.filter(({ kind }) => kind === 'footer')],
    ['footnote', 'footnote', '脚注', related.filter(({ kind }) => kind === 'footnotes')],
    ['endnote', 'endnote', '尾注', related.filter(({ kind }) => kind === 'endnotes')],
    ['comment', 'comment', '批注', related.filter(({ kind }) => kind === 'comments')],
  ];
  return kinds.flatMap(([part, element, what, parts]) => [...new Set(parts.map(({ target }) => target))].map((target) => guard(what, () => stories(archive, target, element, part, context))));
}
