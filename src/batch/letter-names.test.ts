// Names that Windows takes.
import { distinctNames, safeName } from './letter-names';

test('signs of paths, directions and ends that Windows drops are left out', () => {
  expect(safeName('甲/乙\\丙:丁*?"<>|\u0000\u202e 局. . ', '无')).toBe('甲 乙 丙 丁 局');
  expect(safeName('..', '无')).toBe('无');
  expect(safeName(' \n\t', '无')).toBe('无');
});

test('names of devices are changed, with whatever follows the first dot', () => {
  expect(['CON', 'nul.局', 'com1', 'LPT¹', 'CONTROL', '中国CON'].map((name) => safeName(name, '无'))).toEqual(['_CON', '_nul.局', '_com1', '_LPT¹', 'CONTROL', '中国CON']);
});

test('a name is cut between letters and stays within what file systems hold', () => {
  const long = safeName('𠮷'.repeat(500), '无');
  expect(long).toMatch(/^(?:𠮷)+$/u);
  for (const name of [long, safeName('市'.repeat(500), '无'), safeName('a'.repeat(500), '无')]) expect(Buffer.byteLength(`${name}（9999）-绩效自评审核意见书.docx`)).toBeLessThanOrEqual(255);
  expect([...safeName('a'.repeat(500), '无')]).toHaveLength(60);
});

test('the same name is numbered, also where only case differs', () => {
  expect(distinctNames(['局A', '局a', '局A', '', ''], '.docx', '无')).toEqual(['局A.docx', '局a（2）.docx', '局A（3）.docx', '无.docx', '无（2）.docx']);
});
