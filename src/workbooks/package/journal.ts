// Journal entries as kept in a workbook: the image that the model knows, and what gives a cell back to the letter while nobody has saved the file anew.
import type { CellImage, JournalEntry } from '../../model/plan';
import type { Landmark } from '../landmarks';
import { sameFormula, sameValue } from '../sameness';
import type { Note } from './notes';
import type { WrittenResult } from './patch-results';

/** How a cell stood before an edit, in the file's own letters. */
export interface Restore {
  /** The cell element as written, null when there was none. */
  readonly raw: string | null;
  /** Fingerprint of the style that `raw` names: the index must still mean the same. */
  readonly look: string;
  /** Fingerprint of the style that the edit left behind. */
  readonly newLook: string;
  /** The fill element before, and the colour (RRGGBB) put in its place; null when the fill was left alone. */
  readonly fill: string | null;
  readonly mark: string | null;
  /** The comment that stood there, and our text beside it; null when no note was written. */
  readonly comment: Note | null;
  readonly note: string | null;
  /** True when a comments part or drawing had to be made for the sheet. */
  readonly madeNotes: boolean;
}

/** The cached result of a formula that hung on a run's edits. */
export interface KeptResult {
  readonly sheet: string;
  readonly cell: string;
  /** The cell element before, and the result put into it; left out where the old result was right as it stood. */
  readonly raw?: string;
  readonly left?: WrittenResult;
  /** What the formula looked at for it, in a short text. */
  readonly read?: string;
}

/** What a host that speaks to the open workbook knows of fill and note: plain values, no letters of a file. */
export interface LiveMarks {
  /** RRGGBB of the fill before; null: none. */
  readonly fill: string | null;
  /** RRGGBB put in its place; null when the fill was left alone. */
  readonly mark: string | null;
  /** Our text; null when no note was written. */
  readonly note: string | null;
}

/** An entry as hosts read and write it: `restore` and `results` by the host of files, `live` by hosts of open workbooks. Each takes back what the other wrote. */
export interface KeptEntry extends JournalEntry {
  readonly restore?: Restore;
  /** Results calculated anew; they belong to the whole run and stand in its last entry. */
  readonly results?: readonly KeptResult[];
  readonly live?: LiveMarks;
  /** What tells where the cell is that has no note of ours, or whose mark and note were cleared. */
  readonly landmarks?: readonly Landmark[];
}

type Loose = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isImage(value: unknown): value is CellImage {
  return isRecord(value)
    && (value['value'] === null || ['string', 'number', 'boolean'].includes(typeof value['value']))
    && textOrNull(value['error']) && textOrNull(value['formula']) && isText(value['numberFormat']) && textOrNull(value['note']);
}

function isNote(value: unknown): value is Note {
  return isRecord(value) && isText(value['ref']) && isText(value['text']) && isText(value['author']) && isText(value['raw']);
}

function isRestore(value: unknown): value is Restore {
  return isRecord(value)
    && textOrNull(value['raw']) && isText(value['look']) && isText(value['newLook']) && textOrNull(value['fill']) && textOrNull(value['mark'])
    && (value['comment'] === null || isNote(value['comment'])) && textOrNull(value['note']) && typeof value['madeNotes'] === 'boolean';
}

function isWritten(value: unknown): value is WrittenResult {
  return isRecord(value) && textOrNull(value['type']) && textOrNull(value['text']);
}

function isResult(value: unknown): value is KeptResult {
  if (!isRecord(value) || !isText(value['sheet']) || !isText(value['cell'])) return false;
  if (value['read'] !== undefined && !isText(value['read'])) return false;
  return (value['raw'] === undefined && value['left'] === undefined) || (isText(value['raw']) && isWritten(value['left']));
}

function isLive(value: unknown): value is LiveMarks {
  return isRecord(value) && textOrNull(value['fill']) && textOrNull(value['mark']) && textOrNull(value['note']);
}

function isLandmark(value: unknown): value is Landmark {
  return isRecord(value) && Number.isInteger(value['up']) && Number.isInteger(value['column']) && isText(value['text']);
}

/** Nothing is left to take back once the mark is gone. */
export function onlyMarked({ before, after }: KeptEntry): boolean {
  const content = before.formula !== null && after.formula !== null ? sameFormula(before.formula, after.formula) : before.formula === after.formula && sameValue(before.value, after.value) && before.error === after.error;
  return content && before.numberFormat === after.numberFormat;
}

/** Checks what a file gave: null when it is no journal entry; a `restore`, `results`, `live` or `landmarks` that is damaged is dropped, the entry stays. */
export function readEntry(value: unknown): KeptEntry | null {
  if (!isRecord(value)) return null;
  const { run, at, sheet, cell, rule, before, after, restore, results, live, landmarks } = value;
  if (!isText(run) || !isText(at) || !isText(sheet) || !isText(cell) || !isText(rule) || !isImage(before) || !isImage(after)) return null;
  return {
    run, at, sheet, cell, rule, before, after,
    ...(isRestore(restore) ? { restore } : {}),
    ...(Array.isArray(results) && results.every(isResult) ? { results } : {}),
    ...(isLive(live) ? { live: { fill: live.fill, mark: live.mark, note: live.note } } : {}),
    ...(Array.isArray(landmarks) && landmarks.every(isLandmark) ? { landmarks } : {}),
  };
}
