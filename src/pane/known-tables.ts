// Which tables of a review are those of the one before, so that what is open in the pane stays with its table where others come and go.
import type { WorkbookReview } from '../model/review';

/** A number for each table of a review, in its order, which a table keeps as long as it is known. */
export type TableNumbers = readonly number[];

/** The tables of a sheet, counted from its top, are known by its name; one under another name by its place, where it still is the same form. */
export function numberTables(review: WorkbookReview, before: { readonly review: WorkbookReview; readonly numbers: TableNumbers } | null): TableNumbers {
  if (!before) return review.tables.map((_, at) => at);
  const old = places(before.review);
  const known = places(review).map((place) => before.numbers[old.indexOf(place)]);
  let fresh = Math.max(-1, ...before.numbers);
  return known.map((number, at) => {
    if (number !== undefined) return number;
    const renamed = before.numbers[at];
    return renamed !== undefined && !known.includes(renamed) && formAt(review, at) === formAt(before.review, at) ? renamed : ++fresh;
  });
}

function places({ tables }: WorkbookReview): readonly string[] {
  return tables.map(({ table: { sheet } }, at) => `${tables.slice(0, at).filter((one) => one.table.sheet === sheet).length} ${sheet}`);
}

function formAt({ tables }: WorkbookReview, at: number): string | null {
  const table = tables[at]?.table;
  return table ? JSON.stringify([table.kind, table.range, table.title, table.fields.map(({ entry }) => entry.text), table.indicators.map(({ name }) => name.text)]) : null;
}
