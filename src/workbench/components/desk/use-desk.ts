// What the desk's components may ask for: its state beside what every component has.
import { useSyncExternalStore } from 'react';
import type { DeskController } from '../../desk/desk-controller';
import type { DeskState } from '../../desk/desk-state';
import { useWorkbench, type Workbench } from '../workbench-context';

export interface UsedDesk extends Workbench {
  readonly desk: DeskController;
  readonly now: DeskState;
}

export function useDesk(): UsedDesk {
  const workbench = useWorkbench();
  const { desk } = workbench.controller;
  return { ...workbench, desk, now: useSyncExternalStore(desk.subscribe, desk.getState) };
}
