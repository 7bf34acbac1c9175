// A form may hold two lists under headers of their own: the indicators, and marks for decision and management above or below them.
import { readIndicatorHeader } from './indicator-columns';
import { isClosingLabel } from './labels';
import type { Lattice } from './lattice';

/** Rows of another list, and the header rows that are the indicators'. */
export interface ListHeaders {
  readonly headers: readonly number[];
  /** Where marks under headers of their own follow the indicators, with the total of both; null as a rule. */
  readonly below: { readonly top: number; readonly bottom: number } | null;
}

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
