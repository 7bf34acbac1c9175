// By what the workbook is judged, and the judging: the rules, which are loaded after the first paint, a bureau's own, and the judge made of both.
import type { WorkbookSnapshot } from '../model/grid';
import type { WorkbookReview } from '../model/review';
import type { HouseServices } from './house';
import type { House } from './house-rules';
import { settled, type PaneStore } from './pane-store';
import type { Road } from './road';

export class Judging {
  /** The rules and rubrics are a third of the pane. Present once a check has ended. */
  private now: Road | null = null;
  private housing: Promise<void> | null = null;

  constructor(private readonly store: PaneStore, private readonly house: HouseServices | undefined) {}

  async road(): Promise<Road> {
    this.now ??= (await import('./road')).road;
    return this.now;
  }

  loaded(): Road {
    if (!this.now) throw new Error('the rules are asked for before a check loaded them');
    return this.now;
  }

  /** Once for a pane: the rules of a catalogue change between openings, not under the user's hands. Asked for again where they did not come. */
  housed(): Promise<void> {
    this.housing ??= this.loadHouse().catch((error: unknown) => {
      this.housing = null;
      throw error;
    });
    return this.housing;
  }

  /** All that judges is there; `anew`: what another window keeps on this computer by now is asked for too. */
  async ready(anew: boolean): Promise<void> {
    await this.road();
    await settled(this.housed(), undefined);
    if (anew) await settled(this.readOwn(), undefined);
    await this.readyJudge();
  }

  review(snapshot: WorkbookSnapshot): WorkbookReview {
    const { reviewWorkbook, optionsOf } = this.loaded();
    return reviewWorkbook(snapshot, optionsOf(this.store.getState()));
  }

  /** What was checked, by other rules of a bureau; null before a check. */
  reviewBy(house: House): WorkbookReview | null {
    const state = this.store.getState();
    return state.checked && this.loaded().reviewWorkbook(state.checked.snapshot, this.loaded().optionsOf({ ...state, house }));
  }

  /** The rules have changed, the workbook has not. */
  async again(): Promise<void> {
    await this.readyJudge();
    const { checked } = this.store.getState();
    if (checked) this.store.dispatch({ type: 'reviewed', review: this.review(checked.snapshot) });
  }

  private async loadHouse(): Promise<void> {
    if (!this.house) return;
    const { loadHouse } = await this.road();
    this.store.dispatch({ type: 'house', house: await loadHouse(this.house) });
  }

  private async readOwn(): Promise<void> {
    if (!this.house) return;
    const { houseWith, ownRulesIn } = await this.road();
    const mine = await ownRulesIn(this.house.own);
    const now = this.store.getState().house;
    if (mine && JSON.stringify(mine) !== JSON.stringify(now.mine)) this.store.dispatch({ type: 'house', house: await houseWith(now, mine) });
  }

  /** Own checks are compiled once for what is kept now. Rejects where their language does not come: a review without them would be another one. */
  private async readyJudge(): Promise<void> {
    const { judgeFor } = await this.road();
    const { stored, house, judge } = this.store.getState();
    if (judge.of === stored.own && judge.house === house) return;
    this.store.dispatch({ type: 'judge', judge: { of: stored.own, house, own: await judgeFor(stored.own, house.rules) } });
  }
}
