// 转换: what a filled form holds is found again in every other form, or a sentence says what does not fit.
import fc from 'fast-check';
import type { SheetPlan } from '../../src/model/sheet-plan';
import type { Table } from '../../src/model/table';
import { readTables } from '../../src/reading/read-tables';
import { exampleGrid, type Form } from '../../src/rules/example';
import { FORMS } from '../../src/templates/catalogue';
import { convertTable } from '../../src/templates/convert';
import { filledPlan } from '../../src/templates/fill';
import type { TemplateForm } from '../../src/templates/form';
import { blankTemplate } from '../../src/templates/templates';
import { planBytes } from '../../src/workbooks/package/plan-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { workbookOf } from '../cli/run-cli';
import { filling, typedInto, type Filling } from './filling';

function tableOf(plan: SheetPlan): Table {
  return tableIn(planBytes([plan]));
}

function tableIn(bytes: Uint8Array): Table {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  const [table] = reading.snapshot.grids.flatMap((grid) => readTables(grid).tables);
  if (!table) throw new Error('no table');
  return table;
}

function filledTable(form: TemplateForm, typed: Filling): Table {
  const { plan, slots } = blankTemplate(form.id, { year: 2024, rows: 2 });
  return tableOf(filledPlan(plan, typedInto(form, slots, typed)));
}

function converted(table: Table, id: string): { readonly table: Table; readonly remarks: readonly string[] } {
  const conversion = convertTable(table, id);
  if (!conversion.ok) throw new Error(conversion.reason);
  return { table: tableOf(conversion.plan), remarks: conversion.remarks };
}

/** What an indicator says, wherever it stands. */
function linesOf(table: Table, scores: boolean): string[] {
  return table.indicators.filter((one) => !one.placeholder).map(({ name, targetEntry, nature, unitEntry, actualEntry, weight, score }) =>
    [name.text, nature?.text, targetEntry?.text, unitEntry?.text, actualEntry?.text, weight?.text, ...(scores ? [score?.text] : [])].join(' | ')).sort();
}

const PROJECTS = FORMS.filter((form) => form.kind === 'project');
const NOTES = '原表的表注没有转入，目标表有自己的表注。';
/** One form for a property: all pairs of all forms would take minutes. */
const FORM = fc.constantFrom(...PROJECTS);

test.each(FORMS.map((form) => [form.id, form] as const))('%s into itself: everything is kept, nothing is said but of the notes', (id, form) => {
  fc.assert(fc.property(filling, (typed) => {
    const before = filledTable(form, typed);
    const after = converted(before, id);
    expect(after.remarks).toEqual([NOTES]);
    const content = (table: Table): (string | undefined)[][] => [
      ...[...table.fields, ...table.closing].map(({ name, entry }) => [name, entry.text]), ...table.goals.map(({ expected, actual }) => [expected?.text, actual?.text]),
      ...(table.fund?.total ? [table.fund.total, ...table.fund.parts] : []).map((row) => [row.name, row.originalBudget?.text, row.finalBudget?.text, row.actualSpending?.text, row.score?.text]),
      ...(table.baseData?.rows ?? []).map((row) => [row.name, ...row.values.map((entry) => entry.text)]), [table.total?.score?.text, table.total?.grade?.text],
    ];
    expect(content(after.table)).toEqual(content(before));
    expect(linesOf(after.table, true)).toEqual(linesOf(before, true));
  }), { numRuns: 3, endOnFailure: true });
});

test('from any project form into any other, every indicator keeps name, target, result and weight; funds keep their amounts', () => {
  fc.assert(fc.property(filling, FORM, FORM, (typed, from, to) => {
    const before = filledTable(from, typed);
    const after = converted(before, to.id);
    const same = (from.rubric === 'hubei-2020') === (to.rubric === 'hubei-2020');
    // Bands bear other words and limits in Hubei.
    const plain = (table: Table): string[] => linesOf(table, false).map((line) => (same ? line : line.replace(/预期|年度/g, '')));
    expect(plain(after.table)).toEqual(plain(before));
    const yuan = (table: Table): (number | undefined)[] => [table.fund?.total?.finalBudget, table.fund?.total?.actualSpending].map((entry) => entry?.quantity?.value.times(table.amountUnit === '万元' ? 10_000 : 1).toDecimalPlaces(0).toNumber());
    expect(yuan(after.table)).toEqual(yuan(before));
    expect(after.table.year).toBe(2024);
    // A form without goals says what it cannot take.
    if (after.table.goals.length === 0 && before.goals.length > 0) expect(after.remarks.join()).toContain('“预期目标”在目标表没有栏目');
    if (before.closing.some(({ name }) => name === '评价结论') && !after.table.closing.some(({ name }) => name === '评价结论')) expect(after.remarks.join()).toContain('“评价结论”');
  }), { numRuns: 25, endOnFailure: true });
});

