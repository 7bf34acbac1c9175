// The keyboard belongs to the grid only while the user is in it: showing a cell from beside it must not take the focus away.
import { IContextService, type Injector } from '@univerjs/core';
import { DISABLE_AUTO_FOCUS_KEY, ILayoutService } from '@univerjs/preset-sheets-core';

/** Univer gives the focus to its cell editor with every selection; this is allowed from the moment the user comes in until he leaves. */
export function focusIn(container: HTMLElement, injector: Injector): { dispose(): void } {
  const context = injector.get(IContextService);
  const allow = (inside: boolean): void => context.setContextValue(DISABLE_AUTO_FOCUS_KEY, !inside);
  const entered = (event: Event): void => {
    allow(true);
    // Whoever moves the focus to the box itself, as F6 does, wants to be in the cells.
    if (event.type === 'focusin' && event.target === container) injector.get(ILayoutService).focus();
  };
  const left = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && container.contains(event.relatedTarget))) allow(false);
  };
  container.tabIndex = -1;
  allow(false);
  container.addEventListener('pointerdown', entered, true);
  container.addEventListener('focusin', entered);
  container.addEventListener('focusout', left);
  return {
    dispose() {
      container.removeEventListener('pointerdown', entered, true);
      container.removeEventListener('focusin', entered);
      container.removeEventListener('focusout', left);
    },
  };
}
