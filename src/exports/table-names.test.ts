import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { departmentOf, unitOf } from './table-names';

const unit = (...head: readonly Line[]): string | null => unitOf(oneTable(makeGrid([['项目支出绩效自评表'], ...head, HEADER, LINE])));

test('单位：万元 names no unit, 部门：… beside it does', () => {
  expect(unit(['部门（盖章）：青石县图书馆', null, null, '单位：万元'])).toBe('青石县图书馆');
  expect(unit(['单位：万元', null, null, '填报单位：青石县图书馆'])).toBe('青石县图书馆');
  expect(unit(['单位：万元'])).toBeNull();
});

test('the unit that filled the form in stands before the department over it', () => {
  expect(unit(['主管部门', '县文旅局', null, '实施单位', '青石县图书馆'])).toBe('青石县图书馆');
});

test('the place for a stamp is no part of a name, nor one by itself', () => {
  expect(unit(['填报单位：（盖章）'])).toBeNull();
  expect(unit(['实施单位', '青石县图书馆（公章）'])).toBe('青石县图书馆');
});

test('a local department stands before the ministry whose money it is', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['中央主管部门', '财政部', null, '地方主管部门', '青石市园林局'], HEADER, LINE]));
  expect(departmentOf(table)).toBe('青石市园林局');
});
