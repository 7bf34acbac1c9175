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

test('a label right beside another is no answer to it', () => {
  expect(closing(['项目负责人：', '财务负责人：', null, '单位负责人：', '王某'])).toEqual([['项目负责人', '项目负责人:'], ['财务负责人', null], ['单位负责人', '王某']]);
});

test('a note beside its label is one where it tells how points are given, and not what the unit did', () => {
  const notes = (label: string, text: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['总分', null, null, null, null, 90, 90], [label, text]])).footnotes.map((note) => note.text);
  expect(['注：', '备注', '评分说明'].flatMap((label) => notes(label, '执行率≥95%得10分,每低1%扣0.5分。'))).toEqual(Array(3).fill('执行率≥95%得10分,每低1%扣0.5分。'));
  expect([notes('备注', '本表各项得分已经单位集体研究确定。'), notes('存在问题', '执行率低于60%不得分的有两个项目。')]).toEqual([[], []]);
});
