// What somebody chooses in the settings and while working: shown at once, kept on this computer one after the other.
import { settled, type PaneStore } from './pane-store';
import { asPreferences, type Preferences, type PreferenceStore } from './preferences';

export class PreferenceKeeper {
  private keeping: Promise<void> = Promise.resolve();
  /** What was chosen in this page: what is kept may come after it. */
  private chosen: Partial<Preferences> = {};

  constructor(private readonly store: PaneStore, private readonly kept: PreferenceStore) {}

  /** What is kept, or the defaults of the page. */
  async load(): Promise<void> {
    this.store.dispatch({ type: 'preferences', preferences: { ...asPreferences(await settled(this.kept.read(), null)), ...this.chosen } });
  }

  async prefer(change: Partial<Preferences>): Promise<void> {
    this.chosen = { ...this.chosen, ...change };
    this.store.dispatch({ type: 'preferences', preferences: { ...this.store.getState().preferences, ...change } });
    // One after the other, each on top of what another window has kept meanwhile.
    this.keeping = this.keeping.then(async () => {
      const kept = await settled(this.kept.read(), null);
      await settled(this.kept.write({ ...(kept === null ? this.store.getState().preferences : asPreferences(kept)), ...change }), undefined);
    });
    await this.keeping;
  }

  async reset(): Promise<void> {
    this.chosen = {};
    // After what waits to be kept, which would come back otherwise; defaults are what a page finds that has nothing kept.
    this.keeping = this.keeping.then(async () => {
      await settled(this.kept.clear(), undefined);
      await this.load();
    });
    await this.keeping;
    this.store.tell({ key: 'settings.resetDone' }, 'done');
  }
}
