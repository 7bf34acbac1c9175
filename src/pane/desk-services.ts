// What the desks of a bureau's own rules need of the controller.
import type { StoredState } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import type { Phrase } from './catalogue';
import type { DeletedRule } from './deleted-rule';
import type { HouseServices } from './house';
import type { House } from './house-rules';
import type { PaneStore } from './pane-store';
import type { Road } from './road';

export interface DeskServices {
  readonly store: PaneStore;
  readonly house: HouseServices | undefined;
  readonly keepsState: boolean;
  readonly road: () => Promise<Road>;
  readonly reviewed: (house: House) => WorkbookReview | null;
  /** `deleted`: what the sentence tells of, to be brought back. */
  readonly keep: (stored: StoredState, done: Phrase, deleted?: DeletedRule) => Promise<void>;
  readonly reviewAgain: () => Promise<void>;
}

