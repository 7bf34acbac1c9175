// The row of a list that has the tab stop, and the focus on it, which is never lost when rows come and go.
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { useHeldFocus } from './use-held-focus';

export interface RowFocus {
  /** The row that Tab comes to. */
  readonly stop: string | null;
  /** A row that is to have the focus as soon as it is drawn. */
  readonly wished: string | null;
  readonly go: (key: string | undefined) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

function rowElement(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(key)}"]`) ?? null;
}

function focusRow(list: HTMLElement | null, key: string, scroll = true): void {
  const element = rowElement(list, key);
  element?.focus({ preventScroll: !scroll });
  if (scroll) element?.scrollIntoView?.({ block: 'nearest' });
}

/**
 * @param stops keys of the rows that take the focus, in their order; in the list each has one element with its key as data-stop, inside one with its key as data-row
 * @param opened the row that is open
 * @param boxOpens a box that takes the focus itself is open inside a row
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, stops: readonly string[], opened: string | null, boxOpens: boolean): RowFocus {
  const [current, setCurrent] = useState<string | null>(null);
  const [wish, setWish] = useState<{ readonly key: string } | null>(null);
  const { hold, onBlur, lost } = useHeldFocus();
  const place = useRef(0);
  const known = current !== null && stops.includes(current) ? current : null;

  // What had the focus went away: a button or a box inside a row leaves it to the row, a row to its neighbour. After every change, since a box may go before the rows do.
  useLayoutEffect(() => {
    if (!lost(list.current)) return;
    const next = known ?? stops[Math.min(place.current, stops.length - 1)];
    // A box that opens stands where the button stood: nothing moves for it.
    if (next !== undefined) focusRow(list.current, next, !boxOpens);
  });

  useLayoutEffect(() => {
    if (wish === null) return;
    focusRow(list.current, wish.key);
    setWish(null);
  }, [list, wish]);

  // Opened from outside (a cell's menu): bring it into sight.
  useEffect(() => {
    if (opened !== null && !list.current?.contains(document.activeElement) && stops.includes(opened)) rowElement(list.current, opened)?.scrollIntoView({ block: 'nearest' });
  }, [list, opened, stops]);

  return {
    stop: known ?? stops[0] ?? null,
    wished: wish?.key ?? null,
    go(key) {
      if (key === undefined) return;
      setCurrent(key);
      setWish({ key });
    },
    onFocus({ target }) {
      hold();
      const key = target instanceof HTMLElement ? target.closest('[data-row]')?.getAttribute('data-row') : null;
      if (!key) return;
      setCurrent(key);
      place.current = stops.indexOf(key);
    },
    onBlur,
  };
}
