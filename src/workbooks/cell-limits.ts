// What no cell of any spreadsheet can hold, said the same in every host.
import type { WriteWord } from '../model/plan';

/** Characters of a cell's text. */
export const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * Why the content fits into no cell, as a word and a Chinese sentence.
 * @param content the formula with or without '='
 */
export function unfit({ value, formula }: { readonly value: string | number | boolean | null; readonly formula: string | null }): readonly [WriteWord, string] | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return ['failed', '要写入的数不是有限的数。'];
  if (typeof value === 'string' && value.length > MAX_TEXT) return ['unsupported', '要写入的文字超过单元格的上限（32767 字）；请缩短。'];
  if (formula !== null && (formula.replace(/^=/, '').trim() === '' || formula.length > MAX_FORMULA)) return ['unsupported', '要写入的公式为空或超过上限（8192 字）；请检查。'];
  return null;
}
