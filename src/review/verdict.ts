// The one word per table that the reviewer came for.
import type { Finding } from '../model/finding';
import type { Verdict } from '../model/review';
import type { Table } from '../model/table';

/** True when a finding still waits for somebody: an error always, a verify finding until it is explained, a hint never. */
export function isOpen(finding: Pick<Finding, 'severity' | 'waived'>): boolean {
  return finding.severity === 'error' || (finding.severity === 'verify' && (finding.waived === null || finding.waived.stale));
}

/**
 * errors: at least one error · to-verify: an unexplained verify finding · not-checked: nothing to check was read, no indicator was, a formula has no result, or a rule could not run, and
 * nothing else was found (then "clean" would promise too much) · clean: the rest, hints and explained findings included.
 */
export function verdictOf(findings: readonly Finding[], checkable: boolean, complete: boolean): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'errors';
  if (findings.some(isOpen)) return 'to-verify';
  return checkable && complete ? 'clean' : 'not-checked';
}

/** From the one that asks least of the reader to the one that asks most. */
export const GRAVITY: readonly Verdict[] = ['clean', 'not-checked', 'to-verify', 'errors'];

/** Of several tables the verdict that asks most; without any table nothing was checked. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  const place = Math.max(...verdicts.map((verdict) => GRAVITY.indexOf(verdict)));
  return GRAVITY[place] ?? 'not-checked';
}

/** A form without any line of indicators was checked in part: what it is about was not found, or its headers were not understood. So was one with a formula that was never calculated: what it will say is unknown. */
export function isWhole({ baseData, indicators, summary, entries }: Table): boolean {
  return (baseData !== null || indicators.length > 0 || summary !== undefined) && !entries.some(({ formula, value }) => formula !== null && value === null);
}

/** A table without funds, indicators, data and lines of a summary gives the rules nothing to work on; nor does a base-data form that was left blank. */
export function isCheckable({ fund, indicators, baseData, summary }: Table): boolean {
  const data = baseData === null ? [] : [...baseData.rows.flatMap(({ values }) => values), ...baseData.controlRates.flatMap(({ numerator, denominator }) => [numerator, denominator])];
  return fund !== null || indicators.some((indicator) => !indicator.placeholder) || data.some(({ filled }) => filled) || (summary?.length ?? 0) > 0;
}
