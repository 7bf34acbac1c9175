/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { mountPane } from '../../src/pane/mount';
import { entryOfFile } from '../../src/workbench/desk/entries';
import type { Entry } from '../../src/workbench/desk/gathering';
import type { KeptList } from '../../src/workbench/kept-work';
import type { MountedWorkbench, WorkbenchServices } from '../../src/workbench/services';
import { sampleSnapshot } from '../pane/sample';
import { bytesOf, fakeDesk, fakeWorld, file, keptIn, picture, sheetPicture, type FakeWorld } from './fakes';
import { button, leavePage, mountOn, user } from './mounting';

const status = (): string => Array.from(document.querySelectorAll('[role="status"]'), (one) => one.textContent).join();

/** Shown under the bar, and said politely to who cannot see it. */
async function told(words: RegExp): Promise<void> {
  const bar = screen.getByRole('region', { name: '文件和设置' });
  await within(bar).findByText(words);
  expect(status()).toMatch(words);
}

async function mounted(change: Partial<WorkbenchServices> = {}, prepare: (world: FakeWorld) => void = () => undefined): Promise<{ world: FakeWorld; workbench: MountedWorkbench }> {
  const world = fakeWorld(sampleSnapshot(), change);
  prepare(world);
  return { world, workbench: await mountOn(world) };
}

async function opened(...names: readonly string[]): Promise<{ world: FakeWorld; workbench: MountedWorkbench }> {
  const all = await mounted();
  await act(() => all.workbench.open(names.map((name) => file(name))));
  return all;
}

function touch({ ports }: FakeWorld): void {
  act(() => ports.at(-1)?.touch());
}

test('before anything is open it says what it does, how to begin, and that data stay here', async () => {
  await mounted();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('核查绩效自评表');
  expect(screen.getByText(/数据不离开本机/)).toBeTruthy();
  expect(button('打开文件')).toBeTruthy();
  expect(button('试用示例')).toBeTruthy();
  expect(button('保存').getAttribute('aria-disabled')).toBe('true');
});

test('a picked file is opened: the pane has checked before the grid is loaded', async () => {
  const { world } = await mounted();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  expect(input.multiple).toBe(true);
  const picked = new File(['x'], '自评表.xlsx');
  Object.assign(picked, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
  await user.upload(input, picked);
  await waitFor(() => expect(world.views).toHaveLength(1));
  expect(world.log).toEqual(['open 自评表.xlsx', 'pane 自评表.xlsx', 'check', 'load grid']);
  await waitFor(() => expect(world.ports[0]?.view).toBe(world.views[0]));
  expect(document.title).toBe('自评表.xlsx - 表里如一');
});

test('while the grid is being loaded a quiet line stands in its place, and the pane is there already', async () => {
  let fail: () => void = () => undefined;
  let asked = false;
  const { workbench: page } = await mounted({
    loadGrid: () => new Promise((_resolve, reject) => {
      asked = true;
      fail = () => reject(new Error('no chunk'));
    }),
  });
  act(() => void page.open([file('自评表.xlsx')]));
  await waitFor(() => expect(asked).toBe(true));
  expect(screen.getByText('正在打开表格……')).toBeTruthy();
  expect(button('核查 自评表.xlsx')).toBeTruthy();
  fail();
  // Without the grid there is a plain table, and a line that says so.
  expect(await screen.findByText(/表格编辑器没有加载成功/)).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'A' })).toBeTruthy();
});

