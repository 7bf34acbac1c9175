// A line of a saved list is a stranger's text until it has the shape that everything behind it counts on.
import { readRecord, type FileRecord } from '../../batch/record';
import { VERDICTS } from '../../model/review';

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === 'string';
const number: Fits = (value) => typeof value === 'number' && Number.isFinite(value);
const either = (...kinds: readonly Fits[]): Fits => (value) => kinds.some((fits) => fits(value));
const orNull = (fits: Fits): Fits => either((value) => value === null, fits);
/** May be left out. */
const optional = (fits: Fits): Fits => either((value) => value === undefined, fits);
const oneOf = (...words: readonly string[]): Fits => (value) => words.some((word) => word === value);
const listOf = (fits: Fits): Fits => (value) => Array.isArray(value) && value.every(fits);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What else stands in it is nobody's business. */
function shape(fields: Readonly<Record<string, Fits>>): Fits {
  const all = Object.entries(fields);
  return (value) => isObject(value) && all.every(([name, fits]) => fits(value[name]));
}

const named = (names: readonly string[], fits: Fits): Readonly<Record<string, Fits>> => Object.fromEntries(names.map((name) => [name, fits]));
const texts = (...names: readonly string[]): Readonly<Record<string, Fits>> => named(names, text);
const textsOrNull = (...names: readonly string[]): Readonly<Record<string, Fits>> => named(names, orNull(text));
const numbersOrNull = (...names: readonly string[]): Readonly<Record<string, Fits>> => named(names, orNull(number));

const FINDING = {
  ...texts('rule', 'message'), ...textsOrNull('expected', 'received', 'because'),
  severity: oneOf('error', 'verify', 'hint'),
  cells: listOf(text),
  basis: shape(texts('document', 'clause', 'standing')),
  waived: orNull(shape(texts('reason', 'date', 'role'))),
  correction: orNull(shape({ edits: listOf(shape({ ...texts('cell'), ...textsOrNull('formula'), value: orNull(either(text, number, (value) => typeof value === 'boolean')) })) })),
  title: optional(text),
  text: optional(listOf(shape({ paragraph: number, ...texts('quote'), ...textsOrNull('under') }))),
  related: optional(listOf(shape({ ...texts('sheet', 'cell'), ...textsOrNull('file') }))),
  calculation: optional(orNull(text)),
};

const SCORE = {
  ...numbersOrNull('claimed', 'claimedSum', 'computed', 'low', 'high', 'weights'), ...textsOrNull('grade', 'claimedGrade'),
  items: listOf(shape({ ...texts('cell', 'name', 'derivation', 'standing'), ...numbersOrNull('weight', 'claimed', 'computed', 'low', 'high') })),
  notComputed: listOf(text),
};

const fund = shape(textsOrNull('originalBudget', 'finalBudget', 'actualSpending', 'executionRate'));
const FACTS = {
  ...textsOrNull('unit', 'project', 'department', 'amountUnit'), fund, fundCells: fund,
  parts: listOf(shape({ ...texts('cell', 'name'), ...textsOrNull('originalBudget', 'finalBudget', 'actualSpending') })),
  goals: listOf(shape(textsOrNull('expected', 'expectedCell', 'actual', 'actualCell'))),
  indicators: listOf(shape({ ...texts('cell', 'name'), ...textsOrNull('target', 'targetCell', 'operator', 'unit', 'actual', 'actualCell', 'reason', 'reasonCell') })),
  figures: listOf(shape(texts('cell', 'name', 'text'))),
};

const TABLE = {
  ...texts('sheet', 'range', 'kind', 'rubric', 'rubricWhy'), ...textsOrNull('title', 'province'), ...numbersOrNull('year'),
  rubricOverridden: listOf(text),
  verdict: oneOf(...VERDICTS),
  score: shape(SCORE),
  findings: listOf(shape(FINDING)),
  remarks: listOf(text),
  notUnderstood: listOf(shape(texts('range', 'reason'))),
  facts: shape(FACTS),
};

const record = shape({
  ...texts('file', 'by'), ...textsOrNull('reason', 'sha256'),
  status: oneOf('checked', 'no-table', 'unreadable'),
  inputs: optional(text),
  tables: listOf(shape(TABLE)),
  findings: listOf(shape({ ...FINDING, ...texts('sheet') })),
  remarks: listOf(text),
  report: optional(shape({ figures: shape(named(['all', 'holds', 'contradicts', 'notChecked'], number)), statements: number, against: listOf(text) })),
});

/** The record of a line; null for one that was cut off, altered, or written by another version in another shape. */
export function checkedRecord(line: string): FileRecord | null {
  const read = readRecord(line);
  return record(read) ? read : null;
}
