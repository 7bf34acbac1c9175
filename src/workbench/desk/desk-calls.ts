// What the page may ask of the desk's worker, by name; arguments travel as one object.
import type { LetterForm } from '../../batch/letter';
import type { LetterChoice } from '../../batch/letter-choice';
import type { SummaryFormat, SummaryHead } from '../../batch/summary-file';
import type { DetailWish } from './desk-list';
import type { Shelf } from './shelf';

const soon = <T>(value: T): Promise<T> => Promise.resolve(value);

export function deskCalls(shelf: Shelf) {
  return {
    begin: (by: string) => soon(shelf.begin(by)),
    add: (line: string) => soon(shelf.add(line)),
    keep: (file: string) => soon(shelf.keep(file)),
    load: (file: Blob) => shelf.load(file),
    compareWith: (lines: readonly string[]) => soon(shelf.compareWith(lines)),
    compareWithList: (file: Blob) => shelf.compareWithList(file),
    list: () => soon(shelf.list()),
    detail: (wish: DetailWish) => soon(shelf.detail(wish)),
    comparisons: () => soon(shelf.comparisons()),
    results: (redact: boolean) => soon(shelf.results(redact)),
    packed: (most: number) => shelf.packed(most),
    summary: ({ format, head, redact }: { readonly format: SummaryFormat; readonly head: SummaryHead; readonly redact: boolean }) => soon(shelf.summary(format, head, redact)),
    beginLetters: ({ choice, form, redact }: { readonly choice: LetterChoice; readonly form: LetterForm; readonly redact: boolean }) => soon(shelf.beginLetters(choice, form, redact)),
    writeLetters: (count: number) => shelf.writeLetters(count),
    letters: () => soon(shelf.letters()),
  };
}
export type DeskCalls = ReturnType<typeof deskCalls>;
