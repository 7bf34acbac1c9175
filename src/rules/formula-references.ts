// The cells that a simple formula adds up or refers to: SUM, ranges, additions; nothing else is understood.
import { a1, parseRange } from '../model/address';

/** "ROUND(H5*MIN(1,I5),2)" → ["H5", "I5"]: relative references on the same sheet, in order. Null when it refers to other sheets or names. */
export function references(formula: string): readonly string[] | null {
  if (/[!'"[\]]/.test(formula)) return null;
  return [...formula.matchAll(/(?<![A-Za-z0-9_$.])[A-Z]{1,3}[1-9]\d{0,6}(?![\d(A-Za-z_])/g)].map((match) => match[0]);
}

/**
 * Every cell that an addition counts, as often as it counts it: "K5+SUM(I12:I14)" → K5, I12, I13, I14.
 * Null for anything but SUM, ranges, + and an enclosing ROUND.
 */
export function summed(formula: string): readonly string[] | null {
  const bare = formula.replace(/\s|\$/g, '').toUpperCase();
  const rounded = /^ROUND\((.*),\d\)$/.exec(bare)?.[1] ?? bare;
  const counted: string[] = [];
  for (const term of rounded.replace(/^\+/, '').split(/\+(?![^(]*\))/)) {
    const inner = /^SUM\(([^()]*)\)$/.exec(term)?.[1];
    if (inner === undefined && term.includes(':')) return null;
    for (const part of (inner ?? term).split(inner === undefined ? /$^/ : /[,+]/)) {
      const range = parseRange(part);
      if (!range || (range.bottom - range.top + 1) * (range.right - range.left + 1) > 10_000) return null;
      for (let row = range.top; row <= range.bottom; row++) for (let column = range.left; column <= range.right; column++) counted.push(a1(row, column));
    }
  }
  return counted.length > 0 ? counted : null;
}

/** A formula's shape: references in its own row become "H#", so that siblings of one column compare equal. */
export function shape(formula: string, row: number): string {
  return formula.replace(/\s/g, '').replace(/(?<![A-Za-z0-9_$.])([A-Z]{1,3})([1-9]\d{0,6})(?![\d(A-Za-z_])/g, (whole, column: string, at: string) => (Number(at) === row ? `${column}#` : whole));
}
