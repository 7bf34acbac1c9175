// The text of a file that a person wrote in Notepad, or that PowerShell wrote with >.

/** The text of a file as Windows programs write it: UTF-8 with or without its mark, UTF-16, else the Chinese code page. */
export function fileTextOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
