// Whose a table is, where the table does not say it or says it in another spelling.
import { nameText } from './letter-words';
import { ownedTables, withUnits } from './units';
import { recordOf, type FileRecord } from './record';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';

function sample(): FileRecord['tables'][number] {
  for (const table of corpusTables()) {
    const reading = readPackage(toWorkbook([table]));
    if (!reading.ok) throw new Error(reading.reason);
    const [first] = recordOf({ file: '', status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) }, null, 'test').tables;
    if (first) return first;
  }
  throw new Error('no table');
}
const base = sample();

function record(file: string, units: readonly (string | null)[], department: string | null = null): FileRecord {
  return { file, status: 'checked', reason: null, remarks: [], findings: [], sha256: null, by: 'test', tables: units.map((unit, at) => ({ ...base, sheet: `表${at}`, facts: { ...base.facts, unit, department } })) };
}
const named = (records: readonly FileRecord[]): readonly (readonly [string, string])[] => ownedTables(records).map(({ unit, source }) => [unit, source]);

test('a table without a unit goes with the other tables of its workbook, where they agree', () => {
  expect(named([record('a.xlsx', ['青石县教育局', null])])).toEqual([['青石县教育局', 'table'], ['青石县教育局', 'workbook']]);
  expect(named([record('a.xlsx', ['甲局', '乙局', null])]).at(-1)).toEqual(['未写单位（a.xlsx）', 'none']);
});

test('else with the nearest folder that is called like a body, or as another table calls one', () => {
  expect(named([record('报送/002 青石县水利局（已交）/项目支出/a.xlsx', [null])])).toEqual([['青石县水利局', 'folder']]);
  for (const body of ['青石县科协', '青石县残联', '青石县政协']) expect(named([record(`${body}/a.xlsx`, [null])])).toEqual([[body, 'folder']]);
  expect(named([record('甲/x.xlsx', ['[155]云山行动']), record('云山行动/第一批/a.xlsx', [null])]).at(-1)).toEqual(['[155]云山行动', 'folder']);
});

test('nor is a body taken for a group of them by the beginning of its name', () => {
  for (const body of ['机关事务管理局', '县直机关工委', '全椒县水利局', '全州县教育局']) expect(named([record(`${body}/a.xlsx`, [null])])).toEqual([[body, 'folder']]);
  for (const group of ['全县学校', '全市各单位', '县直单位', '机关处室', '县直部门']) expect(named([record(`${group}/a.xlsx`, [null])])[0]?.[1]).toBe('none');
});

test('else with the department, by its name without the code; for comparing it stands for nobody', () => {
  const records = [record('a.xlsx', [null], '[155]青石市园林局'), record('b.xlsx', [null], '青石市园林局'), record('c.xlsx', [null], '青石市质监局 [245]')];
  expect(named(records)).toEqual([['青石市园林局', 'department'], ['青石市园林局', 'department'], ['青石市质监局', 'department']]);
  expect(named([record('青石市公园管理处/a.xlsx', [null], '青石市园林局')])).toEqual([['青石市公园管理处', 'folder']]);
  expect(withUnits(records).map(({ tables }) => tables[0]?.facts.unit)).toEqual([null, null, null]);
});

test('folders that name no body are no units: the path tells the file apart', () => {
  for (const folder of ['第一批', '2024年', '各学校', '下属单位', '学校', '市直部门', '项目支出', '新建文件夹']) expect(named([record(`${folder}/自评表.xlsx`, [null])])).toEqual([[`未写单位（${folder}/自评表.xlsx）`, 'none']]);
  // One bare name in two folders is two files of nobody, not one unit.
  expect(new Set(named([record('第一批/自评表.xlsx', [null]), record('第二批/自评表.xlsx', [null])]).map(([unit]) => unit)).size).toBe(2);
});

test('a code stands before a name or behind it, a year is none', () => {
  for (const written of ['219001-青石县教育局', '219001 青石县教育局', '[155]青石县教育局', '（155）青石县教育局', '青石县教育局 [245]', '51092324T000010263357-青石县教育局']) expect(nameText(written)).toBe('青石县教育局');
  for (const name of ['2023-2025年草原补奖', '2024 年运维经费', '（2023）道路养护', '道路养护（2023）', 'PPP-污水处理']) expect(nameText(name)).toBe(name);
  expect(new Set(named([record('a.xlsx', ['219001 青石县教育局']), record('b.xlsx', ['青石县教育局（219001）']), record('c.xlsx', ['青石县教育局'])]).map(([unit]) => unit)).size).toBe(1);
});

test('codes and spaces make no second unit, sections of two bodies are two', () => {
  expect(new Set(named([record('a.xlsx', ['青石县 教育局']), record('b.xlsx', ['219001-青石县教育局'])]).map(([unit]) => unit))).toEqual(new Set(['青石县 教育局']));
  expect(named([record('a.xlsx', ['办公室'], '县教育局'), record('b.xlsx', ['办公室'], '县水利局')]).map(([unit]) => unit)).toEqual(['县教育局办公室', '县水利局办公室']);
});

test('bodies of one name in two counties are told apart by their folders', () => {
  expect(named([record('青石县/教育局/a.xlsx', ['教育局']), record('云山县/教育局/a.xlsx', [null]), record('青石县/b.xlsx', ['教育局'])]).map(([unit]) => unit)).toEqual(['青石县教育局', '云山县教育局', '青石县教育局']);
  expect(named([record('青石县/a.xlsx', ['教育局'])])).toEqual([['教育局', 'table']]);
});

test('comparisons see the same units; what nobody names stays unnamed', () => {
  expect(withUnits([record('青石县水利局/a.xlsx', [null]), record('b.xlsx', [null])]).map(({ tables }) => tables[0]?.facts.unit)).toEqual(['青石县水利局', null]);
});
