// Lists of what is there: tables are full of cells, amounts and columns that may be missing.

/**
 * What `pick` finds in each of the items, in their order, without what is missing. As `flatMap((item) => pick(item) ?? [])` would give it, which V8 takes through its runtime item by item:
 * rules ask for such lists some hundred times a table.
 */
export function present<Item, Found>(items: readonly Item[], pick: (item: Item, at: number) => Found | null | undefined): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < items.length; at++) {
    const one = pick(items[at]!, at);
    if (one !== null && one !== undefined) found.push(one);
  }
  return found;
}
