import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { departmentOf, projectOf, unitOf } from './table-names';

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

test('a project may be called by its year first, a day is no name', () => {
  const project = (...head: Line): string | null => projectOf(oneTable(makeGrid([['项目支出绩效自评表'], head, HEADER, LINE])));
  expect(project('项目名称', '2020年服务贸易发展资金')).toBe('2020年服务贸易发展资金');
  expect([project('项目名称', '2023年3月20日'), project('项目名称', '2023 年  月  日'), project('项目名称', '2023年度')]).toEqual([null, null, null]);
});

test('what is given names the project of a form for transfers', () => {
  const project = (label: string): string | null => projectOf(oneTable(makeGrid([['转移支付区域绩效自评表'], [label, '就业补助资金', null, '中央主管部门', '人社部'], HEADER, LINE])));
  expect(['转移支付（项目）名称', '专项（项目）名称', '专项资金名称', '项目支出名称', '二级项目名称'].map(project)).toEqual(Array(5).fill('就业补助资金'));
  expect(projectOf(oneTable(makeGrid([['转移支付区域绩效自评表'], ['专项资金名称', '就业补助资金', null, '项目名称', '公益性岗位'], HEADER, LINE])))).toBe('公益性岗位');
});
