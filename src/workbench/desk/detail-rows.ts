// What stands behind a line, as rows: tables as headings that open their file, findings under them that open it at their cell.
import type { TableLine } from '../../batch/summary';
import { grouped } from '../../model/grouped';
import type { Verdict } from '../../model/review';
import type { Language } from '../../pane/catalogue';
import { messageIn, titleIn } from '../../pane/finding-words';
import { speakIn, type Speak } from '../catalogue';
import type { Detail, DetailWish, Place } from './desk-list';
import { unitWords } from './desk-rows';
import { linesOf } from './windowed';

export type DetailRow =
  | { readonly kind: 'table'; readonly key: string; readonly file: string; readonly verdict: Verdict; readonly title: string; readonly second: string }
  | { readonly kind: 'problem'; readonly key: string; readonly place: Place; readonly title: string; readonly after: string | null; readonly heard: string };

const nameOf = (file: string): string => file.replace(/^.*\//, '');

function scoreWords({ claimed, claimedSum, computed, low, high }: TableLine, speak: Speak): string {
  const possible = computed !== null ? String(computed) : low !== null && high !== null ? `${low}～${high}` : null;
  if (claimed === null && claimedSum === undefined && possible === null) return '';
  const own = claimed ?? (claimedSum ? speak('desk.scoreSum', { sum: claimedSum.sum }) : speak('desk.scoreNone'));
  return possible === null ? speak('desk.scoreOpen', { claimed: own }) : speak('desk.score', { claimed: own, computed: possible });
}

function tableRow(table: TableLine, at: number, speak: Speak): DetailRow {
  const { file, sheet, project, verdict } = table;
  const parts = [speak(`verdict.${verdict}`), scoreWords(table, speak), speak('desk.tableLine', { file, sheet })];
  return { kind: 'table', key: `table/${at}`, file, verdict, title: project ?? nameOf(file), second: parts.filter((part) => part !== '').join('　') };
}

function problemRow(place: Place, at: number, title: string, speak: Speak, cause: Place | null = null): DetailRow {
  const { file, sheet, cell, message, severity, after } = place;
  const heard = [speak(`desk.severity.${severity}`), title, message.replace(/[。.]$/, ''), speak('desk.openAt', { file, sheet, cell })].join(speak('desk.heard'));
  return { kind: 'problem', key: `problem/${at}/${file}/${sheet}/${cell}/${place.rule}`, place, title, after: after === null ? null : cause ? speak('desk.followsFrom', { cell: after, title: cause.title }) : speak('desk.follows', { cell: after }), heard };
}

/** Where the findings of a rule stand: the unit and the cell, and the file as well where the unit has several, the sheet where the file has. */
function placeWords(problems: readonly Place[], speak: Speak): (place: Place) => string {
  const files = new Map<string, Map<string, Set<string>>>();
  for (const { unit, file, sheet } of problems) {
    const own = files.get(unit) ?? new Map<string, Set<string>>();
    files.set(unit, own.set(file, (own.get(file) ?? new Set<string>()).add(sheet)));
  }
  return ({ unit, file, sheet, cell }) => {
    const own = files.get(unit);
    const alike = [...(own?.keys() ?? [])].filter((one) => nameOf(one) === nameOf(file)).length > 1;
    const parts = [cell, ...(own && own.size > 1 ? [alike ? file : nameOf(file)] : []), ...((own?.get(file)?.size ?? 0) > 1 ? [sheet] : [])];
    return parts.reduce((said, part) => speak('desk.tableLine', { file: said, sheet: part }), unitWords(unit, speak));
  };
}

const sheetOf = ({ file, sheet }: Pick<Place, 'file' | 'sheet'>): string => `${file}\n${sheet}`;

/** Rows of a detail; of a rule the findings alone, each with its unit. */
export function detailRows({ kind }: DetailWish, { tables, problems: given }: Detail, language: Language): readonly DetailRow[] {
  const speak = speakIn(language);
  const problems = given.map((place) => ({ ...place, title: titleIn(language, place), message: messageIn(language, place) }));
  // Findings of a report without tables stand alone.
  if (kind === 'file' && tables.length === 0) return problems.map((place, at) => problemRow(place, at, speak('desk.where', { cell: place.cell, message: place.title }), speak));
  if (kind === 'rule') {
    const words = placeWords(problems, speak);
    return problems.map((place, at) => problemRow(place, at, words(place), speak));
  }
  const left = new Map(grouped(problems, sheetOf));
  let count = 0;
  return tables.flatMap((table, at): readonly DetailRow[] => {
    const own = left.get(sheetOf(table)) ?? [];
    // Several tables of one sheet: their findings stand once.
    left.delete(sheetOf(table));
    let cause: Place | null = null;
    return [tableRow(table, at, speak), ...own.map((place) => {
      // Followers stand right behind what they follow from; its name tells it from them where both are of one cell.
      if (place.after === null) cause = place;
      return problemRow(place, count++, speak('desk.where', { cell: place.cell, message: place.title }), speak, cause);
    })];
  });
}

const PADDING = 16;
const LINE = 20;
const SMALL = 16;
/** Letters of the small lines. */
const SMALL_LETTERS = 12;
/** Sign, gap and padding beside the words. */
const BESIDE = 64;

/** Pixels of a row in a list of a width. */
export function detailHeight(row: DetailRow, width: number): number {
  const room = Math.max(80, width - BESIDE);
  // Names alike at their beginning are told apart by their ends: no title is cut.
  const titled = PADDING + LINE * linesOf(row.title, room);
  if (row.kind === 'table') return titled + SMALL * linesOf(row.second, room, SMALL_LETTERS);
  return titled + LINE * linesOf(row.place.message, room) + (row.after === null ? 0 : SMALL);
}
