// What was not saved last time: offered for a month, restored or thrown away.
import type { WordKey, Words } from './catalogue';
import type { Draft, Drafts, KeptList } from './kept-work';
import type { WorkbenchServices } from './services';
import type { Message, WorkbenchAction } from './workbench-state';

const DRAFT_DAYS = 30;
/** A list is large, and its folder can be checked again; nobody's work is thrown away for its number. */
const MOST_LISTS = 2;

export interface Offers {
  readonly drafts: DraftOffers<Draft>;
  /** Of whole folders. */
  readonly lists: DraftOffers<KeptList>;
}

export function offersOf({ drafts, desk, now }: Pick<WorkbenchServices, 'drafts' | 'desk' | 'now'>, dispatch: Offered<Draft>['dispatch'], tell: Offered<Draft>['tell']): Offers {
  return {
    drafts: new DraftOffers({
      store: drafts, now, most: Infinity, dispatch, tell, words: { elsewhere: 'drafts.elsewhere', discarded: 'drafts.discarded' },
      show: (offers) => dispatch({ type: 'drafts', drafts: offers.map(({ id, name, at }) => ({ id, name, at })) }),
    }),
    lists: new DraftOffers({
      store: desk.lists, now, most: MOST_LISTS, dispatch, tell, words: { elsewhere: 'lists.elsewhere', discarded: 'lists.discarded' },
      show: (offers) => dispatch({ type: 'lists', lists: offers.map(({ id, name, at, files, total }) => ({ id, name, at, files, total })) }),
    }),
  };
}

interface Offered<D extends Draft> {
  readonly store: Drafts<D>;
  readonly now: () => Date;
  /** Offered at once; older ones go. */
  readonly most: number;
  readonly show: (offers: readonly D[]) => void;
  readonly dispatch: (action: WorkbenchAction) => void;
  readonly tell: (tone: Message['tone'], words: Words) => void;
  /** What is said of one by its name: another window has it, it is gone. */
  readonly words: { readonly elsewhere: WordKey; readonly discarded: WordKey };
}

export class DraftOffers<D extends Draft> {
  private drafts: readonly D[] = [];
  private readonly claiming = new Set<string>();

  constructor(private readonly facts: Offered<D>) {}

  async start(): Promise<void> {
    for (const { id } of await this.renew()) await this.facts.store.remove(id);
  }

  /** Offers what no page works on now; those that are not offered. */
  async renew(): Promise<readonly D[]> {
    const { store, now, most } = this.facts;
    const oldest = now().getTime() - DRAFT_DAYS * 86_400_000;
    const all = await store.list();
    const fresh = all.filter(({ at }) => Date.parse(at) >= oldest).slice(0, most);
    this.offer(fresh);
    return all.filter((draft) => !fresh.includes(draft));
  }

  /** To be worked on here and nowhere else. Null: another window was first, and the offer goes, told; or it is being claimed already. */
  async claim(id: string): Promise<D | null> {
    const offered = this.drafts.find((one) => one.id === id);
    // Clicked twice, or restored and discarded at once: the first has it.
    if (!offered || this.claiming.has(id)) return null;
    this.claiming.add(id);
    const draft = await this.facts.store.claim(id);
    this.claiming.delete(id);
    if (!draft) {
      this.forget(id);
      this.facts.tell('info', { key: this.facts.words.elsewhere, params: { name: offered.name } });
    }
    return draft;
  }

  async discard(id: string): Promise<void> {
    const draft = await this.claim(id);
    if (!draft) return;
    this.forget(id);
    await this.facts.store.remove(id);
    this.facts.dispatch({ type: 'announce', words: { key: this.facts.words.discarded, params: { name: draft.name } } });
  }

  /** Not worked on here after all. */
  release(id: string): Promise<void> {
    return this.facts.store.release(id);
  }

  /** No longer offered; still kept. */
  forget(id: string): void {
    this.offer(this.drafts.filter((one) => one.id !== id));
  }

  private offer(drafts: readonly D[]): void {
    this.drafts = drafts;
    this.facts.show(drafts);
  }
}
