// The tones that marked cells may get, by name: backgrounds on which black letters stay readable.
import type { Severity } from '../model/finding';

export const PALETTE_NAMES = ['usual', 'distinct', 'pale'] as const;
export type PaletteName = (typeof PALETTE_NAMES)[number];

/** RRGGBB by severity. `usual` are Excel's own tones for 差 and 适中 and a quiet blue, `distinct` differ for who cannot tell red from green. */
export const PALETTES: Readonly<Record<PaletteName, Readonly<Record<Severity, string>>>> = {
  usual: { error: 'FFC7CE', verify: 'FFEB9C', hint: 'DDEBF7' },
  distinct: { error: 'F4B183', verify: 'BDD7EE', hint: 'E7E6E6' },
  pale: { error: 'FCE4E6', verify: 'FFF7DB', hint: 'EFF5FB' },
};
