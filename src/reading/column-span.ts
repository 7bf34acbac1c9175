// Where the column of a header lies.
import type { Entry } from '../model/table';
import type { Lattice } from './lattice';

export interface ColumnSpan {
  readonly header: Entry;
  readonly left: number;
  readonly right: number;
}

/** Under the header, as wide as it is. */
export function spanOf(lattice: Lattice, header: Entry): ColumnSpan {
  return { header, left: header.column, right: lattice.areaOf(header).right };
}
