// What every host behind the port must do, whatever it is made of: one suite, run against each of them.
import { a1 } from '../../src/model/address';
import type { Cell, Grid, WorkbookSnapshot } from '../../src/model/grid';
import type { PlannedEdit } from '../../src/model/plan';
import type { Answer, Edited, WorkbookPort } from '../../src/workbooks/port';
import { makeWorkbook, type MadeWorkbook } from '../make-workbook';
import { edit } from '../package/edits';
import type { SheetShape } from '../sheet-shape';
import { FORM } from './sheet-plans';
import { readPackage } from '../../src/workbooks/package/read';

export interface Harness {
  readonly port: WorkbookPort;
  /** False where locks of single cells cannot be read (Excel below ExcelApi 1.9). */
  readonly locks: boolean;
  /** What the workbook holds, seen from outside the port; fills included. */
  readonly look: () => WorkbookSnapshot;
  /** A sheet beyond its contents, seen from outside the port. */
  readonly shape: (sheet: string) => SheetShape;
  /** Somebody else writes into a cell. */
  readonly edit: (sheet: string, cell: string, value: string | number, by: 'user' | 'remote') => void;
  /** False where nobody else can have the workbook open: everything heard is the user's own. */
  readonly shared?: boolean;
  /** Lets events that are under way arrive. */
  readonly settle: () => Promise<void>;
}
export type OpenPort = (fixture: Uint8Array) => Promise<Harness>;

export const BOOK: MadeWorkbook = {
  sheets: [
    {
      name: '自评 表',
      merges: ['A1:C1', 'A6:A7'],
      hiddenRows: [5],
      hiddenColumns: [4],
      rows: [
        ['项目支出绩效自评表', null, null, '藏'],
        [{ v: 43, numberFormat: '0.00' }, { v: 28, numberFormat: '#,##0.00' }, { f: 'B2/A2', v: 0.6511627906976745, numberFormat: '0.00%' }, 1],
        [{ v: '优', note: '旧批注' }, true, { v: '#N/A', error: true }, null],
        [{ v: 7, fill: 'C6EFCE' }, '12', { v: '=不是公式' }, { f: 'A2&"元"', v: '43元' }],
        ['隐藏的行', 5],
        ['合并', 1],
        [null, 2],
        [{ v: null, note: '空格上的批注' }],
      ],
    },
    { name: '锁', protected: true, rows: [[1, { v: 2, locked: false }], ['文字']] },
    { name: '藏起来的', hidden: 'hidden', rows: [['看不见', 3]] },
    { name: '空', rows: [] },
  ],
};
export const MAIN = '自评 表';
export const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
export const LATER = { run: 'run-2', at: '2024-03-02T08:00:00Z' };

