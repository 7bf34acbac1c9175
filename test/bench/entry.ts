// What the bench calls, bundled once: the same road as the command line, without files and printing.
import type { PlannedEdit } from '../../src/model/plan';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { nodeCodec } from '../../src/workbooks/package/node-codec';
import { applyPlan } from '../../src/workbooks/package/patch';
import { readPackage } from '../../src/workbooks/package/read';
import { nodeDeflate } from '../../src/workbooks/package/write-node';
import { keepingParts, openZip } from '../../src/workbooks/package/zip';
import type { Archive } from '../../src/workbooks/package/zip';

const PACKAGE = { codec: nodeCodec, deflate: nodeDeflate };

function opened(bytes: Uint8Array, archive?: Archive) {
  const reading = readPackage(bytes, { ...PACKAGE, ...(archive ? { archive } : {}) });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}

/** Reads without judging; number of cells. */
export function read(bytes: Uint8Array): number {
  return opened(bytes).grids.reduce((sum, grid) => sum + grid.cells.length, 0);
}

/** Reads and reviews; number of tables. */
export function check(bytes: Uint8Array): number {
  return reviewWorkbook(opened(bytes)).tables.length;
}

/** The five cells of a generated table that a correction typically touches: rate, score, and three of an indicator. */
const CELLS = [['I5', 5, 9], ['J5', 5, 10], ['G11', 11, 7], ['I11', 11, 9], ['I12', 12, 9]] as const;

/** Reads, reviews, and writes five edits with marks and notes; number of edits applied. */
export function correct(bytes: Uint8Array): number {
  const zip = openZip(bytes, undefined, nodeCodec);
  if (!zip.ok) throw new Error(zip.reason);
  const archive = keepingParts(zip.archive);
  const snapshot = opened(bytes, archive);
  const sheet = reviewWorkbook(snapshot).tables[0]?.table.sheet ?? '';
  const cells = snapshot.grids[0]?.cells ?? [];
  const edits = CELLS.map(([cell, row, column], i): PlannedEdit => ({
    sheet, cell, value: 12.5 + i, formula: null, numberFormat: null, mark: 'error', note: '原值与算式不符', rule: 'execution-rate',
    before: cells.find((one) => one.row === row && one.column === column)?.text ?? '',
  }));
  const written = applyPlan(bytes, edits, { run: 'bench', at: '2026-01-01T00:00:00Z', archive, ...PACKAGE });
  if (!written.ok) throw new Error(written.reason);
  return written.outcomes.filter((outcome) => outcome.word === 'applied').length;
}
