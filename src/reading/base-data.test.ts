// Lines of a base-data table: whose parts they are, by every way of numbering and of laying labels out.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';

const TITLE: readonly Line[] = [['2021年度部门整体支出绩效评价基础数据表']];
const rowsOf = (lines: readonly Line[], merges: readonly string[] = []): readonly unknown[] => oneTable(makeGrid([...TITLE, ...lines], merges)).baseData?.rows.map(({ name, parent, numbered }) => [name, parent, numbered]) ?? [];

test('（一） stands over 1. and 1、, and the next of its kind ends the one before', () => {
  expect(rowsOf([
    ['二、经费控制情况', '2020年决算数', '2021年预算数', '2021年决算数'],
    ['（一）三公经费', 7, 8, 6], ['1、公务用车购置及运行费', 4, 5, 4], ['其中：公务用车购置费', 0, 0, 0], ['公务用车运行费', 4, 5, 4], ['2、公务接待费', 3, 3, 2],
    ['（二）项目支出', 90, 95, 93], ['1.业务工作专项', 60, 65, 64], ['2.运行维护专项', 30, 30, 29],
  ])).toEqual([
    ['三公经费', null, false], ['公务用车购置及运行费', 0, true], ['公务用车购置费', 1, false], ['公务用车运行费', 1, false], ['公务接待费', 0, true],
    ['项目支出', null, false], ['业务工作专项', 5, true], ['运行维护专项', 5, true],
  ]);
});

test('lines beside one label that reaches down over them are parts of the same line', () => {
  expect(rowsOf([
    ['经费控制情况', null, '2020年决算数', '2021年预算数', '2021年决算数'],
    ['项目支出', null, 90, 95, 93], ['1、业务工作专项', '节会专项', 40, 45, 44], [null, '展陈专项', 20, 20, 20], ['2、运行维护专项', null, 30, 30, 29],
    ['公用经费', null, 25, 26, 24], ['其中：', '办公经费', 9, 10, 8], [null, '差旅费', 5, 5, 4],
  ], ['A2:B2', 'A3:B3', 'A4:A5', 'A6:B6', 'A7:B7', 'A8:A9'])).toEqual([
    ['项目支出', null, false], ['节会专项', 0, true], ['展陈专项', 0, true], ['运行维护专项', 0, true],
    ['公用经费', null, false], ['办公经费', 4, false], ['差旅费', 4, false],
  ]);
});

test('the quotients of several units below each other are all read', () => {
  const table = oneTable(makeGrid([...TITLE,
    ['财政供养人员情况', '单位', '编制数', '2021年实际在职人数', '控制率'], [null, '机关', 20, 19, '95%'], [null, '二级单位', 40, 42, '105%'], [null, '合计', 60, 61, '101.67%'],
    ['经费控制情况', null, '2020年决算数', '2021年预算数', '2021年决算数'], ['三公经费', null, 7, 8, 6],
  ], ['A2:A5']));
  expect(table.baseData?.controlRates.map(({ rate }) => rate.cell)).toEqual(['E3', 'E4', 'E5']);
  expect(table.baseData?.rows.map(({ name }) => name)).toEqual(['三公经费']);
});

test('合计 below the lines is a part of none of them', () => {
  expect(rowsOf([['经费控制情况', '2020年决算数', '2021年预算数', '2021年决算数'], ['公用经费', 25, 26, 24], ['其中：办公经费', 9, 10, 8], ['差旅费', 5, 5, 4], ['合计', 130, 135, 128]]))
    .toEqual([['公用经费', null, false], ['办公经费', 0, false], ['差旅费', 0, false], ['合计', null, false]]);
});

test('three years with two columns each are a base-data table by themselves, of the last of them', () => {
  const table = oneTable(makeGrid([['部门整体支出绩效评价基础数据表（近三年）'],
    ['项目', '2020年', null, '2021年', null, '2022年', null], [null, '预算数', '决算数', '预算数', '决算数', '预算数', '决算数'],
    ['三公经费', 7, 6, 7, 6, 6, 5], ['1、公务用车购置和维护经费', 4, 4, 4, 3, 3, 3], ['2、公务接待', 3, 2, 3, 3, 3, 2],
  ], ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2']));
  expect([table.kind, table.year, table.baseData?.rows.length]).toEqual(['base-data', 2022, 3]);
});

test('years over 决算数 and 预算数 make a header of two rows', () => {
  const table = oneTable(makeGrid([...TITLE,
    ['财政供养人员情况', '编制数', '2021年实际在职人数', '控制率'], [null, 20, 19, '95%'],
    ['经费控制情况', '2020年', '2021年', null], [null, '决算数', '预算数', '决算数'],
    ['三公经费', 7, 8, 6], ['1、公务用车购置和维护经费', 4, 5, 4], ['2、公务接待', 3, 3, 2],
  ], ['A2:A3', 'A4:A5', 'C4:D4']));
  expect(table.kind).toBe('base-data');
  expect(table.baseData?.columns.map(({ year, kind }) => [year, kind])).toEqual([[2020, 'final'], [2021, 'budget'], [2021, 'final']]);
  expect(table.baseData?.rows.map(({ name, parent }) => [name, parent])).toEqual([['三公经费', null], ['公务用车购置和维护经费', 0], ['公务接待', 0]]);
});

const HEADER: Line = ['项目', '2022年决算数', '2023年预算数', '2023年决算数'];

test('without numbers, what no longer fits below 其中 divides the line above it', () => {
  const lines = (reception: number): readonly Line[] => [HEADER, ['三公经费', 30, 28, 25], ['因公出国（境）费', 0, 0, 0], ['公务用车费', 20, 18, 15], ['其中：购置费', 0, 0, 0], ['运行维护费', 20, 18, 15], ['公务接待费', reception, reception, reception]];
  const parents = (reception: number): unknown => oneTable(makeGrid([...TITLE, ...lines(reception)])).baseData?.rows.map(({ parent }) => parent);
  expect([parents(10), parents(0)]).toEqual([[null, 0, 0, 2, 2, 0], [null, 0, 0, 2, 2, 2]]);
});

test('本年支出 and what was left at the end of the year are no parts of 本年收入', () => {
  expect(rowsOf([
    HEADER, ['年初结转和结余', 10, 5, 5], ['本年收入', 100, 110, 110], ['其中：财政拨款', 90, 100, 100], ['其他收入', 10, 10, 10],
    ['本年支出', 105, 108, 108], ['其中：基本支出', 60, 62, 62], ['年末结转和结余', 5, 7, 7],
  ]).map((row) => (row as readonly unknown[])[1])).toEqual([null, null, 1, 1, null, 4, null]);
});
