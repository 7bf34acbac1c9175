// Cells that repeat the shared formula of an overwritten one: each gets it as its own.
import { a1 } from '../../model/address';
import type { Position } from '../../model/address';
import { formulasOf, placeOf } from './patch-cells';
import type { SheetBody } from './patch-cells';
import { attribute, childOf, decodeXml, escapeXml, prefixOf, rootOf, splice, withAttribute } from './patch-xml';
import { moveFormula } from './shared-formula';

export interface Follower {
  readonly ref: string;
  /** The cell that holds the formula for it. */
  readonly master: string;
  /** As it reads in the follower's own place. */
  readonly formula: string;
}

/** Followers of the shared formulas that stand in `refs` (A1). */
export function followersOf(body: SheetBody, refs: ReadonlySet<string>): Follower[] {
  const { plain } = body;
  const followers: Follower[] = [];
  if (!plain.includes('shared')) return followers;
  const masters = new Map<string, { readonly ref: string; readonly at: Position; readonly formula: string }>();
  for (const { cellStart, open, text } of formulasOf(body)) {
    if (attribute(open, 't') !== 'shared') continue;
    const si = attribute(open, 'si') ?? '';
    const at = placeOf(body, cellStart);
    const ref = at ? a1(at.row, at.column) : '';
    if (text !== '') {
      // A number may be used again further down.
      if (at && refs.has(ref)) masters.set(si, { ref, at, formula: decodeXml(text) });
      else masters.delete(si);
      continue;
    }
    const master = masters.get(si);
    if (master && at) followers.push({ ref, master: master.ref, formula: moveFormula(master.formula, at.row - master.at.row, at.column - master.at.column) });
  }
  return followers;
}

/** The cell element with the formula written out; its result and everything else stay. */
export function withOwnFormula(raw: string, formula: string): string {
  const cell = rootOf(raw);
  const element = cell && childOf(raw, cell, 'f');
  if (!element) return raw;
  const tag = ['t', 'si', 'ref'].reduce((open, name) => withAttribute(open, name, null), raw.slice(element.start, element.openEnd));
  const text = `${tag.replace(/\s*\/?>$/, '>')}${escapeXml(formula)}</${prefixOf(element.name)}f>`;
  return splice(raw, [{ start: element.start, end: element.end, text }]);
}
