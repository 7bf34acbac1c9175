// correct, undo and explain from the outside, on copies of small workbooks.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Grid } from '../../src/model/grid';
import { a1 } from '../../src/model/address';
import { readPackage } from '../../src/workbooks/package/read';
import { zipParts } from '../make-workbook';
import { makeDocx, p } from '../word/make-docx';
import { biaoli, lockedWorkbook, temporaryFolder, workbookOf } from './run-cli';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const wrong = { base: 'project', cells: { F6: 100, F7: 80, I6: '100%' } } as const;
const SOURCE = 'wrong.xlsx';
const COPY = 'wrong（已更正）.xlsx';
const DATE = ['--date', '2024-03-01'];

beforeEach(() => {
  folder.put(SOURCE, workbookOf(wrong));
  rmSync(join(folder.path, COPY), { force: true });
});

function grid(name: string): Grid {
  const reading = readPackage(readFileSync(join(folder.path, name)));
  if (!reading.ok) throw new Error(reading.reason);
  const [first] = reading.snapshot.grids;
  if (!first) throw new Error('no sheet');
  return first;
}

const cell = (of: Grid, address: string) => of.cells.find(({ row, column }) => a1(row, column) === address);
const findings = (name: string): { rule: string; severity: string; waived: { stale: boolean } | null; cells: string[] }[] =>
  (JSON.parse(biaoli(['check', name, '--format', 'json'], folder.path).out) as { files: { tables: { findings: never[] }[] }[] }).files.flatMap(({ tables }) => tables.flatMap((table) => table.findings));

