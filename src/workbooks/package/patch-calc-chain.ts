// The calculation chain: Excel bears cells that are missing from it, and repairs the file when it names a cell without a formula.
import type { PackageEditor } from './patch-package';
import { attribute, childrenOf, rootOf, splice, withAttribute } from './patch-xml';
import type { Splice } from './patch-xml';

/** Takes cells out of the chain that hold no formula any more. `sheetId` as the workbook part gives it; refs in A1. */
export function leaveCalcChain(pkg: PackageEditor, sheetId: string, refs: ReadonlySet<string>): void {
  const relation = pkg.related(pkg.workbook, 'calcChain');
  const xml = relation && pkg.text(relation.target);
  const root = xml === null ? null : rootOf(xml);
  if (!relation || xml === null || !root || refs.size === 0) return;
  const splices: Splice[] = [];
  const entries = childrenOf(xml, root);
  let sheet = '';
  let orphaned = false;
  let kept = 0;
  for (const entry of entries) {
    const tag = xml.slice(entry.start, entry.openEnd);
    const own = attribute(tag, 'i');
    sheet = own ?? sheet;
    if (sheet === sheetId && refs.has(attribute(tag, 'r') ?? '')) {
      splices.push({ start: entry.start, end: entry.end, text: '' });
      // The sheet is written once and holds for the entries that follow: the next one has to say it again.
      orphaned ||= own !== null;
      continue;
    }
    kept++;
    if (orphaned && own === null) splices.push({ start: entry.start, end: entry.openEnd, text: withAttribute(tag, 'i', sheet) });
    orphaned = false;
  }
  if (kept === 0) {
    pkg.remove(relation.target);
    pkg.unrelate(pkg.workbook, new Set([relation.id]));
  } else if (splices.length > 0) {
    pkg.set(relation.target, splice(xml, splices));
  }
}
