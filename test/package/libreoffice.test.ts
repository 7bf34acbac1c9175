// Another program opens what is written and calculates it anew: LibreOffice, where it is installed. Every cell of a corrected copy holds there what it holds to us.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { a1 } from '../../src/model/address';
import type { CellValue, WorkbookSnapshot } from '../../src/model/grid';
import { planWorkbook } from '../../src/review/plan-workbook';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { convertedAll, hasCalc } from '../office';
import { apply, edit, read } from './edits';
import { richWorkbook } from './rich-parts';

const folder = mkdtempSync(join(tmpdir(), 'biaoli-opened-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every real table with all that can be corrected, marked and noted, half of them with formulas. */
function corrected(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const tables = corpusTables().map((table, at): readonly [string, Uint8Array] => {
    const bytes = toWorkbook([table]);
    const plan = planWorkbook(read(bytes), {}, { formulas: at % 2 === 0, kinds: ['safe', 'review'], marks: true, date: '2024-03-01' });
    return [table.id, apply(bytes, [...plan.corrections, ...plan.marks]).bytes];
  });
  const rich = apply(richWorkbook(), [edit('自评表!B2', { value: 13, mark: 'error', note: '原值 12.50' }), edit('自评表!B3', { formula: '=B2-5.5', value: 7.5, numberFormat: '0.0' }), edit('明细!A2', { value: '丁', mark: 'verify', note: '原值 甲' })]);
  return [...tables, ['rich', rich.bytes]];
}

/** All that it keeps of a threaded comment. */
const THREADED = '[Threaded comment]';

const shown = (value: CellValue): string => (typeof value === 'number' ? String(Number(value.toPrecision(12))) : JSON.stringify(value));

/** Values and notes by their places; line breaks as LibreOffice writes them. */
function contentsOf({ grids }: WorkbookSnapshot): Map<string, string> {
  return new Map(grids.flatMap(({ sheet, cells }) => cells.filter(({ value, note }) => value !== null || note !== null).map(({ row, column, value, note }) => [`${sheet}!${a1(row, column)}`, `${shown(value)} ${(note ?? '').replace(/\r\n?/g, '\n')}`])));
}

(hasCalc ? test : test.skip)(`LibreOffice opens every corrected copy and finds in it what was written${hasCalc ? '' : ' (LEFT OUT: LibreOffice is not installed here)'}`, () => {
  const copies = corrected();
  const paths = copies.map(([name, bytes]) => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const opened = convertedAll(paths, 'xlsx:Calc MS Excel 2007 XML', folder);
  copies.forEach(([name, bytes], at) => {
    const theirs = contentsOf(read(readFileSync(opened[at] ?? '')));
    const others = [...contentsOf(read(bytes))].map(([place, content]) => [place, content, theirs.get(place) ?? null]).filter(([, content, other]) => content !== other && !other?.endsWith(THREADED));
    expect([name, ...others]).toEqual([name]);
  });
}, 120_000);
