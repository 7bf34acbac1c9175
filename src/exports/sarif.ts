// The review as SARIF 2.1.0, for the code-scanning tools that already show findings: the cell is a logical location.
import type { Severity } from '../model/finding';
import { RULES } from '../rules/index';
import type { JsonFile, JsonFileFinding, JsonFinding } from './json';

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
  const textRules = rulesOfText(files);
  const artifactsOf = new Map(files.map(({ file }, at) => [file, at]));
  const index = new Map([...RULES.map(({ id }) => id), ...textRules.keys()].map((id, at) => [id, at]));
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
            rules: [
              ...RULES.map((rule) => ({
                id: rule.id,
                name: rule.title,
                shortDescription: { text: rule.title },
                fullDescription: { text: rule.why },
                defaultConfiguration: { level: LEVELS[rule.severity] },
                properties: { basis: `${rule.basis.document}：${rule.basis.clause}`, standing: rule.basis.standing },
              })),
              ...[...textRules].map(([id, title]) => ({ id, name: title, shortDescription: { text: title } })),
            ],
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
        results: files.flatMap((file, at) => fileResults(file, at, index, artifactsOf)),
      },
    ],
  };
}

/** Rules about the words of reports and own checks stand beside those about tables; only those that found something are known here. */
function rulesOfText(files: readonly SarifFile[]): ReadonlyMap<string, string> {
  const known = new Set(RULES.map(({ id }) => id));
  return new Map(files.flatMap(({ findings, tables }) => [...tables.flatMap((table) => table.findings), ...findings].flatMap(({ rule, title }): [string, string][] => (title === undefined || known.has(rule) ? [] : [[rule, title]]))));
}

function fileResults({ file, tables, findings }: SarifFile, at: number, index: ReadonlyMap<string, number>, artifacts: ReadonlyMap<string, number>): readonly object[] {
  const uri = fileUri(file);
  return [
    ...tables.flatMap((table) => table.findings.map((finding) => result(finding, table.sheet, uri, at, index.get(finding.rule)))),
    ...findings.map((finding) => (finding.text ? textResult(finding, file, at, index.get(finding.rule), artifacts) : result(finding, finding.sheet, uri, at, index.get(finding.rule)))),
  ];
}

/** Words have no line in a Word file: the paragraph by its number, under its heading, is a logical location, and the words themselves stand in the properties. */
function textResult(finding: JsonFileFinding, file: string, artifact: number, ruleIndex: number | undefined, artifacts: ReadonlyMap<string, number>): object {
  const artifactOf = (name: string): object => ({ artifactLocation: { uri: fileUri(name), ...(artifacts.has(name) ? { index: artifacts.get(name) } : {}) } });
  const [first, ...others] = (finding.text ?? []).map(({ paragraph, start, end, under }) => ({
    physicalLocation: { artifactLocation: { uri: fileUri(file), index: artifact } },
    logicalLocations: [{ name: `第${paragraph + 1}段`, fullyQualifiedName: `${under ?? ''}#${paragraph + 1}:${start}-${end}`, kind: 'element' }],
  }));
  const cells = (finding.related ?? []).map(({ file: of, sheet, cell }) => ({ physicalLocation: artifactOf(of ?? file), logicalLocations: [{ name: cell, fullyQualifiedName: `${sheet}!${cell}`, kind: 'element' }] }));
  const related = [...others, ...cells].filter((one, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [first ?? { physicalLocation: { artifactLocation: { uri: fileUri(file), index: artifact } } }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    properties: {
      expected: finding.expected, received: finding.received, because: finding.because, calculation: finding.calculation ?? null, quotes: (finding.text ?? []).map(({ quote }) => quote),
      basis: `${finding.basis.document}：${finding.basis.clause}`, standing: finding.basis.standing,
    },
  };
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
