/** @jest-environment ./test/excel-host/environment.js */
// The emulated Excel, asked by the real Office.js client: what the client accepts and what it makes of refusals.
import { describeWorkbook, snapshotOf, traceOf } from './open-workbook';
import { eventsDelivered, installExcel } from './jest-host';
import type { JestExcelOptions } from './jest-host';
import type { ExcelHost } from './excel-host';
import type { MadeWorkbook } from '../make-workbook';

const BOOK: MadeWorkbook = {
  sheets: [
    {
      name: '自评表', merges: ['A1:D1'], hiddenRows: [4],
      rows: [
        ['项目支出绩效自评表'],
        ['项目', '预算数', '执行数', '执行率'],
        ['甲', 43, 28, { f: 'C3/B3', v: 28 / 43, numberFormat: '0.00%' }],
        ['乙', { v: 100, fill: 'FFC7CE', note: '说明' }, '12次', { v: '#REF!', error: true }],
      ],
    },
    { name: '附 表', rows: [[1, 2], [3, true]], hidden: 'hidden' },
    { name: '空', rows: [] },
    { name: '保护', rows: [['锁', { v: '开', locked: false }]], protected: true },
  ],
  definedNames: [{ name: '合计', refersTo: "'自评表'!$B$3" }],
};

function open(options?: JestExcelOptions): ExcelHost {
  return installExcel(describeWorkbook(BOOK), options);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'no error', (error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error)));
}

describe('reading', () => {
  it('gives sheets, contents, texts and types as the file has them, in one request each', async () => {
    const host = open();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
      const used = context.workbook.worksheets.getItem('自评表').getUsedRangeOrNullObject(true).load('address,values,formulas,text,numberFormat,valueTypes,rowIndex,columnCount');
      const none = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true).load('address');
      await context.sync();
      expect(sheets.items.map(({ name, visibility, protection }) => [name, visibility, protection.protected])).toEqual([
        ['自评表', 'Visible', false], ['附 表', 'Hidden', false], ['空', 'Visible', false], ['保护', 'Visible', true],
      ]);
      expect(used.address).toBe('自评表!A1:D4');
      expect(used.values[2]).toEqual(['甲', 43, 28, 28 / 43]);
      expect(used.formulas[2]?.[3]).toBe('=C3/B3');
      expect(used.text[2]?.[3]).toBe('65.12%');
      expect(used.numberFormat[2]?.[3]).toBe('0.00%');
      expect(used.valueTypes[3]).toEqual(['String', 'Double', 'String', 'Error']);
      expect(used.values[3]?.[3]).toBe('#REF!');
      expect(none.isNullObject).toBe(true);
    });
    // The third request releases what Excel.run kept.
    expect(host.counters.requests).toBe(2);
    expect(host.liveReferences).toBe(0);
  });

  it('gives merged areas, hidden rows, names, fills and whole rows of properties', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      const range = sheet.getRange('A1:D4');
      const merged = range.getMergedAreasOrNullObject().load('address,areaCount');
      const none = sheet.getRange('A2:D3').getMergedAreasOrNullObject().load('address');
      const rows = range.getRowProperties({ rowHidden: true });
      const cells = range.getCellProperties({ format: { fill: { color: true, pattern: Excel.FillPattern.solid }, protection: { locked: true } } } as unknown as Excel.CellPropertiesLoadOptions);
      const names = context.workbook.names.load('items/name,items/formula');
      const fill = sheet.getRange('B4').format.fill.load('color,pattern');
      const mixed = sheet.getRange('B3:B4').format.fill.load('color');
      await context.sync();
      expect([merged.address, merged.areaCount, none.isNullObject]).toEqual(['自评表!A1:D1', 1, true]);
      expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, false, false, true]);
      expect((cells.value as unknown[][])[3]?.[1]).toEqual({ format: { fill: { color: '#FFC7CE', pattern: 'Solid' }, protection: { locked: true } } });
      expect(names.items.map(({ name, formula }) => [name, String(formula)])).toEqual([['合计', "='自评表'!$B$3"]]);
      expect([fill.color, fill.pattern, mixed.color as string | null]).toEqual(['#FFC7CE', 'Solid', null]);
    });
  });

  it('answers null for ranges beyond the limit', async () => {
    open({ cellLimit: 3 });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('自评表').getRange('A1:D4').load('values');
      await context.sync();
      expect(range.values).toBeNull();
    });
  });
});

