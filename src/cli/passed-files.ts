// What lies in a named folder and is looked at by nobody: a unit that handed in a zip alone would be missing without a word.
import { endingsOf } from '../batch/workbook-names';

/** More kinds than these are summed up by the whole number alone. */
const KINDS = 4;

/** “另有 3 个文件不是表格或报告，没有核查：.pdf 2 个、.zip 1 个。”; null where there is none. */
export function passedSentence(files: readonly string[]): string | null {
  if (files.length === 0) return null;
  const kinds = endingsOf(files);
  const words = kinds.slice(0, KINDS).map(([ending, count]) => `${ending === '' ? '没有扩展名' : ending} ${count} 个`);
  return `另有 ${files.length} 个文件不是表格或报告，没有核查：${[...words, ...(kinds.length > KINDS ? ['…'] : [])].join('、')}。`;
}
