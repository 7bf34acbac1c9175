// The list of what may be written at the caret of a formula: when it opens, where it stands, which keys move through it, and how a choice is written.
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { complete, type Completion, type Completions } from '../../formulas/complete';
import { caretPlace } from './caret-place';

const LIST_WIDTH = 264;

interface OpenList {
  readonly items: readonly Completion[];
  /** The stretch that a choice takes the place of. */
  readonly from: number;
  readonly to: number;
  /** Index of the option that Enter and Tab take; null: Enter is a new line, Tab goes on. */
  readonly active: number | null;
  /** Pixels inside the box of the whole field. */
  readonly left: number;
  readonly top: number;
}

export interface Offers {
  readonly open: OpenList | null;
  /** It was asked for, and there is nothing to offer. */
  readonly nothing: boolean;
  /** @param asked by key or button, so that an empty answer is told too */
  readonly offer: (asked: boolean) => void;
  readonly take: (item: Completion) => void;
  readonly close: () => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** Writes into a text box as if it were typed; the caret stands `caret` characters behind `from`. */
export function writeInto(box: HTMLTextAreaElement, { from, to, text, caret }: { readonly from: number; readonly to: number; readonly text: string; readonly caret: number }, onChange: (value: string) => void): void {
  box.focus();
  box.setSelectionRange(from, to);
  // The command leaves the browser's own undo whole; where it is gone the text is set as it is.
  if (!document.execCommand('insertText', false, text)) {
    box.setRangeText(text, from, to, 'end');
    onChange(box.value);
  }
  box.setSelectionRange(from + caret, from + caret);
}

/** What may be written at the caret; null where nobody would want a list. */
function completionsAt(box: HTMLTextAreaElement, lines: readonly string[], asked: boolean): (Completions & { readonly begun: boolean; readonly typed: string }) | null {
  const found = complete(box.value, box.selectionStart, lines);
  const typed = box.value.slice(found.from, box.selectionStart);
  const begun = found.from < found.to;
  // Behind a finished piece a list would only cover what stands below.
  if (!asked && !begun && !/[\s(（：:,，{]$/.test(box.value.slice(0, box.selectionStart))) return null;
  // What begins as typed comes before what merely holds it.
  const items = begun ? [...found.items.filter(({ label }) => label.startsWith(typed)), ...found.items.filter(({ label }) => !label.startsWith(typed))] : found.items;
  return { ...found, items, begun, typed };
}

/** The list's corner: below the word at the caret, inside the field. */
function cornerBelow(box: HTMLTextAreaElement, from: number): { readonly left: number; readonly top: number } {
  const { left, bottom } = caretPlace(box, from);
  const corner = box.getBoundingClientRect();
  const whole = box.closest('[data-formula]')?.getBoundingClientRect() ?? corner;
  const room = Math.max(0, whole.width - LIST_WIDTH);
  return { left: Math.min(Math.max(0, left + corner.left - whole.left), room), top: Math.min(bottom, box.clientHeight) + corner.top - whole.top + 2 };
}

/** The option after a step down or up; from none into the first or the last. */
function stepped(active: number | null, step: 1 | -1, count: number): number {
  if (active === null) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}

const LEAVING: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab']);

export function useOffers(area: RefObject<HTMLTextAreaElement | null>, lines: readonly string[], onChange: (value: string) => void): Offers {
  const [open, setOpen] = useState<OpenList | null>(null);
  const [nothing, setNothing] = useState(false);
  const close = (): void => setOpen(null);

  const offer = (asked: boolean): void => {
    const box = area.current;
    if (!box) return;
    const found = completionsAt(box, lines, asked);
    if (!found) return close();
    const { items, from, to, begun, typed } = found;
    setNothing(asked && items.length === 0);
    if (items.length === 0) return close();
    // Where nothing of a word is there yet, or all of it, Enter and Tab stay what they are in a text until somebody goes into the list.
    const active = (begun && items[0]?.insert !== typed) || asked ? 0 : null;
    setOpen({ items, from, to, active, ...cornerBelow(box, from) });
  };

  const take = ({ insert, caret }: Completion): void => {
    const box = area.current;
    if (!open || !box) return;
    writeInto(box, { from: open.from, to: open.to, text: insert, caret }, onChange);
    close();
    // Inside the brackets of a function or behind the name of a line something else is wanted at once.
    if (caret < insert.length) offer(false);
  };

  /** Keys while the list is open: they go through it, or close it. */
  const pressInList = (event: KeyboardEvent, list: OpenList): void => {
    const { key } = event;
    const { items, active } = list;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (key === 'Escape') {
      done();
      close();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      done();
      setOpen({ ...list, active: stepped(active, key === 'ArrowDown' ? 1 : -1, items.length) });
    } else if ((key === 'Enter' || key === 'Tab') && active !== null && !event.shiftKey) {
      const item = items[active];
      if (!item) return;
      done();
      take(item);
    } else if (LEAVING.has(key)) close();
  };

  const press = (event: KeyboardEvent): void => {
    // Keys of an input method choose its own words.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      offer(true);
    } else if (open) pressInList(event, open);
  };

  return { open, nothing, offer, take, close, press };
}
