// check from the outside: verdicts, formats, exit codes, what is said about bad input.
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { JsonReview } from '../../src/exports/json';
import { excel95 } from '../excel-95';
import { makeWorkbook } from '../make-workbook';
import { unitsWithAmounts } from '../one-table';
import { biaoli, temporaryFolder, workbookOf } from './run-cli';

const schema = JSON.parse(readFileSync(join(__dirname, '..', '..', 'assets', 'review.schema.json'), 'utf8')) as object;
const conforms = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const folder = temporaryFolder();
afterAll(() => folder.remove());

const right = { base: 'project' } as const;
const wrongRate = { base: 'project', cells: { F6: 100, F7: 80, I6: '100%' } } as const;
const overshoot = { base: 'project', cells: { G13: '90公里' } } as const;

beforeAll(() => {
  folder.put('right.xlsx', workbookOf(right));
  folder.put('wrong.xlsx', workbookOf(wrongRate));
  folder.put('verify.xlsx', workbookOf(overshoot));
  folder.put('page.xlsx', '<html><body>登录已过期</body></html>');
});

const json = (out: string): JsonReview => JSON.parse(out) as JsonReview;

describe('biaoli check', () => {
  it('says how it is used whatever is asked about', () => {
    for (const topic of ['', 'constructor', '__proto__', '没有的命令']) expect(biaoli(['help', topic], folder.path).out).toMatch(/biaoli check/);
    expect(biaoli(['help', 'undo'], folder.path).out).toMatch(/biaoli undo/);
  });

  it('says nothing against a right table and exits 0', () => {
    const run = biaoli(['check', 'right.xlsx', '--format', 'json'], folder.path);
    expect(run.code).toBe(0);
    const [file] = json(run.out).files;
    expect(file?.status).toBe('checked');
    expect(file?.tables.map(({ verdict, findings }) => [verdict, findings.filter(({ severity }) => severity !== 'hint')])).toEqual([['clean', []]]);
  });

  it('exits 2 for a table of which the amounts alone were read, and 1 where these are wrong', () => {
    const checked = (rate: string) => {
      folder.put('list.xlsx', makeWorkbook({ sheets: [{ name: '汇总', rows: unitsWithAmounts(rate) }] }));
      const run = biaoli(['check', 'list.xlsx'], folder.path);
      rmSync(join(folder.path, 'list.xlsx'));
      return run;
    };
    expect(checked('80%')).toMatchObject({ code: 2, out: expect.stringMatching(/未核查.*\n(?:.*\n)*.*未读懂 A1:E5：没有找到指标表头/) as string });
    expect(checked('90%').code).toBe(1);
  });

  it('reads Chinese texts of Excel 95 as the code page says that they are written in', () => {
    folder.put('old.xls', excel95('汇总', unitsWithAmounts('90%')));
    const run = biaoli(['check', 'old.xls', '--format', 'json'], folder.path);
    rmSync(join(folder.path, 'old.xls'));
    expect(json(run.out).files[0]?.tables.map(({ sheet, findings }) => [sheet, findings[0]?.rule])).toEqual([['汇总', 'execution-rate']]);
  });

  it('finds a wrong rate with cell and both numbers and exits 1', () => {
    const run = biaoli(['check', 'wrong.xlsx', '--format', 'json'], folder.path);
    expect(run.code).toBe(1);
    const finding = json(run.out).files[0]?.tables[0]?.findings.find(({ rule }) => rule === 'execution-rate');
    expect(finding).toMatchObject({ severity: 'error', expected: '80.00%', received: '100%', because: null });
    expect(finding?.cells[0]).toBe('I6');
  });

  it('hangs the score under the rate that it follows from', () => {
    const run = biaoli(['check', 'wrong.xlsx', '--format', 'json'], folder.path);
    expect(json(run.out).files[0]?.tables[0]?.findings.find(({ rule }) => rule === 'execution-score')?.because).toBe('execution-rate:I6');
  });

  it('exits 0 for what is only to be verified', () => {
    const run = biaoli(['check', 'verify.xlsx', '--format', 'json'], folder.path);
    expect(json(run.out).files[0]?.tables[0]?.verdict).toBe('to-verify');
    expect(run.code).toBe(0);
  });

  it('writes JSON that conforms to the published schema, for good and bad files alike', () => {
    const run = biaoli(['check', '.', '--format', 'json'], folder.path);
    const review = json(run.out);
    expect(review.files.map(({ file }) => file)).toEqual(['page.xlsx', 'right.xlsx', 'verify.xlsx', 'wrong.xlsx']);
    conforms(review);
    expect(conforms.errors ?? []).toEqual([]);
  });

  it('writes SARIF with the cell as the location and one result a finding', () => {
    const review = json(biaoli(['check', 'wrong.xlsx', '--format', 'json'], folder.path).out);
    const sarif = JSON.parse(biaoli(['check', 'wrong.xlsx', '--format', 'sarif'], folder.path).out) as { version: string; runs: { results: { ruleId: string; level: string; locations: { physicalLocation: { artifactLocation: { uri: string } }; logicalLocations: { fullyQualifiedName: string }[] }[] }[] }[] };
    expect(sarif.version).toBe('2.1.0');
    const results = sarif.runs[0]?.results ?? [];
    expect(results).toHaveLength(review.files[0]?.tables.flatMap(({ findings }) => findings).length ?? -1);
    const rate = results.find(({ ruleId }) => ruleId === 'execution-rate');
    expect(rate?.level).toBe('error');
    expect(rate?.locations[0]?.logicalLocations[0]?.fullyQualifiedName).toBe('自评表!I6');
    expect(rate?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('wrong.xlsx');
  });

  it('puts the verdict first and then the numbers in text, without colour codes off a terminal', () => {
    const run = biaoli(['check', 'wrong.xlsx'], folder.path);
    const [file, verdict] = run.out.split('\n');
    expect(file).toBe('wrong.xlsx');
    expect(verdict).toContain('✗ 未通过');
    expect(run.out).toMatch(/错误 I6 +预算执行率：执行率应为80\.00%（80 ÷ 100），填的是100%/);
    expect(run.out).not.toContain('\u001b');
    expect(run.err).toBe('');
  });

  it('goes on after a file that is no workbook, says what to do, and exits 2', () => {
    const run = biaoli(['check', 'page.xlsx', 'right.xlsx', '--format', 'json'], folder.path);
    expect(run.code).toBe(2);
    expect(json(run.out).files.map(({ status }) => status)).toEqual(['unreadable', 'checked']);
    expect(json(run.out).files[0]?.reason).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it.each([['missing.xlsx', '找不到'], ['none*.xlsx', '没有符合']])('says in Chinese that %s is not there', (name, words) => {
    const run = biaoli(['check', name, '--format', 'json'], folder.path);
    expect(run.code).toBe(2);
    expect(json(run.out).files[0]?.reason).toContain(words);
  });

  it('expands patterns itself and goes into folders', () => {
    mkdirSync(join(folder.path, '市局', '科室'), { recursive: true });
    folder.put('市局/科室/a.xlsx', workbookOf(right));
    folder.put('市局/~$a.xlsx', 'lock');
    expect(json(biaoli(['check', '市局/**/*.xlsx', '--format', 'json'], folder.path).out).files.map(({ file }) => file)).toEqual(['市局/科室/a.xlsx']);
    expect(json(biaoli(['check', '市局', '--format', 'json'], folder.path).out).files.map(({ file }) => file)).toEqual(['市局/科室/a.xlsx']);
  });

  it('says so when a file may not be read', () => {
    if (process.getuid?.() === 0) return; // root reads everything
    const path = folder.put('secret.xlsx', workbookOf(right));
    chmodSync(path, 0);
    expect(json(biaoli(['check', 'secret.xlsx', '--format', 'json'], folder.path).out).files[0]?.reason).toContain('权限');
  });

  it('writes the result into a file and leaves stdout empty', () => {
    const run = biaoli(['check', 'right.xlsx', '--format', 'json', '--output', 'review.json'], folder.path);
    expect(run.out).toBe('');
    expect(json(readFileSync(join(folder.path, 'review.json'), 'utf8')).files).toHaveLength(1);
  });

  it('does not exit 0 where the result could not be written', () => {
    if (!existsSync('/dev/full')) return; // Linux has one.
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '..', '..', 'dist', 'cli.js'), 'rubrics'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    expect([status, stderr]).toEqual([2, '结果没有写完：磁盘空间不足，请清理后重试。\n']);
  });

  it('exits 0 on errors when asked, but not when a file could not be checked', () => {
    expect(biaoli(['check', 'wrong.xlsx', '--exit-zero'], folder.path).code).toBe(0);
    expect(biaoli(['check', 'page.xlsx', '--exit-zero'], folder.path).code).toBe(2);
  });

  it.each([
    [['chek'], '没有命令 chek'], [['check'], '请写明要处理的文件'], [['batch'], '请写明要核查的文件夹'], [['merge'], '请写明批量核查的结果文件夹'], [['check', 'a.xlsx', '--colour'], '没有选项 --colour'], [['check', 'a.xlsx', '--format', 'xml'], '没有输出格式 xml'],
    [['check', 'a.xlsx', '--rubric', 'mars'], '没有口径 mars'], [['check', 'a.xlsx', '--format'], '后面要写一个值'], [['constructor'], '没有命令 constructor'],
  ])('answers %j with a sentence and exit 2, never with a stack trace', (args, words) => {
    const run = biaoli(args, folder.path);
    expect(run.code).toBe(2);
    expect(run.err).toContain(words);
    expect(run.err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('knows its version and helps with every command', () => {
    expect(biaoli(['--version'], folder.path).out).toMatch(/^biaoli \d+\.\d+\.\d+\n$/);
    for (const command of ['check', 'correct', 'undo', 'explain', 'rules', 'rubrics']) expect(biaoli([command, '--help'], folder.path).out).toContain(`biaoli ${command}`);
  });
});
