// The corpus as grids and as workbooks: real tables with their figures and quirks, their prose reworded and their places invented.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRange } from '../../src/model/address';
import { PLAIN_STYLE, type Cell, type Grid, type WorkbookSnapshot } from '../../src/model/grid';
import type { TableKind } from '../../src/model/table';
import { makeWorkbook, type MadeValue } from '../make-workbook';

export interface CorpusTable {
  readonly id: string;
  /** Without 省/市/自治区; null for a central body. */
  readonly province: string | null;
  readonly year: number;
  readonly kind: TableKind;
  /** partial: the copy ends early, so that a blank at its end may be the copy's and not the unit's. */
  readonly completeness: 'complete' | 'partial';
  /** Displayed texts, all rows of one length; '' where blank or covered by a merge. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly string[];
}

export interface GridOptions {
  /**
   * text (as pasted tables have it): every cell a string. typed: plain numerals and percentages become numeric cells whose format
   * shows the digits that were written (43 · 0.00 · #,##0.0 · 86% as 0%); what carries a unit or a word stays text.
   */
  readonly numbers?: 'text' | 'typed';
}

/** All tables of the corpus, by id. */
export function corpusTables(): readonly CorpusTable[] {
  const folder = join(__dirname, 'tables');
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CorpusTable);
}

interface Content {
  readonly value: string | number;
  readonly text: string;
  readonly numberFormat: string;
}

const NUMERAL = /^-?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(%?)$/;

function contentOf(text: string, numbers: 'text' | 'typed'): Content {
  const trimmed = text.trim();
  const match = numbers === 'typed' ? NUMERAL.exec(trimmed) : null;
  if (!match) return { value: text, text, numberFormat: 'General' };
  const [, whole = '', fraction = '', percent = ''] = match;
  const decimals = fraction.length;
  const digits = (whole.includes(',') ? '#,##0' : '0') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  const number = Number(trimmed.replaceAll(',', '').replace('%', ''));
  if (percent) return { value: Number((number / 100).toFixed(decimals + 2)), text: trimmed, numberFormat: `${digits}%` };
  return { value: number, text: trimmed, numberFormat: digits === '0' ? 'General' : digits };
}

/** Excel allows 31 characters and none of []:*?/\ in a sheet's name. */
function sheetName(table: CorpusTable): string {
  return table.id.slice(0, 31);
}

/** The grid that a host would give for the table's sheet. */
export function toGrid(table: CorpusTable, options: GridOptions = {}): Grid {
  const cells = table.rows.flatMap((row, r) => row.flatMap((written, c): Cell[] => {
    if (written === '') return [];
    const { value, text, numberFormat } = contentOf(written, options.numbers ?? 'text');
    const style = numberFormat === 'General' ? PLAIN_STYLE : { ...PLAIN_STYLE, numberFormat };
    return [{ row: r + 1, column: c + 1, value, text, formula: null, style, note: null }];
  }));
  return {
    sheet: sheetName(table),
    visibility: 'visible',
    cells,
    merges: table.merges.flatMap((merge) => parseRange(merge) ?? []),
    rowCount: table.rows.length,
    columnCount: table.rows[0]?.length ?? 0,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    protected: false,
  };
}

/** A workbook as read, one sheet for each table. */
export function toSnapshot(tables: readonly CorpusTable[], options: GridOptions = {}): WorkbookSnapshot {
  return { format: 'xlsx', grids: tables.map((table) => toGrid(table, options)), definedNames: [], remarks: [] };
}

/** The bytes of an .xlsx, one sheet for each table. */
export function toWorkbook(tables: readonly CorpusTable[], options: GridOptions = {}): Uint8Array {
  return makeWorkbook({
    sheets: tables.map((table) => ({
      name: sheetName(table),
      rows: table.rows.map((row) => row.map((written): MadeValue => {
        if (written === '') return null;
        const { value, numberFormat } = contentOf(written, options.numbers ?? 'text');
        return numberFormat === 'General' ? value : { v: value, numberFormat };
      })),
      merges: table.merges,
    })),
  });
}
