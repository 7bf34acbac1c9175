// Pure functions of short texts, remembered: the same few hundred labels and values come back in every table of every file.

/** Longer texts are seldom met twice and not worth keeping. */
const LONGEST = 60;
const MOST = 2_000;

/** The same text with characters of its own: a piece cut out of a longer text keeps all of that alive, here every file's strings for the sake of one label. */
function ownCopy(text: string): string {
  return `\0${text}`.slice(1);
}

/** The same function with its answers kept. Answers must not be changed by whoever gets them. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const kept = young.get(text);
    if (kept !== undefined) return kept;
    const before = old.get(text);
    const own = ownCopy(text);
    const answer = before === undefined ? compute(own) : before;
    // Two generations bound the memory of a batch: the names of one file are forgotten, the words that come back in every file are not.
    if (young.size >= MOST) {
      old = young;
      young = new Map();
    }
    young.set(own, answer);
    return answer;
  };
}
