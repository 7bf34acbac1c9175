// Pure functions of short texts, remembered: the same few hundred labels and values come back in every table of every file.

/** Longer texts are seldom met twice and not worth keeping. */
const LONGEST = 60;
const MOST = 4_000;

/** The same function with its answers kept. Answers must not be changed by whoever gets them. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const answer = compute(text);
    // Forgetting all at once is cheaper than tracking age, and bounds the memory of a batch.
    if (known.size >= MOST) known.clear();
    known.set(text, answer);
    return answer;
  };
}
