// A zip that is the same bytes for the same parts: every entry bears the date of the letters.
import { zipSync, type Zippable } from 'fflate';

/** What the dates of a zip can say. */
const FIRST = 1980;
const LAST = 2099;

/** Parts in the order given; the date is ISO. */
export function zipOf(parts: readonly (readonly [name: string, bytes: Uint8Array])[], date: string): Uint8Array {
  const [year = FIRST, month = 1, day = 1] = date.split('-').map(Number);
  // Local time on purpose: that is what a zip keeps, so the bytes do not depend on the place.
  const mtime = new Date(Math.min(Math.max(year, FIRST), LAST), month - 1, day);
  const files: Zippable = {};
  for (const [name, bytes] of parts) files[name] = [bytes, { mtime, level: /\.(?:docx|xlsx)$/.test(name) ? 0 : 6 }];
  return zipSync(files);
}
