// What must hold for the real tables: laid out or worded in another way that offices use, they say the same about the same cells.
import { a1, parseA1 } from '../../src/model/address';
import type { Cell, Grid } from '../../src/model/grid';
import type { IndicatorColumn, Table } from '../../src/model/table';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { corpusTables, toGrid } from '../corpus/workbooks';

type Place = readonly [row: number, column: number];
/** The sheet laid out anew, and where each cell of the first layout went. */
interface Layout {
  readonly grid: Grid;
  readonly placeOf: (place: Place) => Place;
}
type Change = (grid: Grid, table: Table) => Layout | null;

const review = (grid: Grid): { readonly table: Table; readonly said: readonly string[] } | null => {
  const [one] = reviewWorkbook({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] }).tables;
  if (!one) return null;
  const { scorecard: { claimed, computed, low, high, weightSum } } = one;
  const figures = [claimed, computed, low, high, weightSum].map((figure) => figure?.toString() ?? '—').join(' ');
  // Which of two blank cells beside a label was to be filled, nobody can say.
  const filled = new Set(one.table.entries.map(({ cell }) => cell));
  return { table: one.table, said: [`score ${figures}`, ...one.findings.map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map((cell) => (filled.has(cell) ? cell : 'blank')).join(' ')}`)] };
};

/** What was said, at the cells of the new layout. */
const moved = (said: readonly string[], placeOf: Layout['placeOf']): readonly string[] => said.map((line) => line.replace(/\b[A-Z]{1,2}\d{1,3}\b/g, (cell) => {
  const at = parseA1(cell);
  return at ? a1(...placeOf([at.row, at.column])) : cell;
}));

/** Blank rows or columns let in, merged areas moved and stretched as Excel does. */
function letIn(grid: Grid, row: number, rows: number, column: number, columns: number): Layout {
  const placeOf = ([r, c]: Place): Place => [r >= row ? r + rows : r, c >= column ? c + columns : c];
  const cells = grid.cells.map((cell): Cell => {
    const [r, c] = placeOf([cell.row, cell.column]);
    return { ...cell, row: r, column: c };
  });
  const merges = grid.merges.map(({ top, left, bottom, right }) => {
    const [[t, l], [b, r]] = [placeOf([top, left]), placeOf([bottom, right])];
    return { top: t, left: l, bottom: b, right: r };
  });
  return { grid: { ...grid, cells, merges, rowCount: grid.rowCount + rows, columnCount: grid.columnCount + columns }, placeOf };
}

const stay = (grid: Grid): Layout => ({ grid, placeOf: (place) => place });
const reworded = (grid: Grid, at: (cell: Cell) => boolean, word: (text: string) => string): Layout =>
  stay({ ...grid, cells: grid.cells.map((cell) => (typeof cell.value === 'string' && at(cell) ? { ...cell, value: word(cell.text), text: word(cell.text) } : cell)) });

const isAt = (cell: Cell, address: string | undefined): boolean => a1(cell.row, cell.column) === address;
const headerAs = (column: IndicatorColumn, word: string): Change => (grid, { indicatorHeaders }) => {
  const header = indicatorHeaders[column];
  return header ? reworded(grid, (cell) => isAt(cell, header.cell), () => word) : null;
};
const amountAs = (column: 'finalBudget' | 'actualSpending' | 'executionRate' | 'originalBudget', word: string): Change => (grid, { fund }) => {
  const header = fund?.headers[column];
  return header && fund.total ? reworded(grid, (cell) => isAt(cell, header.cell), () => word) : null;
};
/** A column of its own for what the tool has no use for, before another. */
const besides = (word: string, before: IndicatorColumn, text: string): Change => (grid, { indicatorHeaders, indicators }) => {
  const header = indicatorHeaders[before];
  if (!header) return null;
  const { grid: wider, placeOf } = letIn(grid, 1, 0, header.column, 1);
  const style = grid.cells[0]?.style;
  if (!style) return null;
  const filled = indicators.filter(({ placeholder }) => !placeholder).map(({ row }) => ({ row, text }));
  const own = [{ row: header.row, text: word }, ...filled].map(({ row, text: value }): Cell => ({ row, column: header.column, value, text: value, formula: null, style, note: null }));
  return { grid: { ...wider, cells: [...wider.cells, ...own].sort((one, other) => one.row - other.row || one.column - other.column) }, placeOf };
};
const inHeaders = (grid: Grid, table: Table, word: (text: string) => string): Layout => {
  const rows = new Set([...Object.values(table.indicatorHeaders), ...(table.fund?.total ? Object.values(table.fund.headers) : [])].map(({ row }) => row));
  return reworded(grid, (cell) => rows.has(cell.row), word);
};

const CHANGES: readonly (readonly [string, Change])[] = [
  ['rows above', (grid) => letIn(grid, 1, 3, 1, 0)],
  ['columns at the left', (grid) => letIn(grid, 1, 0, 1, 2)],
  ['a blank row before the list', (grid, { indicatorHeaders }) => letIn(grid, Math.min(...Object.values(indicatorHeaders).map(({ row }) => row), 1000), 1, 1, 0)],
  ['a blank column before the names', (grid, { indicatorHeaders: { name } }) => (name ? letIn(grid, 1, 0, name.column, 1) : null)],
  ['a blank column before the results', (grid, { indicatorHeaders: { actual } }) => (actual ? letIn(grid, 1, 0, actual.column, 1) : null)],
  ['headers with line breaks', (grid, table) => inHeaders(grid, table, (text) => (/^[\u4e00-\u9fa5]{4,}$/.test(text) ? `${text.slice(0, 2)}\n${text.slice(2)}` : text))],
  ['headers with wide blanks and colons', (grid, table) => inHeaders(grid, table, (text) => (/^[\u4e00-\u9fa5]{2,}$/.test(text) ? `　${text[0] ?? ''} ${text.slice(1)}：` : text))],
  ['targets under 年度计划值', headerAs('target', '年度计划值')],
  ['results under 绩效指标完成情况', headerAs('actual', '绩效指标完成情况')],
  ['points under 权重/分值', headerAs('weight', '权重/分值')],
  ['scores under 自我评分', headerAs('score', '自我评分')],
  ['names under 具体指标', headerAs('name', '具体指标')],
  ['年初批复数', amountAs('originalBudget', '年初批复数')],
  ['调整后全年预算数', amountAs('finalBudget', '调整后全年预算数')],
  ['实际发生数', amountAs('actualSpending', '实际发生数')],
  ['支出比率', amountAs('executionRate', '支出比率')],
  ['责任科室 before the targets', besides('责任科室', 'target', '办公室')],
  ['数据来源 before the points', besides('数据来源', 'weight', '业务台账')],
  ['佐证材料 before the reasons', besides('佐证材料', 'reason', '验收单')],
];

const TABLES = corpusTables().map((table) => {
  const grid = toGrid(table, { numbers: 'typed' });
  return { id: table.id, grid, before: review(grid) };
});

test.each(CHANGES)('%s: the same about the same cells', (_, change) => {
  let changed = 0;
  for (const { id, grid, before } of TABLES) {
    const layout = before && change(grid, before.table);
    if (!before || !layout) continue;
    changed++;
    expect([id, ...(review(layout.grid)?.said ?? [])].sort()).toEqual([id, ...moved(before.said, layout.placeOf)].sort());
  }
  expect(changed).toBeGreaterThan(5);
});
