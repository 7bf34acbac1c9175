// Keeps a bureau's own rules on this computer, and judges anew with them.
import type { OwnRules } from '../model/plan';
import type { Phrase } from './catalogue';
import type { DeletedRule } from './deleted-rule';
import type { DeskServices } from './desk-services';
import { mergedRules } from './merged-rules';

/** Writes, reviews again and tells `done`; from there `deleted` can be brought back. Where nothing can be kept that is told instead, and the rules judge until the page closes. */
export async function keepHere({ store, house, road, reviewAgain }: Pick<DeskServices, 'store' | 'house' | 'road' | 'reviewAgain'>, mine: OwnRules, done: Phrase, deleted?: DeletedRule): Promise<void> {
  if (!house) return;
  const { houseWith, ownRulesIn } = await road();
  const { own } = house;
  const before = store.getState().house.mine;
  const rules = mergedRules(before, mine, (await ownRulesIn(own)) ?? before);
  const kept = await own.write(rules).then(() => true, () => false);
  store.dispatch({ type: 'house', house: await houseWith(store.getState().house, rules) });
  await reviewAgain();
  if (kept) store.tell(done, 'done', deleted);
  else store.tell({ key: 'rules.notKept' }, 'warning');
}
