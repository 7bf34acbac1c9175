// Tests for single characters by table: asked of every cell of every sheet, where a regular expression takes ten times as long to say no.

/** True where a text holds one of the characters, each of one UTF-16 unit. */
export function holdsAnyOf(characters: string): (text: string) => boolean {
  const wanted = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) wanted[characters.charCodeAt(i)] = 1;
  return (text) => {
    for (let i = 0; i < text.length; i++) if (wanted[text.charCodeAt(i)] === 1) return true;
    return false;
  };
}
