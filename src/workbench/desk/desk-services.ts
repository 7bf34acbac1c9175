// What the desk asks of the world around it.
import type { Judges } from '../../batch/judges';
import type { Desk } from '../engine-client';
import type { Drafts, KeptList } from '../kept-work';
import type { OpenableFile } from '../opened-file';
import type { Reviewer } from './reviewers';
import type { Bytes, Whereabouts } from './whereabouts';

export interface DeskServices {
  startDesk(): Promise<Desk>;
  startReviewer(judges: Judges): Reviewer;
  /** Workers at once. */
  readonly jobs: number;
  bytesAt(whereabouts: Whereabouts): Promise<Bytes>;
  fromHandle(handle: FileSystemFileHandle): Promise<OpenableFile>;
  /** Where lines are kept until the user has them in a file. */
  readonly lists: Drafts<KeptList>;
  /** Gives a file to the browser's downloads. */
  download(file: { readonly name: string; readonly blob: Blob }): void;
  /** Milliseconds, only going forward. */
  readonly clock: () => number;
}
