/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, screen, waitFor } from '@testing-library/react';
import { mountPane } from '../../src/pane/mount';
import { entryOfFile } from '../../src/workbench/desk/entries';
import type { Entry } from '../../src/workbench/desk/gathering';
import { failedLine } from '../../src/workbench/desk/review-task';
import type { MountedWorkbench, WorkbenchServices } from '../../src/workbench/services';
import type { Book } from '../../src/workbooks/grid/book';
import { sampleSnapshot } from '../pane/sample';
import { bytesOf, fakeDesk, fakeWorld, file, picture, sheetPicture, type FakeWorld } from './fakes';
import { button, mountOn, user } from './mounting';

/** Nothing is read at the desk: its lines alone matter here. */
const desk = fakeDesk.bind(null, { startReviewer: () => ({ review: (task) => Promise.resolve(failedLine(task.file, '读不出来。', '')), end: () => undefined }) });
const entry = (name: string, words = name): Entry => entryOfFile(Object.assign(new File([words], name), { arrayBuffer: () => Promise.resolve(bytesOf(words).buffer) }));
const folder = (name: string, ...entries: readonly Entry[]): Promise<readonly Entry[]> => Promise.resolve([{ name, kind: 'folder', entries: () => Promise.resolve(entries) }]);

async function mounted(change: Partial<WorkbenchServices> = {}, settings: unknown = null): Promise<{ world: FakeWorld; page: MountedWorkbench }> {
  const world = fakeWorld(sampleSnapshot(), { desk: desk(), ...change });
  world.settingsKept = settings;
  return { world, page: await mountOn(world) };
}

/** The lists of a folder, by file. */
async function filesOf(name: string): Promise<void> {
  await user.click(button('文件夹'));
  await screen.findByRole('heading', { name }, { timeout: 30_000 });
  await screen.findAllByText(/核查完成/, {}, { timeout: 30_000 });
  await user.click(screen.getByRole('tab', { name: /^文件/ }));
}

async function openLine(name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name }));
  await user.click(await screen.findByRole('button', { name: '打开文件' }));
}

async function shownPane(page: MountedWorkbench): Promise<void> {
  // Inside act nothing is drawn before its end.
  void page.open([file('自评表.xlsx')]);
  await waitFor(() => expect(document.querySelectorAll('button[data-stop]').length).toBeGreaterThan(3), { timeout: 30_000 });
}

test('a line of another folder opens the file of that folder, though one of the same path is open', async () => {
  const folders = ['甲区', '乙区'];
  const read: string[] = [];
  await mounted({
    pickFolder: () => folder(folders[0] ?? '', entry('自评表.xlsx', folders.shift())),
    open({ bytes }) {
      read.push(new TextDecoder().decode(bytes));
      const book: Partial<Book> = { readOnly: false, picture: () => Promise.resolve(picture()), close: () => undefined };
      return Promise.resolve({ ok: true, book: book as Book });
    },
  });
  await filesOf('甲区');
  await openLine(/^自评表/);
  await waitFor(() => expect(read).toEqual(['甲区']));
  // What is open already is not read once more.
  await user.click(button('返回清单'));
  await user.click(await screen.findByRole('button', { name: '打开文件' }));
  await filesOf('乙区');
  await openLine(/^自评表/);
  await waitFor(() => expect(read).toEqual(['甲区', '乙区']));
});

test('a report of a folder is held against its table also after the question about what is unsaved', async () => {
  const { world, page } = await mounted({ pickFolder: () => folder('甲区', entry('自评表.xlsx'), entry('自评报告.docx')) });
  await act(() => page.open([file('别的.xlsx')]));
  act(() => world.ports.at(-1)?.touch());
  await filesOf('甲区');
  await openLine(/^自评报告/);
  await user.click(await screen.findByRole('button', { name: '不保存' }));
  await waitFor(() => expect(world.log).toContain('report 自评报告.docx'));
  expect(world.log.filter((line) => line.startsWith('pane '))).toEqual(['pane 别的.xlsx', 'pane 自评表.xlsx']);
});

