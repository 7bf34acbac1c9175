// One spelling of what people type: full-width signs and odd operators made plain, character by character, so that positions stay.
import { compact, normalise } from '../reading/text';

const PLAIN: ReadonlyMap<string, string> = new Map([
  ...[...'【〔［'].map((char) => [char, '['] as const), ...[...'】〕］'].map((char) => [char, ']'] as const),
  ...[...'“”＂„‟'].map((char) => [char, '"'] as const), ...[...'『「'].map((char) => [char, '「'] as const), ...[...'』」'].map((char) => [char, '」'] as const),
  ...[...'‘’＇'].map((char) => [char, "'"] as const),
  ...[...'≧⩾'].map((char) => [char, '≥'] as const), ...[...'≦⩽'].map((char) => [char, '≤'] as const),
  ['﹥', '>'], ['﹤', '<'], ['﹦', '='], ['═', '='], ['−', '-'], ['–', '-'], ['﹣', '-'], ['﹢', '+'], ['﹪', '%'], ['﹡', '*'], ['∕', '/'], ['⁄', '/'],
  ['、', ','], ['﹐', ','], ['：', ':'], ['﹕', ':'], ['∶', ':'], ['。', ' '], ['≒', '≈'], ['≅', '≈'],
]);
const BLANK = /[\s\u00a0\u200b-\u200f\u2060\ufeff]/;

/** The formula in plain signs; of the same length as what was typed. */
export function plainSigns(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const code = text.charCodeAt(i);
    const known = PLAIN.get(char);
    if (known !== undefined) plain += known;
    else if (code >= 0xff01 && code <= 0xff5e) plain += String.fromCharCode(code - 0xfee0);
    else plain += char !== '\n' && BLANK.test(char) ? ' ' : char;
  }
  return plain;
}

/** How names and texts are compared: half-width, without spaces. */
export function bare(text: string): string {
  return compact(normalise(text));
}
