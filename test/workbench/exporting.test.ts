// What is taken away is what the other faces give: the same review, the same corrections.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/cli/check-file';
import { PLAIN } from '../../src/cli/judging';
import { fileJson } from '../../src/exports/json';
import { memoryPreferences } from '../../src/pane/preferences';
import { findRubric } from '../../src/rubrics/catalogue';
import { exportAs, type Exported, type ExportKind } from '../../src/workbench/exporting';
import { openGridPort } from '../../src/workbooks/grid/grid-port';
import { openPackageBook } from '../../src/workbooks/grid/package-book';
import { readWorkbook } from '../../src/workbooks/package/read';
import { NO_OWN_HOUSE } from './fakes';

const NAME = '项目支出绩效自评表（示例）.xlsx';
const PATH = join(__dirname, '../../assets/samples/project.xlsx');
const bytes = (): Uint8Array => new Uint8Array(readFileSync(PATH));

async function exported(kind: ExportKind, content = bytes(), name = NAME, house = NO_OWN_HOUSE): Promise<Exported> {
  const opened = await openPackageBook(content, { name });
  if (!opened.ok) throw new Error(opened.reason);
  const port = openGridPort(opened.book, name);
  let id = 0;
  const answer = await exportAs(kind, { name, port, services: {
    open: async (file) => openPackageBook(file.bytes, { name: file.name }), openPort: openGridPort, house, preferences: memoryPreferences(),
    newId: () => `run-${++id}`, now: () => new Date(2024, 2, 15, 9), version: '1.2.3',
  } });
  expect(port.dirty()).toBe(false);
  expect(Buffer.from(await port.bytes()).equals(Buffer.from(content))).toBe(true);
  return answer;
}

const textOf = (answer: Exported): string => (answer.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer.file.bytes) : '');

test('the JSON is the command line’s', async () => {
  const answer = await exported('json');
  expect(answer).toMatchObject({ ok: true, file: { name: '项目支出绩效自评表（示例）（核查结果）.json' } });
  expect(JSON.parse(textOf(answer))).toEqual({ tool: { name: 'biaoli', version: '1.2.3' }, files: [JSON.parse(JSON.stringify({ ...fileJson(await checkFile(PATH, PLAIN)), file: NAME }))] });
});

test('rules kept on this computer judge what is taken away as they judge in the pane', async () => {
  const own = { rubrics: [{ ...findRubric('mof-2020'), id: 'mine', title: '本人口径', version: '3', from: 2015, places: ['湖南'] }], checks: [] };
  const text = textOf(await exported('json', bytes(), NAME, { ...NO_OWN_HOUSE, own: { read: () => Promise.resolve(own), write: () => Promise.resolve() } }));
  expect(text).toContain('"rubric":"mine"');
});

test('the opinion opens in the Notepad of old Windows', async () => {
  const answer = await exported('text');
  const text = textOf(answer);
  expect(text.startsWith('\uFEFF绩效自评表审核意见\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toContain('审核日期：2024-03-15');
});

test('the corrected copy holds the certain corrections, and the open workbook stays as it is', async () => {
  const answer = await exported('copy');
  if (!answer.ok) throw new Error(JSON.stringify(answer.reason));
  expect(answer.file.name).toBe('项目支出绩效自评表（示例）（已更正）.xlsx');
  const read = await readWorkbook(answer.file.bytes, { name: answer.file.name });
  if (!read.ok) throw new Error(read.reason);
  const text = (row: number, column: number): string => read.snapshot.grids[0]?.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '';
  expect([text(5, 9), text(5, 11)]).toEqual(['65.12%', '6.51']);
});

test('a copy of the copy would hold nothing new, and is not made', async () => {
  const first = await exported('copy');
  if (!first.ok) throw new Error('no copy');
  expect(await exported('copy', first.file.bytes, first.file.name)).toEqual({ ok: false, reason: { key: 'export.nothing' } });
});