test('who closes a line that the filter hides goes on in the filter, and is left there when lines come again', async () => {
  await mounted({ pickFolder: () => folder('甲区', entry('自评表.xlsx')) });
  await filesOf('甲区');
  await user.click(await screen.findByRole('button', { name: /^自评表/ }));
  const search = screen.getByRole('searchbox', { name: '筛选' });
  await user.type(search, '没有');
  const close = Array.from(document.querySelectorAll<HTMLElement>('[data-area="detail"] button')).find((one) => one.getAttribute('aria-label') === '关闭');
  if (close) await user.click(close);
  expect(document.activeElement).toBe(search);
  await user.clear(search);
  await user.type(search, '自评');
  expect(search).toHaveProperty('value', '自评');
  expect(document.activeElement).toBe(search);
});

test('the keys of the page rest while a dialog of the lists is open', async () => {
  const pick = jest.fn(() => Promise.resolve([]));
  await mounted({ pick, pickFolder: () => folder('甲区', entry('自评表.xlsx')) });
  await filesOf('甲区');
  await user.click(button('口径'));
  await screen.findByRole('combobox', { name: '全部表格的口径' });
  await user.keyboard('{Control>}o{/Control}');
  await act(() => new Promise((done) => void setTimeout(done, 20)));
  expect(pick).not.toHaveBeenCalled();
});

test('自动 chosen in the pane is the browser’s language there too, whatever the file was opened in', async () => {
  const { page } = await mounted({ mountPane, loadGrid: null }, { language: 'en-US' });
  await shownPane(page);
  await user.click(button('Settings'));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Language' }, { timeout: 20_000 }), 'auto');
  await waitFor(() => expect(button('保存')).toBeTruthy());
  expect(document.querySelector('[data-area="pane"] h1')?.textContent).toBe('设置');
});

test('the default settings are those of the workbench: beside its grid the pane checks again by itself', async () => {
  const { page } = await mounted({ mountPane, loadGrid: null });
  await shownPane(page);
  await user.click(button('设置'));
  const live = await screen.findByRole('switch', { name: '修改后自动重新核查' }, { timeout: 20_000 });
  expect(live).toHaveProperty('checked', true);
  await user.click(button('恢复默认设置'));
  await screen.findAllByText('已恢复默认设置。');
  expect(live).toHaveProperty('checked', true);
});

test('who comes back from a file of which there is nothing to list goes on at its name', async () => {
  await mounted({ pickFolder: () => folder('甲区', entry('自评表.xlsx')) });
  await filesOf('甲区');
  await openLine(/^自评表/);
  await waitFor(() => expect(button('返回清单')).toBeTruthy());
  await screen.findByRole('button', { name: '核查 自评表.xlsx' });
  await user.click(button('返回清单'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: '自评表.xlsx', level: 2 })));
});

test('what a sheet also holds is named in the language of the page', async () => {
  const { world, page } = await mounted({}, { language: 'en-US' });
  world.pictureOf = () => picture(sheetPicture('自评表', { kept: ['图表', '数据透视表'] }));
  await act(() => page.open([file('自评表.xlsx')]));
  expect(await screen.findByText('This sheet also holds charts, pivot tables: not shown here, kept as they are when you save.')).toBeTruthy();
});

test('a line opens the file as it is on the disk by now, unless work on it would go', async () => {
  const disk = { words: '甲', modified: 1 };
  const getFile = (): Promise<File> => Promise.resolve(Object.assign(new File([disk.words], '自评表.xlsx', { lastModified: disk.modified }), { arrayBuffer: () => Promise.resolve(bytesOf(disk.words).buffer) }));
  const handle = { name: '自评表.xlsx', kind: 'file', getFile } as Partial<FileSystemFileHandle> as FileSystemFileHandle;
  const { world } = await mounted({ pickFolder: () => folder('甲区', { name: '自评表.xlsx', kind: 'file', handle, file: getFile }) });
  const opened = (): number => world.log.filter((line) => line === 'open 自评表.xlsx').length;
  await filesOf('甲区');
  await openLine(/^自评表/);
  await waitFor(() => expect(opened()).toBe(1));
  const again = async (): Promise<void> => {
    await user.click(button('返回清单'));
    await user.click(await screen.findByRole('button', { name: '打开文件' }));
    await screen.findByRole('button', { name: '返回清单' });
  };
  await again();
  expect(opened()).toBe(1);
  Object.assign(disk, { words: '乙', modified: 2 });
  await again();
  await waitFor(() => expect(opened()).toBe(2));
  act(() => world.ports.at(-1)?.touch());
  Object.assign(disk, { words: '丙', modified: 3 });
  await again();
  expect(screen.queryByRole('button', { name: '不保存' })).toBeNull();
  expect(opened()).toBe(2);
});
