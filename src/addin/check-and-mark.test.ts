// The ribbon's check over a real file in memory: it marks, says the verdict, and changes no content.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeWorkbook } from '../../test/make-workbook';
import { unitsWithAmounts } from '../../test/one-table';
import { sayIn } from '../pane/catalogue';
import { DEFAULT_PREFERENCES } from '../pane/preferences';
import { openPackagePort, type PackagePort } from '../workbooks/package/package-port';
import type { WorkbookPort } from '../workbooks/port';
import { checkAndMark } from './check-and-mark';

const SAMPLE = resolve(__dirname, '../../assets/samples/project.xlsx');
const say = sayIn('zh-CN');
const task = (run: string): Parameters<typeof checkAndMark>[1] => ({ run, at: '2024-03-15T08:00:00.000Z', date: '2024-03-15', say, language: 'zh-CN', preferences: DEFAULT_PREFERENCES });
const opened = (): PackagePort => openPackagePort(new Uint8Array(readFileSync(SAMPLE)));

async function cellsOf(port: WorkbookPort) {
  const read = await port.read();
  if (!read.ok) throw new Error(read.reason);
  return read.value.grids.flatMap(({ sheet, cells }) => cells.map(({ row, column, value, formula, note, style }) => ({ at: `${sheet}!${row},${column}`, content: [value, formula], note, fill: style.fill })));
}

describe('checkAndMark', () => {
  it('marks cells, changes no content, and says the verdict with both scores', async () => {
    const port = opened();
    const before = await cellsOf(port);
    const message = await checkAndMark(port, task('1'));
    const after = await cellsOf(port);
    expect(message.tone).toBe('errors');
    expect(message.title).toMatch(/^未通过：\d+ 处错误/);
    expect(message.lines.join('\n')).toMatch(/自评 .+，复核 /);
    const known = new Map(before.map((cell) => [cell.at, cell]));
    const marked = after.filter((cell) => cell.note !== null && known.get(cell.at)?.note !== cell.note);
    expect(marked.length).toBeGreaterThan(0);
    expect(message.lines.join('\n')).toContain(`已标记 ${marked.length} 个单元格`);
    expect(after.filter((cell) => known.has(cell.at)).map(({ content }) => content)).toEqual(before.map(({ content }) => content));
  });

  it('marks the same cells when asked again, and leaves none of them once cleared', async () => {
    const port = opened();
    const before = await cellsOf(port);
    const first = await checkAndMark(port, task('1'));
    const once = await cellsOf(port);
    expect((await checkAndMark(port, task('2'))).lines).toEqual(first.lines);
    expect(await cellsOf(port)).toEqual(once);
    await port.clearMarks();
    const noted = (cells: Awaited<ReturnType<typeof cellsOf>>) => cells.filter(({ note }) => note !== null).map(({ at, note }) => [at, note]);
    expect(noted(await cellsOf(port))).toEqual(noted(before));
  });

  it('goes on where the marks of an earlier check were cleared by somebody else in between', async () => {
    const port = opened();
    await checkAndMark(port, task('1'));
    const clearing: WorkbookPort = {
      ...port,
      async clearMarks() {
        await port.clearMarks();
        return port.clearMarks();
      },
    };
    expect((await checkAndMark(clearing, task('2'))).title).toMatch(/^未通过/);
  });

  it('marks in the colours asked for, or not at all', async () => {
    const port = opened();
    const before = await cellsOf(port);
    const unmarked = await checkAndMark(port, { ...task('1'), preferences: { marks: 'none', palette: 'usual' } });
    expect(unmarked.tone).toBe('errors');
    expect(await cellsOf(port)).toEqual(before);
    await checkAndMark(port, { ...task('2'), preferences: { marks: 'fill', palette: 'distinct' } });
    const after = await cellsOf(port);
    expect(new Set(after.map(({ fill }) => fill))).toEqual(new Set([null, 'F4B183', 'BDD7EE']));
    expect(after.map(({ note }) => note)).toEqual(after.map(({ at }) => before.find((cell) => cell.at === at)?.note ?? null));
    await port.clearMarks();
    expect((await cellsOf(port)).every(({ fill }) => fill === null)).toBe(true);
  });

  it('speaks English where Excel does', async () => {
    const message = await checkAndMark(opened(), { ...task('1'), say: sayIn('en-US'), language: 'en-US' });
    expect(message.title).toMatch(/^Not passed: \d+ errors, \d+ to verify, and \d+ more that follows? from them$/);
    expect(message.lines.join(' ')).not.toMatch(/\p{Script=Han}/u);
  });

  it('says what was not read instead of that nothing was found', async () => {
    const port = openPackagePort(makeWorkbook({ sheets: [{ name: '汇总', rows: unitsWithAmounts('80%') }] }));
    const message = await checkAndMark(port, task('1'));
    expect(message).toMatchObject({ tone: 'not-checked', title: '未核查：有内容没有核查，不能认定没有问题' });
    expect(message.lines.join('\n')).toContain('汇总 A1:E5：没有找到指标表头');
  });

  it('says what the host says where it refuses', async () => {
    const port = opened();
    const busy = { ok: false, word: 'busy', reason: '请先按 Enter 结束编辑。' } as const;
    expect(await checkAndMark({ ...port, read: () => Promise.resolve(busy) }, task('1'))).toEqual({ tone: 'not-checked', title: '没有完成', lines: [busy.reason], language: 'zh-CN' });
    const unmarked = await checkAndMark({ ...port, apply: () => Promise.resolve(busy) }, task('1'));
    expect(unmarked.tone).toBe('errors');
    expect(unmarked.lines).toContain(`没有标记单元格：${busy.reason}`);
  });
});
