// Names and cells of others in our sentences: marks that turn the order of letters round would turn our own words round as well, and make “xslx.exe” of a name.

const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text with its letters in the order in which they stand. */
export function inPlainOrder(text: string): string {
  return text.replace(TURNS, '');
}
