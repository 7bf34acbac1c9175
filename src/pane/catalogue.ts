// The pane's own words in two languages. What rules find and how scores follow is told in both as well (finding-words.ts, derivations-in-english.ts); refusals and remarks come as finished Chinese sentences and are told again in English (sentences-in-english.ts).
import { enUS } from './en-us';
import { inPlainOrder } from './plain-order';
import { inEnglish } from './sentences-in-english';
import { zhCN } from './zh-cn';

export type MessageKey = keyof typeof zhCN;
export type Language = 'zh-CN' | 'en-US';
export type Params = Readonly<Record<string, string | number>>;
/** A message of the catalogue with what fills it, several put together, or a finished sentence from inside: told in the language of the moment, which may change while it stands. */
export type Phrase = string | { readonly key: MessageKey; readonly params?: Params } | ((say: Say) => string);
export type Catalogue = Readonly<Record<MessageKey, string>>;
export type Say = (key: MessageKey, params?: Params) => string;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Chinese for every Chinese locale, English for all others. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en-US';
}

/** Fills {name}; {name:one|many} gives one of two words by the number of that name. */
export function fill(template: string, params: Params = {}): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return one === undefined ? inPlainOrder(String(value)) : Number(value) === 1 ? one : (many ?? '');
  });
}

export function sayIn(language: Language): Say {
  return (key, params) => fill(CATALOGUES[language][key], paramsIn(language, params));
}

/** Sentences from inside among what fills a message, in its language; names and figures are none. */
export function paramsIn(language: Language, params: Params = {}): Params {
  if (language !== 'en-US') return params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? inEnglish(value) : value]));
}

export function phraseText(phrase: Phrase, say: Say): string {
  if (typeof phrase === 'function') return phrase(say);
  return typeof phrase === 'string' ? say('sentence', { sentence: phrase }) : say(phrase.key, phrase.params);
}

export const languages: readonly Language[] = ['zh-CN', 'en-US'];
