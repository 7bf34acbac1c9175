// Findings for tests, with what a test does not care about filled in.
import type { Finding } from '../src/model/finding';

export function makeFinding(part: Partial<Finding> & Pick<Finding, 'rule' | 'cells'>): Finding {
  return {
    severity: 'error', message: `${part.rule} at ${part.cells[0] ?? ''}。`, expected: null, received: null, because: null,
    basis: { document: '测试文件', clause: '第一条', standing: 'quoted' }, waived: null, correction: null, ...part,
  };
}
