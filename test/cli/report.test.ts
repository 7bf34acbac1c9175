// Word reports on the command line: their tables, their words against them, workbooks beside them, formats, batches.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { JsonFile, JsonReview } from '../../src/exports/json';
import type { FileRecord } from '../../src/batch/record';
import { exampleGrid } from '../../src/rules/example';
import { makeDocx, p, tableOf } from '../word/make-docx';
import { biaoli, temporaryFolder, workbookOf } from './run-cli';

const schema = JSON.parse(readFileSync(join(__dirname, '..', '..', 'assets', 'review.schema.json'), 'utf8')) as object;
const conforms = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const folder = temporaryFolder();
afterAll(() => folder.remove());

const grid = exampleGrid({ base: 'project' });
const text = (label: string): string => {
  const at = grid.cells.find((cell) => cell.text === label);
  return grid.cells.find(({ row, column }) => row === at?.row && column > (at?.column ?? 0))?.text ?? '';
};
const UNIT = text('实施单位');
const title = p(`${UNIT}项目支出绩效自评报告`);
const HOLDS = p('一、资金情况') + p('全年预算数80万元，全年执行数80万元，执行率100%。');
const FAULT = p('一、资金情况') + p('全年收入230.32万元，全年支出153.99万元，年末结余0万元。');
const wrong = { base: 'project', cells: { F6: 100, F7: 80, I6: '100%' } } as const;

const json = (...args: readonly string[]): readonly JsonFile[] => (JSON.parse(biaoli(['check', ...args, '--format', 'json'], folder.path).out) as JsonReview).files;

beforeAll(() => {
  folder.put('right.docx', makeDocx({ body: title + HOLDS + p('附件') + tableOf(grid) }));
  folder.put('fault.docx', makeDocx({ body: title + FAULT }));
  folder.put('withTable.docx', makeDocx({ body: title + FAULT + tableOf(exampleGrid(wrong)) }));
  folder.put('right.xlsx', workbookOf({ base: 'project' }));
  folder.put('notes.txt', '二、资金情况\n全年收入230.32万元，全年支出153.99万元，年末结余0万元。\n');
  folder.put('old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
});

test('the form names its unit', () => {
  expect(UNIT).not.toBe('');
});

describe('biaoli check report.docx', () => {
  test('finds a balance that does not hold, with its words and calculation', () => {
    const [file] = json('fault.docx');
    expect(file).toMatchObject({ status: 'checked', tables: [] });
    const finding = file?.findings.find(({ rule }) => rule === 'report-balance');
    expect(finding).toMatchObject({ cells: [], sheet: '', correction: null });
    expect(finding?.text?.[0]).toMatchObject({ paragraph: 2, under: expect.stringContaining('资金情况') as string });
    expect(finding?.text?.[0]?.quote).toContain('0万元');
    expect(finding?.calculation).toContain('76.33');
    expect(file?.report?.figures.contradicts).toBeGreaterThan(0);
  });

  test('reviews a table inside a report as the workbook of the same form', () => {
    const [report] = json('withTable.docx');
    folder.put('wrong.xlsx', workbookOf(wrong));
    const [book] = json('wrong.xlsx');
    expect(report?.tables).toHaveLength(1);
    // The example's workbook holds its percentages as text, a Word table gives numbers: the same is said, corrections may differ in their formula.
    const said = (file: JsonFile | undefined): unknown => file?.tables[0]?.findings.map(({ rule, severity, cells, message, because }) => [rule, severity, cells, message, because]);
    expect(said(report)).toEqual(said(book));
    expect(report?.tables[0]?.score).toEqual(book?.tables[0]?.score);
  });

  test('compares with the workbooks that are named beside it', () => {
    const files = json('fault.docx', 'right.xlsx');
    expect(files.map(({ file, report }) => [file, report?.against])).toEqual([['fault.docx', ['right.xlsx']], ['right.xlsx', undefined]]);
  });

  test('a table inside contradicts nothing where the words agree with it', () => {
    const [file] = json('right.docx');
    expect(file?.findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(file?.report?.figures.holds).toBeGreaterThan(0);
  });

  test('plain text is read, old documents are told how to be saved', () => {
    const [notes, old] = json('notes.txt', 'old.doc');
    expect(notes?.findings.map(({ rule }) => rule)).toContain('report-balance');
    expect(old).toMatchObject({ status: 'unreadable', reason: expect.stringContaining('.docx') as string });
  });

  test('writes JSON that conforms to the published schema', () => {
    conforms({ tool: { name: 'biaoli', version: '0' }, files: json('fault.docx', 'right.docx', 'withTable.docx', 'right.xlsx', 'notes.txt', 'old.doc') });
    expect(conforms.errors ?? []).toEqual([]);
  });

  test('writes SARIF with the paragraph as a logical location and the rule among the rules', () => {
    const log = JSON.parse(biaoli(['check', 'fault.docx', '--format', 'sarif'], folder.path).out) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; locations: { logicalLocations: { name: string }[] }[] }[] }[] };
    const [run] = log.runs;
    const result = run?.results.find(({ ruleId }) => ruleId === 'report-balance');
    expect(result?.locations[0]?.logicalLocations[0]?.name).toBe('第3段');
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('report-balance');
  });

  test('says in text what is wrong, where, in which words, and how it is calculated', () => {
    const { out } = biaoli(['check', 'fault.docx'], folder.path);
    expect(out).toMatch(/第3段/);
    expect(out).toMatch(/原文：“.*0万元.*”（.*资金情况.*）/);
    expect(out).toMatch(/算式：.*76\.33/);
    expect(out).toMatch(/1 份报告的文字：/);
  });

  test('a folder gives reports and workbooks, matched by folder and unit', () => {
    mkdirSync(join(folder.path, '单位'), { recursive: true });
    writeFileSync(join(folder.path, '单位', '自评报告.docx'), makeDocx({ body: title + FAULT }));
    writeFileSync(join(folder.path, '单位', '自评表.xlsx'), workbookOf({ base: 'project' }));
    writeFileSync(join(folder.path, '单位', '填报通知.docx'), makeDocx({ body: p('请按时报送。') }));
    const files = json('单位');
    expect(files.map(({ file, report }) => [file, report?.against])).toEqual([['单位/自评报告.docx', ['单位/自评表.xlsx']], ['单位/自评表.xlsx', undefined]]);
  });

  test('lists the rules about words among the others', () => {
    expect(biaoli(['rules'], folder.path).out).toMatch(/report-balance/);
    expect(biaoli(['rules', 'report-balance'], folder.path).out).toMatch(/示例/);
  });
});

