// What a template leaves behind, and texts of every length that only look like it: a pattern that reads a character in two ways would never come to an end on them.
import { isPlaceholder, leftoverIn } from './template-text';

test.each([
  ['目标1：……\n目标2：……\n……'.replaceAll('：', ':'), 'placeholder'], ['……1.……2.……', 'placeholder'], ['目标12:目标13:', 'placeholder'],
  ['项目按计划完成，资金使用规范。(300字以内)', null], ['对照年度目标，说明任务完成情况。(100字以内)', 'hint'], ['简述完成情况(200字以内)', 'hint'],
  ['请在此处简要说明审计中发现的问题及其所涉及的金额,如没有请填无。', 'hint'], ['请在此处简要说明审计中发现的问题及其所涉及的金额,如没有请填无。无。', null],
  ['目标1:', null], ['1.5', null], ['目标1:养护50公里', null], ['187XXXX0000', null], ['0515-8666XXXX1', null], ['联系电话:0515-8666XXXX', null], ['XX县', 'crosses'], ['待补充', 'pending'],
])('%j', (text, left) => {
  expect(leftoverIn(text)).toBe(left);
});

test('numbers of any length come to an end', () => {
  const long = '1'.repeat(30_000);
  for (const text of [`1…${long}x`, `${long}x`, `${long}xxx`, `…${'目标1.'.repeat(9_000)}x`, `${'1.'.repeat(15_000)}…x`, `${'1-'.repeat(15_000)}x`, `${'1X'.repeat(15_000)}`, `${'完。'.repeat(15_000)}（`, `${'完。（'.repeat(10_000)}`]) expect(isPlaceholder(text)).toBe(false);
  expect(leftoverIn(`${long}x`)).toBeNull();
  expect(leftoverIn(`${long}xxx`)).toBe('crosses');
});
