// What the workbench hears from the page around it: keys, drags, the system's look, the end of the page.
import { useEffect, useState, type RefObject } from 'react';
import { areaAt, keepFocus, moveFocus, type Visits } from '../areas';
import type { WorkbenchController } from '../controller';
import { entriesOfDrop } from '../desk/entries';
import { shortcutOf } from '../shortcuts';

const visits: Visits = new WeakMap();

export function useKeys(root: RefObject<HTMLElement | null>, controller: WorkbenchController, onOpen: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const element = root.current;
      const { target } = event;
      if (!element) return;
      const typing = target instanceof Element && target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [data-area="grid"]') !== null;
      const shortcut = shortcutOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey, typing });
      if (shortcut === null) return;
      event.preventDefault();
      if (controller.getState().dialog !== null || controller.desk.getState().dialog !== null) return;
      // After the grid has heard of the key as well: what is being typed in a cell counts from then on.
      setTimeout(() => {
        if (shortcut === 'open') onOpen();
        else if (shortcut === 'save') void controller.save();
        else if (shortcut === 'keys') controller.dispatch({ type: 'dialog', dialog: 'keys' });
        else moveFocus(element, visits, shortcut === 'next' ? 1 : -1);
      });
    };
    const visit = ({ target }: FocusEvent): void => {
      const area = root.current && target instanceof HTMLElement ? areaAt(root.current, target) : null;
      if (area && target instanceof HTMLElement && target !== area) visits.set(area, target);
    };
    const settle = (): void => void setTimeout(() => controller.lookAtSheet(), 60);
    window.addEventListener('keydown', press, true);
    window.addEventListener('focusin', visit);
    window.addEventListener('pointerup', settle);
    window.addEventListener('keyup', settle);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('focusin', visit);
      window.removeEventListener('pointerup', settle);
      window.removeEventListener('keyup', settle);
    };
  }, [root, controller, onOpen]);
}

/** For boxes whose controls come and go with what happens. */
export function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => (box.current ? keepFocus(box.current) : undefined), [box]);
}

/** Files may be dropped anywhere, also on the grid and on the pane. */
export function useDrops(controller: WorkbenchController): void {
  useEffect(() => {
    const withFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!withFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      controller.dispatch({ type: 'dragging', dragging: true });
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another inside the page is no leaving.
      if (event.relatedTarget === null) controller.dispatch({ type: 'dragging', dragging: false });
    };
    const drop = (event: DragEvent): void => {
      if (!withFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      controller.dispatch({ type: 'dragging', dragging: false });
      void entriesOfDrop(event.dataTransfer).then((entries) => (entries.length > 0 ? controller.take(entries) : controller.dispatch({ type: 'message', message: { tone: 'warning', words: { key: 'drop.nothing' } } })));
    };
    window.addEventListener('dragenter', over, true);
    window.addEventListener('dragover', over, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragenter', over, true);
      window.removeEventListener('dragover', over, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', drop, true);
    };
  }, [controller]);
}

/** Asks before unsaved work is left, and keeps it in any case. */
export function useLeaving(controller: WorkbenchController): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (!controller.hasUnsaved()) return;
      controller.flush();
      event.preventDefault();
      // Chromium before 119 asks only where a value is set.
      Object.assign(event, { returnValue: true });
    };
    const hide = (): void => {
      if (document.visibilityState === 'hidden') controller.flush();
    };
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [controller]);
}

/** `otherwise`: where there are no media queries. */
export function useMedia(query: string, otherwise = false): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia?.(query).matches ?? otherwise);
  useEffect(() => {
    const media = window.matchMedia?.(query);
    if (!media) return undefined;
    const tell = (): void => setMatches(media.matches);
    tell();
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  }, [query]);
  return matches;
}

export function useSystemLook(controller: WorkbenchController): void {
  const forcedColours = useMedia('(forced-colors: active)');
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => controller.setSystem({ forcedColours, prefersDark }), [controller, forcedColours, prefersDark]);
}

/** Too little room for all that may be said and done to stand above a list. */
export function useCompact(): boolean {
  return useMedia('(max-width: 640px), (max-height: 480px)');
}

/** No room for a list of files beside what is open: it takes its place until a file is chosen. */
export function useFilesOver(): boolean {
  return useMedia('(max-width: 640px)');
}

/** Too narrow for grid and pane beside each other. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 1023.98px)');
}
