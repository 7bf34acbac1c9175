import { fakeDesk, keptIn } from '../../test/workbench/fakes';
import { wordsIn } from './catalogue';
import { EMPTY_DESK } from './desk/desk-state';
import { failedLine } from './desk/review-task';
import { Shelf } from './desk/shelf';
import { offersOf } from './draft-offers';
import type { Draft, KeptList } from './kept-work';
import { restoreList } from './restore-list';
import { INITIAL_STATE, reduce, type WorkbenchAction } from './workbench-state';

type Came = 'restored' | 'overtaken' | 'refused';

const LIST: KeptList = { id: 'a', name: '2023年度', bytes: new Uint8Array([1]), at: '2024-03-15T00:00:00Z', files: 3, total: 3 };

/** A page that is offered this list; what is restored comes when `come` is called, and shows so many files. */
async function page(list: KeptList, shown = list.files) {
  const kept = new Map([[list.id, list]]);
  const told: string[] = [];
  let state = INITIAL_STATE;
  const dispatch = (action: WorkbenchAction): void => void (state = reduce(state, action));
  const tell = (_tone: string, words: Parameters<typeof wordsIn>[1]): void => void told.push(wordsIn('zh-CN', words));
  const offers = offersOf({ drafts: keptIn(new Map<string, Draft>()), desk: fakeDesk({ lists: keptIn(kept) }), now: () => new Date('2024-03-16T00:00:00Z') }, dispatch, tell).lists;
  await offers.start();
  const asked: string[] = [];
  const shelf = new Shelf();
  for (let at = 0; at < shown; at++) shelf.add(failedLine(`${at}.xlsx`, '打不开。', '0').line);
  let come: (came: Came) => void = () => undefined;
  const coming = new Promise<Came>((done) => (come = done));
  const desk = { restore: ({ id }: KeptList) => (asked.push(id), coming), getState: () => ({ ...EMPTY_DESK, list: shelf.list() }) };
  const restore = (id: string): Promise<void> => restoreList(id, { lists: offers, desk, state: () => state, dispatch, tell });
  return { kept, told, asked, offers, restore, come, offered: () => state.lists.map(({ id }) => id), view: () => state.view };
}

test('of two clicks one restores, and nothing throws away what is on its way', async () => {
  const { kept, told, asked, offers, restore, come, offered } = await page(LIST);
  const both = [restore('a'), restore('a')];
  await new Promise((soon) => setTimeout(soon));
  await offers.discard('a');
  come('restored');
  await Promise.all(both);
  expect([asked, [...kept.keys()], offered()]).toEqual([['a'], ['a'], []]);
  expect(told).toEqual(['已恢复“2023年度”的清单。要打开文件，请再选择一次原来的文件夹或压缩包；没有变化的文件沿用结果。']);
});

test.each(['refused', 'overtaken'] as const)('a list that is %s is offered again, and not said to be restored', async (came) => {
  const { kept, told, restore, come, offered, view } = await page(LIST);
  const restoring = restore('a');
  come(came);
  await restoring;
  expect([told, [...kept.keys()], offered(), view()]).toEqual([[], ['a'], ['a'], came === 'refused' ? 'file' : 'desk']);
});

test('of a run that was stopped it is said that there is more', async () => {
  const { told, restore, come } = await page({ ...LIST, files: 2, total: 5 }, 3);
  const restoring = restore('a');
  come('restored');
  await restoring;
  expect(told).toEqual([expect.stringMatching(/^已恢复“2023年度”的清单：5 个文件只核查了 3 个。/)]);
});

test('of a list that is not taken as a whole it is not said that it was not checked', async () => {
  const { told, restore, come } = await page(LIST, 2);
  const restoring = restore('a');
  come('restored');
  await restoring;
  expect(told).toEqual([expect.stringMatching(/^已恢复“2023年度”的清单。/)]);
});

test('one that is gone meanwhile is told of, and offered no more', async () => {
  const { kept, told, asked, restore, offered } = await page(LIST);
  kept.clear();
  await restore('a');
  expect([asked, offered(), told]).toEqual([[], [], ['“2023年度”的清单已在另一个窗口恢复或丢弃，或随浏览器的数据清除了。']]);
});
