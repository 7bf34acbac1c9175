// When two contents count as the same: spreadsheets rewrite formulas, line breaks and blanks in ways that mean nothing.

type Value = string | number | boolean | null;

export function sameFormula(a: string, b: string): boolean {
  // Excel writes functions in capitals and drops spaces that mean nothing to it; texts in quotes are compared as they are.
  const plain = (formula: string): string => formula.replace(/^=/, '').split(/("(?:[^"]|"")*")/).map((piece) => (piece.startsWith('"') ? piece : piece.replace(/\s+/g, '').toUpperCase())).join('');
  return plain(a) === plain(b);
}

export function sameValue(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
  // A blank cell and an empty text look and count the same.
  return a === b || ((a === null || a === '') && (b === null || b === ''));
}
