// By what the folder is judged: asked for anew with each run, and what may be chosen.
import { PLAIN_JUDGES, type Judges } from '../../batch/judges';
import type { HouseServices } from '../../pane/house';
import type { Applied, DeskJudges } from './desk-judges';
import type { DeskStore } from './desk-store';

interface Around {
  readonly store: DeskStore;
  readonly house: HouseServices;
  /** The folder is to be judged by other rules. */
  readonly changed: () => void;
  readonly broken: (error: unknown) => void;
}

export class DeskRules {
  /** As the last run was judged. */
  judges: Judges = PLAIN_JUDGES;

  constructor(private readonly around: Around) {}

  /** For a run that begins; what is to be said of it. */
  async begin(): Promise<Pick<DeskJudges, 'judges' | 'applied' | 'told'>> {
    const found = await this.load();
    this.judges = found.judges;
    return found;
  }

  /** Opens the choice. */
  async show(): Promise<void> {
    try {
      if (this.around.store.state.applied === null) this.apply((await this.load()).applied);
      this.around.store.dispatch({ type: 'dialog', dialog: 'rules' });
    } catch (error) {
      this.around.broken(error);
    }
  }

  /** Judges all of the folder by one rubric; null: by the one each table calls for. A folder at hand is judged anew. */
  judgeBy(rubric: string | null): void {
    this.around.store.dispatch({ type: 'dialog', dialog: null });
    if (rubric === this.around.store.state.rubric) return;
    this.around.store.dispatch({ type: 'rubric', rubric });
    this.around.changed();
  }

  private apply(applied: Applied): void {
    this.around.store.dispatch({ type: 'applied', applied });
  }

  /** The rules come with the first folder, not with the page. */
  private async load(): Promise<DeskJudges> {
    const { loadJudges } = await import(/* webpackChunkName: "desk-judges" */ './desk-judges');
    return loadJudges(this.around.house, this.around.store.state.rubric);
  }
}