test('what was told of the lists stays with them when the workbook comes back', async () => {
  const { world, workbench: page } = await mounted({ pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotReadableError')) }]) }]) });
  await act(() => page.open([file('自评表.xlsx')]));
  await user.click(button('文件夹'));
  // The rules are loaded with the first folder.
  await screen.findAllByText(/核查完成：共 1 个文件/, {}, { timeout: 30_000 });
  await user.click(button('返回表格“自评表.xlsx”'));
  expect(within(screen.getByRole('region', { name: '文件和设置' })).queryByText(/核查完成/)).toBeNull();
  expect(world.log.filter((line) => line.startsWith('open'))).toEqual(['open 自评表.xlsx']);
});

test('the focus stays in the bar when a line under it goes away, and on the button that begins a check of the folder', async () => {
  const { world } = await mounted({ pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotReadableError')) }]) }]) }, ({ kept }) => {
    for (const id of ['一', '二']) kept.set(id, { id, name: `${id}.xlsx`, bytes: bytesOf(id), at: new Date(2024, 2, 15).toISOString() });
  });
  const discard = await screen.findByRole('button', { name: '丢弃 一.xlsx' });
  discard.focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(world.kept.size).toBe(1));
  await waitFor(() => expect(document.activeElement).toBe(button('丢弃 二.xlsx')));
  await user.click(button('文件夹'));
  await screen.findAllByText(/核查完成：共 1 个文件/, {}, { timeout: 30_000 });
  act(() => button('关闭').focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('region', { name: '文件和设置' }).contains(document.activeElement)).toBe(true));
  button('重新核查').focus();
  await user.keyboard('{Enter}');
  await screen.findAllByText(/核查完成：共 1 个文件/);
  expect(document.activeElement).toBe(button('重新核查'));
  // The way out of a filter that leaves nothing goes away with it.
  await user.click(screen.getByRole('tab', { name: /^文件/ }));
  await user.type(screen.getByRole('searchbox', { name: '筛选' }), '没有这个');
  button('显示全部').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.closest('[data-area="list"] li')).toBeTruthy());
});

test('what was told before last year is chosen does not stand over it', async () => {
  const entry = (name: string, text: string): Entry => entryOfFile(Object.assign(new File([text], name), { slice: () => ({ arrayBuffer: () => Promise.resolve(bytesOf(text).buffer) }) }));
  const given = [entry('坏.jsonl', '{}'), null];
  await mounted({ pickFile: () => Promise.resolve([given.shift() ?? []].flat()), pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotReadableError')) }]) }]) });
  await user.click(button('文件夹'));
  await screen.findAllByText(/核查完成：共 1 个文件/, {}, { timeout: 30_000 });
  const lastYear = async (kind: RegExp): Promise<void> => {
    await user.click(button('与上年比较'));
    await user.click(screen.getByRole('menuitem', { name: kind }));
  };
  await lastYear(/结果（JSONL）/);
  await told(/“坏\.jsonl”里没有可用的核查结果/);
  await lastYear(/文件夹/);
  await screen.findByText(/上年：2023，1 个文件/);
  expect(within(screen.getByRole('region', { name: '文件和设置' })).queryByText(/坏\.jsonl/)).toBeNull();
});

test('what the grid cannot show is told for the sheet that is open', async () => {
  const { world, workbench: page } = await mounted({}, (one) => {
    one.pictureOf = () => picture(sheetPicture('自评表', { kept: ['图表', '图片'] }), sheetPicture('附表', { cutAt: 2000 }));
  });
  await act(() => page.open([file('自评表.xlsx')]));
  expect(screen.getByText(/本表还有图表、图片，这里不显示，保存时原样保留/)).toBeTruthy();
  const [view] = world.views;
  if (!view) throw new Error('no view');
  view.sheet = '附表';
  fireEvent.pointerUp(document.body);
  expect(await screen.findByText(/第 2000 行以后这里不显示/)).toBeTruthy();
  expect(screen.queryByText(/本表还有/)).toBeNull();
});

test('a broken file is refused in words, and what is open stays', async () => {
  const { world, workbench: page } = await opened('自评表.xlsx');
  await act(() => page.open([file('坏.xlsx')]));
  await told(/没有打开“坏\.xlsx”：这不是 Excel 工作簿.*当前打开的文件没有变化/);
  expect(button('核查 自评表.xlsx')).toBeTruthy();
  expect(world.log).not.toContain('close 自评表.xlsx');
});

test('a report that comes with a workbook is held against that one, also after the question about unsaved changes; one at a time', async () => {
  const entry = (name: string): Entry => entryOfFile(Object.assign(new File(['x'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) }));
  const { world, workbench: made } = await mounted({ pick: () => Promise.resolve(['一.docx', '新.xlsx', '二.docx'].map(entry)) });
  await act(() => made.open([file('旧.xlsx')]));
  touch(world);
  await user.click(button('打开'));
  await user.click(button('不保存'));
  await told(/核对的是“一\.docx”，另外 1 份没有打开/);
  expect(world.log.filter((line) => /^(pane|report) /.test(line))).toEqual(['pane 旧.xlsx', 'pane 新.xlsx', 'report 一.docx']);
});

test('a report that is dropped over the lists of a folder comes into sight', async () => {
  const report = (): Entry => entryOfFile(Object.assign(new File(['x'], '报告.docx'), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) }));
  const { world, workbench: made } = await mounted({ pick: () => Promise.resolve([report()]), pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotReadableError')) }]) }]) });
  await act(() => made.open([file('自评表.xlsx')]));
  await user.click(button('文件夹'));
  await screen.findAllByText(/核查完成：共 1 个文件/, {}, { timeout: 30_000 });
  await user.click(button('打开'));
  await waitFor(() => expect(world.log).toContain('report 报告.docx'));
  expect(screen.queryByRole('button', { name: /^返回表格/ })).toBeNull();
  expect(button('返回清单')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: '文件和设置' })).queryByText(/核查完成/)).toBeNull();
});

