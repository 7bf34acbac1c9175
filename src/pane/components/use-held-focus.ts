// Whether the focus stands in a list, and whether it was lost with what had it: rows come and go under the user's hands.
import { useCallback, useMemo, useRef, type FocusEvent } from 'react';

export interface HeldFocus {
  /** For the list: the focus has come into it. */
  readonly hold: () => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** The focus stood in the list and stands nowhere now. */
  readonly lost: (list: HTMLElement | null) => boolean;
}

export function useHeldFocus(): HeldFocus {
  const held = useRef(false);
  const hold = useCallback((): void => {
    held.current = true;
  }, []);
  const onBlur = useCallback(({ relatedTarget }: FocusEvent): void => {
    // Focus that goes nowhere was lost with its element, not moved by the user.
    if (relatedTarget !== null) held.current = false;
  }, []);
  const lost = useCallback((list: HTMLElement | null): boolean => {
    const { activeElement } = document;
    if (!held.current || list === null || list.contains(activeElement)) return false;
    // Somewhere else by now: the user went there.
    held.current = activeElement === null || activeElement === document.body;
    return held.current;
  }, []);
  return useMemo(() => ({ hold, onBlur, lost }), [hold, onBlur, lost]);
}
