// The list of a folder that the browser has kept, brought back to the desk.
import type { WordKey } from './catalogue';
import type { DeskController } from './desk/desk-controller';
import type { DraftOffers } from './draft-offers';
import type { KeptList } from './kept-work';
import type { Message, WorkbenchAction, WorkbenchState } from './workbench-state';

interface Around {
  readonly lists: DraftOffers<KeptList>;
  readonly desk: Pick<DeskController, 'restore' | 'getState'>;
  readonly state: () => WorkbenchState;
  readonly dispatch: (action: WorkbenchAction) => void;
  readonly tell: (tone: Message['tone'], words: Message['words']) => void;
}

export async function restoreList(id: string, { lists, desk, state, dispatch, tell }: Around): Promise<void> {
  const kept = await lists.claim(id);
  if (!kept) return;
  // While it is on its way it is not to be thrown away.
  lists.forget(id);
  const before = state().view;
  dispatch({ type: 'view', view: 'desk' });
  dispatch({ type: 'message', message: null });
  const came = await desk.restore(kept);
  if (came === 'restored') {
    const { name, total } = kept;
    // Kept in the middle of a run, its number is that of a moment before.
    const files = desk.getState().list?.files.length ?? kept.files;
    // A line that is refused was checked all the same.
    const key: WordKey = kept.files < total && files < total ? 'lists.restoredPart' : 'lists.restored';
    // What of it could not be taken is told with it.
    const { message } = state();
    const restored = { key, params: { name, files, total } };
    tell(message?.tone ?? 'done', message === null ? restored : { key: 'desk.also', params: { first: restored, next: message.words } });
  } else {
    await lists.release(id);
    if (desk.getState().name === null && came === 'refused') dispatch({ type: 'view', view: before });
  }
  // The one that was there before is offered in its turn, and one that did not come again.
  await lists.renew();
}
