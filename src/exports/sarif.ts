// The review as SARIF 2.1.0, for the code-scanning tools that already show findings: the cell is a logical location.
import type { Severity } from '../model/finding';
import { RULES } from '../rules/index';
import type { JsonFile, JsonFinding } from './json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', verify: 'warning', hint: 'note' };

/** A file as it was reviewed now or earlier; with the hash of its bytes where that is known. */
export type SarifFile = JsonFile & { readonly sha256?: string | null };

/** A relative path stays relative, an absolute one becomes a file URI; every letter as a URI may hold it. */
export function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\ufffd');
  const drive = /^([A-Za-z]:)\//.exec(path)?.[1];
  const encoded = (drive === undefined ? path : path.slice(drive.length)).split('/').map(encodeURIComponent).join('/');
  return drive !== undefined ? `file:///${drive}${encoded}` : path.startsWith('//') ? `file:${encoded}` : path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** A SARIF log with one run. */
export function toSarif(files: readonly SarifFile[], version: string): object {
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
        artifacts: files.map(({ file, sha256 }) => ({ location: { uri: fileUri(file) }, ...(typeof sha256 === 'string' ? { hashes: { 'sha-256': sha256 } } : {}) })),
        invocations: [
          {
            executionSuccessful: files.every((file) => file.status === 'checked'),
            toolExecutionNotifications: files.flatMap((file, at) => (file.status === 'checked' ? [] : [{
              level: 'error', message: { text: `${file.file}：${file.reason ?? ''}` }, locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file.file), index: at } } }],
            }])),
          },
        ],
        results: files.flatMap((file, at) => fileResults(file, at, index)),
      },
    ],
  };
}

function fileResults({ file, tables, findings }: SarifFile, at: number, index: ReadonlyMap<string, number>): readonly object[] {
  const uri = fileUri(file);
  return [
    ...tables.flatMap((table) => table.findings.map((finding) => result(finding, table.sheet, uri, at, index.get(finding.rule)))),
    ...findings.map((finding) => result(finding, finding.sheet, uri, at, index.get(finding.rule))),
  ];
}

function result(finding: JsonFinding, sheet: string, uri: string, artifact: number, ruleIndex: number | undefined): object {
  const location = (cell: string): object => ({
    physicalLocation: { artifactLocation: { uri, index: artifact } },
    ...(cell === '' ? {} : { logicalLocations: [{ name: cell, fullyQualifiedName: `${sheet}!${cell}`, kind: 'element' }] }),
  });
  const [first = '', ...others] = new Set(finding.cells);
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
