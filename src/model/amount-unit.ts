// The units in which tables count money.
import type { AmountUnit } from './table';

/** One of the unit in 元. */
export const IN_YUAN: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };
