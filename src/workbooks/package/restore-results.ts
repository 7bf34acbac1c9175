// Undo for cached results: what a recalculation replaced is put back to the letter, as long as nobody has calculated since.
import { parseA1 } from '../../model/address';
import type { KeptResult } from './journal';
import { bodyOf, locate } from './patch-cells';
import type { SheetBody } from './patch-cells';
import type { PackageEditor } from './patch-package';
import { sameWritten, withResult, writtenResult } from './patch-results';
import type { WrittenResult } from './patch-results';
import { sheetsOf } from './patch-workbook';
import { splice } from './patch-xml';
import type { Splice } from './patch-xml';

function sameAs(a: WrittenResult | null, b: WrittenResult | null): boolean {
  return a !== null && b !== null && sameWritten(a, b);
}

/** Splices for one sheet; cells that stand as before are added to `settled`. False when one does not. */
function inSheet(body: SheetBody, results: readonly KeptResult[], settled: Set<string>, splices: Splice[]): boolean {
  const sites = locate(body, results.flatMap(({ cell }) => parseA1(cell) ?? []));
  let whole = true;
  for (const { sheet, cell, raw, left } of results) {
    const site = sites.get(cell);
    if (raw === undefined || left === undefined) continue;
    if (site?.raw !== null && site?.raw !== undefined && site.raw === withResult(raw, body.prefix, left)) splices.push({ start: site.start, end: site.end, text: raw });
    // The edit of the cell itself, taken back, has brought the old result with it.
    else if (!site?.raw || !sameAs(writtenResult(site.raw, body.prefix), writtenResult(raw, body.prefix))) {
      whole = false;
      continue;
    }
    settled.add(`${sheet}!${cell}`);
  }
  return whole;
}

/**
 * Puts old results back.
 * @returns the cells, as "sheet!A1", that stand again as before the edit; results that were not changed by it count only when all others do
 */
export function restoreResults(pkg: PackageEditor, results: readonly KeptResult[]): ReadonlySet<string> {
  const settled = new Set<string>();
  if (results.length === 0) return settled;
  const parts = new Map(sheetsOf(pkg).map((sheet) => [sheet.name, sheet.part]));
  const bySheet = new Map<string, KeptResult[]>();
  for (const result of results) {
    const own = bySheet.get(result.sheet);
    if (own) own.push(result);
    else bySheet.set(result.sheet, [result]);
  }
  let whole = true;
  for (const [sheet, own] of bySheet) {
    const part = parts.get(sheet);
    const body = part === undefined ? null : bodyOf(pkg.text(part) ?? '');
    const splices: Splice[] = [];
    if (part === undefined || !body) whole = false;
    else {
      whole = inSheet(body, own, settled, splices) && whole;
      if (splices.length > 0) pkg.set(part, splice(body.xml, splices));
    }
  }
  if (whole) for (const { sheet, cell } of results) settled.add(`${sheet}!${cell}`);
  return settled;
}
