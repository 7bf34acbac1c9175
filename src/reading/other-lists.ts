// A form may hold two lists under headers of their own: the indicators, and marks for decision and management above or below them, or a list of something else.
import type { Entry } from '../model/table';
import { readIndicatorHeader } from './indicator-columns';
import { isClosingLabel, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Rows of another list, and the header rows that are the indicators'. */
export interface ListHeaders {
  readonly headers: readonly number[];
  /** Where marks under headers of their own follow the indicators, with the total of both; null as a rule. */
  readonly below: Rows | null;
}

/** 序号 | 培训机构 | 培训人数 over lines numbered from 1, below indicators that nothing closed: the rows of a list of something else, with the labels of its columns. */
export interface NumberedList extends Rows {
  readonly labels: readonly Entry[];
}

/** The first such list below the header row `first`; null as a rule. `headers` are those of the indicators on every page. */
export function numberedList(lattice: Lattice, first: number, headers: readonly number[]): NumberedList | null {
  const { columns, bottom: last } = readIndicatorHeader(lattice, first);
  const isHeader = (row: number): boolean => isNumber(lattice.starting(row)[0]?.raw ?? '') && lattice.starting(row).length > 2 && lattice.starting(row).every(({ quantity }) => quantity === null);
  if (isHeader(first)) return null;
  for (let top = last + 2; top < lattice.range.bottom; top++) {
    if (isTotalLabel(lattice.starting(top)[0]?.raw ?? '')) return null;
    if (headers.includes(top) || !isHeader(top)) continue;
    let bottom = top;
    for (let row = top + 1, number = 1; row <= lattice.range.bottom; row++) {
      const [start] = lattice.starting(row);
      const counted = start?.quantity?.unit === '' && start.quantity.value.eq(number);
      // ① | ② | ③ numbers the columns.
      if (counted) number++;
      else if (row > top + 1) break;
      if (counted) bottom = row;
    }
    if (bottom < top + 2) continue;
    // Without points among the indicators what is added up below is of this list.
    if (!columns.weight && !columns.score && isTotalLabel(lattice.starting(bottom + 1)[0]?.raw ?? '')) bottom++;
    return { top, bottom, labels: lattice.starting(top).slice(1) };
  }
  return null;
}

const isNumber = (raw: string): boolean => /^(?:序号|编号)$/.test(labelText(raw));

/** The header rows of the indicators alone: 评价内容 | 分值 | 自评分 over marks is another list's, with other columns. */
export function listHeaders(lattice: Lattice, headers: readonly number[]): ListHeaders {
  if (headers.length < 2) return { headers, below: null };
  const kinds = headers.map((row) => {
    const { target, actual, weight, score } = readIndicatorHeader(lattice, row).columns;
    return target && actual ? 'indicators' : !target && !actual && weight && score ? 'marks' : 'other';
  });
  const first = kinds.indexOf('indicators');
  if (first > 0) return kinds.slice(0, first).includes('other') ? { headers, below: null } : { headers: headers.slice(first), below: null };
  const marks = first < 0 ? -1 : kinds.indexOf('marks');
  const top = headers[marks];
  if (top === undefined) return { headers, below: null };
  let bottom = top;
  while (bottom < lattice.range.bottom && !isClosingLabel(lattice.starting(bottom + 1)[0]?.raw ?? '')) bottom++;
  return { headers: headers.slice(0, marks), below: { top, bottom } };
}
