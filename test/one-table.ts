// A list of one right line, and the one table that a sheet of a test holds.
import type { Grid } from '../src/model/grid';
import type { Table } from '../src/model/table';
import { readTables } from '../src/reading/read-tables';
import type { Line } from './make-grid';

export const HEADER: Line = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
export const LINE: Line = ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90];

/** Units under each other with amounts and scores, right but for the rate asked for; no list of indicators. */
export const unitsWithAmounts = (rate: string): readonly Line[] => [
  ['2023年度衔接资金绩效自评表'], ['县区', '预算数（万元）', '执行数（万元）', '执行率', '自评得分'], ['青石县', 1200, 1188, '99%', 97], ['临江区', 800, 640, rate, 88], ['合计', 2000, 1828, '91.4%', null],
];

export function oneTable(grid: Grid): Table {
  const [table] = readTables(grid).tables;
  if (!table) throw new Error('no table');
  return table;
}
