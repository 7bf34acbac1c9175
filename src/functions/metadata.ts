// The JSON that Excel reads before any function runs: names, descriptions and parameters of one language.
import { FUNCTIONS, LANGUAGES, type Language } from './description';

export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly { readonly name: string; readonly description: string; readonly type: 'any'; readonly dimensionality: 'scalar'; readonly optional?: true }[];
    readonly result: { readonly type: 'number' | 'string'; readonly dimensionality: 'scalar' };
  }[];
}

/** Arguments are of any type: forms write "≥98%" and 12次 where a number is meant. */
export function metadataFor(language: Language): FunctionsMetadata {
  return {
    functions: FUNCTIONS.map(({ id, words, parameters, result }) => ({
      id, name: words[language].name, description: words[language].description,
      parameters: parameters.map((one) => ({
        name: one.words[language].name, description: one.words[language].description, type: 'any', dimensionality: 'scalar', ...(one.optional ? { optional: true } : {}),
      })),
      result: { type: result, dimensionality: 'scalar' },
    })),
  };
}

/** Names of the files beside the pages; Chinese is the manifest's default, the others are its overrides. */
export const METADATA_FILES: Readonly<Record<Language, string>> = { 'zh-CN': 'functions.json', 'en-US': 'functions.en-us.json' };

/** What the build writes: file name → text. */
export function metadataFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(LANGUAGES.map((language) => [METADATA_FILES[language], `${JSON.stringify(metadataFor(language), null, 2)}\n`]));
}
