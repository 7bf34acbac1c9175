// Names of files that every system takes, Windows above all: no reserved names, no signs of paths, not too long, none twice.
const SIGNS = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Devices of Windows, with whatever stands behind the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** The user's folders count on Windows, 260 in all; Linux counts 255 bytes a name, three or four a Chinese letter, and number and ending come behind. */
const LONGEST = 60;
const LONGEST_BYTES = 180;

function cutName(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  return [...text].slice(0, LONGEST).filter((letter) => (bytes += encoder.encode(letter).length) <= LONGEST_BYTES).join('');
}

/** A text as the start of a file's name; `otherwise` where nothing of it can stand. */
export function safeName(text: string, otherwise: string): string {
  const plain = text.normalize('NFC').replace(SIGNS, ' ').replace(/\s+/gu, ' ').trim();
  const cut = cutName(plain).replace(/^[. ]+|[. ]+$/g, '');
  if (cut === '') return otherwise;
  return RESERVED.test(cut) ? `_${cut}` : cut;
}

/** One name each, in the order given: later ones of the same name are numbered. Names that differ in case alone are the same to Windows. */
export function distinctNames(texts: readonly string[], ending: string, otherwise: string): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const name = safeName(text, otherwise);
    for (let count = 1; ; count++) {
      const full = `${name}${count === 1 ? '' : `（${count}）`}${ending}`;
      const key = full.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return full;
    }
  });
}