test('a form as people write it is taken apart: sign, value and unit', () => {
  const before = tableIn(workbookOf({ base: 'project', cells: { G13: '45公里', I13: 18, J13: '雨季停工', I20: 98 } }));
  const { table, remarks } = converted(before, 'project-sichuan');
  expect(linesOf(table, true)).toEqual([
    '养护任务完成时间 | 定性 | 2022年12月底前 |  | 2022年11月 | 10 | 10', '养护总成本 | ≤ | 80 | 万元 | 80 | 10 | 10', '养护道路里程 | ≥ | 50 | 公里 | 45 | 20 | 18', '养护验收合格率 | ≥ | 95 | % | 96 | 10 | 10',
    '沿线出行条件 | 定性 | 明显改善 |  | 明显改善 | 15 | 15', '沿线群众满意度 | ≥ | 90 | % | 93 | 10 | 10', '管护机制健全性 | 定性 | 健全 |  | 健全 | 15 | 15',
  ].sort());
  expect(table.indicators.find(({ name }) => name.text === '养护道路里程')?.reason?.text).toBe('雨季停工');
  expect(table.total?.score?.text).toBe('98');
  expect(remarks).toEqual(['“产出指标／成本指标”归入目标表的“成本指标”。', '目标表的资金栏没有“上年结转资金”，已加上1行。']);
});

test('the unit goes where the form asks for it, by whichever name it was asked for', () => {
  const { table, remarks } = converted(tableIn(workbookOf({ base: 'project', cells: { F4: '预算单位' } })), 'project');
  expect(table.fields.find(({ name }) => name === '实施单位')?.entry.text).toBe('县公路养护中心');
  expect(remarks.join()).not.toContain('预算单位');
});

test('where no sign was written, the name tells it, and where the name leaves it open the points do', () => {
  const lines = { D13: '预算调整率', F13: '5%', G13: '2%', D14: '设备检测周期', F14: '30天', G14: '25天', D15: '合同执行率', F15: '100%', G15: '72%', I15: 10 };
  const { table, remarks } = converted(tableIn(workbookOf({ base: 'project', cells: lines })), 'project');
  const natureOf = (name: string): string | undefined => table.indicators.find((one) => one.name.text === name)?.nature?.text;
  expect(['预算调整率', '设备检测周期', '合同执行率'].map(natureOf)).toEqual(['≤', '≤', '≥']);
  expect(remarks.join()).toContain('已按指标名称和所填得分填写≥或≤');
});

test('100% of 28万 is how much was done, and no unit of the 28万', () => {
  const { table } = converted(tableIn(workbookOf({ base: 'project', cells: { D13: '拨付补助资金', F13: '28万', G13: '100%' } })), 'project');
  const line = table.indicators.find((one) => one.name.text === '拨付补助资金');
  expect([line?.targetEntry?.text, line?.unitEntry?.text, line?.actualEntry?.text]).toEqual(['28', '万', '100%']);
});

test('a score that the other rules give otherwise is said', () => {
  const before = tableIn(workbookOf({ base: 'project', cells: { G13: '45公里', I13: 20 } }));
  expect(converted(before, 'project').remarks).toContain('“养护道路里程”得分原填20，目标表按公式为18，请核对。');
});

test('a total that its parts do not make is kept as it was written', () => {
  const { table, remarks } = converted(tableIn(workbookOf({ base: 'project', cells: { F7: null, F8: null, F9: null } })), 'project-anhui');
  expect([table.fund?.total?.finalBudget?.text, table.fund?.total?.finalBudget?.formula]).toEqual(['80.00', null]);
  expect(remarks.join()).toContain('年度资金总额的全年预算数与资金明细合计不符');
});

test('base data and evaluations do not turn into each other', () => {
  const table = tableIn(workbookOf({ base: 'base-data' }));
  expect(convertTable(table, 'project')).toEqual({ ok: false, reason: '“项目支出绩效自评表（全国通行）”和这张表内容不同，不能互相转换：基础数据表只能转成基础数据表。' });
  expect(convertTable(tableIn(workbookOf({ base: 'project' })), 'base-data').ok).toBe(false);
});

test('targets become the beginning of an evaluation', () => {
  const form = FORMS.find(({ id }) => id === 'targets');
  const [typed] = fc.sample(filling, { numRuns: 1, seed: 5 });
  if (!form || !typed) throw new Error('no form');
  const before = filledTable(form, typed);
  const { table } = converted(before, 'project');
  expect(table.indicators.filter((one) => !one.placeholder).map((one) => one.name.text)).toEqual(before.indicators.map((one) => one.name.text));
  expect(table.goals[0]?.expected?.text).toBe(before.goals[0]?.expected?.text);
});

function filledExample(cells: NonNullable<Form['cells']>): Table {
  const [table] = readTables(exampleGrid({ base: 'project', cells })).tables;
  if (!table) throw new Error('no table');
  return table;
}

test('amounts of a form whose total was not recognised are carried line by line', () => {
  const { table } = converted(filledExample({ C6: null, E6: null, F6: null, G6: null, H6: null, I6: null, K6: null }), 'project');
  expect(table.fund?.parts.map(({ finalBudget, actualSpending }) => [finalBudget?.value, actualSpending?.value])).toEqual([[60, 60], [20, 20], [0, 0]]);
});

test('points and weights in words are told', () => {
  expect(converted(filledExample({ H13: '二十分', I14: '满分' }), 'project').remarks).toEqual(expect.arrayContaining(['“养护道路里程”的分值“二十分”不是数，未转入。', '“养护验收合格率”的得分“满分”不是数，未转入。']));
});
