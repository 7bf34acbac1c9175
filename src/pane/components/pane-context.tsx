// What every component of the pane may ask for: the state, the controller, and words.
import { createContext, useContext, useSyncExternalStore } from 'react';
import { phraseText, type Language, type Phrase, type Say } from '../catalogue';
import type { PaneController } from '../controller';
import type { PaneState } from '../pane-state';

export interface PaneContext {
  readonly controller: PaneController;
  readonly language: Language;
  readonly say: Say;
}

export const PaneProvider = createContext<PaneContext | null>(null);

export interface Pane extends PaneContext {
  readonly state: PaneState;
  readonly text: (phrase: Phrase) => string;
}

export function usePane(): Pane {
  const context = useContext(PaneProvider);
  if (!context) throw new Error('a component of the pane stands outside it');
  const { controller, language, say } = context;
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  return { controller, language, say, state, text: (phrase) => phraseText(phrase, say) };
}
