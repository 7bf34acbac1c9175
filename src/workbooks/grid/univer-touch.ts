// The grid under a finger: a drag moves the sheet, a tap selects as a click does, a long press asks for the menu. Univer takes a finger for a mouse, and whoever wants to see the rows below selects them.

/** Pixels that a finger shakes while it taps. */
const SHAKE = 8;
/** Milliseconds after which a finger that lies still asks for the menu. */
const LONG = 500;
const SECOND_BUTTON = 2;

interface Touch {
  readonly id: number;
  readonly canvas: HTMLCanvasElement;
  readonly at: PointerEvent;
  x: number;
  y: number;
  isOver: boolean;
  readonly long: ReturnType<typeof setTimeout>;
}

/** In one go; still as a finger's, or Univer would wait for a mouse of its number. */
function press({ canvas, at }: Touch, button: number): void {
  for (const [type, buttons] of [['pointerdown', button === SECOND_BUTTON ? SECOND_BUTTON : 1], ['pointerup', 0]] as const) {
    canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true, pointerId: at.pointerId, pointerType: 'touch', isPrimary: true, clientX: at.clientX, clientY: at.clientY, screenX: at.screenX, screenY: at.screenY, button, buttons }));
  }
}

/** @param scroll called with the pixels by which the sheet is to move on, to the right and down */
export function touchIn(container: HTMLElement, scroll: (right: number, down: number) => void): { dispose(): void } {
  let touch: Touch | null = null;
  const stop = new AbortController();
  const heard = { capture: true, signal: stop.signal } as const;
  const end = (): void => {
    if (touch) clearTimeout(touch.long);
    touch = null;
  };
  const isFinger = (event: PointerEvent): boolean => event.isTrusted && event.pointerType === 'touch';

  container.addEventListener('pointerdown', (event) => {
    if (!isFinger(event) || !(event.target instanceof HTMLCanvasElement)) return;
    event.stopPropagation();
    // A second finger neither moves nor selects.
    if (touch) {
      touch.isOver = true;
      return;
    }
    const begun: Touch = {
      id: event.pointerId, canvas: event.target, at: event, x: event.clientX, y: event.clientY, isOver: false,
      long: setTimeout(() => {
        if (begun.isOver) return;
        begun.isOver = true;
        press(begun, SECOND_BUTTON);
      }, LONG),
    };
    touch = begun;
  }, heard);
  container.addEventListener('pointermove', (event) => {
    if (!isFinger(event) || !touch) return;
    event.stopPropagation();
    if (event.pointerId !== touch.id) return;
    const isStill = !touch.isOver && Math.hypot(event.clientX - touch.at.clientX, event.clientY - touch.at.clientY) < SHAKE;
    if (isStill) return;
    clearTimeout(touch.long);
    touch.isOver = true;
    const [right, down] = [touch.x - event.clientX, touch.y - event.clientY];
    [touch.x, touch.y] = [event.clientX, event.clientY];
    scroll(right, down);
  }, heard);
  for (const type of ['pointerup', 'pointercancel'] as const) {
    container.addEventListener(type, (event) => {
      if (!isFinger(event) || !touch) return;
      event.stopPropagation();
      if (event.pointerId !== touch.id) return;
      if (type === 'pointerup' && !touch.isOver) press(touch, 0);
      end();
    }, heard);
  }
  return {
    dispose: () => {
      end();
      stop.abort();
    },
  };
}
