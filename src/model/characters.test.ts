import { begins, hasAny, hasOnly } from './characters';

describe('sets of characters', () => {
  const any = hasAny('表评', [['0', '9']]);
  const only = hasOnly('。', [['a', 'z'], ['\u4e00', '\u9fa5']]);
  const first = begins('≥-');

  it('finds one of its characters anywhere in a text', () => {
    expect(['自评', '表', '第3行', '', '标题', 'é'].map(any)).toEqual([true, true, true, false, false, false]);
  });

  it('knows a text that has nothing but its characters', () => {
    expect(['项目a。', '', '项目 a', 'A', '龥', '龦'].map(only)).toEqual([true, true, false, false, true, false]);
  });

  it('asks the first character alone', () => {
    expect(['≥5', '-3', '5-', ''].map(first)).toEqual([true, true, false, false]);
  });

  it('keeps its sets apart, a character given twice included', () => {
    const twice = hasAny('表表');
    expect([any('表'), twice('表'), twice('评'), only('表'), first('表')]).toEqual([true, true, false, true, false]);
  });

  it('tells the halves of a pair as the code units they are', () => {
    expect(hasAny('𝟙')('𝟙')).toBe(true);
    expect(only('𝟙')).toBe(false);
  });
});
