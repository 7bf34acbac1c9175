// Forms side by side on one sheet: where the columns between them are cut.
import type { Cell, Grid } from '../model/grid';
import { findLabels, type LabelRows } from './anchors';
import type { Band } from './segments';

/** 二级指标 | 指标值 | 完成值 | 得分 twice in one row, where no form has a first level: what each of the two begins with. */
function twinHeaders(labels: LabelRows): readonly Cell[] | null {
  for (const found of labels.values()) {
    const at = (column: string): readonly Cell[] => found.filter(({ announced }) => announced.indicator === column).map(({ cell }) => cell);
    if (['target', 'actual', 'score'].some((column) => at(column).length !== 2)) continue;
    const starts = [at('level2'), at('name')].find((cells) => cells.length === 2);
    if (starts) return starts;
  }
  return null;
}

/** A sheet with forms side by side, cut at the blank columns between them; the sheet alone as a rule. */
export function columnBands(grid: Grid): readonly Band[] {
  const labels = findLabels(grid);
  const whole: readonly Band[] = [{ grid, labels }];
  const headers = new Map<number, Cell[]>();
  for (const [row, found] of labels) {
    const levels = found.filter(({ announced }) => announced.indicator === 'level1' || announced.label === '指标名称');
    if (levels.length > 1) headers.set(row, levels.map(({ cell }) => cell));
  }
  const [first] = headers.values();
  const starts = first ?? twinHeaders(labels);
  if (!starts) return whole;
  const used = new Set(grid.cells.filter((cell) => cell.text !== '').map((cell) => cell.column));
  // Without a first level, a blank column that is merged into either of the two belongs to it.
  const crossed = (column: number): boolean => grid.merges.some((merge) => (first ? merge.left < column && merge.right > column : merge.left <= column && merge.right >= column));
  const cuts: number[] = [];
  for (let i = 1; i < starts.length; i++) {
    const from = starts[i - 1]?.column ?? 0;
    for (let column = (starts[i]?.column ?? 0) - 1; column > from; column--) {
      if (used.has(column) || crossed(column)) continue;
      cuts.push(column);
      break;
    }
  }
  if (cuts.length === 0) return whole;
  const edges = [0, ...cuts, Infinity];
  return edges.slice(1).map((right, i) => {
    const left = edges[i] ?? 0;
    const band = { ...grid, cells: grid.cells.filter((cell) => cell.column > left && cell.column < right), merges: grid.merges.filter((merge) => merge.left > left && merge.right < right) };
    return { grid: band, labels: findLabels(band) };
  });
}
