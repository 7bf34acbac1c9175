// Items laid side by side by group.
import { decimal } from '../model/decimal';
import type { ScoreItem } from '../model/scorecard';
import type { Aspect } from '../model/table';
import { groupTotals } from './group-totals';

function item(aspect: Aspect, weight: string, claimed: string | null, low: string | null, high = low): ScoreItem {
  const number = (text: string | null) => (text === null ? null : decimal(text));
  return { aspect, weight: number(weight), claimed: number(claimed), low: number(low), high: number(high) } as ScoreItem;
}

test('groups come in the order of forms, and each adds up its own items', () => {
  const totals = groupTotals([item('output', '20', '20', '10', '20'), item('execution', '10', '10', '6.51'), item('output', '30', '25', '25')]);
  expect(totals.map(({ aspect, weight, claimed, low, high }) => [aspect, ...[weight, claimed, low, high].map(String)])).toEqual([
    ['execution', '10', '10', '6.51', '6.51'], ['output', '50', '45', '35', '45'],
  ]);
});

test('what cannot be computed counts as written; what is not known at all leaves the sum open', () => {
  const [output] = groupTotals([item('output', '20', '18', null), item('output', '30', null, null)]);
  expect([output?.low, output?.claimed]).toEqual([null, null]);
  expect(String(groupTotals([item('output', '20', '18', null)])[0]?.low)).toBe('18');
});
