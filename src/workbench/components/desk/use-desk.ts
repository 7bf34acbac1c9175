// What the desk's components may ask for: the parts of its state that they name, beside what every component has.
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { DeskController } from '../../desk/desk-controller';
import type { DeskState } from '../../desk/desk-state';
import { useWorkbench, type Workbench } from '../workbench-context';

export interface UsedDesk<Key extends keyof DeskState> extends Workbench {
  readonly desk: DeskController;
  readonly now: Pick<DeskState, Key>;
}

/** Draws anew only when one of the named parts has changed: progress comes several times a second, the lists do not. */
export function useDesk<Key extends keyof DeskState>(...keys: readonly Key[]): UsedDesk<Key> {
  const workbench = useWorkbench();
  const { desk } = workbench.controller;
  const last = useRef<Pick<DeskState, Key> | null>(null);
  const names = keys.join();
  const part = useCallback((): Pick<DeskState, Key> => {
    const state = desk.getState();
    const before = last.current;
    const wanted = names.split(',') as Key[];
    if (!before || wanted.some((key) => before[key] !== state[key])) last.current = Object.fromEntries(wanted.map((key) => [key, state[key]])) as Pick<DeskState, Key>;
    return last.current ?? state;
  }, [desk, names]);
  return { ...workbench, desk, now: useSyncExternalStore(desk.subscribe, part) };
}
