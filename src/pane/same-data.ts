// Whether two readings of a workbook say the same: plain data, sets of hidden rows included. Compared piece by piece, since a large workbook written out as text would need hundreds of megabytes.

type Plain = Readonly<Record<string, unknown>>;

const isObject = (data: unknown): data is Plain => typeof data === 'object' && data !== null;

export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  if (a instanceof Set || b instanceof Set) return a instanceof Set && b instanceof Set && sameList([...a as ReadonlySet<unknown>], [...b as ReadonlySet<unknown>]);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameData(a[key], b[key]));
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => sameData(one, b[at]));
}
