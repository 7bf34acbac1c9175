// What of pane and sheets is in sight and has the focus: in a narrow window one lies over the other.
import { heldFocus } from './areas';
import { painted, type Goal } from './session';
import type { WorkbenchAction } from './workbench-state';

/** Elements of the page that others draw into: the grid and the pane. */
export interface Surfaces {
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
}

export class InSight {
  /** What was pressed in the pane to see a cell that lay behind it. */
  private cameFrom: HTMLElement | null = null;
  /** Has the focus in the place of a finding, which may come after it. */
  private standIn: Element | null = null;

  constructor(private readonly surfaces: Promise<Surfaces>, private readonly dispatch: (action: WorkbenchAction) => void) {}

  /** Where the pane lies over the sheets, the cell that was asked for comes to the front, with the way back to what spoke of it. */
  async showCell(goal: Goal): Promise<void> {
    const { grid } = await this.surfaces;
    if (goal.cell === '' || getComputedStyle(grid).visibility !== 'hidden') return;
    const from = document.activeElement;
    this.cameFrom = from instanceof HTMLElement ? from : null;
    this.dispatch({ type: 'located', goal });
    // The pane's own words are out of reach now.
    this.dispatch({ type: 'announce', words: { key: 'stage.located', params: { sheet: goal.sheet, cell: goal.cell } } });
    await painted();
    grid.closest('[data-area]')?.querySelector<HTMLElement>('[data-back]')?.focus();
  }

  /** From that cell back to what the user pressed. */
  async backToPane(): Promise<void> {
    const lost = heldFocus();
    this.dispatch({ type: 'face', face: 'pane' });
    await painted();
    this.cameFrom?.focus();
    this.cameFrom = null;
    await this.focusPane(lost);
  }

  /** Who came from a list or a button that is gone goes on at the open finding, else at the first; at the sheets where the pane is out of reach. */
  async takeFocus(lost: () => boolean): Promise<void> {
    // What goes away may not have gone yet: the page is drawn after what changed it was said.
    await painted();
    await this.focusPane(lost);
  }

  private async focusPane(lost: () => boolean): Promise<void> {
    if (!lost() && document.activeElement !== this.standIn) return;
    const { grid, pane } = await this.surfaces;
    const stop = ['[data-stop][aria-controls]', '[data-stop][tabindex="0"]', 'button'].map((one) => pane.querySelector<HTMLElement>(one)).find((one) => one !== null);
    stop?.focus({ preventScroll: true });
    if (lost()) grid.closest<HTMLElement>('[data-area]')?.focus();
    this.standIn = stop?.hasAttribute('data-stop') === false ? stop : null;
  }
}