describe('biaoli correct', () => {
  it('says of a Word report that it is no workbook, and nothing untrue of its name', () => {
    folder.put('报告.docx', makeDocx({ body: p('绩效自评报告') }));
    for (const command of ['correct', 'undo']) expect(biaoli([command, '报告.docx'], folder.path)).toMatchObject({ code: 2, err: '报告.docx：这是 Word 文档，不是工作簿；请选择表格文件（.xlsx）。\n' });
  });

  it('writes a corrected copy beside the file, marked and noted, and leaves the file alone', () => {
    const before = readFileSync(join(folder.path, SOURCE));
    const run = biaoli(['correct', SOURCE, ...DATE], folder.path);
    expect(run.err).toBe('');
    expect(readFileSync(join(folder.path, SOURCE)).equals(before)).toBe(true);
    const rate = cell(grid(COPY), 'I6');
    expect(rate?.value).toBe(0.8);
    expect(rate?.text).toBe('80.00%');
    expect(rate?.style.fill).not.toBeNull();
    expect(rate?.note).toContain('原填 100%');
    expect(rate?.note).toContain('2024-03-01');
  });

  it('corrects what follows from the corrected numbers, the total included', () => {
    biaoli(['correct', SOURCE, ...DATE], folder.path);
    const copy = grid(COPY);
    expect([cell(copy, 'K6')?.value, cell(copy, 'I20')?.value]).toEqual([8, 98]);
    expect(findings(COPY).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has nothing left to write the second time', () => {
    biaoli(['correct', SOURCE, ...DATE], folder.path);
    const first = readFileSync(join(folder.path, COPY));
    biaoli(['correct', COPY, '--in-place', ...DATE], folder.path);
    expect(readFileSync(join(folder.path, COPY)).equals(first)).toBe(true);
  });

  it('does not replace an earlier copy, in which somebody may have worked, unless asked', () => {
    folder.put(COPY, 'mine');
    expect(biaoli(['correct', SOURCE, ...DATE], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('--overwrite') as string });
    expect(readFileSync(join(folder.path, COPY), 'utf8')).toBe('mine');
    expect(biaoli(['correct', SOURCE, '--overwrite', ...DATE], folder.path).err).toBe('');
    expect(cell(grid(COPY), 'I6')?.value).toBe(0.8);
  });

  it('does not write the copy of one file over that of another of the same name, even when asked to overwrite', () => {
    for (const unit of ['甲局', '乙局']) mkdirSync(join(folder.path, '报送', unit), { recursive: true });
    folder.put('报送/甲局/自评表.xlsx', workbookOf(wrong));
    folder.put('报送/乙局/自评表.xlsx', workbookOf({ ...wrong, cells: { ...wrong.cells, F7: 60 } }));
    for (const more of [[], ['--overwrite']]) {
      const run = biaoli(['correct', '报送', '--out', '更正', ...more, ...DATE], folder.path);
      expect([run.code, more.length > 0 ? run.err : '']).toEqual([2, more.length > 0 ? '报送/甲局/自评表.xlsx：“更正/自评表（已更正）.xlsx”刚才写入了 报送/乙局/自评表.xlsx 的副本，两个文件同名，没有覆盖：请用 --out 把这一个写到别的文件夹。\n' : '']);
      expect(cell(grid('更正/自评表（已更正）.xlsx'), 'F7')?.value).toBe(60);
    }
    expect(biaoli(['correct', '报送/甲局', '报送/乙局/自评表.xlsx', '--out', '另一处', ...DATE], folder.path).err).toContain('两个文件同名');
  });

  it('adds a sheet of results when asked, one row a finding with what became of it', () => {
    biaoli(['correct', SOURCE, '--result-sheet', ...DATE], folder.path);
    const reading = readPackage(readFileSync(join(folder.path, COPY)));
    const sheet = reading.ok ? reading.snapshot.grids.find((one) => one.sheet === '核查结果') : undefined;
    expect(sheet?.cells.filter(({ row }) => row === 1).map(({ text }) => text)).toContain('单元格');
    const words = (rule: string): string | undefined => {
      const found = sheet?.cells.find(({ text }) => text === rule);
      return sheet?.cells.find(({ row, text }) => row === found?.row && /^(已更正|待处理)$/.test(text))?.text;
    };
    expect([words('预算执行率'), words('执行率偏低未说明')]).toEqual(['已更正', '待处理']);
    expect(sheet?.rowCount).toBe(1 + findings(SOURCE).length);
  });

  it('writes the corrections and says why there is no sheet of results where the structure is locked', () => {
    const parts = unzipSync(readFileSync(join(folder.path, SOURCE)));
    const book = new TextDecoder().decode(parts['xl/workbook.xml']).replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>');
    folder.put(SOURCE, zipParts({ ...parts, 'xl/workbook.xml': book }));
    const run = biaoli(['correct', SOURCE, '--result-sheet', ...DATE], folder.path);
    expect(run.out).toMatch(/没有附“核查结果”工作表：工作簿的结构受保护.*。/);
    const reading = readPackage(readFileSync(join(folder.path, COPY)));
    expect(reading.ok && reading.snapshot.grids.some(({ sheet }) => sheet === '核查结果')).toBe(false);
    expect(cell(grid(COPY), 'I6')?.value).toBe(0.8);
  });

  it('shows before and after and writes nothing in a dry run', () => {
    biaoli(['correct', SOURCE, '--out', 'dry', '--dry-run'], folder.path);
    const run = biaoli(['correct', SOURCE, '--out', 'dry', '--dry-run'], folder.path);
    expect(run.out).toMatch(/I6 +100% → 80\.00%/);
    expect(folder.has('dry')).toBe(false);
  });

  it('writes live formulas when asked', () => {
    biaoli(['correct', SOURCE, '--formulas', ...DATE], folder.path);
    const rate = cell(grid(COPY), 'I6');
    expect([rate?.formula, rate?.value]).toEqual(['G6/F6', 0.8]);
  });

  it('leaves no old result behind: a total that sums the corrected score is right in the copy, and comes back with undo', () => {
    folder.put(SOURCE, workbookOf({ ...wrong, cells: { ...wrong.cells, I20: { value: 100, formula: 'K6+SUM(I9:I19)' } } }));
    biaoli(['correct', SOURCE, ...DATE], folder.path);
    expect(cell(grid(COPY), 'I20')).toMatchObject({ value: 98, formula: 'K6+SUM(I9:I19)' });
    expect(findings(COPY).filter(({ severity }) => severity === 'error')).toEqual([]);
    biaoli(['undo', COPY, '--in-place'], folder.path);
    expect(cell(grid(COPY), 'I20')?.value).toBe(100);
  });

  it('only marks when asked', () => {
    biaoli(['correct', SOURCE, '--marks-only', ...DATE], folder.path);
    const rate = cell(grid(COPY), 'I6');
    expect([rate?.text, rate?.style.fill === null, rate?.note?.includes('执行率应为80.00%')]).toEqual(['100%', false, true]);
  });

  it('writes over the file itself only when asked', () => {
    biaoli(['correct', SOURCE, '--in-place', ...DATE], folder.path);
    expect(cell(grid(SOURCE), 'I6')?.value).toBe(0.8);
    expect(biaoli(['correct', SOURCE, '--in-place', '--out', 'x'], folder.path).code).toBe(2);
  });

  it('leaves a locked cell and all that follows from it as they are, and says so', () => {
    folder.put('locked.xlsx', lockedWorkbook({ ...wrong, cells: { ...wrong.cells, G13: '90公里' } }, ['K6', 'I20', 'G13']));
    const run = biaoli(['correct', 'locked.xlsx', ...DATE], folder.path);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/没有写入 .*I6.*：工作表受保护/);
    const copy = grid('locked（已更正）.xlsx');
    expect([cell(copy, 'I6')?.value, cell(copy, 'K6')?.value, cell(copy, 'I20')?.value]).toEqual(['100%', 10, 100]);
    expect(cell(copy, 'K6')?.note).toContain('预算执行得分应为8');
  });

  it('refuses what is no workbook in words and exits 2', () => {
    folder.put('page.xlsx', '<html></html>');
    const run = biaoli(['correct', 'page.xlsx'], folder.path);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^page\.xlsx：.*。\n$/);
  });
});

