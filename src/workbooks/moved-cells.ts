// Where the cells of the journal are by now: rows and columns are inserted and deleted between a correction and its undo. Spreadsheets move our notes with
// their cells, so that they tell where a cell went; a cell without one goes with its neighbours.
import { a1, parseA1, type Position } from '../model/address';
import { grouped } from '../model/grouped';
import type { CellImage } from '../model/plan';
import type { KeptEntry } from './package/journal';
import { moveFormula } from './package/shared-formula';

/** A note as it stands now. */
export interface PlacedNote extends Position {
  readonly sheet: string;
  readonly text: string;
}

/** Gives an entry its new address; what it notes of the old place in a host's own way is the host's to settle. */
type Relocate = (entry: KeptEntry, cell: string) => KeptEntry;

/** Said where neither fill nor words of ours are any more: it may be another cell that holds the same by chance. */
export const LOST = '这里已没有更正时的底色和批注，可能插入或删除过行、列，不能断定还是当时更正的单元格：保留现在的内容，如要还原请手工修改。';

/** Said of a mark that is to be cleared: most likely rows were inserted or deleted, and there is no note that tells where the cell went. */
export const NOT_FOUND = '这里已没有标记，可能被手工去掉，或插入、删除过行、列；别处如留有底色，请手工清除。';

interface Step {
  readonly rows: number;
  readonly columns: number;
}

/** One cell of the journal, whatever its number of entries. */
interface Home extends Position {
  readonly place: string;
  readonly sheet: string;
  /** The note as our newest write left it; null where none of ours is in it. */
  readonly note: string | null;
  /** Written by one run alone. */
  readonly once: boolean;
}

const STAYS: Step = { rows: 0, columns: 0 };
const byPlace = (a: Position, b: Position): number => a.row - b.row || a.column - b.column;
const sameStep = (a: Step, b: Step): boolean => a.rows === b.rows && a.columns === b.columns;

function homesOf(journal: readonly KeptEntry[]): readonly Home[] {
  const homes = new Map<string, Home>();
  for (const entry of journal) {
    const at = parseA1(entry.cell);
    if (!at) continue;
    const place = `${entry.sheet}!${entry.cell}`;
    const earlier = homes.get(place);
    const words = (entry.live ?? entry.restore)?.note ?? earlier?.note ?? null;
    homes.set(place, { place, sheet: entry.sheet, ...at, note: words === null ? null : entry.after.note, once: earlier === undefined });
  }
  return [...homes.values()];
}

const stepTo = (now: Position, home: Position): Step => ({ rows: now.row - home.row, columns: now.column - home.column });

/** Where fewer notes are left than there were: those in their places stay, each of the others belongs to the nearest cell of its column, of two the lower: what is deleted moves others up. One run gave these cells the same words, so that it had found the same in them. */
function stepsOfSome(group: readonly Home[], found: readonly PlacedNote[], steps: Map<string, Step>): void {
  const stays = (one: Position): boolean => group.some((home) => byPlace(one, home) === 0);
  for (const home of group) if (found.some((one) => byPlace(one, home) === 0)) steps.set(home.place, STAYS);
  for (const one of found.length < group.length ? found.filter((note) => !stays(note)) : []) {
    const [nearest] = group.filter(({ place, column, once }) => once && column === one.column && !steps.has(place)).sort((a, b) => Math.abs(a.row - one.row) - Math.abs(b.row - one.row) || b.row - a.row);
    if (nearest) steps.set(nearest.place, stepTo(one, nearest));
  }
}

/** How far the cells with a note of ours went; a cell whose note is nowhere, or could be in several places, is left out. */
function stepsByNote(homes: readonly Home[], remarks: readonly PlacedNote[]): Map<string, Step> {
  const steps = new Map<string, Step>();
  const there = grouped(remarks, ({ sheet, text }) => `${sheet}\n${text}`);
  for (const [key, group] of grouped(homes.filter(({ note }) => note !== null), ({ sheet, note }) => `${sheet}\n${note ?? ''}`)) {
    const found = [...(there.get(key) ?? [])].sort(byPlace);
    // As many as there were: inserting and deleting keeps their order.
    if (found.length === group.length) {
      for (const [at, home] of [...group].sort(byPlace).entries()) {
        const now = found[at];
        if (now) steps.set(home.place, stepTo(now, home));
      }
    } else stepsOfSome(group, found, steps);
  }
  return steps;
}

/** A cell whose note is not there, or never was, goes with the cells of its row, or with the rows above and below it where these went alike; null: it cannot be told. */
function stepBeside(home: Home, known: readonly (Home & { readonly step: Step })[]): Step | null {
  const beside = known.filter(({ sheet, row }) => sheet === home.sheet && row === home.row);
  const [first] = beside;
  if (first) return beside.every(({ step }) => sameStep(step, first.step)) ? first.step : null;
  const near = known.filter(({ sheet }) => sheet === home.sheet).sort(byPlace);
  const [above, below] = [near.filter(({ row }) => row < home.row).at(-1), near.find(({ row }) => row > home.row)];
  return above && below && sameStep(above.step, below.step) ? above.step : null;
}

/** The formula as Excel rewrites it when all it rests on moves along; null where that is not certain. */
function movedFormula(formula: string | null, { rows, columns }: Step): string | null {
  return formula === null || /[$!"'[]/.test(formula) ? null : moveFormula(formula, rows, columns);
}

function movedImages({ before, after }: Pick<KeptEntry, 'before' | 'after'>, step: Step): Pick<KeptEntry, 'before' | 'after'> {
  const now = movedFormula(after.formula, step);
  const then = before.formula === null ? null : movedFormula(before.formula, step);
  const certain = (after.formula === null || now !== null) && (before.formula === null || then !== null);
  const image = (old: CellImage, formula: string | null): CellImage => ({ ...old, formula });
  return certain ? { before: image(before, then), after: image(after, now) } : { before, after };
}

/** The journal with the addresses that its cells have now. A cell in whose place another one of the journal has come is gone: its entries are left out. */
export function withMovedCells(journal: readonly KeptEntry[], remarks: readonly PlacedNote[], relocate: Relocate): readonly KeptEntry[] {
  const homes = homesOf(journal);
  const steps = stepsByNote(homes, remarks);
  if ([...steps.values()].every((step) => sameStep(step, STAYS))) return journal;
  const known = homes.flatMap((home) => {
    const step = steps.get(home.place);
    return step ? [{ ...home, step }] : [];
  });
  for (const home of homes) {
    const step = steps.has(home.place) ? null : stepBeside(home, known);
    if (step) steps.set(home.place, step);
  }
  const taken = new Set(homes.flatMap(({ place, sheet, row, column }) => {
    const step = steps.get(place);
    return step ? [`${sheet}!${a1(row + step.rows, column + step.columns)}`] : [];
  }));
  const byHome = new Map(homes.map((home) => [home.place, home]));
  return journal.flatMap((entry) => {
    const home = byHome.get(`${entry.sheet}!${entry.cell}`);
    if (!home) return [entry];
    const step = steps.get(home.place);
    if (!step) return taken.has(home.place) ? [] : [entry];
    return [sameStep(step, STAYS) ? entry : { ...relocate(entry, a1(home.row + step.rows, home.column + step.columns)), ...movedImages(entry, step) }];
  });
}
