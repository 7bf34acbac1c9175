// A line of a saved list is a stranger's text until it has the shape that everything behind it counts on.
import { readRecord, type FileRecord } from '../../batch/record';
import { VERDICTS } from '../../model/review';

type Unknown = Readonly<Record<string, unknown>>;

const SEVERITIES = ['error', 'verify', 'hint'];
const STATUSES = ['checked', 'no-table', 'unreadable'];

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isNumberOrNull = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value));
const all = (value: unknown, fits: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);

function isFinding(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { rule, severity, cells, message, expected, received, because, basis, waived, title, text } = value;
  const texts = isText(rule) && isText(message) && isTextOrNull(expected) && isTextOrNull(received) && isTextOrNull(because);
  const worded = (title === undefined || isText(title)) && (text === undefined || all(text, (place) => isObject(place) && typeof place.paragraph === 'number'));
  return texts && worded && SEVERITIES.some((one) => one === severity) && all(cells, isText) && isObject(basis) && isText(basis.document) && isText(basis.clause) && isText(basis.standing) && (waived === null || isObject(waived));
}

function isTable(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { sheet, range, kind, year, verdict, score, findings, facts, remarks, notUnderstood } = value;
  if (![sheet, range, kind].every(isText) || !isNumberOrNull(year) || !VERDICTS.some((one) => one === verdict) || !all(findings, isFinding) || !all(remarks, isText) || !all(notUnderstood, isObject)) return false;
  if (!isObject(score) || ![score.claimed, score.claimedSum, score.computed, score.low, score.high].every(isNumberOrNull) || !isTextOrNull(score.grade) || !isTextOrNull(score.claimedGrade) || !all(score.items, isObject)) return false;
  return isObject(facts) && [facts.unit, facts.project, facts.department].every(isTextOrNull) && isObject(facts.fund) && [facts.parts, facts.goals, facts.indicators, facts.figures].every((one) => all(one, isObject));
}

/** The record of a line; null for one that was cut off, altered, or written by another version in another shape. */
export function checkedRecord(line: string): FileRecord | null {
  const record: unknown = readRecord(line);
  if (!isObject(record)) return null;
  const { file, status, reason, sha256, by, inputs, tables, findings } = record;
  const fits = isText(file) && STATUSES.some((one) => one === status) && isTextOrNull(reason) && isTextOrNull(sha256) && isText(by) && (inputs === undefined || isText(inputs)) && all(tables, isTable) && all(findings, (one) => isFinding(one) && isText((one as Unknown).sheet));
  return fits ? (record as unknown as FileRecord) : null;
}
