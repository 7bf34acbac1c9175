// Whether XML that was kept from an earlier state of a part may be put into the part as it is now.
import { attributesOf, nextTag, prefixOf } from './patch-xml';
import type { Tag } from './patch-xml';

/**
 * True when an element that was written for another text may stand in this one: it has the prefix of its new neighbours, and every other prefix that it
 * uses is declared by the root or by itself.
 */
export function mayStandIn(xml: string, prefix: string, element: string): boolean {
  const first = nextTag(element, 0);
  if (!first || prefixOf(first.name) !== prefix) return false;
  if (!element.includes(':')) return true;
  const root = nextTag(xml, 0);
  const declared = new Set(['xml:', 'xmlns:', prefix]);
  for (const name of root ? attributesOf(xml.slice(root.start, root.end)).keys() : []) if (name.startsWith('xmlns:')) declared.add(`${name.slice(6)}:`);
  for (let tag: Tag | null = first; tag; tag = nextTag(element, tag.end)) {
    const names = [...attributesOf(element.slice(tag.start, tag.end)).keys()];
    for (const name of names) if (name.startsWith('xmlns:')) declared.add(`${name.slice(6)}:`);
    if ([tag.name, ...names].some((name) => name.includes(':') && !declared.has(prefixOf(name)))) return false;
  }
  return true;
}
