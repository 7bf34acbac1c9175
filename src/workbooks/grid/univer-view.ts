// The grid on the page: Univer shows the workbook, what the user does there is told as edits, and what we write never comes back as one.
import { ErrorService, ICommandService, LocaleService, ThemeService } from '@univerjs/core';
import { listeners } from '../listeners';
import type { GridEdit, GridView } from './grid-view';
import { bookIn } from './univer-book';
import { calculationsOf } from './univer-calculations';
import { focusIn } from './univer-focus';
import type { RefusedFor } from './univer-guard';
import { hearingIn } from './univer-hearing';
import { tendParts } from './univer-parts';
import { finishTypingIn, revealIn, selectionIn, standingIn } from './univer-place';
import { newResultsIn } from './univer-results';
import { OURS } from './univer-shown';
import { speechIn } from './univer-speech';
import { LOCALES, startUniver, wordsOf, type GridLanguage } from './univer-start';
import { touchIn } from './univer-touch';

export type GridTheme = 'light' | 'dark' | 'contrast';
export interface UniverOptions {
  readonly theme: GridTheme;
  readonly language: GridLanguage;
  /** The user asked for what the grid does not do: `command` is Univer's name for it. */
  readonly onRefused?: (command: string, why: RefusedFor) => void;
}

/** After these the user stands somewhere else. */
const MOVES = new Set(['sheet.operation.set-selections', 'sheet.operation.set-worksheet-active']);

function isDark(theme: GridTheme): boolean {
  // A canvas knows no forced colours: of the two looks the one nearer to the user's is taken.
  return theme === 'dark' || (theme === 'contrast' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/**
 * Starts the grid in `container`, empty. It fills the container, which must have a height.
 * Hidden sheets, rows and columns are opened by `reveal` in the view alone; column widths and the zoom are the view's alone as well.
 */
export async function openUniverView(container: HTMLElement, options: UniverOptions): Promise<GridView> {
  const univer = startUniver({ container, language: options.language, words: await wordsOf(options.language), dark: isDark(options.theme) });
  const injector = univer.__getInjector();
  const calculations = calculationsOf(injector.get(ICommandService));
  const book = bookIn(univer, calculations, (command) => options.onRefused?.(command, 'merged'));
  const results = newResultsIn(book);
  const edited = listeners<readonly GridEdit[]>();
  const finishTyping = (): void => finishTypingIn(book);
  const focus = focusIn(container, injector, finishTyping);
  const touch = touchIn(container, (offsetX, offsetY) => void book.commands.executeCommand('sheet.command.set-scroll-relative', { offsetX, offsetY }, OURS));
  const parts = tendParts(container, options.language, () => options.onRefused?.('sheet.operation.rename-sheet', 'not-carried'));
  const speech = speechIn(container, options.language, () => standingIn(book));
  const hearing = hearingIn(book, results, {
    edited: (edits) => {
      edited.tell(edits);
      speech.moved();
    },
    refused: (command, why) => options.onRefused?.(command, why),
  });
  const moving = book.commands.onCommandExecuted(({ id }) => {
    if (MOVES.has(id)) speech.moved();
  });

  const stop = new AbortController();
  container.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if ((ctrlKey || metaKey) && !altKey && /^[fh]$/i.test(key)) options.onRefused?.('find', 'find');
  }, { capture: true, signal: stop.signal });
  // Of what may run at all, only a paste ends so; Univer itself says nothing of it.
  const failing = injector.get(ErrorService).error$.subscribe(() => options.onRefused?.('univer.command.paste', 'merged'));

  async function speak(language: GridLanguage): Promise<void> {
    const words = await wordsOf(language);
    const locale = injector.get(LocaleService);
    locale.load({ [LOCALES[language]]: words });
    locale.setLocale(LOCALES[language]);
    parts.speak(language);
    speech.speak(language);
  }

  return {
    show(picture) {
      results.forget();
      return book.show(picture);
    },
    put: (change) => book.put(change),
    reveal: (sheet, row, column) => revealIn(book, sheet, row, column),
    async results() {
      await calculations.settled();
      return results.take();
    },
    onEdit: edited.add,
    finishTyping,
    selected() {
      const place = selectionIn(book);
      const sheet = place && book.sheet(place.id);
      return place && sheet ? { sheet: sheet.name, row: place.row + 1, column: place.column + 1 } : null;
    },
    setTheme: (theme) => injector.get(ThemeService).setDarkMode(isDark(theme)),
    setLanguage: (language) => void speak(language),
    dispose() {
      stop.abort();
      failing.unsubscribe();
      for (const part of [focus, touch, parts, speech, ...hearing, moving, calculations]) part.dispose();
      book.close();
      univer.dispose();
    },
  };
}