describe('biaoli batch', () => {
  const units = join(folder.path, '批量');
  const records = (out: string): FileRecord[] => readFileSync(join(folder.path, out, 'results.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as FileRecord);
  const batch = (out: string, ...more: readonly string[]): string => biaoli(['batch', '批量', '--out', out, '--jobs', '2', ...more], folder.path).err;

  beforeAll(() => {
    for (const name of ['甲', '乙', '丙', '丁']) {
      mkdirSync(join(units, name), { recursive: true });
      writeFileSync(join(units, name, '自评表.xlsx'), workbookOf({ base: 'project' }));
      writeFileSync(join(units, name, '自评报告.docx'), makeDocx({ body: title + FAULT }));
    }
    batch('全');
  });

  test('a report is a line of its own, compared with the workbook of its folder', () => {
    const all = records('全');
    expect(all).toHaveLength(8);
    const report = all.find(({ file }) => file === '甲/自评报告.docx');
    expect(report).toMatchObject({ status: 'checked', report: { against: ['甲/自评表.xlsx'] } });
    expect(report?.findings.map(({ rule }) => rule)).toContain('report-balance');
    expect(report?.inputs).toMatch(/^[0-9a-f]{64}$/);
  });

  test('parts merged give the same bytes, wherever a report and its workbook fall', () => {
    for (let part = 1; part <= 3; part++) batch('份', '--shard', `${part}/3`, '--quiet');
    biaoli(['merge', '份', '--out', '合'], folder.path);
    expect(readFileSync(join(folder.path, '合', 'results.jsonl'), 'utf8')).toBe(readFileSync(join(folder.path, '全', 'results.jsonl'), 'utf8'));
  });

  test('going on keeps what has not changed, and does a report again whose workbook has', () => {
    expect(batch('全', '--resume')).toContain('8 个没有变化');
    writeFileSync(join(units, '甲', '自评表.xlsx'), workbookOf(wrong));
    expect(batch('全', '--resume')).toContain('6 个没有变化');
    rmSync(join(units, '乙', '自评表.xlsx'));
    expect(batch('全', '--resume')).toContain('6 个没有变化');
    expect(records('全').find(({ file }) => file === '乙/自评报告.docx')?.report?.against).toEqual([]);
  });

  test('summary and letters name the words of the report', () => {
    biaoli(['summary', '全', '--format', 'json', '--out', '汇'], folder.path);
    const summary = readFileSync(join(folder.path, '汇', '汇总.json'), 'utf8');
    expect(summary).toContain('报告收支结余');
    expect(summary).toContain('第3段');
    expect(existsSync(join(folder.path, '汇'))).toBe(true);
  });

  test('left without free text, the words of the report are gone', () => {
    batch('删', '--redact');
    const report = records('删').find(({ file }) => file === '丁/自评报告.docx');
    expect(report?.findings.flatMap(({ text = [] }) => text.map(({ under }) => under)).filter((under) => under !== null && under !== '…')).toEqual([]);
  });
});