describe('writing', () => {
  it('takes values as if typed, works formulas out again and leaves null alone', async () => {
    const host = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      sheet.getRange('B3:C3').values = [[null, '32.25']];
      sheet.getRange('B4').values = [['75%']];
      const rate = sheet.getRange('D3').load('values,text');
      await context.sync();
      expect([rate.values, rate.text]).toEqual([[[0.75]], [['75.00%']]]);
    });
    const sheet = host.model.sheetNamed('自评表');
    expect([sheet.valueAt(3, 2), sheet.valueAt(3, 3), sheet.valueAt(4, 2), sheet.textAt(4, 2)]).toEqual([43, 32.25, 0.75, '75%']);
  });

  it('takes blocks of more than 1500 cells, which the client cuts into rows', async () => {
    const host = open();
    const values = Array.from({ length: 300 }, (_, r) => Array.from({ length: 8 }, (_unused, c) => r * 8 + c));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('空').getRangeByIndexes(0, 0, 300, 8).values = values;
      await context.sync();
    });
    expect(host.model.sheetNamed('空').valueAt(300, 8)).toBe(2399);
    expect(host.log[0]?.Actions.some(({ Name }) => Name === '_ValidateArraySize')).toBe(true);
    expect(host.liveReferences).toBe(0);
  });

  it('sets fills of one cell, of several areas and by properties, and clears them', async () => {
    const host = open();
    const before = traceOf(host.model);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('空');
      sheet.getRanges('A1,C3:D4').format.fill.color = '#FFEB9C';
      sheet.getRange('A6:B6').setCellProperties([[{}, { format: { fill: { color: '#FFC7CE' } } }]]);
      await context.sync();
      expect(snapshotOf(host.model).grids[2]?.cells.filter(({ style }) => style.fill !== null)).toHaveLength(6);
      sheet.getRange('A1:D6').format.fill.clear();
      await context.sync();
    });
    expect(traceOf(host.model)).toBe(before);
  });

  it('refuses a block of another shape with the statement that failed', async () => {
    open();
    const error = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('空').getRange('A1:B2').values = [[1, 2, 3]];
      await context.sync();
    }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'InvalidArgument' });
    expect((error as OfficeExtension.Error).debugInfo.statement).toContain('values');
  });

  it('refuses locked cells of a protected sheet and takes the open ones', async () => {
    const host = open();
    const write = (address: string) => Excel.run(async (context) => {
      context.workbook.worksheets.getItem('保护').getRange(address).values = [['改']];
      await context.sync();
    });
    expect(await codeOf(write('A1'))).toBe('AccessDenied');
    expect(await codeOf(write('B1'))).toBe('no error');
    expect(host.model.sheetNamed('保护').valueAt(1, 2)).toBe('改');
  });

  it('writes notes, comments, settings, names and custom XML parts, and takes them away again', async () => {
    const host = open({ requirementSet: '1.18' });
    const before = traceOf(host.model);
    await Excel.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItem('自评表');
      const old = sheet.notes.getItemOrNullObject('B4').load('content');
      const missing = sheet.notes.getItemOrNullObject('B3');
      sheet.notes.add('C4', '新批注');
      const all = workbook.notes.load('items/content');
      const comment = workbook.comments.add(sheet.getRange('A2'), '请核实').load('content');
      const listed = workbook.comments.load('items/id,items/content,items/replies/items/content');
      workbook.settings.add('键', { 甲: [1] });
      workbook.names.add('标记', sheet.getRange('A2')).visible = false;
      const part = workbook.customXmlParts.add('<状态 xmlns="urn:x"/>').load('id');
      await context.sync();
      expect([old.content, missing.isNullObject, comment.content]).toEqual(['说明', true, '请核实']);
      expect(all.items.map(({ content }) => content).sort()).toEqual(['新批注', '说明'].sort());
      const place = all.items.map((one) => one.getLocation().load('address'));
      const found = workbook.customXmlParts.getByNamespace('urn:x').load('items/id');
      await context.sync();
      expect(place.map(({ address }) => address)).toEqual(['自评表!B4', '自评表!C4']);
      expect(found.items.map(({ id }) => id)).toEqual([part.id]);
      const xml = workbook.customXmlParts.getItem(part.id);
      xml.setXml('<状态 xmlns="urn:x">二</状态>');
      const text = xml.getXml();
      await context.sync();
      expect(text.value).toBe('<状态 xmlns="urn:x">二</状态>');
      xml.delete();
      sheet.notes.getItem('C4').delete();
      workbook.comments.getItem(listed.items[0]?.id ?? '').delete();
      workbook.settings.getItem('键').delete();
      workbook.names.getItem('标记').delete();
      await context.sync();
    });
    expect(traceOf(host.model)).toBe(before);
  });

  it('adds sheets, freezes them, sets widths and links, and finds them by name', async () => {
    const host = open();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('核查结果');
      sheet.getRange('A1:B2').values = [['序号', '说明'], [1, '=不是公式']].map((row) => row.map((one) => (typeof one === 'string' && one.startsWith('=') ? `'${one}` : one)));
      sheet.getRange('A1').format.columnWidth = 90;
      sheet.getRange('A1:B1').format.font.bold = true;
      sheet.getRange('A2').hyperlink = { documentReference: "'自评表'!D3", textToDisplay: '1', screenTip: '' };
      sheet.freezePanes.freezeRows(1);
      sheet.activate();
      const twice = worksheets.getItemOrNullObject('核查结果').load('name');
      await context.sync();
      expect(twice.name).toBe('核查结果');
    });
    const sheet = host.model.sheetNamed('核查结果');
    expect([sheet.valueAt(2, 2), sheet.at(2, 2)?.formula, sheet.widths.get(1), host.model.active.name]).toEqual(['=不是公式', null, 90, '核查结果']);
  });
});

