// F6: from one area of the page to the next, back to where the focus was in each.
const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** Where the focus was last in each area. */
export type Visits = WeakMap<HTMLElement, HTMLElement>;

export function areasOf(root: HTMLElement): readonly HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>('[data-area]')).filter((area) => !area.closest('[inert]') && getComputedStyle(area).visibility !== 'hidden');
}

export function areaAt(root: HTMLElement, element: Element | null): HTMLElement | null {
  const area = element?.closest<HTMLElement>('[data-area]') ?? null;
  return area && root.contains(area) ? area : null;
}

const stopsIn = (box: HTMLElement): readonly HTMLElement[] => Array.from(box.querySelectorAll<HTMLElement>(STOPS)).filter((one) => !one.closest('[inert]') && one.tabIndex >= 0);

/** A control of the box that goes away while it has the focus leaves it to the one that comes into its place; returns the end of that. */
export function keepFocus(box: HTMLElement): () => void {
  let last: { readonly element: HTMLElement; readonly at: number } | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target instanceof HTMLElement && box.contains(target) ? { element: target, at: stopsIn(box).indexOf(target) } : null;
  };
  const observer = new MutationObserver(() => {
    if (!last || last.element.isConnected || document.activeElement !== document.body) return;
    const stops = stopsIn(box);
    stops[Math.min(last.at, stops.length - 1)]?.focus();
  });
  document.addEventListener('focusin', remember);
  observer.observe(box, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
  };
}

/** Asks later whether the focus of now went away with its element and is nowhere since. */
export function heldFocus(): () => boolean {
  const held = document.activeElement;
  return () => held !== null && held !== document.body && !held.isConnected && (document.activeElement === null || document.activeElement === document.body);
}

/** Moves the focus by one area, around the end. From outside all areas it goes to the first. */
export function moveFocus(root: HTMLElement, visits: Visits, step: 1 | -1): void {
  const areas = areasOf(root);
  const here = areaAt(root, document.activeElement);
  const at = here ? areas.indexOf(here) : step > 0 ? -1 : 0;
  const area = areas[(at + step + areas.length) % areas.length];
  if (!area) return;
  const last = visits.get(area);
  // The box of a grid takes the focus to the cells itself, whatever of the grid had it last.
  const cells = area.querySelector<HTMLElement>('[data-cells][tabindex]');
  const target = cells ?? (last?.isConnected === true && area.contains(last) ? last : (stopsIn(area)[0] ?? area));
  target.focus();
}
