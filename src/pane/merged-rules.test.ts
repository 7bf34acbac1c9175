import type { OwnRules } from '../model/plan';
import { mergedRules } from './merged-rules';

const rules = (rubrics: readonly unknown[], checks: readonly unknown[] = []): OwnRules => ({ rubrics, checks });
const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, title: id }));

test('where nobody else has kept anything the change is all there is, in its order', () => {
  expect(mergedRules(rules([a, b]), rules([c, b, a]), rules([a, b]))).toEqual(rules([c, b, a]));
  expect(mergedRules(rules([a]), rules([]), rules([a]))).toEqual(rules([]));
});

test('what another window kept meanwhile stays, of both kinds', () => {
  expect(mergedRules(rules([]), rules([a]), rules([b], [c]))).toEqual(rules([a, b], [c]));
});

test('what another window deleted or changed stays deleted or changed, unless it was changed here', () => {
  const [changedHere, changedThere] = [{ ...a, title: '这里' }, { ...a, title: '那里' }];
  expect(mergedRules(rules([a, b]), rules([a, b, c]), rules([b]))).toEqual(rules([b, c]));
  expect(mergedRules(rules([a]), rules([a, c]), rules([changedThere]))).toEqual(rules([changedThere, c]));
  expect(mergedRules(rules([a]), rules([changedHere]), rules([changedThere]))).toEqual(rules([changedHere]));
  expect(mergedRules(rules([a]), rules([]), rules([changedThere, b]))).toEqual(rules([b]));
});

test('two new rules of one number are both kept; the same rule from both windows is one', () => {
  const [mine, theirs] = [{ id: 'ZD-01', label: '我的' }, { id: 'ZD-01', label: '别的' }];
  expect(mergedRules(rules([]), rules([], [mine]), rules([], [theirs, { id: 'ZD-02', label: '二' }]))).toEqual(rules([], [mine, { id: 'ZD-03', label: '别的' }, { id: 'ZD-02', label: '二' }]));
  expect(mergedRules(rules([]), rules([{ id: 'x-own', title: '我的' }]), rules([{ id: 'x-own', title: '别的' }])).rubrics).toEqual([{ id: 'x-own', title: '我的' }, { id: 'x-own-2', title: '别的' }]);
  expect(mergedRules(rules([]), rules([], [mine]), rules([], [{ ...mine }])).checks).toEqual([mine]);
});

test('what this window has is handed back as the very same objects', () => {
  const merged = mergedRules(rules([a]), rules([a, c]), rules([{ ...a }, b]));
  expect([merged.rubrics[0] === a, merged.rubrics[1] === c]).toEqual([true, true]);
});
