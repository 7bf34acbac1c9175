// A bureau may take a rule more or less seriously, or not want it at all: its rubric says so.
import type { Rubric } from '../model/rubric';
import type { RawFinding } from './run-rules';

/** The findings with the rubric's severities; those of a rule that is off are left out. The same list where the rubric says nothing. */
export function asSevere<F extends RawFinding>(found: readonly F[], rubric: Rubric | null): readonly F[] {
  const severities = rubric?.severities;
  if (severities === undefined) return found;
  return found.flatMap((one) => {
    const severity = Object.hasOwn(severities, one.finding.rule) ? severities[one.finding.rule] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? one : { ...one, finding: { ...one.finding, severity } }];
  });
}
