// A list of thousands of rows of which a few dozen are drawn: one tab stop, arrows, Page Up and Down, Home and End move; the place is kept outside, so that a list that comes back is where it was.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { windowOf } from '../../desk/windowed';
import { useListStop, type ListPlace } from './use-list-stop';
import { USUAL, useOffsets, useWindowSize } from './use-virtual-rows';

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

export function VirtualList<T>({ label, items, keyOf, heightOf, isStop, place, children, focused = false, onFocused, className }: VirtualListProps<T>): ReactElement {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const size = useWindowSize(scroll);
  const [top, setTop] = useState(place.top);
  const offsets = useOffsets(list, { items, keyOf, heightOf }, size, top);
  const ready = size !== null;
  const { height } = size ?? USUAL;
  // Only now are the heights those of this width: before, the place might lie below the end.
  useLayoutEffect(() => {
    if (ready && scroll.current) scroll.current.scrollTop = place.top;
  }, [ready, place]);
  const { index, wish, step, onFocus, onBlur } = useListStop(scroll, { items, keyOf, isStop, place, offsets, ready, focused, onFocused });

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(height / Math.max(1, (offsets.at(-1) ?? 1) / Math.max(1, items.length))) - 1);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -items.length, End: items.length }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };

  const shown = windowOf(offsets, top, height);
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
      onFocus={onFocus} onBlur={onBlur}
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