test('who pressed a button that goes away with its page goes on in the pane', async () => {
  await mounted();
  button('试用示例').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(button('核查 示例.xlsx')));
});

test('a file that went away between being picked and being opened is told', async () => {
  await mounted({ pick: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotFoundError')) }]) });
  await user.click(button('打开'));
  await told(/^没有打开“走了\.xlsx”：文件读不出来/);
});

test('a file that has gone and one that is too large are refused in words', async () => {
  const { workbench: page } = await mounted();
  await act(() => page.open([{ ...file('走了.xlsx'), read: () => Promise.reject(new Error('gone')) }]));
  await told(/可能已被移动、删除或改动/);
  await act(() => page.open([{ ...file('大.xlsx'), size: 300 * 2 ** 20 }]));
  await told(/文件超过 256 MB/);
});

test('a name that turns letters round is shown as it stands, and turns no sentence of ours round', async () => {
  const { workbench: made } = await opened('单位\u202exslx.xlsx');
  expect(screen.getAllByText('单位xslx.xlsx').length).toBeGreaterThan(0);
  await act(() => made.open([file('坏\u202exslx.exe')]));
  await told(/^没有打开“坏xslx\.exe”：/);
});

test('.xls is for reading only, and says so', async () => {
  const { world } = await opened('旧表.xls');
  await told(/“旧表\.xls”只能查看和核查.*另存为 \.xlsx/);
  expect(button('保存').getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('{Control>}s{/Control}');
  expect(world.saved).toEqual([]);
});

test('several files are a list with verdicts, judged one after another; a click opens', async () => {
  const { world } = await opened('甲.xlsx', '坏.xlsx', '乙.xlsx');
  const list = screen.getByRole('navigation', { name: '文件' });
  await waitFor(() => expect(within(list).getAllByText('未通过 · 4 处错误、9 处待核实')).toHaveLength(2));
  expect(within(list).getByText('不能读取')).toBeTruthy();
  expect(within(list).getByText('共 3 个，未通过 2 个')).toBeTruthy();
  expect(world.log.filter((one) => one.startsWith('judge'))).toEqual(['judge 甲.xlsx', 'judge 坏.xlsx', 'judge 乙.xlsx']);
  expect(within(list).getByRole('button', { name: /甲/ }).getAttribute('aria-current')).toBe('true');
  await user.click(within(list).getByRole('button', { name: /乙/ }));
  await screen.findByRole('button', { name: '核查 乙.xlsx' });
  expect(world.log).toContain('close 甲.xlsx');
  // One grid for one workbook after another.
  await waitFor(() => expect(world.ports[1]?.view).toBe(world.views[0]));
  expect(world.ports[0]?.view).toBeNull();
  button('收起文件列表').focus();
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('navigation', { name: '文件' })).toBeNull();
  expect(document.activeElement).toBe(button('文件 3'));
});

test('of several files the first that can be read is opened; the broken one says in the list why it is none', async () => {
  const { world, workbench: page } = await mounted({ locale: 'en-US' });
  await act(() => page.open([file('坏.xlsx'), file('甲.xlsx'), file('乙.xlsx')]));
  expect(world.log.filter((line) => line.startsWith('pane '))).toEqual(['pane 甲.xlsx']);
  const list = screen.getByRole('navigation', { name: 'Files' });
  expect((await within(list).findByTitle('This is not an Excel workbook.')).textContent).toContain('坏');
  expect(within(list).getByRole('button', { name: /甲/ }).getAttribute('aria-current')).toBe('true');
});

describe('with unsaved changes', () => {
  async function dirtyAndOpening(): Promise<{ world: FakeWorld; workbench: MountedWorkbench }> {
    const all = await opened('自评表.xlsx');
    touch(all.world);
    await act(() => all.workbench.open([file('另一份.xlsx')]));
    expect(screen.getByRole('dialog', { name: '要保存对“自评表.xlsx”的修改吗？' })).toBeTruthy();
    return all;
  }

  test('another file is opened after saving', async () => {
    const { world } = await dirtyAndOpening();
    await user.click(within(screen.getByRole('dialog', { name: /要保存/ })).getByRole('button', { name: '保存' }));
    await screen.findByRole('button', { name: '核查 另一份.xlsx' });
    expect(world.saved.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['自评表.xlsx', '自评表.xlsx, version 1']]);
  });

  test('or after giving them up', async () => {
    const { world } = await dirtyAndOpening();
    await user.click(button('不保存'));
    await screen.findByRole('button', { name: '核查 另一份.xlsx' });
    expect(world.saved).toEqual([]);
    expect(world.kept.size).toBe(0);
  });

  test('or not at all', async () => {
    const { world } = await dirtyAndOpening();
    await user.click(button('取消'));
    expect(screen.queryByRole('heading', { name: /要保存/ })).toBeNull();
    expect(button('核查 自评表.xlsx')).toBeTruthy();
    expect(world.log).not.toContain('open 另一份.xlsx');
  });

  test('and where saving fails, nothing else is opened', async () => {
    const { world } = await dirtyAndOpening();
    world.nextSave = { ok: false };
    await user.click(within(screen.getByRole('dialog', { name: /要保存/ })).getByRole('button', { name: '保存' }));
    await told(/没有保存成功，修改仍在这个网页里/);
    expect(world.log).not.toContain('open 另一份.xlsx');
  });

  test('what is typed while another file is being read is asked about before that one is shown', async () => {
    const { world, workbench: page } = await opened('自评表.xlsx');
    let read: () => void = () => undefined;
    act(() => void page.open([{ ...file('另一份.xlsx'), read: () => new Promise((done) => (read = () => done(bytesOf('x')))) }]));
    touch(world);
    await act(async () => {
      read();
      await Promise.resolve();
    });
    expect(await screen.findByRole('dialog', { name: '要保存对“自评表.xlsx”的修改吗？' })).toBeTruthy();
    expect(world.log).not.toContain('close 自评表.xlsx');
    expect(document.title).toBe('● 自评表.xlsx - 表里如一');
    await user.click(button('不保存'));
    // Read anew: what is on the disk may have changed meanwhile.
    await act(() => Promise.resolve(read()));
    await screen.findByRole('button', { name: '核查 另一份.xlsx' });
  });

  describe('that are still being written', () => {
    async function saving(): Promise<{ readonly world: FakeWorld; readonly opened: string[]; readonly written: () => Promise<void> }> {
      const opened: string[] = [];
      let end: () => void = () => undefined;
      const { world, workbench: page } = await mounted({}, (made) => {
        const open = made.open.bind(made);
        made.open = (one) => {
          opened.push(`${one.name}: ${new TextDecoder().decode(one.bytes)}`);
          return open(one);
        };
        made.save = () => new Promise((done) => (end = () => done(made.nextSave)));
      });
      await act(() => page.open([file('甲.xlsx'), file('乙.xlsx')]));
      touch(world);
      await user.keyboard('{Control>}s{/Control}');
      await user.click(within(screen.getByRole('navigation', { name: '文件' })).getByRole('button', { name: /^乙/ }));
      return { world, opened, written: () => act(async () => {
        end();
        await new Promise((done) => setTimeout(done, 20));
      }) };
    }

    test('the file opened meanwhile stays what it is, and as unsaved as it is', async () => {
      const { world, opened: read, written } = await saving();
      await user.click(button('不保存'));
      await screen.findByRole('button', { name: '核查 乙.xlsx' });
      touch(world);
      await written();
      expect(document.title).toBe('● 乙.xlsx - 表里如一');
      const list = within(screen.getByRole('navigation', { name: '文件' }));
      await user.click(list.getByRole('button', { name: /^甲/ }));
      await user.click(button('不保存'));
      await screen.findByRole('button', { name: '核查 甲.xlsx' });
      await user.click(list.getByRole('button', { name: /^乙/ }));
      await screen.findByRole('button', { name: '核查 乙.xlsx' });
      expect(read).toEqual(['甲.xlsx: 甲.xlsx', '乙.xlsx: 乙.xlsx', '甲.xlsx: 甲.xlsx, version 1', '乙.xlsx: 乙.xlsx']);
    });

    test('are waited for where they are to be saved before another file is opened', async () => {
      const { written } = await saving();
      await user.click(within(screen.getByRole('dialog', { name: /要保存/ })).getByRole('button', { name: '保存' }));
      await written();
      expect(await screen.findByRole('button', { name: '核查 乙.xlsx' })).toBeTruthy();
    });
  });

  test('the page asks before it is left', async () => {
    const { world } = await opened('自评表.xlsx');
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    touch(world);
    expect(leave()).toBe(true);
    expect(document.title).toMatch(/^● /);
  });
});

test('Ctrl+S saves, the dot goes, and the draft goes with it', async () => {
  const { world } = await opened('自评表.xlsx');
  expect(screen.queryByText('有未保存的修改')).toBeNull();
  touch(world);
  expect(screen.getByText('有未保存的修改')).toBeTruthy();
  await waitFor(() => expect([...world.kept.values()].map(({ name, at }) => [name, at])).toEqual([['自评表.xlsx', world.now().toISOString()]]), { timeout: 3000 });
  await user.keyboard('{Control>}s{/Control}');
  await told(/已下载“自评表\.xlsx”/);
  expect(screen.queryByText('有未保存的修改')).toBeNull();
  await waitFor(() => expect(world.kept.size).toBe(0));
  touch(world);
  expect(within(screen.getByRole('region', { name: '文件和设置' })).queryByText(/已下载/)).toBeNull();
});

test('Ctrl+S in a cell that is being typed in saves what stands there', async () => {
  const { world } = await opened('自评表.xlsx');
  const view = world.views.at(-1);
  Object.assign(view ?? {}, { finishTyping: () => touch(world) });
  await user.keyboard('{Control>}s{/Control}');
  await told(/已下载“自评表\.xlsx”/);
  expect(world.saved.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['自评表.xlsx, version 1']);
});

test('what was changed and taken back is no unsaved work: no dot, no draft, no question', async () => {
  const { world } = await opened('自评表.xlsx');
  touch(world);
  await waitFor(() => expect(world.kept.size).toBe(1), { timeout: 3000 });
  act(() => world.ports.at(-1)?.takeBack());
  expect(screen.queryByText('有未保存的修改')).toBeNull();
  await waitFor(() => expect(world.kept.size).toBe(0));
  expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
});

test('why a file was downloaded and not written in its place is said', async () => {
  const { world, workbench: page } = await mounted();
  const place = { write: () => Promise.resolve('changed' as const) };
  await act(() => page.open([file('自评表.xlsx', 'x', place)]));
  touch(world);
  world.nextSave = { ok: true, how: 'download', because: 'changed' };
  await user.click(button('保存'));
  await told(/原文件在打开之后被别的程序改过，没有覆盖/);
  expect(world.saved[0]?.place).toBe(place);
});

test('a file that was written in its place is read from there when it is opened again', async () => {
  const opened: string[] = [];
  const { world, workbench: page } = await mounted({}, (made) => {
    const open = made.open.bind(made);
    made.open = (one) => {
      opened.push(`${one.name}: ${new TextDecoder().decode(one.bytes)}`);
      return open(one);
    };
    made.nextSave = { ok: true, how: 'in-place' };
  });
  let disk = '甲, 原样';
  await act(() => page.open([{ ...file('甲.xlsx', 'x', { write: () => Promise.resolve('written') }), read: () => Promise.resolve(bytesOf(disk)) }, file('乙.xlsx')]));
  touch(world);
  await user.keyboard('{Control>}s{/Control}');
  await told(/已保存到“甲\.xlsx”/);
  const list = within(screen.getByRole('navigation', { name: '文件' }));
  await user.click(list.getByRole('button', { name: /^乙/ }));
  await screen.findByRole('button', { name: '核查 乙.xlsx' });
  disk = '甲, 后来在 Excel 里改过';
  await user.click(list.getByRole('button', { name: /^甲/ }));
  await screen.findByRole('button', { name: '核查 甲.xlsx' });
  expect(opened.at(-1)).toBe('甲.xlsx: 甲, 后来在 Excel 里改过');
});

test('what was typed and could not be written is told', async () => {
  const { world } = await opened('自评表.xlsx');
  act(() => world.ports[0]?.refuse('B2 被锁定。'));
  await told(/^有的修改没有写入，已恢复原样：B2 被锁定。$/);
});

describe('a draft from last time', () => {
  const prepare = ({ kept }: FakeWorld): void => {
    kept.set('d1', { id: 'd1', name: '自评表.xlsx', bytes: bytesOf('draft'), at: new Date(2024, 2, 14, 9, 5).toISOString() });
    kept.set('d2', { id: 'd2', name: '很久以前.xlsx', bytes: bytesOf('old'), at: new Date(2024, 0, 2).toISOString() });
  };

  test('is offered with its time; one older than thirty days is dropped', async () => {
    const { world } = await mounted({}, prepare);
    expect(await screen.findByText('“自评表.xlsx”有没有保存的修改，3月14日 09:05。')).toBeTruthy();
    expect(screen.queryByText(/很久以前/)).toBeNull();
    await waitFor(() => expect([...world.kept.keys()]).toEqual(['d1']));
  });

  test('is restored as unsaved work, and goes when it is saved', async () => {
    const { world } = await mounted({}, prepare);
    await user.click(await screen.findByRole('button', { name: '恢复 自评表.xlsx' }));
    await told(/已恢复“自评表\.xlsx”没有保存的修改/);
    expect(screen.getByText('有未保存的修改')).toBeTruthy();
    expect(screen.queryByText(/有没有保存的修改，/)).toBeNull();
    expect(world.kept.has('d1')).toBe(true);
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(world.kept.has('d1')).toBe(false));
    expect(world.saved).toHaveLength(1);
  });

  test('is discarded when asked', async () => {
    const { world } = await mounted({}, prepare);
    await user.click(await screen.findByRole('button', { name: '丢弃 自评表.xlsx' }));
    expect(screen.queryByText(/有没有保存的修改/)).toBeNull();
    await waitFor(() => expect(world.kept.size).toBe(0));
  });

  test.each(['恢复', '丢弃'])('that another window works on is left to it: %s', async (word) => {
    const { world } = await mounted({}, (made) => {
      prepare(made);
      made.drafts.claim = () => Promise.resolve(null);
    });
    await user.click(await screen.findByRole('button', { name: `${word} 自评表.xlsx` }));
    await told(/已在另一个窗口恢复或丢弃/);
    expect(screen.queryByText(/有没有保存的修改，/)).toBeNull();
    expect([world.kept.has('d1'), world.ports]).toEqual([true, []]);
  });
});

