// Characters of XML by their codes: what ends a name, what is white space.

export const LT = 60, GT = 62, AMP = 38, SLASH = 47, BANG = 33, QUESTION = 63, EQUALS = 61, COLON = 58, QUOTE = 34, APOSTROPHE = 39;

/** 1: cannot be part of a name. 65,536 entries spare a comparison for Chinese names. */
export const NOT_NAME = new Uint8Array(65_536);
for (const char of '\t\n\r !"#$%&\'()*+,/;<=>?@[\\]^`{|}~') NOT_NAME[char.charCodeAt(0)] = 1;
for (let code = 0; code < 32; code++) NOT_NAME[code] = 1;
/** 1: may stand inside a name but not begin one. */
export const NOT_FIRST = NOT_NAME.slice();
for (const char of '-.0123456789') NOT_FIRST[char.charCodeAt(0)] = 1;

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
