import { sampleSnapshot } from '../../test/pane/sample';
import { reviewWorkbook } from '../review/review-workbook';
import { exampleGrid } from '../rules/example';
import { listRows } from './list-rows';
import { countFindings, locate } from './located';
import { summarise, summariseTable } from './summary';

/** Each is right in itself; the second says other amounts of the same project. */
const two = reviewWorkbook({ ...sampleSnapshot(), grids: [exampleGrid({ base: 'project', sheet: '自评表' }), exampleGrid({ base: 'project', sheet: '上报表', cells: { E6: 90, E7: 70, F6: 90, F7: 70, G6: 90, G7: 70 } })] });

test('a table that contradicts another is not passed when it is looked at alone, and shows what it contradicts', () => {
  expect(two.tables.map(({ verdict }) => verdict)).toEqual(['clean', 'clean']);
  expect(two.tables.map((table) => [summariseTable(two, table).verdict, summariseTable(two, table).counts.errors])).toEqual([['clean', 0], ['errors', 3]]);
  expect(summarise(two).counts.errors).toBe(3);
  const rows = [0, 1].map((table) => listRows(locate(two), { chip: 'all', group: 'place', search: '', table }, new Set(), 'zh-CN').filter(({ kind }) => kind === 'finding').length);
  expect(rows).toEqual([0, 3]);
  expect(countFindings(locate(two).filter(({ about }) => about === 1)).error).toBe(3);
});