export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.word}: ${answer.reason}`);
  return answer.value;
}

export function cellOf(snapshot: WorkbookSnapshot, sheet: string, cell: string): Cell | undefined {
  return snapshot.grids.find((grid) => grid.sheet === sheet)?.cells.find(({ row, column }) => a1(row, column) === cell);
}

function bare(cell: Cell): boolean {
  return cell.formula === null && cell.note === null && (cell.value === null || cell.value === '') && cell.style.fill === null;
}

/** Everything that a person could see or lose, cell by cell; blank cells without anything on them left out. */
export function visible(snapshot: WorkbookSnapshot): unknown {
  return snapshot.grids.map((grid) => ({
    sheet: grid.sheet, visibility: grid.visibility, protected: grid.protected, merges: grid.merges,
    cells: grid.cells.filter((cell) => !bare(cell)).map(({ row, column, value, text, formula, note, style }) => [a1(row, column), value === '' ? null : value, text, formula, note, style.numberFormat, style.fill]),
  }));
}

/** What a host cannot read at all is left out of the comparison. */
export interface Knows {
  readonly notes: boolean;
  readonly locks: boolean;
}

function plainGrid(grid: Grid, { notes, locks }: Knows): unknown {
  const kept = grid.cells.filter((cell) => cell.formula !== null || (cell.value !== null && cell.value !== '') || (notes && cell.note !== null));
  return {
    ...grid, rowCount: null, columnCount: null, hiddenRows: [...grid.hiddenRows], hiddenColumns: [...grid.hiddenColumns],
    cells: kept.map((cell) => ({ ...cell, note: notes ? cell.note : null, style: { numberFormat: cell.style.numberFormat, locked: locks ? cell.style.locked : null } })),
  };
}

/** What a read must agree on between hosts: fills are not read, blank cells mean nothing. */
export function comparable(snapshot: WorkbookSnapshot, knows: Knows): unknown {
  return snapshot.grids.map((grid) => plainGrid(grid, knows));
}

export function fromFile(bytes: Uint8Array): WorkbookSnapshot {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}

export const CORRECTIONS: readonly PlannedEdit[] = [
  edit(`${MAIN}!A2`, { value: 44, before: '43.00', mark: 'error', note: '预算数：原填 43.00' }),
  edit(`${MAIN}!C2`, { formula: '=B2/A2*1', value: 0.65, mark: 'verify', note: '执行率' }),
  edit(`${MAIN}!A4`, { value: 8, before: '7', mark: 'error', note: '得分' }),
  edit(`${MAIN}!B4`, { value: '一般', numberFormat: '@', before: '12', mark: 'hint' }),
  edit(`${MAIN}!A3`, { value: '良', before: '优', mark: 'verify', note: '等级' }),
];

export function contract(name: string, openPort: OpenPort): void {
  describe(`${name}: the contract of the port`, () => {
    const book = makeWorkbook(BOOK);
    const open = (): Promise<Harness> => openPort(book);

    test('reading gives what the file holds', async () => {
      const { port, locks } = await open();
      const knows = { notes: port.capabilities.notes === 'note', locks };
      expect(comparable(valueOf(await port.read()), knows)).toEqual(comparable(fromFile(book), knows));
    });

    test('progress ends with all sheets, and a cancelled task says so', async () => {
      const { port } = await open();
      const seen: number[][] = [];
      valueOf(await port.read({ onProgress: ({ done, total }) => seen.push([done, total]) }));
      expect(seen.at(-1)).toEqual([4, 4]);
      const cancelled = new AbortController();
      cancelled.abort();
      expect(await port.read({ signal: cancelled.signal })).toMatchObject({ ok: false, word: 'cancelled' });
      expect(await port.apply(CORRECTIONS, RUN, { signal: cancelled.signal })).toMatchObject({ ok: false, word: 'cancelled' });
    });

    test('corrections are written with mark and note, and are all in the journal', async () => {
      const { port, look } = await open();
      const { outcomes, journal } = valueOf(await port.apply(CORRECTIONS, RUN));
      expect(outcomes.map(({ word }) => word)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
      expect(journal).toHaveLength(5);
      const after = look();
      expect(cellOf(after, MAIN, 'A2')).toMatchObject({ value: 44, text: '44.00', style: { fill: 'FFC7CE', numberFormat: '0.00' } });
      expect(cellOf(after, MAIN, 'C2')).toMatchObject({ formula: 'B2/A2*1', style: { fill: 'FFEB9C' } });
      expect(cellOf(after, MAIN, 'B4')).toMatchObject({ value: '一般', style: { numberFormat: '@', fill: 'DDEBF7' } });
      if (port.capabilities.notes === 'note') {
        expect(cellOf(after, MAIN, 'A4')?.note).toBe('得分');
        expect(cellOf(after, MAIN, 'A3')?.note).toBe('旧批注\n【表里如一】等级');
      }
      expect(valueOf(await port.loadState()).journal.map(({ cell }) => cell)).toEqual(journal.map(({ cell }) => cell));
    });

    test('undo gives everything back, and then there is nothing to undo', async () => {
      const { port, look } = await open();
      const before = visible(look());
      valueOf(await port.apply(CORRECTIONS, RUN));
      expect(visible(look())).not.toEqual(before);
      expect(valueOf(await port.undo()).map(({ word }) => word)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
      expect(visible(look())).toEqual(before);
      expect(valueOf(await port.loadState()).journal).toEqual([]);
      expect(await port.undo()).toMatchObject({ ok: false, word: 'nothing', reason: expect.stringMatching(/没有.*。$/) as string });
    });

    test('runs are taken back newest first, and an older one waits for the newer on the same cell', async () => {
      const { port, look } = await open();
      valueOf(await port.apply([edit(`${MAIN}!A4`, { value: 8, mark: 'error', note: '第一次' }), edit(`${MAIN}!B6`, { value: 3 })], RUN));
      valueOf(await port.apply([edit(`${MAIN}!A4`, { value: 9, mark: 'verify', note: '第二次' })], LATER));
      expect(valueOf(await port.undo('run-1')).map(({ cell, word }) => [cell, word])).toEqual(expect.arrayContaining([['A4', 'stale'], ['B6', 'applied']]));
      expect(cellOf(look(), MAIN, 'A4')).toMatchObject({ value: 9 });
      valueOf(await port.undo());
      expect(cellOf(look(), MAIN, 'A4')).toMatchObject({ value: 8, style: { fill: 'FFC7CE' } });
      valueOf(await port.undo());
      expect(visible(look())).toEqual(visible((await open()).look()));
    });

    test('what somebody changed since the check, or since the correction, stays', async () => {
      const { port, look, edit: write } = await open();
      write(MAIN, 'A4', 70, 'remote');
      const { outcomes } = valueOf(await port.apply(CORRECTIONS, RUN));
      expect(outcomes.map(({ word }) => word)).toEqual(['applied', 'applied', 'stale', 'applied', 'applied']);
      expect(outcomes[2]?.reason).toMatch(/70.*重新核查。$/);
      write(MAIN, 'A3', '中', 'user');
      expect(valueOf(await port.undo()).map(({ word }) => word)).toEqual(['applied', 'applied', 'applied', 'stale']);
      expect(cellOf(look(), MAIN, 'A4')).toMatchObject({ value: 70 });
      expect(cellOf(look(), MAIN, 'A3')).toMatchObject({ value: '中', style: { fill: null } });
    });

    test('each obstacle has its word and a sentence', async () => {
      const { port } = await open();
      const { outcomes } = valueOf(await port.apply([
        edit('锁!A1', { value: 3 }), edit('锁!B1', { value: 3 }), edit(`${MAIN}!C2`, { value: 1 }), edit(`${MAIN}!A2`, { value: 43 }),
        edit('没有!A1', { value: 1 }), edit(`${MAIN}!A0`, { value: 1 }), edit(`${MAIN}!B6`, { value: Infinity }), edit(`${MAIN}!B6`, { value: 2 }),
      ], RUN));
      expect(outcomes.map(({ word }) => word)).toEqual(['locked', 'applied', 'formula', 'unchanged', 'failed', 'failed', 'failed', 'failed']);
      for (const { word, reason } of outcomes) if (word !== 'applied' && word !== 'unchanged') expect(reason).toMatch(/。$/);
    });

    test('the inside of a merged area is not written', async () => {
      const { port } = await open();
      if (port.capabilities.limits.some((limit) => limit.includes('合并'))) return;
      expect(valueOf(await port.apply([edit(`${MAIN}!A7`, { value: 1 }), edit(`${MAIN}!A6`, { value: '新' })], RUN)).outcomes.map(({ word }) => word)).toEqual(['unsupported', 'applied']);
    });

    test('texts stay texts, whatever they begin with or look like', async () => {
      const { port, look } = await open();
      const texts = ['=1+1', '+1', '-1', '@a', '12', '50%', '2023-12-31', 'TRUE', '#N/A', "'引号"];
      valueOf(await port.apply(texts.map((value, at) => edit(`${MAIN}!F${at + 1}`, { value })), RUN));
      const after = look();
      expect(texts.map((_, at) => cellOf(after, MAIN, `F${at + 1}`)?.value)).toEqual(texts);
      expect(texts.map((_, at) => cellOf(after, MAIN, `F${at + 1}`)?.formula)).toEqual(texts.map(() => null));
      const read = valueOf(await port.read());
      expect(texts.map((_, at) => cellOf(read, MAIN, `F${at + 1}`)?.value)).toEqual(texts);
    });

    test('clearing takes away our fills and notes and nothing else; contents can still be taken back', async () => {
      const { port, look } = await open();
      const before = look();
      valueOf(await port.apply(CORRECTIONS, RUN));
      valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 1, mark: 'verify', note: '请核实' })], LATER));
      expect(valueOf(await port.clearMarks()).every(({ word }) => word === 'applied')).toBe(true);
      const cleared = look();
      expect(cellOf(cleared, MAIN, 'A2')).toMatchObject({ value: 44, style: { fill: null } });
      expect(cellOf(cleared, MAIN, 'A4')).toMatchObject({ value: 8, note: null, style: { fill: 'C6EFCE' } });
      expect(cellOf(cleared, MAIN, 'A3')).toMatchObject({ value: '良', note: '旧批注' });
      expect(cellOf(cleared, MAIN, 'B6')).toMatchObject({ value: 1, note: null, style: { fill: null } });
      valueOf(await port.undo());
      expect(visible(look())).toEqual(visible(before));
      expect(await port.clearMarks()).toMatchObject({ ok: false, word: 'nothing' });
      expect(await port.undo()).toMatchObject({ ok: false, word: 'nothing' });
    });

    test('waivers and rubric are kept in the workbook beside the journal', async () => {
      const { port } = await open();
      expect(valueOf(await port.loadState())).toEqual({ waivers: [], journal: [], rubric: null });
      valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 3 })], RUN));
      const waiver = { rule: 'r', sheet: MAIN, cell: 'A2', fingerprint: 'f', reason: '年中追加 <20> 万元 & 已批', date: '2024-03-01', role: '填报人' };
      valueOf(await port.saveState({ waivers: [waiver], rubric: 'mof-2020' }));
      const state = valueOf(await port.loadState());
      expect(state).toMatchObject({ waivers: [waiver], rubric: 'mof-2020' });
      expect(state.journal).toHaveLength(1);
      valueOf(await port.saveState({ waivers: [], rubric: null }));
      valueOf(await port.undo());
      expect(valueOf(await port.loadState())).toEqual({ waivers: [], journal: [], rubric: null });
    });

    test("a bureau's rules travel in the workbook, stay when something else is written, and go when taken out", async () => {
      const { port } = await open();
      const own = { rubrics: [{ id: 'bureau-2026', title: '某市口径 <&>"' }], checks: [{ label: '分值合计', text: '合计(分值) = 100' }] };
      valueOf(await port.saveState({ waivers: [], rubric: 'bureau-2026', own }));
      valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 3 })], RUN));
      valueOf(await port.saveState({ waivers: [], rubric: null }));
      expect(valueOf(await port.loadState())).toMatchObject({ rubric: null, own });
      valueOf(await port.undo());
      expect(valueOf(await port.loadState())).toEqual({ waivers: [], journal: [], rubric: null, own });
      valueOf(await port.saveState({ waivers: [], rubric: null, own: null }));
      expect(valueOf(await port.loadState())).toEqual({ waivers: [], journal: [], rubric: null });
    });

    test('a mark takes the colour asked for, and goes as any other', async () => {
      const { port, look } = await open();
      if (!port.capabilities.marks) return;
      const fill = (): string | null | undefined => look().grids[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.style.fill;
      const before = fill();
      valueOf(await port.apply([{ ...edit(`${MAIN}!A2`, { value: 44, mark: 'error' }), colour: 'F4B183' }], RUN));
      expect(fill()).toBe('F4B183');
      valueOf(await port.undo());
      expect(fill()).toBe(before);
    });

    test('the sheet of results is added once and written anew afterwards; its texts never compute', async () => {
      const { port, look } = await open();
      const columns = [{ title: '单元格', width: 9 }, { title: '说明', width: 40 }];
      valueOf(await port.insertResults({ columns, rows: [[{ text: 'A2', link: { sheet: MAIN, cell: 'A2' } }, { text: '=1+1', link: null }], [{ text: '-', link: null }, { text: '12', link: null }]] }));
      expect(cellOf(look(), '核查结果', 'B2')).toMatchObject({ value: '=1+1', formula: null });
      valueOf(await port.insertResults({ columns, rows: [[{ text: 'B6', link: null }, { text: '新的', link: null }]] }));
      const after = look();
      expect(after.grids.map(({ sheet }) => sheet)).toEqual([MAIN, '锁', '藏起来的', '空', '核查结果']);
      expect(cellOf(after, '核查结果', 'A1')?.value).toBe('单元格');
      expect(cellOf(after, '核查结果', 'B2')?.value).toBe('新的');
      expect(cellOf(after, '核查结果', 'B3')?.value ?? null).toBeNull();
    });

    test('edits of others are told, ours are not', async () => {
      const { port, edit: write, settle, shared = true } = await open();
      const heard: Edited[] = [];
      const stop = valueOf(await port.listen((edited) => heard.push(edited)));
      valueOf(await port.apply(CORRECTIONS, RUN));
      valueOf(await port.undo());
      valueOf(await port.insertSheets([FORM]));
      await settle();
      expect(heard).toEqual([]);
      write(MAIN, 'B6', 9, 'user');
      write('锁', 'B1', 9, 'remote');
      await settle();
      expect(heard).toEqual([{ sheets: [MAIN], remote: false }, { sheets: ['锁'], remote: shared }]);
      stop();
      await settle();
      write(MAIN, 'B6', 10, 'user');
      await settle();
      expect(heard).toHaveLength(2);
    });

    test('what the host cannot do is told in sentences', async () => {
      const { port } = await open();
      const { limits, reveal } = port.capabilities;
      for (const limit of limits) expect(limit).toMatch(/。$/);
      expect(await port.reveal(MAIN, 'A2')).toMatchObject(reveal ? { ok: true } : { ok: false, word: 'unsupported' });
      expect(await port.reveal('没有', 'A1')).toMatchObject({ ok: false, reason: expect.stringMatching(/没有.*。$/) as string });
      expect(await port.reveal('藏起来的', 'A1')).toMatchObject({ ok: false });
    });
  });
}
