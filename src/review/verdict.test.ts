import { makeFinding } from '../../test/make-finding';
import { verdictOf } from './verdict';

const waived = (stale: boolean) => ({ reason: '上级年中追加预算', date: '2024-03-01', role: '填报人', stale });
const verify = (stale: boolean | null) => makeFinding({ rule: 'a', cells: ['A1'], severity: 'verify', waived: stale === null ? null : waived(stale) });

describe('verdictOf', () => {
  it('says errors when there is one, whatever else there is', () => {
    expect(verdictOf([verify(null), makeFinding({ rule: 'b', cells: ['B1'] })], false, false)).toBe('errors');
  });
  it('says to-verify for an unexplained finding and for one whose explanation is stale', () => {
    expect(verdictOf([verify(null)], true, true)).toBe('to-verify');
    expect(verdictOf([verify(true)], true, true)).toBe('to-verify');
  });
  it('says clean when all is explained or only hinted', () => {
    expect(verdictOf([verify(false), makeFinding({ rule: 'h', cells: ['A2'], severity: 'hint' })], true, true)).toBe('clean');
  });
  it('does not call clean what was not or only partly checked', () => {
    expect(verdictOf([], false, true)).toBe('not-checked');
    expect(verdictOf([], true, false)).toBe('not-checked');
  });
});
