// biaoli template as a user runs it: list, write, convert; nothing is overwritten unasked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { biaoli, temporaryFolder, workbookOf } from './run-cli';

const folder = temporaryFolder();
afterAll(folder.remove);

test('list names every template, for people and for programs', () => {
  const text = biaoli(['template', 'list'], folder.path);
  const { templates } = JSON.parse(biaoli(['template', 'list', '--format', 'json'], folder.path).out) as { templates: { id: string; rubric: string }[] };
  expect(text.code).toBe(0);
  expect(templates.length).toBeGreaterThan(10);
  for (const { id, rubric } of templates) {
    expect(text.out).toContain(`${id} `);
    expect(rubric).not.toBe('');
  }
  expect(biaoli(['template', 'list', '--format', 'xml'], folder.path)).toMatchObject({ code: 2, err: '没有格式“xml”，可写 text 或 json。\n' });
});

test('write gives a form that the check knows, the same bytes each time, and overwrites only when asked', () => {
  const args = ['template', 'write', 'project-hunan', 'a.xlsx', '--year', '2024', '--unit', '青石县第一小学', '--rows', '1'];
  expect(biaoli(args, folder.path).code).toBe(0);
  const bytes = readFileSync(join(folder.path, 'a.xlsx'));
  expect(biaoli(args, folder.path)).toMatchObject({ code: 2, err: 'a.xlsx 已存在，没有写入；确实要覆盖请加 --overwrite。\n' });
  expect(biaoli([...args, '--force'], folder.path).code).toBe(0);
  expect(readFileSync(join(folder.path, 'a.xlsx')).equals(bytes)).toBe(true);
  const checked = JSON.parse(biaoli(['check', '--format', 'json', 'a.xlsx'], folder.path).out) as { files: { tables: { rubric: string; year: number; findings: { rule: string; message: string }[] }[] }[] };
  const [table] = checked.files[0]?.tables ?? [];
  expect([table?.rubric, table?.year]).toEqual(['hunan-project-2022', 2024]);
  expect(table?.findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('missing-'))).toEqual([]);
  expect(table?.findings.some(({ message }) => message.includes('实施单位'))).toBe(false);
});

test.each<[string, string[], string]>([
  ['an unknown template', ['write', 'nix', 'b.xlsx'], '没有模板 nix，用 biaoli template list 看有哪些模板。'],
  ['a year that is none', ['write', 'project', 'b.xlsx', '--year', '24'], '--year“24”不对，请写 2000 至 2099 的整数。'],
  ['too many lines', ['write', 'project', 'b.xlsx', '--rows', '31'], '--rows“31”不对，请写 1 至 30 的整数。'],
  ['another kind of file', ['write', 'project', 'b.docx'], '模板写成 .xlsx 文件，请把“b.docx”改成以 .xlsx 结尾。'],
  ['no target', ['convert', 'b.xlsx'], '请用 --to 写明目标模板，用 --out 写明新文件。'],
  ['no action', [], '用法：biaoli template list，biaoli template write ID 文件.xlsx，或 biaoli template convert 文件.xlsx --to ID --out 文件2.xlsx。'],
])('%s is refused with a sentence', (_, words, sentence) => {
  expect(biaoli(['template', ...words], folder.path)).toMatchObject({ code: 2, err: `${sentence}\n` });
  expect(folder.has('b.xlsx')).toBe(false);
});

test('convert carries every table of the workbook over and tells what changed', () => {
  folder.put('filled.xlsx', workbookOf({ base: 'project', cells: { G13: '45公里', I13: 20 } }));
  const run = biaoli(['template', 'convert', 'filled.xlsx', '--to', 'project-sichuan', '--out', 'new.xlsx'], folder.path);
  expect(run.code).toBe(0);
  expect(run.out).toContain('filled.xlsx：“养护道路里程”得分原填20，目标表按公式为18，请核对。');
  const checked = JSON.parse(biaoli(['check', '--format', 'json', '--exit-zero', 'new.xlsx'], folder.path).out) as { files: { tables: { rubric: string; score: { claimed: number } }[] }[] };
  expect(checked.files[0]?.tables.map(({ rubric, score }) => [rubric, score.claimed])).toEqual([['sichuan-2023', 98]]);
  expect(biaoli(['template', 'convert', 'filled.xlsx', '--to', 'base-data', '--out', 'none.xlsx'], folder.path).code).toBe(2);
  expect(folder.has('none.xlsx')).toBe(false);
});

test('a table is not converted over itself, whatever leave is given: what has no place in the other form would be lost', () => {
  const before = readFileSync(folder.put('own.xlsx', workbookOf({ base: 'project' })));
  const run = biaoli(['template', 'convert', 'own.xlsx', '--to', 'project-sichuan', '--out', './own.xlsx', '--overwrite'], folder.path);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('就是要转换的文件，没有写入')]);
  expect(readFileSync(join(folder.path, 'own.xlsx')).equals(before)).toBe(true);
});
