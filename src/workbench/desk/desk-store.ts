// The desk's state and who watches it.
import { EMPTY_DESK, reduceDesk, type DeskAction, type DeskState } from './desk-state';

export class DeskStore {
  state: DeskState = EMPTY_DESK;
  private readonly watchers = new Set<() => void>();

  readonly getState = (): DeskState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly dispatch = (action: DeskAction): void => {
    const next = reduceDesk(this.state, action);
    if (next === this.state) return;
    this.state = next;
    for (const watcher of this.watchers) watcher();
  };
}
