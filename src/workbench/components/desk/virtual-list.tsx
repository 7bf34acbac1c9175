// A list of thousands of rows of which a few dozen are drawn: one tab stop, arrows, Page Up and Down, Home and End move; the place is kept outside, so that a list that comes back is where it was.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { offsetsOf, scrollFor, windowOf } from '../../desk/windowed';

/** Pixels from the top, and the row that has the tab stop. */
export interface ListPlace {
  top: number;
  index: number;
}

interface VirtualListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Pixels at a width of the list in pixels. */
  readonly heightOf: (item: T, width: number) => number;
  /** False for headings, which arrows pass over. */
  readonly isStop?: (item: T) => boolean;
  readonly place: ListPlace;
  /** Draws a row; where it is a stop, one element in it has data-stop and this tabIndex. */
  readonly children: (item: T, tabIndex: 0 | -1) => ReactElement;
  /** Takes the focus once, and tells. */
  readonly focused?: boolean;
  readonly onFocused?: () => void;
  readonly className?: string;
}

const useStyles = makeStyles({
  scroll: { overflowY: 'auto', overflowX: 'hidden', minHeight: 0, flex: '1 1 0', position: 'relative' },
  list: { listStyleType: 'none', margin: 0, padding: 0, position: 'relative' },
  row: { position: 'absolute', left: 0, right: 0, overflow: 'hidden' },
});

/** Where nothing is measured (tests without layout) as much as an office screen. */
const USUAL = { width: 600, height: 800 };

export function VirtualList<T>({ label, items, keyOf, heightOf, isStop, place, children, focused = false, onFocused, className }: VirtualListProps<T>): ReactElement {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const [measured, setSize] = useState<typeof USUAL | null>(null);
  const size = measured ?? USUAL;
  const [top, setTop] = useState(place.top);
  const [current, setCurrent] = useState({ index: place.index, key: null as string | null });
  const [wish, setWish] = useState<number | null>(null);
  const held = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const [taller, setTaller] = useState<ReadonlyMap<string, number>>(new Map());

  const measureOf = useCallback((item: T): string => `${size.width} ${keyOf(item)}`, [size.width, keyOf]);
  const offsets = useMemo(() => offsetsOf(items.map((item) => Math.max(heightOf(item, size.width), taller.get(measureOf(item)) ?? 0))), [items, heightOf, size.width, taller, measureOf]);
  const stops = useMemo(() => items.flatMap((item, at) => (isStop === undefined || isStop(item) ? [at] : [])), [items, isStop]);
  // The row of before, wherever it has gone; else the stop nearest to its place.
  const index = useMemo(() => {
    const moved = current.key === null ? -1 : items.findIndex((item) => keyOf(item) === current.key);
    const wanted = moved >= 0 ? moved : current.index;
    return stops.find((at) => at >= wanted) ?? stops.at(-1) ?? 0;
  }, [items, stops, current, keyOf]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth || USUAL.width, height: element.clientHeight || USUAL.height });
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // A user's own style sheet may set letters and lines further apart than was reckoned with: a row that is drawn shows all of its text.
  useLayoutEffect(() => {
    const found = Array.from(list.current?.children ?? []).flatMap((row) => {
      const at = Number(row.getAttribute('data-index'));
      const item = items[at];
      return item !== undefined && row.scrollHeight > (offsets[at + 1] ?? 0) - (offsets[at] ?? 0) + 1 ? [[measureOf(item), row.scrollHeight] as const] : [];
    });
    if (found.length > 0) setTaller((before) => new Map([...before, ...found]));
    // Other rows are drawn with each of these.
  }, [items, offsets, measureOf, top, measured]);

  // Only now are the heights those of this width: before, the place might lie below the end.
  const ready = measured !== null;
  useLayoutEffect(() => {
    if (ready && scroll.current) scroll.current.scrollTop = place.top;
  }, [ready, place]);

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
    const stop = element.querySelector<HTMLElement>(`[data-index="${wish}"] [data-stop]`);
    stop?.focus({ preventScroll: true });
    // A low window scrolls the page around the list as well.
    stop?.scrollIntoView?.({ block: 'nearest' });
    setWish(null);
  }, [wish, offsets]);

  // The row that had the focus went away with its list: its neighbour takes it.
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!held.current || !element || element.contains(document.activeElement)) return;
    if (document.activeElement !== null && document.activeElement !== document.body) {
      held.current = false;
      return;
    }
    element.querySelector<HTMLElement>(`[data-index="${index}"] [data-stop]`)?.focus({ preventScroll: true });
  }, [items, index]);

  const stand = useCallback((at: number): void => {
    const item = items[at];
    place.index = at;
    setCurrent({ index: at, key: item === undefined ? null : keyOf(item) });
  }, [items, keyOf, place]);

  const go = (at: number | undefined): void => {
    if (at === undefined) return;
    stand(at);
    setWish(at);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stops.indexOf(index);
    const page = Math.max(1, Math.floor(size.height / Math.max(1, (offsets.at(-1) ?? 1) / Math.max(1, items.length))) - 1);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(stops[Math.min(Math.max(next, 0), stops.length - 1)]);
  };

  const shown = windowOf(offsets, top, size.height);
  const drawn = !ready ? [] : Array.from({ length: shown.end - shown.first }, (_, at) => shown.first + at);
  // Wherever the list is scrolled to, the row with the tab stop and the one wished for are there.
  for (const at of ready ? [index, wish] : []) if (at !== null && at < items.length && (at < shown.first || at >= shown.end)) drawn.push(at);

  return (
    <div
      ref={scroll} className={mergeClasses(styles.scroll, className)} onKeyDown={press}
      onScroll={({ currentTarget }) => {
        place.top = currentTarget.scrollTop;
        setTop(currentTarget.scrollTop);
      }}
      onFocus={({ target }) => {
        held.current = true;
        const at = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? NaN);
        if (Number.isInteger(at)) stand(at);
      }}
      onBlur={({ relatedTarget }) => {
        // Focus that goes nowhere was lost with its element, not moved by the user.
        if (relatedTarget !== null) held.current = false;
      }}
    >
      <ul ref={list} className={styles.list} aria-label={label} style={{ height: offsets.at(-1) ?? 0 }}>
        {drawn.sort((a, b) => a - b).map((at) => {
          const item = items[at];
          if (item === undefined) return null;
          const from = offsets[at] ?? 0;
          return (
            <li key={keyOf(item)} className={styles.row} data-index={at} aria-setsize={items.length} aria-posinset={at + 1} style={{ top: from, height: (offsets[at + 1] ?? 0) - from }}>
              {children(item, at === index ? 0 : -1)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
