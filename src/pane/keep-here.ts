// Keeps a bureau's own rules on this computer, and judges anew with them.
import type { OwnRules } from '../model/plan';
import type { Phrase } from './catalogue';
import type { DeletedRule } from './deleted-rule';
import type { DeskServices } from './desk-services';

/** Writes, reviews again and tells `done`; from there `deleted` can be brought back. */
export async function keepHere({ store, house, road, reviewAgain }: Pick<DeskServices, 'store' | 'house' | 'road' | 'reviewAgain'>, mine: OwnRules, done: Phrase, deleted?: DeletedRule): Promise<void> {
  if (!house) return;
  const { houseWith } = await road();
  await house.own.write(mine);
  store.dispatch({ type: 'house', house: await houseWith(store.getState().house, mine) });
  await reviewAgain();
  store.tell(done, 'done', deleted);
}
