// The browser's own Back and Forward between a folder's lists and the file that was opened from them: without an entry of ours, Back would leave the page.
import { useEffect } from 'react';
import type { WorkbenchController } from '../controller';

/** Marks the one entry of ours, which stands behind the page's own; the lists leave it where it is, and the next file takes it. */
const MARK = { biaoli: 'file' } as const;

function atMark(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'biaoli' in state && state.biaoli === MARK.biaoli;
}

export function useBack(controller: WorkbenchController): void {
  useEffect(() => {
    /** Path of the file that was opened from the lists; null where what is open came otherwise. */
    const pathFromLists = (): string | null => {
      const { opened, path } = controller.getState();
      return opened !== null && controller.desk.getState().name !== null ? path : null;
    };
    const follow = (): void => {
      if (controller.getState().view === 'file' && pathFromLists() !== null && !atMark()) window.history.pushState(MARK, '');
    };
    const go = (): void => {
      const { view } = controller.getState();
      const path = pathFromLists();
      if (atMark()) {
        if (view === 'desk' && path !== null) void controller.showFile();
      } else if (view === 'file' && path !== null) {
        controller.backToDesk();
      } else {
        // The entry stood for a file that had been left already: whoever goes back from the lists leaves the page.
        window.history.back();
      }
    };
    const stop = controller.subscribe(follow);
    window.addEventListener('popstate', go);
    return () => {
      stop();
      window.removeEventListener('popstate', go);
    };
  }, [controller]);
}
