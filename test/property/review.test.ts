// What must hold for any form, whatever its figures and layout.
import fc from 'fast-check';
import { a1, parseRange, formatRange } from '../../src/model/address';
import type { Grid, WorkbookSnapshot } from '../../src/model/grid';
import type { Finding } from '../../src/model/finding';
import { planWorkbook } from '../../src/review/plan-workbook';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { applyPlan } from '../../src/workbooks/package/patch';
import { readPackage } from '../../src/workbooks/package/read';
import { undo } from '../../src/workbooks/package/undo';
import { makeGrid, type Line } from '../make-grid';
import { makeWorkbook } from '../make-workbook';
import { formSpec, rightForm, slip, withSlip, type Form } from './forms';

const snapshotOf = (grid: Grid): WorkbookSnapshot => ({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] });
const gridOf = ({ rows, merges }: Form): Grid => makeGrid(rows, merges);
function findings(grid: Grid): readonly Finding[] {
  const review = reviewWorkbook(snapshotOf(grid));
  expect(review.tables).toHaveLength(1);
  return review.tables.flatMap((table) => table.findings);
}
const loud = (grid: Grid): string[] => findings(grid).filter((finding) => finding.severity !== 'hint').map((finding) => `${finding.rule} ${finding.message}`);
/** What was said, without addresses and without the wording that quotes dirty text. */
const said = (grid: Grid): string[] => findings(grid).map((finding) => `${finding.rule} ${finding.severity}`).sort();

test('a form that is right in every figure is clean', () => {
  fc.assert(fc.property(formSpec, (spec) => {
    const grid = gridOf(rightForm(spec));
    expect(loud(grid)).toEqual([]);
    expect(reviewWorkbook(snapshotOf(grid)).tables[0]?.verdict).toBe('clean');
  }), { numRuns: 150 });
});

test('a slip is found whatever the layout', () => {
  fc.assert(fc.property(formSpec, slip, (spec, kind) => {
    expect(loud(gridOf(withSlip(rightForm(spec), kind, spec.order))).length).toBeGreaterThan(0);
  }), { numRuns: 100 });
});

/** Inserts `count` blank lines before row `at` (1-based), merged areas moved and stretched as Excel does. */
function withBlankRows(form: Form, at: number, count: number): Form {
  const move = (row: number): number => (row >= at ? row + count : row);
  return {
    rows: [...form.rows.slice(0, at - 1), ...Array.from({ length: count }, (): Line => []), ...form.rows.slice(at - 1)],
    merges: form.merges.map((merge) => {
      const range = parseRange(merge);
      return range ? formatRange({ ...range, top: move(range.top), bottom: move(range.bottom) }) : merge;
    }),
  };
}

function withBlankColumn(form: Form, at: number): Form {
  const move = (column: number): number => (column >= at ? column + 1 : column);
  return {
    rows: form.rows.map((row) => [...row.slice(0, at - 1), null, ...row.slice(at - 1)]),
    merges: form.merges.map((merge) => {
      const range = parseRange(merge);
      return range ? formatRange({ ...range, left: move(range.left), right: move(range.right) }) : merge;
    }),
  };
}

const slippery = fc.record({ spec: formSpec, kind: slip }).map(({ spec, kind }) => ({ spec, form: withSlip(rightForm(spec), kind, spec.order) }));

test('blank rows change nothing', () => {
  fc.assert(fc.property(slippery, fc.nat(12), fc.integer({ min: 1, max: 3 }), ({ form }, where, count) => {
    expect(said(gridOf(withBlankRows(form, 1 + (where % form.rows.length), count)))).toEqual(said(gridOf(form)));
  }), { numRuns: 150 });
});

test('blank columns change nothing', () => {
  fc.assert(fc.property(slippery, fc.integer({ min: 1, max: 9 }), ({ form }, where) => {
    expect(said(gridOf(withBlankColumn(form, where)))).toEqual(said(gridOf(form)));
  }), { numRuns: 150 });
});

const FULL: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', '%': '％' };
/** Width variants, padding and line breaks that people leave in labels and texts; cells that are figures keep their kind. */
function dirty(text: string, how: number): string {
  const wide = how % 2 === 0 ? [...text].map((char) => FULL[char] ?? (/[0-9]/.test(char) && how % 4 === 0 ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join('') : text;
  const broken = how % 3 === 0 && /^[\u4e00-\u9fa5]{4,}$/.test(wide) ? `${wide.slice(0, 2)}\n${wide.slice(2)}` : wide;
  return how % 5 === 0 ? `　${broken} ` : broken;
}

test('width variants, padding and line breaks raise no alarm on a right form', () => {
  fc.assert(fc.property(formSpec, fc.array(fc.nat(59), { minLength: 7, maxLength: 7 }), (spec, how) => {
    const form = rightForm(spec);
    let n = 0;
    const rows = form.rows.map((row) => row.map((content) => (typeof content === 'string' ? dirty(content, how[n++ % how.length] ?? 1) : content)));
    expect(loud(gridOf({ ...form, rows }))).toEqual([]);
  }), { numRuns: 150 });
});

const PLAN = { formulas: false, kinds: ['safe'] as const, marks: true, date: '2023-03-01' };

test('safe corrections, once written, silence what they correct; a second run has nothing to do; undo gives every cell back', () => {
  fc.assert(fc.property(formSpec, slip, fc.boolean(), (spec, kind, formulas) => {
    const { rows, merges } = withSlip(rightForm(spec), kind, spec.order);
    const original = makeWorkbook({ sheets: [{ name: '自评表', rows: rows.map((row) => [...row]), merges }] });
    const read = (bytes: Uint8Array): WorkbookSnapshot => {
      const reading = readPackage(bytes);
      if (!reading.ok) throw new Error(reading.reason);
      return reading.snapshot;
    };
    const plan = planWorkbook(read(original), {}, { ...PLAN, formulas });
    const edits = [...plan.corrections, ...plan.marks];
    expect(plan.corrections.length).toBeGreaterThan(0);
    const written = applyPlan(original, edits, { run: 'r1', at: '2023-03-01T00:00:00Z' });
    if (!written.ok) throw new Error(written.reason);
    expect(written.outcomes.map((outcome) => outcome.word).filter((word) => word !== 'applied')).toEqual([]);

    const corrected = read(written.bytes);
    const left = reviewWorkbook(corrected).tables.flatMap((table) => table.findings).filter((finding) => finding.correction?.kind === 'safe');
    expect(left.map((finding) => finding.message)).toEqual([]);

    const again = planWorkbook(corrected, {}, { ...PLAN, formulas, marks: false });
    expect(again.corrections).toEqual([]);
    const twice = applyPlan(written.bytes, edits.map((edit) => ({ ...edit, before: null })), { run: 'r2', at: '2023-03-02T00:00:00Z' });
    if (!twice.ok) throw new Error(twice.reason);
    expect(new Set(twice.outcomes.map((outcome) => outcome.word))).toEqual(new Set(['unchanged']));

    const back = undo(written.bytes);
    if (!back.ok) throw new Error(back.reason);
    const shown = (snapshot: WorkbookSnapshot) => snapshot.grids.flatMap((grid) => grid.cells.map((cell) => [a1(cell.row, cell.column), cell.value, cell.text, cell.formula, cell.style, cell.note]));
    expect(shown(read(back.bytes))).toEqual(shown(read(original)));
  }), { numRuns: 60 });
});
