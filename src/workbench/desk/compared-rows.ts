// Tables that are alike and what differs from last year, as rows that open the tables.
import type { Comparisons } from '../../batch/comparisons';
import { nameOfPlace, type TablePlace } from '../../batch/copies';
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

function copyRows({ copies }: Comparisons, speak: Speak): readonly ComparedRow[] {
  if (!copies) return [];
  const rows: ComparedRow[] = [{ kind: 'head', key: 'copies', title: speak('desk.copies', { count: copies.groups.length }) }];
  if (copies.groups.length === 0) rows.push({ kind: 'note', key: 'copies/none', title: speak('desk.noCopies') });
  for (const [group, { pairs }] of copies.groups.entries()) {
    for (const [pair, { first, second, message, passages }] of pairs.entries()) {
      const key = `copies/${group}/${pair}`;
      rows.push({ kind: 'finding', key, title: `${nameOfPlace(first)}和${nameOfPlace(second)}`, text: message, target: at(first) });
      for (const [passage, one] of passages.entries()) {
        rows.push({ kind: 'finding', key: `${key}/${passage}`, under: true, title: `${one.what}：${first.file} ${one.first.cell}　${second.file} ${one.second.cell}`, text: `${one.first.text}${one.same ? '' : `\n${one.second.text}`}`, target: at(second, one.second.cell) });
      }
    }
  }
  rows.push({ kind: 'head', key: 'duplicates', title: speak('desk.duplicates', { count: copies.duplicates.length }) });
  if (copies.duplicates.length === 0) rows.push({ kind: 'note', key: 'duplicates/none', title: speak('desk.noDuplicates') });
  for (const [duplicate, { members, message }] of copies.duplicates.entries()) {
    for (const [member, place] of members.entries()) rows.push({ kind: 'finding', key: `duplicates/${duplicate}/${member}`, title: place.unit === null ? place.file : `${nameOfPlace(place)} ${place.file}`, text: member === 0 ? message : '', target: at(place) });
  }
  return rows;
}

function yearRows({ lastYear }: Comparisons, speak: Speak): readonly ComparedRow[] {
  if (!lastYear) return [{ kind: 'head', key: 'years', title: speak('desk.noYears') }, { kind: 'note', key: 'years/none', title: speak('desk.noYearsHow') }];
  const value = (word: string, one: { readonly cell: string | null; readonly text: string } | null): readonly string[] => (one ? [`${word}：${[one.cell ?? '', one.text].filter((part) => part !== '').join(' ')}`] : []);
  return [
    { kind: 'head', key: 'years', title: speak('desk.years', { count: lastYear.lines.length }) },
    ...lastYear.remarks.map((remark, n): ComparedRow => ({ kind: 'finding', key: `remark/${n}`, title: remark, text: '', target: null })),
    ...lastYear.lines.map(({ kind, unit, project, message, now, then, nowPlace }, n): ComparedRow => ({
      kind: 'finding', key: `years/${n}`, title: [YEAR_WORDS[kind], unit ?? '', project ?? ''].filter((part) => part !== '').join('　'),
      text: [message, ...(kind === 'vanished' || kind === 'new' ? [] : [...value(speak('desk.now'), now), ...value(speak('desk.then'), then)])].join('\n'),
      target: nowPlace && at(nowPlace, now?.cell ?? ''),
    })),
  ];
}

export function comparedRows(comparisons: Comparisons, speak: Speak): readonly ComparedRow[] {
  return [...copyRows(comparisons, speak), ...yearRows(comparisons, speak)];
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
