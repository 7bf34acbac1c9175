// After an edit: cached results that hang on it are calculated anew and written in place, so that programs that do not calculate see them right.
import { a1, parseA1 } from '../../model/address';
import type { Position } from '../../model/address';
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';
import { cellKey } from './comments';
import { formulaCells, mayReachOut } from './formula-cells';
import { evaluateFormula } from './formula-evaluate';
import type { Result, Surroundings } from './formula-evaluate';
import { FormulaGraph } from './formula-graph';
import type { FormulaCell } from './formula-graph';
import { tablesOf, withTableColumns } from './formula-tables';
import type { TableRef } from './formula-tables';
import { OutOfScope, sameNumber } from './formula-values';
import type { KeptResult } from './journal';
import { Looked } from './looked-at';
import { bodyOf, hasFormulas } from './patch-cells';
import { readContent } from './patch-content';
import type { SharedStrings } from './patch-content';
import type { PackageEditor } from './patch-package';
import { asWritten, storedValue, UNKNOWN, withResult } from './patch-results';
import { calculatesAsShown, definedNamesOf, sheetsOf } from './patch-workbook';
import type { NameRef, SheetRef } from './patch-workbook';
import { splice } from './patch-xml';
import type { Splice } from './patch-xml';
import { SheetValues } from './sheet-values';

/** Cells whose content changed, by sheet name in lower case. */
export type ChangedCells = ReadonlyMap<string, readonly Position[]>;

export interface Recalculation {
  /** True when some formula keeps a result that may be wrong now: a spreadsheet has to calculate. */
  readonly stale: boolean;
  /** Formulas that hang on the edit, without the edited cells themselves. */
  readonly results: readonly KeptResult[];
  /** Results of formulas that the edit itself brought, by "sheet!A1", where they differ from what the caller gave. */
  readonly edited: ReadonlyMap<string, Result>;
  /** Formulas, as "sheet!A1", that could not be calculated here and keep their results; null: nobody knows which. */
  readonly left: ReadonlySet<string> | null;
}

type Tables = () => ReadonlyMap<string, TableRef>;

const NOTHING: Recalculation = { stale: false, results: [], edited: new Map(), left: new Set() };
const STALE: Recalculation = { ...NOTHING, stale: true, left: null };

function targetsOf(names: readonly NameRef[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  // Print areas and filters are read by no formula.
  for (const { name, refersTo } of names) if (!/^_(?:xlnm\.|biaoli_)/.test(name)) targets.set(name.toLowerCase(), [...(targets.get(name.toLowerCase()) ?? []), refersTo]);
  return targets;
}

class Workbook implements Surroundings {
  private readonly byName: ReadonlyMap<string, SheetRef>;
  private readonly values = new Map<string, SheetValues>();
  private readonly looked = new Looked();

  constructor(private readonly pkg: PackageEditor, private readonly sheets: readonly SheetRef[], private readonly names: readonly NameRef[], private readonly strings: SharedStrings) {
    this.byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  ref(sheet: string): SheetRef | null {
    return this.byName.get(sheet) ?? null;
  }

  /** Throws OutOfScope when there is no such worksheet. */
  sheet(name: string): SheetValues {
    const key = name.toLowerCase();
    let values = this.values.get(key);
    if (!values) {
      const ref = this.byName.get(key);
      const body = ref && bodyOf(this.pkg.text(ref.part) ?? '');
      if (!body) throw new OutOfScope();
      this.values.set(key, (values = new SheetValues(body, this.strings)));
    }
    return values;
  }

  value(sheet: string, row: number, column: number): CellValue {
    const value = this.sheet(sheet).value(row, column);
    this.looked.at(row, column, value);
    return value;
  }

  *filled(sheet: string, range: Parameters<SheetValues['filled']>[0]): ReturnType<SheetValues['filled']> {
    for (const cell of this.sheet(sheet).filled(range)) {
      this.looked.at(cell.row, cell.column, cell.value);
      yield cell;
    }
  }

  /** The result, and in a short text what was looked at for it. */
  evaluate(formula: string, sheet: string): { readonly result: Result | null; readonly read: string } {
    this.looked.begin();
    const result = evaluateFormula(formula, sheet, this);
    return { result, read: this.looked.text };
  }

  whole(sheet: string, range: Parameters<SheetValues['filled']>[0]): boolean {
    return this.sheet(sheet).whole(range);
  }

  name(name: string, sheet: string): string | null {
    const same = this.names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const home = this.ref(sheet)?.index;
    return (same.find((one) => one.sheet === home) ?? same.find((one) => one.sheet === null))?.refersTo ?? null;
  }

  stored(cell: FormulaCell): { readonly raw: string; readonly value: ReturnType<typeof storedValue> } | null {
    const values = this.sheet(cell.sheet);
    const raw = values.cell(cell.row, cell.column)?.raw;
    return raw === undefined ? null : { raw, value: storedValue(raw, values.body.prefix, this.strings) };
  }
}

function sameResult(a: ReturnType<typeof storedValue>, b: Result): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b);
  return a === b || (typeof a === 'object' && isError(a) && isError(b) && a.error === b.error);
}

function graphOf(pkg: PackageEditor, sheets: readonly SheetRef[], names: ReturnType<typeof targetsOf>, tables: Tables, changed: ChangedCells): FormulaGraph | 'none' | 'unknown' {
  const graph = new FormulaGraph();
  const found: (readonly FormulaCell[])[] = [];
  for (const { name, part } of sheets) {
    const key = name.toLowerCase();
    const xml = pkg.text(part) ?? '';
    const body = hasFormulas(xml) ? bodyOf(xml) : null;
    if (!body || (!changed.has(key) && !mayReachOut(body, names))) continue;
    const formulas = formulaCells(body, key, names, tables);
    if (!formulas) return 'unknown';
    found.push(formulas);
  }
  for (const formula of found.flat()) graph.add(formula);
  return found.every((formulas) => formulas.length === 0) ? 'none' : graph;
}

