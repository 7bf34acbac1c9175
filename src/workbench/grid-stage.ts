// The place where a workbook's sheets are shown: the grid where the page has one and it loads, a plain table everywhere else.
import type { PaneTheme } from '../pane/theme';
import type { Book } from '../workbooks/grid/book';
import type { GridPort } from '../workbooks/grid/grid-port';
import type { GridView } from '../workbooks/grid/grid-view';
import type { WorkbookPicture } from '../workbooks/grid/picture';
import type { CreateGrid, GridOptions, WorkbenchServices } from './services';
import type { StageState } from './workbench-state';

export type Shown =
  | { readonly stage: Extract<StageState, 'editor' | 'viewer' | 'fallback'>; readonly picture: WorkbookPicture }
  | { readonly stage: 'failed' }
  /** Another workbook was asked for meanwhile. */
  | { readonly stage: 'overtaken' };

interface Workbook {
  readonly book: Pick<Book, 'picture'>;
  readonly port: Pick<GridPort, 'onDirty' | 'setView'>;
}

export function gridTheme(theme: PaneTheme): GridOptions['theme'] {
  return theme === 'high-contrast' ? 'contrast' : theme;
}

export class GridStage {
  private view: { readonly grid: GridView; readonly kind: 'editor' | 'viewer' | 'fallback' } | null = null;
  private chain: Promise<unknown> = Promise.resolve();
  private turn = 0;

  constructor(
    private readonly loadGrid: WorkbenchServices['loadGrid'],
    private readonly loadTable: () => Promise<CreateGrid>,
    private readonly options: () => GridOptions,
  ) {}

  /** Puts a workbook in place of the one that was shown; never rejects. */
  show(container: HTMLElement, workbook: Workbook): Promise<Shown> {
    const turn = ++this.turn;
    const done = this.chain.then(() => this.showNow(container, workbook, turn)).catch((): Shown => ({ stage: 'failed' }));
    this.chain = done;
    return done;
  }

  sheet(): string | null {
    return this.view?.grid.selected()?.sheet ?? null;
  }

  /** What stands half typed in a cell counts from now on. */
  finishTyping(): void {
    this.view?.grid.finishTyping?.();
  }

  setTheme(theme: GridOptions['theme']): void {
    this.view?.grid.setTheme(theme);
  }

  setLanguage(language: GridOptions['language']): void {
    this.view?.grid.setLanguage(language);
  }

  dispose(): void {
    this.turn++;
    this.view?.grid.dispose();
    this.view = null;
  }

  private async showNow(container: HTMLElement, workbook: Workbook, turn: number): Promise<Shown> {
    if (turn !== this.turn) return { stage: 'overtaken' };
    if (this.view?.kind !== 'editor' && this.loadGrid) {
      this.clear();
      try {
        this.view = { grid: await (await this.loadGrid())(container, this.options()), kind: 'editor' };
      } catch {
        container.replaceChildren();
      }
      if (turn !== this.turn) return { stage: 'overtaken' };
    }
    if (this.view?.kind === 'editor') {
      try {
        return await this.put(this.view, workbook, turn);
      } catch {
        // What one grid cannot show, a plain table may.
        this.clear();
        container.replaceChildren();
      }
    }
    this.view ??= { grid: await (await this.loadTable())(container, this.options()), kind: this.loadGrid ? 'fallback' : 'viewer' };
    return this.put(this.view, workbook, turn);
  }

  private async put({ grid, kind }: NonNullable<GridStage['view']>, { book, port }: Workbook, turn: number): Promise<Shown> {
    let changes = 0;
    const stop = port.onDirty(() => changes++);
    try {
      for (;;) {
        const before = changes;
        const picture = await book.picture();
        if (turn !== this.turn) return { stage: 'overtaken' };
        await grid.show(picture);
        if (turn !== this.turn) return { stage: 'overtaken' };
        // The pane works already: what it wrote while the grid was filled is not in this picture.
        if (changes !== before) continue;
        port.setView(grid);
        return { stage: kind, picture };
      }
    } finally {
      stop();
    }
  }

  private clear(): void {
    this.view?.grid.dispose();
    this.view = null;
  }
}
