// Widths and heights in pixels, as runs of equal ones; and merges of which no two overlap.
import { intersects, MAX_COLUMN, MAX_ROW } from '../../model/address';
import type { Range } from '../../model/address';
import type { SizeRun } from '../grid/picture';
import { rowsOf } from './patch-cells';
import type { SheetBody } from './patch-cells';

/** Pixels of the widest digit of 11 point text, on which Excel's widths rest. */
const DIGIT = 7;
const MAX_CHARACTERS = 255;
const MAX_POINTS = 409.5;
/** Excel's own heights of a row in points, for files that tell none. */
const DEFAULT_POINTS = 15;
/** More than this no page can show. */
const MAX_MERGES = 20_000;
/** Rows of a band: a merge is compared with those of its own bands only. */
const BAND = 16;
const MAX_BANDS = 64;

/** Width in characters → pixels at 100 %, by Excel's formula (ECMA-376 18.3.1.13). */
function columnPixels(characters: number): number {
  const width = Math.min(MAX_CHARACTERS, Math.max(0, characters));
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

/** Points → pixels at 100 %. */
function rowPixels(points: number): number {
  return Math.round((Math.min(MAX_POINTS, Math.max(0, points)) * 4) / 3);
}

/** A size as an attribute gives it; null where it gives none. */
function sizeOf(text: string | null, pixels: (size: number) => number): number | null {
  const size = text === null ? NaN : Number(text);
  return Number.isFinite(size) ? pixels(size) : null;
}

/** The width of a column that is not named: Excel rounds up to whole steps of 8 pixels where the file gives only characters. */
export function defaultColumnWidth(width: string | null, characters: string | null): number {
  const given = sizeOf(width, columnPixels);
  if (given !== null && given > 0) return given;
  const base = Number(characters ?? 8);
  return Math.ceil(((base > 0 && base <= MAX_CHARACTERS ? base : 8) * DIGIT + 5) / 8) * 8;
}

export function defaultRowHeight(points: string | null): number {
  return sizeOf(points, rowPixels) || rowPixels(DEFAULT_POINTS);
}

/** A col element's attributes; null when it says nothing that a page would show. */
export function columnRun(min: string | null, max: string | null, width: string | null, hidden: boolean): SizeRun | null {
  const first = Number(min ?? NaN);
  const last = Math.min(MAX_COLUMN, Number(max ?? NaN));
  const size = sizeOf(width, columnPixels);
  if (!(first >= 1 && last >= first) || (size === null && !hidden)) return null;
  // A column without width is a hidden one, however it came about.
  return size === 0 ? { first, last, size: null, hidden: true } : { first, last, size, hidden };
}

/** In order, none over another, equal neighbours joined. */
export function joinedRuns(runs: readonly SizeRun[]): SizeRun[] {
  const joined: SizeRun[] = [];
  for (const { last, size, hidden, ...run } of [...runs].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    const first = Math.max(run.first, before ? before.last + 1 : 1);
    if (first > last) continue;
    if (before && before.last + 1 === first && before.size === size && before.hidden === hidden) joined[joined.length - 1] = { ...before, last };
    else joined.push({ first, last, size, hidden });
  }
  return joined;
}

const HEIGHT = /\sht\s*=\s*["']([\d.]+)["']/;
const HIDDEN = /\shidden\s*=\s*["'](?:1|true|on)["']/;

/**
 * Heights and hidden rows up to `last`.
 * @param gapsHidden rows that the file does not name are hidden (zeroHeight)
 */
export function rowRuns(body: SheetBody, last: number, gapsHidden: boolean): SizeRun[] {
  const runs: SizeRun[] = [];
  if (!gapsHidden && !/\sht\s*=|\shidden\s*=/.test(body.plain)) return runs;
  let next = 1;
  for (const { number, open } of rowsOf(body)) {
    if (number > last || number > MAX_ROW) break;
    if (!(number >= 1)) continue;
    if (gapsHidden && number > next) runs.push({ first: next, last: number - 1, size: null, hidden: true });
    next = Math.max(next, number + 1);
    const height = sizeOf(open.includes('ht') ? HEIGHT.exec(open)?.[1] ?? null : null, rowPixels);
    const hidden = height === 0 || (open.includes('hidden') && HIDDEN.test(open));
    if (height !== null || hidden) runs.push({ first: number, last: number, size: height || null, hidden });
  }
  if (gapsHidden && next <= last) runs.push({ first: next, last, size: null, hidden: true });
  return joinedRuns(runs);
}

/** Merges that were kept, found by the rows that they cover. */
class KeptMerges {
  readonly all: Range[] = [];
  private readonly bands = new Map<number, Range[]>();
  private readonly tall: Range[] = [];

  private static bandsOf({ top, bottom }: Range): readonly number[] | null {
    const first = Math.floor(top / BAND);
    const count = Math.floor(bottom / BAND) - first + 1;
    return count > MAX_BANDS ? null : Array.from({ length: count }, (_, i) => first + i);
  }

  /** Leaves it out where it overlaps one before. */
  add(merge: Range): void {
    const own = KeptMerges.bandsOf(merge);
    const near = own ? [this.tall, ...own.map((band) => this.bands.get(band) ?? [])] : [this.all];
    if (near.some((list) => list.some((other) => intersects(other, merge)))) return;
    this.all.push(merge);
    if (!own) this.tall.push(merge);
    for (const band of own ?? []) {
      const list = this.bands.get(band);
      if (list) list.push(merge);
      else this.bands.set(band, [merge]);
    }
  }
}

/** Merges of more than one cell, in the file's order; of two that overlap the first counts. */
export function separateMerges(merges: readonly Range[], lastRow: number): Range[] {
  const kept = new KeptMerges();
  for (const merge of merges) {
    if (kept.all.length >= MAX_MERGES) break;
    const single = merge.top === merge.bottom && merge.left === merge.right;
    if (!single && merge.top <= lastRow) kept.add(merge);
  }
  return kept.all;
}
