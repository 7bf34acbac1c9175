// On a page of the pane, what had the focus and goes away leaves it to what comes into its place; what rested while something was done has it again afterwards.
import { useEffect, useRef, type RefObject } from 'react';

const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])';

const stopsIn = (box: Element): readonly HTMLElement[] => Array.from(box.querySelectorAll<HTMLElement>(STOPS)).filter((one) => one.tabIndex >= 0);

/** Where the focus is: the element, and in each box around it, from the inside, how many stops come behind it. */
interface Place {
  readonly element: HTMLElement;
  readonly around: readonly { readonly box: Element; readonly behind: number }[];
}

function placeOf(element: HTMLElement): Place {
  const around: Place['around'][number][] = [];
  for (let box = element.parentElement; box && box.tagName !== 'MAIN'; box = box.parentElement) {
    const stops = stopsIn(box);
    around.push({ box, behind: stops.length - 1 - stops.indexOf(element) });
  }
  return { element, around };
}

/** In what is left of the list or section in which it stood, the one that stood behind it; else the heading of the page. */
function heirOf({ around }: Place, page: Element): HTMLElement | null {
  // The outermost box is the page's own: there nothing is the place of anything else.
  const left = around.slice(0, -1).find(({ box }) => box.isConnected);
  const stops = left ? stopsIn(left.box) : [];
  return stops[stops.length - (left?.behind ?? 0)] ?? stops.at(-1) ?? page.querySelector<HTMLElement>('h1[tabindex]');
}

/** @param root with one page inside, or none: there others see to the focus */
export function usePageFocus(root: RefObject<HTMLElement | null>, onPage: boolean): void {
  const place = useRef<Place | null>(null);
  /** The focus fell from it because it rests. */
  const resting = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      const inside = onPage && target instanceof HTMLElement && root.current?.contains(target) === true;
      place.current = inside ? placeOf(target) : null;
      resting.current = null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [root, onPage]);
  useEffect(() => {
    const page = root.current?.querySelector('main');
    const { activeElement } = document;
    if (!onPage || !page || !place.current || (activeElement !== null && activeElement !== document.body)) return;
    const { element } = place.current;
    if (!element.isConnected) heirOf(place.current, page)?.focus({ preventScroll: true });
    else if (element.matches(':disabled')) resting.current = element;
    else if (resting.current === element) element.focus({ preventScroll: true });
  });
}
