import { makeFinding } from '../../test/make-finding';
import { deduplicate } from './deduplicate';

const raw = (finding: ReturnType<typeof makeFinding>, causes: { rule: string; cell: string }[] = []) => ({ finding, causes });

describe('deduplicate', () => {
  it('merges what one rule says twice about one first cell and keeps all cells and causes', () => {
    const merged = deduplicate([
      raw(makeFinding({ rule: 'a', cells: ['B2', 'C2'], severity: 'verify' }), [{ rule: 'x', cell: 'A1' }]),
      raw(makeFinding({ rule: 'a', cells: ['B2', 'D2'], severity: 'error', message: '另一句。' }), [{ rule: 'y', cell: 'A2' }]),
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.finding.cells).toEqual(['B2', 'C2', 'D2']);
    expect(merged[0]?.finding.severity).toBe('error');
    expect(merged[0]?.finding.message).toBe('a at B2。另一句。');
    expect(merged[0]?.causes.map(({ rule }) => rule)).toEqual(['x', 'y']);
  });

  it('keeps two rules on one cell and one rule on two cells apart', () => {
    expect(deduplicate([raw(makeFinding({ rule: 'a', cells: ['B2'] })), raw(makeFinding({ rule: 'b', cells: ['B2'] })), raw(makeFinding({ rule: 'a', cells: ['B3'] }))])).toHaveLength(3);
  });
});
