// Undo for cached results: what a recalculation replaced is put back to the letter, as long as nobody has calculated since.
import { parseA1 } from '../../model/address';
import { grouped } from '../../model/grouped';
import type { KeptResult } from './journal';
import { bodyOf, locate } from './patch-cells';
import type { SheetBody } from './patch-cells';
import type { SharedStrings } from './patch-content';
import type { PackageEditor } from './patch-package';
import { sameWritten, withResult, writtenResult } from './patch-results';
import type { WrittenResult } from './patch-results';
import { sheetsOf } from './patch-workbook';
import { readBy } from './recalculate';
import { splice } from './patch-xml';
import type { Splice } from './patch-xml';

function sameAs(a: WrittenResult | null, b: WrittenResult | null): boolean {
  return a !== null && b !== null && sameWritten(a, b);
}

interface OfSheet {
  readonly part: string;
  /** Null where the sheet is gone. */
  readonly body: SheetBody | null;
  readonly results: readonly KeptResult[];
}

function bySheet(pkg: PackageEditor, results: readonly KeptResult[]): OfSheet[] {
  const parts = new Map(sheetsOf(pkg).map((sheet) => [sheet.name, sheet.part]));
  return [...grouped(results, ({ sheet }) => sheet)].map(([sheet, own]) => {
    const part = parts.get(sheet) ?? '';
    return { part, body: part === '' ? null : bodyOf(pkg.text(part) ?? ''), results: own };
  });
}

/** True while every result stands as the run left it, and all that it is made of: once something else was changed, what a cell held before the run need not be right again. Asked before anything is taken back. */
export function standAsLeft(pkg: PackageEditor, results: readonly KeptResult[], strings: SharedStrings): boolean {
  const readNow = readBy(pkg, strings);
  return bySheet(pkg, results).every(({ body, results: own }) => {
    const sites = body && locate(body, own.flatMap(({ cell }) => parseA1(cell) ?? []));
    return own.every(({ sheet, cell, left, read }) => {
      const raw = sites?.get(cell)?.raw;
      if (body === null || raw === null || raw === undefined) return false;
      return (left === undefined || sameAs(writtenResult(raw, body.prefix), left)) && (read === undefined || readNow(sheet, cell) === read);
    });
  });
}

/** Splices for one sheet; cells that stand as before are added to `settled`. */
function inSheet(body: SheetBody, results: readonly KeptResult[], settled: Set<string>, splices: Splice[]): void {
  const sites = locate(body, results.flatMap(({ cell }) => parseA1(cell) ?? []));
  for (const { sheet, cell, raw, left } of results) {
    const site = sites.get(cell);
    if (raw === undefined || left === undefined) continue;
    if (site?.raw !== null && site?.raw !== undefined && site.raw === withResult(raw, body.prefix, left)) splices.push({ start: site.start, end: site.end, text: raw });
    // The edit of the cell itself, taken back, has brought the old result with it.
    else if (!site?.raw || !sameAs(writtenResult(site.raw, body.prefix), writtenResult(raw, body.prefix))) continue;
    settled.add(`${sheet}!${cell}`);
  }
}

/**
 * Puts old results back, where all stood as they were left.
 * @returns the cells, as "sheet!A1", that stand again as before the edit. Results that the edit did not change are not among them: it may be otherwise by now.
 */
export function restoreResults(pkg: PackageEditor, results: readonly KeptResult[]): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const { part, body, results: own } of results.length === 0 ? [] : bySheet(pkg, results)) {
    const splices: Splice[] = [];
    if (body) inSheet(body, own, settled, splices);
    if (body && splices.length > 0) pkg.set(part, splice(body.xml, splices));
  }
  return settled;
}
