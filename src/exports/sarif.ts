// The review as SARIF 2.1.0, for the code-scanning tools that already show findings: the cell is a logical location.
import type { Finding, Severity } from '../model/finding';
import type { FileReview } from '../model/review';
import { RULES } from '../rules/index';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', verify: 'warning', hint: 'note' };

/** A SARIF log with one run. `uri` gives the artifact's address for a file as the caller names it (relative, forward slashes). */
export function toSarif(files: readonly FileReview[], version: string, uri: (file: string) => string = (file) => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')): object {
  const index = new Map(RULES.map((rule, at) => [rule.id, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'biaoli',
            version,
            language: 'zh-CN',
            rules: RULES.map((rule) => ({
              id: rule.id,
              name: rule.title,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              defaultConfiguration: { level: LEVELS[rule.severity] },
              properties: { basis: `${rule.basis.document}：${rule.basis.clause}`, standing: rule.basis.standing },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: { uri: uri(file.file) } })),
        invocations: [
          {
            executionSuccessful: files.every((file) => file.status === 'checked'),
            toolExecutionNotifications: files
              .filter((file) => file.status !== 'checked')
              .map((file) => ({ level: 'error', message: { text: `${file.file}：${file.reason ?? ''}` }, locations: [{ physicalLocation: { artifactLocation: { uri: uri(file.file) } } }] })),
          },
        ],
        results: files.flatMap((file, at) => fileResults(file, at, uri(file.file), index)),
      },
    ],
  };
}

function fileResults(file: FileReview, at: number, uri: string, index: ReadonlyMap<string, number>): readonly object[] {
  if (!file.review) return [];
  const located = [
    ...file.review.tables.flatMap((table) => table.findings.map((finding) => ({ finding, sheet: table.table.sheet }))),
    ...file.review.findings.map((finding) => ({ finding, sheet: finding.sheet })),
  ];
  return located.map(({ finding, sheet }) => result(finding, sheet, uri, at, index.get(finding.rule)));
}

function result(finding: Finding, sheet: string, uri: string, artifact: number, ruleIndex: number | undefined): object {
  const location = (cell: string): object => ({
    physicalLocation: { artifactLocation: { uri, index: artifact } },
    logicalLocations: [{ name: cell, fullyQualifiedName: `${sheet}!${cell}`, kind: 'element' }],
  });
  const [first = '', ...others] = finding.cells;
  const { waived } = finding;
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(first)],
    ...(others.length === 0 ? {} : { relatedLocations: others.map(location) }),
    ...(waived === null ? {} : { suppressions: [{ kind: 'external', status: waived.stale ? 'underReview' : 'accepted', justification: `${waived.role} ${waived.date}：${waived.reason}` }] }),
    properties: { expected: finding.expected, received: finding.received, because: finding.because, basis: `${finding.basis.document}：${finding.basis.clause}`, standing: finding.basis.standing },
  };
}
