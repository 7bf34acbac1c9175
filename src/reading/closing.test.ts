// Texts under the list and the labels that they answer.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

const closing = (...lines: readonly Line[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['总分', null, null, null, null, 10, 10], ...lines])).closing.map(({ name, entry }) => [name, entry.filled ? entry.text : null]);

test('the answer stands past a blank where a merge was taken off', () => {
  expect(closing(['存在问题', null, '两处路段未完工'], ['改进措施', '次年完工'])).toEqual([['存在问题', '两处路段未完工'], ['改进措施', '次年完工']]);
});

test('labels past a blank are no answers', () => {
  expect(closing(['填报人', null, '联系电话'], ['项目负责人：', null, '财务负责人：'])).toEqual([['填报人', null], ['联系电话', null], ['项目负责人', null], ['财务负责人', null]]);
});
