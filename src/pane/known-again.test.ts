import { ENGLISH_RULES } from './rules-in-english';
import { derivationIn } from './derivations-in-english';
import { messageIn } from './finding-words';
import { knownAgain, LONGEST_SENTENCE } from './known-again';
import { inEnglish } from './sentences-in-english';

test('parts are found between the fixed words, whatever letters these are made of', () => {
  expect(knownAgain(['“', '”（', '）+1']).exec('“甲”（乙）+1')?.slice(1)).toEqual(['甲', '乙']);
  expect(knownAgain(['', '分', ''], (at) => (at === 0 ? '(\\d+)' : '(.*)')).exec('12分钟')?.slice(1)).toEqual(['12', '钟']);
  expect(knownAgain(['a.b', '']).test('axb1')).toBe(false);
});

test('texts made to be looked through without end come back, long ones as they are', () => {
  // Words of many sentences over and over, as a saved list might hold that somebody made up.
  const pieces = ['“”（', '指标值、实际，未达标，得分应为', '“甲”填，其中各项合计', '工作表“', '，采用“', '：', '；所填得分系数 ', '，达标，得满分 '];
  const told = (text: string): readonly string[] => [inEnglish(text), derivationIn('en-US', text), ...Object.keys(ENGLISH_RULES).map((rule) => messageIn('en-US', { rule, message: text }))];
  for (const piece of pieces) {
    expect(told(piece.repeat(800).slice(0, LONGEST_SENTENCE)).every((text) => text !== '')).toBe(true);
    const long = piece.repeat(10_000);
    expect(new Set(told(long))).toEqual(new Set([long]));
  }
});
