// Formulas of a sheet with their places and what they reach; shared ones are told as their own cell has them.
import { parseRange } from '../../model/address';
import type { Position } from '../../model/address';
import type { FormulaCell } from './formula-graph';
import { withTableColumns, withWholeTables } from './formula-tables';
import type { TableRef } from './formula-tables';
import { formulasOf, placeOf } from './patch-cells';
import type { SheetBody } from './patch-cells';
import { reachesOf } from './patch-recalc';
import type { NameTargets } from './patch-recalc';
import { attribute, decodeXml } from './patch-xml';
import { moveFormula } from './shared-formula';

/** Another sheet, a table or a run of sheets; functions that name no cell; text that a name might hide in is asked for separately. */
const OUTSIDE = /[![]|indirect|offset/i;

/** False when no formula of the sheet can reach another sheet: nearly always, and told at a glance. */
export function mayReachOut(body: SheetBody, names: NameTargets): boolean {
  const { plain } = body;
  // Without these letters in the whole sheet, none of its formulas holds them.
  if (names.size === 0 && !plain.includes('(') && !plain.includes('!') && !plain.includes('[') && !plain.includes('dataTable')) return false;
  for (const { open, text } of formulasOf(body)) if (names.size > 0 || OUTSIDE.test(text) || open.includes('dataTable')) return true;
  return false;
}

/** Null when nobody knows where a formula's cell stands. `sheet` in lower case; tables are only asked for where a formula has brackets. */
export function formulaCells(body: SheetBody, sheet: string, names: NameTargets, tables: () => ReadonlyMap<string, TableRef>): FormulaCell[] | null {
  const found: FormulaCell[] = [];
  const masters = new Map<string, { readonly at: Position; readonly formula: string }>();
  for (const { cellStart, open, text } of formulasOf(body)) {
    const at = placeOf(body, cellStart);
    if (!at) return null;
    const type = attribute(open, 't');
    const shared = type === 'shared' ? attribute(open, 'si') : null;
    const master = shared === null ? undefined : masters.get(shared);
    let formula = decodeXml(text);
    if (shared !== null && text !== '') masters.set(shared, { at, formula });
    else if (master) formula = moveFormula(master.formula, at.row - master.at.row, at.column - master.at.column);
    const plain = type === null || type === 'normal' || (shared !== null && formula !== '');
    found.push({
      ...at, sheet, formula,
      // The inputs of a data table stand in its attributes, and one without text hangs on nobody knows what.
      reaches: type === 'array' || plain ? reachesOf(formula.includes('[') ? withWholeTables(withTableColumns(formula, tables()), tables()) : formula, sheet, names) : 'everything',
      covers: plain ? null : parseRange(attribute(open, 'ref') ?? '') ?? { top: at.row, left: at.column, bottom: at.row, right: at.column },
    });
  }
  return found;
}