describe('events', () => {
  it('tell of own, of the user’s and of another author’s edits, and stop when asked', async () => {
    const host = open();
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add((event) => {
        heard.push(`${event.address} ${event.source} ${event.triggerSource ?? ''}`);
        return Promise.resolve();
      });
      await context.sync();
      context.workbook.worksheets.getItem('空').getRange('A1').values = [[1]];
      await context.sync();
      return added;
    });
    host.model.edit('空', 'B2', 2);
    host.model.edit('空', 'B3', 3, 'user');
    await eventsDelivered();
    expect(heard).toEqual(['A1 Local ThisLocalAddin', 'B2 Remote ', 'B3 Local '].map((one) => expect.stringMatching(new RegExp(`^${one}`)) as string));
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.model.edit('空', 'C1', 4);
    await eventsDelivered();
    expect(heard).toHaveLength(3);
  });

  it('tell of the selection', async () => {
    const host = open();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').onSelectionChanged.add((event) => {
        heard.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      context.workbook.worksheets.getItem('自评表').getRange('D3').select();
      await context.sync();
    });
    await eventsDelivered();
    expect(heard).toEqual(['D3']);
    expect(host.model.selection?.sheet.name).toBe('自评表');
  });
});

describe('faults', () => {
  const touch = () => Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('空');
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2').values = [[2]];
    await context.sync();
  });

  it('cell editing refuses every request until it ends', async () => {
    const host = open();
    host.cellEdit = true;
    expect(await codeOf(touch())).toBe('InvalidOperationInCellEditMode');
    host.endCellEdit();
    expect(await codeOf(touch())).toBe('no error');
  });

  it('an action that fails leaves what came before it', async () => {
    const host = open();
    await touch();
    const { actions } = host.counters;
    expect(actions).toBeGreaterThan(6);
    const reached = new Set<string>();
    for (let at = 1; at <= actions; at++) {
      const next = open();
      next.fault = { kind: 'action', at, code: 'GeneralException' };
      await codeOf(touch());
      reached.add(`${next.model.sheetNamed('空').valueAt(1, 1)},${next.model.sheetNamed('空').valueAt(2, 1)}`);
    }
    expect([...reached]).toEqual([',', '1,', '1,2']);
  });

  it('a lost answer is an error although the work was done', async () => {
    const host = open();
    host.fault = { kind: 'request', at: 1, afterwards: true };
    expect(await codeOf(touch())).toBe('GeneralException');
    expect(host.model.sheetNamed('空').valueAt(2, 1)).toBe(2);
  });

  it('payload limits, read-only workbooks, missing sheets and sets that are absent are told apart', async () => {
    open({ requestLimit: 100 });
    expect(await codeOf(touch())).toBe('RequestPayloadSizeLimitExceeded');
    open({ responseLimit: 100 });
    expect(await codeOf(touch())).toBe('ResponsePayloadSizeLimitExceeded');
    open().model.readOnly = true;
    expect(await codeOf(touch())).toBe('AccessDenied');
    const host = open();
    host.beforeRequest = (_number, model) => { model.deleteSheet(model.sheetNamed('空')); host.beforeRequest = null; };
    expect(await codeOf(touch())).toBe('ItemNotFound');
    open({ requirementSet: '1.9' });
    expect(await codeOf(Excel.run(async (context) => { context.workbook.comments.load('items'); await context.sync(); }))).toBe('ApiNotFound');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  });

  it('another author writes between two requests', async () => {
    const host = open();
    host.beforeRequest = (number, model) => { if (number === 2) model.edit('自评表', 'C3', 43); };
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('自评表').getRange('D3').load('text');
      await context.sync();
      const before = cell.text;
      cell.load('text');
      await context.sync();
      expect([before, cell.text]).toEqual([[['65.12%']], [['100.00%']]]);
    });
  });
});
