// The comparison page where there is little to compare: it says so, and what to do.
import { speakIn } from '../catalogue';
import { comparedHeight, comparedRows } from './compared-rows';

test('where nothing is alike and last year is not there, each part says so, and how last year comes in', () => {
  const rows = comparedRows({ copies: { groups: [], duplicates: [] }, lastYear: null } as unknown as Parameters<typeof comparedRows>[0], speakIn('zh-CN'));
  expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['head', '雷同 0 组'], ['note', '没有内容相同或相近的表。'], ['head', '重复报送 0 组'], ['note', '没有重复报送的表。'], ['head', '与上年比较'], ['note', '还没有选择上年的文件夹。点上面的“与上年比较”选择。'],
  ]);
  expect(rows.every((row) => comparedHeight(row, 1000) === 36)).toBe(true);
});
