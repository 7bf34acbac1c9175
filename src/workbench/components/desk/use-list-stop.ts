// The one tab stop of a list of which a part is drawn: the row that has it, how the focus comes to it and is not lost with it.
import { useCallback, useLayoutEffect, useMemo, useState, type FocusEvent, type RefObject } from 'react';
import { useHeldFocus } from '../../../pane/components/use-held-focus';
import { scrollFor } from '../../desk/windowed';
import { USUAL } from './use-virtual-rows';

/** Pixels from the top, and the row that has the tab stop. */
export interface ListPlace {
  top: number;
  index: number;
}

interface Stops<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** False for headings, which arrows pass over. */
  readonly isStop: ((item: T) => boolean) | undefined;
  readonly place: ListPlace;
  readonly offsets: Float64Array;
  /** The measures are those of the list's own width. */
  readonly ready: boolean;
  /** Takes the focus once, and tells. */
  readonly focused: boolean;
  readonly onFocused: (() => void) | undefined;
}

interface ListStop {
  readonly index: number;
  /** The row that is to have the focus as soon as it is drawn. */
  readonly wish: number | null;
  /** By a number of stops from the one that is. */
  readonly step: (by: number) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

function stopIn(scroll: HTMLElement, row: number): HTMLElement | null {
  return scroll.querySelector<HTMLElement>(`[data-index="${row}"] [data-stop]`);
}

export function useListStop<T>(scroll: RefObject<HTMLElement | null>, { items, keyOf, isStop, place, offsets, ready, focused, onFocused }: Stops<T>): ListStop {
  const [current, setCurrent] = useState({ index: place.index, key: null as string | null });
  const [wish, setWish] = useState<number | null>(null);
  const { hold, onBlur, lost } = useHeldFocus();
  const stops = useMemo(() => items.flatMap((item, at) => (isStop === undefined || isStop(item) ? [at] : [])), [items, isStop]);
  // The row of before, wherever it has gone; else the stop nearest to its place.
  const index = useMemo(() => {
    const moved = current.key === null ? -1 : items.findIndex((item) => keyOf(item) === current.key);
    const wanted = moved >= 0 ? moved : current.index;
    return stops.find((at) => at >= wanted) ?? stops.at(-1) ?? 0;
  }, [items, stops, current, keyOf]);

  useLayoutEffect(() => {
    if (!ready || !focused) return;
    setWish(index);
    onFocused?.();
  }, [ready, focused, index, onFocused]);

  // What was wished for is drawn by now: into sight with it, and the focus on it.
  useLayoutEffect(() => {
    const element = scroll.current;
    if (wish === null || !element) return;
    const to = scrollFor(offsets, wish, element.scrollTop, element.clientHeight || USUAL.height);
    if (to !== null) element.scrollTop = to;
    const stop = stopIn(element, wish);
    stop?.focus({ preventScroll: true });
    // A low window scrolls the page around the list as well.
    stop?.scrollIntoView?.({ block: 'nearest' });
    setWish(null);
  }, [scroll, wish, offsets]);

  // The row that had the focus went away with its list: its neighbour takes it.
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element && lost(element)) stopIn(element, index)?.focus({ preventScroll: true });
  }, [scroll, items, index, lost]);

  const stand = useCallback((at: number): void => {
    const item = items[at];
    place.index = at;
    setCurrent({ index: at, key: item === undefined ? null : keyOf(item) });
  }, [items, keyOf, place]);

  return {
    index,
    wish,
    step(by) {
      const to = stops[Math.min(Math.max(stops.indexOf(index) + by, 0), stops.length - 1)];
      if (to === undefined) return;
      stand(to);
      setWish(to);
    },
    onFocus({ target }) {
      hold();
      const at = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? NaN);
      if (Number.isInteger(at)) stand(at);
    },
    onBlur,
  };
}
