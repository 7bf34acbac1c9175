// What waits for somebody, finding by finding: under its table, or of a report that goes with no table.
import { placeWord, type JsonFinding } from '../exports/json';
import { ruleTitle, STANDING_WORDS } from '../exports/words';
import type { Severity } from '../model/finding';
import type { Verdict } from '../model/review';
import { countCauses, openChains } from '../review/causes';
import type { FileRecord } from './record';
import { verdictOfRecord } from './record-verdict';

export interface Example {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly message: string;
}

/** One finding that waits for somebody, as the list of all findings has it. */
export interface Problem extends Example {
  readonly unit: string;
  readonly project: string | null;
  readonly severity: Severity;
  readonly title: string;
  readonly expected: string | null;
  readonly received: string | null;
  /** The cell of what it follows from; null for a cause. */
  readonly after: string | null;
  readonly basis: string;
  /** The place of its table among the summary's tables: several may stand on one sheet. null: the words of a report that goes with no table. */
  readonly table: number | null;
}

/** A report whose words were checked, but that goes with no table. */
export interface ReportLine {
  readonly file: string;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly verify: number;
}

export function exampleOf(file: string, sheet: string, finding: JsonFinding): Example {
  return { file, sheet: finding.text ? '报告文字' : sheet, cell: placeWord(finding), rule: finding.rule, message: finding.message };
}

interface Told {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string;
  readonly project: string | null;
  readonly findings: readonly JsonFinding[];
}

/** Causes, each with what follows from it. */
export function problemsOf({ file, sheet, unit, project, findings }: Told, place: number | null): readonly Problem[] {
  return openChains(findings).flatMap(({ finding, follows }) => [finding, ...follows].map((one): Problem => ({
    ...exampleOf(file, sheet, one), unit, project, severity: one.severity, title: one.title ?? ruleTitle(one.rule), expected: one.expected, received: one.received,
    after: one === finding ? null : (finding.cells[0] ?? ''), basis: `${one.basis.document}：${one.basis.clause}${one.basis.standing === 'quoted' ? '' : `（${STANDING_WORDS[one.basis.standing]}）`}`,
    table: place,
  })));
}

export function reportLine(record: FileRecord): ReportLine {
  const { errors, verify } = countCauses(record.findings);
  return { file: record.file, verdict: verdictOfRecord(record), errors, verify };
}
