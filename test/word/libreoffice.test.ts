// A document that LibreOffice 7.4 wrote (from libreoffice.fodt beside it): its own way of numbering, tracking, boxes, notes and tables.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRange } from '../../src/model/address';
import { documentOf, rowsOf } from './make-docx';

const document = documentOf(readFileSync(join(__dirname, 'libreoffice.docx')));

test('its paragraphs come with levels, list numbers, boxes, notes, header and footer', () => {
  expect(document.paragraphs.map(({ part, outline, label, text }) => [part, outline, label + text])).toEqual([
    ['body', null, '2024年度某县图书馆整体支出绩效自评报告'],
    ['body', 1, '一、基本情况'],
    ['body', 2, '（一）单位概况'],
    ['body', null, '全年预算数127.10万元，执行数124.88万元。'],
    ['body', 2, '（二）主要工作'],
    ['body', null, '1.开展阅读活动12场'],
    ['body', null, '1.1讲座4场'],
    ['body', null, '1.2展览8场'],
    ['body', null, '2.新增藏书3000册'],
    ['body', null, '附图如下'],
    ['text-box', null, '盖章：某县图书馆'],
    ['body', 1, '二、附表'],
    ['body', null, '部门整体支出绩效自评表'],
    ['body', null, '单位：万元'],
    ['body', null, '报告完'],
    ['header', null, '绩效自评报告'],
    ['footer', null, '第1页'],
    ['footnote', null, '数据来自决算报表。'],
  ]);
  expect(document.remarks).toEqual([]);
});

test('its table has title and unit above it, merges, widths, lines, and the table inside a cell behind it', () => {
  expect(rowsOf(document, 0)).toEqual([
    ['部门整体支出绩效自评表', '', '', ''], ['单位：万元', '', '', ''],
    ['资金', '年初预算数', '全年预算数', '全年执行数'], ['', '153.53', '127.10', '124.88'],
    ['说明', '两行\n文字', '', '内表\n甲\t1\n乙\t2'],
  ]);
  const [table, nested] = document.tables;
  expect(table?.grid.merges.map(formatRange)).toEqual(['A1:D1', 'A2:D2', 'A3:A4', 'B5:C5']);
  expect(table?.columnWidths.map(Math.round)).toEqual([85, 85, 85, 85]);
  expect(table?.grid.sheet).toBe('表1 部门整体支出绩效自评表');
  expect(table?.bordered.map(formatRange)).toEqual(['A3:A4', 'B3:D4', 'A5:D5']);
  expect(nested?.grid.cells.map(({ value }) => value)).toEqual(['甲', 1, '乙', 2]);
});
