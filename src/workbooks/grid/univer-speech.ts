// The cells are painted on a canvas, of which a screen reader knows nothing: where the user moves to is said beside it.
import type { GridLanguage } from './univer-start';

interface Area {
  /** A1 addresses of two corners. */
  readonly from: string;
  readonly to: string;
  readonly cells: number;
}

/** Where the user stands: the cell that takes what is typed, and the area round it where more than one is selected. */
export interface Standing {
  readonly sheet: string;
  readonly cell: string;
  /** As shown. */
  readonly text: string;
  readonly hasFormula: boolean;
  readonly isLocked: boolean;
  readonly note: string | null;
  readonly area: Area | null;
}

const WORDS = {
  'zh-CN': { comma: '，', area: ({ from, to, cells }: Area) => `${from} 到 ${to}，${cells} 个单元格`, blank: '空白', formula: '公式', locked: '已锁定', note: (text: string) => `批注：${text}` },
  'en-US': { comma: ', ', area: ({ from, to, cells }: Area) => `${from} to ${to}, ${cells} cells`, blank: 'blank', formula: 'formula', locked: 'locked', note: (text: string) => `note: ${text}` },
} as const;

/** Whoever holds an arrow key hears where he comes to, not all that he passes. */
const REST = 120;
/** Nobody listens to more in passing; the pane and the editing line have the whole. */
const LONGEST = 200;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** One sentence on a place: its sheet where that is another than before, an area that has just been chosen, otherwise the cell. */
export function sentenceOf({ sheet, cell, text, hasFormula, isLocked, note, area }: Standing, before: Standing | null, language: GridLanguage): string {
  const words = WORDS[language];
  const isNew = area !== null && !(before?.sheet === sheet && before.area?.from === area.from && before.area.to === area.to);
  const said = isNew ? [words.area(area)] : [
    cell,
    text.trim() === '' ? words.blank : cut(text),
    ...(hasFormula ? [words.formula] : []),
    ...(isLocked ? [words.locked] : []),
    ...(note === null ? [] : [cut(words.note(note))]),
  ];
  return [...(sheet === before?.sheet ? [] : [sheet]), ...said].join(words.comma);
}

/**
 * Speaks only to who is in the grid: what the pane shows there it tells itself.
 * @param standing null: nothing is shown, or a cell is being typed in, which the reader hears from its editor
 */
export function speechIn(container: HTMLElement, language: GridLanguage, standing: () => Standing | null): { moved(): void; speak(language: GridLanguage): void; dispose(): void } {
  let spoken = language;
  let before: Standing | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const line = document.createElement('div');
  line.setAttribute('role', 'status');
  line.setAttribute('data-speech', '');
  Object.assign(line.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });

  const moved = (): void => {
    // Univer empties the place when it first draws; and a reader must have seen a line before words come into it.
    if (!line.isConnected) container.append(line);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const place = container.contains(document.activeElement) ? standing() : null;
      if (!place) return;
      line.lang = spoken;
      line.textContent = sentenceOf(place, before, spoken);
      before = place;
    }, REST);
  };
  const stop = new AbortController();
  container.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && container.contains(relatedTarget)) return;
    // Coming in, one hears on which sheet.
    before = null;
    moved();
  }, { signal: stop.signal });
  return {
    moved,
    speak: (next) => {
      spoken = next;
    },
    dispose: () => {
      clearTimeout(timer);
      stop.abort();
      line.remove();
    },
  };
}