test('the list of a folder that was checked is offered to the next page: had again, it stands where it stood, and it goes when it is given up', async () => {
  const kept = new Map<string, KeptList>();
  const services = (): Partial<WorkbenchServices> => ({ desk: fakeDesk({ lists: keptIn(kept) }), pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => Promise.resolve([{ name: '走了.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotReadableError')) }]) }]) });
  const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await mounted(services());
  await user.click(button('文件夹'));
  await screen.findAllByText(/核查完成：共 1 个文件/, {}, { timeout: 30_000 });
  await waitFor(() => expect([kept.size, leave()]).toEqual([1, true]));
  const again = async (): Promise<void> => {
    leavePage();
    await mounted(services());
    expect(await screen.findByText('“2023”的核查清单还在（1 个文件，3月15日 10:30）。')).toBeTruthy();
  };
  await again();
  await user.click(button('恢复 2023'));
  await told(/^已恢复“2023”的清单。/);
  expect(await screen.findByRole('heading', { name: '2023' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '丢弃 2023' })).toBeNull();
  await again();
  await user.click(button('丢弃 2023'));
  await waitFor(() => expect([kept.size, screen.queryByText(/核查清单还在/)]).toEqual([0, null]));
});

describe('in a small window', () => {
  beforeEach(() => void Object.assign(window, { matchMedia: (media: string) => ({ matches: media.includes('max-width: 640px'), addEventListener: () => undefined, removeEventListener: () => undefined }) }));
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(window, 'matchMedia');
  });

  test('the ways to begin come before what there is to read', async () => {
    await mounted();
    const list = screen.getByText(/核对金额、执行率/).closest('ul');
    expect(list && button('打开文件').compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('what was done gives its room back, unless somebody is at it; it is still there to be heard', async () => {
    const { world } = await opened('自评表.xlsx');
    touch(world);
    jest.useFakeTimers({ advanceTimers: true });
    fireEvent.click(button('保存'));
    await told(/已下载“自评表\.xlsx”/);
    const bar = screen.getByRole('region', { name: '文件和设置' });
    const wait = (): void => act(() => void jest.advanceTimersByTime(20_000));
    act(() => within(bar).getByRole('button', { name: '关闭' }).focus());
    wait();
    expect(within(bar).queryByText(/已下载/)).toBeTruthy();
    act(() => button('打开').focus());
    wait();
    expect(within(bar).queryByText(/已下载/)).toBeNull();
    expect(status()).toMatch(/已下载/);
    // Bad news waits.
    touch(world);
    world.nextSave = { ok: false };
    fireEvent.click(button('保存'));
    await told(/没有保存成功/);
    wait();
    expect(within(bar).queryByText(/没有保存成功/)).toBeTruthy();
  });
});

test('the divider moves by keyboard, inside its bounds, and its place is remembered', async () => {
  const { world } = await opened('自评表.xlsx');
  const divider = screen.getByRole('separator', { name: '核查窗格的宽度' });
  const width = (): number => Number(divider.getAttribute('aria-valuenow'));
  expect(width()).toBe(360);
  act(() => divider.focus());
  await user.keyboard('{ArrowLeft}');
  expect(width()).toBe(376);
  expect(document.getElementById(divider.getAttribute('aria-controls') ?? '')?.style.width).toBe('376px');
  await user.keyboard('{End}');
  expect(divider.getAttribute('aria-valuenow')).toBe(divider.getAttribute('aria-valuemax'));
  await user.keyboard('{ArrowLeft}');
  expect(divider.getAttribute('aria-valuenow')).toBe(divider.getAttribute('aria-valuemax'));
  await user.keyboard('{Home}{ArrowRight}');
  expect(divider.getAttribute('aria-valuenow')).toBe(divider.getAttribute('aria-valuemin'));
  expect(world.settingsKept).toMatchObject({ paneWidth: 320 });
  await user.keyboard('{Enter}');
  expect(width()).toBe(360);
});

test('? shows the keys where no letters are typed, F6 goes from area to area and comes back to where it was', async () => {
  await opened('自评表.xlsx');
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: '快捷键' })).toBeTruthy();
  expect(screen.getByText('Shift+F6')).toBeTruthy();
  await user.click(button('关闭'));
  expect(screen.queryByText('Shift+F6')).toBeNull();
  act(() => button('保存').focus());
  await user.keyboard('{F6}');
  expect(document.activeElement?.closest('[data-area]')?.getAttribute('data-area')).toBe('grid');
  await user.keyboard('{F6}');
  expect(document.activeElement).toBe(button('核查 自评表.xlsx'));
  await user.keyboard('{F6}');
  expect(document.activeElement).toBe(button('保存'));
  await user.keyboard('{Shift>}{F6}{/Shift}');
  expect(document.activeElement).toBe(button('核查 自评表.xlsx'));
});

