// What every host behind the port must do with planned sheets: one suite, run against each of them.
import type { Cell } from '../../src/model/grid';
import { makeWorkbook } from '../make-workbook';
import { edit } from '../package/edits';
import { BOOK, cellOf, CORRECTIONS, LATER, MAIN, RUN, valueOf, visible, type Harness, type OpenPort } from './contract';
import { FORM, FORM_SHAPE, noteOn, TEXTS } from './sheet-plans';

export function sheetContract(name: string, openPort: OpenPort): void {
  describe(`${name}: planned sheets`, () => {
    const book = makeWorkbook(BOOK);
    const open = (): Promise<Harness> => openPort(book);

    test('planned sheets come behind the others as planned: contents, merges, looks, sizes, rules, print setup, protection', async () => {
      const { port, look, shape } = await open();
      const before = visible(look());
      expect(valueOf(await port.insertSheets([FORM]))).toEqual([FORM.name]);
      const after = look();
      expect(visible({ ...after, grids: after.grids.slice(0, -1) })).toEqual(before);
      expect(after.grids.map(({ sheet }) => sheet)).toEqual([MAIN, '锁', '藏起来的', '空', FORM.name]);
      const at = (cell: string): Cell | undefined => cellOf(after, FORM.name, cell);
      expect(after.grids.at(-1)).toMatchObject({ merges: FORM.merges, protected: true, visibility: 'visible' });
      expect(at('A3')).toMatchObject({ value: 127.1, text: '127.10', style: { fill: 'FFFDE7', locked: false } });
      expect(at('C3')).toMatchObject({ formula: "'项目支出绩效自评表'!B3/A3", value: 124.88 / 127.1, text: '98.25%' });
      expect(at('C4')).toMatchObject({ formula: 'IF(A4=0,"",B4/A4)', value: '' });
      expect([at('A16')?.value, at('C16')?.value, at('A16')?.style.numberFormat, at('B16')?.formula]).toEqual([7, true, '@', 'A3+1']);
      expect(TEXTS.map((_, row) => [at(`A${row + 5}`)?.value, at(`A${row + 5}`)?.formula])).toEqual(TEXTS.map((text) => [text, null]));
      const { looks, ...rest } = shape(FORM.name);
      // What this host cannot set, it says.
      const { limits } = port.capabilities;
      const without = { ...(limits.some((limit) => limit.includes('打印设置')) ? { print: null } : {}), ...(limits.some((limit) => limit.includes('下拉选项')) ? { validations: [], gridLines: true } : {}) };
      expect(rest).toEqual({ ...FORM_SHAPE, ...without });
      expect(looks['A1']).toEqual({ font: '黑体', size: 16, bold: true, colour: '1F3864', fill: 'DDEBF7', horizontal: 'center', vertical: 'center', wrap: true, numberFormat: 'General', locked: true, lines: ['medium', 'none', 'medium', 'none'] });
      expect(looks['B3']).toMatchObject({ font: '宋体', size: 11, bold: false, horizontal: 'right', wrap: false, locked: false, lines: ['thin', 'thin', 'thin', 'thin'] });
      expect(looks['A5']).toMatchObject({ wrap: true, vertical: 'top' });
      const read = valueOf(await port.read());
      expect(cellOf(read, FORM.name, 'C3')?.formula).toBe("'项目支出绩效自评表'!B3/A3");
      if (!limits.some((limit) => limit.includes('合并'))) expect(read.grids.at(-1)?.merges).toEqual(FORM.merges);
    });

    test('names that are taken get a number, what no tab can be called is replaced, and formulas follow their sheets', async () => {
      const { port, look } = await open();
      const names = valueOf(await port.insertSheets([{ ...FORM, name: '空', cells: FORM.cells.map((cell) => ({ ...cell, formula: cell.formula?.replace(FORM.name, '空') ?? null })) }, noteOn('甲/乙', '空'), noteOn(MAIN, MAIN)]));
      expect(names).toEqual(['空 (2)', '甲 乙', `${MAIN} (2)`]);
      const after = look();
      expect(after.grids.map(({ sheet }) => sheet)).toEqual([MAIN, '锁', '藏起来的', '空', ...names]);
      expect(cellOf(after, '空 (2)', 'C3')).toMatchObject({ formula: "'空 (2)'!B3/A3", text: '98.25%' });
      expect(cellOf(after, '甲 乙', 'A1')?.formula).toBe("'空 (2)'!A2*2");
      expect(cellOf(after, `${MAIN} (2)`, 'A1')?.formula).toBe(`'${MAIN} (2)'!A2*2`);
    });

    test('a formula of a new sheet finds the sheets that were there before', async () => {
      const { port, look } = await open();
      expect(valueOf(await port.insertSheets([noteOn('说明', MAIN)]))).toEqual(['说明']);
      expect(cellOf(look(), '说明', 'A1')?.formula).toBe(`'${MAIN}'!A2*2`);
      expect(valueOf(await port.insertSheets([]))).toEqual([]);
    });

    test('taking corrections back leaves new sheets, and they can be corrected themselves', async () => {
      const { port, look } = await open();
      valueOf(await port.apply(CORRECTIONS, RUN));
      const [name = ''] = valueOf(await port.insertSheets([{ ...FORM, protection: null }]));
      valueOf(await port.apply([edit(`${name}!A3`, { value: 130, before: '127.10', mark: 'error', note: '预算数' })], LATER));
      expect(cellOf(look(), name, 'A3')).toMatchObject({ value: 130, style: { fill: 'FFC7CE' } });
      valueOf(await port.undo());
      valueOf(await port.undo());
      const after = look();
      expect(cellOf(after, name, 'A3')).toMatchObject({ value: 127.1, style: { fill: 'FFFDE7' } });
      expect(cellOf(after, MAIN, 'A2')).toMatchObject({ value: 43 });
      expect(after.grids.at(-1)?.sheet).toBe(name);
    });
  });
}
