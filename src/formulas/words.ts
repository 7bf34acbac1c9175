// Pieces of sentences that several messages share.
import type { Span } from './syntax';

/** “合计(分值)”: the formula's own words, cut to what fits into a sentence. */
export function halfOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return `“${words.length > 24 ? `${words.slice(0, 24)}…` : words}”`;
}
