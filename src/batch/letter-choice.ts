// Which units of a batch get a letter, and what the files are called.
import { letterContent, tablesByUnit, type LetterContent } from './letter-content';
import { distinctNames } from './letter-names';
import type { FileRecord } from './record';
import { summarise } from './summary';

/** errors: units that must correct · findings: those and units that must explain · all: every unit. */
export type LetterChoice = 'errors' | 'findings' | 'all';

export const LETTERS_ZIP = '审核意见书.zip';
const ENDING = '-绩效自评审核意见书.docx';

function isChosen({ corrections, explanations }: LetterContent, choice: LetterChoice): boolean {
  return choice === 'all' || corrections > 0 || (choice === 'findings' && explanations > 0);
}

/** Contents in the order of the summary's units, with the name of each one's file. */
export function chosenLetters(records: readonly FileRecord[], choice: LetterChoice): readonly { readonly name: string; readonly content: LetterContent }[] {
  const tables = tablesByUnit(records);
  const contents = summarise(records).units.map(({ unit }) => letterContent(unit, tables.get(unit) ?? [])).filter((content) => isChosen(content, choice));
  const names = distinctNames(contents.map(({ name }) => name), ENDING, '未署名单位');
  return contents.map((content, at) => ({ name: names[at] ?? '', content }));
}
