// The measures of a list of which a part is drawn: the size of its window, and where each row begins.
import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { offsetsOf } from '../../desk/windowed';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Where nothing is measured (tests without layout) as much as an office screen. */
export const USUAL: WindowSize = { width: 600, height: 800 };

/** Null before it was measured; kept up with. */
export function useWindowSize(scroll: RefObject<HTMLElement | null>): WindowSize | null {
  const [size, setSize] = useState<WindowSize | null>(null);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth || USUAL.width, height: element.clientHeight || USUAL.height });
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroll]);
  return size;
}

interface Rows<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Pixels at a width of the list in pixels. */
  readonly heightOf: (item: T, width: number) => number;
}

/**
 * Where each row begins, and after the last one the end of the list, in pixels.
 * @param list whose children are the rows that are drawn, each with its place as data-index
 * @param top how far the list is scrolled: with it and the size other rows are drawn
 */
export function useOffsets<T>(list: RefObject<HTMLElement | null>, { items, keyOf, heightOf }: Rows<T>, size: WindowSize | null, top: number): Float64Array {
  const { width } = size ?? USUAL;
  const [taller, setTaller] = useState<ReadonlyMap<string, number>>(new Map());
  const measureOf = useCallback((item: T): string => `${width} ${keyOf(item)}`, [width, keyOf]);
  const offsets = useMemo(() => offsetsOf(items.map((item) => Math.max(heightOf(item, width), taller.get(measureOf(item)) ?? 0))), [items, heightOf, width, taller, measureOf]);
  // A user's own style sheet may set letters and lines further apart than was reckoned with: a row that is drawn shows all of its text.
  useLayoutEffect(() => {
    const found = Array.from(list.current?.children ?? []).flatMap((row) => {
      const at = Number(row.getAttribute('data-index'));
      const item = items[at];
      return item !== undefined && row.scrollHeight > (offsets[at + 1] ?? 0) - (offsets[at] ?? 0) + 1 ? [[measureOf(item), row.scrollHeight] as const] : [];
    });
    if (found.length > 0) setTaller((before) => new Map([...before, ...found]));
  }, [list, items, offsets, measureOf, top, size]);
  return offsets;
}
