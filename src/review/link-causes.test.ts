import { makeFinding } from '../../test/make-finding';
import { linkCauses } from './link-causes';

const raw = (rule: string, cell: string, causes: { rule: string; cell: string }[] = []) => ({ finding: makeFinding({ rule, cells: [cell] }), causes });

describe('linkCauses', () => {
  it('names the first cause that was found', () => {
    const linked = linkCauses([raw('rate', 'I5'), raw('score', 'J5', [{ rule: 'fund', cell: 'F5' }, { rule: 'rate', cell: 'I5' }])]);
    expect(linked.map(({ because }) => because)).toEqual([null, 'rate:I5']);
  });

  it('leaves a finding alone when none of its causes was found', () => {
    expect(linkCauses([raw('score', 'J5', [{ rule: 'rate', cell: 'I6' }])])[0]?.because).toBeNull();
  });

  it('never closes a circle, neither of two nor of one', () => {
    const linked = linkCauses([raw('a', 'A1', [{ rule: 'b', cell: 'B1' }]), raw('b', 'B1', [{ rule: 'c', cell: 'C1' }]), raw('c', 'C1', [{ rule: 'a', cell: 'A1' }]), raw('d', 'D1', [{ rule: 'd', cell: 'D1' }])]);
    expect(linked.map(({ because }) => because)).toEqual(['b:B1', 'c:C1', null, null]);
  });
});
