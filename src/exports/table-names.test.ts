import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { unitOf } from './table-names';

const unit = (...head: readonly Line[]): string | null => unitOf(oneTable(makeGrid([['项目支出绩效自评表'], ...head, HEADER, LINE])));

test('单位：万元 names no unit, 部门：… beside it does', () => {
  expect(unit(['部门（盖章）：青石县图书馆', null, null, '单位：万元'])).toBe('青石县图书馆');
  expect(unit(['单位：万元', null, null, '填报单位：青石县图书馆'])).toBe('青石县图书馆');
  expect(unit(['单位：万元'])).toBeNull();
});

test('the unit that filled the form in stands before the department over it', () => {
  expect(unit(['主管部门', '县文旅局', null, '实施单位', '青石县图书馆'])).toBe('青石县图书馆');
});
