// Two figures of a right form mistyped at once: whatever is corrected without being asked gets the figure that was there.
import { a1, parseA1 } from '../../src/model/address';
import type { Cell, Grid, WorkbookSnapshot } from '../../src/model/grid';
import { displayed } from '../../src/review/display';
import { applyToSnapshot } from '../../src/review/apply-to-snapshot';
import { planWorkbook } from '../../src/review/plan-workbook';
import { exampleGrid } from '../../src/rules/example';

/** Sources with rates of their own, 小计 below the outputs and below all of the list, targets missed, and the total once more above the table. */
const FORM = exampleGrid({ base: 'project', cells: {
  A4: '自评得分', C4: 93.1,
  E6: 100, F6: 100, G6: 96, I6: '96%', K6: 9.6, E7: 80, F7: 80, G7: 78, I7: '97.5%', E8: 20, F8: 20, G8: 18, I8: '90%',
  G13: '45公里', I13: 18, J13: '汛期停工', D16: '小计', F16: null, G16: null, H16: 40, I16: 38, B13: '产出指标（40分）', H17: 25, I17: 20.5, J17: '沿线仍有路段沉降，出行条件改善有限', B17: '效益指标（40分）',
  A20: '小计', H20: 90, I20: 83.5, A21: '总分', H21: 100, I21: 93.1,
} });
const FIGURES = 'F6 G6 I6 H6 K6 F7 G7 I7 G8 I8 H13 I13 H14 I14 I15 I16 I18 H19 I19 I20 H21 I21 C4'.split(' ');

const snapshotOf = (grid: Grid): WorkbookSnapshot => ({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] });
const planOf = (snapshot: WorkbookSnapshot): ReturnType<typeof planWorkbook> => planWorkbook(snapshot, {}, { formulas: false, kinds: ['safe'], marks: false, date: '2024-03-01' });
const figureAt = (grid: Grid, at: string): number => {
  const place = parseA1(at);
  const value = grid.cells.find((cell) => cell.row === place?.row && cell.column === place.column)?.value;
  return typeof value === 'string' && value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
};

/** Its last digit left out or doubled, or another first one. */
function slipOf(figure: string, way: number): string {
  const first = figure.search(/[1-9]/);
  if (way % 2 === 0) return figure.slice(0, first) + String((Number(figure[first]) % 9) + 1) + figure.slice(first + 1);
  return figure.includes('.') ? figure.replace('.', '') : `${figure}0`;
}

function withSlips(slips: ReadonlyMap<string, number>): Grid {
  return { ...FORM, cells: FORM.cells.map((cell): Cell => {
    const way = slips.get(a1(cell.row, cell.column));
    if (way === undefined) return cell;
    const value = typeof cell.value === 'number' ? Number(slipOf(String(cell.value), way)) : cell.text.replace(/\d[\d.]*/, (figure) => slipOf(figure, way));
    return { ...cell, value, text: typeof value === 'number' ? displayed(value, cell.style.numberFormat) : value };
  }) };
}

test('the form is right', () => {
  expect(planOf(snapshotOf(FORM)).before.tables.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'hint').map(({ message }) => message))).toEqual([]);
});

test('of two mistyped figures one at least is told, and nothing is corrected to what was not there', () => {
  const wrong = FIGURES.flatMap((one, i) => FIGURES.slice(i + 1).flatMap((other, j) => {
    const snapshot = snapshotOf(withSlips(new Map([[one, i + j], [other, j]])));
    const { before, corrections } = planOf(snapshot);
    const told = before.tables.some(({ findings }) => findings.some(({ cells, severity }) => severity !== 'hint' && (cells.includes(one) || cells.includes(other))));
    const others = corrections.filter(({ cell, value }) => Math.abs(Number(value) - figureAt(FORM, cell)) > 0.006).map(({ cell, value }) => `${cell} ${String(value)}`);
    const again = planOf(applyToSnapshot(snapshot, corrections)).corrections.map(({ cell }) => cell);
    return told && others.length + again.length === 0 ? [] : [`${one} ${String(i + j)}, ${other} ${String(j)}: ${told ? '' : 'not told '}${others.join(', ')} ${again.join()}`];
  }));
  expect(wrong).toEqual([]);
});
