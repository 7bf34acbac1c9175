// What is shown of the lines: the list as it grows, and what stands behind a chosen line.
import type { Desk } from '../engine-client';
import type { DetailWish } from './desk-list';
import type { DeskStore } from './desk-store';

/** While a run goes on the list follows it, but never takes more than a fifth of the worker's time. */
const LIST_EVERY = 1_000;
const LIST_SHARE = 5;

interface Around {
  readonly store: DeskStore;
  readonly worker: () => Promise<Desk>;
  readonly clock: () => number;
  readonly broken: (error: unknown) => void;
}

export class DeskListing {
  private listing: Promise<boolean> | null = null;
  private stale = false;

  constructor(private readonly around: Around) {}

  /** Shows the list as it grows, for as long as that is wanted. */
  follow(wanted: () => boolean): void {
    const { clock } = this.around;
    const again = (wait: number): void => void setTimeout(() => {
      if (!wanted()) return;
      const begun = clock();
      void this.refresh().then(() => again(Math.max(LIST_EVERY, LIST_SHARE * (clock() - begun))));
    }, wait);
    again(LIST_EVERY / 2);
  }

  /** The list, and what is chosen of it, as they are now; two askings at once become one more. False: the worker has broken down. */
  refresh(): Promise<boolean> {
    this.stale = true;
    this.listing ??= this.fetchList().finally(() => {
      this.listing = null;
    });
    return this.listing;
  }

  async fetchDetail(wish: DetailWish): Promise<void> {
    const { store, worker, broken } = this.around;
    try {
      store.dispatch({ type: 'detail', of: wish, detail: await (await worker()).ask('detail', wish) });
    } catch (error) {
      broken(error);
    }
  }

  private async fetchList(): Promise<boolean> {
    const { store, worker, broken } = this.around;
    try {
      while (this.stale) {
        this.stale = false;
        store.dispatch({ type: 'list', list: await (await worker()).ask('list') });
        if (store.state.chosen) await this.fetchDetail(store.state.chosen);
      }
      return true;
    } catch (error) {
      broken(error);
      return false;
    }
  }
}
