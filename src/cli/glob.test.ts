import { leadsTo, matcher, patternRoot } from './glob';

describe('matcher', () => {
  it.each([
    ['*.xlsx', 'a.xlsx', true], ['*.xlsx', 'b/a.xlsx', false], ['**/*.xlsx', 'a.xlsx', true], ['**/*.xlsx', 'b/c/a.xlsx', true], ['b/**', 'b/c/a.xlsx', true],
    ['?.xlsx', '表.xlsx', true], ['?.xlsx', 'ab.xlsx', false], ['a+(1).xlsx', 'a+(1).xlsx', true], ['*.xlsx', 'axlsx', false], ['./*.xlsx', 'a.xlsx', true], ['b\\*.xls', 'b/a.xls', true],
    ['b//*.xlsx', 'b/a.xlsx', true], ['b/./*.xlsx', 'b/a.xlsx', true], ['c/../b/*.xlsx', 'b/a.xlsx', true], ['../b//**/*.xlsx', '../b/c/a.xlsx', true],
  ])('%s on %s is %s', (pattern, path, matches) => {
    expect(matcher(pattern)(path)).toBe(matches);
  });
  it('starts the search at the last folder without a sign', () => {
    expect(['2024/市局/*.xlsx', '*.xlsx', '/data/**/*.xls', '/*.xls'].map(patternRoot)).toEqual(['2024/市局', '.', '/data', '/']);
  });
  it('goes into folders only where something below may match', () => {
    const entered = (pattern: string): readonly string[] => ['b', 'b/c', 'b/c/d', 'e'].filter(leadsTo(pattern));
    expect(['*.xlsx', 'b/*.xlsx', '*/?/*.xlsx', 'b/**/*.xlsx', '**', './b//c/*.xlsx'].map(entered)).toEqual([[], ['b'], ['b', 'b/c', 'e'], ['b', 'b/c', 'b/c/d'], ['b', 'b/c', 'b/c/d', 'e'], ['b', 'b/c']]);
  });
});
