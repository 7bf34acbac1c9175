import { sayIn } from './catalogue';
import type { HouseServices } from './house';
import { Judging } from './judging';
import { PaneStore } from './pane-store';
import { road } from './road';

test('a bureau’s rules that did not come with the page, as where the network was away for a moment, come with the next check', async () => {
  const house: HouseServices = { catalog: null, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve({ rubrics: [{ id: '坏' }], checks: [] }), write: () => Promise.resolve() } };
  const store = new PaneStore(() => sayIn('zh-CN'));
  const judging = new Judging(store, house);
  const loads = jest.spyOn(judging, 'road').mockRejectedValueOnce(new Error('the chunk did not come')).mockResolvedValue(road);
  await judging.housed().catch(() => undefined);
  await judging.ready(false);
  expect(loads).toHaveBeenCalled();
  expect(store.getState().house.mine.rubrics).toEqual([{ id: '坏' }]);
});

test('where own checks do not come, nothing is reviewed as if there were none', async () => {
  const store = new PaneStore(() => sayIn('zh-CN'));
  const judging = new Judging(store, undefined);
  const judgeFor = jest.fn(road.judgeFor).mockRejectedValueOnce(new Error('the chunk did not come'));
  jest.spyOn(judging, 'road').mockResolvedValue({ ...road, judgeFor });
  store.dispatch({ type: 'stored', stored: { ...store.getState().stored, own: { rubrics: [], checks: [{ id: 'ZD-01', label: '执行不超预算', severity: 'error', formula: '[全年执行数] <= [全年预算数]' }] } } });
  await expect(judging.ready(false)).rejects.toThrow('the chunk did not come');
  await judging.ready(false);
  expect(store.getState().judge.own?.remarks).toEqual([]);
});
