// The keyboard belongs to the grid only while the user is in it: showing a cell from beside it must not take the focus away, and leaving ends what is being typed.
import { IContextService, type Injector } from '@univerjs/core';
import { DISABLE_AUTO_FOCUS_KEY, ILayoutService } from '@univerjs/preset-sheets-core';

/** The page's own keys: open, save, next part of the page. They go on to the page. */
function leadsOut({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'F6' || ((ctrlKey || metaKey) && /^[os]$/i.test(key));
}

interface GuardedEditors {
  /** True for an editor that was not guarded until now: it has come into the page and taken the focus in one go. */
  readonly isNew: (target: EventTarget | null) => boolean;
  readonly disconnect: () => void;
}

/** Univer's editors, which take the keys: their `focus` does nothing while `mayEnter` says no. Its own switch leaves out the moment a workbook is shown, when it would close the menu or take the keys of whoever is already at work beside it. */
function guardEditors(container: HTMLElement, mayEnter: () => boolean): GuardedEditors {
  const guarded = new WeakSet<HTMLElement>();
  const guardAll = (): void => {
    for (const editor of container.querySelectorAll<HTMLElement>('[contenteditable]')) {
      if (guarded.has(editor)) continue;
      guarded.add(editor);
      editor.focus = (how) => {
        if (mayEnter()) HTMLElement.prototype.focus.call(editor, how);
      };
    }
  };
  const observer = new MutationObserver(guardAll);
  observer.observe(container, { childList: true, subtree: true });
  return {
    isNew(target) {
      const isNew = target instanceof HTMLElement && target.isContentEditable && !guarded.has(target);
      if (isNew) guardAll();
      return isNew;
    },
    disconnect: () => observer.disconnect(),
  };
}

/**
 * Univer gives the focus to its cell editor with every selection; this is allowed from the moment the user comes in until he leaves.
 * @param left called when the user leaves, or presses a key of the page, before the page hears of it
 */
export function focusIn(container: HTMLElement, injector: Injector, left: () => void): { dispose(): void } {
  const context = injector.get(IContextService);
  let isInside = false;
  const allow = (inside: boolean): void => {
    isInside = inside;
    context.setContextValue(DISABLE_AUTO_FOCUS_KEY, !inside);
  };
  let pressedInside = false;
  const stop = new AbortController();
  const { signal } = stop;

  container.tabIndex = -1;
  allow(false);
  const editors = guardEditors(container, () => isInside);
  container.addEventListener('pointerdown', () => {
    allow(true);
    pressedInside = true;
    setTimeout(() => (pressedInside = false));
  }, { capture: true, signal });
  container.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (!isInside && editors.isNew(target) && target instanceof HTMLElement) {
      if (relatedTarget instanceof HTMLElement) relatedTarget.focus({ preventScroll: true });
      else target.blur();
      return;
    }
    allow(true);
    // Whoever moves the focus to the box itself, as F6 does, wants to be in the cells.
    if (target === container) injector.get(ILayoutService).focus();
  }, { signal });
  container.addEventListener('focusout', ({ relatedTarget }) => {
    // Another window is in front, or a part of the grid that takes no focus was pressed: nobody has left.
    if (!document.hasFocus() || pressedInside || (relatedTarget instanceof Node && container.contains(relatedTarget))) return;
    allow(false);
    left();
  }, { signal });
  container.addEventListener('keydown', (event) => {
    if (leadsOut(event)) left();
  }, { capture: true, signal });
  return {
    dispose: () => {
      stop.abort();
      editors.disconnect();
    },
  };
}