test('the language changes the bar, the grid and the pane, and is remembered', async () => {
  const { world } = await opened('自评表.xlsx');
  await user.click(button('语言'));
  const menu = screen.getByRole('menu', { name: '语言' });
  expect(within(menu).getByRole('menuitemradio', { name: '跟随浏览器' }).getAttribute('aria-checked')).toBe('true');
  await user.click(within(menu).getByRole('menuitemradio', { name: 'English' }));
  expect(button('Open')).toBeTruthy();
  expect(document.documentElement.lang).toBe('en-US');
  expect(world.paneOptions.map(({ locale }) => locale)).toEqual(['zh-CN']);
  // With it, what 自动 stands for.
  expect(world.log).toContain('pane language en-US zh-CN');
  expect(world.views[0]?.looks).toContain('en-US');
  expect(world.settingsKept).toMatchObject({ language: 'en-US' });
  expect(document.activeElement).toBe(button('Language'));
});

test('a setting that another window keeps meanwhile is not undone by one of this window', async () => {
  const { world } = await mounted();
  world.settingsKept = { language: 'en-US', theme: 'auto', paneWidth: 400 };
  await user.click(button('外观'));
  await user.click(screen.getByRole('menuitemradio', { name: '深色' }));
  expect(world.settingsKept).toEqual({ language: 'en-US', theme: 'dark', paneWidth: 400, signedBy: '' });
});

