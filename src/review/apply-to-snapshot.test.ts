import { makeGrid } from '../../test/make-grid';
import type { PlannedEdit } from '../model/plan';
import { applyToSnapshot } from './apply-to-snapshot';

const edit = (part: Partial<PlannedEdit>): PlannedEdit => ({ sheet: '自评表', cell: 'A1', value: null, formula: null, numberFormat: null, before: null, mark: 'error', note: null, rule: 'a', ...part });
const snapshot = { format: 'xlsx', grids: [makeGrid([['甲', 1], ['乙', 2]]), makeGrid([['别的']], [], '别的表')], definedNames: [], remarks: [] } as const;

describe('applyToSnapshot', () => {
  it('replaces value, text, formula and number format and leaves everything else as it was', () => {
    const after = applyToSnapshot(snapshot, [edit({ cell: 'B2', value: 0.5, formula: '=B1/2', numberFormat: '0%' })]);
    expect(after.grids[0]?.cells.find(({ row, column }) => row === 2 && column === 2)).toMatchObject({ value: 0.5, text: '50%', formula: 'B1/2', style: { numberFormat: '0%' } });
    expect(after.grids[0]?.cells).toHaveLength(4);
    expect(after.grids[1]).toBe(snapshot.grids[1]);
    expect(snapshot.grids[0].cells[3]?.value).toBe(2);
  });
  it('puts a cell that was blank into its place and lets the sheet grow', () => {
    const after = applyToSnapshot(snapshot, [edit({ cell: 'C1', value: 3 }), edit({ cell: 'A5', value: '末' })]);
    expect(after.grids[0]?.cells.map(({ text }) => text)).toEqual(['甲', '1', '3', '乙', '2', '末']);
    expect([after.grids[0]?.rowCount, after.grids[0]?.columnCount]).toEqual([5, 3]);
  });
});
