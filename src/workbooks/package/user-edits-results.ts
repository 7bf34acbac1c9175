// Results that only the grid could calculate, put as cached values where the file's own are out of date.
import { a1 } from '../../model/address';
import { isError } from '../../model/grid';
import type { GridResult } from '../grid/grid-view';
import { bodyOf, locate } from './patch-cells';
import type { PackageEditor } from './patch-package';
import { asWritten, withResult } from './patch-results';
import { sheetsOf } from './patch-workbook';
import { splice } from './patch-xml';
import type { Splice } from './patch-xml';
import { errorOf } from './user-edits-cell';

/** What a grid says of functions that it does not know, and errors of its own kind, are no results: the old one and a request to calculate are better. */
function isResult({ value }: GridResult): boolean {
  return value !== null && (!isError(value) || (value.error !== '#NAME?' && errorOf(value.error) !== null));
}

/** @param left formulas, as "sheet!A1", whose results may be out of date; null: nobody knows which */
export function putResults(pkg: PackageEditor, results: readonly GridResult[], left: ReadonlySet<string> | null): void {
  if (results.length === 0 || left?.size === 0) return;
  for (const { name, part } of sheetsOf(pkg)) {
    const own = results.filter((result) => result.sheet === name && isResult(result) && (left === null || left.has(`${name}!${a1(result.row, result.column)}`)));
    const body = own.length > 0 ? bodyOf(pkg.text(part) ?? '') : null;
    if (!body) continue;
    const sites = locate(body, own);
    const splices = new Map<string, Splice>();
    for (const { row, column, value } of own) {
      const site = sites.get(a1(row, column));
      const raw = site && site.raw !== null && value !== null ? withResult(site.raw, body.prefix, asWritten(value)) : null;
      if (site && raw !== null && raw !== site.raw) splices.set(site.ref, { start: site.start, end: site.end, text: raw });
    }
    if (splices.size > 0) pkg.set(part, splice(body.xml, [...splices.values()]));
  }
}
