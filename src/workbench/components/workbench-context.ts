// What every component of the workbench may ask for: the state, the controller, and words.
import { createContext, useContext, useSyncExternalStore } from 'react';
import { wordsIn, type Speak, type Words } from '../catalogue';
import type { WorkbenchController } from '../controller';
import type { WorkbenchState } from '../workbench-state';

export const WorkbenchProvider = createContext<WorkbenchController | null>(null);

export interface Workbench {
  readonly controller: WorkbenchController;
  readonly state: WorkbenchState;
  readonly speak: Speak;
  readonly text: (words: Words) => string;
}

export function useWorkbench(): Workbench {
  const controller = useContext(WorkbenchProvider);
  if (!controller) throw new Error('a component of the workbench stands outside it');
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  return { controller, state, speak: controller.speak(), text: (words) => wordsIn(controller.language(), words) };
}