test('the appearance reaches the pane and the grid', async () => {
  const { world } = await opened('自评表.xlsx');
  await user.click(button('外观'));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(world.log).toContain('pane theme dark');
  expect(world.views[0]?.looks).toContain('dark');
  await user.click(button('外观'));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button('外观'));
});

test('behind the lists of a folder the sheets keep their size, out of sight', async () => {
  const { workbench: made } = await mounted({ pickFolder: () => Promise.resolve([{ name: '2023', kind: 'folder', entries: () => new Promise(() => undefined) }]) });
  await act(() => made.open([file('自评表.xlsx')]));
  const cells = document.querySelector('[data-cells]');
  if (!cells) throw new Error('no place for the sheets');
  expect(getComputedStyle(cells).visibility).toBe('visible');
  await user.click(button('文件夹'));
  expect(getComputedStyle(cells).visibility).toBe('hidden');
  const around: string[] = [];
  for (let at: Element | null = cells; at; at = at.parentElement) around.push(getComputedStyle(at).display);
  expect(around).not.toContain('none');
});

test('files that hang over the page are told what will happen, and opened when they are let go', async () => {
  const { world } = await mounted();
  const dropped = new File(['x'], '拖来.xlsx');
  Object.assign(dropped, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
  const dataTransfer = { types: ['Files'], items: [], files: [dropped], dropEffect: 'none' };
  fireEvent.dragEnter(window, { dataTransfer });
  expect(screen.getByText('松开鼠标，打开文件')).toBeTruthy();
  await act(async () => {
    fireEvent.drop(window, { dataTransfer });
    await new Promise((done) => setTimeout(done, 20));
  });
  expect(screen.queryByText('松开鼠标，打开文件')).toBeNull();
  expect(world.log).toContain('open 拖来.xlsx');
});

test('the real pane works in it: the verdict is there before the grid is asked for, and a language chosen in the pane is the workbench’s', async () => {
  let verdictThen: string | undefined;
  const { workbench: page } = await mounted({
    mountPane,
    loadGrid: () => {
      verdictThen = screen.queryByRole('heading', { name: '未通过' })?.textContent;
      return Promise.reject(new Error('no grid here'));
    },
  });
  // Inside act nothing is drawn before its end.
  void page.open([file('自评表.xlsx')]);
  await waitFor(() => expect(document.querySelectorAll('button[data-stop]').length).toBeGreaterThan(3), { timeout: 30_000 });
  await screen.findByText(/表格编辑器没有加载成功/, undefined, { timeout: 20_000 });
  expect(verdictThen).toBe('未通过');
  await user.click(button('设置'));
  const language = await screen.findByRole('combobox', { name: '语言' }, { timeout: 20_000 });
  await user.selectOptions(language, 'en-US');
  expect(button('Open')).toBeTruthy();
  // And the other way round: what is open in the pane stays open.
  const title = document.querySelector('[data-area="pane"] h1')?.textContent;
  expect(title).toBe('Settings');
  await user.click(button('Language'));
  await user.click(screen.getByRole('menuitemradio', { name: '简体中文' }));
  await waitFor(() => expect(document.querySelector('[data-area="pane"] h1')?.textContent).toBe('设置'));
  expect(screen.getByRole('combobox', { name: '语言' })).toHaveProperty('value', 'zh-CN');
});