describe('biaoli undo', () => {
  it('gives back every cell', () => {
    biaoli(['correct', SOURCE, '--in-place', ...DATE], folder.path);
    const run = biaoli(['undo', SOURCE, '--in-place'], folder.path);
    expect(run.code).toBe(0);
    folder.put('again.xlsx', workbookOf(wrong));
    expect(grid(SOURCE).cells).toEqual(grid('again.xlsx').cells);
  });

  it('says so when there is nothing to take back', () => {
    const run = biaoli(['undo', SOURCE], folder.path);
    expect([run.code, run.err.includes('没有可以撤销的更正')]).toEqual([2, true]);
  });

  it('says what it could not give back: a sheet that was renamed, content and notes that somebody wrote since', () => {
    biaoli(['correct', SOURCE, ...DATE], folder.path);
    const bent = (name: string, part: string, from: RegExp, to: string): void => {
      const parts = unzipSync(readFileSync(join(folder.path, COPY)));
      folder.put(name, zipParts({ ...parts, [part]: new TextDecoder().decode(parts[part]).replace(from, to) }));
    };
    bent('renamed.xlsx', 'xl/workbook.xml', /(<sheet name=")[^"]*/, '$1别名');
    const renamed = biaoli(['undo', 'renamed.xlsx', '--in-place'], folder.path);
    expect([renamed.code, renamed.out]).toEqual([2, expect.stringMatching(/还原 0 处。\n {2}自评表!I6 没有还原：找不到工作表“自评表”.*改回原名后可再次撤销。/)]);
    bent('typed.xlsx', 'xl/worksheets/sheet1.xml', /<v>0\.8<\/v>/, '<v>0.9</v>');
    expect(biaoli(['undo', 'typed.xlsx', '--in-place'], folder.path)).toMatchObject({ code: 0, out: expect.stringContaining('自评表!I6 更正之后单元格又被改动，保留现在的内容') as string });
    bent('noted.xlsx', 'xl/comments1.xml', /原填 100%/, '原来填的是 100%');
    expect(biaoli(['undo', 'noted.xlsx', '--in-place'], folder.path)).toMatchObject({ code: 0, out: expect.stringContaining('自评表!I6 已还原。批注在更正之后被改动，予以保留。') as string });
  });

  it('does not call a damaged record none', () => {
    biaoli(['correct', SOURCE, '--in-place', ...DATE], folder.path);
    const parts = unzipSync(readFileSync(join(folder.path, SOURCE)));
    const record = Object.keys(parts).find((name) => /^customXml\/item\d+\.xml$/.test(name)) ?? '';
    folder.put('damaged.xlsx', zipParts({ ...parts, [record]: (parts[record] ?? new Uint8Array()).slice(0, 200) }));
    const run = biaoli(['undo', 'damaged.xlsx'], folder.path);
    expect([run.code, run.err.includes('记录已损坏'), run.err.includes('没有可以撤销的更正')]).toEqual([2, true, false]);
  });
});

describe('biaoli explain', () => {
  const over = { base: 'project', cells: { G13: '90公里' } } as const;
  const explained = ['explain', 'over.xlsx', '--rule', 'overshoot-unexplained', '--cell', 'G13', '--in-place', ...DATE];
  beforeEach(() => {
    folder.put('over.xlsx', workbookOf(over));
  });

  it('lists what needs words', () => {
    expect(biaoli(['explain', 'over.xlsx'], folder.path).out).toContain('自评表!G13');
  });

  it('keeps an explanation in the workbook, and the finding is no longer open', () => {
    expect(biaoli([...explained, '--reason', '上级追加里程四十公里', '--role', '填报人'], folder.path).code).toBe(0);
    expect(findings('over.xlsx').find(({ rule }) => rule === 'overshoot-unexplained')?.waived).toEqual({ reason: '上级追加里程四十公里', date: '2024-03-01', role: '填报人', stale: false });
    expect(biaoli(['check', 'over.xlsx', '--quiet'], folder.path).out).toContain('✓ 通过');
  });

  it.each([['无', '填报人'], ['已核实', '填报人'], ['上级追加里程四十公里', '']])('refuses the reason %j of %j', (reason, role) => {
    const run = biaoli([...explained, '--reason', reason, '--role', role], folder.path);
    expect([run.code, findings('over.xlsx').every(({ waived }) => waived === null)]).toEqual([2, true]);
  });

  it('does not let an error be explained away', () => {
    const run = biaoli(['explain', SOURCE, '--rule', 'execution-rate', '--cell', 'I6', '--reason', '上级追加里程四十公里', '--role', '填报人'], folder.path);
    expect([run.code, run.err.includes('不能用说明代替更正')]).toEqual([2, true]);
  });
});

describe('biaoli rules and rubrics', () => {
  it('lists them and describes one', () => {
    expect(biaoli(['rules'], folder.path).out).toContain('execution-rate');
    expect(biaoli(['rules', 'execution-rate'], folder.path).out).toMatch(/理由：.+\n依据：.+/);
    expect(biaoli(['rubrics'], folder.path).out).toContain('mof-2020');
    expect(biaoli(['rubrics', 'mof-2020'], folder.path).out).toMatch(/(原文|样表所见|推定)：/);
    expect(biaoli(['rules', 'no-such'], folder.path).code).toBe(2);
  });
});
