// Own checks from the outside: in check, batch, correct and explain, what is said about a wrong file, and the command that tries them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { FileRecord } from '../../src/batch/record';
import type { JsonReview } from '../../src/exports/json';
import { biaoli, temporaryFolder, workbookOf } from './run-cli';

const schemaOf = (name: string): object => JSON.parse(readFileSync(join(__dirname, '..', '..', 'assets', name), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const conforms = ajv.compile(schemaOf('review.schema.json'));
const folder = temporaryFolder();
afterAll(() => folder.remove());

const TEXT = `名称：某省 2022 年审核公式

【HB-01】总分不超过九十九
级别：错误
公式：[总分] <= 99
说明：总分{[总分]}。
文件：某省通知
条款：第三条

【HB-02】项目名称
级别：核实
公式：[项目名称] 包含“水利”
`;

beforeAll(() => {
  folder.put('own.txt', TEXT);
  folder.put('own.json', JSON.stringify({ checks: [{ id: 'HB-01', label: '总分不超过九十九', severity: '错误', formula: '[总分] <= 99', message: '总分{[总分]}。', basis: { document: '某省通知', clause: '第三条' } }, { id: 'HB-02', label: '项目名称', formula: '[项目名称] 包含“水利”' }] }));
  folder.put('表.xlsx', workbookOf({ base: 'project' }));
});

const json = (out: string): JsonReview => JSON.parse(out) as JsonReview;

describe('biaoli check --checks', () => {
  it.each(['own.txt', 'own.json'])('judges by the checks of %s beside the rules, in the published shape', (file) => {
    const run = biaoli(['check', '表.xlsx', '--checks', file, '--format', 'json'], folder.path);
    expect(run.code).toBe(1);
    const review = json(run.out);
    expect(review.files[0]?.tables[0]?.findings.filter(({ severity }) => severity !== 'hint')).toMatchObject([
      { rule: 'own:HB-01', title: '总分不超过九十九', severity: 'error', cells: ['I20'], message: '总分100。', expected: '≤99', received: '100', basis: { document: '某省通知', clause: '第三条', standing: 'quoted' } },
      { rule: 'own:HB-02', title: '项目名称', severity: 'verify', cells: ['C3'] },
    ]);
    conforms(review);
    expect(conforms.errors ?? []).toEqual([]);
  });

  it('names them in text, and as rules of their own in SARIF', () => {
    expect(biaoli(['check', '表.xlsx', '--checks', 'own.txt'], folder.path).out).toMatch(/错误 I20 +总分不超过九十九：总分100。/);
    const { runs: [run] } = JSON.parse(biaoli(['check', '表.xlsx', '--checks', 'own.txt', '--format', 'sarif'], folder.path).out) as { runs: { tool: { driver: { rules: { id: string; name: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }[] };
    const found = run?.results.find(({ ruleId }) => ruleId === 'own:HB-01');
    expect(run?.tool.driver.rules[found?.ruleIndex ?? -1]).toMatchObject({ id: 'own:HB-01', name: '总分不超过九十九' });
  });

  it.each([
    ['wrong.txt', '【A】甲\n公式：[总分] <=\n　　[得份]\n', '第 3 行第 3 列（A 的公式）：没有字段“得份”'], ['wrong.json', '{"checks":[{"id":"A","label":"甲","formula":"[总分]"}]}', 'A 的公式，第 1 行第 1 列'], ['none.txt', '', '没有审核公式'],
    ['twice.txt', '【A】甲\n公式：[总分] = 1\n\n【A】乙\n公式：[总分] = 2\n', '用了两次'], ['broken.json', '{"checks":[', '不是正确的 JSON'], ['words.txt', '随便写写\n', '第 1 行看不懂'], ['proto.json', '{"checks":[{"__proto__":{"id":"A"},"constructor":1}]}', '缺少'],
  ])('says where %s is wrong and checks nothing', (name, text, words) => {
    folder.put(name, text);
    const run = biaoli(['check', '表.xlsx', '--checks', name], folder.path);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toContain(words);
    expect(run.err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('says that the file is not there', () => {
    expect(biaoli(['check', '表.xlsx', '--checks', '没有.txt'], folder.path)).toMatchObject({ code: 2, out: '' });
  });

  it('reads what PowerShell wrote with >', () => {
    folder.put('utf16.txt', Buffer.from(`\ufeff${biaoli(['checks', 'examples'], folder.path).out}`, 'utf16le'));
    expect(biaoli(['checks', 'test', 'utf16.txt'], folder.path)).toMatchObject({ code: 0, out: expect.stringMatching(/二十条|20 条审核公式，写法都对/) as string });
  });

  it('does not write the result over the checks', () => {
    const before = readFileSync(join(folder.path, 'own.txt'), 'utf8');
    expect(biaoli(['check', '表.xlsx', '--checks', 'own.txt', '--output', './own.txt'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('就是核查所用的') as string });
    expect(readFileSync(join(folder.path, 'own.txt'), 'utf8')).toBe(before);
  });

  it('reads a file that an older Notepad saved', () => {
    // 【甲】乙, 公式：[总分] = 1 in GBK.
    folder.put('gbk.txt', new Uint8Array([0xa1, 0xbe, 0xbc, 0xd7, 0xa1, 0xbf, 0xd2, 0xd2, 0x0d, 0x0a, 0xb9, 0xab, 0xca, 0xbd, 0xa3, 0xba, 0x5b, 0xd7, 0xdc, 0xb7, 0xd6, 0x5d, 0x20, 0x3d, 0x20, 0x31, 0x0d, 0x0a]));
    expect(json(biaoli(['check', '表.xlsx', '--checks', 'gbk.txt', '--format', 'json'], folder.path).out).files[0]?.tables[0]?.findings[0]?.rule).toBe('own:甲');
  });
});

describe('the schema of own checks', () => {
  it('takes the examples as they are printed', () => {
    const run = biaoli(['checks', 'examples', '--format', 'json'], folder.path);
    const isFile = ajv.compile(schemaOf('own-checks.schema.json'));
    isFile(JSON.parse(run.out));
    expect(isFile.errors ?? []).toEqual([]);
  });
});

describe('biaoli batch --checks', () => {
  const lines = (): readonly FileRecord[] => readFileSync(join(folder.path, '结果', 'results.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as FileRecord);

  it('judges in every worker, and judges again when the checks change', () => {
    folder.put('own-batch.txt', TEXT);
    for (const name of ['甲', '乙', '丙']) folder.put(`${name}.xlsx`, workbookOf({ base: 'project', cells: { C3: name } }));
    const batch = (...more: readonly string[]): ReturnType<typeof biaoli> => biaoli(['batch', '.', '--out', '结果', '--checks', 'own-batch.txt', ...more], folder.path);
    expect(batch().code).toBe(1);
    expect(lines().length).toBeGreaterThanOrEqual(4);
    for (const { tables } of lines().filter(({ status }) => status === 'checked')) expect(tables[0]?.findings.map(({ rule }) => rule)).toContain('own:HB-01');
    expect(batch('--resume').err).toContain('沿用上次结果');
    folder.put('own-batch.txt', TEXT.replace('99', '100'));
    expect(batch('--resume').err).not.toContain('沿用上次结果');
    for (const { tables } of lines().filter(({ status }) => status === 'checked')) expect(tables[0]?.findings.map(({ rule }) => rule)).not.toContain('own:HB-01');
  });
});

describe('biaoli explain and correct --checks', () => {
  it('keep an explanation of an own check, and find it again', () => {
    folder.put('说明.xlsx', workbookOf({ base: 'project' }));
    const explained = biaoli(['explain', '说明.xlsx', '--checks', 'own.txt', '--rule', 'own:HB-02', '--cell', 'C3', '--reason', '项目由交通部门实施，名称按批复。', '--role', '填报人', '--in-place'], folder.path);
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toContain('项目名称：项目由交通部门实施');
    const [table] = json(biaoli(['check', '说明.xlsx', '--checks', 'own.txt', '--format', 'json'], folder.path).out).files[0]?.tables ?? [];
    expect(table?.findings.find(({ rule }) => rule === 'own:HB-02')?.waived).toMatchObject({ stale: false });
    expect(json(biaoli(['check', '说明.xlsx', '--format', 'json'], folder.path).out).files[0]?.remarks).toEqual([]);
  });

  it('mark what own checks find', () => {
    const run = biaoli(['correct', '表.xlsx', '--checks', 'own.txt', '--dry-run'], folder.path);
    expect(run.out).toMatch(/I20 +标色、加批注 +总分不超过九十九/);
  });
});

describe('biaoli checks', () => {
  it('tells every check’s result on a table', () => {
    const run = biaoli(['checks', 'test', 'own.txt', '表.xlsx'], folder.path);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/某省 2022 年审核公式：2 条审核公式，写法都对。/);
    expect(run.out).toMatch(/不符合 +HB-01 +错误 +总分不超过九十九\n +I20 +总分100。/);
  });

  it('prints examples that work as a file at once, and the names of fields', () => {
    folder.put('examples.txt', biaoli(['checks', 'examples'], folder.path).out);
    const run = biaoli(['checks', 'test', 'examples.txt', '表.xlsx'], folder.path);
    expect(run.code).toBe(0);
    expect(run.out).toContain('20 条审核公式');
    expect(run.out).not.toContain('不符合');
    expect(biaoli(['checks', 'fields'], folder.path).out).toContain('[全年预算数]');
  });

  it('needs no code made from text, neither for the language nor for the schema', () => {
    const cli = join(__dirname, '..', '..', 'dist', 'cli.js');
    const strict = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', cli, 'checks', 'test', 'own.json', '表.xlsx'], { cwd: folder.path, encoding: 'utf8' });
    expect(strict.stdout).toBe(biaoli(['checks', 'test', 'own.json', '表.xlsx'], folder.path).out);
    expect(strict.stdout).toContain('总分100。');
  });

  it.each([[['checks'], 'test、examples'], [['checks', 'tset'], '没有 biaoli checks tset'], [['checks', 'test'], '请写明审核公式文件'], [['checks', 'test', 'own.txt', '表.xlsx', '--format', 'json'], '--format 只用于 biaoli checks examples'], [['checks', 'test', 'own.txt', '没有.xlsx'], '没有.xlsx']])('answers %j with a sentence and exit 2', (args, words) => {
    const run = biaoli(args, folder.path);
    expect(run.code).toBe(2);
    expect(run.err).toContain(words);
  });
});
