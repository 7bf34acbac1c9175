// Whether two readings of a workbook say the same: plain data, sets of hidden rows included.

/** The order of fields counts: both come from one reader. */
export function sameData(a: unknown, b: unknown): boolean {
  return a === b || asText(a) === asText(b);
}

function asText(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => (value instanceof Set ? [...value as ReadonlySet<unknown>] : value));
}
