// Names of files that every system takes, Windows above all: no reserved names, no signs of paths, not too long, none twice.
const SIGNS = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Devices of Windows, with whatever stands behind the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Linux counts 255 bytes, three a Chinese letter; folders of the user count on Windows, 260 in all. */
const LONGEST = 60;

/** A text as the start of a file's name; `otherwise` where nothing of it can stand. */
export function safeName(text: string, otherwise: string): string {
  const plain = text.normalize('NFC').replace(SIGNS, ' ').replace(/\s+/gu, ' ').trim();
  const cut = [...plain].slice(0, LONGEST).join('').replace(/^[. ]+|[. ]+$/g, '');
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