class Run {
  private readonly splices = new Map<string, Splice[]>();
  private readonly results: KeptResult[] = [];
  private readonly edited = new Map<string, Result>();
  private readonly left = new Set<string>();

  constructor(private readonly book: Workbook, private readonly changed: ChangedCells, private readonly settled: ReadonlySet<string>, private readonly tables: Tables) {}

  private place({ sheet, row, column }: FormulaCell): string {
    return `${this.book.ref(sheet)?.name ?? sheet}!${a1(row, column)}`;
  }

  private isEdited({ sheet, row, column }: FormulaCell): boolean {
    return this.changed.get(sheet)?.some((cell) => cell.row === row && cell.column === column) ?? false;
  }

  /** The cell keeps its result; others may rely on it only where the caller has just given it. */
  leave(cell: FormulaCell): void {
    this.left.add(this.place(cell));
    if (this.isEdited(cell) && this.book.stored(cell)?.value !== UNKNOWN) return;
    const { calculated } = this.book.sheet(cell.sheet);
    calculated.set(cellKey(cell.row, cell.column), UNKNOWN);
    const { covers } = cell;
    if (covers) for (let r = covers.top; r <= covers.bottom; r++) for (let c = covers.left; c <= covers.right; c++) calculated.set(cellKey(r, c), UNKNOWN);
  }

  calculate(cell: FormulaCell): void {
    const place = this.place(cell);
    if (this.settled.has(place)) return;
    const stored = this.book.stored(cell);
    const values = this.book.sheet(cell.sheet);
    const { prefix } = values.body;
    const formula = cell.formula.includes('[') ? withTableColumns(cell.formula, this.tables()) : cell.formula;
    const { result, read } = this.book.evaluate(formula, cell.sheet);
    const written = result === null ? null : asWritten(result);
    const raw = stored && written && withResult(stored.raw, prefix, written);
    if (result === null || !stored || !written || raw === null) return this.leave(cell);
    values.calculated.set(cellKey(cell.row, cell.column), result);
    const same = sameResult(stored.value, result);
    if (this.isEdited(cell)) {
      if (!same) this.edited.set(place, result);
    } else {
      const at = { sheet: this.book.ref(cell.sheet)?.name ?? cell.sheet, cell: a1(cell.row, cell.column) };
      this.results.push(same ? at : { ...at, raw: stored.raw, left: written, read });
    }
    if (!same) this.put(cell, raw);
  }

  private put(cell: FormulaCell, text: string): void {
    const at = this.book.sheet(cell.sheet).cell(cell.row, cell.column);
    if (!at) return;
    const own = this.splices.get(cell.sheet);
    if (own) own.push({ start: at.start, end: at.end, text });
    else this.splices.set(cell.sheet, [{ start: at.start, end: at.end, text }]);
  }

  finish(pkg: PackageEditor): Recalculation {
    for (const [sheet, splices] of this.splices) {
      const part = this.book.ref(sheet)?.part;
      if (part !== undefined) pkg.set(part, splice(this.book.sheet(sheet).body.xml, splices));
    }
    return { stale: this.left.size > 0, results: this.results, edited: this.edited, left: this.left };
  }
}

/**
 * Calculates everything that hangs on the changed cells, across sheets, and writes the results into the package.
 * @param settled cells as "sheet!A1" whose results are known to be right as they stand
 */
export function recalculate(pkg: PackageEditor, changed: ChangedCells, strings: SharedStrings, settled: ReadonlySet<string> = new Set()): Recalculation {
  if (changed.size === 0) return NOTHING;
  const sheets = sheetsOf(pkg);
  const names = definedNamesOf(pkg);
  let known: ReturnType<Tables> | null = null;
  const tables: Tables = () => (known ??= tablesOf(pkg, sheets));
  const graph = graphOf(pkg, sheets, targetsOf(names), tables, changed);
  if (graph === 'none') return NOTHING;
  const spread = graph === 'unknown' ? null : graph.spread(changed);
  if (!spread) return STALE;
  if (spread.order.length + spread.stuck.length === 0) return NOTHING;
  // Numbers that count as they are displayed are beyond this evaluator.
  if (calculatesAsShown(pkg)) return STALE;
  const run = new Run(new Workbook(pkg, sheets, names, strings), changed, settled, tables);
  for (const cell of spread.stuck) run.leave(cell);
  for (const cell of spread.order) run.calculate(cell);
  return run.finish(pkg);
}

/** What a formula is made of, as `KeptResult.read` tells it, while nothing of the run is taken back yet; null where it cannot be calculated. */
export function readBy(pkg: PackageEditor, strings: SharedStrings): (sheet: string, cell: string) => string | null {
  const sheets = sheetsOf(pkg);
  const book = new Workbook(pkg, sheets, definedNamesOf(pkg), strings);
  let known: ReturnType<Tables> | null = null;
  return (sheet, cell) => {
    const address = parseA1(cell);
    if (!address || !book.ref(sheet.toLowerCase())) return null;
    const { body } = book.sheet(sheet);
    const site = book.sheet(sheet).cell(address.row, address.column);
    const formula = site && readContent(body, { address, ref: cell, row: null, style: null, ...site }, strings).formula;
    if (!formula) return null;
    const plain = formula.includes('[') ? withTableColumns(formula, (known ??= tablesOf(pkg, sheets))) : formula;
    const { result, read } = book.evaluate(plain, sheet.toLowerCase());
    return result === null ? null : read;
  };
}
