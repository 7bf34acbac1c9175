// What a batch was compared with: itself, unit with unit, and the year before.
import type { Copies } from './copies';
import type { LastYear } from './last-year';

export interface Comparisons {
  readonly copies?: Copies;
  readonly lastYear?: LastYear;
}
