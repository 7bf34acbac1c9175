// What would be written: the plan behind a button, and the preview that shows it.
import type { WorkbookPlan } from '../review/plan-workbook';
import type { PaneState, Preview, Scope } from './pane-state';
import type { Road } from './road';

interface Wish {
  readonly scope: Scope;
  /** Cells as sheet!A1 that the user wants left alone. */
  readonly unticked: ReadonlySet<string>;
  /** ISO date for the notes. */
  readonly date: string;
}

/** Asks for a check to have ended before. */
export function planFor({ planWorkbook, lockedCells, optionsOf }: Road, state: PaneState, wish: Wish & { readonly kind: 'safe' | 'review'; readonly marks: boolean }): WorkbookPlan {
  const { checked, preferences } = state;
  if (!checked) throw new Error('planning before a check');
  return planWorkbook(checked.snapshot, optionsOf(state), {
    formulas: preferences.content === 'formula', kinds: wish.kind === 'safe' ? ['safe'] : ['safe', 'review'], marks: wish.marks, date: wish.date,
    ...(wish.scope.rule === null ? {} : { rules: [wish.scope.rule] }),
    untouchable: new Set([...wish.unticked, ...lockedCells(checked.snapshot, checked.review)]),
  });
}

/** `marks`: the host can fill cells. Null before a check. */
export function previewFor(road: Road, state: PaneState, { marks, withMarks, ...wish }: Wish & { readonly marks: boolean; readonly withMarks: boolean }): Preview | null {
  const { checked, preferences, preview } = state;
  if (!checked) return null;
  const { scope, unticked } = wish;
  const plan = planFor(road, state, { ...wish, kind: 'safe', marks: marks && preferences.marks !== 'none' && scope.rule === null });
  const full = unticked.size === 0 ? plan.corrections : (preview?.full ?? plan.corrections);
  return { scope, full, corrections: plan.corrections, marks: plan.marks, unticked, withMarks, locked: road.lockedCells(checked.snapshot, checked.review) };
}
