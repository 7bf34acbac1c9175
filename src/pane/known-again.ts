// A sentence that was put together from fixed words and parts, known again by its fixed words.

/** No sentence of ours is longer; to look for its parts in a text without end would take without end. */
export const LONGEST_SENTENCE = 800;

/** `fixed`: the words before, between and after the parts. `blank`: what a part may be, as a group; anything by default. */
export function knownAgain(fixed: readonly string[], blank: (at: number) => string = () => '(.+?)'): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${fixed.map((piece, at) => literal(piece) + (at + 1 < fixed.length ? blank(at) : '')).join('')}$`, 's');
}
