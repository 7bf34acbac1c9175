// One figure of a right form mistyped: it is told, at its cell, and nothing but that cell is corrected without being asked.
import { a1 } from '../../src/model/address';
import type { Cell, Grid, WorkbookSnapshot } from '../../src/model/grid';
import type { Entry } from '../../src/model/table';
import { displayed } from '../../src/review/display';
import { planWorkbook } from '../../src/review/plan-workbook';
import { exampleGrid } from '../../src/rules/example';

/** Spent in part, a source behind the other, one target missed with its reason. */
const FORM = exampleGrid({ base: 'project', cells: {
  E6: 100, F6: 100, G6: 96, I6: '96%', K6: 9.6, E7: 80, F7: 80, G7: 78, I7: '97.5%', E8: 20, F8: 20, G8: 18, I8: '90%', G13: '45公里', I13: 18, J13: '汛期停工', I20: 97.6,
} });
const snapshotOf = (grid: Grid): WorkbookSnapshot => ({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] });
const planOf = (grid: Grid): ReturnType<typeof planWorkbook> => planWorkbook(snapshotOf(grid), {}, { formulas: false, kinds: ['safe'], marks: false, date: '2024-03-01' });

/** A digit left out or doubled, another first digit, two digits exchanged. */
function mistyped(figure: string): readonly string[] {
  const first = figure.search(/[1-9]/);
  const pair = /(\d)(?!\1)(\d)/.exec(figure);
  return [
    ...(figure.includes('.') || figure.length < 2 ? [] : [figure.slice(0, -1)]),
    ...(figure.includes('.') ? [] : [`${figure}0`]),
    ...(first < 0 ? [] : [figure.slice(0, first) + String((Number(figure[first]) % 9) + 1) + figure.slice(first + 1)]),
    ...(pair ? [figure.slice(0, pair.index) + (pair[2] ?? '') + (pair[1] ?? '') + figure.slice(pair.index + 2)] : []),
  ].filter((text) => Number(text) !== Number(figure) && text !== '');
}

function withSlip(at: string, slip: string): Grid {
  return { ...FORM, cells: FORM.cells.map((cell): Cell => {
    if (a1(cell.row, cell.column) !== at) return cell;
    const value = typeof cell.value === 'number' ? Number(slip) : cell.text.replace(/\d[\d.]*/, slip);
    return { ...cell, value, text: typeof value === 'number' ? displayed(value, cell.style.numberFormat) : value };
  }) };
}

const [right] = planOf(FORM).before.tables;
if (!right) throw new Error('no table');
const { table } = right;
const filled = (entries: readonly (Entry | null | undefined)[]): readonly Entry[] => entries.filter((entry): entry is Entry => Boolean(entry?.quantity));
const rows = [table.fund?.total, ...(table.fund?.parts ?? [])];
const SCORES = filled(table.indicators.map(({ score }) => score));
const OTHERS = filled([...rows.flatMap((row) => [row?.finalBudget, row?.actualSpending, row?.executionRate, row?.weight, row?.score]), ...table.indicators.map(({ weight }) => weight), table.total?.score]);

/** What was told of each slip, and which other cells were corrected for it. */
function slips(entries: readonly Entry[]): readonly { readonly slip: string; readonly told: boolean; readonly corrected: readonly string[] }[] {
  return entries.flatMap((entry) => mistyped(/\d[\d.]*/.exec(entry.text)?.[0] ?? '').map((slip) => {
    const { before, corrections } = planOf(withSlip(entry.cell, slip));
    const roots = before.tables.flatMap(({ findings }) => findings.filter(({ because }) => because === null));
    return { slip: `${entry.cell} ${entry.text} → ${slip}`, told: roots.some(({ cells }) => cells.includes(entry.cell)), corrected: corrections.map(({ cell }) => cell).filter((cell) => cell !== entry.cell) };
  }));
}

test('the form is right', () => {
  expect(right.findings.filter(({ severity }) => severity !== 'hint').map(({ message }) => message)).toEqual([]);
});

test('a mistyped amount, rate, weight or total is told where it stands, and nothing else is corrected for it', () => {
  const all = slips(OTHERS);
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter(({ told, corrected }) => !told || corrected.length > 0)).toEqual([]);
});

test('for a mistyped score no more than the total is corrected, which is their sum', () => {
  const all = slips(SCORES);
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(({ corrected }) => corrected.some((cell) => cell !== 'I20'))).toEqual([]);
});
