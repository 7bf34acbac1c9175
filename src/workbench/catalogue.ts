// The workbench's words in two languages, filled as the pane fills its own.
import { fill, paramsIn, type Language, type Params } from '../pane/catalogue';
import { inEnglish } from '../pane/sentences-in-english';
import { enUS } from './en-us';
import { zhCN } from './zh-cn';

export type WordKey = keyof typeof zhCN;
/** A message of the catalogue with what fills it, or a finished sentence from inside. */
export type Words = string | { readonly key: WordKey; readonly params?: Readonly<Record<string, string | number | Words>> };
export type Speak = (key: WordKey, params?: Params) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { 'zh-CN': zhCN, 'en-US': enUS };

export function speakIn(language: Language): Speak {
  return (key, params) => fill(CATALOGUES[language][key], paramsIn(language, params));
}

/** Words may stand inside words: the reason inside the sentence that tells it. */
export function wordsIn(language: Language, words: Words): string {
  if (typeof words === 'string') return language === 'en-US' ? inEnglish(words) : words;
  const params = Object.entries(words.params ?? {}).map(([name, value]) => [name, typeof value === 'object' ? wordsIn(language, value) : value] as const);
  return fill(CATALOGUES[language][words.key], paramsIn(language, Object.fromEntries(params)));
}
