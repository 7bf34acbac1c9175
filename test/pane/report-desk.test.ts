// A report beside the workbook: its tables put on new sheets, what is told of it, and what is told when it cannot be.
import type { ReportDocument } from '../../src/model/report';
import { sayIn } from '../../src/pane/catalogue';
import { PaneController } from '../../src/pane/controller';
import { memoryPreferences } from '../../src/pane/preferences';
import type { Answer } from '../../src/workbooks/port';
import { documentOf } from '../word/make-docx';
import { bytesOf, tableOf } from '../word/docx-tables';
import { corpusTables } from '../corpus/workbooks';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

async function opened(read: () => Promise<Answer<ReportDocument>>): Promise<{ readonly controller: PaneController; readonly port: FakePort }> {
  const port = fakePort(sampleSnapshot());
  const controller = new PaneController({ port, reports: { read }, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => sayIn('zh-CN') });
  await controller.start();
  await controller.reports.open({ name: '自评报告.docx', bytes: new Uint8Array() });
  return { controller, port };
}

async function reportWithTables(): Promise<ReportDocument> {
  const tables = corpusTables().slice(0, 2);
  return documentOf(await bytesOf(tables.map(tableOf)));
}

test('what was inserted is still told after the check that follows it', async () => {
  const document = await reportWithTables();
  const { controller, port } = await opened(() => Promise.resolve({ ok: true, value: document }));
  const checks = port.calls.filter((call) => call === 'read').length;
  await controller.reports.insert([0, 1]);
  expect(port.planned.map(({ name }) => name)).toEqual(document.tables.map(({ grid }) => grid.sheet));
  expect(port.calls.filter((call) => call === 'read')).toHaveLength(checks + 1);
  expect(controller.getState().notice).toEqual({ phrase: { key: 'report.inserted', params: { names: document.tables.map(({ grid }) => grid.sheet).join('、') } }, tone: 'done' });
});

test('tables that the workbook did not take are told as such, and nothing is checked again', async () => {
  const document = await reportWithTables();
  const { controller, port } = await opened(() => Promise.resolve({ ok: true, value: document }));
  const checks = port.calls.filter((call) => call === 'read').length;
  port.next.set('insertSheets', { ok: false, word: 'read-only', reason: '工作簿的结构受保护。' });
  await controller.reports.insert([0]);
  expect(controller.getState().refusal).toMatchObject({ reason: '工作簿的结构受保护。' });
  expect(controller.getState().notice).toBeNull();
  expect(port.calls.filter((call) => call === 'read')).toHaveLength(checks);
});

test('a report that cannot be read leaves the pane as it was, with the reason', async () => {
  const { controller } = await opened(() => Promise.resolve({ ok: false, word: 'failed', reason: '不是 Word 文档。' }));
  expect(controller.getState()).toMatchObject({ report: null, refusal: { reason: '不是 Word 文档。' } });
});

test('a report that comes while the workbook is still being checked is opened after it', async () => {
  const document = await reportWithTables();
  const port = fakePort(sampleSnapshot());
  const read = port.read.bind(port);
  let go: () => void = () => undefined;
  port.read = (options) => new Promise<void>((begin) => (go = begin)).then(() => read(options));
  const controller = new PaneController({ port, reports: { read: () => Promise.resolve({ ok: true, value: document }) }, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => sayIn('zh-CN') });
  await controller.start();
  const checking = controller.check();
  while (!port.calls.includes('loadState') || controller.getState().task === null) await Promise.resolve();
  const opening = controller.reports.open({ name: '自评报告.docx', bytes: new Uint8Array() });
  const again = controller.reports.open({ name: '另一份.docx', bytes: new Uint8Array() });
  await new Promise((done) => setTimeout(done, 20));
  go();
  await Promise.all([checking, opening, again]);
  expect(controller.getState().report?.name).toBe('另一份.docx');
  expect(controller.getState().task).toBeNull();
});
