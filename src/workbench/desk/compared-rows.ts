// Tables that are alike and what differs from last year, as rows that open the tables.
import type { Comparisons } from '../../batch/comparisons';
import { nameOfPlace, type CopyPair, type TablePlace } from '../../batch/copies';
import { YEAR_WORDS } from '../../batch/last-year';
import type { Speak } from '../catalogue';
import { linesOf } from './windowed';

/** Where a click leads; null for a table of last year, whose folder is not open. */
export interface ComparedTarget {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

export type ComparedRow =
  | { readonly kind: 'head'; readonly key: string; readonly title: string }
  /** What there is to say where nothing is listed. */
  | { readonly kind: 'note'; readonly key: string; readonly title: string }
  | { readonly kind: 'finding'; readonly key: string; readonly title: string; readonly text: string; /** Stands under the row of its pair. */ readonly under?: true; readonly target: ComparedTarget | null };

const at = ({ file, sheet }: TablePlace, cell = ''): ComparedTarget => ({ file, sheet, cell: cell.split('、')[0] ?? '' });

/** Which of the parts is shown. */
export type ComparedSection = 'all' | 'copies' | 'duplicates' | 'years';

/** How much there is in each part; null: it was not compared. */
export function comparedCounts({ copies, lastYear }: Comparisons): Readonly<Record<ComparedSection, number | null>> {
  const [alike, twice, years] = [copies?.groups.length ?? null, copies?.duplicates.length ?? null, lastYear?.lines.length ?? null];
  return { all: (alike ?? 0) + (twice ?? 0) + (years ?? 0), copies: alike, duplicates: twice, years };
}

const pairNames = ({ first, second }: CopyPair): string => `${nameOfPlace(first)}和${nameOfPlace(second)}`;
const fileWords = ({ file, sheet }: TablePlace, speak: Speak): string => speak('desk.tableLine', { file, sheet });
const withFile = (place: TablePlace): string => (place.unit === null ? nameOfPlace(place) : `${nameOfPlace(place)}${place.file}`);

/** A unit that handed in several files has several pairs of the same names: there the files tell them apart. */
function pairTitles(pairs: readonly CopyPair[]): (pair: CopyPair) => string {
  const times = new Map<string, number>();
  for (const pair of pairs) times.set(pairNames(pair), (times.get(pairNames(pair)) ?? 0) + 1);
  return (pair) => ((times.get(pairNames(pair)) ?? 0) > 1 ? `${withFile(pair.first)}和${withFile(pair.second)}` : pairNames(pair));
}

/** Where the two tables are, and what they have in common; their names stand above it. */
function pairText(pair: CopyPair, speak: Speak): string {
  const names = `${pairNames(pair)}：`;
  return [fileWords(pair.first, speak), fileWords(pair.second, speak), pair.message.startsWith(names) ? pair.message.slice(names.length) : pair.message].join('\n');
}

function copyRows({ copies }: Comparisons, speak: Speak): readonly ComparedRow[] {
  if (!copies) return [];
  const titleOf = pairTitles(copies.groups.flatMap(({ pairs }) => pairs));
  const rows: ComparedRow[] = [{ kind: 'head', key: 'copies', title: speak('desk.copies', { count: copies.groups.length }) }];
  if (copies.groups.length === 0) rows.push({ kind: 'note', key: 'copies/none', title: speak('desk.noCopies') });
  for (const [group, { pairs }] of copies.groups.entries()) {
    for (const [place, pair] of pairs.entries()) {
      const { first, second, passages } = pair;
      const key = `copies/${group}/${place}`;
      rows.push({ kind: 'finding', key, title: titleOf(pair), text: pairText(pair, speak), target: at(first, passages[0]?.first.cell) });
      for (const [passage, one] of passages.entries()) {
        rows.push({ kind: 'finding', key: `${key}/${passage}`, under: true, title: `${one.what}：${first.file} ${one.first.cell}　${second.file} ${one.second.cell}`, text: `${one.first.text}${one.same ? '' : `\n${one.second.text}`}`, target: at(second, one.second.cell) });
      }
    }
  }
  return rows;
}

function duplicateRows({ copies }: Comparisons, speak: Speak): readonly ComparedRow[] {
  if (!copies) return [];
  const rows: ComparedRow[] = [{ kind: 'head', key: 'duplicates', title: speak('desk.duplicates', { count: copies.duplicates.length }) }];
  if (copies.duplicates.length === 0) rows.push({ kind: 'note', key: 'duplicates/none', title: speak('desk.noDuplicates') });
  for (const [duplicate, { members, message }] of copies.duplicates.entries()) {
    for (const [member, place] of members.entries()) rows.push({ kind: 'finding', key: `duplicates/${duplicate}/${member}`, title: place.unit === null ? place.file : `${nameOfPlace(place)} ${place.file}`, text: member === 0 ? message : '', target: at(place) });
  }
  return rows;
}

/** Of a table that names no unit. */
const placeWords = (place: TablePlace | null, speak: Speak): string => (place ? fileWords(place, speak) : '');

function yearRows({ lastYear }: Comparisons, speak: Speak): readonly ComparedRow[] {
  if (!lastYear) return [{ kind: 'head', key: 'years', title: speak('desk.noYears') }, { kind: 'note', key: 'years/none', title: speak('desk.noYearsHow') }];
  const value = (word: string, one: { readonly cell: string | null; readonly text: string } | null): readonly string[] => (one ? [speak('desk.said', { word, text: [one.cell ?? '', one.text === '' ? speak('desk.blank') : one.text].filter((part) => part !== '').join(' ') })] : []);
  return [
    { kind: 'head', key: 'years', title: speak('desk.years', { count: lastYear.lines.length }) },
    ...lastYear.remarks.map((remark, n): ComparedRow => ({ kind: 'finding', key: `remark/${n}`, title: remark, text: '', target: null })),
    ...lastYear.lines.map(({ kind, unit, project, message, now, then, nowPlace, thenPlace }, n): ComparedRow => ({
      kind: 'finding', key: `years/${n}`, title: [YEAR_WORDS[kind], unit ?? placeWords(nowPlace ?? thenPlace, speak), project ?? ''].filter((part) => part !== '').join('　'),
      text: [message, ...(kind === 'vanished' || kind === 'new' ? [] : [...value(speak('desk.now'), now), ...value(speak('desk.then'), then)])].join('\n'),
      target: nowPlace && at(nowPlace, now?.cell ?? ''),
    })),
  ];
}

/** Of one part alone the heading is left out: what was chosen says the same. */
export function comparedRows(comparisons: Comparisons, speak: Speak, section: ComparedSection = 'all'): readonly ComparedRow[] {
  const parts = { copies: copyRows, duplicates: duplicateRows, years: yearRows };
  return section === 'all' ? Object.values(parts).flatMap((rows) => rows(comparisons, speak)) : parts[section](comparisons, speak).filter(({ kind }) => kind !== 'head');
}

const PADDING = 16;
const LINE = 20;

/** Pixels that a row under another stands further in. */
export const UNDER = 14;

/** Pixels of a row in a list of a width. */
export function comparedHeight(row: ComparedRow, width: number): number {
  const room = Math.max(80, width - 40 - (row.kind === 'finding' && row.under ? UNDER : 0));
  return PADDING + LINE * (linesOf(row.title, room) + (row.kind !== 'finding' || row.text === '' ? 0 : linesOf(row.text, room)));
}
